#!/usr/bin/env python3
"""What may befall a library that is shared, with the command line, a real server and a real PostgreSQL.

    sync_cases_test.py BIN_DIR [TEST...]

The numbers are those of tests/cases.toml.
"""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
import uuid

import parallel
from sync_server import SyncServer  # puts the folder of `replica` into the path
from sync_team import Device, TeamTest
from replica import Replica, kill

TeamTest.bin_dir = sys.argv.pop(1) if len(sys.argv) > 1 else "."
ROWS_OF_AN_IMPORT = 20_000


class SyncCases(TeamTest):
    def pair(self, prompt="Sort tickets.", names=("Triage",)):
        ada, ben = self.device("ada", "admin"), self.device("ben")
        for name in names:
            ada.run("agent", "new", "--name", name, "--prompt", prompt)
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        return ada, ben

    def own_server(self):
        """For a test that spoils it for others."""
        self.server = self.enterContext(SyncServer(self.bin_dir))
        return self.server

    # ---- the file

    def test_case14_fileLockedByAnotherProgram_isWaitedForAndIsNoDamage(self):
        ada, ben = self.pair()
        lock = sqlite3.connect(ada.database(), isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        begun = ada.start("agent", "edit", "Triage", "--prompt", "After the wait.")
        time.sleep(1)
        lock.execute("ROLLBACK")
        lock.close()
        self.assertEqual(begun.wait(30), 0)
        lock = sqlite3.connect(ada.database(), isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        ada.run("sync", "--once", code=8)  # it waits for some seconds, then says so
        lock.execute("ROLLBACK")
        lock.close()
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        self.assertEqual(list(ada.database().parent.glob("*.corrupt-*")), [])
        self.agree(ada, ben, agents={"Triage": "After the wait."})

    @parallel.slow
    def test_case15_spoiltPage_isSalvagedAndFetchedAgain(self):
        names = [f"Agent {number:02}" for number in range(40)]
        ada, ben = self.pair("x" * 3000, names)
        ada.edit("Unsent words.", names[-1])
        self.spoil(ada.database(), "agent_body")
        for _ in range(4):  # one meets the damage, the next begins with the salvage
            ada.run("sync", "--once", code=None)
        ada.run("sync", "verify")
        ben.run("sync", "--once")
        self.assertTrue(list(ada.database().parent.glob("*.corrupt-*")), "the file with the damage is kept")
        self.agree(ada, ben, agents={name: "x" * 3000 for name in names[:-1]} | {names[-1]: "Unsent words."})

    def spoil(self, database, table):
        """Overwrites the first leaf of a table: what was written first."""
        with sqlite3.connect(database) as db:
            root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
            size = db.execute("PRAGMA page_size").fetchone()[0]
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with open(database, "r+b") as file:
            file.seek((root - 1) * size)
            page = file.read(size)
            self.assertEqual(page[0], 5, "an inner page of a table")
            first = int.from_bytes(page[12:14], "big")  # the first cell begins with its left child
            leaf = int.from_bytes(page[first:first + 4], "big")
            file.seek((leaf - 1) * size)
            file.write(b"\xff" * size)

    def test_case30_copiedProfile_takesAnotherNameAndBothAreHeard(self):
        ada, ben = self.pair()
        ada.run("agent", "new", "--name", "On its way", "--prompt", "Not sent before the copy.")
        copy = Device(self.bin_dir)
        self.addCleanup(copy.close)
        copy.env["AIAGENT_TOKEN"] = ada.env["AIAGENT_TOKEN"]
        shutil.copytree(ada.profile, copy.profile)
        ada.run("agent", "new", "--name", "Original", "--prompt", "One.")
        copy.run("agent", "new", "--name", "Copy", "--prompt", "Two.")
        for device in (ada, copy, ada, copy, ben):
            device.run("sync", "--once")
        self.agree(ada, copy, ben, agents={"Triage": "Sort tickets.", "On its way": "Not sent before the copy.", "Original": "One.", "Copy": "Two."})

    def test_case54_severalProgramsOnOneProfile_syncOnceAndLoseNothing(self):
        ada, ben = self.pair()
        second = Device(self.bin_dir)
        self.addCleanup(second.close)
        second.env, second.profile = ada.env, ada.profile
        ada.watch()
        second.watch()
        for number in range(8):
            ada.run("agent", "new", "--name", f"Agent {number}", "--prompt", "p")
        ada.run("sync", "--once")
        self.until(lambda: len(self.agents_there()) == 9)
        ada.unwatch(signal.SIGKILL)  # the one that is left goes on
        second.run("agent", "new", "--name", "Last", "--prompt", "p")
        self.until(lambda: len(self.agents_there()) == 10)
        second.unwatch()
        ben.run("sync", "--once")
        self.agree(ada, ben)

    # ---- two who edit

    def test_case18_bothResolveDifferently_theSecondIsAskedAgain(self):
        ada, ben = self.pair()
        ada.edit("Sort letters.")
        ben.edit("Sort mails.")
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        ben.run("inbox", "resolve", ben.json("inbox", "list")[0]["id"], "--take", "mine")
        ada.edit("Sort parcels.")
        ada.run("sync", "--once")
        self.assertEqual(ben.json("sync", "--once")["conflicts"], 1)
        item = ben.json("inbox", "list")[0]
        shown = ben.json("inbox", "show", item["id"])
        self.assertEqual((shown["mine"]["draft_prompt"], shown["theirs"]["draft_prompt"]), ("Sort mails.", "Sort parcels."))
        ben.run("inbox", "resolve", item["id"], "--take", "theirs")
        for device in (ben, ada):
            device.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": "Sort parcels."})

    def test_case19_differentFields_areBothKept(self):
        ada, ben = self.pair()
        ada.edit("By Ada.")
        ben.run("agent", "edit", "Triage", "--description", "By Ben.")
        for device in (ada, ben, ada):
            device.run("sync", "--once")
        for device in (ada, ben):
            shown = device.json("agent", "show", "Triage")
            self.assertEqual((shown["prompt"], shown["description"]), ("By Ada.", "By Ben."))
        self.agree(ada, ben)

    def test_case21_bothDelete_isOneDeletionWithoutAWord(self):
        ada, ben = self.pair()
        for device in (ada, ben):
            device.run("agent", "delete", "Triage")
        for device in (ada, ben, ada):
            device.run("sync", "--once")
        self.assertEqual(ben.json("inbox", "list"), [])
        self.agree(ada, ben, agents={})

    # ---- rights

    def test_case31_removedWithUnsentEdits_keepsThem_case33_andSendsThemWhenInvitedAgain(self):
        ada, ben = self.pair()
        address = next(m["email"] for m in ada.json("member", "list") if m["email"].startswith("ben."))
        ben.edit("Unsent words of Ben.")
        ada.run("member", "remove", address)
        for _ in range(2):
            ben.run("sync", "--once", code=6)
        self.assertEqual(ben.prompt(), "Unsent words of Ben.")
        self.assertEqual(self.agents_there(), [("Triage", "Sort tickets.")])
        ben.sign_in(self.server.url, self.server.invite(address, "member", self.team)["code"], self.team)
        for device in (ben, ada):
            device.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": "Unsent words of Ben."})

    def test_case32_becameAViewerMeanwhile_theEditWaitsInTheInbox(self):
        ada, ben = self.pair()
        ben.edit("Not allowed any more.")
        address = next(m["email"] for m in ada.json("member", "list") if m["email"].startswith("ben."))
        ada.run("member", "role", address, "viewer")
        status = ben.json("sync", "--once")
        self.assertEqual((status["pending"], status["rejected"]), (0, 1))
        self.assertEqual(ben.prompt(), "Sort tickets.")
        self.assertIn("Not allowed any more.", json.dumps(ben.json("inbox", "show", ben.json("inbox", "list")[0]["id"])))
        self.assertEqual(self.agents_there(), [("Triage", "Sort tickets.")])

    def test_case34_anotherAccount_getsNothingOfTheFirst(self):
        ada, _ = self.pair()
        ada.edit("Unsent words of Ada.")
        code = self.server.invite(f"eve.{self.team.lower()}@example.com", "admin", self.team + " of Eve")["code"]
        token = ada.env.pop("AIAGENT_TOKEN")
        ada.run("server", "connect", self.server.url, "--invite", code, code=7)  # it says to take another profile
        self.assertEqual(self.server.sql("SELECT count(*) FROM sync.row r JOIN sync.membership m USING (workspace_id) JOIN sync.account a "
                                         f"ON a.id = m.user_id WHERE a.email LIKE 'eve.{self.team.lower()}@%'").strip(), "0")
        ada.env["AIAGENT_TOKEN"] = token
        self.assertEqual(ada.prompt(), "Unsent words of Ada.")

    # ---- the server

    @parallel.slow
    def test_case45_migrationDuringPushes_delaysThemAndLosesNothing(self):
        server = self.own_server()
        ada, ben = self.pair()
        ada.watch()
        migration = subprocess.Popen(["psql", "-X", "-q", "-d", "library"], env=server.cluster.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        migration.stdin.write("BEGIN; ALTER TABLE sync.row ADD CONSTRAINT probe CHECK (version > 0) NOT VALID; SELECT pg_sleep(6); COMMIT;\n")
        migration.stdin.close()
        for number in range(5):
            ada.edit(f"Edit {number}.")
            time.sleep(1)
        self.assertEqual(migration.wait(30), 0)
        self.until(lambda: self.agents_there() == [("Triage", "Edit 4.")], 20)
        ada.unwatch()
        for device in (ada, ben):
            device.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": "Edit 4."})

    @parallel.slow
    def test_case46_replicaWithoutTheLastCommits_isOfferedThemAgain(self):
        server = self.own_server()
        with Replica(server.cluster) as replica:
            server.stop()
            server.env["DATABASE_URL"] = (f"postgresql:///library?host={server.cluster.folder},{replica.folder}"
                                          f"&user={server.cluster.user}&target_session_attrs=read-write")
            server.start()
            ada, ben = self.pair()
            replica.until_caught_up()
            replica.stop()
            ada.edit("Acknowledged and not replicated.")
            ada.run("agent", "new", "--name", "Late", "--prompt", "Neither.")
            ada.run("sync", "--once")
            ben.run("sync", "--once")
            kill(server.cluster)
            replica.start()
            replica.promote()
            self.addCleanup(setattr, server, "cluster", server.cluster)
            primary, server.cluster = server.cluster, replica
            for device in (ada, ben, ada, ben):
                device.run("sync", "--once", code=None)
            self.agree(ada, ben, agents={"Triage": "Acknowledged and not replicated.", "Late": "Neither."})
            server.cluster = primary

    @parallel.slow
    def test_case49_largeImportOfAnother_isTakenWithBoundedMemory(self):
        ada = self.device("ada", "admin")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "Sort.")
        ada.run("sync", "--once")
        least = self.memory(ada, "sync", "--once")
        self.bulk(ada, ROWS_OF_AN_IMPORT)
        most = self.memory(ada, "sync", "--once")
        with sqlite3.connect(f"file:{ada.database()}?mode=ro", uri=True) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM agent").fetchone()[0], ROWS_OF_AN_IMPORT + 1)
        self.assertLess(most - least, 96 << 10, f"{least} KiB before, {most} KiB with the import")

    @staticmethod
    def memory(device, *words):
        """The most that a command had in memory, in KiB."""
        process = device.start(*words)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, words
        return usage.ru_maxrss

    def bulk(self, device, rows):
        space, client = device.json("sync", "status")["workspace"], str(uuid.uuid4())
        for first in range(0, rows, 50):
            mutations = [{"n": n + 1, "mid": str(uuid.uuid4()), "op": "create", "t": "agent", "id": str(uuid.uuid4()),
                          "set": {"name": f"Import {n}", "draft_prompt": "words " * 80}} for n in range(first, first + 50)]
            body = json.dumps({"proto": 1, "schema": 1, "client": client, "space": space, "epoch": None, "cursor": 0, "mutations": mutations})
            request = urllib.request.Request(self.server.url + "/v1/rpc/sync_push", body.encode(),
                                             {"Content-Type": "application/json", "Authorization": "Bearer " + device.env["AIAGENT_TOKEN"]})
            with urllib.request.urlopen(request, timeout=60) as answer:
                assert answer.status == 200


if __name__ == "__main__":
    with SyncServer(TeamTest.bin_dir, RATE_PER_MEMBER="0", RATE_PER_ADDRESS="0") as TeamTest.server:
        parallel.main()
