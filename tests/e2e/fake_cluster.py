"""Runs aiagent-fake-cluster over TLS, with an authority of its own."""
import json
import shutil
import ssl
import subprocess
import tempfile
import urllib.request
from pathlib import Path


class FakeCluster:
    def __init__(self, bin_dir, fixtures, *options):
        self.folder = Path(tempfile.mkdtemp(prefix="aiagent-cluster-"))
        self.make_certificates()
        self.process = subprocess.Popen(
            [str(Path(bin_dir).resolve() / "aiagent-fake-cluster"), str(Path(fixtures).resolve()), "--cert", "server.pem", "--key", "server.key",
             "--client-ca", "ca.pem", *options],
            cwd=self.folder, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        self.url = f"https://127.0.0.1:{self.port}"

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

    def sign(self, name, extension):
        (self.folder / "extension").write_text(f"subjectAltName={extension}\n")
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", "request")
        self.openssl("x509", "-req", "-in", "request", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
                     "-extfile", "extension", "-out", f"{name}.pem")

    def make_certificates(self):
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test-ca", "-keyout", "ca.key",
                     "-out", "ca.pem")
        self.sign("server", "DNS:api.internal")
        self.sign("limited", "DNS:limited")

    def control(self, **orders):
        context = ssl.create_default_context(cafile=str(self.folder / "ca.pem"))
        context.check_hostname = False
        data = json.dumps(orders).encode() if orders else None
        with urllib.request.urlopen(urllib.request.Request(self.url + "/_control", data), context=context, timeout=20) as answer:
            return json.load(answer)

    def kubeconfig(self, path, **users):
        """Contexts named as their users, the first one current. `users`: name -> the user's record."""
        cluster = {"server": self.url, "certificate-authority": str(self.folder / "ca.pem"), "tls-server-name": "api.internal"}
        config = {
            "apiVersion": "v1", "kind": "Config", "current-context": next(iter(users)),
            "clusters": [{"name": "fake", "cluster": cluster}],
            "users": [{"name": name, "user": user} for name, user in users.items()],
            "contexts": [{"name": name, "context": {"cluster": "fake", "user": name, "namespace": "aiagent"}} for name in users],
        }
        Path(path).write_text(json.dumps(config))
        return str(path)

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
