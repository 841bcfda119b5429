"""Starts a real kube-apiserver with its etcd, controller manager and scheduler on free ports, and pretended nodes.

The three programs are in Kubernetes' releases. Where those cannot be had, Debian's golang builds them from its source package:

    apt-get source --download-only kubernetes       # with a deb-src line in apt's sources
    cd $GOPATH/src/k8s.io/kubernetes                # where kubernetes_*.orig.tar.gz was unpacked, without its first folder
    export GO111MODULE=off
    go run ./vendor/k8s.io/kube-openapi/cmd/openapi-gen -O zz_generated.openapi -p k8s.io/kubernetes/pkg/generated/openapi \\
        -h hack/boilerplate/boilerplate.generatego.txt -r /dev/null -o $GOPATH/src -i PACKAGES
    go build -o FOLDER ./cmd/kube-apiserver ./cmd/kube-controller-manager ./cmd/kube-scheduler

PACKAGES: those of staging/src and pkg with “+k8s:openapi-gen”, by their import paths and with commas between. 1.20 with a go of
1.18 or later wants vendor/github.com/modern-go/reflect2 replaced by what golang-github-modern-go-reflect2-dev holds. What
/version then tells is set with -ldflags "-X k8s.io/kubernetes/vendor/k8s.io/component-base/version.gitVersion=v1.20.2", gitMajor
and gitMinor. etcd, etcdctl, kubectl and openssl come from PATH.
"""
import base64
import json
import os
import select
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from pretend_nodes import Asker, PretendNodes

PROGRAMS = ("kube-apiserver", "kube-controller-manager", "kube-scheduler")
TOKENS = {"reader": "reader", "owner": "owner", "nobody": "nobody"}


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def until(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.2)
    raise AssertionError(f"not within {seconds} s: {what}")


