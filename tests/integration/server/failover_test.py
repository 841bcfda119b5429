"""A streaming replica: reads go there and never back in time, and it takes the place of a primary that is gone.

    failover_test.py BIN_DIR
"""
import concurrent.futures
import http.client
import threading
import time

from served import Cluster, Server, ServedTest, edit, main, new_id, pull, push
from replica import Replica, kill  # beside cluster, whose folder `served` has put into the path

PULL = "/v1/rpc/sync_pull"
PUSH = "/v1/rpc/sync_push"
WRITERS = 6


class Failover(ServedTest):
    """A cluster a test, because it is lost."""

    @classmethod
    def setUpClass(cls):
        pass

    def setUp(self):
        self.cluster = self.enterContext(Cluster())
        self.keeper = self.cluster.keeper()
        super().setUp()
        self.ada = self.person("ada@example.org")
        self.space = self.workspace(admin=self.ada)
        self.token_of_ada = self.token(self.ada)
        self.replica = self.enterContext(Replica(self.cluster))

    def url_of(self, *clusters):
        hosts = ",".join(str(one.folder) for one in clusters)
        return f"postgresql:///{self.name}?host={hosts}&user={self.keeper}&target_session_attrs=read-write"

    def ask(self, server, path, body, **more):
        return server.post(path, body, token=self.token_of_ada, **more)

    def with_replica(self):
        replica_url = f"postgresql:///{self.name}?host={self.replica.folder}&user={self.keeper}"
        return self.enterContext(Server(self.url, DATABASE_REPLICA_URL=replica_url))

    # ---- reading

    def test_case47_replicaThatIsBehind_isNotBelieved(self):
        server = self.with_replica()
        self.ask(server, PUSH, push(self.space, [edit(1, "Before")]))
        self.replica.until_caught_up()
        self.replica.psql("postgres", text="SELECT pg_wal_replay_pause()")
        pushed = self.ask(server, PUSH, push(self.space, [edit(1, "After")]))
        # Who has pushed says what it knows of, and gets its own edit back.
        own = self.ask(server, PULL, pull(self.space, min_version=pushed.json["head"]))
        self.assertEqual([row["f"]["name"] for row in own.json["rows"]], ["Before", "After"])
        # Who does not know of it may see what the replica has: an earlier moment, whole.
        other = self.ask(server, PULL, pull(self.space))
        self.assertEqual(([row["f"]["name"] for row in other.json["rows"]], other.json["complete"], other.json["head"]), (["Before"], True, 1))
        # A cursor from before the pause is not "from the future".
        ahead = self.ask(server, PULL, pull(self.space, cursor=2))
        self.assertEqual((ahead.status, ahead.json["rows"]), (200, []))
        self.replica.psql("postgres", text="SELECT pg_wal_replay_resume()")

    def test_case47_whoWasToldByAHint_isNotSentToAReplicaThatIsBehind(self):
        server = self.with_replica()
        self.replica.until_caught_up()
        self.replica.psql("postgres", text="SELECT pg_wal_replay_pause()")
        live = server.connect()
        live.request("GET", f"/v1/live?workspace={self.space}", headers={"Authorization": f"Bearer {self.token_of_ada}"})
        stream = live.getresponse()
        self.assertIn(b'"head":0', stream.readline())
        self.ask(server, PUSH, push(self.space, [edit(1, "News")]))
        while b'"head":1' not in stream.readline():
            pass
        told = self.ask(server, PULL, pull(self.space))
        self.assertEqual([row["f"]["name"] for row in told.json["rows"]], ["News"])
        stream.close()
        live.close()
        self.replica.psql("postgres", text="SELECT pg_wal_replay_resume()")

    def test_case47_replicaThatIsGone_costsNothingButTheWay(self):
        server = self.with_replica()
        self.ask(server, PUSH, push(self.space, [edit(1, "There")]))
        kill(self.replica)
        for _ in range(5):
            there = self.ask(server, PULL, pull(self.space))
            self.assertEqual([row["f"]["name"] for row in there.json["rows"]], ["There"], there)

    # ---- losing the primary

    def load(self, server, stop, acknowledged):
        """One device that edits without a pause. What is not answered is sent again as it was."""
        client, number = new_id(), 0
        while not stop.is_set():
            number += 1
            body = push(self.space, [edit(number, f"{client} {number}")], client)
            while not stop.is_set():
                try:
                    answer = self.ask(server, PUSH, body)
                except (OSError, http.client.HTTPException):
                    time.sleep(0.05)
                    continue
                if answer.status == 200:
                    self.assertIn(answer.json["results"][0]["s"], ("applied", "duplicate"))
                    acknowledged.add(f"{client} {number}")
                    break
                self.assertIn(answer.status, (500, 503), answer)
                time.sleep(0.05)

    def test_primaryKilledUnderLoad_nothingAcknowledgedIsMissing(self):
        # The replica has it before anybody is told.
        self.cluster.psql("postgres", text="ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.cluster.psql("postgres", text="SELECT pg_reload_conf()")
        server = self.enterContext(Server(self.url_of(self.cluster, self.replica)))
        stop, acknowledged = threading.Event(), set()
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            writers = [pool.submit(self.load, server, stop, acknowledged) for _ in range(WRITERS)]
            try:
                time.sleep(1.5)
                before = len(acknowledged)
                kill(self.cluster)
                self.replica.promote()
                promoted = time.monotonic()
                end = promoted + 20
                while len(acknowledged) < before + 50 and time.monotonic() < end:
                    time.sleep(0.05)
                after = len(acknowledged) - before
            finally:
                stop.set()
            for writer in writers:
                writer.result(30)
        self.assertGreater(before, 50)
        self.assertGreaterEqual(after, 50, "the server does not find the new primary")
        there = self.replica.psql(self.name, text="SELECT fields->>'name' FROM sync.row WHERE type = 'agent'").split("\n")
        there = [name for name in there if name]
        self.assertEqual(len(there), len(set(there)), "an edit was done twice")
        self.assertEqual(acknowledged - set(there), set(), "acknowledged and missing")
        # Versions are dense, and the digest fits: the stream is whole.
        self.assertEqual(self.replica.psql(self.name, text=f"SELECT head = live AND digest = (SELECT bit_xor(sync.row_hash(id, version)) FROM sync.row) "
                                           f"FROM sync.workspace WHERE id = '{self.space}'").strip(), "t")


if __name__ == "__main__":
    main()
