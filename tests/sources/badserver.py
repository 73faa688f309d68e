"""A web server on loopback that behaves as badly as servers do; each path is one kind of misbehaviour."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

FEED = b'<?xml version="1.0"?><rss><item><id>JZ-1</id></item><item><id>JZ-2</id></item></rss>'


@dataclass
class Heard:
    """One request as it came in."""

    path: str
    headers: dict[str, str]


def as_it_is(line: socket.socket) -> socket.socket:
    """A line without a lock on it."""
    return line


@dataclass
class BadServer:
    """Listens on 127.0.0.1 and remembers what it was asked."""

    port: int = 0
    heard: list[Heard] = field(default_factory=list)
    wrap: Callable[[socket.socket], socket.socket] = as_it_is
    closing: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, listening: socket.socket) -> None:
        while not self.closing.is_set():
            with suppress(OSError):
                line, _ = listening.accept()
                threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError):
            line = self.wrap(line)
            request = b""
            while b"\r\n\r\n" not in request:
                block = line.recv(65_536)
                if not block:
                    return
                request += block
            first, *rest = request.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            headers = {name.lower(): value for name, _, value in (header.partition(": ") for header in rest)}
            path = first.split()[1]
            self.heard.append(Heard(path, headers))
            self._misbehave(line, path, headers)
        line.close()

    def _misbehave(self, line: socket.socket, path: str, headers: dict[str, str]) -> None:
        kind, _, rest = path.partition("?")[0].strip("/").partition("/")
        if kind == "feed":
            is_known = headers.get("if-none-match") == '"v1"'
            line.sendall(answer(b"", status="304 Not Modified") if is_known else THE_FEED)
        elif kind == "status":
            line.sendall(answer(b"no", status=f"{rest} Whatever"))
        elif kind == "to":
            line.sendall(answer(b"", status="302 Found", Location=rest.replace("!", "/")))
        elif kind == "drip":
            self._repeat(line, START + b"Content-Length: 100000\r\n\r\n", b"<", pause=0.05)
        elif kind == "drip-headers":
            self._repeat(line, START + b"X-Slow: ", b"a", pause=0.05)
        elif kind == "endless":
            block = b"10000\r\n" + b"a" * 65_536 + b"\r\n"
            self._repeat(line, START + b"Transfer-Encoding: chunked\r\n\r\n", block, pause=0)
        elif kind == "silence":
            self.closing.wait(20)
        else:
            line.sendall(ONCE[kind]())

    def _repeat(self, line: socket.socket, start: bytes, drop: bytes, *, pause: float) -> None:
        line.sendall(start)
        while not self.closing.is_set():
            line.sendall(drop)
            time.sleep(pause)


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


START = b"HTTP/1.1 200 OK\r\n"
THE_FEED = answer(FEED, ETag='"v1"', Last_Modified="Sat, 21 Nov 2026 08:00:00 GMT")
# What is said once, after which the server hangs up.
ONCE: dict[str, Callable[[], bytes]] = {
    "packed": lambda: answer(gzip.compress(FEED), Content_Encoding="gzip"),
    "strangely-packed": lambda: answer(FEED, Content_Encoding="br"),
    "bomb": lambda: answer(gzip.compress(b"<rss>" + b" " * 60_000_000), Content_Encoding="gzip"),
    "round": lambda: answer(b"", status="301 Moved", Location="/round"),
    "announces-too-much": lambda: START + b"Content-Length: 99999999999\r\n\r\n<rss>",
    "too-short": lambda: START + b"Content-Length: 5000\r\n\r\n" + FEED,
    "hang-up": lambda: START + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n",
    "nonsense": lambda: b"\x00\x01\x02 not http at all\r\n\r\n",
}


@contextmanager
def listening(server: BadServer) -> Iterator[BadServer]:
    """The server, answering until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)
        server.port = door.getsockname()[1]
        serving = threading.Thread(target=server.serve, args=(door,), daemon=True)
        serving.start()
        try:
            yield server
        finally:
            server.closing.set()
            serving.join(2)
