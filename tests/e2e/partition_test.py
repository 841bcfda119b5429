#!/usr/bin/env python3
"""A client and a server in network namespaces of their own, and the wire between them cut.

    partition_test.py BIN_DIR [TEST...]

Needs root; without the right to make namespaces it says so and does nothing. The client sends a credential in clear to
its own computer alone, so that both namespaces route 127.0.0.0/8 over the wire.
"""
import os
import subprocess
import sys
import time
import unittest

from sync_server import SyncServer
from sync_team import Device, TeamTest

TeamTest.bin_dir = sys.argv.pop(1) if len(sys.argv) > 1 else "."
SERVER, CLIENT = f"aiagent-s{os.getpid()}", f"aiagent-c{os.getpid()}"
CUT = int(os.environ.get("PARTITION_SECONDS", "5"))
SOON = 5  # how long both may take to agree then


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


def inside(namespace, argv):
    return ["ip", "netns", "exec", namespace, *argv]


def joined():
    """Two namespaces and a wire; what is in the way, where it cannot be."""
    if os.geteuid() != 0:
        return "only root makes network namespaces"
    try:
        for namespace in (SERVER, CLIENT):
            ip("netns", "add", namespace)
        ip("link", "add", "s0", "netns", SERVER, "type", "veth", "peer", "name", "c0", "netns", CLIENT)
        for namespace, end, address in ((SERVER, "s0", "127.0.0.1"), (CLIENT, "c0", "127.0.0.2")):
            for name in ("all", end):
                subprocess.run(inside(namespace, ["sh", "-c", f"echo 1 > /proc/sys/net/ipv4/conf/{name}/route_localnet"]), check=True, capture_output=True)
            ip("-n", namespace, "addr", "add", f"{address}/8", "dev", end)
            ip("-n", namespace, "link", "set", end, "up")
    except (OSError, subprocess.CalledProcessError) as fault:
        return f"network namespaces are not permitted: {getattr(fault, 'stderr', b'') or fault}"
    return None


class NamespacedServer(SyncServer):
    """Its sockets are beyond the wire; PostgreSQL's is a file."""

    def serve(self):
        return inside(SERVER, [self.binary, "serve"])


class NamespacedDevice(Device):
    def argv(self, *words):
        return inside(CLIENT, super().argv(*words))


class Partition(TeamTest):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(lambda: [subprocess.run(["ip", "netns", "del", one], capture_output=True) for one in (SERVER, CLIENT)])
        if reason := joined():
            raise unittest.SkipTest(reason)
        cls.server = cls.enterClassContext(NamespacedServer(cls.bin_dir))

    def device(self, person, role="member", url=None):
        made = NamespacedDevice(self.bin_dir)
        self.addCleanup(made.close)
        made.sign_in(self.server.url, self.server.invite(f"{person}.{self.team.lower()}@example.com", role, self.team)["code"], self.team)
        return made

    def cut(self, *way, both_edit=True):
        """They edit while the wire is cut; soon after it is mended both agree."""
        ada, ben = self.device("ada", "admin"), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", "First.\n\nSecond.\n\nThird.")
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        for device in (ada, ben):
            device.watch()
        self.until(lambda: b"up_to_date" in (ada.folder / "watch.out").read_bytes())
        begin, end = way
        self.addCleanup(lambda: [subprocess.run(["ip", *words], capture_output=True) for words in end])
        for words in begin:
            ip(*words)
        ada.edit("First, by Ada.\n\nSecond.\n\nThird.")
        if both_edit:
            ben.edit("First.\n\nSecond.\n\nThird, by Ben.")
        time.sleep(CUT)
        self.assertEqual(self.agents_there(), [("Triage", "First.\n\nSecond.\n\nThird.")])
        for words in end:
            ip(*words)
        both = [("Triage", f"First, by Ada.\n\nSecond.\n\nThird{', by Ben' if both_edit else ''}.")]
        mended = time.monotonic()
        self.until(lambda: ada.agents() == both and ben.agents() == both, SOON)
        print(f"{self.id().rpartition('.')[2]}: agreed {time.monotonic() - mended:.1f} s after the wire was mended", flush=True)
        for device in (ada, ben):
            device.unwatch()
            device.run("sync", "--once")
        self.agree(ada, ben, agents=dict(both))

    def test_case53_linkGoesDownAndUp_bothAgreeSoon(self):
        self.cut([["-n", CLIENT, "link", "set", "c0", "down"]], [["-n", CLIENT, "link", "set", "c0", "up"]])

    def silence(self):
        """Sent to a card that nobody has: neither end is told."""
        ends = (CLIENT, "c0", "127.0.0.1"), (SERVER, "s0", "127.0.0.2")
        return ([["-n", space, "neigh", "replace", to, "lladdr", "02:00:00:00:00:01", "dev", end, "nud", "permanent"] for space, end, to in ends],
                [["-n", space, "neigh", "del", to, "dev", end] for space, end, to in ends])

    def test_case53_packetsAreDroppedWithoutAWord_bothAgreeSoon(self):
        self.cut(*self.silence())

    def test_case53_whoOnlyListens_hearsSoonWhatWasEditedMeanwhile(self):
        self.cut(*self.silence(), both_edit=False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
