"""The simulation of sync finds each planted bug within two hundred seeds.

    planted_bugs.py BUILD_DIR
"""
import pathlib
import re
import subprocess
import sys
import unittest

# What betrays each of them, so that another fault is not taken for it.
BETRAYED_BY = {"cursor": "I15|I3|I4", "early-cursor": "I15|I3|I4", "silent-outbox": "I1|I3"}


class PlantedBugs(unittest.TestCase):
    def test_each_is_found(self):
        for name, invariants in BETRAYED_BY.items():
            with self.subTest(name):
                done = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("simulate.py"), BUILD, "--plant", name],
                                      stdout=subprocess.PIPE, text=True, check=False)
                self.assertEqual(done.returncode, 1, done.stdout)
                self.assertRegex(done.stdout, rf"(?m)^seed [0-9]+: (store: )?({invariants}): ")
                print(name, re.search(r"(?m)^seed .*", done.stdout).group(0))


if __name__ == "__main__":
    BUILD = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
