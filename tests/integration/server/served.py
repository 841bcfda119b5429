"""aiagent-server on free ports over a PostgreSQL of the test's own, and what tests ask of it."""
import hashlib
import http.client
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import unittest
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "postgres"))
from cluster import Cluster  # noqa: E402

BIN = pathlib.Path()


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


class Server:
    """One process; `with Server(url) as s: s.get("/livez")`. Its log is read as it comes."""

    def __init__(self, url, **environment):
        variables = {"DATABASE_URL": url, "PORT": "0", "METRICS_PORT": "0", "ADDRESS": "127.0.0.1", "RATE_PER_ADDRESS": "0", "RATE_PER_MEMBER": "0",
                     **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
                     **{name: str(value) for name, value in environment.items()}}
        self.process = subprocess.Popen([str(BIN / "aiagent-server"), "serve"], env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        if not first:
            raise AssertionError(self.process.stderr.read())
        self.first = json.loads(first)
        self.port = self.first["port"]
        self.metrics_port = self.first.get("metrics_port")
        self.log, self.errors = [], []
        self.readers = [threading.Thread(target=lines.extend, args=[stream], daemon=True)
                        for lines, stream in ((self.log, self.process.stdout), (self.errors, self.process.stderr))]
        for reader in self.readers:
            reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, number=signal.SIGTERM, timeout=40):
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(timeout)
        for reader in self.readers:
            reader.join(5)
        self.process.stdout.close()
        self.process.stderr.close()
        said = "".join(self.errors)
        if "Sanitizer" in said or "runtime error:" in said:
            raise AssertionError(said[:20000])
        return status

    def connect(self, timeout=20):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, token=None, headers=None, connection=None):
        own = connection is None
        connection = connection or self.connect()
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            return Answer(response, response.read())
        finally:
            if own:
                connection.close()

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body, **more):
        return self.ask("POST", path, body, **more)


def watches_threads():
    """Whether the program was built with the thread sanitizer, which takes memory of its own for each page."""
    return b"__tsan_init" in (BIN / "aiagent-server").read_bytes()


def new_id():
    return str(uuid.uuid4())


class ServedTest(unittest.TestCase):
    """A cluster a class, a database a test, owned by a user that is no superuser."""

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())
        cls.keeper = cls.cluster.keeper()

    def setUp(self):
        self.name = "t" + hashlib.sha256(self.id().encode()).hexdigest()[:12]
        self.cluster.run("createdb", "-O", self.keeper, self.name)
        self.url = f"postgresql:///{self.name}?host={self.cluster.folder}&user={self.keeper}"
        self.command("migrate", "up")

    def command(self, *words, **environment):
        done = subprocess.run([str(BIN / "aiagent-server"), *words], env={"DATABASE_URL": self.url, **environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
        return done.stdout

    def served(self, **environment):
        return self.enterContext(Server(self.url, **environment))

    def query(self, text):
        return self.cluster.psql(self.name, text=text).strip()

    def person(self, email):
        user = new_id()
        self.query(f"INSERT INTO sync.account(id, email) VALUES ('{user}', '{email}')")
        return user

    def workspace(self, **roles):
        """`workspace(admin=ada, viewer=vi)`; its id."""
        made = new_id()
        self.query(f"INSERT INTO sync.workspace(id, name) VALUES ('{made}', 'Team')")
        for role, users in roles.items():
            for user in users if isinstance(users, list) else [users]:
                self.query(f"INSERT INTO sync.membership(workspace_id, user_id, role) VALUES ('{made}', '{user}', '{role}')")
        return made

    def token(self, user):
        """A machine token, as POST /v1/auth/tokens would make one."""
        token = "aat_" + os.urandom(32).hex()
        self.query("INSERT INTO sync.device(user_id, kind, name, token_hash, expires_at) VALUES "
                   f"('{user}', 'token', 'test', '\\x{hashlib.sha256(token.encode()).hexdigest()}', now() + interval '1 day')")
        return token

    def problem(self, answer, status, word):
        self.assertEqual((answer.status, answer.json["error"]), (status, word), answer)
        self.assertTrue(answer.json["message"].endswith("."), answer)
        self.assertTrue(answer.headers["X-Request-Id"])
        return answer


def pull(space, cursor=0, **more):
    return {"proto": 1, "schema": 1, "client": new_id(), "space": space, "epoch": None, "cursor": cursor, **more}


def edit(n, name="Agent", id=None):
    return {"n": n, "mid": new_id(), "op": "create", "t": "agent", "id": id or new_id(), "set": {"name": name}}


def push(space, mutations, client=None, cursor=0):
    return {"proto": 1, "schema": 1, "client": client or new_id(), "space": space, "epoch": None, "cursor": cursor, "mutations": mutations}


def main():
    global BIN
    BIN = pathlib.Path(sys.argv[1])
    unittest.main(module="__main__", argv=sys.argv[:1] + sys.argv[2:])
