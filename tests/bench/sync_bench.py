#!/usr/bin/env python3
"""Sync of a library over a real server and PostgreSQL, all on this machine.

    sync_bench.py BIN_DIR [AGENTS]

Prints rows/s and CPU seconds of the command line and of the server for: sending a new library, fetching it
on another device, fetching a hundred changes, a look that finds nothing.
"""
import json
import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "e2e"))
from harness import Cli  # noqa: E402
from sync_server import SyncServer  # noqa: E402

BIN_DIR = sys.argv[1]
AGENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
PROMPT = "You sort support tickets by team and urgency, and answer in one short paragraph. " * 10


def server_cpu(server):
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(server, name, rows, work):
    client, theirs, began = resource.getrusage(resource.RUSAGE_CHILDREN), server_cpu(server), time.monotonic()
    work()
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - client.ru_utime - client.ru_stime
    print(f"{name:34} {rows:7} rows  {wall:7.2f} s  {rows / wall:9.0f} rows/s  client {cpu:6.2f} CPU s  server {server_cpu(server) - theirs:6.2f} CPU s", flush=True)


def device(server, person, role):
    cli = Cli(BIN_DIR)
    made = cli.json("server", "connect", server.url, "--invite", server.invite(f"{person}@example.com", role)["code"], "--print-token")
    cli.env["AIAGENT_TOKEN"] = made["token"]
    cli.run("workspace", "use", "Team")
    return cli


with SyncServer(BIN_DIR, RATE_PER_MEMBER="100000", RATE_PER_ADDRESS="100000") as server:
    one, two = device(server, "ada", "admin"), device(server, "ben", "member")
    listing = one.folder / "agents.json"
    listing.write_text(json.dumps({"format": "aiagent", "formatVersion": 1, "agents": [
        {"name": f"Agent {i}", "prompt": f"{i}. {PROMPT}", "tags": ["bench"]} for i in range(AGENTS)]}))
    one.run("agent", "import", str(listing), timeout=600)
    imported = one.json("sync", "status")["pending"]
    measured(server, "send a new library", imported, lambda: one.run("sync", "--once", timeout=900))
    measured(server, "fetch it on another device", imported, lambda: two.run("sync", "--once", timeout=900))
    for cli, name in ((one, "a look that finds nothing"),):
        measured(server, name, 0, lambda c=cli: c.run("sync", "--once"))
    for i in range(20):
        one.run("agent", "edit", f"Agent {i}", "--prompt", f"Changed {i}. {PROMPT}")
    one.run("sync", "--once")
    measured(server, "fetch twenty changes", 40, lambda: two.run("sync", "--once"))
    one.close()
    two.close()
