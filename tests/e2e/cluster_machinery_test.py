#!/usr/bin/env python3
"""The cluster commands of aiagent-cli against the machinery of a present Kubernetes: its API server library over a real etcd.

    cluster_machinery_test.py BIN_DIR SERVER_FOLDER [WORD]

SERVER_FOLDER holds the program `machinery` (machinery/README.md says how to come by it); etcd (3.5 or later), etcdctl, kubectl and
openssl come from PATH. With a word only the tests that have it in their names are run. What controllers do is tried by
cluster_real_test.py; here it is how lists, watches, patches, tables, discovery and errors go over the wire.
"""
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from cluster_commands import ClusterCommands  # noqa: E402
from harness import Cli, run_tests  # noqa: E402
from machinery_cluster import MachineryCluster  # noqa: E402
from pretend_nodes import Asker  # noqa: E402
from real_cluster import Passage, until  # noqa: E402

BIN, SERVER = sys.argv[1:3]
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""

AGE = re.compile(r"\b(\d+m)?\d+s\b|\d+m\b")  # the two are asked in different seconds
END = b'"k8s.io/initial-events-end":"true"'
EVERYTHING = {"verbs": ["*"], "resources": ["*"]}
CRD = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"


class Test(ClusterCommands):
    def __init__(self):
        self.cli = Cli(BIN)
        self.cluster = MachineryCluster(SERVER)

    def close(self):
        self.cluster.close()
        self.cli.close()

    def config(self, port=None, **users):
        cluster = self.cluster
        users = users or {"admin": cluster.certificate("admin"), "owner": {"token": "owner"}, "nobody": {"token": "nobody"}}
        return cluster.kubeconfig(self.cli.folder / f"config-{port or 'plain'}-{'-'.join(users)}", port=port, **users)

    def through(self, way):
        return self.config(port=way.port, root={"token": "root"})

    def web(self, name="web", **more):
        self.cluster.deploy(name, **more)
        self.cluster.finished(name)

    def live(self, watch, name="web", after=0, **more):
        return watch.until(lambda one: one["name"] == name and one["freshness"] == "live", after, **more)

    def watched(self, mark, resource="deployments"):
        return [path for _, path, _, _ in self.cluster.asked(mark) if f"/{self.cluster.namespace}/{resource}?" in path]

    # ---------------------------------------------------------------- what is there

    def test_what_is_there_is_told(self):
        self.web()
        self.cluster.pod("runs")
        self.cluster.runs("runs")
        self.cluster.pod("waits")
        self.cluster.make(self.cluster.place("events", "v1"), {
            "metadata": {"name": "one"}, "involvedObject": {"kind": "Pod", "name": "waits", "namespace": self.cluster.namespace},
            "reason": "FailedScheduling", "message": "no node", "type": "Warning", "count": 3,
            "firstTimestamp": "2026-01-01T00:00:00Z", "lastTimestamp": "2026-01-01T00:00:09Z"})
        assert {one["name"] for one in self.json("contexts")["contexts"]} == {"admin", "owner", "nobody"}
        assert self.json("whoami")["username"] == "admin"
        assert [(one["name"], one["ready"], one["status"]) for one in self.json("pods")] == [
            ("runs", "1/1", "Running"), ("waits", "0/1", "Pending")]
        listed = {one["name"]: one for one in self.json("workloads")}
        assert (listed["web"]["verdict"], listed["web"]["freshness"]) == ("healthy", "live"), listed
        event = self.json("events")[0]
        assert (event["reason"], event["message"], event["count"]) == ("FailedScheduling", "no node", 3), event
        kinds = {one["kind"]: one["freshness"] for one in self.json("status", code=None)["kinds"]}
        assert kinds.pop("Rollout") == "absent" and set(kinds.values()) == {"live"}, kinds

    def test_list_comes_with_the_watch(self):
        """sendInitialEvents, and the bookmark that says that all is told: no list is asked for."""
        self.web()
        way, mark = Passage(self.cluster, ("http/1.1",)), self.cluster.mark()
        with self.lines("watch", config=self.through(way)) as watch:
            self.live(watch)
            watch.interrupt()
        way.close()
        asked = [path for _, path in way.requests if "/deployments?" in path]
        assert len(asked) == 1 and "sendInitialEvents=true" in asked[0] and "resourceVersionMatch=NotOlderThan" in asked[0], asked
        assert way.answered.count(END) >= 7, way.answered.count(END)  # of each kind that the server has
        assert not [path for verb, path, _, _ in self.cluster.asked(mark) if verb == "list"], self.cluster.asked(mark)

    def test_watch_tells_what_is_made_changed_and_deleted(self):
        self.web()
        with self.lines("watch") as watch:
            self.live(watch)
            self.web("comes")
            watch.until(lambda one: one["name"] == "comes" and one["verdict"] == "healthy")
            mark = len(watch.all)
            self.cluster.set_image("comes", "example.com/app:2")
            watch.until(lambda one: one["name"] == "comes" and one["images"] == "example.com/app:2", mark)
            self.cluster.asker.ask("DELETE", self.cluster.place("deployments/comes"))
            watch.until(lambda one: one["name"] == "comes" and one.get("deleted"))
            watch.interrupt()

    def test_pod_that_is_told_to_end_ends(self):
        self.cluster.pod("goes")
        self.cluster.runs("goes")
        assert self.do("delete", "pod/goes", "--no-wait")["outcome"] == "done"
        assert self.json("pods")[0]["status"] == "Terminating"
        self.cluster.asker.ask("DELETE", self.cluster.place("pods/goes", "v1"), {"gracePeriodSeconds": 0})
        assert self.json("pods") == []

    # ---------------------------------------------------------------- watching

    def test_bookmarks_keep_what_does_not_change_live(self):
        """For longer than a stream may be silent, and nothing is asked anew: other things change, as leases always do."""
        self.web()
        way = Passage(self.cluster, ("http/1.1",))
        with self.lines("watch", config=self.through(way)) as watch:
            self.live(watch)
            time.sleep(2)
            before, told = len(way.requests), len(watch.all)
            for number in range(95):
                self.cluster.make(self.cluster.place("configmaps", "v1"), {"metadata": {"name": f"lease-{number}"}})
                time.sleep(2)
            bookmarks = way.answered.count(b'"type":"BOOKMARK"') - way.answered.count(END)
            assert bookmarks >= 3 * 7, bookmarks
            assert watch.all[told:] == [], watch.all[told:]
            new = [one for one in way.requests[before:] if "/rollouts?" not in one[1]]
            assert not [one for one in new if "resourceVersion" in one[1]], new
            watch.interrupt()
        way.close()

    def test_cluster_in_which_nothing_happens_stays_live(self):
        """No bookmark has anything to tell then, and none is sent: lists say that all is as it was."""
        self.web()
        mark = self.cluster.mark()
        with self.lines("watch") as watch:
            self.live(watch)
            time.sleep(2)
            told = len(watch.all)
            time.sleep(200)
            assert watch.all[told:] == [], watch.all[told:]
            watch.interrupt()
        asked = self.watched(mark)
        lists = [path for path in asked if "watch=1" not in path]
        assert len(lists) == 2 and all("resourceVersion=" in path for path in lists), asked

    def test_compaction_is_no_matter_to_who_watches(self):
        self.web()
        mark = self.cluster.mark()
        with self.lines("watch") as watch:
            self.live(watch)
            for number in range(2, 5):
                told = len(watch.all)
                self.cluster.set_image("web", f"example.com/app:{number}")
                self.cluster.compact()
                watch.until(lambda one: one.get("images") == f"example.com/app:{number}" and one["verdict"] == "progressing", told)
                self.cluster.finished("web")
                watch.until(lambda one: one["verdict"] == "healthy", told)
            watch.interrupt()
        assert len({path for path in self.watched(mark)}) == 1, self.watched(mark)

    def past_is_gone(self, *flags):
        """Changed by another server while ours is away, and etcd forgets what was before."""
        cluster = self.cluster
        for name in ("stays", "goes", "again"):
            self.web(name)
        cluster.restart_server(0, *flags)
        cluster.run_server("second", cluster.second_port)
        until(lambda: cluster.is_ready(cluster.second_port), "the second API server is ready")
        other = self.config(port=cluster.second_port, admin=cluster.certificate("admin"))
        way = Passage(cluster, ("http/1.1",))
        try:
            with self.lines("watch", config=self.through(way)) as watch:
                for name in ("stays", "goes", "again"):
                    self.live(watch, name)
                way.answered = bytearray()
                cluster.stop("apiserver")
                for words in (["delete", "deployment", "goes", "again"], ["create", "deployment", "comes", "--image=example.com/app:1"],
                              ["create", "deployment", "again", "--image=example.com/app:2"]):
                    subprocess.run(["kubectl", "--kubeconfig", other, *words], check=True, capture_output=True)
                cluster.compact()
                mark = len(watch.all)
                cluster.run_server("apiserver", None, *flags)
                until(cluster.is_ready, "the API server is ready again", 60)
                watch.until(lambda one: one["name"] == "goes" and one.get("deleted"), mark)
                self.live(watch, "comes", mark)
                watch.until(lambda one: one["name"] == "again" and one.get("images") == "example.com/app:2", mark)
                self.live(watch, "stays", mark)
                watch.interrupt()
            assert b'"reason":"Expired"' in way.answered, way.answered[-2000:]
        finally:
            way.close()
            cluster.stop("second")
            cluster.restart_server()

    def test_past_that_the_cache_has_not_is_found(self):
        self.past_is_gone()

    def test_past_that_etcd_has_not_is_found(self):
        self.past_is_gone("-watch-cache=false")

    def test_server_that_starts_again_is_taken_up_again(self):
        self.web()
        with self.lines("watch") as watch:
            self.live(watch)
            for image in ("example.com/app:2", "example.com/app:3"):
                self.cluster.stop("apiserver")
                watch.until(lambda one: one["name"] == "web" and one["freshness"] in ("lagging", "stale"), len(watch.all) - 1)
                self.cluster.run_server()
                until(self.cluster.is_ready, "the API server is ready again")
                mark = len(watch.all)
                self.cluster.set_image("web", image)
                watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"] == image, mark)
            watch.interrupt()
        assert not [one for one in watch.all if one.get("deleted")], watch.all

    def test_server_that_ends_in_peace_is_taken_up_again(self):
        """It ends its streams itself, and refuses for a while."""
        self.web()
        with self.lines("watch") as watch:
            self.live(watch)
            self.cluster.stop("apiserver", "terminate")
            self.cluster.run_server()
            until(self.cluster.is_ready, "the API server is ready again")
            mark = len(watch.all)
            self.cluster.set_image("web", "example.com/app:2")
            watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"] == "example.com/app:2", mark)
            watch.interrupt()

    def test_passage_that_is_cut_is_opened_again(self):
        self.web()
        way = Passage(self.cluster)
        with self.lines("watch", config=self.through(way)) as watch:
            self.live(watch)
            time.sleep(1)
            for number in range(3):
                mark, audit = len(watch.all), self.cluster.mark()
                way.cut()
                self.cluster.set_image("web", f"example.com/app:{number}")
                watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"].endswith(f":{number}"), mark)
            time.sleep(3)
            asked = self.watched(audit)
            assert asked and all("sendInitialEvents" not in path and "resourceVersion=" in path for path in asked), asked
            watch.interrupt()
        way.close()

    def test_passage_that_falls_silent_is_left(self):
        self.web()
        way = Passage(self.cluster, ("h2", "http/1.1"))
        with self.lines("watch", config=self.through(way)) as watch:
            self.live(watch)
            way.silent = True
            self.cluster.set_image("web", "example.com/app:2")
            watch.until(lambda one: one["name"] == "web" and one["freshness"] in ("lagging", "stale"), seconds=150)
            mark = len(watch.all)
            way.silent = False
            way.cut()
            watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"] == "example.com/app:2", mark,
                        seconds=150)
            watch.interrupt()
        way.close()

    def asked_anew(self, audit, took):
        """A list that asks for what was seen tells that the server has not come as far; a plain watch would never."""
        asked = [(path, code) for _, path, code, _ in self.cluster.asked(audit) if "/deployments?" in path]
        assert [code for path, code in asked if "watch=1" not in path] == [504] and "sendInitialEvents" in asked[-1][0], asked
        assert took < 110, took

    def test_older_etcd_is_found_out(self):
        """Restored from a backup: its versions are older than what was seen."""
        self.web()
        self.web("old")
        self.cluster.keep_etcd()
        self.web("new")
        self.cluster.asker.ask("DELETE", self.cluster.place("deployments/old"))
        with self.lines("watch") as watch:
            self.live(watch)
            self.live(watch, "new")
            audit = self.cluster.mark()
            self.cluster.bring_back_etcd()
            mark, begun = len(watch.all), time.monotonic()
            self.cluster.set_image("web", "example.com/app:2")
            watch.until(lambda one: one["name"] == "new" and one.get("deleted"), mark, seconds=240)
            took = time.monotonic() - begun
            self.live(watch, "old", mark)
            watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"] == "example.com/app:2", mark)
            watch.interrupt()
        self.asked_anew(audit, took)

    def test_empty_etcd_is_found_out(self):
        self.web()
        with self.lines("watch") as watch:
            self.live(watch)
            audit = self.cluster.mark()
            self.cluster.bring_back_etcd(kept=False)
            mark, begun = len(watch.all), time.monotonic()
            watch.until(lambda one: one["name"] == "web" and one.get("deleted"), mark, seconds=240)
            took = time.monotonic() - begun
            self.web("new")
            self.live(watch, "new", mark)
            watch.interrupt()
        self.asked_anew(audit, took)

    def test_server_without_its_etcd_is_not_taken_for_an_empty_one(self):
        self.web()
        with self.lines("watch") as watch:
            self.live(watch)
            for how, back in (("kill", None), (signal.SIGSTOP, signal.SIGCONT)):
                if back:
                    self.cluster.processes["etcd"].send_signal(how)
                else:
                    self.cluster.stop("etcd", how)
                time.sleep(5)
                try:
                    shown = self.json("status", "--wait", "8", code=12)
                    assert (shown["verdict"], shown["reason"]) == ("unknown", "NotEverythingKnown"), shown
                    assert self.json("workloads", "--wait", "3", code=5) == [] and self.cli.err, self.cli.err
                    time.sleep(20)
                finally:
                    self.cluster.processes["etcd"].send_signal(back) if back else self.cluster.run_etcd()
                until(self.cluster.is_ready, "the API server is ready again", 60)
                mark = len(watch.all)
                image = f"example.com/app:{how}"
                until(lambda: self.cluster.set_image("web", image), "etcd is back", 30)
                watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["images"] == image, mark)
                self.cluster.finished("web")
                watch.until(lambda one: one["name"] == "web" and one["verdict"] == "healthy", mark)
            watch.interrupt()
        assert not [one for one in watch.all if one.get("deleted")], watch.all

    def test_kind_that_goes_takes_its_objects_with_it(self):
        self.rollouts()
        with self.lines("watch") as watch:
            watch.until(lambda one: one["kind"] == "Rollout" and one["freshness"] == "live")
            self.cluster.asker.ask("DELETE", CRD + "/rollouts.argoproj.io")
            watch.until(lambda one: one["kind"] == "Rollout" and (one.get("deleted") or one["freshness"] != "live"), seconds=100)
            watch.interrupt()

    def test_server_that_has_too_much_to_do_is_waited_for(self):
        """429 with Retry-After, of which no command makes a failure."""
        self.web()
        self.cluster.allow({one: {"namespaces": ["*"], **EVERYTHING} for one in ("owner", "jane")})  # an administrator is never refused so
        self.fill(2000, 500)
        self.cluster.restart_server(0, "-max-in-flight=1")
        over = threading.Event()

        def hammer():
            asker = Asker(self.cluster.port, self.cluster.folder, "jane")
            while not over.is_set():
                asker.ask("GET", self.cluster.place("pods", "v1"))
        threads = [threading.Thread(target=hammer, daemon=True) for _ in range(3)]
        for one in threads:
            one.start()
        try:
            mark = self.cluster.mark()
            for words in (["kinds"], ["get", "deployments"], ["workloads"], ["pods"], ["kinds"], ["get", "pods"]):
                self.json(*words, "--context", "owner")
            self.do("restart", "deploy/web", "--no-wait", "--context", "owner")
            codes = [code for _, _, code, _ in self.cluster.asked(mark)]
        finally:
            over.set()
            for one in threads:
                one.join()
            self.cluster.restart_server()
        assert 429 in codes, codes

    # ---------------------------------------------------------------- who may

    def test_who_may_see_one_namespace_only(self):
        self.web()
        self.cluster.allow({"owner": {"namespaces": [self.cluster.namespace], **EVERYTHING}})
        listed = {one["name"]: one for one in self.json("workloads", "--context", "owner")}
        assert listed["web"]["freshness"] == "live", listed
        self.fails("workloads", "--context", "owner", "--all-namespaces", code=6)
        shown = self.json("status", "--context", "owner", "--all-namespaces", code=12)
        kinds = {one["kind"]: one["freshness"] for one in shown["kinds"]}
        assert shown["verdict"] == "unknown" and kinds.pop("Rollout") == "absent" and set(kinds.values()) == {"denied"}, shown
        self.fails("get", "nodes", "--context", "owner", code=6)
        assert "cannot list resource" in self.cli.err, self.cli.err
        assert self.json("status", "--context", "nobody", code=12)["reason"] == "forbidden"
        for words in (["restart", "deploy/web"], ["scale", "deploy/web", "--replicas", "3"]):
            self.fails(*words, "--context", "nobody", "--yes", code=6)
        assert self.do("restart", "deploy/web", "--context", "owner", "--no-wait")["outcome"] == "done"

    def test_who_may_list_and_not_watch_is_told_by_lists(self):
        self.web()
        self.cluster.allow({"owner": {"namespaces": [self.cluster.namespace], "verbs": ["get", "list"], "resources": ["*"]}})
        listed = {one["name"]: one for one in self.json("workloads", "--context", "owner")}
        assert listed["web"]["freshness"] == "polled", listed

    def test_rights_that_are_taken_away_are_told(self):
        self.web()
        self.cluster.allow({"owner": {"namespaces": [self.cluster.namespace], **EVERYTHING}})
        way = Passage(self.cluster, ("h2", "http/1.1"))
        with self.lines("watch", config=self.config(port=way.port, owner={"token": "owner"})) as watch:
            self.live(watch)
            self.cluster.allow({})
            way.cut()
            one = watch.until(lambda one: one["name"] == "web" and one["freshness"] == "denied")
            assert one["verdict"] == "unknown", one
            mark = len(watch.all)
            self.cluster.allow({"owner": {"namespaces": [self.cluster.namespace], **EVERYTHING}})
            self.live(watch, "web", mark)
            watch.interrupt()
        way.close()
        assert not [one for one in watch.all if one.get("deleted")], watch.all

    # ---------------------------------------------------------------- kinds that are not watched

    def custom(self):
        self.cluster.make(CRD, {"metadata": {"name": "gadgets.example.com"}, "spec": {
            "group": "example.com", "scope": "Namespaced", "names": {"plural": "gadgets", "singular": "gadget", "kind": "Gadget",
                                                                     "shortNames": ["gg"]},
            "versions": [{"name": "v1", "served": True, "storage": True, "subresources": {"status": {}}, "schema": {"openAPIV3Schema": {
                "type": "object", "properties": {"spec": {"type": "object", "properties": {"size": {"type": "integer"}}}}}},
                "additionalPrinterColumns": [{"name": "Size", "type": "integer", "jsonPath": ".spec.size"},
                                             {"name": "Made", "type": "date", "jsonPath": ".metadata.creationTimestamp"}]}]}})
        until(lambda: self.cluster.asker.ask("GET", self.cluster.place("gadgets", "example.com/v1"))[0] == 200, "the kind is served")

    def test_kinds_and_tables_are_those_of_the_server(self):
        self.web()
        self.custom()
        try:
            for number in (3, 14):
                self.cluster.make(self.cluster.place("gadgets", "example.com/v1"), {
                    "apiVersion": "example.com/v1", "kind": "Gadget", "metadata": {"name": f"g{number}"}, "spec": {"size": number}})
            kinds = until(lambda: (all := {one["name"]: one for one in self.json("kinds")["kinds"]}) and "gadgets" in all and all, "it is told of")
            assert kinds["gadgets"]["kind"] == "Gadget" and "secrets" not in kinds, kinds
            theirs = {line.split()[0] for line in self.kubectl("api-resources", "--no-headers", "--verbs=list").splitlines()} - {"secrets"}
            assert set(kinds) == theirs, (set(kinds) ^ theirs)
            for word in ("gadgets", "gg", "gadgets.example.com", "deployments", "pods", "services", "crd"):
                ours, theirs = self.run("get", word), self.kubectl("get", word)
                assert AGE.sub("", ours).split() == AGE.sub("", theirs).split(), (word, ours, theirs)
            one = self.json("get", "gadget", "g14")
            assert one["spec"] == {"size": 14}, one
            self.fails("get", "gadget", "nothing", code=3)
        finally:
            self.cluster.asker.ask("DELETE", CRD + "/gadgets.example.com")

    def test_discovery_is_asked_at_once(self):
        mark = self.cluster.mark()
        self.json("kinds")
        assert [path for _, path, _, _ in self.cluster.asked(mark)] == ["/api", "/apis"], self.cluster.asked(mark)

    # ---------------------------------------------------------------- many

    def many(self, count, size, phase):
        """Straight into etcd, as the server would have stored them."""
        place = self.cluster.place("pods", "v1") + "/pod-00000"
        base = self.cluster.get(place)
        if "spec" not in base:
            base = self.cluster.pod("pod-00000")
        key = f"/registry/pods/{self.cluster.namespace}/"
        one = json.loads(self.cluster.etcd("get", key + "pod-00000", "--print-value-only"))
        for number in range(1, count):
            one["metadata"].update(name=f"pod-{number:05}", uid=base["metadata"]["uid"][:-6] + f"{number:06}",
                                   annotations={"x": "y" * size})
            one["status"]["phase"] = phase
            yield key + one["metadata"]["name"], json.dumps(one)

    def fill(self, count, size=0, phase="Pending"):
        """50 puts a transaction."""
        puts = [f"put {key} '{text}'" for key, text in self.many(count, size, phase)]
        for at in range(0, len(puts), 50):
            subprocess.run(["etcdctl", f"--endpoints=http://127.0.0.1:{self.cluster.etcd_port}", "txn"], check=True, capture_output=True,
                           input=("\n" + "\n".join(puts[at:at + 50]) + "\n\n\n").encode(), env={**os.environ, "ETCDCTL_API": "3"})
        return [f"pod-{number:05}" for number in range(count)]

    def test_many_pods_are_told_whole(self):
        names = self.fill(5000, 500)
        mark = self.cluster.mark()
        assert [one["name"] for one in self.json("pods")] == names
        assert all("sendInitialEvents" in path for path in self.watched(mark, "pods")), self.watched(mark, "pods")
        mark = self.cluster.mark()
        assert [one["name"] for one in self.rows("pods")] == names
        pages = self.watched(mark, "pods")
        assert len(pages) == 10 and all("continue=" in path for path in pages[1:]), pages

    def rows(self, kind, **more):
        return [{"name": line.split()[0]} for line in self.run("get", kind, **more).splitlines()[1:]]

    def test_pages_that_are_over_are_begun_anew(self):
        """etcd forgets what the first page was of: 410, with a token that goes on in the present."""
        names = self.fill(1600)
        self.cluster.restart_server(0, "-watch-cache=false")
        touched = []

        def touch(method, path):
            if "continue=" in path and "/pods?" in path and len(touched) < 1:
                touched.append(path)
                self.cluster.asker.ask("DELETE", self.cluster.place("pods/pod-00700", "v1"), {"gracePeriodSeconds": 0})
                self.cluster.asker.ask("DELETE", self.cluster.place("pods/pod-00001", "v1"), {"gracePeriodSeconds": 0})
                self.cluster.compact()
        way = Passage(self.cluster, ("http/1.1",), touch)
        mark = self.cluster.mark()
        try:
            seen = [one["name"] for one in self.rows("pods", config=self.through(way))]
            codes = [code for _, path, code, _ in self.cluster.asked(mark) if "/pods?" in path]
            assert touched and 410 in codes, codes
            assert seen == [one for one in names if one not in ("pod-00700", "pod-00001")], len(seen)
        finally:
            way.close()
            self.cluster.restart_server()

    def test_pages_that_the_cache_has_no_more_are_begun_anew(self):
        """The server has etcd forget what was, as it does every five minutes elsewhere, and forgets it with it."""
        names = self.fill(1100)
        self.cluster.restart_server(0, "-compaction=2s")
        touched = []

        def touch(method, path):
            if "continue=" in path and "/pods?" in path and not touched:
                touched.append(path)
                self.cluster.asker.ask("DELETE", self.cluster.place("pods/pod-00001", "v1"), {"gracePeriodSeconds": 0})
                time.sleep(20)  # it looks every fifteen seconds
        way = Passage(self.cluster, ("http/1.1",), touch)
        mark = self.cluster.mark()
        try:
            seen = [one["name"] for one in self.rows("pods", config=self.through(way))]
            codes = [code for _, path, code, _ in self.cluster.asked(mark) if "/pods?" in path]
            assert touched and 410 in codes, codes
            assert seen == [one for one in names if one != "pod-00001"], len(seen)
        finally:
            way.close()
            self.cluster.restart_server()

    def test_who_reads_slowly_misses_nothing(self):
        """The server ends a watch that does not take its events."""
        names = self.fill(4000, 2000)
        way = Passage(self.cluster)
        audit = self.cluster.mark()
        with self.lines("watch", config=self.through(way)) as watch:
            until(lambda: len({one["name"] for one in watch.all if one["freshness"] == "live"}) == 4000, "all are told", 60)
            way.silent = True
            for phase in ("Pending", "Unknown", "Failed"):
                self.fill(4000, 2000, phase)
            time.sleep(5)
            way.silent = False
            until(lambda: {one["name"] for one in watch.all if one["verdict"] == "failed"} >= set(names[1:]), "all are told", 90)
            watch.interrupt()
        way.close()
        asked = [path for _, path, _, stage in self.cluster.asked(audit) if "/pods?watch=1" in path and stage == "ResponseStarted"]
        assert len(asked) > 1 and all("sendInitialEvents" not in path for path in asked[1:]), asked
        assert [one["status"] for one in self.json("pods")][1:] == ["Failed"] * 3999

    def test_watch_of_many_is_whole_after_the_server_started_again(self):
        names = self.fill(1200)
        with self.lines("watch") as watch:
            until(lambda: len({one["name"] for one in watch.all if one["freshness"] == "live"}) == 1200, "all are told", 60)
            self.cluster.restart_server()
            self.cluster.asker.ask("DELETE", self.cluster.place("pods/pod-00700", "v1"), {"gracePeriodSeconds": 0})
            watch.until(lambda one: one["name"] == "pod-00700" and one.get("deleted"))
            watch.interrupt()
        assert {one["name"] for one in watch.all if one.get("deleted")} == {names[700]}

    # ---------------------------------------------------------------- acts

    def test_dry_run_changes_nothing(self):
        self.web()
        before = self.deployment("web")
        mark = self.cluster.mark()
        for words in (["restart", "deploy/web"], ["scale", "deploy/web", "--replicas", "3"], ["rollout", "pause", "deploy/web"]):
            shown = self.json(*words, "--dry-run")
            assert shown["dryRun"] is True and shown["changes"], shown
        assert self.deployment("web") == before
        writes = [path for verb, path, _, _ in self.cluster.asked(mark) if verb in ("patch", "update")]
        assert len(writes) == 3 and all("dryRun=All" in path for path in writes), writes

    def test_acts_are_done_and_named(self):
        self.web()
        for protocols in (("http/1.1",), ("h2", "http/1.1")):
            way = Passage(self.cluster, protocols)
            done = self.do("restart", "deploy/web", "--no-wait", config=self.through(way))
            way.close()
            assert done["outcome"] == "done" and set(way.chosen) == {protocols[0]}, (done, way.chosen)
            time.sleep(1)
        assert list(self.deployment("web")["spec"]["template"]["metadata"]["annotations"]) == ["kubectl.kubernetes.io/restartedAt"]
        assert self.do("scale", "deploy/web", "--replicas", "3", "--no-wait")["outcome"] == "done"
        assert self.do("rollout", "pause", "deploy/web", "--no-wait")["outcome"] == "done"
        one = self.deployment("web")
        assert one["spec"]["replicas"] == 3 and one["spec"]["paused"] is True
        assert "aiagent" in {each["manager"] for each in one["metadata"]["managedFields"]}, one["metadata"]["managedFields"]

    def revisions(self, name, *images):
        """As the controller would keep them, the last one current."""
        owner = self.deployment(name)
        for number, image in enumerate(images, 1):
            labels = {"app": name, "pod-template-hash": f"h{number}"}
            self.cluster.make(self.cluster.place("replicasets"), {
                "metadata": {"name": f"{name}-h{number}", "labels": labels, "annotations": {"deployment.kubernetes.io/revision": str(number)},
                             "ownerReferences": [{"apiVersion": "apps/v1", "kind": "Deployment", "name": name, "controller": True,
                                                  "uid": owner["metadata"]["uid"]}]},
                "spec": {"replicas": 0, "selector": {"matchLabels": labels}, "template": {
                    "metadata": {"labels": labels}, "spec": owner["spec"]["template"]["spec"] | {"containers": [
                        {"name": "app", "image": image, "resources": {}}]}}}})
        self.cluster.patch(self.cluster.place("deployments/" + name), {"metadata": {"annotations": {
            "deployment.kubernetes.io/revision": str(len(images)), "kept": "yes"}}})
        self.cluster.set_image(name, images[-1])
        self.cluster.finished(name)

    def test_change_in_the_last_moment_is_not_overwritten(self):
        """What was not yet shown to anybody is planned anew; what was is refused by the server's own test of the version."""
        self.web()
        self.revisions("web", "example.com/app:1", "example.com/app:2")
        acts = (["rollback", "deploy/web"], ["scale", "deploy/web", "--replicas", "4"], ["rollout", "pause", "deploy/web"],
                ["restart", "deploy/web"])
        for words in acts:
            for dry in (False, True):
                touched = []

                def touch(method, place):
                    if method in ("PATCH", "PUT") and "deployments/web" in place and ("dryRun" in place) == dry and not touched:
                        touched.append(place)
                        self.cluster.patch(self.cluster.place("deployments/web"), {"metadata": {"annotations": {"by": f"{words}{dry}"}}})
                way = Passage(self.cluster, ("http/1.1",), touch)
                before = self.deployment("web")["spec"]
                if dry:
                    assert self.do(*words, "--no-wait", config=self.through(way))["outcome"] == "done"
                    assert self.deployment("web")["spec"] != before, words
                    self.do("rollout", "resume", "deploy/web", "--no-wait") if "pause" in words else None
                else:
                    self.do_fails(*words, "--no-wait", config=self.through(way), code=7)
                    error = json.loads(self.cli.err.splitlines()[-1])["error"]
                    assert error["code"] == "conflict" and self.deployment("web")["spec"] == before, (words, error)
                way.close()
                assert touched and self.deployment("web")["metadata"]["annotations"]["by"] == f"{words}{dry}", words

    def test_rollback_keeps_what_is_of_others(self):
        self.web()
        self.revisions("web", "example.com/app:1", "example.com/app:2", "example.com/app:3")
        assert [one["revision"] for one in self.json("rollout", "history", "deploy/web")] == [1, 2, 3]
        assert self.do("rollback", "deploy/web", "--to-revision", "1", "--reason", "slow", "--no-wait")["outcome"] == "done"
        one = self.deployment("web")
        assert one["spec"]["template"]["spec"]["containers"][0]["image"] == "example.com/app:1"
        assert one["metadata"]["annotations"]["kept"] == "yes" and "pod-template-hash" not in one["spec"]["template"]["metadata"]["labels"]
        assert "slow" in one["metadata"]["annotations"]["kubernetes.io/change-cause"], one["metadata"]["annotations"]

    def test_set_is_rolled_back_by_its_revisions(self):
        one = self.cluster.deploy("db", kind="StatefulSet")
        template = one["spec"]["template"]
        for number in (1, 2):
            self.cluster.make(self.cluster.place("controllerrevisions"), {
                "metadata": {"name": f"db-{number}", "labels": {"app": "db"}, "ownerReferences": [
                    {"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "db", "controller": True, "uid": one["metadata"]["uid"]}]},
                "revision": number, "data": {"spec": {"template": {"$patch": "replace", **template, "spec": {"containers": [
                    {"name": "app", "image": f"example.com/app:{number}"}]}}}}})
        self.cluster.set_image("db", "example.com/app:2", "statefulsets")
        self.cluster.status(self.cluster.place("statefulsets/db"), observedGeneration=2, replicas=2, readyReplicas=2, updatedReplicas=2,
                            currentRevision="db-2", updateRevision="db-2")
        assert self.do("rollback", "sts/db", "--no-wait")["outcome"] == "done"
        containers = self.cluster.get(self.cluster.place("statefulsets/db"))["spec"]["template"]["spec"]["containers"]
        assert [each["image"] for each in containers] == ["example.com/app:1"], containers

    def test_cron_job_is_run_now(self):
        self.cluster.make(self.cluster.place("cronjobs", "batch/v1"), {"metadata": {"name": "nightly"}, "spec": {
            "schedule": "0 3 * * *", "concurrencyPolicy": "Allow", "jobTemplate": {"spec": {"template": {"spec": {
                "restartPolicy": "Never", "containers": [{"name": "a", "image": "example.com/once:1"}]}}}}}})
        assert self.do("run", "nightly", "--no-wait")["outcome"] == "done"
        jobs = self.cluster.get(self.cluster.place("jobs", "batch/v1"))["items"]
        assert [one["metadata"]["ownerReferences"][0]["name"] for one in jobs] == ["nightly"], jobs

    def test_service_is_switched(self):
        for slot in ("blue", "green"):
            self.web(slot, labels={"app": "web", "slot": slot})
            self.cluster.make(self.cluster.place("pods", "v1"), {"metadata": {"name": slot, "labels": {"app": "web", "slot": slot}}, "spec": {
                "nodeName": "node-1", "containers": [{"name": "app", "image": "example.com/app:1"}]}})
            self.cluster.runs(slot)
        self.cluster.make(self.cluster.place("services", "v1"), {"metadata": {"name": "web"}, "spec": {
            "selector": {"app": "web", "slot": "blue"}, "ports": [{"port": 80}]}})
        assert self.do("switch", "web", "--to", "slot=green", "--no-wait")["outcome"] == "done"
        assert self.cluster.get(self.cluster.place("services/web", "v1"))["spec"]["selector"] == {"app": "web", "slot": "green"}

    def rollouts(self):
        group = "argoproj.io"
        self.cluster.make(CRD, {"metadata": {"name": "rollouts." + group}, "spec": {
            "group": group, "scope": "Namespaced", "names": {"plural": "rollouts", "singular": "rollout", "kind": "Rollout"},
            "versions": [{"name": "v1alpha1", "served": True, "storage": True, "subresources": {"status": {}}, "schema": {
                "openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": True}}}]}})
        place = self.cluster.place("rollouts", group + "/v1alpha1")
        until(lambda: self.cluster.asker.ask("GET", place)[0] == 200, "the kind is served")
        self.cluster.make(place, {"apiVersion": group + "/v1alpha1", "kind": "Rollout", "metadata": {"name": "web"}, "spec": {
            "replicas": 1, "selector": {"matchLabels": {"app": "web"}}, "template": {"spec": {"containers": []}}}})
        self.cluster.status(place + "/web", observedGeneration="1", phase="Paused", currentPodHash="b", stableRS="a",
                            pauseConditions=[{"reason": "CanaryPauseStep", "startTime": "2026-01-01T00:00:00Z"}])
        return place

    def test_argo_rollout_is_written_to_through_its_status(self):
        place = self.rollouts()
        try:
            way = Passage(self.cluster, ("http/1.1",))
            with self.lines("watch", config=self.through(way)) as watch:
                watch.until(lambda one: one["kind"] == "Rollout" and one["freshness"] == "live")
                assert [one["path"] for one in self.do("promote", "web", "--no-wait")["changes"]] == ["status.pauseConditions"]
                assert not self.cluster.get(place + "/web")["status"].get("pauseConditions")
                self.do("abort", "rollout/web", "--no-wait")
                self.do("retry", "web", "--no-wait")
                watch.interrupt()
            way.close()
            asked = [path for _, path in way.requests if "/rollouts?" in path]
            assert len(asked) == 1 and "sendInitialEvents" in asked[0], asked
        finally:
            self.cluster.asker.ask("DELETE", CRD + "/rollouts.argoproj.io")

    def test_change_of_somebody_else_is_not_overwritten(self):
        self.web()
        self.pause_that_somebody_overtakes()

    def test_status_alone_that_moves_is_no_conflict(self):
        self.web()
        touched = []

        def touch(method, place):
            if method == "GET" and place.endswith("deployments/web") and len(touched) < 2:
                touched.append(place)
                self.cluster.status(self.cluster.place("deployments/web"), readyReplicas=1, replicas=2 + len(touched))
        way = Passage(self.cluster, ("http/1.1",), touch)
        assert self.do("restart", "deploy/web", "--no-wait", config=self.through(way))["outcome"] == "done"
        way.close()

    def test_what_the_server_does_not_accept_is_told(self):
        """422, and fields that it does not know (field validation)."""
        one = self.cluster.deploy("web")
        ask = self.cluster.asker.ask
        place = self.cluster.place("deployments/web")
        patch = [{"op": "test", "path": "/metadata/resourceVersion", "value": one["metadata"]["resourceVersion"] + "0"},
                 {"op": "replace", "path": "/spec/replicas", "value": 7}]
        status, answer = ask("PATCH", place + "?dryRun=All", patch, "application/json-patch+json")
        assert (status, answer["reason"]) == (422, "Invalid"), (status, answer)
        status, answer = ask("PATCH", place, {"metadata": {"resourceVersion": one["metadata"]["resourceVersion"] + "0"},
                                              "spec": {"replicas": 7}}, "application/merge-patch+json")
        assert (status, answer["reason"]) == (409, "Conflict"), (status, answer)
        status, answer = ask("PATCH", place + "?fieldValidation=Strict", {"spec": {"replica": 7}}, "application/merge-patch+json")
        assert status in (400, 422), (status, answer)


if __name__ == "__main__":
    os.environ.pop("KUBECONFIG", None)
    for name in [name for name in dir(Test) if name.startswith("test_") and ONLY not in name]:
        delattr(Test, name)
    sys.exit(run_tests(Test()))
