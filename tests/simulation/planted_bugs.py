"""The simulation of sync finds each planted bug within two hundred seeds.

    planted_bugs.py BUILD_DIR
"""
import pathlib
import re
import subprocess
import sys
import unittest

PLANTED = ("cursor", "early-cursor", "silent-outbox")


def simulate(*arguments):
    return subprocess.run([sys.executable, pathlib.Path(__file__).with_name("simulate.py"), BUILD, *arguments],
                          stdout=subprocess.PIPE, text=True, check=False)


class PlantedBugs(unittest.TestCase):
    def test_each_is_found(self):
        for name in PLANTED:
            with self.subTest(name):
                done = simulate("--plant", name)
                self.assertEqual(done.returncode, 1, done.stdout)
                found = re.search(r"(?m)^seed ([0-9]+): .*", done.stdout)
                self.assertTrue(found, done.stdout)
                print(name, found.group(0))
                # It is the bug that does it: the same seed holds without.
                without = simulate("--first", found.group(1), "--seeds", "1")
                self.assertEqual(without.returncode, 0, without.stdout)


if __name__ == "__main__":
    BUILD = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
