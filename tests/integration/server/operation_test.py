"""What operators see of aiagent-server: metrics, faults at the start, a replica for reading.

    operation_test.py BIN_DIR
"""
import gzip
import http.client
import re
import shutil
import subprocess
import time
import urllib.request

import served
from served import ServedTest, edit, main, new_id, pull, push

PULL = "/v1/rpc/sync_pull"
PUSH = "/v1/rpc/sync_push"


class Operation(ServedTest):
    def setUp(self):
        super().setUp()
        self.ada = self.person("ada@example.org")
        self.space = self.workspace(admin=self.ada)
        self.token_of_ada = self.token(self.ada)

    def metrics(self, server):
        with urllib.request.urlopen(f"http://127.0.0.1:{server.metrics_port}/metrics", timeout=10) as response:
            text = response.read().decode()
        return {match[1]: float(match[2]) for match in re.finditer(r"^(aiagent_\S+(?:\{[^}]*\})?) (\S+)$", text, re.M)}

    def until(self, holds, seconds=20):
        ends = time.monotonic() + seconds
        while not holds():
            self.assertLess(time.monotonic(), ends, "it never came")
            time.sleep(0.05)

    def test_metrics_count_requests_and_edits(self):
        server = self.served()
        mutation, client = edit(1), new_id()
        for _ in range(2):
            server.post(PUSH, push(self.space, [mutation], client), token=self.token_of_ada)
        server.post(PUSH, push(self.space, [{"n": 1, "mid": new_id(), "op": "delete", "t": "agent", "id": new_id()}]), token=self.token_of_ada)
        server.get("/v1/nothing")
        # The server hears a moment later that its clients have closed.
        gauges = ("aiagent_connections", "aiagent_pool_in_use", "aiagent_pool_waiting", "aiagent_live_listeners")
        self.until(lambda: not any(self.metrics(server)[gauge] for gauge in gauges))
        got = self.metrics(server)
        self.assertEqual(got[f'aiagent_http_requests_total{{method="POST",route="{PUSH}",status="200"}}'], 3)
        self.assertEqual(got['aiagent_http_requests_total{method="GET",route="-",status="404"}'], 1)
        self.assertEqual(got[f'aiagent_http_request_seconds_count{{method="POST",route="{PUSH}"}}'], 3)
        outcomes = {word: got[f'aiagent_sync_mutations_total{{outcome="{word}"}}'] for word in ("applied", "duplicate", "gone", "conflict")}
        self.assertEqual(outcomes, {"applied": 1, "duplicate": 1, "gone": 1, "conflict": 0})
        self.assertEqual(got["aiagent_sync_pushes_total"], 3)

    def test_metrics_have_an_address_of_their_own(self):
        server = self.served()
        connection = http.client.HTTPConnection("127.0.0.1", server.metrics_port, timeout=10)
        self.addCleanup(connection.close)
        for method, path, status in (("GET", "/metrics", 200), ("GET", "/", 404), ("POST", "/metrics", 404)):
            connection.request(method, path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            self.assertEqual(answer.status, status)
            self.assertEqual(b"aiagent_connections" in (gzip.decompress(body) if answer.headers["Content-Encoding"] else body), status == 200)
        self.assertEqual(server.get("/metrics").status, 404, "and not on the clients' port")
        ipv6 = self.served(ADDRESS="")
        self.assertEqual(self.metrics(ipv6)["aiagent_connections"], 0)

    def test_an_idle_server_ends_at_once(self):
        took = []
        for _ in range(3):  # the quickest: another program may have the processor meanwhile
            server = self.served()
            self.metrics(server)
            server.get("/livez")
            began = time.monotonic()
            self.assertEqual(server.stop(), 0)
            took.append(time.monotonic() - began)
        self.assertLess(min(took), 1.5)

    def fails(self, **environment):
        done = subprocess.run([str(served.BIN / "aiagent-server"), "serve"], env={"DATABASE_URL": self.url, "PORT": "0", "METRICS_PORT": "0", **environment},
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30, check=False)
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr

    def test_faults_stop_it_at_once_all_of_them(self):
        status, text = self.fails(DATABASE_URL="mysql://u:hidden@h/x", PORT="abc", POOL_SIZE="0", OPENAI_BASE_URL="nowhere")
        self.assertEqual(status, 4)
        for name in ("DATABASE_URL", "PORT", "POOL_SIZE", "OPENAI_BASE_URL"):
            self.assertRegex(text, rf"(?m)^{name} ")
        self.assertNotIn("hidden", text)
        taken = str(self.served().port)
        self.assertEqual(self.fails(ADDRESS="127.0.0.1", PORT=taken)[0], 5)
        self.assertEqual(self.fails(ADDRESS="127.0.0.1", METRICS_PORT=taken)[0], 5)

    def replica(self):
        folder = self.cluster.folder / "replica"
        self.cluster.server("pg_basebackup", "-D", folder, "-R", "-c", "fast")
        with open(folder / "postgresql.conf", "a", encoding="utf-8") as config:
            config.write(f"unix_socket_directories = '{folder}'\nhot_standby_feedback = on\n")
        self.cluster.server("pg_ctl", "-D", folder, "-w", "-l", folder / "log", "start")
        self.addCleanup(shutil.rmtree, folder, True)
        self.addCleanup(self.cluster.server, "pg_ctl", "-D", folder, "-m", "immediate", "-w", "stop")
        self.replayed(folder)
        return folder

    def ask_replica(self, folder, text):
        return self.cluster.run("psql", "-X", "-q", "-At", "-h", folder, "-d", self.name, "-c", text).strip()

    def replayed(self, folder):
        """Waits until the replica has all that the primary has written."""
        position = self.query("SELECT pg_current_wal_lsn()")
        self.until(lambda: self.ask_replica(folder, f"SELECT pg_last_wal_replay_lsn() >= '{position}'") == "t")

    def pause(self, folder):
        """The replica takes in nothing more. To ask for it is not enough: what is being replayed goes on."""
        self.ask_replica(folder, "SELECT pg_wal_replay_pause()")
        self.until(lambda: self.ask_replica(folder, "SELECT pg_get_wal_replay_pause_state()") == "paused")

    def test_replica_reads_and_never_takes_back_what_was_seen(self):
        folder = self.replica()
        on_replica = f"postgresql:///{self.name}?host={folder}&user={self.keeper}"
        server = self.served(DATABASE_REPLICA_URL=on_replica, THREADS=1)
        self.assertEqual(server.post(PULL, pull(self.space), token=self.token_of_ada).status, 200)
        self.assertEqual(self.ask_replica(folder, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'aiagent-server'"), "1")
        self.pause(folder)
        head = server.post(PUSH, push(self.space, [edit(1)]), token=self.token_of_ada).json["head"]
        behind = server.post(PULL, pull(self.space), token=self.token_of_ada)
        self.assertEqual(behind.json["head"], 0)
        own = server.post(PULL, pull(self.space, min_version=head), token=self.token_of_ada)
        self.assertEqual((own.json["head"], len(own.json["rows"])), (head, 1))
        # A cursor that is ahead of the replica is not ahead of the library.
        self.assertEqual(server.post(PULL, pull(self.space, cursor=head), token=self.token_of_ada).status, 200)
        self.ask_replica(folder, "SELECT pg_wal_replay_resume()")
        self.cluster.server("pg_ctl", "-D", folder, "-m", "immediate", "-w", "stop")
        self.assertEqual(server.post(PULL, pull(self.space), token=self.token_of_ada).json["head"], head)
        self.cluster.server("pg_ctl", "-D", folder, "-w", "-l", folder / "log", "start")

    def test_who_is_removed_reads_nothing_from_a_replica_that_lags(self):
        folder = self.replica()
        server = self.served(DATABASE_REPLICA_URL=f"postgresql:///{self.name}?host={folder}&user={self.keeper}", THREADS=1)
        people = {name: self.person(f"{name}@example.org") for name in ("gone", "suspended", "out")}
        self.query("".join(f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{self.space}', '{user}', 'member');" for user in people.values()))
        tokens = {name: self.token(user) for name, user in people.items()}
        server.post(PUSH, push(self.space, [edit(1)]), token=self.token_of_ada)
        self.replayed(folder)
        self.pause(folder)
        for token in tokens.values():
            self.assertEqual(len(server.post(PULL, pull(self.space), token=token).json["rows"]), 1)
        self.query(f"DELETE FROM sync.membership WHERE user_id = '{people['gone']}'; UPDATE sync.membership SET suspended = true WHERE user_id = '{people['suspended']}';"
                   f"UPDATE sync.device SET revoked_at = now() WHERE user_id = '{people['out']}'")
        self.assertEqual(self.ask_replica(folder, "SELECT count(*) FROM sync.membership WHERE NOT suspended"), "4", "the replica does not know")
        self.problem(server.post(PULL, pull(self.space), token=tokens["gone"]), 403, "space_revoked")
        self.problem(server.post(PULL, pull(self.space), token=tokens["suspended"]), 403, "space_revoked")
        self.problem(server.post(PULL, pull(self.space), token=tokens["out"]), 401, "device_revoked")
        # Who came back is known at the primary alone.
        self.query(f"UPDATE sync.membership SET suspended = false WHERE user_id = '{people['suspended']}'")
        self.assertEqual(len(server.post(PULL, pull(self.space), token=tokens["suspended"]).json["rows"]), 1)
        self.problem(server.post(PULL, pull("nothing"), token=self.token_of_ada), 400, "invalid")


if __name__ == "__main__":
    main()
