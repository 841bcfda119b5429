#!/usr/bin/env python3
"""A team and its server: command lines on several devices, a real aiagent-server, a real PostgreSQL.

    sync_test.py BIN_DIR
"""
import json
import sqlite3
import subprocess
import sys
import time
import unittest
from pathlib import Path

from harness import Cli
from sync_server import SyncServer

BIN_DIR = sys.argv.pop(1) if len(sys.argv) > 1 else "."


class SyncTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = SyncServer(BIN_DIR).__enter__()
        cls.addClassCleanup(cls.server.__exit__)
        cls.workspaces = 0

    def setUp(self):
        SyncTest.workspaces += 1
        self.team = f"Team {SyncTest.workspaces}"
        if self.server.process is None:
            self.server.start()

    def device(self, person, role="member", use=True):
        """A profile of its own, signed in, with the team's library in use."""
        cli = Cli(BIN_DIR)
        self.addCleanup(cli.close)
        code = self.server.invite(f"{person}@example.com", role, self.team)["code"]
        made = cli.json("server", "connect", self.server.url, "--invite", code, "--print-token")
        cli.env["AIAGENT_TOKEN"] = made["token"]
        if use:
            cli.run("workspace", "use", self.team)
        return cli

    def prompt(self, cli, name="Triage"):
        return cli.json("agent", "show", name)["prompt"]

    def set_prompt(self, cli, prompt, name="Triage"):
        cli.run("agent", "edit", name, "--prompt", prompt)

    def test_whatOneWrites_theOtherReads(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        status = ada.json("sync", "--once")
        self.assertEqual((status["state"], status["pending"]), ("up_to_date", 0))
        ben.run("sync", "--once")
        self.assertEqual(self.prompt(ben), "Sort.")
        self.assertEqual([v["hash"] for v in ben.json("agent", "versions", "Triage")],
                         [v["hash"] for v in ada.json("agent", "versions", "Triage")])

    def test_database_isShownToWhomTheOperatorMarks(self):
        ada = self.device("ada", "admin")
        ada.run("server", "database", code=6)
        self.assertIn("operators of the server", ada.err)
        self.server.command("ops", "grant", "ada@example.com")
        self.server.command("ops", "drill", "--at", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60)), "--failed")
        said = ada.run("server", "database", code=11)
        self.assertTrue(said.startswith("Bad\n  The last restore of a backup failed"), said)
        for part in ("Connections", "Slowest statements", "sync.account", "pg_stat_statements is not there", "Restore", "Migrations"):
            self.assertIn(part.lower(), said.lower())
        report = ada.json("server", "database", code=11)
        self.assertEqual((report["migrations"]["state"], report["backups"]["drill"]["ok"]), ("applied", False))
        self.server.command("ops", "revoke", "ada@example.com")
        ada.run("server", "database", code=6)

    def test_ownLibrary_becomesThePersonalWorkspace(self):
        cli = Cli(BIN_DIR)
        self.addCleanup(cli.close)
        cli.run("agent", "new", "--name", "Old", "--prompt", "From before.")
        code = self.server.invite("carla@example.com", "member", self.team)["code"]
        made = cli.json("server", "connect", self.server.url, "--invite", code, "--print-token")
        cli.env["AIAGENT_TOKEN"] = made["token"]
        self.assertEqual(cli.json("sync", "--once")["pending"], 0)
        rows = self.server.sql("SELECT w.name, r.fields->>'name' FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id "
                               "JOIN sync.account a ON a.id = w.personal_of WHERE a.email = 'carla@example.com' AND r.type = 'agent'")
        self.assertIn("Old", rows)
        cli.run("workspace", "use", self.team)
        self.assertEqual(cli.json("agent", "list"), [])

    def test_editsOnTheTrain_areMergedTheSameEvening(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "First.\n\nSecond.\n\nThird.")
        ada.run("sync")
        ben.run("sync")
        self.server.kill()
        self.set_prompt(ada, "First, by Ada.\n\nSecond.\n\nThird.")
        self.set_prompt(ben, "First.\n\nSecond.\n\nThird, by Ben.")
        status = json.loads(ada.run("--json", "sync", "--once", code=5))
        self.assertEqual((status["state"], status["pending"]), ("waiting", 1))
        self.server.start()
        for cli in (ada, ben, ada):
            cli.run("sync", "--once")
        for cli in (ada, ben):
            self.assertEqual(self.prompt(cli), "First, by Ada.\n\nSecond.\n\nThird, by Ben.")
            self.assertEqual(cli.json("inbox", "list"), [])
        # The merge has both as parents.
        self.assertEqual(len(ben.json("agent", "versions", "Triage")[0]["parents"]), 2)

    def test_theSameSentence_waitsInTheInbox(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort tickets.")
        ada.run("sync")
        ben.run("sync")
        self.set_prompt(ada, "Sort letters.")
        self.set_prompt(ben, "Sort mails.")
        ada.run("sync")
        status = ben.json("sync", "--once")
        self.assertEqual((status["pending"], status["conflicts"]), (0, 1))
        self.assertEqual(self.prompt(ben), "Sort letters.")
        item = ben.json("inbox", "list")[0]
        self.assertEqual((item["kind"], item["fields"]), ("conflict", ["prompt"]))
        shown = ben.json("inbox", "show", item["id"])
        self.assertEqual([shown[side]["draft_prompt"] for side in ("base", "mine", "theirs")],
                         ["Sort tickets.", "Sort mails.", "Sort letters."])
        ben.run("inbox", "resolve", item["id"], "--take", "mine")
        ben.run("sync")
        ada.run("sync")
        self.assertEqual(self.prompt(ada), "Sort mails.")
        self.assertEqual(ben.json("inbox", "list"), [])

    def test_conflict_isShownOnThePersonsOtherDevice_andEndedThereForBoth(self):
        ada, laptop, desktop = self.device("ada", "admin"), self.device("ben"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort tickets.")
        for cli in (ada, laptop, desktop):
            cli.run("sync")
        self.set_prompt(ada, "Sort letters.")
        ada.run("sync")
        self.set_prompt(laptop, "Sort mails.")
        laptop.run("sync")
        item = laptop.json("inbox", "list")[0]
        desktop.run("sync")
        self.assertEqual([one["id"] for one in desktop.json("inbox", "list")], [item["id"]])
        self.assertEqual(desktop.json("inbox", "show", item["id"])["mine"]["draft_prompt"], "Sort mails.")
        ada.run("sync")
        self.assertEqual(ada.json("inbox", "list"), [])
        desktop.run("inbox", "resolve", item["id"], "--take", "mine")
        for cli in (desktop, laptop, ada):
            cli.run("sync")
            self.assertEqual(self.prompt(cli), "Sort mails.")
            self.assertEqual(cli.json("inbox", "list"), [])
            self.assertEqual(cli.json("sync", "status")["conflicts"], 0)

    def test_deletedThere_theUnsentEditIsRecovered(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        ada.run("sync")
        ben.run("sync")
        ada.run("agent", "delete", "Triage")
        ada.run("sync")
        self.set_prompt(ben, "Words not to be lost.")
        self.assertEqual(ben.json("sync", "--once")["recovered"], 1)
        self.assertEqual(ben.json("agent", "list"), [])
        item = ben.json("inbox", "list")[0]
        ben.run("inbox", "resolve", item["id"], "--take", "mine")
        ben.run("sync")
        ada.run("sync")
        self.assertEqual(self.prompt(ada), "Words not to be lost.")

    def test_viewer_mayLookAndNotWrite(self):
        ada, vic = self.device("ada", "admin"), self.device("vic", "viewer")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        ada.run("sync")
        vic.run("sync")
        self.set_prompt(vic, "Not allowed.")
        status = vic.json("sync", "--once")
        self.assertEqual((status["pending"], status["rejected"]), (0, 1))
        self.assertEqual(self.prompt(vic), "Sort.")
        self.assertIn("Not allowed.", json.dumps(vic.json("inbox", "show", vic.json("inbox", "list")[0]["id"])))

    def test_restoredServer_isOfferedWhatItLost(self):
        ada = self.device("ada", "admin")
        ada.run("agent", "new", "--name", "Early", "--prompt", "Before the backup.")
        ada.run("sync")
        self.server.cluster.run("pg_dump", "-Fc", "-f", self.server.cluster.folder / "backup", "library")
        ada.run("agent", "new", "--name", "Late", "--prompt", "After the backup.")
        ada.run("sync")
        self.server.stop()
        self.server.cluster.run("pg_restore", "-c", "-d", "library", self.server.cluster.folder / "backup")
        self.server.command("epoch", "bump")
        self.server.start()
        self.assertEqual(ada.json("sync", "--once")["pending"], 0)
        names = self.server.sql("SELECT fields->>'name' FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id "
                                f"WHERE type = 'agent' AND w.name = '{self.team}' ORDER BY 1").split()
        self.assertEqual(names, ["Early", "Late"])

    def test_knowledgeFile_travels(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        handbook = ada.folder / "handbook.txt"
        handbook.write_text("How we sort.\n" * 500_000)  # more than one part
        ada.run("agent", "knowledge", "Triage", "--add", str(handbook))
        self.assertEqual(ada.json("sync", "--once")["pending"], 0)
        ben.run("sync")
        watch = time.monotonic() + 20
        while not list(ben.profile.glob("workspaces/*/blobs/*/*")) and time.monotonic() < watch:
            ben.run("sync")
        kept = [p for p in ben.profile.glob("workspaces/*/blobs/*/*") if p.is_file()]
        self.assertEqual(kept[0].read_bytes(), handbook.read_bytes())

    def test_verify_findsAndHealsAPlantedDifference(self):
        ada = self.device("ada", "admin")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        ada.run("sync")
        database = next(ada.profile.glob("workspaces/*/profile.db"))
        with sqlite3.connect(database) as planted:
            planted.execute("UPDATE agent_body SET prompt = 'Rotten.'")
        ada.run("sync", "verify")
        self.assertEqual(self.prompt(ada), "Sort.")

    def test_twoWindowsAndACommandLine_agree_whateverBecomesOfTheServer(self):
        ada, ben, cli = self.device("ada", "admin"), self.device("ben"), self.device("carla")
        for device in (ada, ben):
            window = subprocess.Popen([str(Path(BIN_DIR) / "aiagent"), "--profile", str(device.profile)], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, env={**device.env, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""})
            self.addCleanup(window.wait, 20)
            self.addCleanup(window.terminate)
        # What is written into the profiles of the windows, the windows send and fetch.
        ada.run("agent", "new", "--name", "Triage", "--prompt", "One.\n\nTwo.\n\nThree.")
        self.until(lambda: ben.json("agent", "list") != [])
        cli.run("sync")
        self.server.kill()
        self.set_prompt(ada, "One, Ada.\n\nTwo.\n\nThree.")
        self.set_prompt(ben, "One.\n\nTwo, Ben.\n\nThree.")
        self.set_prompt(cli, "One.\n\nTwo.\n\nThree, Carla.")
        self.server.start()
        wanted = "One, Ada.\n\nTwo, Ben.\n\nThree, Carla."
        cli.run("sync")
        self.until(lambda: cli.run("sync") and all(self.prompt(one) == wanted for one in (ada, ben, cli)))
        for device in (ada, ben, cli):
            self.assertEqual(device.json("inbox", "list"), [])
            self.assertEqual(device.json("sync", "status")["pending"], 0)

    def test_workspacesSwitchedInTheWindow_loseNoEdit(self):
        program = Path(BIN_DIR).resolve().parent / "tests" / "aiagent_workspace_window"
        if not program.exists():
            self.skipTest("the program that drives the window is not built")
        ada, ben = self.device("ada", "admin", use=False), self.device("ben")
        ben.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        ben.run("sync")
        done = subprocess.run([str(program), str(ada.profile), self.team], capture_output=True, text=True, timeout=180,
                              env={**ada.env, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""})
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        ben.run("sync")
        self.assertEqual(self.prompt(ben), "Sort. And say why.")
        own = self.server.sql("SELECT r.fields->>'name' FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id "
                              "WHERE w.personal_of IS NOT NULL AND r.type = 'agent'")
        self.assertIn("Own note", own)
        self.assertNotIn("Triage", own)

    def until(self, reached, seconds=60):
        end = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > end:
                self.fail("not within a minute")
            time.sleep(0.3)

    def test_members_areLookedAfter(self):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        self.assertEqual(sorted(m["email"] for m in ada.json("member", "list")), ["ada@example.com", "ben@example.com"])
        ben.run("member", "invite", "eve@example.com", code=6)
        self.assertTrue(ada.json("member", "invite", "eve@example.com")["code"])
        ada.run("member", "remove", "ada@example.com", code=6)  # the last administrator
        ada.run("member", "suspend", "ben@example.com")
        ben.run("sync", code=6)
        ada.run("member", "suspend", "ben@example.com", "--lift")
        ben.run("sync")
        token = [d for d in ben.json("device", "list") if d["current"]][0]
        ben.run("device", "revoke", token["id"])
        ben.run("sync", code=6)

    def test_withoutAServer_theCommandsSaySo(self):
        cli = Cli(BIN_DIR)
        self.addCleanup(cli.close)
        self.assertEqual(cli.json("sync", "status")["state"], "local")
        cli.run("sync", code=3)
        cli.run("member", "list", code=6)
        cli.run("server", "connect", "http://agents.example.com", "--invite", "X", code=4)
        cli.run("server", "connect", self.server.url, "--invite", "WRONG-CODE", code=6)


if __name__ == "__main__":
    unittest.main(verbosity=2)
