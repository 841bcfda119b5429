"""What the tests of the cluster commands on real API servers have in common: running them, and reading what they go on telling."""
import json
import os
import pty
import signal
import subprocess
import threading

from real_cluster import until


class Lines:
    """A command that goes on telling, read beside what else is done."""

    def __init__(self, argv, env):
        self.process = subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.all, self.said = [], []
        for stream, into in ((self.process.stdout, self.all), (self.process.stderr, self.said)):
            threading.Thread(target=self.read, args=(stream, into), daemon=True).start()

    @staticmethod
    def read(stream, into):
        for line in stream:
            into.append(json.loads(line) if line.startswith("{") else line)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def until(self, wanted, after=0, seconds=60):
        """The first one beyond the first `after` that is wanted."""
        try:
            return until(lambda: [one for one in self.all[after:] if wanted(one)], "it is told", seconds)[0]
        except AssertionError:
            raise AssertionError((self.process.poll(), self.all[-5:], self.said[-5:])) from None

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(20) == 0, (self.process.returncode, self.said)


class ClusterCommands:
    """A test has `cli` and `cluster`, and `config()` gives the kubeconfig."""

    def run(self, *words, **more):
        config = more.pop("config", None) or self.config()
        return self.cli.run("cluster", *words, "--kubeconfig", config, **more)

    def json(self, *words, **more):
        config = more.pop("config", None) or self.config()
        return self.cli.json("cluster", *words, "--kubeconfig", config, **more)

    def do(self, *words, **more):
        return self.json(*words, "--yes", **more)

    def refused(self, word, *words, code=7, **more):
        self.do_fails(*words, code=code, **more)
        error = json.loads(self.cli.err.splitlines()[-1])["error"]
        assert error["providerCode"] == word, error
        return error

    def do_fails(self, *words, **more):
        self.fails(*words, "--yes", **more)

    def fails(self, *words, **more):
        config = more.pop("config", None) or self.config()
        self.cli.run("--json", "cluster", *words, "--kubeconfig", config, **more)

    def lines(self, *words, config=None):
        return Lines(self.cli.argv("--json", "cluster", *words, "--kubeconfig", config or self.config()), self.cli.env)

    def pause_that_somebody_overtakes(self):
        """deployment/web is changed by another between the question and the "yes", and is not paused."""
        master, slave = pty.openpty()
        child = subprocess.Popen(self.cli.argv("cluster", "rollout", "pause", "deploy/web", "--kubeconfig", self.config()),
                                 stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.cli.env)
        while b"spec.paused" not in child.stdout.readline():
            pass
        self.cluster.set_image("web", "example.com/app:9")
        os.write(master, b"yes\n")
        _, err = child.communicate(timeout=60)
        os.close(master)
        os.close(slave)
        assert child.returncode == 7 and b"changed" in err, (child.returncode, err)
        assert not self.deployment("web")["spec"].get("paused")

    def deployment(self, name):
        return self.cluster.get(self.cluster.place("deployments/" + name))

    def kubectl(self, *words, code=0):
        done = subprocess.run(["kubectl", "--kubeconfig", self.config(), *words], capture_output=True, text=True, env=self.cli.env,
                              timeout=90)
        assert code is None or done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        self.code, self.err = done.returncode, done.stderr
        return done.stdout
