#!/usr/bin/env python3
"""Every workspace of a profile syncs, whichever is in use: command line and window, a real server, a real PostgreSQL.

    sync_workspaces_test.py BIN_DIR [KILLS [SEED]] [TEST …]
"""
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
import unittest
from pathlib import Path

from harness import Cli
from sync_server import SyncServer

BIN_DIR = sys.argv.pop(1) if len(sys.argv) > 1 else "."
KILLS = int(sys.argv.pop(1)) if sys.argv[1:2] and sys.argv[1].isdigit() else 8
SEED = int(sys.argv.pop(1)) if sys.argv[1:2] and sys.argv[1].isdigit() else time.time_ns() % 1_000_000


class WorkspacesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = SyncServer(BIN_DIR).__enter__()
        cls.addClassCleanup(cls.server.__exit__)

    def setUp(self):
        self.number = self.id().rpartition(".")[2]
        if self.server.process is None:
            self.server.start()

    def device(self, person="ada", teams=("Red", "Blue")):
        """Signed in, with a library of its own for each team; the personal workspace is in use."""
        cli = Cli(BIN_DIR)
        self.addCleanup(cli.close)
        email = f"{person}.{self.number.lower()}@example.com"
        for team in teams:
            code = self.server.invite(email, "admin", self.named(team))["code"]
            if "AIAGENT_TOKEN" in cli.env:
                cli.run("server", "connect", self.server.url, "--invite", code)
            else:
                cli.env["AIAGENT_TOKEN"] = cli.json("server", "connect", self.server.url, "--invite", code, "--print-token")["token"]
        for team in teams:
            self.use(cli, team)
            cli.run("sync", "--once")
        self.use(cli, "Personal")
        return cli

    def named(self, team):
        return f"{team} {self.number}"

    def use(self, cli, team):
        cli.run("workspace", "use", team if team == "Personal" else self.named(team))

    def make(self, cli, team, name):
        self.use(cli, team)
        cli.run("agent", "new", "--name", name, "--prompt", f"In {team}.")

    def there(self, team):
        """Names of the agents that PostgreSQL has of a team."""
        names = self.server.sql("SELECT r.fields->>'name' FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id "
                                f"WHERE r.type = 'agent' AND r.deleted_at IS NULL AND w.name = '{self.named(team)}'")
        return sorted(name for name in names.split("\n") if name)

    def own(self, person="ada"):
        return self.server.sql("SELECT r.fields->>'name' FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id JOIN sync.account a ON a.id = w.personal_of "
                               f"WHERE r.type = 'agent' AND a.email = '{person}.{self.number.lower()}@example.com'")

    def statuses(self, cli, *words, code=0):
        return {one["name"]: one for one in cli.json("sync", *words, "--all", code=code)}

    def window(self, cli):
        window = subprocess.Popen([str(Path(BIN_DIR) / "aiagent"), "--profile", str(cli.profile)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  env={**cli.env, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""})
        self.addCleanup(window.wait, 20)
        self.addCleanup(window.kill)
        return window

    def until(self, reached, what, seconds=60):
        end = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > end:
                self.fail(f"not within {seconds} s: {what}")
            time.sleep(0.3)

    # ------------------------------------------------------------ command line

    def test_editsInTwoWorkspacesOffline_arriveFromBoth(self):
        ada = self.device()
        self.server.kill()
        self.make(ada, "Red", "Rose")
        self.make(ada, "Blue", "Sky")
        self.use(ada, "Personal")
        told = self.statuses(ada, "--once", code=5)
        self.assertEqual([told[self.named(team)]["pending"] for team in ("Red", "Blue")], [1, 1])
        self.server.start()
        # The one in use alone has nothing to do with them.
        ada.run("sync", "--once")
        self.assertEqual((self.there("Red"), self.there("Blue")), ([], []))
        told = self.statuses(ada, "--once")
        self.assertEqual({one["state"] for one in told.values()}, {"up_to_date"})
        self.assertEqual({one["pending"] for one in told.values()}, {0})
        self.assertEqual((self.there("Red"), self.there("Blue")), (["Rose"], ["Sky"]))

    def test_statusAndList_tellWhatWaitsInEach(self):
        ada = self.device()
        self.make(ada, "Red", "Rose")
        self.use(ada, "Personal")
        told = self.statuses(ada, "status")
        self.assertEqual([(one["pending"], one["state"], one["inUse"]) for one in (told[self.named("Red")], told[self.named("Blue")])],
                         [(1, "pending", False), (0, "up_to_date", False)])
        self.assertEqual(sum(one["inUse"] for one in told.values()), 1)
        listed = {one["name"]: one for one in ada.json("workspace", "list")["workspaces"]}
        red = listed[self.named("Red")]
        self.assertEqual((red["pending"], red["conflicts"], red["onDevice"]), (1, 0, True))
        self.assertGreaterEqual(red["oldestUnsentSeconds"], 0)
        self.assertTrue(red["lastSynced"])
        self.assertIn("1 unsent", next(line for line in ada.run("workspace", "list").splitlines() if self.named("Red") in line))
        # Without --all it is as it was.
        self.assertIsInstance(ada.json("sync", "status"), dict)
        # A workspace that was never opened here has no library, and nothing waits in it.
        made = self.named("Green")
        ada.run("workspace", "create", made)
        green = next(one for one in ada.json("workspace", "list")["workspaces"] if one["name"] == made)
        self.assertEqual((green["onDevice"], green["pending"], green["lastSynced"]), (False, 0, None))
        self.assertNotIn(made, self.statuses(ada, "status"))

    def test_conflictElsewhere_countsAsDealtWith_andIsTold(self):
        ada, ben = self.device("ada"), self.device("ben")
        self.make(ada, "Red", "Rose")
        ada.run("sync", "--once")
        self.use(ben, "Red")
        ben.run("sync", "--once")
        ben.run("agent", "edit", "Rose", "--prompt", "Ben's words.")
        self.use(ben, "Blue")
        ada.run("agent", "edit", "Rose", "--prompt", "Ada's words.")
        ada.run("sync", "--once")
        told = self.statuses(ben, "--once")
        self.assertEqual((told[self.named("Red")]["pending"], told[self.named("Red")]["conflicts"]), (0, 1))
        listed = {one["name"]: one for one in ben.json("workspace", "list")["workspaces"]}
        self.assertEqual(listed[self.named("Red")]["conflicts"], 1)

    def test_whoWasRemoved_isTold_asLongAsSomethingIsUnsent(self):
        ada, ben = self.device("ada"), self.device("ben")
        self.make(ben, "Red", "Rose")
        self.use(ben, "Blue")
        self.use(ada, "Red")
        ada.run("member", "remove", f"ben.{self.number.lower()}@example.com")
        told = self.statuses(ben, "--once", code=6)
        self.assertEqual((told[self.named("Red")]["state"], told[self.named("Red")]["pending"], told[self.named("Red")]["member"]), ("revoked", 1, False))
        self.assertEqual(told[self.named("Blue")]["state"], "up_to_date")
        self.assertEqual(self.there("Red"), [])
        # With nothing unsent there is nothing to complain of.
        eve = self.device("eve")
        self.use(eve, "Blue")
        ada.run("member", "remove", f"eve.{self.number.lower()}@example.com")
        self.statuses(eve, "--once")

    def test_signedOut_saysWhatStays(self):
        ada = self.device()
        self.make(ada, "Red", "Rose")
        self.use(ada, "Personal")
        ada.run("server", "disconnect")
        self.assertIn(self.named("Red"), ada.err)
        self.assertNotIn(self.named("Blue"), ada.err)
        self.assertEqual(self.statuses(ada, "status")[self.named("Red")]["pending"], 1)

    def test_signedOutInATeam_andInAgain_isInTheOwnWorkspace(self):
        ada = self.device()
        self.make(ada, "Red", "Rose")
        ada.run("server", "disconnect")
        ada.env.pop("AIAGENT_TOKEN")
        code = self.server.invite(f"ada.{self.number.lower()}@example.com", "admin", self.named("Red"))["code"]
        made = ada.json("server", "connect", self.server.url, "--invite", code, "--print-token")
        ada.env["AIAGENT_TOKEN"] = made["token"]
        self.assertTrue(next(one["inUse"] for one in ada.json("workspace", "list")["workspaces"] if one["personal"]))
        self.statuses(ada, "--once")
        self.assertEqual(self.there("Red"), ["Rose"])

    def test_withoutAServer_allSaysSo(self):
        cli = Cli(BIN_DIR)
        self.addCleanup(cli.close)
        self.assertEqual([one["state"] for one in cli.json("sync", "status", "--all")], ["local"])
        cli.run("sync", "--once", "--all", code=3)

    # ------------------------------------------------------------ the window

    def test_window_sendsWhatWaitsInWorkspacesThatAreNotOpen(self):
        ada, ben = self.device("ada"), self.device("ben")
        self.server.kill()
        self.make(ada, "Red", "Rose")
        self.make(ada, "Blue", "Sky")
        self.make(ada, "Personal", "Diary")
        self.window(ada)
        time.sleep(4)  # a round that finds nobody
        self.server.start()
        self.until(lambda: (self.there("Red"), self.there("Blue")) == (["Rose"], ["Sky"]), "sent from workspaces that are not open")
        self.until(lambda: "Diary" in self.own(), "sent from the one that is open")
        # And what waits in the own library while a team's is open.
        self.until(lambda: all(one["pending"] == 0 for one in self.statuses(ada, "status").values()), "nothing is left")

    def test_windowAndCommandLineAtOnce_loseAndDoubleNothing(self):
        ada = self.device()
        self.window(ada)
        names = {"Red": [], "Blue": []}
        for i in range(6):
            team = ("Red", "Blue")[i % 2]
            self.make(ada, team, f"Agent {i}")
            names[team].append(f"Agent {i}")
            self.use(ada, "Personal")
            self.statuses(ada, "--once")
        for team, made in names.items():
            self.assertEqual(self.there(team), made)

    def test_killedInTheMidstOfARound_nothingIsLostOrDoubled(self):
        dice = random.Random(SEED)
        ada = self.device()
        made = {"Red": [], "Blue": []}
        killed = 0
        while killed < KILLS:
            for team in made:
                for _ in range(dice.randint(1, 4)):
                    name = f"{team} agent {len(made[team]):03}"
                    self.make(ada, team, name)
                    made[team].append(name)
            self.use(ada, "Personal")
            # The second command meets what the first left behind.
            syncing = subprocess.Popen(ada.argv("sync", "--once", "--all"), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ada.env)
            time.sleep(dice.uniform(0.02, 0.6))
            killed += syncing.poll() is None
            syncing.kill()
            syncing.wait(20)
        self.statuses(ada, "--once")
        for team, names in made.items():
            self.assertEqual(self.there(team), names, f"seed {SEED}")
        for database in ada.profile.glob("workspaces/*/profile.db"):
            with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        for team in made:
            self.use(ada, team)
            self.assertEqual(ada.json("sync", "verify")["state"], "up_to_date")
            self.assertEqual(len(ada.json("agent", "list")), len(made[team]))

    def test_watchAll_fetchesAndSendsElsewhere(self):
        ada, ben = self.device("ada"), self.device("ben")
        self.make(ben, "Red", "Rose")
        ben.run("sync", "--once")
        self.make(ada, "Blue", "Sky")
        self.use(ada, "Personal")
        watching = subprocess.Popen(ada.argv("--json", "sync", "--watch", "--all"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ada.env)
        try:
            self.until(lambda: self.there("Blue") == ["Sky"], "sent")
            self.use(ada, "Red")
            self.until(lambda: [one["name"] for one in ada.json("agent", "list")] == ["Rose"], "fetched")
        finally:
            watching.send_signal(signal.SIGTERM)
            lines = [json.loads(line) for line in watching.communicate(timeout=20)[0].splitlines()]
        self.assertEqual(watching.returncode, 0)
        self.assertTrue(any(one["name"] == self.named("Blue") and one["state"] == "up_to_date" for one in lines))


if __name__ == "__main__":
    unittest.main(verbosity=2)
