"""Nodes without machines, for a real API server: what a kubelet tells of its pods, and the logs that it gives.

A pod becomes what the image of its containers says (the last word of its path):
    missing   cannot be pulled          crash     ends at once, again and again    oom   as crash, killed for its memory
    slow      is ready after a while    stuck     runs and is never ready          once  ends well, for jobs
    fail      ends badly, for jobs      lingers   takes its time to end            else  runs and is ready
"""
import datetime
import http.client
import http.server
import json
import re
import ssl
import threading
import time
import urllib.parse

PACE = 0.2  # seconds between two looks, and between two lines of a log
SLOW = 6  # seconds until a slow container is ready
LINGER = 6


def stamp(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def precise(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f000Z")


def seconds_of(text):
    whole, _, rest = text.rstrip("Z").partition(".")
    begun = datetime.datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=datetime.timezone.utc).timestamp()
    return begun + float("0." + (rest or "0"))


def word_of(image):
    return re.split(r"[:@]", image.rpartition("/")[2])[0]


class Asker:
    """Asks the API server over one connection that is made again when it was lost."""

    def __init__(self, port, folder, name="admin"):
        self.context = ssl.create_default_context(cafile=str(folder / "ca.pem"))
        self.context.check_hostname = False
        self.context.load_cert_chain(str(folder / f"{name}.pem"), str(folder / f"{name}.key"))
        self.port, self.connection = port, None

    def ask(self, method, path, body=None, kind="application/json"):
        for last in (False, True):
            try:
                if not self.connection:
                    self.connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=30)
                self.connection.request(method, path, body=json.dumps(body) if body is not None else None,
                                        headers={"Content-Type": kind})
                answer = self.connection.getresponse()
                text = answer.read()
                return answer.status, json.loads(text) if text[:1] == b"{" else text
            except (OSError, http.client.HTTPException):
                if self.connection:
                    self.connection.close()
                self.connection = None
                if last:
                    return 0, {}


