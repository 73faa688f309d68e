"""A loopback proxy between our adapter and a real server, that misbehaves on request.

    with RoughWire("http://127.0.0.1:2583") as rough:
        rough.misbehave("hang_up_after", path="putRecord")
        ... talk to rough.url ...

Each request is carried over faithfully unless a trouble waits for it. `rough.seen` tells what came by.
"""

import http.client
import json
import socket
import struct
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

HOP_HEADERS = {"connection", "transfer-encoding", "keep-alive", "host", "content-length"}


@dataclass
class Trouble:
    """What happens to the next `times` requests whose "METHOD /path?query" holds `path`.

    how: hang_up_before (the server never hears of it) · hang_up_after (the server did it, the answer is lost) ·
    half_answer (the answer breaks off) · answer (ours instead of the server's) · answer_after (the server did it,
    but ours is what comes back) · delay (first wait `seconds`) · drip (the answer comes a byte at a time).
    """

    how: str
    path: str = ""
    times: int = 1
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    seconds: float = 0.0


class RoughWire:
    """The proxy, on a free port of 127.0.0.1."""

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self.seen: list[str] = []
        self._troubles: list[Trouble] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"wire": self}))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "RoughWire":
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def misbehave(self, how: str, **details) -> None:
        """Let a trouble wait for the requests that it concerns."""
        with self._lock:
            self._troubles.append(Trouble(how, **details))

    def behave(self) -> None:
        """Forget the troubles that still wait, and what was seen."""
        with self._lock:
            self._troubles.clear()
            self.seen.clear()

    def trouble_for(self, line: str) -> Trouble | None:
        """The trouble that this request meets."""
        with self._lock:
            self.seen.append(line)
            for trouble in self._troubles:
                if trouble.path in line:
                    trouble.times -= 1
                    if trouble.times <= 0:
                        self._troubles.remove(trouble)
                    return trouble
        return None


class _Handler(BaseHTTPRequestHandler):
    wire: RoughWire
    protocol_version = "HTTP/1.1"

    def _carry(self) -> None:
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        trouble = self.wire.trouble_for(f"{self.command} {self.path}")
        how = trouble.how if trouble else ""
        if how == "hang_up_before":
            self._hang_up()
            return
        if how == "answer":
            self._say(trouble.status, trouble.headers, _packed(trouble.body))
            return
        if how == "delay":
            time.sleep(trouble.seconds)
        status, headers, answer = self._ask_upstream(body)
        if how == "hang_up_after":
            self._hang_up()
        elif how == "half_answer":
            self._say(status, headers, answer, cut=len(answer) // 2)
        elif how == "answer_after":
            self._say(trouble.status, trouble.headers, _packed(trouble.body))
        elif how == "drip":
            self._drip(answer, trouble.seconds)
        else:
            self._say(status, headers, answer)

    def do_GET(self) -> None:
        self._carry()

    def do_POST(self) -> None:
        self._carry()

    def do_PUT(self) -> None:
        self._carry()

    def do_DELETE(self) -> None:
        self._carry()

    def _ask_upstream(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection(self.wire.host, self.wire.port, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_HEADERS}
        line.request(self.command, self.path, body or None, headers)
        answer = line.getresponse()
        content = answer.read()
        line.close()
        kept = {name: value for name, value in answer.getheaders() if name.lower() not in HOP_HEADERS}
        return answer.status, kept, content

    def _say(self, status: int, headers: Mapping[str, str], body: bytes, *, cut: int | None = None) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(body[:cut])

    def _drip(self, body: bytes, seconds: float) -> None:
        self.send_response_only(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        try:
            for place in range(len(body)):
                self.wfile.write(body[place : place + 1])
                time.sleep(seconds)
        except OSError:
            return

    def _hang_up(self) -> None:
        # With a lingering time of zero the other side sees a reset, as when a cable is pulled.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_message(self, *args: object) -> None:
        """Quiet: `seen` tells the story."""

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            return


def _packed(body: object) -> bytes:
    if isinstance(body, bytes):
        return body
    return b"" if body is None else json.dumps(body).encode()
