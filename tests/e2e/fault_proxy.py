"""A proxy between a client and its server that can be told to spoil what passes.

`proxy.fault = lose_answer` and every request from then on meets that fault; `proxy.lift()` ends it. A fault is a function
of an Exchange: it says whether the connection may go on. What a fault left dead stays dead: only new connections are well.
"""
import gzip
import socket
import struct
import threading
import time


class Gone(Exception):
    """The other side ended the connection."""


class Message:
    """A request or an answer: its head as bytes, and what of it is needed here."""

    def __init__(self, stream, bodiless=False):
        self.head = b""
        while not self.head.endswith(b"\r\n\r\n"):
            line = stream.readline()
            if not line:
                raise Gone
            self.head += line
        first, *fields = self.head.decode("latin-1").split("\r\n")
        self.words = first.split(" ")
        self.fields = {name.lower(): value.strip() for name, _, value in (f.partition(":") for f in fields if f)}
        self.body = b""
        if "content-length" in self.fields and not bodiless:
            length = int(self.fields["content-length"])
            self.body = stream.read(length)
            if len(self.body) < length:
                raise Gone

    @property
    def bytes(self):
        return self.head + self.body


class Exchange:
    """One request that came, and the ways to go on with it."""

    def __init__(self, proxy, client, request):
        self.proxy, self.client, self.request = proxy, client, request
        self.path = request.words[1].partition("?")[0]
        self.upstream = None

    def ask(self):
        """Lets the server answer; the answer, of a stream its head alone."""
        self.upstream = socket.create_connection(self.proxy.target, timeout=60)
        self.proxy.opened(self.upstream)
        self.upstream.sendall(self.request.bytes)
        self.stream = self.upstream.makefile("rb")
        answer = Message(self.stream, bodiless=self.request.words[0] == "HEAD")
        if not self.streams(answer):
            self.upstream.close()
        return answer

    @staticmethod
    def streams(answer):
        return "text/event-stream" in answer.fields.get("content-type", "")

    def send(self, data):
        self.client.sendall(data)

    def relay(self, seconds=None):
        """What comes of a stream, until either side ends it or the time is up."""
        end = time.monotonic() + (seconds or 3600)
        self.upstream.settimeout(0.2)
        while time.monotonic() < end and not self.proxy.closed.is_set():
            try:
                data = self.upstream.recv(65536)
            except TimeoutError:
                continue
            if not data:
                return
            self.send(data)

    def silence(self):
        """Nothing more, for as long as the client bears it."""
        self.client.settimeout(0.2)
        while not self.proxy.closed.is_set():
            try:
                if not self.client.recv(65536):
                    return
            except TimeoutError:
                continue

    def reset(self):
        """Ended by RST instead of FIN."""
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.client.close()


# ---- faults

def none(exchange):
    answer = exchange.ask()
    exchange.send(answer.bytes)
    if exchange.streams(answer):
        exchange.relay()
        return False
    return True


def delay(seconds):
    def fault(exchange):
        time.sleep(seconds)
        answer = exchange.ask()
        time.sleep(seconds)
        exchange.send(answer.bytes)
        return not exchange.streams(answer)
    return fault


def lose_request(exchange):
    return False


def lose_answer(exchange):
    """The server did it, and nobody is told."""
    exchange.ask()
    exchange.reset()
    return False


def truncate(exchange):
    answer = exchange.ask()
    exchange.send(answer.head + answer.body[:len(answer.body) // 2])
    return False


def stall(exchange):
    """Half an answer, then nothing: neither more nor an end."""
    answer = exchange.ask()
    exchange.send(answer.head + answer.body[:len(answer.body) // 2])
    exchange.silence()
    return False


def half_open(exchange):
    exchange.silence()
    return False


def reset(exchange):
    exchange.reset()
    return False


def twice(exchange):
    """The request comes to the server twice at once; the client hears the second answer."""
    second = Exchange(exchange.proxy, exchange.client, exchange.request)
    thread = threading.Thread(target=exchange.ask)
    thread.start()
    answer = second.ask()
    thread.join()
    exchange.send(answer.bytes)
    return True


def page(status, content_type, body, **fields):
    """An answer that the server never gave."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]

    def fault(exchange):
        exchange.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        return True
    return fault


def retyped(content_type):
    """The right answer under another name."""
    def fault(exchange):
        return page("200 OK", content_type, exchange.ask().body)(exchange)
    return fault



def half_gzip(exchange):
    packed = gzip.compress(exchange.ask().body)
    return page("200 OK", "application/json", packed[:len(packed) // 2], Content_Encoding="gzip")(exchange)


def silent_live(exchange):
    """A proxy that keeps a stream to itself: its head passes, no event does. The rest passes."""
    if exchange.path != "/v1/live":
        return none(exchange)
    exchange.send(exchange.ask().head)
    exchange.silence()
    return False


def mute_live(exchange):
    """Not even the head of the stream passes."""
    return half_open(exchange) if exchange.path == "/v1/live" else none(exchange)


def cut_live(seconds):
    """A proxy that ends each stream after a time."""
    def fault(exchange):
        if exchange.path != "/v1/live":
            return none(exchange)
        exchange.send(exchange.ask().head)
        exchange.relay(seconds)
        return False
    return fault


def on(path, fault):
    """The fault for that path; others pass."""
    def only(exchange):
        return fault(exchange) if exchange.path == path else none(exchange)
    return only


class FaultProxy:
    """`with FaultProxy(port) as proxy:`; `proxy.url` is what clients are given."""

    def __init__(self, port):
        self.target = ("127.0.0.1", port)
        self.fault = none
        self.requests = []  # (monotonic time, path)
        self.closed = threading.Event()
        self.sockets = []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def lift(self):
        self.fault = none

    def count(self, since, prefix="/v1/rpc/"):
        return sum(1 for at, path in self.requests if at >= since and path.startswith(prefix))

    def opened(self, one):
        self.sockets.append(one)

    def close(self):
        self.closed.set()
        self.listener.close()
        for one in self.sockets:
            one.close()

    def accept(self):
        while not self.closed.is_set():
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.opened(client)
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        with client, client.makefile("rb") as stream:
            try:
                while True:
                    exchange = Exchange(self, client, Message(stream))
                    self.requests.append((time.monotonic(), exchange.path))
                    if not self.fault(exchange):
                        return
            except (Gone, OSError, ValueError):
                return  # either side went away; that is what happens here
