"""aiagent-server on a PostgreSQL of the test's own: settings and migrations.

    server_test.py BIN_DIR
"""
import pathlib
import subprocess
import sys
import unittest

from cluster import Cluster

BIN = pathlib.Path()


APPLIED = [f"applied {file.name[:4]}" for file in sorted((pathlib.Path(__file__).resolve().parents[3] / "resources/sql/postgres").glob("[0-9]*.sql"))]


class Server(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())

    def setUp(self):
        self.name = self.id().rsplit(".", 1)[1]
        self.cluster.run("createdb", self.name)
        self.url = f"postgresql:///{self.name}?host={self.cluster.folder}&user={self.cluster.user}"

    def argv(self, *words):
        return [str(BIN / "aiagent-server"), *words]

    def server(self, *words, code=0, **environment):
        done = subprocess.run(self.argv(*words), env={"DATABASE_URL": self.url, **environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, code, done.stderr + done.stdout)
        self.err = done.stderr
        return done.stdout

    def query(self, text):
        return self.cluster.psql(self.name, text=text).strip()

    def test_up_applies_everything_once(self):
        self.assertEqual(self.server("migrate", "status").count("pending"), len(APPLIED))
        self.server("migrate", "verify", code=7)
        self.assertEqual(self.server("migrate", "up").splitlines(), APPLIED)
        self.assertEqual(self.server("migrate", "up"), "nothing to apply\n")
        self.assertEqual(self.server("migrate", "verify").count("applied"), len(APPLIED))
        self.assertEqual(self.query("SELECT to_regprocedure('api.sync_push(jsonb)') IS NOT NULL"), "t")

    def test_two_at_once_apply_everything_once(self):
        both = [subprocess.Popen(self.argv("migrate", "up"), env={"DATABASE_URL": self.url}, text=True, stdout=subprocess.PIPE)
                for _ in range(2)]
        lines = "".join(one.communicate(timeout=60)[0] for one in both)
        self.assertEqual([one.returncode for one in both], [0, 0])
        self.assertEqual(sorted(line for line in lines.splitlines() if line.startswith("applied")),
                         APPLIED)

    def test_altered_and_newer_databases_are_refused(self):
        self.server("migrate", "up")
        self.query("INSERT INTO sync.migration(number, name, sha256) VALUES (9000, 'from_the_future', 'x')")
        self.server("migrate", "up", code=7)
        self.assertIn("from_the_future", self.err)
        self.query("DELETE FROM sync.migration WHERE number = 9000; UPDATE sync.migration SET sha256 = 'x' WHERE number = 2")
        self.server("migrate", "up", code=7)
        self.assertIn("functions", self.err)
        self.assertIn("altered", self.server("migrate", "verify", code=7))

    def test_first_application_s_tables_are_adopted(self):
        self.query('CREATE TABLE "User"(id text PRIMARY KEY, email text NOT NULL UNIQUE, name text, "createdAt" timestamp(3) NOT NULL, "updatedAt" timestamp(3) NOT NULL);'
                   'CREATE TABLE "Agent"(id text PRIMARY KEY, name text NOT NULL, description text, prompt text NOT NULL, "userId" text NOT NULL, "createdAt" timestamp(3) NOT NULL, "updatedAt" timestamp(3) NOT NULL);'
                   "INSERT INTO \"User\" VALUES ('u', 'a@b.org', NULL, now(), now()); INSERT INTO \"Agent\" VALUES ('a', 'A', NULL, 'P', 'u', now(), now())")
        self.assertIn("adopted 1 people and 1 agents", self.server("migrate", "up"))
        self.assertNotIn("adopted", self.server("migrate", "up"))
        self.assertEqual(self.query('SELECT count(*) FROM "Agent"'), "1")

    def test_a_lock_of_somebody_else_is_waited_for(self):
        self.server("migrate", "up")
        self.query("DELETE FROM sync.migration WHERE number = 2")
        holder = subprocess.Popen(["psql", "-X", "-q", "-d", self.name], env=self.cluster.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        holder.stdin.write("BEGIN; LOCK TABLE sync.migration IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(4.5); COMMIT;\n")
        holder.stdin.close()
        self.assertIn("applied 0002", self.server("migrate", "up"))
        self.assertEqual(holder.wait(30), 0)

    def test_settings_and_connections_that_fail_are_told(self):
        self.server("migrate", "status", code=4, DATABASE_URL="")
        self.assertIn("DATABASE_URL is missing", self.err)
        self.server("migrate", "status", code=4, DATABASE_URL="mysql://user:secret@host/x")
        self.assertNotIn("secret", self.err)
        self.server("migrate", "status", code=5, DATABASE_URL="postgresql://127.0.0.1:1/none")
        self.assertIn("cannot be reached", self.err)
        self.server("fly", code=2)
        self.assertIn("DATABASE_URL", self.server("--help"))


if __name__ == "__main__":
    BIN = pathlib.Path(sys.argv[1])
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
