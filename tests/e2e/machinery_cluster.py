"""Starts the API server that machinery/main.go is, with its etcd, on free ports.

Nothing acts on what is stored there: a test makes the status itself that a controller or a kubelet would.
"""
import json
import shutil
from pathlib import Path

from pretend_nodes import Asker
from real_cluster import RealCluster, until

# "root" may do everything, the others what rights.json says.
TOKENS = {"root": "system:masters", "owner": "", "nobody": ""}


class MachineryCluster(RealCluster):
    programs = ("machinery",)
    etcd_words = ("--experimental-watch-progress-notify-interval=5s",)  # as kubeadm has it

    def start(self):
        (self.folder / "tokens.csv").write_text("".join(f'{name},{name},{name},"{group}"\n' for name, group in TOKENS.items()))
        (self.folder / "audit.log.policy").write_text(
            "apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages: [RequestReceived]\nrules: [{level: Metadata}]\n")
        self.allow({})
        self.run_etcd()
        self.run_server()
        until(self.is_ready, "the API server is ready", 60)
        self.asker = Asker(self.port, self.folder)

    def run_server(self, name="apiserver", port=None, *more):
        self.run(name, self.binaries / "machinery", f"-port={port or self.port}", f"-etcd=http://127.0.0.1:{self.etcd_port}",
                 *(["-audit=audit.log"] if name == "apiserver" else []), *more)

    def restart_server(self, down=0.0, *more):
        self.stop("apiserver")
        until(lambda: not self.is_ready(), "the API server is gone", down + 5)
        self.run_server("apiserver", None, *more)
        until(self.is_ready, "the API server is ready again", 60)

    def settle_namespace(self):
        pass

    def allow(self, rights):
        """`rights`: name -> {"namespaces", "verbs", "resources"}; nobody else may do anything."""
        new = self.folder / "rights.new"
        new.write_text(json.dumps(rights))
        new.replace(self.folder / "rights.json")

    # ---------------------------------------------------------------- what was asked

    def mark(self):
        return (self.folder / "audit.log").stat().st_size

    def asked(self, since=0, by="aiagent"):
        """(verb, path with its query, status) of what our program asked, in the order in which it was answered."""
        with open(self.folder / "audit.log") as log:
            log.seek(since)
            lines = [json.loads(line) for line in log if line.endswith("\n")]
        return [(one["verb"], one["requestURI"], one.get("responseStatus", {}).get("code"), one["stage"]) for one in lines
                if by in one.get("userAgent", "")]

    # ---------------------------------------------------------------- etcd's past

    def keep_etcd(self):
        """A copy of what etcd has now, to go back to."""
        shutil.rmtree(self.folder / "kept", ignore_errors=True)
        self.stop("etcd", "terminate")
        shutil.copytree(self.folder / "etcd", self.folder / "kept")
        self.run_etcd()
        until(self.is_ready, "the API server is ready again", 60)

    def bring_back_etcd(self, kept=True):
        """The server begins anew on what etcd had then, or on nothing."""
        self.stop("apiserver")
        self.stop("etcd")
        shutil.rmtree(self.folder / "etcd")
        if kept:
            shutil.copytree(self.folder / "kept", self.folder / "etcd")
        self.run_etcd()
        self.run_server()
        until(self.is_ready, "the API server is ready again", 60)

    # ---------------------------------------------------------------- what controllers would do

    def status(self, path, **status):
        return self.patch(path + "/status", {"status": status})

    def finished(self, name, kind="deployments"):
        """Its status says that all is done."""
        one = self.get(self.place(f"{kind}/{name}"))
        wanted = one["spec"]["replicas"]
        return self.status(self.place(f"{kind}/{name}"), observedGeneration=one["metadata"]["generation"], replicas=wanted,
                           updatedReplicas=wanted, readyReplicas=wanted, availableReplicas=wanted, conditions=[
                               {"type": "Available", "status": "True", "reason": "MinimumReplicasAvailable"},
                               {"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable"}])

    def pod(self, name, node="node-1", **spec):
        return self.make(self.place("pods", "v1"), {"metadata": {"name": name}, "spec": {
            "nodeName": node, "containers": [{"name": "app", "image": "example.com/app:1"}], **spec}})

    def runs(self, name):
        return self.status(self.place("pods/" + name, "v1"), phase="Running", conditions=[{"type": "Ready", "status": "True"}],
                           containerStatuses=[{"name": "app", "ready": True, "restartCount": 0, "image": "example.com/app:1", "imageID": "",
                                               "state": {"running": {"startedAt": "2026-01-01T00:00:00Z"}}}])
