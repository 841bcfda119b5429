#!/usr/bin/env python3
"""The cluster commands of aiagent-cli against a real kube-apiserver with its controllers, beside kubectl.

    cluster_real_test.py BIN_DIR KUBE_BINARIES [WORD]

KUBE_BINARIES is a folder with kube-apiserver, kube-controller-manager and kube-scheduler (real_cluster.py says how to come by
them); etcd, etcdctl, kubectl and openssl come from PATH. With a word only the tests that have it in their names are run.
Nobody runs containers: pretend_nodes.py tells of the pods what their images are named for.
"""
import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from cluster_commands import ClusterCommands, Lines  # noqa: E402
from harness import Cli, run_tests  # noqa: E402
from pretend_nodes import PACE  # noqa: E402
from real_cluster import Passage, RealCluster, until  # noqa: E402

BIN, KUBE = sys.argv[1:3]
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""

PLUGIN = """#!/bin/sh
echo run >> "$0.runs"
printf '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"%s"}}' "$(cat "$0.token")"
"""


class Test(ClusterCommands):
    def __init__(self):
        self.cli = Cli(BIN)
        self.cluster = RealCluster(KUBE)
        self.plugin = self.cli.folder / "login"
        self.plugin.write_text(PLUGIN)
        self.plugin.chmod(0o700)

    def close(self):
        self.cluster.close()
        self.cli.close()

    # ---------------------------------------------------------------- both sides

    def config(self, port=None, **users):
        """Made anew for each namespace, the administrator first."""
        cluster = self.cluster
        users = users or {"admin": cluster.certificate("admin"), "jane": cluster.certificate("jane"), "reader": {"token": "reader"},
                          "owner": {"token": "owner"}, "nobody": {"token": "nobody"}, "wrong": {"token": "wrong"}}
        return cluster.kubeconfig(self.cli.folder / f"config-{port or 'plain'}-{'-'.join(users)}", port=port, **users)

    def listed(self, **more):
        return {f"{one['kind'].lower()}/{one['name']}": one for one in self.json("workloads", **more)}

    def verdict(self, title, *wanted, seconds=60):
        """Waits until the verdict is one of these, and gives it."""
        return until(lambda: (one := self.listed()[title]) and one["verdict"] in wanted and one, f"{title} is {wanted}", seconds)

    def serves(self, api, resource):
        return any(one["name"] == resource for one in self.cluster.get("/apis/" + api).get("resources", []))

    def allow(self, user, role):
        self.cluster.make(self.cluster.place("rolebindings", "rbac.authorization.k8s.io/v1"), {
            "metadata": {"name": user}, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role},
            "subjects": [{"kind": "User", "name": user}]})

    def status_of_both(self, title, seconds=3):
        theirs = self.kubectl("rollout", "status", title, f"--timeout={seconds}s", code=None)
        theirs = (theirs, self.err, self.code)
        self.run("rollout", "status", title, "--timeout", str(seconds), code=None)
        ours = subprocess.run(self.cli.argv("cluster", "rollout", "status", title, "--timeout", str(seconds), "--kubeconfig",
                                            self.config()), capture_output=True, text=True, env=self.cli.env)
        return (ours.stdout, ours.stderr, ours.returncode), theirs

    def history_of_both(self, title):
        theirs = [line.split(None, 1) for line in self.kubectl("rollout", "history", title).splitlines()[2:] if line.strip()]
        ours = [[str(one["revision"]), one["cause"] or "<none>"] for one in self.json("rollout", "history", title)]
        return ours, [[number, cause.strip()] for number, cause in theirs]

    # ---------------------------------------------------------------- what is there

    def test_pods_are_shown_as_kubectl_shows_them(self):
        make, place = self.cluster.make, self.cluster.place
        for name in ("app", "missing", "crash", "oom", "stuck", "slow"):
            self.cluster.deploy(name, image=f"example.com/{name}:1", replicas=1)
        for name, inits, images in (("init-crash", ["crash"], ["app"]), ("init-stuck", ["stuck"], ["app", "app"]),
                                    ("init-done", ["once"], ["app", "stuck"]), ("done", [], ["once"]), ("failed", [], ["fail", "once"])):
            make(place("pods", "v1"), {"metadata": {"name": name}, "spec": {
                "restartPolicy": "Never" if name in ("done", "failed") else "Always",
                "initContainers": [{"name": f"i{i}", "image": f"example.com/{image}:1"} for i, image in enumerate(inits)],
                "containers": [{"name": f"c{i}", "image": f"example.com/{image}:1"} for i, image in enumerate(images)]}})
        make(place("pods", "v1"), {"metadata": {"name": "nowhere"}, "spec": {
            "nodeSelector": {"no": "node"}, "containers": [{"name": "c", "image": "example.com/app:1"}]}})
        make(place("pods", "v1"), {"metadata": {"name": "lingers"}, "spec": {"containers": [{"name": "c", "image": "example.com/lingers:1"}]}})
        time.sleep(3)
        self.kubectl("delete", "pod", "lingers", "--wait=false")

        def both():
            ours = [[one["name"], one["ready"], one["status"], str(one["restarts"])] for one in self.json("pods")]
            theirs = [line.split()[:4] for line in self.kubectl("get", "pods", "--no-headers").splitlines()]
            return ours, theirs
        seen = set()
        for _ in range(4):  # slow ones become ready, deleted ones end
            ours, theirs = until(lambda: (pair := both())[0] == pair[1] and pair, "both show the same", 20)
            seen |= {one[2] for one in ours}
            time.sleep(1.5)
        assert {"Running", "ImagePullBackOff", "CrashLoopBackOff", "Init:CrashLoopBackOff", "Init:0/1", "Completed", "Error",
                "Pending"} <= seen, seen

    def test_rollout_status_says_and_ends_as_kubectl_does(self):
        deploy = self.cluster.deploy
        self.cluster.make(self.cluster.place("resourcequotas", "v1"), {"metadata": {"name": "few"}, "spec": {"hard": {"pods": "14"}}})
        deploy("good")
        deploy("missing", image="example.com/missing:1", replicas=1, progressDeadlineSeconds=4)
        deploy("stuck", image="example.com/stuck:1", replicas=1)
        deploy("crash", image="example.com/crash:1", replicas=1)
        deploy("zero", replicas=0)
        deploy("paused", replicas=1, paused=True)
        deploy("db", kind="StatefulSet")
        deploy("db-stuck", kind="StatefulSet", image="example.com/stuck:1")
        deploy("log", kind="DaemonSet")
        deploy("by-hand", kind="DaemonSet", updateStrategy={"type": "OnDelete"})
        time.sleep(2)
        deploy("wide", replicas=9)
        self.cluster.condition("missing", "Progressing", "ProgressDeadlineExceeded")
        self.cluster.condition("wide", "ReplicaFailure", "FailedCreate")
        for title in ("deployment/good", "deploy/missing", "deployment/stuck", "deployment/crash", "deployment/zero", "deployment/paused",
                      "sts/db", "statefulset/db-stuck", "ds/log", "ds/by-hand", "deployment/wide"):
            ours, theirs = self.status_of_both(title)
            assert ours == theirs, (title, ours, theirs)
        assert self.status_of_both("deployment/nothing")[0][2] == 1

    def test_rollout_is_followed_as_kubectl_follows_it(self):
        self.cluster.deploy("web", replicas=3)
        self.cluster.settled("web")
        self.cluster.set_image("web", "example.com/slow:2")
        words = ["rollout", "status", "deployment/web"]
        theirs = subprocess.Popen(["kubectl", "--kubeconfig", self.config(), *words], stdout=subprocess.PIPE, text=True)
        ours = self.run(*words, timeout=120).splitlines()
        told = theirs.communicate(timeout=60)[0].splitlines()
        assert theirs.returncode == 0
        assert ours[-1] == told[-1] == 'deployment "web" successfully rolled out', (ours, told)
        without_repeats = [line for i, line in enumerate(told) if i == 0 or told[i - 1] != line]
        assert ours[-4:] == without_repeats[-4:], (ours, told)

    def test_workloads_are_judged_with_evidence(self):
        deploy = self.cluster.deploy
        self.cluster.make(self.cluster.place("resourcequotas", "v1"), {"metadata": {"name": "few"}, "spec": {"hard": {"pods": "9"}}})
        deploy("good")
        deploy("missing", image="example.com/missing:1", replicas=1, progressDeadlineSeconds=4)
        deploy("crash", image="example.com/crash:1", replicas=1)
        deploy("oom", image="example.com/oom:1", replicas=1)
        deploy("zero", replicas=0)
        deploy("db", kind="StatefulSet", replicas=1)
        for name, image in (("ends", "once"), ("breaks", "fail")):
            self.cluster.make(self.cluster.place("jobs", "batch/v1"), {"metadata": {"name": name}, "spec": {"backoffLimit": 0, "template": {
                "spec": {"restartPolicy": "Never", "containers": [{"name": "a", "image": f"example.com/{image}:1"}]}}}})
        self.cluster.condition("missing", "Progressing", "ProgressDeadlineExceeded")
        deploy("wide", replicas=9)
        self.cluster.condition("wide", "ReplicaFailure", "FailedCreate")
        self.verdict("job/breaks", "failed")
        all = self.listed()
        expected = {"deployment/good": {"healthy", "progressing"}, "deployment/missing": {"failed"}, "deployment/crash": {"failed"},
                    "deployment/oom": {"failed"}, "deployment/zero": {"healthy"}, "statefulset/db": {"healthy", "progressing"},
                    "job/ends": {"healthy"}, "job/breaks": {"failed"}, "deployment/wide": {"failed"}}
        for title, verdicts in expected.items():
            one = all[title]
            assert one["verdict"] in verdicts and one["freshness"] == "live" and one["evidence"], one
        assert any("exceeded quota: few" in one["value"] for one in all["deployment/wide"]["evidence"]), all["deployment/wide"]
        assert self.json("status", code=11)["verdict"] == "failed"
        page, table = self.cli.folder / "report.html", self.cli.folder / "report.csv"
        self.run("report", "--html", str(page), "--csv", str(table))
        assert "exceeded quota: few" in page.read_text()
        rows = list(csv.DictReader(table.open(newline="")))
        assert {row["object"]: row["verdict"] for row in rows if row["row"] == "workload"}["deployment/wide"] == "failed", rows

    def test_events_are_those_of_kubectl(self):
        self.cluster.deploy("missing", image="example.com/missing:1", replicas=1)
        self.cluster.deploy("good", replicas=1)
        time.sleep(3)
        ours = sorted([one["reason"], one["kind"] + "/" + one["name"], one["message"]] for one in self.json("events"))
        theirs = sorted([one["reason"], one["involvedObject"]["kind"] + "/" + one["involvedObject"]["name"], one["message"]]
                        for one in json.loads(self.kubectl("get", "events", "-o", "json"))["items"])
        assert ours == theirs and ours, (ours, theirs)

    def test_kinds_that_the_server_has_not_are_named(self):
        self.cluster.deploy("good", replicas=1)
        self.verdict("deployment/good", "healthy", "progressing")
        has = self.serves("batch/v1", "cronjobs")
        shown = self.json("status", code=0 if has else 12)
        kinds = {one["kind"]: one["freshness"] for one in shown["kinds"]}
        assert kinds["CronJob"] == ("live" if has else "absent") and kinds["Rollout"] == "absent", kinds
        if has:
            return
        assert (shown["verdict"], shown["evidence"][0]["field"]) == ("unknown", "CronJob"), shown
        self.do_fails("run", "nightly", code=3)
        self.run("workloads")
        assert "CronJob" in self.cli.err, self.cli.err

    def test_list_of_many_is_whole(self):
        for number in range(700):
            self.cluster.make(self.cluster.place("pods", "v1"), {"metadata": {"name": f"pod-{number:04}", "annotations": {"x": "y" * 2000}},
                              "spec": {"schedulerName": "none", "containers": [{"name": "a", "image": "example.com/app:1"}]}})
        assert [one["name"] for one in self.json("pods")] == [f"pod-{number:04}" for number in range(700)]

    # ---------------------------------------------------------------- who may

    def test_who_may_see_one_namespace_only(self):
        self.cluster.deploy("good", replicas=1)
        self.allow("reader", "view")
        self.verdict("deployment/good", "healthy", "progressing")
        listed = self.listed()
        seen = {f"{one['kind'].lower()}/{one['name']}": one for one in self.json("workloads", "--context", "reader")}
        assert seen.keys() == listed.keys() and seen["deployment/good"]["freshness"] == "live", (seen, listed)
        self.fails("workloads", "--context", "reader", "--all-namespaces", code=6)
        assert self.json("status", "--context", "reader", "--all-namespaces", code=12)["verdict"] == "unknown"
        self.fails("workloads", "--context", "reader", "--namespace", "kube-system", code=6)
        assert self.json("status", "--context", "nobody", code=12)["reason"] == "forbidden"
        self.fails("pods", "--context", "nobody", code=6)
        assert "pods is forbidden" in self.cli.err, self.cli.err

    def test_nobody_is_sent_for_rights_to_what_is_not_there(self):
        """A server refuses to list even what it does not have; which groups it has everybody may ask."""
        self.allow("reader", "view")
        self.run("workloads", "--context", "reader")
        assert "Rollout" not in self.cli.err, self.cli.err

    def test_who_may_not_change_is_refused_before_anything_is_sent(self):
        self.cluster.deploy("good", replicas=1)
        self.allow("reader", "view")
        self.allow("owner", "edit")
        self.cluster.settled("good")
        before = self.deployment("good")["metadata"]["generation"]
        for words in (["restart", "deploy/good"], ["scale", "deploy/good", "--replicas", "3"], ["rollout", "pause", "deploy/good"]):
            error = self.refused("act_denied", *words, "--context", "reader", code=6)
            assert error["code"] == "forbidden", error
        assert self.deployment("good")["metadata"]["generation"] == before
        assert self.do("restart", "deploy/good", "--context", "owner")["outcome"] == "done"
        assert self.deployment("good")["metadata"]["generation"] == before + 1

    def test_rights_to_patch_but_not_to_scale(self):
        self.cluster.deploy("good", replicas=1)
        self.cluster.make(self.cluster.place("roles", "rbac.authorization.k8s.io/v1"), {"metadata": {"name": "patches"}, "rules": [
            {"apiGroups": ["apps", ""], "resources": ["deployments", "replicasets", "pods"], "verbs": ["get", "list", "watch"]},
            {"apiGroups": ["apps"], "resources": ["deployments"], "resourceNames": ["good"], "verbs": ["patch"]}]})
        self.cluster.make(self.cluster.place("rolebindings", "rbac.authorization.k8s.io/v1"), {
            "metadata": {"name": "patches"}, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "patches"},
            "subjects": [{"kind": "User", "name": "owner"}]})
        self.cluster.deploy("other", replicas=1)
        self.cluster.settled("good")
        assert self.do("restart", "deploy/good", "--context", "owner", "--no-wait")["outcome"] == "done"
        self.refused("act_denied", "restart", "deploy/other", "--context", "owner", code=6)

    def test_every_way_to_sign_in(self):
        self.cluster.deploy("good", replicas=1)
        for name in ("jane", "owner"):
            self.allow(name, "edit")
        self.cluster.asker.ask("POST", self.cluster.place("rolebindings", "rbac.authorization.k8s.io/v1"), {
            "metadata": {"name": "team"}, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
            "subjects": [{"kind": "Group", "name": "team b"}]})
        assert "deployment/good" in self.listed(config=self.config(jane=self.cluster.certificate("jane")))
        assert "deployment/good" in self.listed(config=self.config(owner={"token": "owner"}))
        (self.cli.folder / "token").write_text("owner\n")
        assert "deployment/good" in self.listed(config=self.config(file={"tokenFile": "token"}))
        admin = self.cluster.certificate("admin")
        assert "deployment/good" in self.listed(config=self.config(both={**admin, "as": "eve", "as-groups": ["team a", "team b"]}))
        self.fails("workloads", config=self.config(one={**admin, "as": "eve", "as-groups": ["team a"]}), code=6)
        assert "eve" in self.cli.err, self.cli.err
        self.fails("workloads", config=self.config(may={**self.cluster.certificate("jane"), "as": "admin"}), code=6)
        assert "impersonate" in self.cli.err, self.cli.err
        self.fails("workloads", config=self.config(wrong={"token": "wrong"}), code=6)
        assert "sign-in" in self.cli.err, self.cli.err
        self.fails("workloads", config=self.config(none={}), code=6)
        told = self.json("whoami", config=self.config(owner={"token": "owner"}))
        knows = any(self.serves(f"authentication.k8s.io/{version}", "selfsubjectreviews") for version in ("v1", "v1beta1", "v1alpha1"))
        assert (told["username"], told["source"]) == ("owner", "server" if knows else "kubeconfig"), told

    def test_token_that_expires_is_renewed_by_its_plugin(self):
        self.cluster.deploy("good", replicas=1)
        self.cluster.make(self.cluster.place("serviceaccounts", "v1"), {"metadata": {"name": "robot"}})
        self.cluster.make(self.cluster.place("rolebindings", "rbac.authorization.k8s.io/v1"), {
            "metadata": {"name": "robot"}, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
            "subjects": [{"kind": "ServiceAccount", "name": "robot", "namespace": self.cluster.namespace}]})
        def token(ends):
            return self.cluster.account_token(self.cluster.namespace, "robot", time.time() + ends)
        assert "deployment/good" in self.listed(config=self.config(robot={"token": token(60)}))
        self.fails("workloads", config=self.config(robot={"token": token(-60)}), code=6)
        config = self.config(plugin={"exec": {"apiVersion": "client.authentication.k8s.io/v1beta1", "command": str(self.plugin)}})
        beside = Path(str(self.plugin) + ".token")
        beside.write_text(token(-60))
        self.fails("workloads", "--allow-exec", str(self.plugin), config=config, code=6)
        beside.write_text(token(8))
        with self.lines("watch", "--allow-exec", str(self.plugin), config=config) as watch:
            watch.until(lambda one: one["name"] == "good" and one["freshness"] == "live")
            beside.write_text(token(600))
            time.sleep(9)
            self.cluster.restart_server()  # all streams end, and are asked for with a token that is over
            mark = len(watch.all)
            self.cluster.set_image("good", "example.com/missing:2")
            # Polled for a while where the server listed before it let anybody watch.
            watch.until(lambda one: one["name"] == "good" and one["freshness"] == "live" and one["images"] != "example.com/app:1", mark, 90)
            watch.interrupt()

    # ---------------------------------------------------------------- the ways there

    def test_both_protocols_tell_the_same(self):
        self.cluster.deploy("good", replicas=1)
        self.cluster.settled("good")
        told = {}
        for protocols in (("http/1.1",), ("h2", "http/1.1")):
            way = Passage(self.cluster, protocols)
            config = self.config(port=way.port, owner={"token": "owner"})
            if not told:
                self.allow("owner", "edit")
            with self.lines("watch", config=config) as watch:
                watch.until(lambda one: one["name"] == "good" and one["freshness"] == "live")
                self.do("restart", "deploy/good", config=config)
                watch.until(lambda one: one["name"] == "good" and one["verdict"] == "progressing")
                told[protocols] = [(one["name"], one["status"]) for one in self.json("pods", config=config)]
                watch.interrupt()
            way.close()
            # A stream that can be held back asks for no protocol, which is HTTP/1.1.
            assert set(way.chosen) == {protocols[0], None}, way.chosen
        assert [len(pods) for pods in told.values()] == [1, 1], told

    # ---------------------------------------------------------------- acts

    def test_dry_run_changes_nothing(self):
        self.cluster.deploy("good", replicas=1)
        self.cluster.settled("good")
        self.cluster.set_image("good", "example.com/app:2")
        self.cluster.settled("good")
        before = self.deployment("good")
        for words in (["restart", "deploy/good"], ["rollback", "deploy/good"], ["scale", "deploy/good", "--replicas", "3"],
                      ["rollout", "pause", "deploy/good"]):
            shown = self.json(*words, "--dry-run")
            assert shown["dryRun"] is True and shown["changes"], shown
        after = self.deployment("good")
        assert (after["spec"], after["metadata"]["annotations"]) == (before["spec"], before["metadata"]["annotations"])
        assert after["metadata"]["generation"] == before["metadata"]["generation"]

    def test_history_restart_and_rollback_are_those_of_kubectl(self):
        self.cluster.deploy("ours", progressDeadlineSeconds=4)
        self.cluster.deploy("theirs", progressDeadlineSeconds=4)
        images = {}
        for name in ("ours", "theirs"):
            self.cluster.settled(name)
            self.cluster.set_image(name, "example.com/app:2")
            self.cluster.settled(name)
            self.cluster.set_image(name, "example.com/missing:3")
            self.cluster.condition(name, "Progressing", "ProgressDeadlineExceeded")
        done = self.do("rollback", "deploy/ours", "--reason", "no image")
        assert done["outcome"] == "done" and done["verdict"] in ("healthy", "progressing"), done
        self.kubectl("rollout", "undo", "deployment/theirs")
        for name in ("ours", "theirs"):
            self.cluster.settled(name)
            images[name] = [(one["revision"], one["images"], one["current"]) for one in self.json("rollout", "history", f"deployment/{name}")]
            ours, theirs = self.history_of_both(f"deployment/{name}")
            assert ours == theirs, (ours, theirs)
        assert images["ours"] == images["theirs"] and images["ours"][-1] == (4, ["example.com/app:2"], True), images
        specs = [self.deployment(name)["spec"]["template"]["spec"] for name in ("ours", "theirs")]
        assert specs[0] == specs[1], specs
        self.do("restart", "deploy/ours")
        self.kubectl("rollout", "restart", "deployment/theirs")
        keys = [list(self.deployment(name)["spec"]["template"]["metadata"]["annotations"]) for name in ("ours", "theirs")]
        assert keys[0] == keys[1] == ["kubectl.kubernetes.io/restartedAt"], keys
        for name in ("ours", "theirs"):
            self.cluster.settled(name)
            ours, theirs = self.status_of_both(f"deployment/{name}")
            assert ours == theirs and ours[2] == 0, (ours, theirs)
        done = self.do("rollback", "deploy/ours", "--to-revision", "1")
        assert self.deployment("ours")["spec"]["template"]["spec"]["containers"][0]["image"] == "example.com/app:1"
        self.refused("act_revision_unknown", "rollback", "deploy/ours", "--to-revision", "99", code=3)

    def test_other_sets_are_rolled_back_and_restarted(self):
        for kind, name in (("StatefulSet", "db"), ("DaemonSet", "log")):
            resource, title = kind.lower() + "s", f"{kind.lower()}/{name}"
            self.cluster.deploy(name, kind=kind, replicas=1)
            until(lambda: self.status_of_both(title, 2)[1][2] == 0, f"{title} is rolled out")
            self.cluster.set_image(name, "example.com/app:2", resource)
            until(lambda: self.status_of_both(title, 2)[1][2] == 0, f"{title} is rolled out")
            ours, theirs = self.history_of_both(title)
            assert ours == theirs and len(ours) == 2, (ours, theirs)
            assert self.do("rollback", title)["outcome"] == "done"
            until(lambda: self.status_of_both(title, 2)[1][2] == 0, f"{title} is rolled out")
            image = self.cluster.get(self.cluster.place(f"{resource}/{name}"))["spec"]["template"]["spec"]["containers"][0]["image"]
            assert image == "example.com/app:1", image
            ours, theirs = self.history_of_both(title)
            assert ours == theirs and [number for number, _ in ours] == ["2", "3"], (ours, theirs)
            assert self.do("restart", title)["outcome"] == "done"

    def test_release_that_cannot_start_ends_as_unhealthy(self):
        self.cluster.deploy("web", progressDeadlineSeconds=4)
        self.cluster.settled("web")
        self.cluster.set_image("web", "example.com/missing:2")
        self.cluster.condition("web", "Progressing", "ProgressDeadlineExceeded")
        assert self.do("rollback", "deploy/web")["verdict"] in ("healthy", "progressing")
        revision = [one for one in self.json("rollout", "history", "deploy/web") if "missing" in one["images"][0]][0]["revision"]
        failed = self.do("rollback", "deploy/web", "--to-revision", str(revision), code=11)
        assert (failed["outcome"], failed["verdict"]) == ("done", "failed"), failed

    def test_scale_pause_resume_and_delete(self):
        self.cluster.deploy("web")
        self.cluster.settled("web")
        assert self.do("scale", "deploy/web", "--replicas", "3")["outcome"] == "done"
        assert self.deployment("web")["status"]["availableReplicas"] == 3
        assert self.do("rollout", "pause", "deploy/web")["verdict"] == "paused"
        self.refused("act_paused", "restart", "deploy/web")
        self.kubectl("rollout", "restart", "deployment/web", code=1)
        assert self.do("rollout", "resume", "deploy/web")["outcome"] == "done"
        pod = self.json("pods")[0]["name"]
        assert self.do("delete", f"pod/{pod}")["outcome"] == "done"
        until(lambda: pod not in [one["name"] for one in self.json("pods")] and len(self.json("pods")) == 3, "another pod is there")
        self.do_fails("restart", "deploy/nothing", code=3)

    def test_service_is_switched_only_when_enough_is_ready(self):
        for slot, image in (("blue", "app"), ("green", "app"), ("red", "stuck")):
            self.cluster.deploy(slot, image=f"example.com/{image}:1", labels={"app": "web", "slot": slot})
        self.cluster.make(self.cluster.place("services", "v1"), {"metadata": {"name": "web"}, "spec": {
            "selector": {"app": "web", "slot": "blue"}, "ports": [{"port": 80}]}})
        self.cluster.settled("green")
        self.cluster.settled("blue")
        has = self.serves("discovery.k8s.io/v1", "endpointslices")
        done = self.do("switch", "web", "--to", "slot=green", code=0 if has else 12)
        assert (done["outcome"], done["verdict"]) == ("done", "healthy" if has else "unknown"), done
        assert self.refused("act_capacity", "switch", "web", "--to", "slot=red")["subject"] == "0/2"
        assert self.cluster.get(self.cluster.place("services/web", "v1"))["spec"]["selector"] == {"app": "web", "slot": "green"}
        addresses = [address for subset in self.cluster.get(self.cluster.place("endpoints/web", "v1"))["subsets"]
                     for address in subset["addresses"]]
        assert {one["targetRef"]["name"].split("-")[0] for one in addresses} == {"green"}, addresses

    def test_change_of_somebody_else_is_not_overwritten(self):
        self.cluster.deploy("web")
        self.cluster.settled("web")
        self.pause_that_somebody_overtakes()

    def test_change_in_the_last_moment_is_not_overwritten(self):
        """Between the look at the object and the write: the server's own test of the version must hold."""
        self.cluster.deploy("web")
        self.cluster.settled("web")
        self.cluster.set_image("web", "example.com/app:2")
        self.cluster.settled("web")
        self.allow("owner", "edit")
        for words, path in ((["rollback", "deploy/web"], "deployments/web"), (["restart", "deploy/web"], "deployments/web"),
                            (["scale", "deploy/web", "--replicas", "4"], "deployments/web"),
                            (["rollout", "pause", "deploy/web"], "deployments/web")):
            touched = []

            def touch(method, place):
                if method in ("PATCH", "PUT") and path in place and "dryRun" not in place and not touched:
                    touched.append(place)
                    self.cluster.patch(self.cluster.place("deployments/web"), {"metadata": {"annotations": {"by": " ".join(words)}}})
            way = Passage(self.cluster, ("http/1.1",), touch)
            before = self.deployment("web")["spec"]
            self.do_fails(*words, config=self.config(port=way.port, owner={"token": "owner"}), code=7)
            way.close()
            error = json.loads(self.cli.err.splitlines()[-1])["error"]
            assert touched and error["code"] == "conflict", (words, touched, error)
            assert self.deployment("web")["spec"] == before, words

    def test_json_patch_with_a_version_that_is_over_is_refused(self):
        """Contract D9: which status a failed test of JSON Patch has."""
        one = self.cluster.deploy("web")
        patch = [{"op": "test", "path": "/metadata/resourceVersion", "value": one["metadata"]["resourceVersion"] + "0"},
                 {"op": "replace", "path": "/spec/replicas", "value": 7}]
        status, answer = self.cluster.asker.ask("PATCH", self.cluster.place("deployments/web") + "?dryRun=All", patch,
                                                "application/json-patch+json")
        assert (status, answer["reason"]) == (422, "Invalid"), (status, answer)

    # ---------------------------------------------------------------- logs

    def test_logs_are_those_of_kubectl(self):
        self.cluster.deploy("web", replicas=1)
        self.cluster.deploy("crash", image="example.com/crash:1", replicas=1)
        self.cluster.deploy("missing", image="example.com/missing:1", replicas=1)
        time.sleep(3)
        pods = {one["name"].rsplit("-", 2)[0]: one["name"] for one in self.json("pods")}
        until(lambda: self.run("logs", pods["web"]), "something is written")
        theirs = self.kubectl("logs", pods["web"], "--timestamps").splitlines()
        ours = self.run("logs", pods["web"], "--timestamps").splitlines()
        assert ours[:len(theirs)] == theirs and len(ours) - len(theirs) < 2 / PACE, (ours, theirs)
        assert self.run("logs", pods["crash"], "--previous") == self.kubectl("logs", pods["crash"], "--previous")
        assert len(self.run("logs", pods["web"], "--tail", "2").splitlines()) == 2
        self.run("logs", pods["missing"], code=None)
        assert "waiting to start" in self.cli.err, self.cli.err
        self.run("logs", pods["web"], "--container", "none", code=5)
        self.allow("reader", "view")
        assert self.run("logs", pods["web"], "--tail", "1", "--context", "reader").startswith("line ")
        self.run("logs", pods["web"], "--context", "nobody", code=6)

    def test_logs_survive_a_server_that_starts_again(self):
        self.cluster.deploy("web")
        self.cluster.settled("web")
        with self.lines("logs", "deploy/web", "--follow") as follow:
            until(lambda: len(follow.all) > 30, "lines come")
            self.cluster.restart_server(1)
            mark = len(follow.all)
            until(lambda: len(follow.all) > mark + 60, "lines come again", 90)
            follow.interrupt()
        pods = {one["pod"] for one in follow.all}
        assert len(pods) == 2, pods
        for pod in pods:
            numbers = [int(one["text"].split()[1]) for one in follow.all if one["pod"] == pod]
            assert numbers == list(range(len(numbers))), numbers

    # ---------------------------------------------------------------- watching

    def test_watch_survives_a_server_that_starts_again(self):
        self.cluster.deploy("web", replicas=1)
        self.cluster.deploy("goes", replicas=1)
        with self.lines("watch") as watch:
            watch.until(lambda one: one["name"] == "web" and one["verdict"] == "healthy" and one["freshness"] == "live", seconds=90)
            self.cluster.stop("apiserver")
            watch.until(lambda one: one["name"] == "web" and one["freshness"] in ("lagging", "stale"))
            self.cluster.restart_server()
            mark = len(watch.all)
            self.cluster.set_image("web", "example.com/missing:2")
            self.cluster.asker.ask("DELETE", self.cluster.place("deployments/goes"))
            watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["verdict"] in ("progressing", "failed"),
                        mark, 90)
            watch.until(lambda one: one["name"] == "goes" and one.get("deleted"), mark, 90)
            watch.interrupt()
        early = [one for one in watch.all[:mark] if one.get("deleted")]
        assert not early, early

    def late(self):
        return "in time" in self.cli.err or "sent nothing for too long" in self.cli.err

    def test_server_that_hangs_is_not_taken_for_an_empty_one(self):
        self.cluster.deploy("web", replicas=1)
        server = self.cluster.processes["apiserver"]
        server.send_signal(signal.SIGSTOP)
        try:
            shown = self.json("status", "--wait", "3", code=12)
            assert (shown["verdict"], shown["reason"]) == ("unknown", "NotEverythingKnown"), shown
            assert self.late(), self.cli.err
            assert self.json("workloads", "--wait", "3", code=5) == [] and self.late(), self.cli.err
            self.fails("pods", "--wait", "3", code=5)
        finally:
            server.send_signal(signal.SIGCONT)
        assert "deployment/web" in self.listed()

    def test_what_happened_while_nobody_could_watch_is_found(self):
        """410 Gone: another server changes things meanwhile, and etcd forgets what was before."""
        cluster = self.cluster
        for name in ("stays", "goes", "again"):
            cluster.deploy(name, replicas=1)
        cluster.run_server("second", cluster.second_port)
        until(lambda: cluster.is_ready(cluster.second_port), "the second API server is ready", 120)
        try:
            with self.lines("watch") as watch:
                watch.until(lambda one: one["name"] == "again" and one["freshness"] == "live")
                watch.until(lambda one: one["name"] == "goes" and one["freshness"] == "live")
                cluster.stop("apiserver")
                other = self.config(port=cluster.second_port, admin=cluster.certificate("admin"))
                for words in (["delete", "deployment", "goes", "again"], ["create", "deployment", "comes", "--image=example.com/app:1"],
                              ["create", "deployment", "again", "--image=example.com/app:2"]):
                    subprocess.run(["kubectl", "--kubeconfig", other, *words], check=True, capture_output=True)
                cluster.compact()
                cluster.run_server()
                until(cluster.is_ready, "the API server is ready again", 120)
                watch.until(lambda one: one["name"] == "goes" and one.get("deleted"), seconds=120)
                watch.until(lambda one: one["name"] == "comes" and one["freshness"] == "live")
                watch.until(lambda one: one["name"] == "again" and one.get("images") == "example.com/app:2")
                watch.until(lambda one: one["name"] == "stays" and one["freshness"] == "live", len(watch.all) // 2)
                watch.interrupt()
        finally:
            cluster.stop("second")

    def test_watch_that_etcd_ends_is_begun_anew(self):
        """Without a cache the server watches etcd itself: what is compacted away is an ERROR within the stream."""
        cluster = self.cluster
        cluster.deploy("web", replicas=1)
        cluster.stop("apiserver")
        cluster.run_server("apiserver", None, "--watch-cache=false")
        try:
            until(cluster.is_ready, "the API server is ready again", 120)
            with self.lines("watch") as watch:
                watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live")
                cluster.stop("apiserver")
                cluster.compact()
                cluster.run_server("apiserver", None, "--watch-cache=false")
                until(cluster.is_ready, "the API server is ready again", 120)
                cluster.compact()
                mark = len(watch.all)
                cluster.set_image("web", "example.com/missing:2")
                watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live" and one["verdict"] in ("progressing", "failed"),
                            mark, 90)
                watch.interrupt()
        finally:
            cluster.restart_server()

    def test_rights_that_are_taken_away_are_told(self):
        self.cluster.deploy("web", replicas=1)
        self.allow("reader", "view")
        self.cluster.settled("web")
        config = self.config(reader={"token": "reader"})
        with self.lines("watch", config=config) as watch:
            watch.until(lambda one: one["name"] == "web" and one["freshness"] == "live")
            self.cluster.asker.ask("DELETE", self.cluster.place("rolebindings/reader", "rbac.authorization.k8s.io/v1"))
            self.cluster.restart_server()
            one = watch.until(lambda one: one["name"] == "web" and one["freshness"] == "denied", seconds=90)
            assert (one["verdict"], one["reason"]) == ("unknown", "NotSeen"), one
        assert not [one for one in watch.all if one.get("deleted")], watch.all

    def test_undone_release_is_not_called_failed(self):
        """The deadline that the release exceeded stands until the old pods come up (contract D7)."""
        self.cluster.deploy("web", image="example.com/slow:1", strategy={"type": "Recreate"}, progressDeadlineSeconds=12)
        self.cluster.settled("web")
        self.cluster.set_image("web", "example.com/missing:2")
        with self.lines("watch") as watch:
            self.cluster.condition("web", "Progressing", "ProgressDeadlineExceeded")
            watch.until(lambda one: one["kind"] == "Deployment" and one["reason"] == "ProgressDeadlineExceeded")
            mark = len(watch.all)
            done = self.do("rollback", "deploy/web")
            assert (done["outcome"], done["verdict"]) in (("done", "healthy"), ("done", "progressing")), done
            watch.until(lambda one: one["kind"] == "Deployment" and one["ready"] == 2, mark)
            after = [one for one in watch.all[mark:] if one["kind"] == "Deployment"]
            assert "failed" not in [one["verdict"] for one in after], after
            watch.interrupt()

    def test_one_pod_that_is_replaced_is_no_failure(self):
        """Its readiness may be told before the status of its owner is."""
        for kind in ("Deployment", "StatefulSet"):
            self.cluster.deploy(kind.lower(), kind=kind, replicas=1)
        with self.lines("watch") as watch:
            for kind in ("deployment", "statefulset"):
                watch.until(lambda one: one["name"] == kind and one["ready"] == 1)
            mark = len(watch.all)
            for number in range(2, 6):
                self.cluster.set_image("statefulset", f"example.com/app:{number}", "statefulsets")
                self.kubectl("delete", "pod", "-l", "app=deployment")
                watch.until(lambda one: one["name"] == "statefulset" and one["ready"] == 1 and one["images"].endswith(f":{number}"), mark)
                time.sleep(2)
            watch.interrupt()
        failed = [one for one in watch.all[mark:] if one["verdict"] == "failed"]
        assert not failed, failed

    def test_namespace_that_ends_takes_all_with_it(self):
        self.cluster.deploy("web")
        self.cluster.deploy("db", kind="StatefulSet")
        self.cluster.settled("web")
        with self.lines("watch") as watch:
            for name in ("web", "db"):
                watch.until(lambda one: one["name"] == name and one["freshness"] == "live")
            self.kubectl("delete", "namespace", self.cluster.namespace, "--wait=false")
            for name in ("web", "db"):
                watch.until(lambda one: one["name"] == name and one.get("deleted"))
            watch.interrupt()

    def test_pods_of_a_lost_node_are_shown_as_kubectl_shows_them(self):
        short = [{"key": "node.kubernetes.io/unreachable", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 4}]
        for name, node, tolerations in (("stays", "node-2", []), ("goes", "node-2", short), ("well", "node-1", [])):
            self.cluster.make(self.cluster.place("pods", "v1"), {"metadata": {"name": name}, "spec": {
                "nodeName": node, "tolerations": tolerations, "containers": [{"name": "a", "image": "example.com/app:1"}]}})
        def both():
            ours = [[one["name"], one["ready"], one["status"], str(one["restarts"])] for one in self.json("pods")]
            return ours, [line.split()[:4] for line in self.kubectl("get", "pods", "--no-headers").splitlines()]
        until(lambda: [one[2] for one in both()[0]] == ["Running"] * 3, "all run")
        self.cluster.nodes.lose("node-2")
        try:
            until(lambda: "Terminating" in [one[2] for one in both()[1]], "a pod is told to end", 90)
            ours, theirs = both()
            assert ours == theirs, (ours, theirs)
            verdicts = {one["name"]: one["verdict"] for one in self.json("pods")}
            assert verdicts["well"] == "healthy" and "healthy" not in (verdicts["stays"], verdicts["goes"]), verdicts
        finally:
            self.cluster.nodes.lose()

    def test_argo_rollout_is_written_to_through_its_status(self):
        """The server keeps spec and status of a custom resource apart, as that of a cluster with Argo does."""
        group = "argoproj.io"
        self.cluster.make("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", {
            "metadata": {"name": "rollouts." + group}, "spec": {
                "group": group, "scope": "Namespaced", "names": {"plural": "rollouts", "singular": "rollout", "kind": "Rollout"},
                "versions": [{"name": "v1alpha1", "served": True, "storage": True, "subresources": {"status": {}}, "schema": {
                    "openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": True}}}]}})
        try:
            place = self.cluster.place("rollouts", group + "/v1alpha1")
            until(lambda: self.cluster.asker.ask("GET", place)[0] == 200, "the kind is served")
            self.cluster.make(place, {"apiVersion": group + "/v1alpha1", "kind": "Rollout", "metadata": {"name": "web"}, "spec": {
                "replicas": 1, "selector": {"matchLabels": {"app": "web"}}, "template": {"spec": {"containers": []}}}})
            status = {"observedGeneration": "1", "phase": "Paused", "currentPodHash": "b", "stableRS": "a",
                      "pauseConditions": [{"reason": "CanaryPauseStep", "startTime": "2026-01-01T00:00:00Z"}]}
            answer = self.cluster.asker.ask("PATCH", place + "/web/status", {"status": status}, "application/merge-patch+json")
            assert answer[0] == 200, answer
            promoted = self.do("promote", "web", "--no-wait")
            assert [one["path"] for one in promoted["changes"]] == ["status.pauseConditions"], promoted
            assert not self.cluster.get(place + "/web")["status"].get("pauseConditions")
            self.refused("act_not_waiting", "promote", "web")
            self.do("abort", "rollout/web", "--no-wait")
            assert self.cluster.get(place + "/web")["status"]["abort"] is True
            self.do("retry", "web", "--no-wait")
            assert self.cluster.get(place + "/web")["status"]["abort"] is False
            assert {one["kind"]: one["freshness"] for one in self.json("status", code=None)["kinds"]}["Rollout"] == "live"
        finally:
            self.cluster.asker.ask("DELETE", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/rollouts." + group)

    def test_rollout_is_waited_for_while_the_server_starts_again(self):
        self.cluster.deploy("web", replicas=2)
        self.cluster.settled("web")
        self.cluster.set_image("web", "example.com/slow:2")
        with Lines(self.cli.argv("cluster", "rollout", "status", "deploy/web", "--kubeconfig", self.config()), self.cli.env) as waits:
            until(lambda: waits.all, "it waits")
            self.cluster.restart_server(2)
            assert waits.process.wait(120) == 0, (waits.all, waits.said)
            waits.until(lambda line: line == 'deployment "web" successfully rolled out\n')


if __name__ == "__main__":
    os.environ.pop("KUBECONFIG", None)
    for name in [name for name in dir(Test) if name.startswith("test_") and ONLY not in name]:
        delattr(Test, name)
    sys.exit(run_tests(Test()))
