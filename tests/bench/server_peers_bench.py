#!/usr/bin/env python3
"""aiagent-server beside a small Fastify and pg service, on the same PostgreSQL, in turns.

    server_peers_bench.py BIN_DIR [SECONDS [TURNS]]

wrk asks for pulls of one row (read) and pushes of one edit (write) over eight connections. CPU is of the server's
process alone: what PostgreSQL does is the same for both. Then two thousand listeners of /v1/live.
"""
import json
import pathlib
import select
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import uuid

from sync_fixture import HERE, UNLIMITED, Node, SyncServer, cpu, fill, machine, median, memory, peers, percentile

BIN_DIR = sys.argv[1]
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
TURNS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
CONNECTIONS = 8
LISTENERS = 2_000
GROUP = 200
PUSHES = 50


def post(url, body, token=None):
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    with urllib.request.urlopen(urllib.request.Request(url, json.dumps(body).encode(), headers), timeout=30) as answer:
        return json.load(answer)


class Member:
    """Somebody signed in, with a workspace of a thousand agents."""

    def __init__(self, server):
        self.server = server
        self.code = server.invite("ada@example.com", "admin")["code"]
        signed = post(f"{server.url}/v1/auth/exchange", {"code": self.code, "device": {"name": "bench", "platform": "linux", "app": "1.0"}})
        self.token, self.space = signed["access_token"], signed["workspace"]
        fill(server, "Team", 1_000)
        self.agents = server.sql(f"SELECT id FROM sync.row WHERE workspace_id = '{self.space}' ORDER BY version LIMIT {CONNECTIONS}").split()

    def head(self):
        return int(self.server.sql(f"SELECT head FROM sync.workspace WHERE id = '{self.space}'"))


def wrk(port, kind, member, seconds):
    words = ["wrk", f"-t{CONNECTIONS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s", "-s", str(HERE / "peers" / "calls.lua"),
             f"http://127.0.0.1:{port}", "--", kind, uuid.uuid4().hex[:8], member.space, str(member.head() - 1), member.token, *member.agents]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.strip().splitlines()[-1])
    if result["errors"] or not result["requests"]:
        raise SystemExit(f"{kind}: {result}\n{done.stdout}")
    return result


class Side:
    def __init__(self, port, pid):
        self.port, self.pid, self.figures = port, pid, {}

    def turn(self, kind, member):
        before = cpu(self.pid)
        result = wrk(self.port, kind, member, SECONDS)
        for what, value in (("rate", result["requests"] * 1e6 / result["microseconds"]), ("p50", result["p50"] / 1000),
                            ("p99", result["p99"] / 1000), ("cpu", (cpu(self.pid) - before) * 1e6 / result["requests"])):
            self.figures.setdefault(f"{kind} {what}", []).append(value)

    def middle(self, what):
        return median(self.figures[what])


def line(what, ours, theirs, note="", met=None):
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{what:38} {ours:>16} {theirs:>16}  {note:24} {verdict}", flush=True)


def report(ours, theirs):
    line("", "ours", "Fastify + pg", "target")
    for kind, name, share in (("pull", "read (pull of one row)", 45), ("push", "write (push of one edit)", 60)):
        used = [side.middle(f"{kind} cpu") for side in (ours, theirs)]
        ratio = 100 * used[0] / used[1]
        line(f"{name}, CPU us a call", f"{used[0]:.0f}", f"{used[1]:.0f}", f"<= {share} %: {ratio:.0f} %", ratio <= share)
        line("  requests/s", *(f"{side.middle(f'{kind} rate'):.0f}" for side in (ours, theirs)))
        line("  p50, p99 ms", *(f"{side.middle(f'{kind} p50'):.1f}, {side.middle(f'{kind} p99'):.1f}" for side in (ours, theirs)))
    used = [memory(side.pid) for side in (ours, theirs)]
    line("memory after it, MB", f"{used[0]:.0f}", f"{used[1]:.0f}", f"<= 1/4: 1/{used[1] / used[0]:.1f}", used[0] * 4 <= used[1])


# ---------------------------------------------------------------- listeners

# In groups: the server keeps a bounded queue before PostgreSQL, and tells those behind it to come again.
def listen(server, member, poll):
    ask = f"GET /v1/live?workspace={member.space} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {member.token}\r\n\r\n".encode()
    listening = {}
    while len(listening) < LISTENERS:
        for _ in range(GROUP):
            opened = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            opened.sendall(ask)
            listening[opened.fileno()] = opened
            poll.register(opened, select.EPOLLIN)
        hear(poll, listening, member.head(), GROUP)
    return listening


def hear(poll, listening, head, count):
    """When `count` listeners heard of that head, in seconds of the monotonic clock."""
    wanted, heard = f'"head":{head}}}'.encode(), {}
    while len(heard) < count:
        ready = poll.poll(20)
        if not ready:
            raise SystemExit(f"only {len(heard)} of {count} heard")
        for number, _ in ready:
            data = listening[number].recv(65536)
            if wanted in data:
                heard[number] = time.monotonic()
            elif not data:
                raise SystemExit("a listener was dropped")
    return heard.values()


def measure_listeners(server, member):
    before = memory(server.process.pid)
    poll = select.epoll()
    listening = listen(server, member, poll)
    waits, used, client = [], cpu(server.process.pid), str(uuid.uuid4())
    for n in range(1, PUSHES + 1):
        began = time.monotonic()
        answer = post(f"{server.url}/v1/rpc/sync_push", {
            "proto": 1, "schema": 12, "client": client, "space": member.space, "cursor": 0, "mutations": [
                {"n": n, "mid": str(uuid.uuid4()), "op": "patch", "t": "agent", "id": member.agents[0], "set": {"name": f"Poke {n}"}}]}, member.token)
        waits += [at - began for at in hear(poll, listening, answer["head"], LISTENERS)]
    used = cpu(server.process.pid) - used
    rss = memory(server.process.pid)
    for one in listening.values():
        one.close()
    p95 = percentile(waits, .95) * 1000
    line(f"{LISTENERS} listeners, memory MB", f"{rss:.0f}", "", f"<= 200, before {before:.0f}", rss <= 200)
    line("  push sent, each told: p95", f"{p95:.0f} ms", "", "<= 150 ms", p95 <= 150)
    line("  server CPU us a listener told", f"{used * 1e6 / PUSHES / LISTENERS:.1f}", "")


def main():
    modules = peers(BIN_DIR)
    if not modules or not shutil.which("wrk"):
        raise SystemExit("npm cannot fetch the peers, or there is no wrk: nothing to compare with")
    print(f"{machine()}; {CONNECTIONS} connections, {TURNS} turns of {SECONDS} s, medians")
    with SyncServer(BIN_DIR, **UNLIMITED, MAX_LISTENERS="4000") as server:
        member = Member(server)
        with Node("fastify_server.mjs", modules, server.cluster.folder, server.cluster.user, "library", server.url, 10) as fastify:
            ours, theirs = Side(server.port, server.process.pid), Side(fastify.port, fastify.process.pid)
            for kind in ("pull", "push"):
                for side in (ours, theirs):
                    wrk(side.port, kind, member, 1)
                for _ in range(TURNS):
                    for side in (ours, theirs):
                        side.turn(kind, member)
            report(ours, theirs)
        measure_listeners(server, member)
    print(machine())


main()
