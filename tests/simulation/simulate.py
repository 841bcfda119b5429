#!/usr/bin/env python3
"""The simulation of sync, on a PostgreSQL of its own.

    simulate.py BUILD_DIR [arguments of aiagent_sync_simulation]
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "integration" / "postgres"))
from cluster import Cluster  # noqa: E402


def main():
    build = pathlib.Path(sys.argv[1])
    # In memory where there is room for it: what is simulated is no disk.
    if pathlib.Path("/dev/shm").is_dir() and os.access("/dev/shm", os.W_OK):
        os.environ["TMPDIR"] = "/dev/shm"
    with Cluster() as cluster:
        cluster.run("createdb", "simulation")
        url = f"postgresql:///simulation?host={cluster.folder}&user={cluster.user}"
        subprocess.run([build / "bin" / "aiagent-server", "migrate", "up"], env={"DATABASE_URL": url},
                       stdout=subprocess.DEVNULL, check=True)
        program = [build / "tests" / "aiagent_sync_simulation", url]
        if "cursor" in sys.argv:
            subprocess.run([*program, "--seeds", "0"], stdout=subprocess.DEVNULL, check=True)  # makes its own tables
            cluster.psql("simulation", file=pathlib.Path(__file__).with_name("plant_cursor.sql"))
        return subprocess.run([*program, *sys.argv[2:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
