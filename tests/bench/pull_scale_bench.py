#!/usr/bin/env python3
"""Whether a pull costs by what changed, and not by what there is.

    pull_scale_bench.py BIN_DIR [SMALL [LARGE [CALLS]]]

Two workspaces on one server, of SMALL and of LARGE rows, are asked in turns for the last hundred changes and for
nothing. Then two devices, of a thousand rows and of a hundred thousand, fetch a hundred changes.
"""
import http.client
import json
import sys
import time
import urllib.request

from sync_fixture import UNLIMITED, SyncServer, fill, machine, median, our_client

BIN_DIR = sys.argv[1]
SMALL = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
LARGE = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
CALLS = int(sys.argv[4]) if len(sys.argv) > 4 else 300
DEVICES = (1_000, 100_000)
CHANGES = 100
MOST = 1.3


class Caller:
    """Somebody signed in whose workspace is asked on a connection that is kept."""

    def __init__(self, server, workspace, rows):
        code = server.invite("ada@example.com", "admin", workspace)["code"]
        self.sign_in(server, code)
        fill(server, workspace, rows)
        self.head = int(server.sql(f"SELECT head FROM sync.workspace WHERE id = '{self.space}'"))

    token = None  # of the first code; a later one only lets the same person in

    def sign_in(self, server, code):
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {Caller.token}"} if Caller.token else {})}
        body = json.dumps({"code": code, "device": {"name": "bench", "platform": "linux", "app": "1.0"}}).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{server.url}/v1/auth/exchange", body, headers), timeout=30) as answer:
            signed = json.load(answer)
        Caller.token = signed.get("access_token") or Caller.token
        self.space = signed["workspace"]
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

    def pull(self, behind):
        body = json.dumps({"proto": 1, "schema": 12, "client": "01980000-0000-7000-8000-000000000001", "space": self.space,
                           "cursor": self.head - behind, "limit": 2000})
        began = time.perf_counter()
        self.connection.request("POST", "/v1/rpc/sync_pull", body, {"Content-Type": "application/json", "Authorization": f"Bearer {Caller.token}"})
        answer = self.connection.getresponse()
        text = answer.read()
        took = time.perf_counter() - began
        if answer.status != 200 or len(json.loads(text)["rows"]) != behind:
            raise SystemExit(f"{answer.status}: {text[:300]}")
        return took


def line(what, small, large, note="", met=None):
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{what:38} {small:>16} {large:>16}  {note:24} {verdict}", flush=True)


def compared(what, small, large):
    ratio = large / small
    line(what, f"{small * 1000:.2f} ms", f"{large * 1000:.2f} ms", f"<= {MOST}: {ratio:.2f}", ratio <= MOST)


def measure_server(server):
    callers = [Caller(server, "Small", SMALL), Caller(server, "Large", LARGE)]
    server.sql("CHECKPOINT")
    line("the server", f"{SMALL} rows", f"{LARGE} rows", "target")
    for behind, what in ((CHANGES, f"pull of {CHANGES} changes, p50"), (0, "pull of nothing, p50")):
        for _ in range(20):
            for caller in callers:
                caller.pull(behind)
        took = [[], []]
        for _ in range(CALLS):
            for caller, times in zip(callers, took):
                times.append(caller.pull(behind))
        compared(what, *(median(times) for times in took))


def fill_client(server, rows):
    workspace = f"Device of {rows}"
    a, b = (our_client(server, BIN_DIR, f"{who}{rows}", role, workspace) for who, role in (("a", "admin"), ("b", "member")))
    a.tell(f"add {CHANGES} 1")
    a.tell("send")
    fill(server, workspace, rows - CHANGES)
    b.tell("fetch")
    return a, b


# What the fetch itself costs: the search index is complete before.
def measure_clients(server):
    pairs = [fill_client(server, rows) for rows in DEVICES]
    time.sleep(10)
    line("a device", *(f"{rows} rows" for rows in DEVICES), "target")
    answers = ([], [])
    for turn in range(10):
        for (a, b), kept in zip(pairs, answers):
            a.tell(f"change {CHANGES} Changed {turn}")
            a.tell("send")
            kept.append(b.tell("fetch"))
    compared(f"fetch {CHANGES} changes, CPU", *(median([one["cpu"] for one in kept]) for kept in answers))
    compared(f"fetch {CHANGES} changes, p50", *(median([one["wall"] for one in kept]) for kept in answers))
    for pair in pairs:
        for client in pair:
            client.close()


def main():
    print(f"{machine()}; medians of {CALLS} calls in turns")
    with SyncServer(BIN_DIR, **UNLIMITED) as server:
        measure_server(server)
        measure_clients(server)
    print(machine())


main()
