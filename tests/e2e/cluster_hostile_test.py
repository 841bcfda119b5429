#!/usr/bin/env python3
"""A server that means harm in place of an API server: the program may not hang, crash, take all memory, or call anything healthy.

    cluster_hostile_test.py BIN_DIR
"""
import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from harness import Cli, run_tests  # noqa: E402

BIN = sys.argv[1]
MOST_MEMORY = 1_200 << 20  # of the whole program, which floods of a dozen kinds at once
MOST_SECONDS = 90
UNKNOWN = 12


def head(*lines, status="200 OK"):
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


JSON = "Content-Type: application/json"
ENDLESS = head(JSON)  # no length: until the connection ends


def pod(number, **more):
    item = {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": f"p{number}", "namespace": "default", "uid": f"u{number}", "resourceVersion": "1"},
            "spec": {"containers": [{"name": "c", "image": "i"}]}, "status": {"phase": "Running"}}
    item["metadata"].update(more)
    return item


class Hostile:
    """Answers each request by `answer(send, path)`, a function that writes what it likes."""

    def __init__(self):
        self.answer = None
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            with connection:
                request = b""
                while b"\r\n\r\n" not in request:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    request += piece
                self.answer(connection.sendall, request.split(b" ")[1].decode())
        except OSError:
            pass

    def control(self, **_):
        self.answer = None

    def close(self):
        self.listener.close()


class Test:
    def __init__(self):
        self.cli = Cli(BIN)
        self.cluster = Hostile()
        self.config = self.cli.folder / "config"
        self.config.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "current-context": "x",
            "clusters": [{"name": "x", "cluster": {"server": f"http://127.0.0.1:{self.cluster.port}"}}],
            "users": [{"name": "x", "user": {}}], "contexts": [{"name": "x", "context": {"cluster": "x", "user": "x"}}]}))

    def close(self):
        self.cluster.close()
        self.cli.close()

    def endured(self, answer, command=("status",), code=UNKNOWN):
        """What the program said; it has ended by itself, in time and with the memory of a program."""
        self.cluster.answer = answer
        argv = self.cli.argv("--json", "cluster", *command, "--kubeconfig", str(self.config), "--wait", "15")
        out, err = (open(self.cli.folder / name, "w+b") for name in ("out", "err"))
        process = subprocess.Popen(argv, env=self.cli.env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        ends = time.monotonic() + MOST_SECONDS
        most = 0
        while process.poll() is None:
            try:
                status = Path(f"/proc/{process.pid}/status").read_text()
                most = max([most] + [int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM")])
            except OSError:
                pass
            if time.monotonic() > ends:
                process.kill()
                process.wait()
                raise AssertionError(f"it did not end within {MOST_SECONDS} s")
            time.sleep(0.05)
        for file in (out, err):
            file.seek(0)
        self.out, self.err = out.read().decode("utf-8", "replace"), err.read().decode("utf-8", "replace")
        out.close(), err.close()
        assert code is None and process.returncode >= 0 or process.returncode == code, (process.returncode, self.out[-500:], self.err[-500:])
        assert most < MOST_MEMORY, f"{most >> 20} MiB"
        print(f"       {most >> 20} MiB, {time.monotonic() - ends + MOST_SECONDS:.1f} s")
        return self.out

    # ---- without end

    def test_bytes_without_a_line_end(self):
        def answer(send, _):
            send(ENDLESS + b'{"type":"ADDED","object":{"metadata":{"name":"')
            while True:
                send(b"a" * (1 << 20))

        self.endured(answer)

    def test_objects_without_end(self):
        def answer(send, _):
            send(ENDLESS)
            number = 0
            while True:
                send("".join(json.dumps({"type": "ADDED", "object": pod(i)}) + "\n" for i in range(number, number + 500)).encode())
                number += 500

        self.endured(answer)

    def test_large_objects_without_end(self):
        text = "x" * (4 << 20)

        def answer(send, _):
            send(ENDLESS)
            number = 0
            while True:
                send((json.dumps({"type": "ADDED", "object": pod(number, labels={"l": text})}) + "\n").encode())
                number += 1

        self.endured(answer)

    def test_a_list_of_a_gigabyte_in_one_object(self):
        def answer(send, path):
            if "watch=1" in path:
                return send(head("Content-Length: 0", status="400 Bad Request"))
            send(ENDLESS + b'{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"')
            for _ in range(1024):
                send(b"b" * (1 << 20))
            send(b'"}}]}')

        self.endured(answer)

    def test_pages_without_end(self):
        def answer(send, path):
            if "watch=1" in path:
                return send(head("Content-Length: 0", status="400 Bad Request"))
            page = json.dumps({"kind": "PodList", "apiVersion": "v1", "metadata": {"resourceVersion": "1", "continue": "again"},
                               "items": [pod(i) for i in range(500)]}).encode()
            send(head(JSON, f"Content-Length: {len(page)}", "Connection: close") + page)

        self.endured(answer)

    def test_a_head_without_end(self):
        def answer(send, _):
            send(b"HTTP/1.1 200 OK\r\n")
            while True:
                send(b"X-A: " + b"y" * 65_000 + b"\r\n")

        self.endured(answer)

    # ---- wrong

    def test_json_a_million_deep(self):
        body = b'{"type":"ADDED","object":' + b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000 + b"}\n"
        self.endured(lambda send, _: send(ENDLESS + body))

    def test_wrong_types_everywhere(self):
        wrong = [[], 7, "text", None, {"metadata": 5}, {"metadata": {"name": [], "labels": 3, "ownerReferences": {"a": 1}}, "spec": "x", "status": []},
                 {"metadata": {"name": "p", "namespace": "default", "uid": "u"}, "spec": {"containers": 8}, "status": {"containerStatuses": {}, "conditions": "no"}}]

        def answer(send, path):
            send(ENDLESS + "".join(json.dumps({"type": kind, "object": each}) + "\n" for each in wrong for kind in ("ADDED", "MODIFIED", 3, None)).encode())
            if "watch=1" in path:
                send(b'{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}}}}\n')
                time.sleep(30)

        self.endured(answer, code=None)

    def test_garbage_with_200(self):
        self.endured(lambda send, _: send(ENDLESS + os.urandom(1 << 20)))

    def test_a_page_of_a_proxy(self):
        body = b"<html><body>Please sign in</body></html>"
        self.endured(lambda send, _: send(head("Content-Type: text/html", f"Content-Length: {len(body)}") + body))

    def test_redirects_in_a_circle(self):
        self.endured(lambda send, path: send(head(f"Location: {path}", "Content-Length: 0", status="302 Found")))

    def test_a_chunk_that_says_it_is_vast(self):
        self.endured(lambda send, _: send(head(JSON, "Transfer-Encoding: chunked") + b"7fffffffffffffff\r\n{}\r\n"))

    def test_names_with_escapes_do_not_reach_the_terminal(self):
        name = "evil\x1b]0;owned\x07\x1b[2J\u202e"

        def answer(send, path):
            send(ENDLESS)
            if "/pods" in path:
                send((json.dumps({"type": "ADDED", "object": pod(1, name=name)}) + "\n").encode())
            send(b'{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}}}}\n')
            time.sleep(20)

        self.cluster.answer = answer
        self.cli.run("cluster", "pods", "--kubeconfig", str(self.config), code=None)
        assert "evil" in self.cli.out, self.cli.out
        assert not any(c in self.cli.out + self.cli.err for c in "\x1b\x07\u202e"), repr(self.cli.out)


if __name__ == "__main__":
    sys.exit(run_tests(Test()))
