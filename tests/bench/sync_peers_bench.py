#!/usr/bin/env python3
"""Sync beside PouchDB with express-pouchdb: the same records, in the same run, in turns.

    sync_peers_bench.py BIN_DIR [ROWS [ROUNDS [EDITS]]]

In each round both get an empty library and two new devices, A and B. A sends ROWS records of about 1 KB, B fetches
them, then a hundred changes, then looks and finds nothing; then both are live and A edits one record EDITS times.
Times are of work inside running programs: no start is in them. Ours writes to disk safely (SQLite,
synchronous=FULL) and looks both ways each time; PouchDB (LevelDB, which does not sync) is asked for one direction
alone. The search index is brought up to date before and after a transfer, and has lines of its own; PouchDB keeps
none.
PostgreSQL runs without fsync, as LevelDB does on the other side. Beside a durable edit stands what the same disk
takes for the least that can be one: a bare SQLite insert of a kilobyte with its fsync, in turns with the edits.
"""
import pathlib
import sqlite3
import sys
import tempfile
import time

from sync_fixture import (UNLIMITED, Node, SyncServer, cpu, forget_peak, machine, median, memory, our_client, peers, percentile,
                          postgres_cpu, pouchdb_client)

BIN_DIR = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
EDITS = int(sys.argv[4]) if len(sys.argv) > 4 else 100
CHANGES = 100
LOOKS = 20


class Side:
    """One of the two: makes clients and knows what its server used."""

    def __init__(self, make, server_cpu, server_memory, indexes=False):
        self.make, self.server_cpu, self.server_memory, self.indexes = make, server_cpu, server_memory, indexes
        self.figures = {}

    def note(self, what, value):
        self.figures.setdefault(what, []).append(value)

    def middle(self, what):
        return median(self.figures[what])

    def measured(self, what, client, command):
        forget_peak(client.pid)
        before, server = memory(client.pid), self.server_cpu()
        answer = client.tell(command)
        self.note(f"{what} wall", answer["wall"])
        self.note(f"{what} client", answer["cpu"])
        self.note(f"{what} server", self.server_cpu() - server)
        self.note(f"{what} grew", memory(client.pid, "VmHWM") - before)
        self.note(f"{what} peak", memory(client.pid, "VmHWM"))

    def transfer(self, what, client):
        self.measured(what, client, what)
        if self.indexes:
            self.note(f"{what} index", client.tell("index")["cpu"])

    def bulk(self, a, b):
        a.tell(f"add {ROWS} 1")
        if self.indexes:
            self.note("add index", a.tell("index")["cpu"])
        self.transfer("send", a)
        self.transfer("fetch", b)

    def little(self, a, b):
        for turn in range(5):
            a.tell(f"change {CHANGES} Changed {turn}")
            a.tell("send")
            self.measured("changes", b, "fetch")
        for _ in range(LOOKS):
            self.measured("look", b, "look")

    def edits(self, a, b, number):
        text = f"edit {number}"
        answer = a.tell(f"put {text}")
        self.note("durable", answer["durable"])
        self.note("acked", answer["acked"])
        self.note("visible", (b.seen(text) - answer["began"]) / 1e9)


class BareInserts:
    """SQLite with nothing around it: WAL, synchronous=FULL, one row a commit."""

    def __init__(self, folder):
        self.database = sqlite3.connect(pathlib.Path(folder) / "bare.db", isolation_level=None)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=FULL")
        self.database.execute("CREATE TABLE row(number INTEGER PRIMARY KEY, text TEXT)")
        self.taken = []

    def insert(self):
        began = time.perf_counter()
        self.database.execute("INSERT INTO row(text) VALUES(?)", ("x" * 1000,))
        self.taken.append(time.perf_counter() - began)


