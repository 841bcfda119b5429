"""The hosted library's SQL on a real PostgreSQL: pgTAP files, each in a database of its own, and pushes from
many connections at once.

    sql_test.py            everything
    sql_test.py NAME …     the named pgTAP files
"""
import concurrent.futures
import json
import pathlib
import sys
import unittest

from cluster import Cluster

HERE = pathlib.Path(__file__).resolve().parent
MIGRATIONS = sorted((HERE.parents[2] / "resources/sql/postgres").glob("[0-9]*.sql"))


class Sql(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())
        cls.keeper = cls.cluster.keeper()
        cls.cluster.run("createdb", "-O", cls.keeper, "hosted")
        for file in MIGRATIONS:
            cls.cluster.psql("hosted", file=file, user=cls.keeper)
        cls.cluster.psql("hosted", file=HERE / "people.sql")

    def database(self, name):
        self.cluster.run("createdb", "-T", "hosted", name)
        return name

    def test_migrations_twice_change_nothing(self):
        before = self.dump()
        for file in MIGRATIONS:
            self.cluster.psql("hosted", file=file, user=self.keeper)
        self.assertEqual(self.dump(), before)

    def test_a_database_from_before_etags_were_kept_goes_on_as_it_was(self):
        """Rows that an earlier program wrote have none beside them: they are shown, and written over, as before."""
        self.cluster.run("createdb", "-O", self.keeper, "before")
        before = [file for file in MIGRATIONS if file.name < "0012"]
        for file in before:
            self.cluster.psql("before", file=file, user=self.keeper)
        self.cluster.psql("before", file=HERE / "people.sql")
        ask = """SET request.jwt.claims = '{"sub": "00000000-0000-7000-8000-0000000000a1"}'; SET ROLE authenticated;
            SELECT api.%s(jsonb_build_object('proto', 1, 'schema', 1, 'space', '10000000-0000-7000-8000-000000000001',
                                             'client', '50000000-0000-7000-8000-000000000001') || '%s');"""

        def call(function, **request):
            return json.loads(self.cluster.psql("before", text=ask % (function, json.dumps(request))).strip().splitlines()[-1])

        def made(n, **edit):
            edit = {"n": n, "mid": f"60000000-0000-7000-8000-00000000000{n}", "t": "agent", "id": "70000000-0000-7000-8000-000000000001", **edit}
            return call("sync_push", cursor=0, mutations=[edit])["results"][0]

        answered = made(1, op="create", set={"name": "a", "draft_prompt": "x", "notes": None})
        old = call("sync_pull", cursor=0)
        for file in set(MIGRATIONS) - set(before):
            self.cluster.psql("before", file=file, user=self.keeper)
        new = call("sync_pull", cursor=0)
        self.assertEqual(new["rows"], old["rows"])
        self.assertEqual(made(1, op="create", set={"name": "a", "draft_prompt": "x", "notes": None})["s"], "duplicate")
        etag = answered["e"]["draft_prompt"]
        second = made(2, op="patch", set={"draft_prompt": "y"}, **{"if": {"draft_prompt": etag}})
        self.assertEqual(second["s"], "applied")
        self.assertEqual(made(3, op="patch", set={"draft_prompt": "z"}, **{"if": {"draft_prompt": etag}})["s"], "conflict")
        shown = call("sync_pull", cursor=0)["rows"][0]
        self.assertEqual(shown["e"], {**answered["e"], **second["e"]})

    def test_two_administrators_who_demote_each_other_leave_one(self):
        name = self.database("duel")
        act = """SET request.jwt.claims = '{{"sub": "00000000-0000-7000-8000-0000000000{0}"}}'; SET ROLE authenticated; BEGIN;
            SELECT api.change_member('10000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000{1}', 'member')->>'error';
            SELECT pg_sleep(1); COMMIT;"""
        self.cluster.psql(name, text="UPDATE sync.membership SET role = 'admin' WHERE user_id = '00000000-0000-7000-8000-0000000000b1'")
        with concurrent.futures.ThreadPoolExecutor() as pool:
            said = pool.map(lambda pair: self.cluster.psql(name, text=act.format(*pair)).strip(), (("a1", "b1"), ("b1", "a1")))
        self.assertEqual(sorted(said), ["", "forbidden"])
        self.assertEqual(self.cluster.psql(name, text="SELECT count(*) FROM sync.membership WHERE role = 'admin' AND workspace_id = '10000000-0000-7000-8000-000000000001'").strip(), "1")

    def test_a_long_call_of_a_device_keeps_no_other_call_waiting(self):
        name = self.database("long")
        self.cluster.psql(name, text="""INSERT INTO sync.device(id, user_id, kind, name, token_hash, expires_at, last_seen) VALUES ('d0000000-0000-7000-8000-000000000001',
            '00000000-0000-7000-8000-0000000000b1', 'device', 'd', 'x', now() + interval '1 day', now() - interval '1 hour')""")
        who = "SELECT refusal IS NULL FROM sync.who('d0000000-0000-7000-8000-000000000001', NULL);"
        with concurrent.futures.ThreadPoolExecutor() as pool:
            long = pool.submit(self.cluster.psql, name, text=f"BEGIN; {who} SELECT pg_sleep(3); COMMIT;")
            self.cluster.psql(name, text="SELECT pg_sleep(1)")
            demote = """SET request.jwt.claims = '{"sub": "00000000-0000-7000-8000-0000000000a1"}'; SET ROLE authenticated;
                SELECT api.change_member('10000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000b1', 'viewer')->>'role';"""
            said = self.cluster.psql(name, text=f"SET lock_timeout = '1s'; {who} {demote}").split()
            self.assertFalse(long.done())
            self.assertEqual((said, long.result().split()), (["t", "viewer"], ["t"]))

    def dump(self):
        # pg_dump brackets what it writes with a random word
        return [line for line in self.cluster.run("pg_dump", "hosted").splitlines() if "restrict" not in line]

    def test_pushes_from_eight_connections_are_dense_and_counted(self):
        name = self.database("crowd")
        self.cluster.run("pgbench", "-n", "-c", "8", "-j", "2", "-t", "60", "-f", HERE / "crowd.pgbench", name)
        space = json.loads(self.cluster.psql(name, text="""
            SELECT json_build_object('head', w.head, 'live', w.live, 'digest', w.digest,
              'rows', count(r), 'versions', count(DISTINCT r.version), 'newest', max(r.version),
              'counted', bit_xor(sync.row_hash(r.id, r.version)))
            FROM sync.workspace w JOIN sync.row r ON r.workspace_id = w.id GROUP BY w.id"""))
        self.assertEqual(space["rows"], 480)
        self.assertEqual(space["rows"], space["versions"])
        self.assertEqual((space["head"], space["live"]), (space["newest"], space["rows"]))
        self.assertEqual(space["digest"], space["counted"])


def add_tap_test(file):
    def test(self):
        name = self.database(file.stem)
        self.cluster.psql(name, text="CREATE EXTENSION pgtap;")
        output = self.cluster.psql(name, file=file)
        lines = output.splitlines()
        plan = next((line for line in lines if line.startswith("1..")), None)
        self.assertIsNotNone(plan, output)
        results = [line for line in lines if line.startswith(("ok ", "not ok "))]
        self.assertEqual(len(results), int(plan[3:]), output)
        self.assertFalse([line for line in results if line.startswith("not")], output)

    setattr(Sql, f"test_{file.stem}", test)


for tap in sorted(HERE.glob("*_tap.sql")):
    add_tap_test(tap)

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(f"Sql.test_{name}" for name in sys.argv[1:])])
