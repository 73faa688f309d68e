"""A small network of our own that knows no idempotency: each accepted request is one more post.

    python tests/channels/plain_network.py --port 0 --state posts.sqlite3 --hang-up-after 0.2
    (or `python -m channels.plain_network` with tests/ on the path)

It prints one JSON line when ready: {"ready": true, "url": "http://127.0.0.1:..."}. With a chance of `--hang-up-before`
it drops a post unstored, with `--hang-up-after` it stores the post and breaks the line before it answers.

    POST   /<account>/posts       {"text", "lang"} -> 201 {"id", "url", "at"}
    GET    /<account>/posts       ?limit= &before=id -> {"posts": [{"id", "text", "at"}]}, newest first
    DELETE /<account>/posts/<id>  -> 204, 404 when it is not there
    GET    /posts                 -> {"posts": [{"id", "account", "text", "at"}]}, all of them, for the one who counts

An account exists once it is spoken to; its key is "<account>-key".
"""

import argparse
import json
import random
import socket
import sqlite3
import struct
import sys
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

LONGEST = 500
TABLE = """CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL)"""


class PlainNetwork(ThreadingHTTPServer):
    """The server; its state is one SQLite file, or lives as long as the process."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(
        self,
        *,
        port: int = 0,
        state: str = ":memory:",
        before: float = 0.0,
        after: float = 0.0,
        seed: int = 1,
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self._before, self._after = before, after
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(state, check_same_thread=False, isolation_level=None)
        self._rows.execute(TABLE)

    def draw(self) -> str:
        """What happens to the next post: "before", "after" or "" for nothing."""
        with self._lock:
            thrown = self._random.random()
        if thrown < self._before:
            return "before"
        return "after" if thrown < self._before + self._after else ""

    def ask(self, query: str, *values: object) -> list[tuple]:
        """One statement at a time; it is on disk when this returns."""
        with self._lock:
            return self._rows.execute(query, values).fetchall()


class Handler(BaseHTTPRequestHandler):
    """One request on one line."""

    server: PlainNetwork
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        account = self._account()
        size = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(size)
        if len(body) < size:
            self.close_connection = True  # the caller died halfway; nothing was said
            return
        text = json.loads(body).get("text") if body else None
        if not account:
            self._say(401, {"error": "unknown key"})
        elif not isinstance(text, str) or not 0 < len(text) <= LONGEST:
            self._say(422, {"error": f"A post has 1 to {LONGEST} characters."})
        else:
            self._publish(account, text)

    def do_GET(self) -> None:
        if urlsplit(self.path).path == "/posts":
            rows = self.server.ask("SELECT id, account, text, at FROM posts ORDER BY id")
            self._say(200, {"posts": [_named(row, "id", "account", "text", "at") for row in rows]})
            return
        account = self._account()
        if not account:
            self._say(401, {"error": "unknown key"})
            return
        asked = parse_qs(urlsplit(self.path).query)
        rows = self.server.ask(
            "SELECT id, text, at FROM posts WHERE account = ? AND id < ? ORDER BY id DESC LIMIT ?",
            account,
            int(asked.get("before", [2**62])[0]),
            min(int(asked.get("limit", [40])[0]), 100),
        )
        self._say(200, {"posts": [_named(row, "id", "text", "at") for row in rows]})

    def do_DELETE(self) -> None:
        account, number = self._account(), self.path.rpartition("/")[2]
        if not account:
            self._say(401, {"error": "unknown key"})
            return
        gone = self.server.ask("DELETE FROM posts WHERE account = ? AND id = ? RETURNING id", account, number)
        self._say(204 if gone else 404, None)

    def _publish(self, account: str, text: str) -> None:
        fate = self.server.draw()
        if fate == "before":
            self._hang_up()
            return
        at = datetime.now(UTC).isoformat()
        ((number,),) = self.server.ask(
            "INSERT INTO posts (account, text, at) VALUES (?, ?, ?) RETURNING id", account, text, at
        )
        if fate == "after":
            self._hang_up()
            return
        self._say(201, {"id": str(number), "url": f"{self.server.url}/{account}/posts/{number}", "at": at})

    def _account(self) -> str:
        account = unquote(urlsplit(self.path).path.split("/")[1])
        return account if self.headers.get("authorization") == f"Bearer {account}-key" else ""

    def _say(self, status: int, body: object) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response_only(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(content)

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def handle(self) -> None:
        """Callers in the drills are killed at any moment; that is their trouble, not ours."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            return

    def log_message(self, *args: object) -> None:
        """Quiet."""


def _named(row: tuple, *names: str) -> dict[str, str]:
    return {name: str(value) for name, value in zip(names, row, strict=True)}


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--state", default=":memory:", help="SQLite file that keeps the posts")
    parser.add_argument("--hang-up-before", type=float, default=0.0, metavar="CHANCE")
    parser.add_argument("--hang-up-after", type=float, default=0.0, metavar="CHANCE")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    network = PlainNetwork(
        port=asked.port,
        state=asked.state,
        before=asked.hang_up_before,
        after=asked.hang_up_after,
        seed=asked.seed,
    )
    sys.stdout.write(json.dumps({"ready": True, "url": network.url}) + "\n")
    sys.stdout.flush()
    network.serve_forever(0.05)


if __name__ == "__main__":
    main()
