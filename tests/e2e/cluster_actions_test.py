#!/usr/bin/env python3
"""What aiagent-cli does to a cluster, against a fake API server that takes changes, over TLS.

    cluster_actions_test.py BIN_DIR
"""
import json
import os
import pty
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from fake_cluster import FakeCluster  # noqa: E402
from harness import Cli, run_tests  # noqa: E402

BIN = sys.argv[1]
FIXTURES = Path(__file__).parent.parent / "fixtures" / "kubernetes"
ROLLOUTS = "/apis/argoproj.io/v1alpha1/namespaces/aiagent/rollouts"


class Test:
    def __init__(self):
        self.cli = Cli(BIN)
        self.cluster = FakeCluster(BIN, FIXTURES)
        self.config = self.cluster.kubeconfig(self.cli.folder / "config", admin={"token": "admin"}, reader={"token": "reader"})

    def close(self):
        self.cluster.close()
        self.cli.close()

    def json(self, *words, **more):
        return self.cli.json("cluster", *words, "--kubeconfig", self.config, **more)

    def run(self, *words, **more):
        return self.cli.run("cluster", *words, "--kubeconfig", self.config, **more)

    def do(self, *words, **more):
        return self.json(*words, "--yes", **more)

    def refused(self, word, *words, code=7):
        self.cli.run("--json", "cluster", *words, "--kubeconfig", self.config, "--yes", code=code)
        error = json.loads(self.cli.err.splitlines()[-1])["error"]
        assert error["providerCode"] == word, error
        return error

    def real_writes(self):
        return [r for r in self.cluster.control()["requests"]
                if not r.startswith("GET") and "dryRun" not in r and "selfsubject" not in r and "_control" not in r]

    def last_entry(self):
        return self.cli.json("cluster", "audit", "--limit", "1")[0]

    def test_rollback_is_shown_done_seen_and_kept(self):
        self.cluster.control(scene="degraded")
        assert self.json("status", code=11)["verdict"] == "failed"
        before = self.json("rollout", "history", "deployment/agent-api")
        assert [(one["revision"], one["current"]) for one in before] == [(1, False), (2, False), (3, True)], before
        tried = self.json("rollback", "deployment/agent-api", "--dry-run")
        assert {"path": "spec.template.spec.containers[api].image", "before": "registry.example.com/aiagent/agent-api:1.6.0-missing",
                "after": "registry.example.com/aiagent/agent-api:1.5.0"} in tried["changes"], tried["changes"]
        assert "database_schema" in [one["word"] for one in tried["notUndone"]]
        assert self.real_writes() == [] and tried["dryRun"] is True
        done = self.do("rollback", "deploy/agent-api", "--reason", "image is missing")
        assert done["outcome"] == "done" and done["verdict"] in ("healthy", "progressing"), done
        after = self.json("rollout", "history", "deployment/agent-api")
        assert [(one["revision"], one["current"]) for one in after] == [(1, False), (3, False), (4, True)], after
        assert after[-1]["cause"] == "rolled back to revision 2 by admin: image is missing", after
        workloads = {(one["kind"], one["name"]): one for one in self.json("workloads")}
        assert workloads["Deployment", "agent-api"]["verdict"] in ("healthy", "progressing"), workloads
        entry = self.last_entry()
        assert (entry["outcome"], entry["identity"], entry["target"]) == ("done", "admin", "deployment/agent-api"), entry
        assert (entry["reason"], entry["resourceVersion"]) == ("image is missing", done["resourceVersion"]), entry
        assert entry["plan"]["requests"][0]["method"] == "PATCH" and entry["plan"]["changes"], entry

    def test_release_that_cannot_start_ends_as_unhealthy(self):
        self.cluster.control(scene="degraded")
        self.do("rollback", "deploy/agent-api")
        failed = self.do("rollback", "deploy/agent-api", "--to-revision", "3", code=11)
        assert (failed["outcome"], failed["verdict"]) == ("done", "failed"), failed
        assert self.json("status", code=11)["verdict"] == "failed"
        self.do("rollback", "deploy/agent-api")

    def test_rollback_to_a_revision_and_what_is_refused(self):
        self.cluster.control(scene="degraded")
        self.refused("act_revision_unknown", "rollback", "deploy/agent-api", "--to-revision", "9", code=3)
        self.refused("act_same_template", "rollback", "deploy/agent-api", "--to-revision", "3")
        self.refused("act_no_history", "rollback", "sts/vector-db", code=3)
        self.do("rollback", "deploy/agent-api", "--to-revision", "1", "--no-wait")
        assert self.last_entry()["outcome"] == "done"

    def test_without_a_word_nothing_is_done(self):
        assert "--yes" in (self.run("restart", "deploy/agent-api", code=2) or self.cli.err)
        assert self.real_writes() == []

    def test_on_a_terminal_the_person_is_asked(self):
        for answer, code in (("no", 130), ("yes", 0)):
            master, slave = pty.openpty()
            child = subprocess.Popen(self.cli.argv("cluster", "restart", "deploy/agent-api", "--kubeconfig", self.config, "--no-wait"),
                                     stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.cli.env)
            os.write(master, (answer + "\n").encode())
            out, err = child.communicate(timeout=60)
            os.close(master)
            os.close(slave)
            assert child.returncode == code, (answer, child.returncode, out, err)
            assert b"restartedAt" in out and b"yes" in err, (out, err)
        assert len(self.real_writes()) == 1
        assert [one["outcome"] for one in self.cli.json("cluster", "audit", "--limit", "2")] == ["done", "cancelled"]

    def test_reader_may_not(self):
        error = self.refused("act_denied", "restart", "deploy/agent-api", "--context", "reader", code=6)
        assert error["code"] == "forbidden", error
        assert not [r for r in self.cluster.control()["requests"] if r.startswith("PATCH")]
        assert self.last_entry()["outcome"] == "refused"

    def test_restart_scale_pause_and_resume(self):
        assert self.do("rollout", "restart", "deployment/agent-api")["outcome"] == "done"
        scaled = self.do("scale", "deployment/agent-api", "--replicas", "5")
        assert "autoscaler_owns_replicas" in [one["word"] for one in scaled["findings"]], scaled["findings"]
        listed = {(one["kind"], one["name"]): one for one in self.json("workloads")}
        assert listed["Deployment", "agent-api"]["desired"] == 5, listed["Deployment", "agent-api"]
        self.refused("act_same_replicas", "scale", "deployment/agent-api", "--replicas", "5")
        assert self.do("rollout", "pause", "deployment/agent-api")["verdict"] == "paused"
        self.refused("act_paused", "restart", "deployment/agent-api")
        assert self.do("rollout", "resume", "deployment/agent-api")["outcome"] == "done"
        self.refused("act_unsupported", "scale", "ds/log-agent", "--replicas", "2", code=4)

    def test_other_sets_are_restarted(self):
        assert self.do("restart", "sts/vector-db", "--no-wait")["outcome"] == "done"
        assert self.do("restart", "ds/log-agent", "--no-wait")["outcome"] == "done"

    def test_service_is_switched_only_when_enough_is_ready(self):
        switched = self.do("switch", "agent-web", "--to", "slot=green")
        assert {"path": "spec.selector.slot", "before": "blue", "after": "green"} in switched["changes"], switched
        assert (switched["verdict"], switched["reason"]) == ("healthy", "EndpointsReady"), switched
        assert self.refused("act_capacity", "switch", "agent-web", "--to", "slot=red")["subject"] == "0/2"
        self.refused("act_same_selector", "switch", "service/agent-web", "--to", "slot=green")
        self.refused("act_capacity", "switch", "agent-web", "--to", "slot=blue", "--needed", "3")

    def test_cron_job_is_run_and_a_pod_deleted(self):
        ran = self.do("run", "reindex")
        assert ran["made"].startswith("reindex-manual-") and ran["verdict"] == "healthy", ran
        assert self.do("delete", "pod/agent-api-7fdfd6b96d-8jqtk")["outcome"] == "done"
        self.cli.run("cluster", "delete", "deployment/agent-api", "--kubeconfig", self.config, "--yes", code=4)

    def rollout(self, spec, status):
        metadata = {"name": "web", "namespace": "aiagent", "uid": "u-1", "generation": 1}
        self.cluster.control(put={"list": ROLLOUTS, "object": {
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Rollout", "metadata": metadata,
            "spec": {"replicas": 1, "template": {"spec": {"containers": []}}, **spec}, "status": {"observedGeneration": "1", **status}}})

    def test_argo_rollout_is_promoted_aborted_and_tried_again(self):
        self.rollout({}, {"pauseConditions": [{"reason": "CanaryPauseStep"}], "currentPodHash": "b", "stableRS": "a", "phase": "Paused"})
        promoted = self.do("promote", "web", "--no-wait")
        assert [one["path"] for one in promoted["changes"]] == ["status.pauseConditions"], promoted
        self.refused("act_not_waiting", "promote", "web")
        assert self.do("promote", "web", "--full", "--no-wait")["changes"] == [
            {"path": "status.promoteFull", "before": None, "after": "true"}]
        self.do("abort", "rollout/web", "--no-wait")
        self.refused("act_aborted", "promote", "web")
        self.do("retry", "web", "--no-wait")
        self.refused("act_not_aborted", "retry", "web")

    def test_program_that_dies_while_it_sends_leaves_its_intent(self):
        self.cluster.control(delay=300)
        child = subprocess.Popen(self.cli.argv("cluster", "restart", "deploy/agent-web-blue", "--yes", "--kubeconfig", self.config),
                                 env=self.cli.env, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not self.real_writes() and time.monotonic() < deadline:
            time.sleep(0.01)
        child.kill()
        child.wait()
        assert len(self.real_writes()) == 1
        entry = self.last_entry()
        assert (entry["target"], entry["outcome"]) == ("deployment/agent-web-blue", None), entry
        assert "?" in self.cli.run("cluster", "audit", "--limit", "1")

    def test_change_of_somebody_else_is_not_overwritten(self):
        master, slave = pty.openpty()
        child = subprocess.Popen(self.cli.argv("cluster", "rollout", "pause", "deploy/agent-web-blue", "--kubeconfig", self.config),
                                 stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.cli.env)
        while b"spec.paused" not in child.stdout.readline():
            pass
        listed = json.loads((FIXTURES / "healthy" / "deployments.json").read_text())["items"]
        changed = next(one for one in listed if one["metadata"]["name"] == "agent-web-blue")
        changed["spec"]["template"]["spec"]["containers"][0]["image"] = "registry.example.com/aiagent/agent-web:9"
        self.cluster.control(put={"list": "/apis/apps/v1/namespaces/aiagent/deployments", "object": changed})
        os.write(master, b"yes\n")
        _, err = child.communicate(timeout=60)
        os.close(master)
        os.close(slave)
        assert child.returncode == 7 and b"changed" in err, (child.returncode, err)
        assert self.real_writes() == []

    def kubectl(self, *words):
        done = subprocess.run(["kubectl", "--kubeconfig", self.config, *words], capture_output=True, text=True, env=self.cli.env, timeout=60)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    def kubectl_fails(self, *words, because):
        done = subprocess.run(["kubectl", "--kubeconfig", self.config, *words], capture_output=True, text=True, env=self.cli.env, timeout=60)
        return because in done.stderr

    def test_kubectl_sees_the_same(self):
        if not shutil.which("kubectl"):
            return print("      without kubectl: not compared")
        self.cluster.control(scene="degraded")
        self.do("rollback", "deploy/agent-api", "--reason", "x")
        shown = [line.split(None, 1) for line in self.kubectl("rollout", "history", "deployment/agent-api").splitlines()[2:] if line.strip()]
        ours = [[str(one["revision"]), one["cause"]] for one in self.json("rollout", "history", "deployment/agent-api")]
        assert [[number, cause.strip()] for number, cause in shown] == ours, (shown, ours)
        assert "successfully rolled out" in self.kubectl("rollout", "status", "deployment/agent-api", "--timeout=20s")
        words = ["create", "job", "x", "--from=cronjob/reindex", "--dry-run=client", "-o", "json"]
        if self.kubectl_fails(*words, because='no kind "CronJob"'):
            return print("      an old kubectl: its job is not compared")
        name = self.do("run", "reindex", "--no-wait")["made"]
        made = json.loads(self.kubectl("get", "job", name, "-o", "json"))
        theirs = json.loads(self.kubectl(*words))
        theirs["spec"]["template"]["metadata"].pop("creationTimestamp", None)
        assert made["spec"] == theirs["spec"], (made["spec"], theirs["spec"])
        for field in ("annotations", "ownerReferences"):
            assert made["metadata"][field] == theirs["metadata"][field], field

    def test_kubectls_undo_leads_to_the_same_template(self):
        if not shutil.which("kubectl"):
            return
        images = []
        for undo in (lambda: self.kubectl("rollout", "undo", "deployment/agent-api"),
                     lambda: self.do("rollback", "deployment/agent-api")):
            self.cluster.control(reset=True)
            self.cluster.control(scene="degraded")
            undo()
            time.sleep(1)
            images.append([(one["revision"], one["images"], one["current"])
                           for one in self.json("rollout", "history", "deployment/agent-api")])
        assert images[0] == images[1], images

    def test_what_is_not_there_is_told(self):
        self.cli.run("cluster", "restart", "deploy/nothing", "--kubeconfig", self.config, "--yes", code=3)
        self.cli.run("cluster", "restart", "nothing", "--kubeconfig", self.config, "--yes", code=4)
        assert self.last_entry()["outcome"] == "dry-run-failed"

    def test_plan_is_readable(self):
        out = self.run("scale", "deployment/agent-api", "--replicas", "4", "--dry-run")
        assert "spec.replicas: 3 → 4" in out and "autoscaler" in out, out
        assert "done" in self.cli.run("cluster", "audit")


if __name__ == "__main__":
    os.environ.pop("KUBECONFIG", None)
    sys.exit(run_tests(Test()))
