#!/usr/bin/env python3
"""An API server of a generated cluster, for cluster_page_bench: lists and watches of many objects, in one namespace.

    large_cluster.py [--nodes N] [--pods N] [--workloads N] [--events N] [--changes PER_SECOND]

Objects are the recorded ones of tests/fixtures/kubernetes under names of their own. Writes to stdout, a line each:
"port P" when it listens, "sent RESOURCE BYTES SECONDS" when all there is of a kind was written to a connection; seconds are
of the monotonic clock. A line "stop" or "go" on stdin stops the changes, or lets them go on. It ends with its stdin.
"""
import argparse
import json
import os
import random
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures/kubernetes/healthy"
SPACE = "aiagent"
KINDS = {"pods": ("v1", "Pod"), "events": ("v1", "Event"), "nodes": ("v1", "Node"), "namespaces": ("v1", "Namespace"),
         "deployments": ("apps/v1", "Deployment"), "replicasets": ("apps/v1", "ReplicaSet")}
EMPTY = {"statefulsets": ("apps/v1", "StatefulSet"), "daemonsets": ("apps/v1", "DaemonSet"), "jobs": ("batch/v1", "Job"),
         "cronjobs": ("batch/v1", "CronJob"), "services": ("v1", "Service"),
         "horizontalpodautoscalers": ("autoscaling/v2", "HorizontalPodAutoscaler")}
PIECE = 256 << 10
lock = threading.Lock()


def tell(*words):
    with lock:
        print(*words, flush=True)


def template(file, **places):
    """A recorded object as a text to fill with %, its marks in place of what differs."""
    item = json.loads((FIXTURES / file).read_text())["items"][0]
    text = json.dumps(item, separators=(",", ":")).replace("%", "%%")
    for mark, old in places.items():
        text = text.replace(old(item) if callable(old) else old, "%(" + mark + ")s")
    return text


