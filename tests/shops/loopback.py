"""A server on loopback that signs people in as Bluesky and Mastodon do; it knows one password and one code."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

PASSWORD, CODE, KEY = "abcd-efgh-ijkl-mnop", "code-of-jas", "token-of-jas"
SESSION = {
    "handle": "jas.example",
    "did": "did:plc:jas",
    "accessJwt": f"{KEY}-access",
    "refreshJwt": f"{KEY}-refresh",
}
APP = {"client_id": "id-of-the-desk", "client_secret": "secret-of-the-desk"}


class Handler(BaseHTTPRequestHandler):
    """Answers the few questions that are asked while signing in."""

    def do_POST(self) -> None:
        """Sessions, apps and tokens."""
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        if self.path.endswith("createSession"):
            is_right = json.loads(body)["password"] == PASSWORD
            refusal = {"error": "AuthenticationRequired", "message": "Invalid identifier or password"}
            self._say(*((200, SESSION) if is_right else (401, refusal)))
        elif self.path == "/api/v1/apps":
            self._say(200, APP)
        elif self.path == "/oauth/token":
            is_right = parse_qs(body)["code"] == [CODE]
            self._say(*((200, {"access_token": KEY}) if is_right else (400, {"error": "invalid_grant"})))
        else:
            self._say(404, {})

    def do_GET(self) -> None:
        """Whose key is it, and what does this server allow?"""
        if self.path.startswith("/api/v1/accounts/verify_credentials"):
            self._say(200, {"id": "7", "acct": "jas"})
        elif "/instance" in self.path:
            self._say(
                200, {"configuration": {"statuses": {"max_characters": 700, "max_media_attachments": 4}}}
            )
        else:
            self._say(404, {})

    def _say(self, status: int, answer: object) -> None:
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def a_network() -> Iterator[str]:
    """The address of such a server, while it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
