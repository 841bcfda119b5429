#!/usr/bin/env python3
"""Programs that sync and edit are killed at random moments; what the command line acknowledged is on the server, once.

    kill_loop_test.py BIN_DIR [KILLS [SEED]]
"""
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from sync_server import SyncServer
from sync_team import Device

BIN_DIR = sys.argv[1]
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else time.time_ns() % 1_000_000
TEAM = "Team"


class Edits(threading.Thread):
    """Edits without a pause: new agents, and new prompts of one. Some are killed."""

    def __init__(self, device, dice):
        super().__init__()
        self.device, self.dice = device, dice
        self.made, self.said = set(), set()        # acknowledged: names, prompts
        self.tried_made, self.tried_said = set(), set()
        self.kills, self.number = 0, 0
        self.over = threading.Event()
        self.fault = None

    def run(self):
        try:
            while not self.over.is_set():
                self.number += 1
                self.edit()
        except Exception as fault:  # told by the main thread
            self.fault = fault

    def edit(self):
        new = self.number % 2
        text = f"Edit {self.number}"
        argv = ("agent", "new", "--name", text) if new else ("agent", "edit", "Triage", "--prompt", text)
        (self.tried_made if new else self.tried_said).add(text)
        process = subprocess.Popen(self.device.argv(*argv), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.device.env)
        if self.dice.random() < 0.3:
            time.sleep(self.dice.uniform(0.005, 0.15))
            process.kill()
        told = process.communicate(timeout=60)[1]
        if process.returncode == 0:
            (self.made if new else self.said).add(text)
        elif process.returncode == -signal.SIGKILL:
            self.kills += 1
        else:
            raise AssertionError(f"{argv}: exit {process.returncode}: {told.decode()}")


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what} (seed {SEED})")


def kill_loop(device, edits, dice):
    begun = time.monotonic()
    device.run("sync", "--once")
    longest = 2 * (time.monotonic() - begun)  # so that some die before, most while and some after it
    kills = 0
    while kills + edits.kills < KILLS and edits.fault is None:
        device.watch()
        time.sleep(dice.uniform(0.005, longest))
        check(device.watching.poll() is None, "sync ended by itself")
        device.unwatch(signal.SIGKILL)
        kills += 1
    edits.over.set()
    edits.join()
    check(edits.fault is None, edits.fault)
    return kills


def rows(server, query):
    return [line for line in server.sql(query).split("\n") if line]


def judge(server, device, edits):
    with sqlite3.connect(f"file:{device.database()}?mode=ro", uri=True) as db:
        check(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the database is damaged")
    check(device.json("sync", "--once")["pending"] == 0, "something is left to send")
    check(device.json("inbox", "list") == [], "one device alone has nothing to decide")
    names = rows(server, "SELECT fields->>'name' FROM sync.row WHERE type = 'agent' AND deleted_at IS NULL")
    prompts = rows(server, "SELECT fields#>>'{content,draft_prompt}' FROM sync.row WHERE type = 'agent_version' AND fields#>>'{content,name}' = 'Triage'")
    for what, there, acknowledged, tried in (("agent", names, edits.made, edits.tried_made | {"Triage"}), ("version", prompts, edits.said, edits.tried_said | {"Begin"})):
        check(len(there) == len(set(there)), f"an {what} is there twice")
        check(not acknowledged - set(there), f"acknowledged and missing: {what} {sorted(acknowledged - set(there))[:5]}")
        check(set(there) <= tried, f"nobody made {what} {sorted(set(there) - tried)[:5]}")
    check(sorted(name for name, _ in device.agents()) == sorted(names), "the library is another than the server's")
    check(device.json("sync", "verify")["state"] == "up_to_date", "verify finds a difference")


def main():
    dice = random.Random(SEED)
    with SyncServer(BIN_DIR) as server:
        device = Device(BIN_DIR)
        try:
            device.sign_in(server.url, server.invite("ada@example.com", "admin", TEAM)["code"], TEAM)
            device.run("agent", "new", "--name", "Triage", "--prompt", "Begin")
            edits = Edits(device, random.Random(SEED + 1))
            edits.start()
            kills = kill_loop(device, edits, dice)
            judge(server, device, edits)
            print(f"{kills} kills of sync and {edits.kills} of edits; {len(edits.made)} agents and {len(edits.said)} versions acknowledged, all there once (seed {SEED})")
        finally:
            device.close()


if __name__ == "__main__":
    main()
