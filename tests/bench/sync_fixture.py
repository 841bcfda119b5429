"""What the benches of sync share: devices, clients that are driven line by line, CPU and memory of processes."""
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from harness import Cli  # noqa: E402
from sync_server import SyncServer  # noqa: E402,F401

UNLIMITED = {"RATE_PER_MEMBER": "1000000", "RATE_PER_ADDRESS": "1000000", "LOGGING_LEVEL": "warning"}
# What was started is ended, too, when somebody ends the bench.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
TICKS = os.sysconf("SC_CLK_TCK")


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    return f"machine: {os.cpu_count()} cores, {model}, load {os.getloadavg()[0]:.2f}"


def median(values):
    return statistics.median(values)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


# ---------------------------------------------------------------- processes

def stat(pid):
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()


def cpu(pid):
    """User and system seconds of a process with all its threads."""
    fields = stat(pid)
    return (int(fields[11]) + int(fields[12])) / TICKS


def postgres_cpu(server):
    """Of PostgreSQL's processes, ended ones with it."""
    main = int((server.cluster.folder / "data" / "postmaster.pid").read_text().split()[0])
    fields = stat(main)
    total = sum(int(field) for field in fields[11:15])
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = stat(entry)
        except OSError:
            continue
        if int(fields[1]) == main:
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory(pid, what="VmRSS"):
    """MB; VmHWM is the peak since forget_peak."""
    for line in open(f"/proc/{pid}/status"):
        if line.startswith(what + ":"):
            return int(line.split()[1]) / 1024
    return 0.0


def forget_peak(pid):
    pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")


# ---------------------------------------------------------------- peers

def peers(bin_dir):
    """The folder with the peers' packages, or None where npm cannot fetch them. Versions stand in peers/package.json."""
    folder = pathlib.Path(bin_dir).resolve().parent / "bench" / "sync_peers"
    wanted = (HERE / "peers" / "package.json").read_text()
    kept = folder / "package.json"
    if not kept.exists() or kept.read_text() != wanted or not (folder / "node_modules" / "pouchdb").exists():
        if not shutil.which("npm"):
            return None
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(wanted)
        if subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder).returncode:
            kept.unlink()
            return None
    return folder


class Node:
    """A peer's server: `with Node(script, arguments…) as node: node.port`."""

    def __init__(self, script, *arguments, env=None):
        self.argv = ["node", str(HERE / "peers" / script), *map(str, arguments)]
        self.env = {**os.environ, "NODE_ENV": "production", **(env or {})}

    def __enter__(self):
        self.process = subprocess.Popen(self.argv, stdout=subprocess.PIPE, text=True, env=self.env)
        first = self.process.stdout.readline()
        if not first:
            raise SystemExit(f"{self.argv[1]} does not start")
        self.port = json.loads(first)["port"]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()


# ---------------------------------------------------------------- clients

class Driven:
    """A client process that takes a command a line and answers a line of JSON."""

    def __init__(self, argv, env=None):
        self.folder = None
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        if not self.answer().get("ready"):
            raise SystemExit(f"{argv[0]} is not ready")

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"a client ended: {self.process.wait()}")
        return json.loads(line)

    def tell(self, command):
        """The answer; times in seconds."""
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        while "seen" in (answer := self.answer()):
            continue
        return {name: value / 1e9 if name != "began" else value for name, value in answer.items()}

    def seen(self, text):
        """When the client could read that edit, in ns of the monotonic clock."""
        while (answer := self.answer()).get("seen") != text:
            continue
        return answer["at"]

    @property
    def pid(self):
        return self.process.pid

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def device(server, bin_dir, person, role="member", workspace="Team"):
    """A profile that is connected and uses the workspace."""
    cli = Cli(bin_dir)
    code = server.invite(f"{person}@example.com", role, workspace)["code"]
    made = cli.json("server", "connect", server.url, "--invite", code, "--print-token")
    cli.env["AIAGENT_TOKEN"] = made["token"]
    cli.run("workspace", "use", workspace)
    return cli


def our_client(server, bin_dir, person, role, workspace):
    cli = device(server, bin_dir, person, role, workspace)
    client = Driven([str(pathlib.Path(bin_dir).resolve().parent / "bench" / "sync_client"), str(cli.profile)], cli.env)
    client.folder = cli.folder
    return client


def pouchdb_client(modules, port, database):
    folder = tempfile.mkdtemp(prefix="aiagent-pouch-")
    client = Driven(["node", str(HERE / "peers" / "pouchdb_client.mjs"), str(modules), folder, f"http://127.0.0.1:{port}/{database}"],
                    {**os.environ, "NODE_ENV": "production"})
    client.folder = folder
    return client


# ---------------------------------------------------------------- a library on the server

def fill(server, workspace, rows):
    """Puts that many agents of about 1 KB into a workspace, with no client: as the owner, in one statement. Their ids
    rise, as those of clients do."""
    sentence = "You sort support tickets by team and urgency, and answer in one short paragraph. " * 10
    server.sql(f"""
      WITH space AS (SELECT id, head FROM sync.workspace WHERE name = '{workspace}'),
      made AS (
        INSERT INTO sync.row(workspace_id, id, version, type, fields)
          SELECT space.id, ('01980000-0000-7000-8000-' || lpad(to_hex(space.head + n), 12, '0'))::uuid, space.head + n, 'agent', jsonb_build_object(
              'name', 'Agent ' || n, 'draft_prompt', n || '. {sentence}', 'tags', '["bench"]'::jsonb,
              'created', (extract(epoch FROM now()) * 1000)::bigint)
          FROM space, generate_series(1, {rows}) n
          RETURNING id, version),
      counted AS (
        SELECT count(*) AS live, max(version) AS head,
               bit_xor(('x' || left(encode(sha256(convert_to(id::text || ':' || version::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint) AS digest
          FROM made)
      UPDATE sync.workspace w SET head = c.head, live = w.live + c.live, digest = w.digest # c.digest
        FROM counted c, space WHERE w.id = space.id;
      ANALYZE sync.row;""")
