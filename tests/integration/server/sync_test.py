"""The two functions of sync through aiagent-server, over real sockets.

    sync_test.py BIN_DIR
"""
import concurrent.futures
import gzip
import json
import subprocess
import time

from served import ServedTest, edit, main, new_id, pull, push

PULL = "/v1/rpc/sync_pull"
PUSH = "/v1/rpc/sync_push"


class Sync(ServedTest):
    def setUp(self):
        super().setUp()
        self.ada = self.person("ada@example.org")
        self.space = self.workspace(admin=self.ada)
        self.token_of_ada = self.token(self.ada)

    def ask_as_ada(self, server, path, body, **more):
        return server.post(path, body, token=self.token_of_ada, **more)

    def test_what_is_pushed_is_pulled(self):
        server = self.served()
        pushed = self.ask_as_ada(server, PUSH, push(self.space, [edit(1, "Triage"), edit(2, "Billing")]))
        self.assertEqual((pushed.status, pushed.json["head"], [r["s"] for r in pushed.json["results"]]), (200, 2, ["applied", "applied"]), pushed)
        pulled = self.ask_as_ada(server, PULL, pull(self.space))
        self.assertEqual([row["f"]["name"] for row in pulled.json["rows"]], ["Triage", "Billing"])
        self.assertEqual(pulled.headers["Content-Type"], "application/json")

    def test_large_answers_are_compressed_for_who_asks(self):
        server = self.served()
        self.ask_as_ada(server, PUSH, push(self.space, [edit(n, "x" * 2000) for n in range(1, 6)]))
        packed = self.ask_as_ada(server, PULL, pull(self.space), headers={"Accept-Encoding": "gzip, deflate"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(len(json.loads(gzip.decompress(packed.body))["rows"]), 5)
        plain = self.ask_as_ada(server, PULL, pull(self.space))
        self.assertEqual((plain.headers["Content-Encoding"], len(plain.json["rows"])), (None, 5))

    def test_status_of_the_function_is_the_answer_s(self):
        server = self.served()
        self.problem(self.ask_as_ada(server, PULL, pull(new_id())), 403, "space_revoked")
        self.problem(self.ask_as_ada(server, PULL, pull(self.space, cursor=9)), 409, "resync")
        self.problem(self.ask_as_ada(server, PULL, {**pull(self.space), "proto": 2}), 426, "upgrade_required")
        gap = self.problem(self.ask_as_ada(server, PUSH, push(self.space, [edit(5)])), 409, "gap")
        self.assertEqual(gap.json["expect_n"], 1)

    def test_who_is_not_signed_in_is_refused(self):
        server = self.served()
        body = pull(self.space)
        refused = self.problem(server.post(PULL, body), 401, "not_signed_in")
        self.assertEqual(refused.headers["WWW-Authenticate"], "Bearer")
        self.problem(server.post(PULL, body, token="aat_" + "0" * 64), 401, "token_invalid")
        self.problem(server.post(PULL, body, token="x" * 5000), 401, "token_invalid")
        self.problem(server.post(PULL, body, headers={"Authorization": "Basic YTpi"}), 401, "not_signed_in")
        self.query("UPDATE sync.device SET revoked_at = now()")
        self.problem(self.ask_as_ada(server, PULL, body), 401, "device_revoked")

    def test_reused_connection_keeps_neither_role_nor_claims(self):
        # One connection to PostgreSQL: every request goes through what the one before it left.
        server = self.served(THREADS=1, POOL_SIZE=1)
        eve = self.person("eve@example.org")
        theirs = self.workspace(admin=eve)
        token_of_eve = self.token(eve)
        connection = server.connect()
        for _ in range(10):
            self.assertEqual(server.post(PULL, pull(self.space), token=self.token_of_ada, connection=connection).status, 200)
            self.problem(server.post(PULL, pull(self.space), token=token_of_eve, connection=connection), 403, "space_revoked")
            self.problem(server.post(PULL, pull(theirs), token=self.token_of_ada, connection=connection), 403, "space_revoked")
            self.problem(server.post(PULL, pull(theirs), token="aat_none", connection=connection), 401, "token_invalid")
            # As the owner again, in between
            self.assertEqual(server.get("/readyz", connection=connection).status, 200)
            # A statement that fails in the middle of the transaction
            self.problem(server.post(PULL, pull("no uuid"), token=self.token_of_ada, connection=connection), 400, "invalid")
        connection.close()

    def test_two_servers_on_one_database_agree(self):
        one, other = self.served(), self.served()
        client = new_id()
        mutation = edit(1)
        self.assertEqual(self.ask_as_ada(one, PUSH, push(self.space, [mutation], client)).json["results"][0]["s"], "applied")
        again = self.ask_as_ada(other, PUSH, push(self.space, [mutation], client))
        self.assertEqual(again.json["results"][0]["s"], "duplicate")
        self.assertEqual(len(self.ask_as_ada(other, PULL, pull(self.space)).json["rows"]), 1)

    def test_many_at_once_are_all_done(self):
        server = self.served(POOL_SIZE=4)

        def one(number):
            return self.ask_as_ada(server, PUSH, push(self.space, [edit(1, f"Agent {number}")])).status

        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            self.assertEqual(set(pool.map(one, range(120))), {200})
        self.assertEqual(self.query(f"SELECT head, live FROM sync.workspace WHERE id = '{self.space}'"), "120|120")

    def test_connections_that_postgresql_ended_are_replaced(self):
        server = self.served(THREADS=1, POOL_SIZE=2)
        self.assertEqual(self.ask_as_ada(server, PULL, pull(self.space)).status, 200)
        self.query("SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity WHERE application_name = 'aiagent-server'")
        self.assertEqual(self.ask_as_ada(server, PULL, pull(self.space)).status, 200)

    def test_a_lock_of_somebody_else_is_busy_and_not_an_error(self):
        server = self.served()
        holder = self.hold(f"SELECT 1 FROM sync.workspace WHERE id = '{self.space}' FOR UPDATE")
        refused = self.problem(self.ask_as_ada(server, PUSH, push(self.space, [edit(1)])), 503, "busy")
        self.assertEqual(refused.headers["Retry-After"], "1")
        holder.stdin.close()
        self.assertEqual(holder.wait(30), 0)
        self.assertEqual(self.ask_as_ada(server, PUSH, push(self.space, [edit(1)])).status, 200)

    def hold(self, lock):
        holder = subprocess.Popen(["psql", "-X", "-q", "-At", "-d", self.name], env=self.cluster.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        holder.stdin.write(f"BEGIN; {lock}; SELECT 'held';\n")
        holder.stdin.flush()
        while holder.stdout.readline().strip() != "held":
            pass
        self.addCleanup(holder.stdout.close)
        return holder

    def test_bodies_that_are_no_request_are_told_apart(self):
        server = self.served()
        for body in ("", "[]", "null", '{"a":', '{"a":1}}', '"x"'):
            self.problem(self.ask_as_ada(server, PULL, body), 400, "invalid")
        deep = '{"a":' + "[" * 70 + "]" * 70 + "}"
        self.assertIn("64", self.problem(self.ask_as_ada(server, PULL, deep), 400, "invalid").json["message"])
        nul = json.dumps(push(self.space, [edit(1, "a\0b")]))
        self.assertIn("U+0000", self.problem(self.ask_as_ada(server, PUSH, nul), 400, "invalid").json["message"])
        self.problem(self.ask_as_ada(server, PUSH, b"{}", headers={"Content-Type": "text/plain"}), 415, "invalid")
        self.assertEqual(self.ask_as_ada(server, PUSH, push(self.space, [edit(1, "a\\u0000b")])).status, 200)

    def test_health_tells_what_is_missing(self):
        server = self.served()
        self.assertEqual(server.get("/livez").json, {"status": "ok"})
        ready = server.get("/readyz")
        self.assertEqual((ready.status, ready.json["database"], ready.json["migrations"]), (200, "ok", "applied"))
        self.query("DELETE FROM sync.migration WHERE number = 2")
        self.assertEqual((server.get("/readyz").status, server.get("/health").json["migrations"]), (503, "pending"))
        self.cluster.psql("postgres", text=f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false; "
                          f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'")
        self.assertEqual(server.get("/livez").status, 200)
        self.assertEqual(server.get("/health").json["database"], "unavailable")

    def test_log_names_routes_and_no_content(self):
        server = self.served()
        self.assertEqual(self.ask_as_ada(server, PUSH, push(self.space, [edit(1, "A secret prompt")]), headers={"X-Request-Id": "mine-1"}).headers["X-Request-Id"], "mine-1")
        server.get("/nothing/here?token=abc")
        time.sleep(0.5)
        server.stop()
        lines = [json.loads(line) for line in server.log]
        asked = next(line for line in lines if line.get("id") == "mine-1")
        self.assertEqual((asked["severity"], asked["method"], asked["route"], asked["status"]), ("INFO", "POST", PUSH, 200))
        self.assertEqual(next(line for line in lines if line.get("status") == 404)["route"], "-")
        whole = "".join(server.log)
        for word in ("secret prompt", "aat_", "abc", self.ada):
            self.assertNotIn(word, whole)


if __name__ == "__main__":
    main()
