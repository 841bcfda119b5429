#!/usr/bin/env python3
"""No push and no pull reads more of a table than its own records, whatever is in it: also with plans that a
connection made while the tables were empty and keeps, which is how a new library is first filled.
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cluster import Cluster  # noqa: E402

SQL = pathlib.Path(__file__).parents[3] / "resources" / "sql" / "postgres"
BATCHES = 12


SPACE, PERSON, CLIENT = (str(uuid.uuid4()) for _ in range(3))
MEMBER = (f"INSERT INTO sync.account(id, email) VALUES ('{PERSON}', 'a@example.com');\n"
          f"INSERT INTO sync.workspace(id, name) VALUES ('{SPACE}', 'Team');\n"
          f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{SPACE}', '{PERSON}', 'admin');\n")
WATCHED = ("LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;\n"
           "SET auto_explain.log_analyze = on; SET client_min_messages = log;\n")


def call(function, **request):
    request = json.dumps({"proto": 1, "schema": 1, "client": CLIENT, "space": SPACE, "epoch": None, **request})
    return (f"BEGIN; SET LOCAL ROLE authenticated; SELECT set_config('request.jwt.claims', '{json.dumps({'sub': PERSON})}', true);\n"
            f"SELECT api.{function}('{request}'); COMMIT;\n")


def push(first, count):
    return call("sync_push", cursor=0, mutations=[
        {"n": n, "mid": str(uuid.uuid4()), "op": "create", "t": "agent", "id": str(uuid.uuid4()), "set": {"name": f"Agent {n}"}}
        for n in range(first, first + count)])


class PlansTest(unittest.TestCase):
    def run_script(self, script):
        with Cluster() as cluster:
            cluster.run("createdb", "plans")
            for step in sorted(SQL.glob("*.sql")):
                cluster.psql("plans", file=step)
            done = subprocess.run(["psql", "-X", "-d", "plans"], env=cluster.environment, input=script, capture_output=True, text=True)
        blocks = re.split(r"(?=LOG:  duration)", done.stderr)
        self.assertGreater(len(blocks), 5, done.stderr)
        for block in blocks:
            self.assertIsNone(re.search(r"Rows Removed by [\w ]+: \d{3,}|actual [^)]*rows=\d{3,}|Seq Scan on (row|mutation|history)", block), block)
        return done.stdout

    def test_push_usesIndexesOnly_onAConnectionThatBeganWithEmptyTables(self):
        script = MEMBER + "".join(push(1 + 50 * i, 50) for i in range(BATCHES)) + WATCHED + push(1 + 50 * BATCHES, 3)
        self.assertIn(f'"last_n": {50 * BATCHES + 3}', self.run_script(script))

    def test_pull_usesIndexesOnly_withThePlansThatAConnectionKeeps(self):
        script = MEMBER + "".join(push(1 + 50 * i, 50) for i in range(BATCHES)) + "ANALYZE;\n"
        script += "SET plan_cache_mode = force_generic_plan;\n" + WATCHED + call("sync_pull", cursor=50 * BATCHES - 2)
        self.assertIn(f'"head" : {50 * BATCHES}', self.run_script(script))


if __name__ == "__main__":
    unittest.main(verbosity=2)
