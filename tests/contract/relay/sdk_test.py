"""OpenAI's own client for Node against /v1/openai of aiagent-server, told nothing but its address and a token. The
rehearsal model answers behind it.

    sdk_test.py BIN_DIR NODE_DIR
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
for folder in ("integration/server", "support"):
    sys.path.insert(0, str(HERE.parents[1] / folder))
import served  # noqa: E402
from npm import missing_packages  # noqa: E402
from served import ServedTest  # noqa: E402

NODE = pathlib.Path()


class Sdk(ServedTest):
    def setUp(self):
        super().setUp()
        home = self.enterContext(tempfile.TemporaryDirectory())
        self.model = subprocess.Popen([str(served.BIN / "aiagent-cli"), "--json", "rehearsal"], text=True, stdout=subprocess.PIPE,
                                      env={"HOME": home, "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen"})
        self.addCleanup(self.end_model)
        self.base = json.loads(self.model.stdout.readline())["baseUrl"]
        ada, bo = self.person("ada@example.org"), self.person("bo@example.org")
        self.space = self.workspace(member=[ada, bo])
        self.tokens = {"ada": self.token(ada), "bo": self.token(bo)}
        self.command("budget", "set", "--workspace", self.space, "--member", "bo@example.org", "--monthly", "0")

    def end_model(self):
        self.model.send_signal(signal.SIGINT)
        self.model.wait(20)
        self.model.stdout.close()

    def usage(self):
        return self.query("SELECT sum(calls), sum(estimated), min(output) > 0 FROM sync.usage")

    def run_client(self, part, server, who):
        script = NODE / "sdk.mjs"
        for source in (HERE / script.name, HERE.parent / "openai_calls.mjs"):
            shutil.copy(source, NODE / source.name)
        done = subprocess.run(["node", str(script), part], cwd=NODE, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
                              env={"PATH": os.environ["PATH"], "OPENAI_BASE_URL": f"http://127.0.0.1:{server.port}/v1/openai", "OPENAI_API_KEY": self.tokens.get(who, who)})
        self.assertEqual((done.returncode, done.stdout.strip()), (0, "ok"), done.stdout)

    def test_calls_of_a_member(self):
        server = self.served(OPENAI_API_KEY="sk-organisation", OPENAI_BASE_URL=self.base)
        self.run_client("calls", server, "ada")
        # Everything but counting tokens and listing models; the provider told the tokens of each.
        self.assertEqual(self.usage(), "6|0|t")

    def test_a_call_that_is_cancelled(self):
        server = self.served(OPENAI_API_KEY="sk-organisation", OPENAI_BASE_URL=self.base)
        self.run_client("cancel", server, "ada")
        ends = time.monotonic() + 10
        while self.usage() != "1|1|t":
            self.assertLess(time.monotonic(), ends, self.usage())
            time.sleep(0.05)

    def test_errors(self):
        server = self.served(OPENAI_API_KEY="sk-organisation", OPENAI_BASE_URL=self.base)
        self.run_client("nobody", server, "aat_" + 64 * "0")
        self.run_client("errors", server, "ada")
        self.run_client("spent", server, "bo")
        few = self.served(OPENAI_API_KEY="sk-organisation", OPENAI_BASE_URL=self.base, RATE_PER_MEMBER=1)
        self.run_client("rate", few, "ada")


if __name__ == "__main__":
    NODE = pathlib.Path(sys.argv.pop(2)).resolve()
    if reason := missing_packages(HERE, NODE):
        print("skipped:", reason)
        sys.exit(77)
    served.main()
