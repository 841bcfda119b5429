"""How the database does, as the server tells its operators, and nobody else.

    ops_test.py BIN_DIR
"""
import concurrent.futures
import json
import subprocess
import time

import served
from people import PeopleTest, Person
from replica import Replica  # beside cluster, whose folder `served` has put into the path
from served import Cluster, main

OPS = "/v1/ops/database"
PARTS = ["at", "backups", "cache", "connections", "locks", "migrations", "replication", "server", "slots", "statements", "tables", "transactions"]


class Session:
    """A psql that keeps its transaction until it is closed."""

    def __init__(self, test, user=None):
        argv = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", test.name, *(["-U", user] if user else [])]
        self.process = subprocess.Popen(argv, env=test.cluster.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        test.addCleanup(self.close)

    def say(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def ask(self, text):
        self.say(text)
        return self.process.stdout.readline().strip()

    def close(self):
        if self.process.stdin.closed:
            return
        self.process.kill()  # it may wait for a lock
        self.process.wait(20)
        self.process.stdin.close()
        self.process.stdout.close()


class OpsTest(PeopleTest):
    def setUp(self):
        super().setUp()
        self.ada = self.server.sign_in("ada@example.org", "Team", "admin")

    def refusal(self, *words):
        done = subprocess.run([str(served.BIN / "aiagent-server"), *words], env={"DATABASE_URL": self.url}, text=True, capture_output=True, timeout=60, check=False)
        return done.returncode, done.stderr

    def report(self, person=None):
        status, body = (person or self.ada).call("GET", OPS)
        self.assertEqual(status, 200, body)
        self.assertEqual(sorted(body), PARTS)
        return body

    def until(self, found, what):
        end = time.monotonic() + 15
        while time.monotonic() < end:
            if value := found():
                return value
            time.sleep(0.1)
        self.fail(what)


class Rights(OpsTest):
    def test_onlyMarkedPeopleSeeIt(self):
        bo = self.server.sign_in("bo@example.org", "Team", "member")
        vi = self.server.sign_in("vi@example.org", "Team", "viewer")
        eve = self.server.sign_in("eve@example.org", "Lair", "admin")
        for who in (self.ada, bo, vi, eve):
            said = self.refused(who.call("GET", OPS), 403, "not_operator")
            self.assertIn("operators of the server", said["message"])
            self.assertEqual(sorted(said), ["error", "message"])
        self.refused(self.server.call("GET", OPS), 401, "not_signed_in")
        self.refused(self.server.call("GET", OPS, token="aat_" + "0" * 64), 401, "token_invalid")
        self.command("ops", "grant", " Bo@Example.org ")
        self.report(bo)
        for who in (self.ada, vi, eve):
            self.refused(who.call("GET", OPS), 403, "not_operator")
        self.assertIn("bo@example.org", self.command("ops", "list"))
        self.command("ops", "revoke", "bo@example.org")
        self.refused(bo.call("GET", OPS), 403, "not_operator")
        self.assertEqual(self.command("ops", "list"), "")

    def test_signedOutOperator_seesNothing(self):
        self.command("ops", "grant", "ada@example.org")
        self.report()
        self.query(f"UPDATE sync.device SET revoked_at = now() WHERE id = '{self.ada.device}'")
        self.refused(self.ada.call("GET", OPS), 401, "device_revoked")

    def test_addressThatAStrangerClaimed_isNotMarked(self):
        eve = self.server.sign_in("eve@example.org", "Lair", "admin")
        made = eve.call("POST", f"/v1/workspaces/{eve.workspace}/invites", {"email": "chief@example.org", "role": "member"})[1]
        claimed = Person(self.server, self.server.exchange(made["code"])[1])
        code, said = self.refusal("ops", "grant", "chief@example.org")
        self.assertEqual(code, 7, said)
        self.assertIn("stranger", said)
        # Not even by a line that somebody wrote by hand.
        self.query(f"INSERT INTO sync.operator(user_id) VALUES ('{claimed.id}')")
        self.refused(claimed.call("GET", OPS), 403, "not_operator")

    def test_membersOfTheDatabase_cannotMarkThemselves(self):
        for text in ("SELECT * FROM sync.operator", f"INSERT INTO sync.operator(user_id) VALUES ('{self.ada.id}')",
                     "SELECT sync.grant_ops('ada@example.org')", "INSERT INTO sync.restore_drill(at, ok) VALUES (now(), true)"):
            with self.assertRaisesRegex(RuntimeError, "permission denied"):
                self.query("SET ROLE authenticated; " + text)

    def test_otherMethods_areNotThere(self):
        self.command("ops", "grant", "ada@example.org")
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            self.assertEqual(self.ada.call(method, OPS, {})[0], 405)

    def test_unknownAddresses_andMalformedDrills_areRefused(self):
        self.assertEqual(self.refusal("ops", "grant", "nobody@example.org")[0], 3)
        self.assertEqual(self.refusal("ops", "revoke", "ada@example.org")[0], 3)
        self.assertEqual(self.refusal("ops", "drill", "--at", "yesterdaze", "--ok")[0], 4)
        self.assertEqual(self.refusal("ops", "drill", "--at", "2999-01-01T00:00:00Z", "--ok")[0], 4)
        self.assertEqual(self.refusal("ops", "drill", "--at", "2026-01-01T00:00:00Z")[0], 2)
        self.assertEqual(self.refusal("ops", "drill", "--at", "2026-01-01T00:00:00Z", "--ok", "--failed")[0], 2)


class Report(OpsTest):
    def setUp(self):
        super().setUp()
        self.command("ops", "grant", "ada@example.org")

    def test_parts_areThere(self):
        body = self.report()
        self.assertTrue(body["server"]["version"].startswith("15"), body["server"])
        self.assertGreater(body["server"]["size_bytes"], 1 << 20)
        self.assertEqual((body["migrations"]["state"], body["migrations"]["pending"]), ("applied", []))
        self.assertEqual(body["connections"]["max"], 40)
        self.assertEqual(sum(one["count"] for one in body["connections"]["by_state"]), body["connections"]["used"])
        self.assertGreater(body["connections"]["used"], 0)
        self.assertTrue(0 <= body["cache"]["hit_share"] <= 1, body["cache"])
        self.assertIn("sync.account", [one["name"] for one in body["tables"]["tables"]])
        self.assertEqual((body["replication"], body["slots"]), ({"is_replica": False, "replicas": []}, {"slots": []}))
        self.assertEqual((body["backups"]["archiving"], body["backups"]["failing"], body["backups"]["drill"]), (False, False, None))

    def test_withoutTheExtension_onlyStatementsAreMissing(self):
        said = self.report()["statements"]
        self.assertIn("pg_stat_statements is not there", said["unavailable"])

    def test_extensionThatIsNotPreloaded_isSaid(self):
        self.query("CREATE EXTENSION pg_stat_statements")
        self.assertIn("shared_preload_libraries", self.report()["statements"]["unavailable"])

    def test_drills_areToldNewestFirst(self):
        self.command("ops", "drill", "--at", "2026-01-02T03:04:05Z", "--ok")
        self.command("ops", "drill", "--at", "2026-02-02T03:04:05Z", "--failed")
        drill = self.report()["backups"]["drill"]
        self.assertEqual((drill["at"][:19], drill["ok"]), ("2026-02-02T03:04:05", False))
        self.command("ops", "drill", "--at", "2026-02-02T03:04:05Z", "--ok")
        self.assertEqual(self.report()["backups"]["drill"]["ok"], True)

    def test_waitingLocks_nameWhoBlocksWhom(self):
        holder, waiter = Session(self, self.keeper), Session(self, self.keeper)
        first = int(holder.ask("SELECT pg_backend_pid();"))
        second = int(waiter.ask("SELECT pg_backend_pid();"))
        holder.ask("BEGIN; LOCK TABLE sync.attempt IN ACCESS EXCLUSIVE MODE; SELECT 1;")
        waiter.say("BEGIN; LOCK TABLE sync.attempt IN SHARE MODE; SELECT 2;")
        [one] = self.until(lambda: self.report()["locks"]["waiting"], "nobody waits")
        self.assertEqual((one["pid"], one["blocked_by"], one["table"]), (second, [first], "sync.attempt"))
        self.assertNotIn("LOCK TABLE", json.dumps(self.report()))
        self.assertIn(self.report()["transactions"]["oldest"]["pid"], (first, second))

    def test_partThatTakesTooLong_failsAlone(self):
        holder = Session(self, self.keeper)
        holder.ask("BEGIN; LOCK TABLE sync.restore_drill IN ACCESS EXCLUSIVE MODE; SELECT 1;")
        began = time.monotonic()
        body = self.report()
        self.assertIn("two seconds", body["backups"]["unavailable"])
        self.assertNotIn("unavailable", body["server"])
        self.assertLess(time.monotonic() - began, 8)

    def test_twoAtOnce_areOneAfterTheOther(self):
        holder = Session(self, self.keeper)
        holder.ask("BEGIN; LOCK TABLE sync.restore_drill IN ACCESS EXCLUSIVE MODE; SELECT 1;")
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            slow = pool.submit(self.ada.call, "GET", OPS)
            time.sleep(0.8)
            status, body, headers = self.server.call("GET", OPS, token=self.ada.access)
            self.assertEqual((status, body["error"], headers["Retry-After"]), (503, "busy", "1"))
            self.assertEqual(slow.result(20)[0], 200)
        holder.close()
        self.report()

    def test_pendingMigrations_areNamed(self):
        self.query("DELETE FROM sync.migration WHERE number = 10")
        body = self.report()["migrations"]
        self.assertEqual((body["state"], body["pending"]), ("pending", ["replica"]))

    def test_looking_changesNothing(self):
        self.report()
        count = "SELECT xact_commit >= 0, (SELECT count(*) FROM sync.audit), (SELECT count(*) FROM sync.restore_drill) FROM pg_stat_database WHERE datname = current_database()"
        before = self.query(count)
        self.report()
        self.assertEqual(self.query(count), before)


class Preloaded(Cluster):
    """A cluster with what the operator is advised to set."""

    def __enter__(self):
        super().__enter__()
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as config:
            config.write("shared_preload_libraries = 'pg_stat_statements'\narchive_mode = on\narchive_command = 'false'\n")
        self.server("pg_ctl", "-D", self.folder / "data", "-w", "-m", "fast", "-l", self.folder / "log", "restart")
        return self


class Watched(OpsTest):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Preloaded())
        cls.keeper = cls.cluster.keeper()

    def setUp(self):
        super().setUp()
        self.command("ops", "grant", "ada@example.org")

    def test_slowestStatements_areNormalisedAndWithoutSecrets(self):
        self.query("CREATE EXTENSION pg_stat_statements; GRANT pg_read_all_stats TO keeper")
        self.cluster.psql(self.name, user=self.keeper, text="SELECT count(*), pg_sleep(0.4) FROM sync.account WHERE email = 'hidden-literal@example.org'; "
                          "SELECT 1 /* hidden-comment */ + 1; SELECT $$hidden-dollars$$;")
        self.query("CREATE ROLE somebody PASSWORD 'hidden-password'; DROP ROLE somebody")
        part = self.report()["statements"]
        texts = [one["text"] for one in part["slowest"]]
        self.assertTrue(any("sync.account" in text for text in texts), texts)
        self.assertNotIn("hidden", json.dumps(part["slowest"]))
        self.assertTrue(all(one["calls"] > 0 and one["mean_ms"] >= 0 for one in part["slowest"]))
        self.assertEqual([one["total_ms"] for one in part["slowest"]], sorted((one["total_ms"] for one in part["slowest"]), reverse=True))
        self.assertFalse(part["others_hidden"])

    def test_withoutTheRightToReadStatistics_othersAreHidden(self):
        self.query("CREATE EXTENSION pg_stat_statements; REVOKE pg_read_all_stats FROM keeper")
        self.query("SELECT 424242 AS of_the_superuser")
        part = self.report()["statements"]
        self.assertTrue(part["others_hidden"])
        self.assertNotIn("superuser", json.dumps(part["slowest"]))

    def test_archiverThatFails_isTold(self):
        self.query("SELECT pg_switch_wal()")
        backups = self.until(lambda: (part := self.report()["backups"]).get("failing") and part, "the archiver does not fail")
        self.assertTrue(backups["archiving"])
        self.assertGreater(backups["failed"], 0)


class Replicated(OpsTest):
    def test_replicasAndSlots_areToldWithTheirLag(self):
        self.command("ops", "grant", "ada@example.org")
        self.query("SELECT pg_create_physical_replication_slot('left_behind', true)")
        replica = self.enterContext(Replica(self.cluster))
        replica.until_caught_up()
        self.query("REVOKE pg_read_all_stats FROM keeper")
        self.assertIn("pg_read_all_stats", self.report()["replication"]["unavailable"])
        self.query("GRANT pg_read_all_stats TO keeper")
        [one] = self.report()["replication"]["replicas"]
        self.assertEqual((one["state"], one["sync"]), ("streaming", "async"))
        replica.psql("postgres", text="SELECT pg_wal_replay_pause()")
        self.query("CREATE TABLE public.much AS SELECT n, repeat('x', 200) AS x FROM generate_series(1, 20000) n")
        behind = self.until(lambda: [one for one in self.report()["replication"]["replicas"] if one["lag_bytes"] > 1 << 20], "no lag is told")
        self.assertEqual(len(behind), 1)
        replica.psql("postgres", text="SELECT pg_wal_replay_resume()")
        [slot] = self.report()["slots"]["slots"]
        self.assertEqual((slot["name"], slot["kind"], slot["active"]), ("left_behind", "physical", False))
        self.assertGreater(slot["retained_bytes"], 1 << 20)
        self.query("SELECT pg_drop_replication_slot('left_behind')")


if __name__ == "__main__":
    main()
