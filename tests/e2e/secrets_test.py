#!/usr/bin/env python3
"""Plants secrets in every place a person may put one, then searches every file of the profile for them.

    secrets_test.py BIN_DIR
"""
import sys
import unittest

from harness import Cli

BIN_DIR = sys.argv.pop(1) if len(sys.argv) > 1 else "."
KEY = "sk-planted-abcdefghijklmnopqrstuvwxyz0123456789"
OTHER = "xoxb-planted-other-provider-key-0123456789"


class SecretsTest(unittest.TestCase):
    def setUp(self):
        self.cli = Cli(BIN_DIR, OPENAI_API_KEY=KEY, OTHER_KEY=OTHER, LOGGING_LEVEL="debug")
        self.addCleanup(self.cli.close)

    def assert_nowhere(self, secret):
        for file in self.cli.folder.rglob("*"):
            if file.is_file():
                self.assertNotIn(secret.encode(), file.read_bytes(), file.name)

    def test_keys_are_in_no_file(self):
        cli = self.cli
        agent = cli.json("agent", "new", "--name", "A", "--prompt", "p")["id"]
        cli.run("run", agent, "--provider", "rehearsal", "--input", "hello")
        # nobody listens on port 9: the failing run must not write the key either
        cli.run("provider", "add", "other", "--base-url", "http://127.0.0.1:9/v1", "--key-from-env", "OTHER_KEY")
        cli.run("run", agent, "--provider", "other", "--model", "m", "--input", "x", code=5)
        cli.run("provider", "add", "third", "--base-url", "http://127.0.0.1:9/v1", "--key-stdin", stdin=OTHER.encode())
        cli.run("doctor", code=None)
        cli.run("backup")
        self.assert_nowhere(KEY)
        self.assert_nowhere(OTHER)

    def test_log_holds_no_prompt_and_no_answer(self):
        cli = self.cli
        agent = cli.json("agent", "new", "--name", "A", "--prompt", "the-planted-prompt")["id"]
        cli.run("run", agent, "--provider", "rehearsal", "--input", "the-planted-message")
        logs = list((cli.profile / "logs").glob("*"))
        self.assertTrue(logs)
        for log in logs:
            text = log.read_text()
            self.assertIn('"event":"finished"', text)
            self.assertNotIn("planted", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