class Passage:
    """A way to the API server that ends TLS and begins it anew: notes which protocol was chosen and, over HTTP/1.1, each request.

    `before`: called with method and path before a request is handed on. `answered`: all that came back, over HTTP/1.1.
    `silent`: nothing is handed on any more, and no connection ends.
    """

    def __init__(self, cluster, protocols=("h2", "http/1.1"), before=None):
        self.cluster, self.before, self.chosen, self.requests, self.over = cluster, before, [], [], False
        self.answered, self.silent, self.open = bytearray(), False, []
        self.inner = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.inner.load_cert_chain(str(cluster.folder / "server.pem"), str(cluster.folder / "server.key"))
        self.inner.set_alpn_protocols(list(protocols))
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.over = True
        self.listener.close()

    def cut(self):
        """Ends what goes through now; new connections are welcome."""
        for one in self.open:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        self.open.clear()

    def accept(self):
        while not self.over:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        """One thread for both directions: a TLS connection must not be read and written by two."""
        try:
            client = self.inner.wrap_socket(connection, server_side=True)
            protocol = client.selected_alpn_protocol()
            outer = ssl.create_default_context(cafile=str(self.cluster.folder / "ca.pem"))
            outer.set_alpn_protocols([protocol or "http/1.1"])
            server = outer.wrap_socket(socket.create_connection(("127.0.0.1", self.cluster.port)), server_hostname="localhost")
            self.chosen.append(protocol)
            self.open.append(client)
            self.hand_on(client, server, protocol != "h2")
        except OSError:
            pass
        connection.close()

    def hand_on(self, client, server, reads_requests):
        asked = b""
        while True:
            waiting = [one for one in (client, server) if one.pending()] or select.select([client, server], [], [])[0]
            for one in waiting:
                data = one.recv(1 << 16)
                if not data:
                    return server.close() or client.close()
                while self.silent and not self.over:
                    time.sleep(0.2)
                if one is server:
                    if reads_requests:
                        self.answered += data
                    client.sendall(data)
                elif not reads_requests:
                    server.sendall(data)
                else:
                    asked += data
                    while request := self.whole_request(asked):
                        server.sendall(request)
                        asked = asked[len(request):]

    def whole_request(self, data):
        """The first of them, which is noted; None where there is none yet."""
        head, end, body = data.partition(b"\r\n\r\n")
        if not end:
            return None
        lines = head.decode("latin-1").split("\r\n")
        length = next((int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length:")), 0)
        if len(body) < length:
            return None
        method, path, _ = lines[0].split(" ")
        self.requests.append((method, path))
        if self.before:
            self.before(method, path)
        return head + end + body[:length]


class RealCluster:
    programs, etcd_words = PROGRAMS, ()

    def __init__(self, binaries):
        self.binaries = Path(binaries).resolve()
        for program in ("etcd", "etcdctl", "kubectl", "openssl", *(self.binaries / one for one in self.programs)):
            if not shutil.which(program):
                raise SystemExit(f"{program} is not there; real_cluster.py says how to come by it")
        self.folder = Path(tempfile.mkdtemp(prefix="aiagent-real-cluster-"))
        self.processes, self.nodes, self.count = {}, None, 0
        self.etcd_port, self.peer_port, self.port, self.second_port = free_ports(4)
        try:
            self.make_certificates()
            self.start()
        except BaseException:
            self.close()
            raise

    # ---------------------------------------------------------------- certificates

    def openssl(self, *words, **more):
        return subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True, **more).stdout

    def sign(self, name, subject, extension):
        (self.folder / "extension").write_text(extension + "\n")
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", subject, "-keyout", f"{name}.key", "-out", "request")
        self.openssl("x509", "-req", "-in", "request", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
                     "-extfile", "extension", "-out", f"{name}.pem")

    def make_certificates(self):
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test-ca", "-keyout", "ca.key",
                     "-out", "ca.pem")
        self.sign("server", "/CN=kube-apiserver", "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default")
        for name, subject in (("admin", "/O=system:masters/CN=admin"), ("manager", "/CN=system:kube-controller-manager"),
                              ("scheduler", "/CN=system:kube-scheduler"), ("jane", "/O=developers/CN=jane")):
            self.sign(name, subject, "extendedKeyUsage=clientAuth")
        self.openssl("genrsa", "-out", "accounts.key", "2048")
        (self.folder / "tokens.csv").write_text("".join(f"{token},{name},{name}\n" for token, name in TOKENS.items()))

    def account_token(self, namespace, name, expires):
        """A service account's token as the server itself would sign it, with any end."""
        def part(data):
            return base64.urlsafe_b64encode(data).rstrip(b"=")
        now = int(time.time())
        claims = {"iss": "https://kubernetes.default.svc", "aud": ["https://kubernetes.default.svc"], "iat": now - 7200, "nbf": now - 7200,
                  "exp": int(expires), "sub": f"system:serviceaccount:{namespace}:{name}",
                  "kubernetes.io": {"namespace": namespace, "serviceaccount": {"name": name, "uid": self.get(
                      f"/api/v1/namespaces/{namespace}/serviceaccounts/{name}")["metadata"]["uid"]}}}
        text = part(json.dumps({"alg": "RS256"}).encode()) + b"." + part(json.dumps(claims).encode())
        return (text + b"." + part(self.openssl("dgst", "-sha256", "-sign", "accounts.key", input=text))).decode()

    # ---------------------------------------------------------------- the programs

    def run(self, name, program, *words):
        log = open(self.folder / f"{name}.log", "ab")
        self.processes[name] = subprocess.Popen([str(program), *words], cwd=self.folder, stdout=log, stderr=log)
        log.close()

    def stop(self, name, how="kill"):
        process = self.processes.pop(name, None)
        if process:
            getattr(process, how)()
            process.wait()

    def run_server(self, name="apiserver", port=None, *more):
        self.run(name, self.binaries / "kube-apiserver", f"--etcd-servers=http://127.0.0.1:{self.etcd_port}",
                 f"--secure-port={port or self.port}", "--bind-address=127.0.0.1", "--tls-cert-file=server.pem",
                 "--tls-private-key-file=server.key", "--client-ca-file=ca.pem", "--token-auth-file=tokens.csv",
                 "--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24", "--service-account-key-file=accounts.key",
                 "--service-account-signing-key-file=accounts.key", "--service-account-issuer=https://kubernetes.default.svc",
                 "--kubelet-preferred-address-types=InternalIP", "--endpoint-reconciler-type=none", "--etcd-compaction-interval=0",
                 *more)

    def is_ready(self, port=None):
        return Asker(port or self.port, self.folder).ask("GET", "/readyz")[0] == 200

    def run_etcd(self):
        client, peer = f"http://127.0.0.1:{self.etcd_port}", f"http://127.0.0.1:{self.peer_port}"
        self.run("etcd", shutil.which("etcd"), "--data-dir=etcd", f"--listen-client-urls={client}", f"--advertise-client-urls={client}",
                 f"--listen-peer-urls={peer}", f"--initial-advertise-peer-urls={peer}", f"--initial-cluster=default={peer}", *self.etcd_words)

    def start(self):
        self.run_etcd()
        self.run_server()
        until(self.is_ready, "the API server is ready", 120)
        for name in ("manager", "scheduler"):
            self.kubeconfig(self.folder / f"{name}.conf", namespace="default", **{name: self.certificate(name)})
        self.run("manager", self.binaries / "kube-controller-manager", "--kubeconfig=manager.conf", "--leader-elect=false", "--port=0",
                 "--secure-port=0", "--service-account-private-key-file=accounts.key", "--root-ca-file=ca.pem",
                 "--use-service-account-credentials=true", "--node-monitor-grace-period=16s")
        self.run("scheduler", self.binaries / "kube-scheduler", "--kubeconfig=scheduler.conf", "--leader-elect=false", "--port=0",
                 "--secure-port=0")
        self.asker = Asker(self.port, self.folder)
        self.nodes = PretendNodes(self.port, self.folder)
        until(lambda: self.get("/api/v1/namespaces/default/serviceaccounts/default").get("metadata"), "the controllers work")
        until(lambda: [node for node in self.get("/api/v1/nodes")["items"] if not node["spec"].get("taints")], "a node is ready")

    def restart_server(self, down=0.0):
        self.stop("apiserver")
        time.sleep(down)
        self.run_server()
        until(self.is_ready, "the API server is ready again", 120)

    def etcd(self, *words):
        return subprocess.run(["etcdctl", f"--endpoints=http://127.0.0.1:{self.etcd_port}", *words], check=True,
                              capture_output=True, env={**os.environ, "ETCDCTL_API": "3"}).stdout

    def compact(self):
        """etcd forgets all that was before now."""
        revision = json.loads(self.etcd("endpoint", "status", "-w", "json"))[0]["Status"]["header"]["revision"]
        self.etcd("compaction", "--physical=true", str(revision))
        return revision

    def close(self):
        if self.nodes:
            self.nodes.close()
        for name in ("scheduler", "manager", "apiserver", "second", "etcd"):
            self.stop(name)
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---------------------------------------------------------------- using it

    def control(self, reset=True):
        """Before each test: a namespace of its own."""
        self.count += 1
        self.namespace = f"test-{self.count}"
        assert self.asker.ask("POST", "/api/v1/namespaces", {"metadata": {"name": self.namespace}})[0] == 201
        self.settle_namespace()

    def settle_namespace(self):
        until(lambda: self.get(f"/api/v1/namespaces/{self.namespace}/serviceaccounts/default").get("secrets"), "a service account")

    def certificate(self, name):
        return {"client-certificate": str(self.folder / f"{name}.pem"), "client-key": str(self.folder / f"{name}.key")}

    def kubeconfig(self, path, namespace=None, port=None, **users):
        """Contexts named as their users, the first one current. `users`: name -> the user's record."""
        cluster = {"server": f"https://127.0.0.1:{port or self.port}", "certificate-authority": str(self.folder / "ca.pem")}
        config = {
            "apiVersion": "v1", "kind": "Config", "current-context": next(iter(users)),
            "clusters": [{"name": "real", "cluster": cluster}],
            "users": [{"name": name, "user": user} for name, user in users.items()],
            "contexts": [{"name": name, "context": {"cluster": "real", "user": name, "namespace": namespace or self.namespace}}
                         for name in users],
        }
        Path(path).write_text(json.dumps(config))
        return str(path)

    def get(self, path):
        return self.asker.ask("GET", path)[1]

    def make(self, path, body):
        status, answer = self.asker.ask("POST", path, body)
        assert status in (200, 201), (status, answer)
        return answer

    def patch(self, path, body, kind="application/merge-patch+json"):
        status, answer = self.asker.ask("PATCH", path, body, kind)
        assert status == 200, (status, answer)
        return answer

    def place(self, resource, api="apps/v1"):
        return f"/{'api' if api == 'v1' else 'apis'}/{api}/namespaces/{self.namespace}/{resource}"

    def deploy(self, name, image="example.com/app:1", replicas=2, kind="Deployment", labels=None, **spec):
        labels = labels or {"app": name}
        template = {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "app", "image": image}]}}
        if kind == "StatefulSet":
            spec["serviceName"] = name
        if kind != "DaemonSet":
            spec["replicas"] = replicas
        return self.make(self.place(kind.lower() + "s"), {
            "apiVersion": "apps/v1", "kind": kind, "metadata": {"name": name},
            "spec": {"selector": {"matchLabels": labels}, "template": template, **spec}})

    def set_image(self, name, image, kind="deployments"):
        return self.patch(self.place(f"{kind}/{name}"), {"spec": {"template": {"spec": {"containers": [{"name": "app", "image": image}]}}}},
                          "application/strategic-merge-patch+json")

    def settled(self, name, kind="deployments"):
        """Until all replicas of it are new and available."""
        def is_so():
            one = self.get(self.place(f"{kind}/{name}"))
            wanted, status = one["spec"]["replicas"], one["status"]
            return (status.get("observedGeneration") == one["metadata"]["generation"] and status.get("replicas", 0) == wanted
                    and status.get("updatedReplicas", 0) == wanted and status.get("availableReplicas", 0) == wanted)
        until(is_so, f"{name} is rolled out")

    def condition(self, name, kind, reason):
        until(lambda: [one for one in self.get(self.place("deployments/" + name)).get("status", {}).get("conditions", [])
                       if one["type"] == kind and one["reason"] == reason], f"{name}: {kind} {reason}")
