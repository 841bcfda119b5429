"""The operator's commands of aiagent-server on a PostgreSQL of the test's own, as a user that is no superuser.

    commands_test.py BIN_DIR
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "postgres"))
from cluster import Cluster  # noqa: E402

BIN = pathlib.Path()
CODE = r"^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$"


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())
        cls.keeper = cls.cluster.keeper()

    def setUp(self):
        self.name = self.id().rsplit(".", 1)[1][:60]
        self.cluster.run("createdb", "-O", self.keeper, self.name)
        self.url = self.url_of(self.keeper)
        self.server("migrate", "up")

    def url_of(self, user):
        return f"postgresql:///{self.name}?host={self.cluster.folder}&user={user}"

    def server(self, *words, code=0, **environment):
        done = subprocess.run([str(BIN / "aiagent-server"), *words], env={"DATABASE_URL": self.url, **environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, code, done.stderr + done.stdout)
        self.err = done.stderr
        return done.stdout

    def invite(self, email, workspace, role="member", **environment):
        return json.loads(self.server("invite", "--email", email, "--workspace", workspace, "--role", role, "--json", **environment))

    def query(self, text):
        return self.cluster.psql(self.name, text=text).strip()

    def test_invite_makes_what_is_new_and_says_the_code_once(self):
        first = self.invite("Ada@Example.org", "Team", "admin", PUBLIC_URL="https://sync.example.org/")
        self.assertRegex(first["code"], CODE)
        link = urllib.parse.urlsplit(first["link"])
        self.assertEqual((link.scheme, link.netloc), ("aiagent", "connect"))
        self.assertEqual(urllib.parse.parse_qs(link.query), {"url": ["https://sync.example.org"], "code": [first["code"]]})
        second = self.invite("bo@example.org", "Team")
        self.assertEqual(second["workspace"], first["workspace"])
        self.assertEqual(self.invite("bo@example.org", first["workspace"])["workspace"], first["workspace"])
        self.assertEqual(self.query("SELECT string_agg(email, ',' ORDER BY email) FROM sync.account"), "ada@example.org,bo@example.org")
        self.assertEqual(self.query("SELECT count(*) FROM sync.workspace"), "1")
        self.assertEqual(self.err, "")
        self.query(f"INSERT INTO sync.membership(workspace_id, user_id, role) SELECT '{first['workspace']}', id, 'viewer' FROM sync.account WHERE email = 'bo@example.org'")
        self.invite("bo@example.org", "Team", "admin")
        self.assertIn("stay viewer", self.err)
        self.assertIn("Expires", self.server("invite", "--email=vi@example.org", "--workspace=Team", "--role=viewer"))
        self.assertEqual(self.query(f"SELECT count(*) FROM sync.invite i WHERE i::text LIKE '%{first['code'][:5]}%'"), "0")
        self.assertEqual(self.query("SELECT count(*) FROM sync.audit WHERE action = 'invite.made' AND by_user IS NULL"), "5")

    def test_invites_that_cannot_be_are_told(self):
        self.server("invite", "--email", "nobody", "--workspace", "Team", "--role", "member", code=4)
        self.assertIn("e-mail", self.err)
        self.server("invite", "--email", "a@b.c", "--workspace", "Team", "--role", "owner", code=4)
        self.server("invite", "--email", "a@b.c", "--workspace", "00000000-0000-7000-8000-000000000000", "--role", "member", code=3)
        self.server("invite", "--email", "a@b.c", "--workspace", "x" * 300, "--role", "member", code=4)
        self.server("invite", "--email", "a@b.c", "--role", "member", code=2)
        self.assertIn("--workspace is missing", self.err)
        self.server("invite", "--fly", code=2)
        self.assertEqual(self.query("SELECT (SELECT count(*) FROM sync.workspace) + (SELECT count(*) FROM sync.account)"), "0")
        self.server("workspace", "create", "Twin")
        self.server("workspace", "create", "Twin")
        self.server("invite", "--email", "a@b.c", "--workspace", "Twin", "--role", "member", code=4)
        self.assertEqual(len(re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", self.err)), 2)

    def test_a_personal_workspace_is_for_its_person(self):
        self.query("INSERT INTO sync.account(id, email) VALUES ('00000000-0000-7000-8000-0000000000a1', 'ada@example.org');"
                   "SELECT sync.add_workspace('Hers', '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a1')")
        self.server("invite", "--email", "eve@example.org", "--workspace", "Hers", "--role", "admin", code=4)
        self.assertIn("personal", self.err)
        self.assertRegex(self.invite("ada@example.org", "Hers")["code"], CODE)

    def test_two_invitations_at_once_make_one_workspace(self):
        argv = [str(BIN / "aiagent-server"), "invite", "--workspace", "Team", "--role", "admin", "--json", "--email"]
        both = [subprocess.Popen([*argv, email], env={"DATABASE_URL": self.url}, stdout=subprocess.PIPE) for email in ("a@b.c", "d@e.f")]
        spaces = {json.loads(one.communicate(timeout=60)[0])["workspace"] for one in both}
        self.assertEqual(len(spaces), 1)

    def test_workspaces_are_made_named_and_listed(self):
        made = json.loads(self.server("workspace", "create", "Team", "--json"))
        self.assertIn("invite", self.server("workspace", "create", "Other"))
        self.server("workspace", "rename", "Team", "Crew")
        self.server("workspace", "rename", "Team", "Crew", code=3)
        self.server("workspace", "rename", made["id"], "", code=4)
        self.assertEqual([one["name"] for one in json.loads(self.server("workspace", "list", "--json"))], ["Crew", "Other"])
        self.assertIn(made["id"], self.server("workspace", "list"))

    def test_budgets_are_set_shown_and_cleared(self):
        self.query("INSERT INTO sync.account(id, email) VALUES ('00000000-0000-7000-8000-0000000000a1', 'ada@example.org');"
                   "SELECT sync.add_workspace('Team', NULL, '00000000-0000-7000-8000-0000000000a1')")
        self.server("budget", "set", "--workspace", "Team", "--monthly", "100")
        self.server("budget", "set", "--workspace", "Team", "--member", "Ada@example.org", "--monthly", "12.5")
        shown = json.loads(self.server("budget", "show", "--workspace", "Team", "--json", MEMBER_BUDGET_USD="3"))
        self.assertEqual((shown["workspace"]["monthly_usd"], shown["workspace"]["default"]), (100, False))
        [ada] = shown["members"]
        self.assertEqual((ada["email"], ada["monthly_usd"], ada["default"], ada["spent_usd"]), ("ada@example.org", 12.5, False, 0))
        self.server("budget", "clear", "--workspace", "Team", "--member", "ada@example.org")
        [ada] = json.loads(self.server("budget", "show", "--workspace", "Team", "--member", "ada@example.org", "--json", MEMBER_BUDGET_USD="3"))["members"]
        self.assertEqual((ada["monthly_usd"], ada["default"]), (3, True))
        self.assertRegex(self.server("budget", "show", "--workspace", "Team"), r"(?m)^\(workspace\) +100\.0000 .*\n^ada@example\.org +no limit\*")
        self.assertEqual(self.query("SELECT string_agg(subject || ' ' || detail::text, ', ' ORDER BY id) FROM sync.audit WHERE action = 'budget.changed' AND by_user IS NULL"),
                         'Team {"to": 100, "from": null}, ada@example.org {"to": 12.5, "from": null}, ada@example.org {"to": null, "from": 12.5}')
        for amount in ("-1", "many", "1e3", "2000000000"):
            self.server("budget", "set", "--workspace", "Team", "--monthly", amount, code=4)
        self.server("budget", "set", "--workspace", "Team", "--member", "eve@example.org", "--monthly", "1", code=3)
        self.server("budget", "set", "--workspace", "Team", code=2)

    def test_epoch_of_one_or_of_all_is_bumped(self):
        for name in ("One", "Two"):
            self.server("workspace", "create", name)
        before = self.query("SELECT string_agg(epoch::text, ',' ORDER BY name) FROM sync.workspace").split(",")
        self.server("epoch", "bump", "--workspace", "Two")
        after = self.query("SELECT string_agg(epoch::text, ',' ORDER BY name) FROM sync.workspace").split(",")
        self.assertEqual([old == new for old, new in zip(before, after)], [True, False])
        self.assertIn("2 workspaces", self.server("epoch", "bump"))
        self.server("epoch", "bump", "--workspace", "Three", code=3)
        self.assertEqual(self.query("SELECT count(*) FROM sync.audit WHERE action = 'workspace.epoch'"), "3")

    def test_garbage_of_all_workspaces_is_collected(self):
        space = json.loads(self.server("workspace", "create", "Team", "--json"))["id"]
        self.query(f"INSERT INTO sync.row(workspace_id, id, version, type, fields, deleted_at) SELECT '{space}', gen_random_uuid(), n, 'agent', '{{}}', now() - n * interval '1 day' FROM generate_series(1, 200) n;"
                   f"UPDATE sync.workspace SET head = 200 WHERE id = '{space}'")
        self.server("gc", "--keep", "7", code=4)
        self.server("gc", "--keep", "many", code=4)
        self.assertIn("removed 21 deleted records", self.server("gc"))
        self.assertIn("removed 80 deleted records", self.server("gc", "--keep", "100"))
        self.assertEqual(self.query("SELECT floor FROM sync.workspace"), "200")

    def test_doctor_finds_nothing_where_all_is_well(self):
        said = self.server("doctor", PUBLIC_URL="https://sync.example.org")
        self.assertNotIn("bad ", said)
        self.assertRegex(said, r"good +public-url")
        self.assertRegex(self.server("doctor"), r"advice +public-url .*this machine")
        self.assertRegex(self.server("doctor", PUBLIC_URL="http://sync.example.org"), r"advice +public-url .*open")
        self.assertRegex(said, r"good +superuser")

    def test_doctor_says_what_is_wrong_and_how_to_mend_it(self):
        self.query("ALTER TABLE sync.device NO FORCE ROW LEVEL SECURITY; DELETE FROM sync.migration WHERE number = 4;"
                   "SELECT sync.add_workspace('Lonely', NULL, NULL)")
        self.cluster.psql("postgres", text=f"ALTER DATABASE {self.name} SET default_transaction_isolation = 'serializable'")
        said = self.server("doctor", code=8, DATABASE_REPLICA_URL=self.url)
        for line in (r"bad +migrations .*identity", r"bad +row-security .*device", r"bad +durability .*serializable", r"advice +people .*Lonely", r"advice +replica"):
            self.assertRegex(said, line)
        self.assertIn("migrate up", said)
        self.assertRegex(self.server("doctor", code=8, DATABASE_URL=self.url_of(self.cluster.user)), r"advice +superuser")
        self.cluster.psql("postgres", text="CREATE ROLE stranger LOGIN")
        self.assertRegex(self.server("doctor", code=8, DATABASE_URL=self.url_of("stranger")), r"bad +rights .*stranger")
        self.assertRegex(self.server("doctor", code=8, DATABASE_URL="postgresql://127.0.0.1:1/none"), r"bad +connection")

    def test_a_database_without_tables_is_told(self):
        self.cluster.run("createdb", "-O", self.keeper, "empty")
        self.server("workspace", "list", code=8, DATABASE_URL=self.url.replace(self.name, "empty"))
        self.assertIn("migrate up", self.err)


if __name__ == "__main__":
    BIN = pathlib.Path(sys.argv[1])
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
