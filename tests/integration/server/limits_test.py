"""What aiagent-server takes, and how it ends: limits, slow clients, full queues and SIGTERM, over real sockets.

    limits_test.py BIN_DIR
"""
import json
import signal
import socket
import threading
import time

from served import ServedTest, edit, main, pull, push

PULL = "/v1/rpc/sync_pull"
PUSH = "/v1/rpc/sync_push"


class Limits(ServedTest):
    def setUp(self):
        super().setUp()
        self.ada = self.person("ada@example.org")
        self.space = self.workspace(admin=self.ada)
        self.token_of_ada = self.token(self.ada)

    def raw(self, server, timeout=20):
        opened = socket.create_connection(("127.0.0.1", server.port), timeout=timeout)
        self.addCleanup(opened.close)
        return opened

    def everything(self, opened):
        got = b""
        try:
            while piece := opened.recv(65536):
                got += piece
        except ConnectionResetError:
            pass
        return got

    def spoken(self, server, text):
        opened = self.raw(server)
        opened.sendall(text)
        opened.shutdown(socket.SHUT_WR)
        return self.everything(opened)

    def test_too_large_is_refused_before_it_is_read(self):
        server = self.served(MAX_BODY_BYTES=100000)
        self.problem(server.get("/livez", headers={"X-Large": "x" * 20000}), 431, "too_large")
        self.problem(server.get("/livez?" + "x" * 9000), 414, "too_large")
        large = json.dumps(push(self.space, [edit(1, "x" * 100000)]))
        self.problem(server.post(PUSH, large, token=self.token_of_ada), 413, "too_large")
        self.problem(server.post(PULL, " " * 70000, token=self.token_of_ada), 413, "too_large")
        chunked = self.problem(server.post(PULL, iter([b" " * 40000] * 3), token=self.token_of_ada), 413, "too_large")
        self.assertEqual(chunked.headers["Connection"], "close")
        self.assertEqual(server.get("/livez").status, 200)

    def test_chunked_bodies_are_read(self):
        server = self.served()
        whole = json.dumps(pull(self.space)).encode()
        answer = server.post(PULL, iter([whole[:7], whole[7:]]), token=self.token_of_ada, headers={"Content-Type": "application/json"})
        self.assertEqual(answer.status, 200, answer)

    def test_what_is_no_http_is_refused(self):
        server = self.served()
        for text in (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /livez HTTP/1.1\r\nA B: c\r\n\r\n",
                     b"POST /livez HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                     b"POST /livez HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                     b"POST /livez HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
            self.assertTrue(self.spoken(server, text).startswith(b"HTTP/1.1 400 "), text)
        self.assertTrue(self.spoken(server, b"BREW /livez HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 501 "))
        self.problem(server.ask("PUT", "/livez"), 405, "invalid")
        self.assertEqual(server.ask("PUT", "/livez").headers["Allow"], "GET")
        self.problem(server.get("/nothing"), 404, "not_found")

    def test_pipelined_requests_are_answered_in_order(self):
        server = self.served()
        got = self.spoken(server, b"GET /livez HTTP/1.1\r\n\r\nGET /nothing HTTP/1.1\r\n\r\nGET /livez HTTP/1.1\r\nConnection: close\r\n\r\n")
        self.assertEqual([part[:3] for part in got.split(b"HTTP/1.1 ")[1:]], [b"200", b"404", b"200"])

    def test_one_that_waits_to_send_is_told_to(self):
        server = self.served()
        opened = self.raw(server)
        body = json.dumps(pull(self.space)).encode()
        opened.sendall(f"POST {PULL} HTTP/1.1\r\nAuthorization: Bearer {self.token_of_ada}\r\nExpect: 100-continue\r\n"
                       f"Content-Length: {len(body)}\r\n\r\n".encode())
        self.assertEqual(opened.recv(100), b"HTTP/1.1 100 Continue\r\n\r\n")
        opened.sendall(body)
        self.assertTrue(opened.recv(100).startswith(b"HTTP/1.1 200 "))

    def test_slow_senders_are_let_go(self):
        server = self.served(HEADER_TIMEOUT_SECONDS=1, BODY_TIMEOUT_SECONDS=1, IDLE_TIMEOUT_SECONDS=2)
        began = time.monotonic()
        header, body, idle = self.raw(server), self.raw(server), self.raw(server)
        header.sendall(b"GET /livez HT")
        body.sendall(f"POST {PULL} HTTP/1.1\r\nAuthorization: Bearer {self.token_of_ada}\r\nContent-Length: 9\r\n\r\n{{".encode())
        self.assertEqual(self.everything(header), b"")
        self.assertEqual(self.everything(body), b"")
        self.assertEqual(self.everything(idle), b"")
        self.assertLess(time.monotonic() - began, 5)
        self.assertGreater(time.monotonic() - began, 1)

    def test_slow_readers_are_let_go(self):
        server = self.served(WRITE_TIMEOUT_SECONDS=1)
        rows = [edit(n, "x" * 40000) for n in range(1, 26)]
        self.assertEqual(server.post(PUSH, push(self.space, rows), token=self.token_of_ada).status, 200)
        opened = socket.socket()
        self.addCleanup(opened.close)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        opened.connect(("127.0.0.1", server.port))
        body = json.dumps(pull(self.space)).encode()
        ask = f"POST {PULL} HTTP/1.1\r\nAuthorization: Bearer {self.token_of_ada}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        opened.sendall(ask * 6)
        time.sleep(3)
        opened.settimeout(10)
        got = self.everything(opened)
        self.assertLess(len(got), 6 * 1000000)

    def test_too_many_requests_are_told_to_wait(self):
        server = self.served(RATE_PER_ADDRESS=1)
        answers = [server.get("/livez") for _ in range(14)]
        self.assertEqual([a.status for a in answers[:10]], [200] * 10)
        refused = next(a for a in answers if a.status != 200)
        self.problem(refused, 429, "rate_limited")
        self.assertEqual(refused.headers["Retry-After"], "1")

    def test_members_have_a_rate_of_their_own(self):
        server = self.served(RATE_PER_MEMBER=1, TRUSTED_PROXIES=1, RATE_PER_ADDRESS=2)
        bo = self.token(self.person("bo@example.org"))
        statuses = [server.post(PULL, pull(self.space), token=self.token_of_ada, headers={"X-Forwarded-For": f"10.0.0.1, 10.0.1.{n}"}).status for n in range(14)]
        self.assertEqual(statuses[:10] + statuses[-1:], [200] * 10 + [429])
        self.assertEqual(server.post(PULL, pull(self.space), token=bo, headers={"X-Forwarded-For": "10.0.2.1"}).status, 403)
        # What the sender claims itself makes no new address.
        addresses = [server.get("/livez", headers={"X-Forwarded-For": f"1.1.1.{n}, 10.0.9.9"}).status for n in range(25)]
        self.assertIn(429, addresses)

    def test_full_queue_is_busy(self):
        server = self.served(THREADS=1, POOL_SIZE=1, POOL_QUEUE=2, POOL_WAIT_MS=1000)
        lock = threading.Thread(target=self.query, args=(f"BEGIN; SELECT 1 FROM sync.workspace WHERE id = '{self.space}' FOR UPDATE; SELECT pg_sleep(2); COMMIT",))
        lock.start()
        time.sleep(0.5)
        statuses = []
        askers = [threading.Thread(target=lambda: statuses.append(server.post(PUSH, push(self.space, [edit(1)]), token=self.token_of_ada))) for _ in range(6)]
        for asker in askers:
            asker.start()
            time.sleep(0.05)
        for thread in (*askers, lock):
            thread.join()
        self.assertEqual(sorted(a.status for a in statuses), [200] + [503] * 5)
        self.assertTrue(all(a.headers["Retry-After"] for a in statuses if a.status == 503))

    def test_too_many_connections_are_turned_away(self):
        server = self.served(MAX_CONNECTIONS=3)
        held = [self.raw(server) for _ in range(3)]
        for one in held:
            one.sendall(b"GET /livez HTTP/1.1\r\n\r\n")
            self.assertTrue(one.recv(1000).startswith(b"HTTP/1.1 200"))
        turned = server.get("/livez")
        self.assertEqual((turned.status, turned.json["error"], turned.headers["Retry-After"]), (503, "busy", "2"))
        held[0].close()
        time.sleep(0.3)
        self.assertEqual(server.get("/livez").status, 200)

    def test_sigterm_finishes_what_was_begun(self):
        server = self.served()
        idle = self.raw(server)
        idle.sendall(b"GET /livez HTTP/1.1\r\n\r\n")
        idle.recv(1000)
        lock = threading.Thread(target=self.query, args=(f"BEGIN; SELECT 1 FROM sync.workspace WHERE id = '{self.space}' FOR UPDATE; SELECT pg_sleep(2); COMMIT",))
        lock.start()
        time.sleep(0.5)
        answers = []
        asker = threading.Thread(target=lambda: answers.append(server.post(PUSH, push(self.space, [edit(1)]), token=self.token_of_ada)))
        asker.start()
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.everything(idle), b"")
        time.sleep(0.2)
        with self.assertRaises(OSError):
            self.raw(server)
        asker.join()
        lock.join()
        self.assertEqual((answers[0].status, answers[0].headers["Connection"]), (200, "close"))
        self.assertEqual(server.process.wait(5), 0)
        self.assertEqual(json.loads(server.log[-1])["message"], "stopped")

    def test_sigterm_waits_no_longer_than_it_may(self):
        server = self.served(DRAIN_TIMEOUT_SECONDS=1, STATEMENT_TIMEOUT_MS=60000)
        opened = self.raw(server)
        opened.sendall(f"POST {PULL} HTTP/1.1\r\nAuthorization: Bearer {self.token_of_ada}\r\nContent-Length: 9\r\n\r\n{{".encode())
        time.sleep(0.3)
        began = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - began, 4)


if __name__ == "__main__":
    main()
