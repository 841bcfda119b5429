#!/usr/bin/env python3
"""Walks the accessibility tree of the running window: every control a person can reach has a name, and the
main job can be done through it.

    read_window.py BIN_DIR      (inside dbus-run-session and a display: run.sh)
"""
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

NAMED_ROLES = {"push button", "toggle button", "check box", "combo box", "radio button", "text", "entry", "list", "page tab",
               "slider", "spin button", "link", "menu item", "table"}


def enable_accessibility():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                  GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))), None, 0, 5000, None)


def wait_for(what, condition, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = condition()
            if found:
                return found
        except Exception:  # the tree changes while it is read
            pass
        time.sleep(0.1)
    app = application()
    seen = [f"{node.getRoleName()} “{node.name}”" for node, _ in walk(app) if showing(node)] if app else []
    raise AssertionError(f"waited in vain for {what}; there is:\n  " + "\n  ".join(seen[:120]))


def application():
    for app in pyatspi.Registry.getDesktop(0):
        if app and "aiagent" in (app.name or "").lower():
            return app
    return None


def walk(node, depth=0):
    yield node, depth
    for index in range(min(node.childCount, 200)):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child, depth + 1)


def showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def find(role=None, name=None):
    app = application()
    if app is None:
        return None
    for node, _ in walk(app):
        if role and node.getRoleName() != role:
            continue
        if name and name.lower() not in (node.name or "").lower():
            continue
        if showing(node):
            return node
    return None


def press(node):
    action = node.queryAction()
    for index in range(action.nActions):
        if action.getName(index).lower() in ("press", "click", "toggle"):
            action.doAction(index)
            return
    raise AssertionError(f"{node.getRoleName()} “{node.name}” cannot be pressed")


def nameless(app):
    faults = []
    for node, _ in walk(app):
        role = node.getRoleName()
        if role in NAMED_ROLES and showing(node) and not (node.name or "").strip():
            parent = node.parent
            faults.append(f"{role} without a name in {parent.getRoleName()} “{parent.name}”")
    return faults


def check_buttons(page):
    """Whatever can be pressed does something of its own: no two buttons of a page go by one name."""
    names = [node.name for node, _ in walk(application()) if node.getRoleName() == "push button" and showing(node)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise AssertionError(f"on {page} two buttons are called " + ", ".join(twice))
    print(f"ok    every button on {page} has a name of its own")


def check_page(page):
    faults = nameless(application())
    if faults:
        raise AssertionError(f"on {page}:\n  " + "\n  ".join(sorted(set(faults))))
    print(f"ok    every control on {page} has a name")


def main():
    enable_accessibility()
    profile = tempfile.mkdtemp(prefix="aiagent-atspi-")
    window = subprocess.Popen([str(Path(sys.argv[1]) / "aiagent"), "--profile", profile])
    try:
        wait_for("the window", application)
        rehearse = wait_for("the first-run page", lambda: find("push button", "rehearse"))
        check_page("the first-run page")
        check_buttons("the first-run page")
        press(rehearse)
        wait_for("the Agents page", lambda: find("text", "prompt") or find("entry", "prompt"))
        check_page("Agents")
        for page in ("Generate", "Runs", "Inbox", "People", "Deployments", "Settings"):
            press(wait_for(page, lambda page=page: find(None, page)))
            time.sleep(0.5)
            check_page(page)
    finally:
        window.terminate()
        window.wait(timeout=10)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as fault:
        print(f"FAIL  {fault}")
        sys.exit(1)
