"""Runs the real aiagent-cli in a fresh profile, for the tests beside this file."""
import json
import os
import shutil
import subprocess
import tempfile
import traceback
from pathlib import Path


def run_tests(test):
    """Every test_* of `test`, a line for each; before each its cluster is as in the beginning. Gives the exit status."""
    failed = 0
    try:
        for name in [n for n in dir(test) if n.startswith("test_")]:
            test.cluster.control(reset=True)
            try:
                getattr(test, name)()
                print("ok   ", name)
            except Exception:
                failed += 1
                print("FAIL ", name)
                traceback.print_exc()
    finally:
        test.close()
    return 1 if failed else 0


class Cli:
    """One profile in a temporary folder; close() removes it."""

    def __init__(self, bin_dir, **environment):
        self.binary = str(Path(bin_dir) / "aiagent-cli")
        self.folder = Path(tempfile.mkdtemp(prefix="aiagent-e2e-"))
        self.profile = self.folder / "profile"
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "DBUS_"))}
        self.env = {**keep, "LC_ALL": "C.UTF-8", "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config"),
                    "XDG_DATA_HOME": str(self.folder / "data"), **environment}

    def argv(self, *args):
        return [self.binary, "--profile", str(self.profile), *args]

    def run(self, *args, code=0, stdin=b"", timeout=60):
        done = subprocess.run(self.argv(*args), input=stdin, capture_output=True, env=self.env, timeout=timeout)
        self.out, self.err = done.stdout.decode(), done.stderr.decode("utf-8", "replace")
        if code is not None and done.returncode != code:
            raise AssertionError(f"{args}: exit {done.returncode}, expected {code}\n{self.out[-500:]}\n{self.err[-500:]}")
        return self.out

    def json(self, *args, **more):
        return json.loads(self.run("--json", *args, **more))

    def events(self, *args, **more):
        return [json.loads(line) for line in self.run("--json", *args, **more).splitlines() if line]

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
