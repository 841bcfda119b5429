#!/usr/bin/env python3
"""Cold start and memory of the real window.

    start_bench.py BUILD_DIR [AGENTS]

The window writes "first-frame MS" to standard error when AIAGENT_TRACE_START=1: milliseconds from the start of
the process to the first frame that shows the library's rows. Memory is PSS (a share of what is shared), at rest.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def pss_mib(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", text, re.M).group(1)) / 1024


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def own_display():
    """A virtual display of its own: on the offscreen platform's small screen the library is folded away."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-noreset", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.environ["DISPLAY"] = ":" + os.read(reading, 16).decode().strip()
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    return server


def start_once(binary: str, profile: str):
    process = subprocess.Popen([binary, "--profile", profile], stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "AIAGENT_TRACE_START": "1", "OPENAI_API_KEY": "sk-bench"})  # with a key there is no first-run page
    try:
        for line in process.stderr:
            if line.startswith("first-frame"):
                break
        else:
            raise SystemExit("the window ended without a first frame")
        time.sleep(3)
        before = cpu_seconds(process.pid)
        time.sleep(5)
        return float(line.split()[1]), pss_mib(process.pid), (cpu_seconds(process.pid) - before) / 5
    finally:
        process.terminate()
        process.wait(timeout=20)


def main():
    build = Path(sys.argv[1])
    agents = sys.argv[2] if len(sys.argv) > 2 else "10000"
    display = own_display()
    try:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([str(build / "bin/aiagent-seed"), folder, agents], check=True)
            runs = [start_once(str(build / "bin/aiagent"), folder) for _ in range(6)][1:]  # the first warms the caches
    finally:
        display.terminate()
        display.wait(timeout=10)
    print(f"agents in the library            {agents}")
    print(f"start to first usable frame, ms  median {statistics.median(r[0] for r in runs):.0f}   worst {max(r[0] for r in runs):.0f}   (target 200; Electron peers 900–1900)")
    print(f"PSS at rest, MiB                 median {statistics.median(r[1] for r in runs):.1f}   (target 80; Electron peers 430–560)")
    print(f"CPU at rest                      {statistics.median(r[2] for r in runs) * 100:.2f} %")


if __name__ == "__main__":
    main()
