#!/usr/bin/env python3
"""No push reads more of a table than its own records, whatever is in it: also with plans that a connection
made while the tables were empty and keeps, which is how a new library is first filled.
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


class PlansTest(unittest.TestCase):
    def test_push_usesIndexesOnly_onAConnectionThatBeganWithEmptyTables(self):
        space, person, client = (str(uuid.uuid4()) for _ in range(3))
        number = 0

        def push(count):
            nonlocal number
            mutations = []
            for _ in range(count):
                number += 1
                mutations.append({"n": number, "mid": str(uuid.uuid4()), "op": "create", "t": "agent", "id": str(uuid.uuid4()),
                                  "set": {"name": f"Agent {number}"}})
            request = json.dumps({"proto": 1, "schema": 1, "client": client, "space": space, "epoch": None, "cursor": 0, "mutations": mutations})
            claims = json.dumps({"sub": person})
            return (f"BEGIN; SET LOCAL ROLE authenticated; SELECT set_config('request.jwt.claims', '{claims}', true);\n"
                    f"SELECT api.sync_push('{request}'); COMMIT;\n")

        script = (f"INSERT INTO sync.account(id, email) VALUES ('{person}', 'a@example.com');\n"
                  f"INSERT INTO sync.workspace(id, name) VALUES ('{space}', 'Team');\n"
                  f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{space}', '{person}', 'admin');\n")
        script += "".join(push(50) for _ in range(BATCHES))
        script += ("LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;\n"
                   "SET auto_explain.log_analyze = on; SET client_min_messages = log;\n") + push(3)
        with Cluster() as cluster:
            cluster.run("createdb", "plans")
            for step in sorted(SQL.glob("*.sql")):
                cluster.psql("plans", file=step)
            done = subprocess.run(["psql", "-X", "-d", "plans"], env=cluster.environment, input=script, capture_output=True, text=True)
        self.assertIn(f'"last_n": {number}', done.stdout)
        blocks = re.split(r"(?=LOG:  duration)", done.stderr)
        self.assertGreater(len(blocks), 20)
        for block in blocks:
            self.assertIsNone(re.search(r"Rows Removed by [\w ]+: \d{3,}|actual [^)]*rows=\d{3,}|Seq Scan on (row|mutation|history)", block), block)


if __name__ == "__main__":
    unittest.main(verbosity=2)
