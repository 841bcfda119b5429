"""Devices of one team at one server, and the oracle: all of them and PostgreSQL agree."""
import json
import signal
import sqlite3
import subprocess
import time
import unittest

from fault_proxy import FaultProxy
from harness import Cli

ROWS = ("SELECT r.type, r.fields FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id "
        "WHERE r.deleted_at IS NULL AND w.name = '{team}'")


class Device(Cli):
    """A profile that is signed in; `watch()` starts sync beside it."""

    def __init__(self, bin_dir):
        super().__init__(bin_dir)
        self.watching = None

    def sign_in(self, url, code, team):
        self.env.pop("AIAGENT_TOKEN", None)
        made = self.json("server", "connect", url, "--invite", code, "--print-token")
        self.env["AIAGENT_TOKEN"] = made["token"]
        self.run("workspace", "use", team)

    def start(self, *words):
        return subprocess.Popen(self.argv(*words), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.env)

    def watch(self):
        self.told = open(self.folder / "watch.out", "ab")
        self.watching = subprocess.Popen(self.argv("--json", "sync", "--watch"), stdin=subprocess.DEVNULL, stdout=self.told, stderr=self.told, env=self.env)

    def unwatch(self, how=signal.SIGTERM):
        if self.watching:
            self.watching.send_signal(how)
            self.watching.wait(20)
            self.told.close()
            self.watching = None

    def prompt(self, name="Triage"):
        return self.json("agent", "show", name)["prompt"]

    def edit(self, prompt, name="Triage"):
        self.run("agent", "edit", name, "--prompt", prompt)

    def agents(self):
        """Names and prompts of the whole library, in order."""
        with sqlite3.connect(f"file:{self.database()}?mode=ro", uri=True) as db:
            return sorted(db.execute("SELECT a.name, b.prompt FROM agent a JOIN agent_body b ON b.agent = a.number").fetchall())

    def database(self):
        return next(self.profile.glob("workspaces/*/profile.db"))

    def close(self):
        self.unwatch()
        super().close()


class TeamTest(unittest.TestCase):
    """Each test has a team; `self.server` is the class's."""
    bin_dir = ""
    server = None

    def setUp(self):
        self.team = self.id().rpartition(".")[2]

    def device(self, person, role="member", url=None):
        made = Device(self.bin_dir)
        self.addCleanup(made.close)
        code = self.server.invite(f"{person}.{self.team.lower()}@example.com", role, self.team)["code"]
        made.sign_in(url or self.server.url, code, self.team)
        return made

    def proxy(self):
        return self.enterContext(FaultProxy(self.server.port))

    def rows(self):
        """What PostgreSQL has: [(type, fields)]."""
        text = self.server.sql(f"SELECT coalesce(json_agg(json_build_array(type, fields)), '[]') FROM ({ROWS.format(team=self.team)}) r(type, fields)")
        return json.loads(text)

    def agents_there(self):
        return sorted((fields["name"], fields.get("draft_prompt", "")) for kind, fields in self.rows() if kind == "agent")

    def until(self, reached, seconds=30, what="not in time"):
        end = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > end:
                self.fail(f"{what}: {seconds} s")
            time.sleep(0.1)

    def agree(self, *devices, agents=None):
        """Nothing is left to send, the libraries are equal to each other and to the server, nothing is there twice."""
        for device in devices:
            status = device.json("sync", "status")
            self.assertEqual((status["pending"], status["conflicts"], status["recovered"], status["rejected"]), (0, 0, 0, 0))
            self.assertEqual(device.agents(), self.agents_there())
            with sqlite3.connect(f"file:{device.database()}?mode=ro", uri=True) as db:
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        if agents is not None:
            self.assertEqual(self.agents_there(), sorted(agents.items()))
        versions = [(fields["agent"], fields["hash"], tuple(fields.get("parents") or ())) for kind, fields in self.rows() if kind == "agent_version"]
        self.assertEqual(len(versions), len(set(versions)), "a version is there twice")
