#!/usr/bin/env python3
"""The cluster commands of aiagent-cli against a fake API server of recorded traffic, over TLS.

    cluster_test.py BIN_DIR
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
from fake_cluster import FakeCluster  # noqa: E402
from harness import Cli, run_tests  # noqa: E402

BIN = sys.argv[1]
FIXTURES = Path(__file__).parent.parent / "fixtures" / "kubernetes"
READER = "system:serviceaccount:aiagent:dashboard-reader"

PLUGIN = """#!/bin/sh
echo run >> "$0.runs"
echo "$KUBECONFIG" > "$0.kubeconfig"
cat "$KUBECONFIG" > "$0.config"
echo "$KUBERNETES_EXEC_INFO" > "$0.info"
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' "$(cat "$0.token")"
"""


class Test:
    def __init__(self):
        self.cli = Cli(BIN)
        self.cluster = FakeCluster(BIN, FIXTURES, "--speed", "20")
        self.plugin = self.cli.folder / "login plugin"
        self.plugin.write_text(PLUGIN)
        self.plugin.chmod(0o700)
        self.token("reader")
        exec_config = {"apiVersion": "client.authentication.k8s.io/v1", "command": "./login plugin", "args": ["a b", "$(x)"],
                       "interactiveMode": "Never", "provideClusterInfo": True}
        self.config = self.cluster.kubeconfig(
            self.cli.folder / "config", token={"token": "reader"}, wrong={"token": "nobody"}, plugin={"exec": exec_config},
            certificate={"client-certificate": str(self.cluster.folder / "limited.pem"),
                         "client-key": str(self.cluster.folder / "limited.key")},
            impersonating={"token": "admin", "as": "jane", "as-groups": ["a", "b"]}, nobody={})

    def close(self):
        self.cluster.close()
        self.cli.close()

    def token(self, text):
        Path(str(self.plugin) + ".token").write_text(text)

    def beside(self, ending):
        path = Path(str(self.plugin) + ending)
        return path.read_text() if path.exists() else ""

    def who(self, *options, **more):
        return self.cli.json("cluster", "whoami", "--kubeconfig", self.config, *options, **more)

    def cluster_json(self, *words, **more):
        return self.cli.json("cluster", *words, "--kubeconfig", self.config, **more)

    def test_workloads_have_their_verdict_with_evidence_and_age(self):
        listed = {(one["kind"], one["name"]): one for one in self.cluster_json("workloads")}
        api = listed["Deployment", "agent-api"]
        assert (api["verdict"], api["freshness"], api["namespace"]) == ("healthy", "live", "aiagent"), api
        assert api["asOf"] and api["evidence"] and all(one["rule"] for one in api["evidence"]), api
        assert listed["Pod", "gpu-trainer"]["verdict"] == "degraded"
        assert listed["CronJob", "weekly-report"]["verdict"] == "paused"

    def test_failed_rollout_is_the_worst_of_its_namespace(self):
        self.cluster.control(scene="degraded")
        shown = self.cluster_json("status", code=11)
        assert shown["verdict"] == "failed", shown
        assert "deployment/agent-api" in [one["field"] for one in shown["evidence"]], shown

    def deployment_folder(self):
        folder = self.cli.folder / "deployment"
        (folder / ".github" / "workflows").mkdir(parents=True, exist_ok=True)
        (folder / ".github" / "workflows" / "deploy.yml").write_text(
            "on: push\njobs:\n  a:\n    steps:\n      - run: kubectl rollout status deployment/agent-apy -n aiagent\n")
        (folder / "api.yaml").write_text(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: agent-api\n  namespace: aiagent\nspec:\n"
            "  template:\n    spec:\n      containers:\n        - name: api\n          image: example.com/other:1\n"
            "          envFrom:\n            - configMapRef:\n                name: agent-config\n"
            "            - configMapRef:\n                name: no-such-settings\n")
        return str(folder)

    def test_deployment_lint_holds_the_files_against_the_cluster(self):
        folder = self.deployment_folder()
        shown = self.cli.json("deployment", "lint", folder, "--against-cluster", "--kubeconfig", self.config, code=4)
        live = {(one["id"], one["path"].rpartition("/")[2], one["line"]) for one in shown["cluster"]["findings"]}
        assert {("LIVE-001", "deploy.yml", 5), ("LIVE-007", "api.yaml", 16)} <= live, shown["cluster"]
        assert not [one for one in shown["cluster"]["findings"] if "agent-config" in one["arguments"]], shown["cluster"]
        assert shown["cluster"]["asOf"] and shown["cluster"]["context"] == "token" and shown["findings"], shown
        told = self.cli.run("deployment", "lint", folder, "--against-cluster", "--kubeconfig", self.config, code=4)
        assert "In token, as of" in told and ": error LIVE-001 The workflow acts on the Deployment agent-apy" in told, told

    def test_deployment_lint_says_nothing_of_what_may_not_be_seen(self):
        folder = self.deployment_folder()
        shown = self.cli.json("deployment", "lint", folder, "--against-cluster", "--kubeconfig", self.config, "--context",
                              "certificate", code=6)["cluster"]
        assert {"what": "ConfigMap", "why": "denied"} in shown["notChecked"], shown
        assert "LIVE-007" not in [one["id"] for one in shown["findings"]], shown

    def test_what_is_not_allowed_is_told_and_the_rest_is_judged(self):
        shown = self.cluster_json("status", "--context", "certificate", code=10)
        freshness = {one["kind"]: one["freshness"] for one in shown["kinds"]}
        assert (freshness["Pod"], freshness["Deployment"]) == ("live", "denied"), freshness

    def test_nothing_known_is_unknown_never_healthy(self):
        shown = self.cluster_json("status", "--context", "wrong", code=12)
        assert shown["verdict"] == "unknown", shown

    def test_events_come_with_the_newest_last(self):
        events = self.cluster_json("events")
        assert events and [one["last"] for one in events] == sorted(one["last"] for one in events), events[:3]
        assert {"Normal", "Warning"} <= {one["type"] for one in events}

    def test_watch_tells_what_changes_and_ends_with_ctrl_c(self):
        watch = subprocess.Popen(self.cli.argv("--json", "cluster", "watch", "--kubeconfig", self.config), env=self.cli.env,
                                 stdout=subprocess.PIPE, text=True)
        try:
            self.until(watch, lambda one: one["name"] == "agent-api" and one["verdict"] == "healthy" and one["freshness"] == "live")
            time.sleep(1)  # so that the change is seen: its deadline passes before anything is told again
            self.cluster.control(play="rollout-failed-image")
            failed = self.until(watch, lambda one: one["name"] == "agent-api" and one["verdict"] == "failed")
            assert failed["evidence"], failed
            self.cluster.control(down=True, cut=True)
            self.until(watch, lambda one: one["name"] == "agent-api" and one["freshness"] == "stale")
            watch.send_signal(signal.SIGINT)
            assert watch.wait(20) == 0, watch.returncode
        finally:
            watch.kill()
            watch.wait()
            watch.stdout.close()

    def test_what_may_not_be_seen_any_more_is_unknown_and_not_deleted(self):
        watch = subprocess.Popen(self.cli.argv("--json", "cluster", "watch", "--kubeconfig", self.config), env=self.cli.env,
                                 stdout=subprocess.PIPE, text=True)
        try:
            self.until(watch, lambda one: one["name"] == "agent-api" and one["freshness"] == "live")
            self.cluster.control(accept={"reader": "limited"}, cut=True)
            one = self.until(watch, lambda one: one["name"] == "agent-api" and one["freshness"] == "denied")
            assert (one["verdict"], one["reason"]) == ("unknown", "NotSeen"), one
        finally:
            watch.kill()
            watch.wait()
            watch.stdout.close()

    @staticmethod
    def until(watch, wanted):
        for line in watch.stdout:
            one = json.loads(line)
            assert "deleted" not in one, one
            if wanted(one):
                return one
        raise AssertionError("the watch ended")

    def test_rollout_status_says_and_ends_as_kubectl_does(self):
        words = ["rollout", "status", "deployment/agent-api"]
        good = self.cluster_json(*words)
        assert good["message"] == 'deployment "agent-api" successfully rolled out', good
        assert (good["failed"], good["workload"]["verdict"]) == (False, "healthy"), good
        self.cluster.control(scene="degraded")
        failed = self.cluster_json(*words, code=1)
        assert failed["message"] == 'error: deployment "agent-api" exceeded its progress deadline', failed
        assert failed["workload"]["verdict"] == "failed", failed
        gone = self.cluster_json("rollout", "status", "deployment/nothing", code=1)
        assert gone["message"] == "error: not found", gone

    def test_rollout_is_waited_for_while_a_server_that_has_just_begun_refuses(self):
        listed = json.loads((FIXTURES / "healthy" / "deployments.json").read_text())["items"]
        one = next(one for one in listed if one["metadata"]["name"] == "agent-web-blue")
        place = "/apis/apps/v1/namespaces/aiagent/deployments"
        done = one["status"]["observedGeneration"]
        one["status"]["observedGeneration"] = done - 1
        self.cluster.control(put={"list": place, "object": one})
        waits = subprocess.Popen(self.cli.argv("cluster", "rollout", "status", "deployment/agent-web-blue", "--kubeconfig", self.config),
                                 env=self.cli.env, stdout=subprocess.PIPE, text=True)
        try:
            assert "spec update to be observed" in waits.stdout.readline()
            self.cluster.control(accept={"reader": "limited"}, cut=True)
            time.sleep(4)
            assert waits.poll() is None, waits.returncode
            one["status"]["observedGeneration"] = done
            self.cluster.control(put={"list": place, "object": one}, accept={"reader": "reader"})
            out, _ = waits.communicate(timeout=30)
            assert waits.returncode == 0 and "successfully rolled out" in out, (waits.returncode, out)
        finally:
            waits.kill()
            waits.wait()
            waits.stdout.close()

    def test_log_of_a_pod_is_printed_and_its_container_chosen(self):
        time.sleep(0.5)
        pod = "vector-db-0"
        whole = self.cli.run("cluster", "logs", pod, "--kubeconfig", self.config)
        assert '"path":"/v1/agents/3"' in whole and "20" not in whole[:2], whole[:300]
        stamped = self.cli.run("cluster", "logs", pod, "--kubeconfig", self.config, "--tail", "2", "--timestamps")
        assert len(stamped.splitlines()) == 2 and stamped.startswith("2026-11-24T07:43:"), stamped
        one = self.cli.events("cluster", "logs", pod, "--kubeconfig", self.config, "--tail", "1")[0]
        assert (one["pod"], one["container"]) == (pod, "db") and one["time"] and one["text"], one
        self.cli.run("cluster", "logs", pod, "--kubeconfig", self.config, "--container", "no&pe", code=5)
        assert "is not valid for pod" in self.cli.err, self.cli.err
        self.cli.run("cluster", "logs", pod, "--kubeconfig", self.config, "--previous", code=5)
        assert "no run before" in self.cli.err, self.cli.err
        self.cluster.control(log="2026-11-23T07:43:30.1Z panic: it broke")
        before = self.cli.run("cluster", "logs", pod, "--kubeconfig", self.config, "--previous")
        assert before == "panic: it broke\n", before
        self.cli.run("cluster", "logs", "nobody-0", "--kubeconfig", self.config, code=3)
        self.cli.run("cluster", "logs", "service/web", "--kubeconfig", self.config, code=4)

    def test_logs_of_a_workload_are_merged_and_survive_a_cut(self):
        self.cluster.control(log=True, logPace=1000)
        follow = subprocess.Popen(self.cli.argv("--json", "cluster", "logs", "deploy/agent-api", "--follow", "--kubeconfig", self.config),
                                  env=self.cli.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            lines = [json.loads(follow.stdout.readline()) for _ in range(30)]
            self.cluster.control(cut=True)
            lines += [json.loads(follow.stdout.readline()) for _ in range(90)]
            follow.send_signal(signal.SIGINT)
            assert follow.wait(20) == 0, follow.returncode
        finally:
            follow.kill()
            follow.wait()
            follow.stdout.close()
        assert len({one["pod"] for one in lines}) == 3, lines[:3]
        for pod in {one["pod"] for one in lines}:
            times = [one["time"] for one in lines if one["pod"] == pod]
            assert times == sorted(times) and len(set(times)) >= len(times) - 5, times  # the recorded ones share a moment
            made = [json.loads(one["text"])["n"] for one in lines if one["pod"] == pod and '"n":' in one["text"]]
            assert made == list(range(made[0], made[0] + len(made))), made

    def test_log_that_is_not_allowed_says_so(self):
        self.cli.run("cluster", "logs", "vector-db-0", "--kubeconfig", self.config, "--context", "wrong", code=6)

    def test_history_is_recorded_and_read_without_the_cluster(self):
        self.cli.run("cluster", "history", code=3)
        watch = subprocess.Popen(self.cli.argv("--json", "cluster", "watch", "--record", "--kubeconfig", self.config), env=self.cli.env,
                                 stdout=subprocess.PIPE, text=True)
        try:
            self.until(watch, lambda one: one["name"] == "agent-api" and one["verdict"] == "healthy" and one["freshness"] == "live")
            time.sleep(1.5)
            self.cluster.control(play="rollout-failed-image")
            self.until(watch, lambda one: one["name"] == "agent-api" and one["verdict"] != "healthy")
            time.sleep(1.5)
            watch.send_signal(signal.SIGINT)
            assert watch.wait(20) == 0, watch.returncode
        finally:
            watch.kill()
            watch.wait()
            watch.stdout.close()
        self.cluster.control(down=True)
        facts = [one for one in self.cli.json("cluster", "history", "--since", "3650d") if one["object"] == "deployment/agent-api"]
        kinds = {one["kind"] for one in facts}
        assert {"revision", "rollout_begun", "verdict"} <= kinds, facts
        last = [one for one in facts if one["kind"] == "verdict"][-1]
        assert last["detail"] and last["after"] != "healthy", last
        revision = [one for one in facts if one["kind"] == "revision"][0]
        assert revision["before"] != revision["after"], revision
        now = self.cli.json("cluster", "history", "--at", last["time"])
        api = [one for one in now["workloads"] if one["name"] == "agent-api"][0]
        assert (now["watched"], api["verdict"], api["images"]) == (True, last["after"], revision["after"]), now
        later = self.cli.json("cluster", "history", "--at", "2035-01-01T00:00:00Z")
        assert later["watched"] is False and later["workloads"], later
        self.cli.run("cluster", "history", "--at", "2001-01-01T00:00:00Z", code=3)
        self.cli.run("cluster", "history", "--since", "soon", code=4)
        text = self.cli.run("cluster", "history", "--since", "3650d")
        assert "rollout_begun" in text and "deployment/agent-api" in text, text
        self.cluster.control(reset=True)
        page = self.cli.folder / "report.html"
        table = self.cli.folder / "report.csv"
        self.cli.run("cluster", "report", "--html", str(page), "--csv", str(table), "--kubeconfig", self.config)
        html = page.read_text()
        assert "Rollout begun" in html and "vector-db-0" in html and "<script" not in html, html[:500]
        rows = list(csv.DictReader(table.open(newline="")))
        assert {"workload", "pod", "verdict"} <= {row["row"] for row in rows}, rows[:3]
        self.cli.run("cluster", "report", "--html", str(self.cli.folder / "no" / "x.html"), "--kubeconfig", self.config, code=8)
        self.cli.run("cluster", "report", "--kubeconfig", self.config, code=4)

    def test_contexts_are_listed(self):
        listed = self.cli.json("cluster", "contexts", "--kubeconfig", self.config)
        assert [c["name"] for c in listed["contexts"]] == ["certificate", "impersonating", "nobody", "plugin", "token", "wrong"]
        assert [c["name"] for c in listed["contexts"] if c["current"]] == ["token"]
        assert {c["name"]: c["method"] for c in listed["contexts"]}["plugin"] == "exec"
        assert listed["problems"] == []
        assert "* token" in self.cli.run("cluster", "contexts", "--kubeconfig", self.config)

    def test_faults_are_told_all_at_once(self):
        path = self.cli.folder / "bad"
        path.write_text("users: [{name: u, user: {exec: {}}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n")
        self.cli.run("cluster", "contexts", "--kubeconfig", str(path), code=4)
        for words in ("no command", "no apiVersion", "no cluster “c”", str(path)):
            assert words in self.cli.err, self.cli.err
        self.cli.run("cluster", "whoami", "--kubeconfig", str(path), "--context", "x", code=4)
        self.cli.run("cluster", "whoami", "--kubeconfig", self.config, "--context", "gone", code=3)
        self.cli.run("cluster", "whoami", "--kubeconfig", str(path) + "-missing", code=3)

    def test_kubeconfig_variable_and_its_order(self):
        first = self.cluster.kubeconfig(self.cli.folder / "first", token={"token": "admin"})
        self.cli.env["KUBECONFIG"] = f"{first}:{self.config}:/nowhere"
        try:
            told = self.cli.json("cluster", "whoami")
            assert told["username"] == "admin", told
        finally:
            del self.cli.env["KUBECONFIG"]

    def test_token_and_what_the_server_says(self):
        told = self.who()
        assert told["username"] == READER and told["source"] == "server", told
        assert "system:authenticated" in told["groups"]
        assert told["namespace"] == "aiagent" and told["server"] == self.cluster.url
        assert self.who("--namespace", "other")["namespace"] == "other"
        assert READER in self.cli.run("cluster", "whoami", "--kubeconfig", self.config)

    def test_token_file_beside_the_kubeconfig(self):
        (self.cli.folder / "token").write_text("limited\n")
        config = self.cluster.kubeconfig(self.cli.folder / "with-file", file={"tokenFile": "token", "token": "nobody"})
        assert self.cli.json("cluster", "whoami", "--kubeconfig", config)["username"] == "limited"

    def test_errors_as_json(self):
        self.cli.run("--json", "cluster", "whoami", "--kubeconfig", self.config, "--context", "wrong", code=6)
        error = json.loads(self.cli.err.splitlines()[-1])
        assert error["error"]["code"] == "credentials", error

    def test_wrong_token_is_told(self):
        self.cli.run("cluster", "whoami", "--kubeconfig", self.config, "--context", "wrong", code=6)
        assert "sign-in" in self.cli.err, self.cli.err

    def test_client_certificate(self):
        assert self.who("--context", "certificate")["username"] == "limited"

    def test_impersonation_with_several_groups(self):
        told = self.who("--context", "impersonating")
        assert told["username"] == "jane" and told["groups"][:2] == ["a", "b"], told

    def test_server_that_does_not_tell(self):
        self.cluster.control(status=404, count=3)
        told = self.who()
        assert told["source"] == "kubeconfig" and told["username"] == "token", told
        assert [r for r in self.cluster.control()["requests"]][-1].endswith("v1alpha1/selfsubjectreviews")

    def test_plugin_runs_only_when_allowed(self):
        self.cli.run("cluster", "whoami", "--kubeconfig", self.config, "--context", "plugin", code=6)
        assert "may not run" in self.cli.err, self.cli.err
        assert self.beside(".runs") == ""
        elsewhere = self.cli.folder / "elsewhere"
        self.cli.run("cluster", "whoami", "--kubeconfig", self.config, "--context", "plugin", "--allow-exec", str(elsewhere), code=6)
        assert self.beside(".runs") == ""
        told = self.who("--context", "plugin", "--allow-exec", str(self.plugin))
        assert told["username"] == READER, told
        assert self.beside(".runs") == "run\n"
        info = json.loads(self.beside(".info"))
        assert info["spec"]["interactive"] is False and info["spec"]["cluster"]["server"] == self.cluster.url
        config = json.loads(self.beside(".config"))
        assert config["current-context"] == "plugin" and len(config["contexts"]) == 1
        private = Path(self.beside(".kubeconfig").strip())
        assert private.stat().st_mode & 0o077 == 0 and "admin" not in private.read_text()

    def test_plugins_token_is_renewed_once(self):
        Path(str(self.plugin) + ".runs").unlink(missing_ok=True)
        self.token("nobody")
        self.cli.run("cluster", "whoami", "--kubeconfig", self.config, "--context", "plugin", "--allow-exec", str(self.plugin), code=6)
        assert self.beside(".runs") == "run\nrun\n"
        self.token("reader")

    def test_waits_as_the_server_says(self):
        self.cluster.control(reset=True)
        self.cluster.control(status=429, count=2, retryAfter=1)
        assert self.who()["username"] == READER
        assert len(self.cluster.control()["requests"]) == 3

    def test_server_that_is_gone(self):
        other = FakeCluster(BIN, FIXTURES)
        config = other.kubeconfig(self.cli.folder / "other", token={"token": "reader"})
        other.close()
        self.cli.run("cluster", "whoami", "--kubeconfig", config, code=3)  # its authority went with it
        ca = self.cluster.folder / "ca.pem"
        Path(config).write_text(Path(config).read_text().replace(str(other.folder / "ca.pem"), str(ca)))
        self.cli.run("cluster", "whoami", "--kubeconfig", config, code=5)
        assert "No connection" in self.cli.err, self.cli.err

    def test_untrusted_server(self):
        other = FakeCluster(BIN, FIXTURES)
        config = self.cli.folder / "untrusted"
        Path(config).write_text(Path(self.config).read_text().replace(self.cluster.url, other.url))
        try:
            self.cli.run("cluster", "whoami", "--kubeconfig", str(config), code=5)
            assert "cannot be trusted" in self.cli.err, self.cli.err
            assert other.control()["requests"] == []
        finally:
            other.close()


    def test_environments_are_kept_and_named(self):
        made = self.cli.json("environment", "set", "prod", "--stage", "production", "--kubeconfig", self.config, "--context", "token",
                             "--namespace", "aiagent")
        assert (made["stage"], made["context"]) == ("production", "token"), made
        try:
            status = self.cli.json("cluster", "status", "--environment", "prod", code=None)
            assert (status["context"], status["namespace"]) == ("token", "aiagent"), status
            # What is named beside it goes before.
            assert self.cli.json("cluster", "whoami", "--environment", "prod", "--context", "impersonating")["username"] == "jane"
            # An act on a production wants a reason.
            admin = self.cluster.kubeconfig(self.cli.folder / "admin", admin={"token": "admin"})
            act = ["cluster", "restart", "deployment/agent-api", "--environment", "prod", "--kubeconfig", admin, "--context", "admin",
                   "--yes", "--no-wait"]
            self.cli.run(*act, code=4)
            assert "reason" in self.cli.err, self.cli.err
            self.cli.run(*act, "--reason", "tried")
            self.cli.run("cluster", "status", "--environment", "nowhere", code=3)
            assert "nowhere" in self.cli.err, self.cli.err
            self.cli.run("environment", "set", "prod", "--api", "no address", code=4)
            assert [one["api"] for one in self.cli.json("environment", "list")] == [""]
        finally:
            self.cli.run("environment", "remove", "prod")
        assert self.cli.json("environment", "list") == []

    # ---- kinds without a row of their own

    def kinds_of(self, shown):
        return {(one["group"], one["name"]): one for one in shown["kinds"]}

    def test_kinds_are_what_the_server_has_and_never_secrets(self):
        shown = self.cluster_json("kinds")
        kinds = self.kinds_of(shown)
        assert kinds["", "configmaps"] == {"name": "configmaps", "singular": "configmap", "shortNames": ["cm"], "group": "",
                                           "version": "v1", "namespaced": True, "kind": "ConfigMap"}, kinds["", "configmaps"]
        assert kinds["coordination.k8s.io", "leases"]["version"] == "v1" and not kinds["", "nodes"]["namespaced"], kinds
        assert ("", "secrets") not in kinds and shown["unanswered"] == [], shown
        told = self.cli.run("cluster", "kinds", "--kubeconfig", self.config).splitlines()
        assert told[0].split() == ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"], told[0]
        assert ["configmaps", "cm", "v1", "true", "ConfigMap"] in [line.split() for line in told], told[:5]

    def test_kinds_of_an_old_server_are_asked_group_by_group(self):
        self.cluster.control(discovery="old")
        shown = self.cluster_json("kinds")
        kinds = self.kinds_of(shown)
        assert ("", "configmaps") in kinds and ("apps", "deployments") in kinds and ("", "secrets") not in kinds, kinds
        # Of these groups nothing was recorded: they hide no other.
        assert "coordination.k8s.io/v1" in shown["unanswered"] and "did not answer" in self.cli.err, shown["unanswered"]

    def test_get_shows_the_servers_table(self):
        for word in ("configmaps", "cm", "ConfigMap", "configmap"):
            told = [line.split() for line in self.cli.run("cluster", "get", word, "--kubeconfig", self.config).splitlines()]
            assert told[0] == ["NAME", "DATA", "AGE"] and "agent-config" in [line[0] for line in told], told
        shown = self.cluster_json("get", "cm")
        assert (shown["kind"], shown["group"], shown["version"], shown["namespace"]) == ("ConfigMap", "", "v1", "aiagent"), shown
        assert [one["name"] for one in shown["columns"]] == ["Name", "Data", "Age"], shown["columns"]
        row = next(one for one in shown["rows"] if one["name"] == "agent-config")
        assert row["namespace"] == "aiagent" and int(row["cells"]["Data"]) > 0 and row["created"] and row["cells"]["Age"], row
        assert shown["complete"] and shown["remaining"] is None and shown["asOf"], shown

    def test_get_shows_less_important_columns_when_asked(self):
        short = self.cli.run("cluster", "get", "services", "--kubeconfig", self.config).splitlines()[0]
        wide = self.cli.run("cluster", "get", "services", "--wide", "--kubeconfig", self.config).splitlines()[0]
        assert "SELECTOR" not in short and "SELECTOR" in wide, (short, wide)

    def test_get_of_a_server_without_tables_is_names_and_ages(self):
        for tables in ("none", "refused"):
            self.cluster.control(tables=tables)
            shown = self.cluster_json("get", "configmaps")
            assert [one["name"] for one in shown["columns"]] == ["Name", "Age"], shown["columns"]
            row = next(one for one in shown["rows"] if one["name"] == "agent-config")
            assert row["cells"]["Age"] not in ("", "<unknown>"), row

    def test_get_shows_one_object_without_what_only_servers_want(self):
        shown = self.cluster_json("get", "configmap", "agent-config")
        assert shown["kind"] == "ConfigMap" and shown["metadata"]["name"] == "agent-config" and shown["data"], shown
        assert "managedFields" not in shown["metadata"], shown["metadata"]
        assert json.loads(self.cli.run("cluster", "get", "configmap", "agent-config", "--kubeconfig", self.config)) == shown
        self.cli.run("cluster", "get", "configmap", "nothing", "--kubeconfig", self.config, code=3)
        self.cli.run("cluster", "get", "configmap", "agent-config", "--all-namespaces", "--kubeconfig", self.config, code=4)

    def test_get_says_what_is_denied_and_unknown(self):
        self.cli.run("cluster", "get", "configmaps", "--kubeconfig", self.config, "--context", "certificate", code=6)
        assert "does not allow" in self.cli.err, self.cli.err
        self.cli.run("cluster", "get", "gadgets", "--kubeconfig", self.config, code=3)
        assert "gadgets" in self.cli.err and "cluster kinds" in self.cli.err, self.cli.err
        self.cli.run("--json", "cluster", "get", "gadgets", "--kubeconfig", self.config, code=3)
        assert json.loads(self.cli.err)["error"]["subject"] == "gadgets", self.cli.err

    def test_get_of_secrets_asks_the_server_nothing(self):
        self.cluster.control(reset=True)
        for word in ("secrets", "secret", "Secret"):
            for name in ([], ["agent-secrets"]):
                self.cli.run("cluster", "get", word, *name, "--kubeconfig", self.config, code=4)
                assert "never" in self.cli.err, self.cli.err
        assert self.cluster.control()["requests"] == []

    def test_env_file_makes_an_environment_and_keeps_what_it_does_not_tell(self):
        self.cli.json("environment", "set", "staging", "--context", "token")
        file = self.cli.folder / "staging.env"
        file.write_text("NODE_ENV=staging\nAPI_URL=https://staging.example.com/\nOPENAI_API_KEY=sk-secret\n")
        try:
            made = self.cli.json("environment", "import", str(file))
            assert (made["stage"], made["api"], made["context"]) == ("staging", "https://staging.example.com", "token"), made
            assert len(self.cli.json("environment", "list")) == 1
            file.write_text("kind: Deployment\n")
            self.cli.run("environment", "import", str(file), code=4)
            assert "staging.env" in self.cli.err, self.cli.err
        finally:
            self.cli.run("environment", "remove", "staging")


if __name__ == "__main__":
    os.environ.pop("KUBECONFIG", None)
    sys.exit(run_tests(Test()))