class Cluster:
    def __init__(self, options):
        self.version = 1_000_000
        self.running = threading.Event()
        self.running.set()
        self.options = options
        self.random = random.Random(7)
        self.made = {kind: [] for kind in KINDS}
        uid = lambda item: item["metadata"]["uid"]
        name = lambda item: item["metadata"]["name"]
        owner = lambda item: item["metadata"]["ownerReferences"][0]["uid"]
        self.pod = template("pods.json", uid=uid, owner=owner, name=name, set="agent-api-7fdfd6b96d", app="agent-api",
                            node="hollow-node-1", restarts='"restartCount":0', version='"resourceVersion":"601"')
        sets = template("replicasets.json", uid=uid, owner=owner, name=name, app="agent-api", three='replicas":3')
        deployments = template("deployments.json", uid=uid, name=name)
        nodes = template("nodes.json", uid=uid, name=name)
        each = options.pods // options.workloads
        for i in range(options.workloads):
            marks = {"uid": self.uid(1, i), "name": f"service-{i:04d}", "app": f"service-{i:04d}"}
            text = deployments % marks
            for field in ("replicas", "updatedReplicas", "readyReplicas", "availableReplicas"):
                text = text.replace(f'"{field}":3', f'"{field}":{each}')
            self.made["deployments"].append(text)
            self.made["replicasets"].append(sets % {**marks, "uid": self.uid(2, i), "owner": marks["uid"],
                                                    "name": marks["app"] + "-7fdfd6b96d", "three": f'replicas":{each}'})
        for i in range(options.nodes):
            self.made["nodes"].append(nodes % {"uid": self.uid(3, i), "name": f"node-{i:04d}"})
        for i in range(options.pods):
            self.made["pods"].append(self.pod_text(i))
        self.event_items = [json.dumps(item, separators=(",", ":")) for item in
                            json.loads((FIXTURES / "events.json").read_text())["items"]]
        for i in range(options.events):
            self.made["events"].append(self.event_text(i, 1))

    @staticmethod
    def uid(kind, number):
        return f"{kind:08d}-0000-4000-8000-{number:012d}"

    def pod_text(self, i, restarts=0):
        self.version += 1
        work = i % self.options.workloads
        app = f"service-{work:04d}"
        return self.pod % {"uid": self.uid(4, i), "owner": self.uid(2, work), "app": app, "set": app + "-7fdfd6b96d",
                           "name": f"{app}-7fdfd6b96d-{i:05d}", "node": f"node-{i % self.options.nodes:04d}",
                           "restarts": f'"restartCount":{restarts}', "version": f'"resourceVersion":"{self.version}"'}

    def event_text(self, i, count):
        self.version += 1
        item = json.loads(self.event_items[i % len(self.event_items)])
        item["metadata"].update(uid=self.uid(5, i), name=f"event-{i:06d}", resourceVersion=str(self.version))
        item["count"] = count
        item["lastTimestamp"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        pod = i * 7 % self.options.pods
        if "involvedObject" in item:
            item["involvedObject"].update(kind="Pod", uid=self.uid(4, pod), name=f"pod-{pod}")
        return json.dumps(item, separators=(",", ":"))

    def metrics(self):
        """What a metrics server tells of each pod: a container and what it uses."""
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        item = ('{"metadata":{"name":"service-%04d-7fdfd6b96d-%05d","namespace":"' + SPACE + '","creationTimestamp":"' + now + '"},"timestamp":"'
                + now + '","window":"15s","containers":[{"name":"api","usage":{"cpu":"%dn","memory":"%dKi"}}]}')
        items = ",".join(item % (i % self.options.workloads, i, 1_000_000 + i, 40_000 + i) for i in range(self.options.pods))
        return ('{"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},"items":[' + items + "]}").encode()

    def change(self, resource, number):
        """One more change of a kind: a text of an object, and whether it is new."""
        if resource == "events":
            new = self.random.random() < 0.5
            i = len(self.made["events"]) + number if new else self.random.randrange(self.options.events)
            return self.event_text(i, 1 if new else 2 + number), new
        return self.pod_text(self.random.randrange(self.options.pods), 1 + number % 9), False


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    cluster: Cluster

    def log_message(self, *_):
        pass

    def answer(self, code, body):
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def do_GET(self):
        url = urlparse(self.path)
        query = parse_qs(url.query)
        resource = url.path.rsplit("/", 1)[-1]
        if "/metrics.k8s.io/" in url.path and self.command == "GET":
            return self.answer(200, self.cluster.metrics())
        known = KINDS.get(resource) or EMPTY.get(resource)
        if not known or self.command != "GET":
            return self.answer(404, b'{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}')
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            if "watch" in query:
                self.watch(resource, known, "sendInitialEvents" in query)
            else:
                self.list(resource, known)
        except OSError:
            self.close_connection = True

    def pieces(self, texts):
        """Texts as chunks of a good size; gives how many bytes they were."""
        waiting, size, sent = [], 0, 0
        for text in texts:
            waiting.append(text)
            size += len(text)
            if size >= PIECE:
                sent += self.chunk("".join(waiting))
                waiting, size = [], 0
        return sent + (self.chunk("".join(waiting)) if waiting else 0)

    def chunk(self, text):
        data = text.encode()
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
        return len(data)

    def list(self, resource, known):
        head = f'{{"kind":"{known[1]}List","apiVersion":"{known[0]}","metadata":{{"resourceVersion":"{self.cluster.version}"}},"items":['
        made = self.cluster.made.get(resource, [])
        texts = [head] + [("," if i else "") + text for i, text in enumerate(made)] + ["]}\n"]
        sent = self.pieces(texts)
        self.wfile.write(b"0\r\n\r\n")
        tell("sent", resource, sent, time.monotonic())

    def frame(self, kind, known, text):
        return f'{{"type":"{kind}","object":{{"kind":"{known[1]}","apiVersion":"{known[0]}",{text[1:]}}}\n'

    def watch(self, resource, known, initial):
        made = self.cluster.made.get(resource, [])
        if initial:
            sent = self.pieces(self.frame("ADDED", known, text) for text in made)
            sent += self.chunk(self.bookmark(known, True))
            tell("sent", resource, sent, time.monotonic())
        rate = {"pods": 0.75, "events": 0.25}.get(resource, 0) * self.cluster.options.changes
        number, begun = 0, time.monotonic()
        while True:
            time.sleep(0.05 if rate else 5)
            due = int((time.monotonic() - begun) * rate)
            frames = []
            while number < due:
                number += 1
                if not self.cluster.running.is_set():
                    continue
                text, new = self.cluster.change(resource, number)
                frames.append(self.frame("ADDED" if new else "MODIFIED", known, text))
            if frames:
                self.chunk("".join(frames))
            elif not rate:
                self.chunk(self.bookmark(known, False))

    def bookmark(self, known, end):
        notes = ',"annotations":{"k8s.io/initial-events-end":"true"}' if end else ""
        text = f'{{"metadata":{{"resourceVersion":"{self.cluster.version}"{notes}}}}}'
        return self.frame("BOOKMARK", known, text)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    for name, count in (("nodes", 1_000), ("pods", 30_000), ("workloads", 300), ("events", 10_000), ("changes", 200)):
        parser.add_argument("--" + name, type=int, default=count)
    Handler.cluster = Cluster(parser.parse_args())
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tell("port", server.server_address[1])
    for line in sys.stdin:
        Handler.cluster.running.set() if line.strip() == "go" else Handler.cluster.running.clear()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