class Logs(http.server.BaseHTTPRequestHandler):
    """GET /containerLogs/NAMESPACE/POD/CONTAINER as a kubelet answers it: line n was written n paces after the start."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        place, _, query = self.path.partition("?")
        self.options = {key: values[0] for key, values in urllib.parse.parse_qs(query).items()}
        words = place.strip("/").split("/")
        runs = self.server.runs.get(tuple(words[1:4])) if words[0] == "containerLogs" and len(words) == 4 else None
        if not runs:
            return self.refuse(words)
        try:
            self.tell(runs[-2] if self.options.get("previous") == "true" and len(runs) > 1 else runs[-1])
        except OSError:
            pass

    def refuse(self, words):
        text = f'container "{words[-1]}" in pod "{words[-2]}" is waiting to start: ContainerCreating\n'.encode()
        self.send_response(400)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def tell(self, run):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        begun, ended = run
        since = begun
        if "sinceTime" in self.options:
            since = seconds_of(self.options["sinceTime"])
        if "sinceSeconds" in self.options:
            since = time.time() - int(self.options["sinceSeconds"])
        written = int(((ended or time.time()) - begun) / PACE) + 1
        first = max(0, int((since - begun) / PACE))
        if "tailLines" in self.options:
            first = max(first, written - int(self.options["tailLines"]))
        follow = self.options.get("follow") == "true"
        number = first
        while number < written or (follow and not self.server.over and not run[1]):
            if number >= written:
                time.sleep(PACE / 4)
                written = int(((run[1] or time.time()) - begun) / PACE) + 1
                continue
            at = begun + number * PACE
            if at >= since:
                self.line((precise(at) + " " if self.options.get("timestamps") == "true" else "") + f"line {number}\n")
            number += 1
        self.wfile.write(b"0\r\n\r\n")

    def line(self, text):
        self.wfile.write(f"{len(text):x}\r\n{text}\r\n".encode())
        self.wfile.flush()


class LogServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


class PretendNodes:
    def __init__(self, port, folder, names=("node-1", "node-2")):
        self.asker = Asker(port, folder)
        self.names, self.over, self.lost, self.seen = names, False, set(), {}
        self.logs = LogServer(("127.0.0.1", 0), Logs)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(str(folder / "server.pem"), str(folder / "server.key"))
        self.logs.socket = context.wrap_socket(self.logs.socket, server_side=True, do_handshake_on_connect=False)
        self.logs.runs, self.logs.over = {}, False
        self.threads = [threading.Thread(target=self.logs.serve_forever, daemon=True), threading.Thread(target=self.go_on, daemon=True)]
        for thread in self.threads:
            thread.start()

    def close(self):
        self.over = self.logs.over = True
        self.logs.shutdown()
        self.logs.server_close()
        for thread in self.threads:
            thread.join(10)

    def lose(self, *names):
        """Nothing more is heard of these nodes, and of those alone."""
        self.lost = set(names)

    def go_on(self):
        beat = 0
        while not self.over:
            if time.monotonic() - beat > 4:
                beat = time.monotonic()
                for name in set(self.names) - self.lost:
                    self.beat(name)
            status, pods = self.asker.ask("GET", "/api/v1/pods?resourceVersion=0")
            for pod in pods.get("items", []) if status == 200 else []:
                if pod["spec"].get("nodeName") in set(self.names) - self.lost:
                    self.tell(pod)
            time.sleep(PACE)

    def beat(self, name):
        now = stamp(time.time())
        if self.asker.ask("GET", "/api/v1/nodes/" + name)[0] == 404:
            self.asker.ask("POST", "/api/v1/nodes", {"metadata": {"name": name, "labels": {"kubernetes.io/hostname": name}}})
        told = [("Ready", "True", "KubeletReady"), ("MemoryPressure", "False", "KubeletHasSufficientMemory"),
                ("DiskPressure", "False", "KubeletHasNoDiskPressure"), ("PIDPressure", "False", "KubeletHasSufficientPID")]
        room = {"cpu": "8", "memory": "32Gi", "pods": "110"}
        self.asker.ask("PATCH", f"/api/v1/nodes/{name}/status", {"status": {
            "capacity": room, "allocatable": room,
            "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}, {"type": "Hostname", "address": name}],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": self.logs.server_address[1]}},
            "conditions": [{"type": kind, "status": value, "reason": reason, "lastHeartbeatTime": now} for kind, value, reason in told],
        }}, "application/strategic-merge-patch+json")
        lease = {"metadata": {"name": name, "namespace": "kube-node-lease"},
                 "spec": {"holderIdentity": name, "leaseDurationSeconds": 40, "renewTime": precise(time.time())[:-4] + "Z"}}
        place = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"
        if self.asker.ask("PATCH", f"{place}/{name}", {"spec": lease["spec"]}, "application/merge-patch+json")[0] == 404:
            self.asker.ask("POST", place, lease)

    def tell(self, pod):
        uid, now = pod["metadata"]["uid"], time.time()
        path = "/api/v1/namespaces/{namespace}/pods/{name}".format(**pod["metadata"])
        words = {word_of(one["image"]) for one in pod["spec"]["containers"]}
        if pod["metadata"].get("deletionTimestamp"):
            gone = self.seen.setdefault((uid, "gone"), now)
            if "lingers" not in words or now - gone > LINGER:
                self.asker.ask("DELETE", path, {"gracePeriodSeconds": 0, "preconditions": {"uid": uid}})
                for place, runs in self.logs.runs.items():
                    if place[:2] == (pod["metadata"]["namespace"], pod["metadata"]["name"]) and not runs[-1][1]:
                        runs[-1][1] = now
            return
        begun = self.seen.setdefault(uid, now)
        status = self.status_of(pod, begun, now)
        # The controllers call the pods of a node unready that they do not hear of.
        ready = {one["status"] for one in pod["status"].get("conditions", []) if one["type"] == "Ready"}
        if self.seen.get((uid, "told")) == status and ready == {status["conditions"][1]["status"]}:
            return
        if self.asker.ask("PATCH", path + "/status", {"status": status}, "application/strategic-merge-patch+json")[0] == 200:
            self.seen[uid, "told"] = status

    def status_of(self, pod, begun, now):
        place = (pod["metadata"]["namespace"], pod["metadata"]["name"])
        inits = [self.container(one, place, begun, now, True) for one in pod["spec"].get("initContainers", [])]
        done = all(one["state"].get("terminated", {}).get("exitCode") == 0 for one in inits)
        containers = [self.container(one, place, begun, now, False) if done else
                      {**self.bare(one), "state": {"waiting": {"reason": "PodInitializing"}}} for one in pod["spec"]["containers"]]
        ready = done and all(one["ready"] for one in containers)
        ends = [one["state"].get("terminated") for one in containers]
        phase = "Running" if done and any("waiting" not in one["state"] or one["restartCount"] for one in containers) else "Pending"
        if all(ends) and pod["spec"]["restartPolicy"] != "Always":
            phase = "Succeeded" if all(end["exitCode"] == 0 for end in ends) else "Failed"
        since = stamp(begun)
        told = {"Initialized": done, "Ready": ready, "ContainersReady": ready, "PodScheduled": True}
        conditions = [{"type": kind, "status": str(value), "lastTransitionTime": since} for kind, value in told.items()]
        if ready and "slow" in {word_of(one["image"]) for one in pod["spec"]["containers"]}:
            for one in conditions[1:3]:
                one["lastTransitionTime"] = stamp(begun + SLOW)
        status = {"phase": phase, "startTime": since, "hostIP": "127.0.0.1", "conditions": conditions, "containerStatuses": containers,
                  "podIP": "10.1.{}.{}".format(*divmod(abs(hash(pod["metadata"]["uid"])) % 60000, 250))}
        return {**status, "initContainerStatuses": inits} if inits else status

    @staticmethod
    def bare(container):
        return {"name": container["name"], "image": container["image"], "imageID": "", "ready": False, "started": False,
                "restartCount": 0, "lastState": {}}

    def container(self, container, place, begun, now, first):
        told, word = self.bare(container), word_of(container["image"])
        since = stamp(begun)
        if word == "missing":
            pulled = "ErrImagePull" if now - begun < 2 else "ImagePullBackOff"
            return {**told, "state": {"waiting": {"reason": pulled, "message": f"no image \"{container['image']}\""}}}
        runs = self.logs.runs.setdefault((*place, container["name"]), [[begun, None]])
        if word in ("crash", "oom"):
            end = {"exitCode": 137 if word == "oom" else 1, "reason": "OOMKilled" if word == "oom" else "Error", "startedAt": since,
                   "finishedAt": since, "containerID": "x://1"}
            runs[:] = [[begun - 2, begun - 1], [begun - 1, begun]]
            return {**told, "restartCount": 3, "lastState": {"terminated": end},
                    "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 40s restarting failed container"}}}
        if word in ("once", "fail") or (first and word not in ("slow", "stuck")):
            runs[:] = [[begun, begun + 1]]
            end = {"exitCode": 1 if word == "fail" else 0, "reason": "Error" if word == "fail" else "Completed", "startedAt": since,
                   "finishedAt": since, "containerID": "x://1"}
            return {**told, "state": {"terminated": end}}
        ready = word != "stuck" and not (word == "slow" and now - begun < SLOW)
        if first and ready:
            return {**told, "ready": True, "state": {"terminated": {"exitCode": 0, "reason": "Completed", "startedAt": since,
                                                                    "finishedAt": stamp(begun + SLOW), "containerID": "x://1"}}}
        return {**told, "ready": ready, "started": True, "containerID": "x://1", "state": {"running": {"startedAt": since}}}
