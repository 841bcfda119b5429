#!/usr/bin/env python3
"""The network between the command line and a real server, spoilt in every way that a proxy can.

    sync_faults_test.py BIN_DIR [TEST...]

The numbers are those of tests/cases.toml.
"""
import gzip
import hashlib
import sys
import time

import fault_proxy as faults
import parallel
from sync_server import SyncServer
from sync_team import TeamTest

TeamTest.bin_dir = sys.argv.pop(1) if len(sys.argv) > 1 else "."
PULL, PUSH, LIVE = "/v1/rpc/sync_pull", "/v1/rpc/sync_push", "/v1/live"
PORTAL = b"<html><head><title>Welcome</title></head><body>Accept the terms of the hotel.</body></html>"
FIRST = "First.\n\nSecond.\n\nThird."
BOTH = "First, by Ada.\n\nSecond.\n\nThird, by Ben."


class SyncFaults(TeamTest):
    def pair(self):
        """Ada behind the proxy, Ben with a line of his own, one agent known to both."""
        self.between = self.proxy()
        ada, ben = self.device("ada", "admin", self.between.url), self.device("ben")
        ada.run("agent", "new", "--name", "Triage", "--prompt", FIRST)
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        return ada, ben

    def survives(self, fault, *, once=5, seconds=4, most=10, within=20):
        """Both edit while the fault lasts. It is told, asked about seldom, and both agree soon after it."""
        ada, ben = self.pair()
        self.between.fault = fault
        begun = time.monotonic()
        ada.edit("First, by Ada.\n\nSecond.\n\nThird.")
        ben.edit("First.\n\nSecond.\n\nThird, by Ben.")
        ben.run("sync", "--once")
        ada.run("sync", "--once", code=once)
        self.assertLessEqual(self.between.count(begun), 3)
        watched = time.monotonic()
        ada.watch()
        time.sleep(seconds)
        self.assertLessEqual(self.between.count(watched), most, "asked too often")
        self.assertIn(ada.prompt(), ("First, by Ada.\n\nSecond.\n\nThird.", BOTH))  # nothing of it was read as a row
        self.between.lift()
        self.until(lambda: self.agents_there() == [("Triage", BOTH)], within)
        ada.unwatch()
        for device in (ben, ada):
            device.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": BOTH})

    def test_case3_requestLost_isSentAgain(self):
        self.survives(faults.lose_request)

    def test_case4_answerLostAfterTheCommit_isDoneOnce(self):
        self.survives(faults.on(PUSH, faults.lose_answer))

    def test_case4_everyAnswerLost_isDoneOnce(self):
        self.survives(faults.lose_answer)

    def test_case5_pushComesTwiceAtOnce_isDoneOnce(self):
        ada, ben = self.pair()
        self.between.fault = faults.on(PUSH, faults.twice)
        for number in range(5):
            ada.edit(f"Edit {number}.")
            ada.run("sync", "--once")
        ben.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": "Edit 4."})
        self.assertEqual(sum(kind == "agent_version" for kind, _ in self.rows()), 6)

    def test_case39_reset_isTriedAgain(self):
        self.survives(faults.reset)

    def test_case39_answerEndsInTheMiddle_nothingOfItIsTaken(self):
        self.survives(faults.truncate)

    def test_case39_captivePortal_isRetriedAndNothingIsParsed(self):
        self.survives(faults.page("200 OK", "text/html", PORTAL))

    def test_case39_captivePortalThatForbids_doesNotStopSync(self):
        self.survives(faults.page("403 Forbidden", "text/html", PORTAL))

    def test_case39_redirectToAPortal_isNotFollowed(self):
        self.survives(faults.page("302 Found", "text/html", PORTAL, Location="http://127.0.0.1:9/login"))

    def test_case39_rightAnswerOfAWrongType_isNotParsed(self):
        self.survives(faults.retyped("text/html"))

    def test_case39_garbageWith200_isNotParsed(self):
        self.survives(faults.page("200 OK", "application/json", bytes(range(256)) * 40))

    def test_case39_brokenGzip_isNotParsed(self):
        self.survives(faults.page("200 OK", "application/json", gzip.compress(b"{}")[:9] + b"\0" * 50, Content_Encoding="gzip"))

    def test_case39_halfOfAGzip_isNotParsed(self):
        self.survives(faults.half_gzip)

    def test_case38_server500_isAskedSeldom_andHealsByItself(self):
        self.survives(faults.page("500 Internal Server Error", "application/json", b'{"error":"internal","message":"Broken."}'))

    def test_case38_busyServer_isObeyed(self):
        self.survives(faults.page("503 Service Unavailable", "application/json", b'{"error":"busy","message":"Busy."}', Retry_After="3"), most=2)

    @parallel.slow
    def test_case39_halfOpen_isGivenUpAndTriedAgain(self):
        """The server is there and says nothing, and the connection stays dead when the others are well again."""
        self.halfDead(faults.half_open)

    @parallel.slow
    def test_case39_answerThatStopsInTheMiddle_isGivenUpAndTriedAgain(self):
        self.halfDead(faults.stall)

    def halfDead(self, fault):
        ada, ben = self.pair()
        ada.watch()
        self.until(lambda: self.between.count(0, LIVE) > 0)
        self.between.fault = faults.on(PUSH, fault)
        begun = time.monotonic()
        ada.edit(BOTH)
        self.until(lambda: self.between.count(begun, PUSH) > 0)
        self.between.lift()
        self.until(lambda: self.between.count(begun, PUSH) > 1, 75, "still waits for the dead connection")
        self.until(lambda: ada.json("sync", "status")["pending"] == 0)
        ada.unwatch()
        ben.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": BOTH})

    def test_case3_slowLine_onlyTakesLonger(self):
        ada, ben = self.pair()
        self.between.fault = faults.delay(0.7)
        ada.edit(BOTH)
        ada.run("sync", "--once")
        ben.run("sync", "--once")
        self.agree(ada, ben, agents={"Triage": BOTH})

    @parallel.slow
    def test_case40_streamIsKeptBack_pollingTakesItsPlace(self):
        self.polls(faults.silent_live, 70)

    @parallel.slow
    def test_case40_streamNeverBegins_pollingTakesItsPlace(self):
        self.polls(faults.mute_live, 70)

    def test_case40_streamIsEndedEachSecond_nothingIsMissed(self):
        self.polls(faults.cut_live(1), 15)

    def polls(self, fault, within):
        """No hint comes through; what Ben writes comes to Ada all the same, without a request too many."""
        ada, ben = self.pair()
        self.between.fault = fault
        ada.watch()
        begun = time.monotonic()
        self.until(lambda: self.between.count(begun, LIVE) > 0)
        time.sleep(2)
        ben.edit("By Ben.")
        ben.run("sync", "--once")
        self.until(lambda: ada.agents() == [("Triage", "By Ben.")], within)
        took = time.monotonic() - begun
        self.assertLessEqual(self.between.count(begun, "/v1/"), 6 + 4 * took)
        self.agree(ada, ben, agents={"Triage": "By Ben."})

    def test_case41_uploadBreaksOff_isTakenUpWhereItStopped(self):
        ada, ben = self.pair()
        handbook = ada.folder / "handbook.txt"
        handbook.write_bytes(b"How we sort.\n" * 900_000)  # three parts
        ada.run("agent", "knowledge", "Triage", "--add", str(handbook))
        ada.run("agent", "new", "--name", "Other", "--prompt", "Not held up.")
        path = "/v1/blobs/" + hashlib.sha256(handbook.read_bytes()).hexdigest()
        parts = []

        def every_second(exchange):
            if exchange.path != path or exchange.request.words[0] != "PUT":
                return faults.none(exchange)
            parts.append(int(exchange.request.fields["upload-offset"]))
            return faults.lose_answer(exchange) if len(parts) % 2 else faults.none(exchange)
        self.between.fault = every_second
        ada.watch()
        self.until(lambda: ("Other", "Not held up.") in self.agents_there(), 10, "held up by the file")
        self.until(lambda: ada.json("sync", "status")["pending"] == 0, 40)
        self.assertEqual(len(parts), len(set(parts)), f"a part that the server had was sent again: {parts}")
        ada.unwatch()
        self.between.lift()
        ben.watch()
        self.until(lambda: [p for p in ben.profile.glob("workspaces/*/blobs/??/*") if p.is_file()], 20)
        kept = [p for p in ben.profile.glob("workspaces/*/blobs/??/*") if p.is_file()]
        self.assertEqual(kept[0].read_bytes(), handbook.read_bytes())


if __name__ == "__main__":
    with SyncServer(TeamTest.bin_dir, RATE_PER_MEMBER="0", RATE_PER_ADDRESS="0") as TeamTest.server:
        parallel.main()