def run_round(sides, turn, bare):
    pairs = [(side, *side.make(turn)) for side in sides]
    try:
        for side, a, b in pairs:
            side.bulk(a, b)
        for side, a, b in pairs:
            side.little(a, b)
        for _, a, b in pairs:
            a.tell("live"), b.tell("live")
        time.sleep(1)
        for number in range(EDITS // ROUNDS):
            for side, a, b in pairs:
                side.edits(a, b, number)
                time.sleep(0.02)
            bare.insert()
    finally:
        for _, a, b in pairs:
            a.close(), b.close()


def millis(seconds):
    return f"{seconds * 1000:.1f} ms"


def times(ratio):
    return f"{ratio:.1f}x"


def line(what, ours, theirs, note="", met=None):
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{what:38} {ours:>16} {theirs:>16}  {note:24} {verdict}", flush=True)


def report(ours, theirs, bare):
    line("", "ours", "PouchDB", "target")
    for what in ("send", "fetch"):
        rate = [ROWS / side.middle(f"{what} wall") for side in (ours, theirs)]
        line(f"{what} {ROWS} rows, rows/s", f"{rate[0]:.0f}", f"{rate[1]:.0f}", f">= 5x: {times(rate[0] / rate[1])}", rate[0] >= 5 * rate[1])
        used = [side.middle(f"{what} client") for side in (ours, theirs)]
        line("  client CPU s", f"{used[0]:.2f}", f"{used[1]:.2f}", f"<= 1/10: 1/{used[1] / used[0]:.1f}", used[0] * 10 <= used[1])
        line("  search index after it, CPU s", f"{ours.middle(f'{what} index'):.2f}", "none")
        line("  server CPU s (with PostgreSQL)", *(f"{side.middle(f'{what} server'):.2f}" for side in (ours, theirs)))
        line("  client memory: growth, peak MB",
             *(f"{side.middle(f'{what} grew'):.0f}, {side.middle(f'{what} peak'):.0f}" for side in (ours, theirs)))
    line(f"fetch {CHANGES} changes, p50", *(millis(side.middle("changes wall")) for side in (ours, theirs)), "<= 35 ms", ours.middle("changes wall") <= 0.035)
    line("  client CPU", *(millis(side.middle("changes client")) for side in (ours, theirs)))
    line("a look that finds nothing, p50", *(millis(side.middle("look wall")) for side in (ours, theirs)), "<= 5 ms", ours.middle("look wall") <= 0.005)
    line("edit durable, p50", *(millis(side.middle("durable")) for side in (ours, theirs)), "<= 1 ms", ours.middle("durable") <= 0.001)
    line("edit durable, p99", *(millis(percentile(side.figures["durable"], .99)) for side in (ours, theirs)), "<= 20 ms", percentile(ours.figures["durable"], .99) <= 0.02)
    line("  a bare SQLite insert: p50, p99", f"{millis(median(bare.taken))}, {millis(percentile(bare.taken, .99))}", "", "one fsync, same disk")
    line("one edit acknowledged, p50", *(millis(side.middle("acked")) for side in (ours, theirs)), "<= 10 ms", ours.middle("acked") <= 0.01)
    line("one edit acknowledged, p95", *(millis(percentile(side.figures["acked"], .95)) for side in (ours, theirs)), "<= 30 ms", percentile(ours.figures["acked"], .95) <= 0.03)
    line("A edits, visible at B, p50", *(millis(side.middle("visible")) for side in (ours, theirs)), "<= 15 ms", ours.middle("visible") <= 0.015)
    line("A edits, visible at B, p95", *(millis(percentile(side.figures["visible"], .95)) for side in (ours, theirs)), "<= 50 ms", percentile(ours.figures["visible"], .95) <= 0.05)
    line("server memory after it, MB", *(f"{side.server_memory():.0f}" for side in (ours, theirs)), "ours without PostgreSQL")


def main():
    modules = peers(BIN_DIR)
    if not modules:
        raise SystemExit("npm cannot fetch the peers: nothing to compare with")
    print(f"{machine()}; {ROUNDS} rounds, medians")
    with SyncServer(BIN_DIR, **UNLIMITED) as server, tempfile.TemporaryDirectory(prefix="aiagent-pouch-") as data, \
            Node("pouchdb_server.mjs", modules, data) as pouch:
        def our_pair(turn):
            return [our_client(server, BIN_DIR, f"{person}{turn}", role, f"Team {turn}") for person, role in (("a", "admin"), ("b", "member"))]

        def their_pair(turn):
            return [pouchdb_client(modules, pouch.port, f"team{turn}") for _ in range(2)]

        ours = Side(our_pair, lambda: cpu(server.process.pid) + postgres_cpu(server), lambda: memory(server.process.pid), indexes=True)
        theirs = Side(their_pair, lambda: cpu(pouch.process.pid), lambda: memory(pouch.process.pid))
        bare = BareInserts(data)
        for turn in range(ROUNDS):
            run_round((ours, theirs), turn, bare)
        report(ours, theirs, bare)
    print(machine())


main()
