"""A real aiagent-server on a PostgreSQL of its own, for the tests of sync."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import shutil

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "integration" / "postgres"))
from cluster import Cluster  # noqa: E402


class SyncServer:
    """`with SyncServer(bin_dir) as server:`; kill() and start() at will, the database stays."""

    def __init__(self, bin_dir, **environment):
        self.binary = str(pathlib.Path(bin_dir) / "aiagent-server")
        self.cluster = Cluster()
        self.blobs = tempfile.mkdtemp(prefix="aiagent-blobs-")
        self.more = environment
        self.process = None
        self.port = 0

    def __enter__(self):
        self.cluster.__enter__()
        self.cluster.run("createdb", "library")
        self.env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "BLOB_DIR": self.blobs, "METRICS_PORT": "0",
                    "DATABASE_URL": f"postgresql:///library?host={self.cluster.folder}&user={self.cluster.user}", **self.more}
        self.command("migrate", "up")
        self.start()
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            self.cluster.__exit__()
            shutil.rmtree(self.blobs, ignore_errors=True)

    def command(self, *words):
        done = subprocess.run([self.binary, *words], env={**self.env, "PORT": str(self.port)}, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise AssertionError(f"{words}: exit {done.returncode}\n{done.stdout[-800:]}\n{done.stderr[-800:]}")
        return done.stdout

    def serve(self):
        return [self.binary, "serve"]

    def start(self):
        """On the port it had before, so that clients find it again."""
        self.log = open(pathlib.Path(self.blobs) / "server.log", "ab")
        self.process = subprocess.Popen(self.serve(), env={**self.env, "PORT": str(self.port)}, stdout=subprocess.PIPE, stderr=self.log)
        first = json.loads(self.process.stdout.readline())
        self.port = first["port"]
        # Nobody reads the rest; the pipe must not fill.
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=self.log)

    def stop(self, how=signal.SIGTERM):
        if self.process:
            self.process.send_signal(how)
            self.process.wait(timeout=30)
            self.process.stdout.close()
            self.drain.wait(timeout=10)
            self.process = None
            self.log.close()

    def kill(self):
        self.stop(signal.SIGKILL)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def invite(self, email, role="member", workspace="Team"):
        return json.loads(self.command("invite", "--email", email, "--workspace", workspace, "--role", role, "--json"))

    def sql(self, text):
        return self.cluster.psql("library", text=text)
