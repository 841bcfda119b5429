"""A streaming replica of a test's cluster, and ways to lose the primary."""
import os
import pathlib
import signal
import time

from cluster import Cluster


class Replica(Cluster):
    """`with Replica(primary) as replica:`; copies it, follows it, and can take its place."""

    def __init__(self, primary):
        super().__init__()
        self.primary = primary

    def __enter__(self):
        data = self.folder / "data"
        self.server("pg_basebackup", "-h", self.primary.folder, "-U", self.primary.user, "-D", data, "-R", "-X", "stream", "-c", "fast")
        with open(data / "postgresql.conf", "a", encoding="utf-8") as config:
            config.write(f"unix_socket_directories = '{self.folder}'\n")
        self.start()
        return self

    def start(self):
        self.server("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "start")

    def stop(self):
        self.server("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")

    def promote(self):
        self.server("pg_ctl", "-D", self.folder / "data", "-w", "promote")

    def until_caught_up(self):
        wanted = self.primary.psql("postgres", text="SELECT pg_current_wal_lsn()").strip()
        end = time.monotonic() + 20
        while self.psql("postgres", text=f"SELECT pg_last_wal_replay_lsn() >= '{wanted}'").strip() != "t":
            if time.monotonic() > end:
                raise AssertionError("the replica does not follow")
            time.sleep(0.05)


def kill(cluster):
    """SIGKILL to all of it at once, as when a machine goes."""
    parent = int((cluster.folder / "data" / "postmaster.pid").read_text().split()[0])
    children = pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    for process in (parent, *map(int, children)):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    # Gone for good: a stop at the end of the test finds nothing to stop.
    cluster.killed = True
