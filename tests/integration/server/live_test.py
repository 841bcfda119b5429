"""GET /v1/live of aiagent-server: hints over real sockets, from this process and from others.

    live_test.py BIN_DIR
"""
import json
import pathlib
import socket
import threading
import time

from served import ServedTest, edit, main, new_id, push, watches_threads

PUSH = "/v1/rpc/sync_push"
BACK_AT_ONCE = 400  # people, with two connections each


class Listener:
    """The events of one connection, as they come."""

    def __init__(self, server, space, token):
        self.connection = server.connect(timeout=40)
        self.connection.request("GET", f"/v1/live?workspace={space}", headers={"Authorization": f"Bearer {token}"})
        self.response = self.connection.getresponse()
        self.events = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        try:
            while line := self.response.fp and self.response.readline():
                self.events.append((time.monotonic(), line.decode().strip()))
        except (OSError, ValueError, AttributeError):
            pass
        self.ended.set()

    def heads(self):
        return [json.loads(line[6:])["head"] for _, line in self.events if line.startswith("data: {\"space")]

    def wait_for(self, head, timeout=10):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if head in self.heads():
                return True
            time.sleep(0.005)
        return False

    def close(self):
        self.connection.sock and self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.connection.close()
        self.thread.join(5)


class Live(ServedTest):
    def setUp(self):
        super().setUp()
        self.ada = self.person("ada@example.org")
        self.bo = self.person("bo@example.org")
        self.space = self.workspace(admin=self.ada, member=self.bo)
        self.token_of_ada = self.token(self.ada)
        self.token_of_bo = self.token(self.bo)

    def listen(self, server, space=None, token=None):
        listener = Listener(server, space or self.space, token or self.token_of_bo)
        self.addCleanup(listener.close)
        return listener

    def edit(self, server):
        answer = server.post(PUSH, push(self.space, [edit(1)]), token=self.token_of_ada)
        self.assertEqual(answer.status, 200, answer)
        return answer.json["head"]

    def test_head_comes_at_once_and_after_each_change(self):
        server = self.served()
        listener = self.listen(server)
        self.assertEqual((listener.response.status, listener.response.headers["Content-Type"]), (200, "text/event-stream"))
        self.assertTrue(listener.wait_for(0))
        began = time.monotonic()
        self.assertTrue(listener.wait_for(self.edit(server)))
        self.assertLess(time.monotonic() - began, 1)
        self.assertEqual(listener.heads(), [0, 1])

    def test_changes_through_another_server_are_told(self):
        one, other = self.served(), self.served()
        listener = self.listen(one)
        self.assertTrue(listener.wait_for(0))
        began = time.monotonic()
        head = self.edit(other)
        self.assertTrue(listener.wait_for(head))
        self.assertLess(time.monotonic() - began, 2)

    def test_only_members_listen(self):
        server = self.served()
        eve = self.token(self.person("eve@example.org"))
        self.problem(server.get(f"/v1/live?workspace={self.space}", token=eve), 403, "space_revoked")
        self.problem(server.get(f"/v1/live?workspace={new_id()}", token=eve), 403, "space_revoked")
        self.problem(server.get("/v1/live?workspace=x", token=eve), 400, "invalid")
        self.problem(server.get(f"/v1/live?workspace={self.space}"), 401, "not_signed_in")

    def test_end_of_the_membership_or_device_ends_it(self):
        server = self.served()
        member, device = self.listen(server), self.listen(server, token=self.token_of_ada)
        self.assertTrue(member.wait_for(0) and device.wait_for(0))
        self.query(f"UPDATE sync.membership SET suspended = true WHERE user_id = '{self.bo}'")
        self.query(f"UPDATE sync.device SET revoked_at = now() WHERE user_id = '{self.ada}'")
        for listener in (member, device):
            self.assertTrue(listener.ended.wait(5))
            self.assertIn("event: bye", [line for _, line in listener.events])

    def test_drain_says_goodbye(self):
        server = self.served()
        listener = self.listen(server)
        self.assertTrue(listener.wait_for(0))
        began = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - began, 3)
        self.assertTrue(listener.ended.wait(5))
        self.assertIn("event: bye", [line for _, line in listener.events])

    def test_clients_that_go_are_forgotten(self):
        server = self.served(MAX_LISTENERS=1)
        first = self.listen(server)
        self.assertTrue(first.wait_for(0))
        self.problem(server.get(f"/v1/live?workspace={self.space}", token=self.token_of_bo), 503, "busy")
        first.close()
        time.sleep(0.3)
        self.assertTrue(self.listen(server).wait_for(0))

    def test_a_database_that_comes_back_is_listened_to_again(self):
        server = self.served()
        listener = self.listen(server)
        self.assertTrue(listener.wait_for(0))
        time.sleep(0.5)
        self.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aiagent-server'")
        self.query(f"UPDATE sync.workspace SET head = 5 WHERE id = '{self.space}'")
        self.assertTrue(listener.wait_for(5))

    def test_five_hundred_listeners_cost_little(self):
        server = self.served()
        listening = []
        ask = f"GET /v1/live?workspace={self.space} HTTP/1.1\r\nAuthorization: Bearer {self.token_of_bo}\r\n\r\n".encode()
        before = self.memory(server)
        for _ in range(500):
            opened = socket.create_connection(("127.0.0.1", server.port), timeout=10)
            self.addCleanup(opened.close)
            opened.sendall(ask)
            listening.append(opened)
        for opened in listening:
            self.assertIn(b'"head":0}', self.until(opened, b'"head":0}'))
        self.assertLess((self.memory(server) - before) / 500, 500 if watches_threads() else 100)
        head = self.edit(server)
        for opened in listening:
            self.until(opened, f'"head":{head}}}'.encode())

    def test_case48_hundreds_come_back_at_once_and_none_waits_long(self):
        server = self.served(MAX_CONNECTIONS=2000, POOL_QUEUE=2000)
        for _ in range(3):
            self.edit(server)
        body = json.dumps({"proto": 1, "schema": 1, "client": new_id(), "space": self.space, "epoch": None, "cursor": 0}).encode()
        head = f"Authorization: Bearer {self.token_of_bo}\r\n"
        live = f"GET /v1/live?workspace={self.space} HTTP/1.1\r\n{head}\r\n".encode()
        pull = f"POST /v1/rpc/sync_pull HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        opened = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(2 * BACK_AT_ONCE)]
        for one in opened:
            self.addCleanup(one.close)
        begun, took = time.monotonic(), []
        for one, ask in zip(opened, [live, pull] * BACK_AT_ONCE):
            one.sendall(ask)
        for one, wanted in zip(opened, [b'"head":3}', b'"complete" : true'] * BACK_AT_ONCE):
            self.until(one, wanted)
            took.append(time.monotonic() - begun)
        self.assertLess(sorted(took)[int(len(took) * 0.95)], 3)
        # Nobody stands in the way of who writes.
        begun = time.monotonic()
        self.edit(server)
        self.assertLess(time.monotonic() - begun, 1)

    def until(self, opened, wanted):
        got = b""
        while wanted not in got:
            piece = opened.recv(4096)
            self.assertTrue(piece)
            got += piece
        return got

    def memory(self, server):
        """KiB."""
        status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


if __name__ == "__main__":
    main()
