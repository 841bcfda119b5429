"""A PostgreSQL of the test's own: temporary folder, Unix socket, no port, ended by id."""
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile


def programs():
    """The folder of Debian's newest server programs."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if not folders:
        raise SystemExit("PostgreSQL is not installed: apt-get install postgresql-15")
    return folders[-1]


class Cluster:
    """`with Cluster() as c: c.psql(...)`. initdb refuses root, so that it runs as the user `postgres` then."""

    def __init__(self):
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.killed = False
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="aiagent-pg-"))
        if os.geteuid() == 0:
            owner = pwd.getpwnam(self.user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "PGHOST": str(self.folder), "PGUSER": self.user}

    def __enter__(self):
        try:
            data = self.folder / "data"
            self.server("initdb", "-D", data, "-A", "trust", "-U", self.user, "-E", "UTF8", "--no-instructions", "-N")
            with open(data / "postgresql.conf", "a", encoding="utf-8") as config:
                config.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nfsync = off\n"
                             "max_connections = 40\nshared_buffers = 32MB\nlog_min_messages = warning\n")
            self.server("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "start")
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_):
        try:
            if not self.killed:
                self.server("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def server(self, program, *arguments):
        argv = [str(programs() / program), *map(str, arguments)]
        if os.geteuid() == 0:
            argv = ["runuser", "-u", self.user, "--", *argv]
        done = subprocess.run(argv, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise SystemExit(f"{program}: {done.stdout}")

    def run(self, program, *arguments, text=None):
        """A client program; its output. Raises with what it said when it fails."""
        done = subprocess.run([str(programs() / program), *map(str, arguments)], env=self.environment, input=text,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr + done.stdout)
        return done.stdout

    def keeper(self):
        """The owner that a server should have: no superuser, so that row security binds it as in production."""
        self.psql("postgres", text="CREATE ROLE keeper LOGIN CREATEROLE")
        return "keeper"

    def psql(self, database, *, file=None, text=None, user=None):
        arguments = ["-X", *(["-U", user] if user else []), "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database]
        return self.run("psql", *arguments, *(["-f", file] if file else []), text=text)
