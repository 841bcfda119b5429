"""/v1/openai of aiagent-server, with a provider of the test's own behind it.

    relay_test.py BIN_DIR
"""
import contextlib
import http.client
import http.server
import json
import signal
import socket
import ssl
import subprocess
import threading
import time

from served import ServedTest, main, new_id

KEY = "sk-organisation-key"
EVENTS = [b'data: {"type":"response.output_text.delta","delta":"a"}\n\n'] * 3 + [
    b'data: {"type":"response.completed","response":{"model":"gpt-6.1-sol","usage":{"input_tokens":1000000,"output_tokens":100000}}}\n\n']


class Provider(http.server.ThreadingHTTPServer):
    """What it was asked, and what it answers: `plan(handler)`."""
    daemon_threads = True

    def __init__(self, tls=None):
        self.asked, self.broken, self.plan = [], threading.Event(), None
        super().__init__(("127.0.0.1", 0), Handler)
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    def handle_error(self, *_):
        pass


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, dict(self.headers), body))
        self.server.plan(self)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass

    def json(self, status, value, **headers):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        self.wfile.write(body)

    def stream(self, events, pause=0.0):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for event in events:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(event), event))
                self.wfile.flush()
                time.sleep(pause)
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.server.broken.set()


class Relay(ServedTest):
    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.server_close)
        self.addCleanup(self.provider.shutdown)
        self.provider.plan = lambda handler: handler.stream(EVENTS)
        self.ada, self.vi = self.person("ada@example.org"), self.person("vi@example.org")
        self.space = self.workspace(member=self.ada, viewer=self.vi)
        self.token_of_ada = self.token(self.ada)

    def served(self, **environment):
        base = f"http://127.0.0.1:{self.provider.server_port}/base/v1"
        return super().served(**{"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": base, **environment})

    def run_model(self, server, path="/v1/openai/responses", body=None, token=None, **headers):
        return server.post(path, body or {"model": "gpt-6.1-sol", "input": "Hi", "stream": True}, token=token or self.token_of_ada,
                           headers={name.replace("_", "-"): text for name, text in headers.items()})

    def usage(self):
        return self.query("SELECT model, calls, estimated, input, output, nano_usd FROM sync.usage")

    def code(self, answer, status, code):
        self.assertEqual((answer.status, answer.json["error"]["code"]), (status, code), answer)
        self.assertTrue(answer.json["error"]["message"].endswith("."))

    def test_stream_passes_byte_for_byte_and_is_noted(self):
        server = self.served()
        got = self.run_model(server, Cookie="a=b", OpenAI_Organization="org-x", OpenAI_Beta="responses=v1")
        self.assertEqual((got.status, got.headers["Content-Type"], got.body), (200, "text/event-stream", b"".join(EVENTS)))
        method, path, headers, body = self.provider.asked[0]
        self.assertEqual((method, path, json.loads(body)["input"]), ("POST", "/base/v1/responses", "Hi"))
        self.assertEqual((headers["Authorization"], headers["OpenAI-Beta"]), (f"Bearer {KEY}", "responses=v1"))
        self.assertNotIn("Cookie", headers)
        self.assertNotIn("OpenAI-Organization", headers)
        self.assertNotIn(self.token_of_ada, str(headers))
        # A million in at 2 $ (twice that, it is a long one), a hundred thousand out at 10 $ (one and a half times)
        self.assertEqual(self.usage(), "gpt-6.1-sol|1|0|1000000|100000|5500000000")
        self.run_model(server)
        self.assertEqual(self.usage(), "gpt-6.1-sol|2|0|2000000|200000|11000000000")
        server.stop()
        self.assertNotIn(KEY, "".join(server.log))

    def test_pieces_come_as_they_are_written(self):
        server = self.served()
        self.provider.plan = lambda handler: handler.stream(EVENTS, pause=0.5)
        connection = server.connect()
        connection.request("POST", "/v1/openai/responses", json.dumps({"model": "m"}), {"Authorization": f"Bearer {self.token_of_ada}"})
        began = time.monotonic()
        response = connection.getresponse()
        self.assertEqual(response.readline(), EVENTS[0].split(b"\n")[0] + b"\n")
        self.assertLess(time.monotonic() - began, 1.2)
        self.assertEqual(len(response.read()), len(b"".join(EVENTS)) - len(EVENTS[0]) + 1)
        connection.close()

    def test_client_that_goes_ends_the_call(self):
        server = self.served()
        self.provider.plan = lambda handler: handler.stream([EVENTS[0]] * 100, pause=0.1)
        opened = socket.create_connection(("127.0.0.1", server.port))
        body = json.dumps({"model": "gpt-6.1-sol", "input": "word " * 100})
        opened.sendall(f"POST /v1/openai/responses HTTP/1.1\r\nAuthorization: Bearer {self.token_of_ada}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
        self.assertIn(b"200 OK", opened.recv(1000))
        time.sleep(0.3)
        opened.close()
        self.assertTrue(self.provider.broken.wait(3))
        time.sleep(0.3)
        model, calls, estimated, into, out, _ = self.usage().split("|")
        self.assertEqual((model, calls, estimated), ("gpt-6.1-sol", "1", "1"))
        self.assertGreater(int(into), 80)
        self.assertIn(int(out), range(1, 20))

    def test_other_calls_and_their_errors_pass(self):
        server = self.served()
        self.provider.plan = lambda handler: handler.json(200, {"object": "list", "data": []})
        self.assertEqual(server.get("/v1/openai/models", token=self.token_of_ada).json["object"], "list")
        self.provider.plan = lambda handler: handler.json(200, {"input_tokens": 5})
        self.assertEqual(self.run_model(server, "/v1/openai/responses/input_tokens").json, {"input_tokens": 5})
        self.provider.plan = lambda handler: handler.json(429, {"error": {"code": "slow_down"}}, Retry_After="7", x_request_id="req_1", Set_Cookie="a=b")
        limited = self.run_model(server, f"/v1/openai/w/{self.space}/chat/completions")
        self.assertEqual((limited.status, limited.json["error"]["code"], limited.headers["Retry-After"], limited.headers["X-Upstream-Request-Id"]), (429, "slow_down", "7", "req_1"))
        self.assertNotIn("Set-Cookie", limited.headers)
        self.assertEqual(self.provider.asked[-1][1], "/base/v1/chat/completions")
        self.assertEqual(self.usage(), "")
        self.provider.plan = lambda handler: handler.json(401, {"error": {"code": "invalid_api_key", "message": KEY}})
        refused = self.run_model(server)
        self.code(refused, 502, "provider_credentials")
        self.assertNotIn(KEY, refused.body.decode())

    def test_what_a_provider_says_of_retries_passes(self):
        server = self.served()
        self.provider.plan = lambda handler: handler.json(429, {"error": {"code": "slow_down"}}, retry_after_ms="50", x_should_retry="true")
        limited = self.run_model(server)
        self.assertEqual((limited.headers["Retry-After-Ms"], limited.headers["X-Should-Retry"]), ("50", "true"))
        self.provider.plan = lambda handler: handler.json(500, {"error": {}}, x_should_retry="false")
        self.assertEqual(self.run_model(server).headers["X-Should-Retry"], "false")

    def test_a_model_is_looked_up_by_its_name_alone(self):
        server = self.served()
        self.provider.plan = lambda handler: handler.json(200, {"object": "model"})
        for name, sent in (("gpt-6.1-sol", "gpt-6.1-sol"), ("ft:gpt-6.1-sol:acme::7p4", "ft:gpt-6.1-sol:acme::7p4"), ("ft%3Agpt", "ft:gpt")):
            for base in ("/v1/openai", f"/v1/openai/w/{self.space}"):
                self.assertEqual(server.get(f"{base}/models/{name}", token=self.token_of_ada).json, {"object": "model"})
                self.assertEqual(self.provider.asked[-1][:2], ("GET", "/base/v1/models/" + sent))
        asked = len(self.provider.asked)
        for name in ("..", ".", "%2e%2e", "%2E%2E%2ffiles", "a%2fb", "a%3fb", "a%23", "a%20HTTP", "a%0d%0aX:y", "a%5c", "a%25"):
            self.code(server.get("/v1/openai/models/" + name, token=self.token_of_ada), 400, "invalid")
        self.assertEqual(len(self.provider.asked), asked)
        self.code(server.get("/v1/openai/models/m", token=self.token(self.vi)), 403, "forbidden")
        self.assertEqual(self.usage(), "")

    def test_what_is_not_relayed_is_refused_in_the_shape_of_clients(self):
        server = self.served()
        for method, path, status, code in (("POST", "/embeddings", 404, "not_found"), ("GET", "/responses/resp_1", 404, "not_found"),
                                           ("DELETE", f"/w/{self.space}/responses/resp_1", 404, "not_found"), ("GET", "/responses", 405, "invalid")):
            self.code(server.ask(method, "/v1/openai" + path, token=self.token_of_ada), status, code)
        self.problem(server.get("/v1/openaix", token=self.token_of_ada), 404, "not_found")
        few = self.served(RATE_PER_ADDRESS=1)
        limited = [answer for answer in (few.get("/v1/openai/models", token=self.token_of_ada) for _ in range(20)) if answer.status == 429]
        self.code(limited[0], 429, "rate_limited")
        self.assertTrue(limited[0].headers["Retry-After"])

    def test_budgets_are_asked_before_the_call(self):
        server = self.served(MEMBER_BUDGET_USD="5", WORKSPACE_BUDGET_USD="1000")
        self.assertEqual(self.run_model(server).status, 200)
        refused = self.run_model(server)
        self.code(refused, 402, "budget_exceeded")
        self.assertIn("$5.00", refused.json["error"]["message"])
        self.assertEqual(len(self.provider.asked), 1)
        self.query(f"INSERT INTO sync.budget(workspace_id, user_id, nano_usd) VALUES ('{self.space}', '{self.ada}', 100000000000)")
        self.assertEqual(self.run_model(server).status, 200)
        self.query(f"INSERT INTO sync.budget(workspace_id, nano_usd) VALUES ('{self.space}', 1000000000)")
        self.assertIn("workspace", self.run_model(server).json["error"]["message"])
        self.assertEqual(self.query("SELECT count(*) FROM sync.reservation"), "0", "what a call set aside goes with it")
        self.query("DELETE FROM sync.budget; UPDATE sync.usage SET month = month - interval '1 month'")
        self.code(self.run_model(server, body={"model": "nobody-knows"}), 402, "model_unpriced")
        self.assertEqual(self.run_model(server).status, 200)

    def slow_calls(self, server, count, **body):
        """Calls whose answers wait for the event that comes with them."""
        go, began = threading.Event(), threading.Semaphore(0)

        def plan(handler):
            began.release()
            go.wait(20)
            handler.json(200, {"model": "gpt-6.1-sol", "usage": {"input_tokens": 10, "output_tokens": 100000}})
        self.provider.plan = plan
        answers = []

        def call():
            with contextlib.suppress(http.client.HTTPException):
                answers.append(self.run_model(server, body={"model": "gpt-6.1-sol", "input": "Hi", **body}))
        threads = [threading.Thread(target=call) for _ in range(count)]
        for thread in threads:
            thread.start()

        def finish():
            go.set()
            for thread in threads:
                thread.join(20)
            return sorted(answer.status for answer in answers)
        self.addCleanup(finish)
        return began, finish, answers

    def test_calls_at_once_go_over_the_budget_by_one_estimate_at_most(self):
        server = self.served(MEMBER_BUDGET_USD="2.5")
        # A dollar each, all but nothing for the input.
        began, finish, answers = self.slow_calls(server, 8, max_output_tokens=100000)
        for _ in range(3):
            self.assertTrue(began.acquire(timeout=10))
        ends = time.monotonic() + 10
        while len(answers) < 5:
            self.assertLess(time.monotonic(), ends)
            time.sleep(0.02)
        for answer in answers:
            self.code(answer, 402, "budget_exceeded")
            self.assertIn("under way", answer.json["error"]["message"])
        self.assertEqual(self.query("SELECT count(*), min(nano_usd) >= 1000000000 FROM sync.reservation"), "3|t")
        self.assertEqual(finish(), [200] * 3 + [402] * 5)
        self.assertEqual(self.query("SELECT calls, nano_usd FROM sync.usage"), "3|3000060000")
        self.assertEqual(self.query("SELECT count(*) FROM sync.reservation"), "0")
        self.code(self.run_model(server), 402, "budget_exceeded")

    def test_what_is_set_aside_goes_with_failures_and_lapses_with_a_server(self):
        server = self.served(MEMBER_BUDGET_USD="0.5", RELAY_TIMEOUT_SECONDS=1)
        self.provider.plan = lambda handler: handler.json(500, {"error": {}})
        self.assertEqual(self.run_model(server).status, 500)
        self.provider.plan = lambda handler: time.sleep(3)
        self.code(self.run_model(server), 504, "provider_timeout")
        self.assertEqual(self.query("SELECT (SELECT count(*) FROM sync.reservation), (SELECT count(*) FROM sync.usage)"), "0|0")
        dying = self.served(MEMBER_BUDGET_USD="0.5", RELAY_TIMEOUT_SECONDS=5)
        began, _, _ = self.slow_calls(dying, 1, max_output_tokens=100000)
        self.assertTrue(began.acquire(timeout=10))
        dying.stop(signal.SIGKILL)
        self.code(self.run_model(server), 402, "budget_exceeded")
        self.assertRegex(self.query("SELECT extract(epoch FROM expires_at - now())::int FROM sync.reservation"), r"^(1\d|20)$")
        self.query("UPDATE sync.reservation SET expires_at = now() - interval '1 second'")
        self.provider.plan = lambda handler: handler.stream(EVENTS)
        self.assertEqual(self.run_model(server).status, 200)
        self.assertEqual(self.query("SELECT count(*) FROM sync.reservation"), "0")

    def test_a_long_stream_keeps_what_it_set_aside(self):
        server = self.served(MEMBER_BUDGET_USD="5", RELAY_TIMEOUT_SECONDS=1)
        self.provider.plan = lambda handler: handler.stream([EVENTS[0]] * 14 + EVENTS, pause=0.3)
        call = threading.Thread(target=self.run_model, args=[server])
        call.start()
        time.sleep(1)
        first = self.query("SELECT expires_at FROM sync.reservation")
        call_ends = time.monotonic() + 10
        while self.query("SELECT expires_at FROM sync.reservation") == first:
            self.assertLess(time.monotonic(), call_ends)
            time.sleep(0.1)
        self.assertNotEqual(self.query("SELECT expires_at FROM sync.reservation"), "")
        call.join()

    def test_administrators_see_and_set_budgets(self):
        server = self.served(MEMBER_BUDGET_USD="5", WORKSPACE_BUDGET_USD="0")
        ada, vi = self.token_of_ada, self.token(self.vi)
        path = f"/v1/workspaces/{self.space}/budgets"
        self.run_model(server)
        for token in (ada, vi):
            self.problem(server.get(path, token=token), 403, "forbidden")
            self.problem(server.ask("PUT", path, {"monthly_usd": 1}, token), 403, "forbidden")
        self.query(f"UPDATE sync.membership SET role = 'admin' WHERE user_id = '{self.ada}'")
        shown = server.get(path, token=ada).json
        self.assertEqual(shown["workspace"], {"monthly_usd": None, "default": True, "spent_usd": 5.5, "reserved_usd": 0})
        self.assertEqual([(one["email"], one["monthly_usd"], one["spent_usd"]) for one in shown["members"]], [("ada@example.org", 5, 5.5), ("vi@example.org", 5, 0)])
        self.code(self.run_model(server), 402, "budget_exceeded")
        changed = server.ask("PUT", path, {"user": self.ada, "monthly_usd": 5.75}, ada).json
        self.assertEqual([one["monthly_usd"] for one in changed["members"]], [5.75, 5])
        self.assertEqual(self.run_model(server).status, 200)
        self.assertEqual(server.ask("PUT", path, {"user": self.ada, "monthly_usd": None}, ada).json["members"][0]["default"], True)
        self.assertEqual(server.ask("PUT", path, {"monthly_usd": 0}, ada).json["workspace"]["monthly_usd"], 0)
        server.ask("PUT", path, {"user": self.ada, "monthly_usd": 100}, ada)
        self.assertIn("workspace", self.run_model(server).json["error"]["message"])
        for body in ({"monthly_usd": -0.1}, {"monthly_usd": 1e10}, {"monthly_usd": "5"}, {}):
            self.problem(server.ask("PUT", path, body, ada), 400, "invalid")
        self.problem(server.ask("PUT", path, {"user": new_id(), "monthly_usd": 1}, ada), 404, "not_found")
        self.problem(server.get(path.replace(self.space, new_id()), token=ada), 403, "space_revoked")
        self.assertEqual(self.query("SELECT count(*) FROM sync.audit WHERE action = 'budget.changed' AND by_email = 'ada@example.org'"), "4")

    def test_bodies_that_would_slip_past_a_budget_are_refused(self):
        server = self.served()
        self.code(self.run_model(server, body={"model": "gpt-6.1-sol", "background": True}), 400, "background_unsupported")
        twice = server.post("/v1/openai/responses", '{"model": "gpt-6.1-sol", "model": "gpt-6.1-terra", "input": "a: \\": {"}', token=self.token_of_ada)
        self.code(twice, 400, "invalid")
        self.assertEqual(self.provider.asked, [])
        self.assertEqual(self.run_model(server, body="no JSON").status, 200, "the provider says what it thinks of it")

    def test_answers_belong_to_who_got_them(self):
        server = self.served()
        bo = self.person("bo@example.org")
        self.query(f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{self.space}', '{bo}', 'member')")
        tokens = {"ada": self.token_of_ada, "bo": self.token(bo)}

        def ask(who, path="/v1/openai/responses", **body):
            return self.run_model(server, path, {"model": "gpt-6.1-sol", "input": "Hi", **body}, tokens[who])
        self.provider.plan = lambda handler: handler.json(200, {"metadata": {"id": "resp_x"}, "id": "resp_1", "output": [{"id": "msg_1", "type": "message"}], "usage": {}})
        whole = ask("ada")
        self.assertEqual((whole.json["id"], whole.headers["Content-Length"]), ("resp_1", str(len(whole.body))))
        reference = [{"type": "item_reference", "id": "msg_1"}]
        self.assertEqual(ask("ada", previous_response_id="resp_1").status, 200)
        self.assertEqual(ask("ada", input=reference).status, 200)
        asked = len(self.provider.asked)
        for who, named, code in (("bo", {"previous_response_id": "resp_1"}, "previous_response_not_found"), ("ada", {"previous_response_id": "resp_2"}, "previous_response_not_found"),
                                 ("ada", {"previous_response_id": "resp_x"}, "previous_response_not_found"), ("bo", {"input": reference}, "item_not_found"),
                                 ("ada", {"conversation": "conv_1"}, "conversation_not_found"), ("ada", {"conversation": {"id": "conv_1"}}, "conversation_not_found")):
            for path in ("/v1/openai/responses", "/v1/openai/responses/input_tokens"):
                refused = ask(who, path, **named)
                self.code(refused, 404, code)
                self.assertEqual(refused.json["error"]["param"], next(iter(named)))
        self.assertEqual(len(self.provider.asked), asked)
        self.provider.plan = lambda handler: handler.json(200, {"id": "resp_3", "usage": {}})
        ask("ada", store=False)
        self.code(ask("ada", previous_response_id="resp_3"), 404, "previous_response_not_found")
        self.query("UPDATE sync.answer_id SET expires_at = now() - interval '1 second'")
        self.code(ask("ada", previous_response_id="resp_1"), 404, "previous_response_not_found")
        self.command("gc")
        self.assertEqual(self.query("SELECT count(*) FROM sync.answer_id"), "0")

    def test_a_streams_id_is_known_before_its_end(self):
        server = self.served()
        created = b'event: response.created\ndata: {"type":"response.created","response":{"id":"resp_1","usage":null}}\n\n'
        self.provider.plan = lambda handler: handler.stream([created[:30], created[30:]] + [EVENTS[0]] * 50, pause=0.1)
        connection = server.connect()
        body = {"model": "gpt-6.1-sol", "input": "Hi", "stream": True}
        connection.request("POST", "/v1/openai/responses", json.dumps(body), {"Authorization": f"Bearer {self.token_of_ada}"})
        response = connection.getresponse()
        self.assertEqual(response.read(len(created)), created)
        connection.close()
        self.assertTrue(self.provider.broken.wait(5))
        self.provider.plan = lambda handler: handler.stream(EVENTS)
        self.assertEqual(self.run_model(server, body={**body, "previous_response_id": "resp_1"}).body, b"".join(EVENTS))

    def test_a_whole_answer_that_breaks_off_is_passed_as_far_as_it_came(self):
        server = self.served()

        def breaks(handler):
            handler.connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"id": "resp_1"')
            handler.connection.shutdown(socket.SHUT_RDWR)
        self.provider.plan = breaks
        with self.assertRaises(http.client.IncompleteRead) as broken:
            self.run_model(server)
        self.assertEqual(broken.exception.partial, b'{"id": "resp_1"')
        self.assertEqual(self.usage().split("|")[:3], ["gpt-6.1-sol", "1", "1"])

    def test_charged_to_the_workspace_that_is_meant(self):
        server = self.served()
        personal = new_id()
        self.query(f"INSERT INTO sync.workspace(id, name, personal_of) VALUES ('{personal}', 'Personal', '{self.ada}');"
                   f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{personal}', '{self.ada}', 'admin')")

        def charged():
            return self.query("SELECT string_agg(workspace_id::text, ',') FROM sync.usage; DELETE FROM sync.usage").strip()

        self.run_model(server)
        self.assertEqual(charged(), self.space)
        self.run_model(server, X_Workspace=personal)
        self.assertEqual(charged(), personal)
        other = self.workspace(member=self.ada)
        self.run_model(server)
        self.assertEqual(charged(), personal)
        self.run_model(server, f"/v1/openai/w/{other}/responses")
        self.assertEqual(charged(), other)
        theirs = self.workspace(admin=self.vi)
        self.code(self.run_model(server, X_Workspace=theirs), 403, "space_revoked")
        self.code(self.run_model(server, X_Workspace="x"), 400, "invalid")
        self.code(self.run_model(server, token=self.token(self.vi), X_Workspace=self.space), 403, "forbidden")
        nobody = server.post("/v1/openai/responses", {})
        self.code(nobody, 401, "not_signed_in")
        self.assertEqual(nobody.headers["WWW-Authenticate"], "Bearer")
        self.code(server.ask("POST", "/v1/openai/responses", None, self.token_of_ada, {"Content-Length": str(21 << 20)}), 413, "too_large")

    def test_providers_that_fail(self):
        server = self.served(RELAY_TIMEOUT_SECONDS=1)
        self.provider.plan = lambda handler: time.sleep(3)
        self.code(self.run_model(server), 504, "provider_timeout")
        self.provider.plan = lambda handler: handler.connection.sendall(b"garbage\r\n\r\n")
        self.code(self.run_model(server), 502, "provider_unreachable")

        def breaks(handler):
            handler.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 1000\r\n\r\n" + EVENTS[0])
            handler.connection.shutdown(socket.SHUT_RDWR)
        self.provider.plan = breaks
        with self.assertRaises(Exception):
            self.run_model(server)
        away = super().served(OPENAI_API_KEY=KEY, OPENAI_BASE_URL="http://127.0.0.1:1/v1")
        self.code(self.run_model(away), 502, "provider_unreachable")
        without = super().served()
        self.code(self.run_model(without), 404, "not_found")

    def test_certificates_are_checked(self):
        folder = self.cluster.folder
        made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "tls.key", "-out", folder / "tls.pem"]
        subprocess.run(made, check=True, stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "tls.pem", folder / "tls.key")
        secure = Provider(context)
        self.addCleanup(secure.server_close)
        self.addCleanup(secure.shutdown)
        secure.plan = lambda handler: handler.stream(EVENTS)
        trusted = self.served(OPENAI_BASE_URL=f"https://localhost:{secure.server_port}/v1", SSL_CERT_FILE=folder / "tls.pem")
        self.assertEqual(self.run_model(trusted).body, b"".join(EVENTS))
        other_name = self.served(OPENAI_BASE_URL=f"https://127.0.0.1:{secure.server_port}/v1", SSL_CERT_FILE=folder / "tls.pem")
        self.code(self.run_model(other_name), 502, "provider_unreachable")
        unknown = self.served(OPENAI_BASE_URL=f"https://localhost:{secure.server_port}/v1")
        self.code(self.run_model(unknown), 502, "provider_unreachable")
        self.assertEqual(len(secure.asked), 1)


if __name__ == "__main__":
    main()
