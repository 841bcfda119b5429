#!/usr/bin/env python3
"""The first sync of a large library on a new device: speed, memory, when it can be used.

    first_sync_bench.py BIN_DIR [ROWS]
"""
import sys

from sync_fixture import UNLIMITED, SyncServer, cpu, fill, forget_peak, machine, memory, our_client, postgres_cpu

BIN_DIR = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000


def line(what, value, note="", met=None):
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{what:38} {value:>16} {'':16}  {note:24} {verdict}", flush=True)


def main():
    print(machine())
    with SyncServer(BIN_DIR, **UNLIMITED) as server:
        client = our_client(server, BIN_DIR, "ada", "admin", "Team")
        fill(server, "Team", ROWS)
        forget_peak(client.pid)
        before, program, database = memory(client.pid), cpu(server.process.pid), postgres_cpu(server)
        answer = client.tell("fetch")
        grew = memory(client.pid, "VmHWM") - before
        used = cpu(server.process.pid) - program, postgres_cpu(server) - database
        line(f"first sync of {ROWS} rows", f"{answer['wall']:.1f} s", "<= 10 s for 100,000", answer["wall"] <= 10 * ROWS / 100_000)
        line("  rows/s", f"{ROWS / answer['wall']:.0f}", ">= 12000", ROWS / answer["wall"] >= 12_000)
        line("  first list usable", f"{answer['first']:.2f} s", "<= 1.5 s", 0 < answer["first"] <= 1.5)
        line("  client CPU", f"{answer['cpu']:.2f} s", f"{answer['cpu'] * 1e6 / ROWS:.0f} us a row, index too")
        line("  server and PostgreSQL CPU", f"{used[0]:.2f}, {used[1]:.2f} s", f"{sum(used) * 1e6 / ROWS:.0f} us a row")
        line("  client memory, growth", f"{grew:.0f} MB", f"<= 48, before {before:.0f}", grew <= 48)
        index = client.tell("index")
        line("  search complete after it", f"{index['wall']:.2f} s", "<= 5 s", index["wall"] <= 5)
        line("  a look that finds nothing", f"{client.tell('look')['wall'] * 1000:.1f} ms", "<= 5 ms")
        client.close()
    print(machine())


main()
