"""The one HTTP line to a network: reading may repeat, writing never; every trouble becomes one of our four.

Three ways to ask, because a broken answer means something else in each:
`read` changes nothing and is tried up to three times; `prepare` changes something that nobody can see yet
(a picture, a session), so a break is TryLater; `write` may make something public, so a break is Uncertain.
"""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpcore
import httpx

from toonbank.core.errors import BadInput, ChannelTrouble, Refused, SignInAgain, TryLater, Uncertain

from .line import Call, PrivateAddress, Transport
from .words import error_code, is_about_sign_in, own_words, pause_asked

CALL_WITHIN = 30.0  # seconds for one request, all steps together
SEND_WITHIN = 90.0  # seconds for a whole send with its pictures; well inside the desk's lease of 120
STEP_WITHIN = httpx.Timeout(15.0, connect=8.0)
LARGEST_ANSWER = 4_000_000
PAUSES = (0.2, 0.8)

log = logging.getLogger(__name__)
# The client's own log lines hold whole addresses, with people's names in them.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)


class Deadline:
    """The moment at which a row of calls must be over."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self._ends_at - time.monotonic())

    def for_call(self) -> Call:
        """One call inside this deadline."""
        return Call(min(self._ends_at, time.monotonic() + CALL_WITHIN))


@dataclass(frozen=True)
class Ask:
    """One question to a server; `expects` names statuses and error codes that are answers to the asker."""

    method: str
    path: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    json: object = None
    form: Mapping[str, str | list[str]] | None = None
    content: bytes | None = None
    files: Mapping[str, tuple[str, bytes, str]] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    key: str = field(default="", repr=False)
    expects: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """What the server said. `code` is "" for a success, else the member of `Ask.expects` that came."""

    status: int
    body: object
    code: str = ""
    unclear: type[ChannelTrouble] = TryLater

    def get(self, *path: str) -> object:
        """What stands at `path` in the body, None when it is not there."""
        found = self.body
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def text(self, *path: str) -> str:
        """The text or number at `path`; a trouble when the server left it out."""
        found = self.get(*path)
        if isinstance(found, bool) or not isinstance(found, str | int) or found == "":
            raise self.unclear(f"The server's answer lacks {'.'.join(path)}.")
        return str(found)

    def number(self, *path: str, default: int) -> int:
        """The positive whole number at `path`, else `default`."""
        found = self.get(*path)
        return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else default

    def rows(self, *path: str) -> list["Answer"]:
        """The objects in the list at `path`, each as an answer."""
        found = self.get(*path)
        rows = found if isinstance(found, list) else []
        return [Answer(self.status, row, unclear=self.unclear) for row in rows if isinstance(row, dict)]


def check_server(address: str, *, allow_private: bool = False) -> str:
    """The server's base address as we use it, https only; BadInput when it cannot be one.

    With `allow_private` (a shop's own test server) plain http is accepted too.
    """
    text = address.strip()
    parts = urlsplit(text if "//" in text else f"https://{text}")
    try:
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise BadInput(
            f"{text!r} is not the address of a server; it looks like https://example.org"
        ) from None
    if not parts.hostname or parts.username or parts.query or parts.fragment or parts.path.strip("/"):
        raise BadInput(f"{text!r} is not the address of a server; it looks like https://example.org")
    if parts.scheme != "https" and not (allow_private and parts.scheme == "http"):
        raise BadInput(f"{text!r} must begin with https://, so that nobody can listen in")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"


class Wire:
    """The line to one server."""

    def __init__(self, server: str, *, allow_private: bool = False) -> None:
        self.server = check_server(server, allow_private=allow_private)
        self._allow_private = allow_private

    def read(self, ask: Ask, *, within: Deadline | None = None) -> Answer:
        """Ask without changing anything; tried again, with pauses, when the line or the server falters."""
        deadline = within or Deadline(CALL_WITHIN)
        for pause in PAUSES:
            try:
                return self._ask(ask, deadline, TryLater)
            except _Faltered:
                time.sleep(min(pause, deadline.left()))
        return self._ask(ask, deadline, TryLater)

    def prepare(self, ask: Ask, *, within: Deadline | None = None) -> Answer:
        """Change something that is not public yet, once."""
        return self._ask(ask, within or Deadline(CALL_WITHIN), TryLater)

    def write(self, ask: Ask, *, within: Deadline | None = None) -> Answer:
        """Change something that people can see, once. Broken, timed out or answered with 5xx is Uncertain."""
        return self._ask(ask, within or Deadline(CALL_WITHIN), Uncertain)

    def _ask(self, ask: Ask, deadline: Deadline, unclear: type[ChannelTrouble]) -> Answer:
        if not (ask.key.isascii() and ask.key.isprintable()):
            raise SignInAgain("Our key for this network is damaged.")
        call = deadline.for_call()
        try:
            status, headers, raw = self._talk(ask, call)
        except PrivateAddress as trouble:
            raise Refused(f"{trouble}; we do not talk to it.") from None
        # The causes are left out: some hold the headers, and with them our key.
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as trouble:
            raise _Faltered(f"The server could not be reached: {own_words(str(trouble), ask.key)}") from None
        except (
            httpx.HTTPError,
            httpcore.ProtocolError,
            httpcore.NetworkError,
            httpcore.TimeoutException,
        ) as trouble:
            if not call.has_begun:
                raise _Faltered("The line broke before anything was sent.") from None
            raise _broken(unclear, type(trouble).__name__) from None
        log.info("network answered", extra={"server": self.server, "method": ask.method, "status": status})
        return _judge(ask, status, headers, raw, unclear=unclear)

    def _talk(self, ask: Ask, call: Call) -> tuple[int, httpx.Headers, bytes]:
        headers = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Toonbank"}
        headers |= dict(ask.headers)
        if ask.key:
            headers["authorization"] = f"Bearer {ask.key}"
        line = Transport(call, allow_private=self._allow_private)
        # Nothing from the surroundings: a proxy or a netrc file would lead the key elsewhere.
        with httpx.Client(
            transport=line, timeout=STEP_WITHIN, trust_env=False, follow_redirects=False
        ) as client:
            request = client.build_request(
                ask.method,
                self.server + ask.path,
                params=dict(ask.query) or None,
                json=ask.json,
                data=ask.form,
                content=ask.content,
                files=ask.files,
                headers=headers,
            )
            answer = client.send(request, stream=True)
            raw = b""
            for piece in answer.iter_bytes():
                raw += piece
                if len(raw) > LARGEST_ANSWER:
                    raise httpx.DecodingError("the answer is too long")
            return answer.status_code, answer.headers, raw


class _Faltered(TryLater):
    """Nothing was changed, and asking again at once may help."""


def _broken(unclear: type[ChannelTrouble], how: str) -> ChannelTrouble:
    if unclear is Uncertain:
        # A hang-up here may still have published the post; trying again could show it twice.
        return Uncertain(f"The line broke after we sent ({how}).")
    return _Faltered(f"The line broke ({how}); nothing was published.")


def _judge(
    ask: Ask, status: int, headers: httpx.Headers, raw: bytes, *, unclear: type[ChannelTrouble]
) -> Answer:
    body = _read_json(raw)
    code = error_code(body)
    if understood := {str(status), code} & ask.expects:
        return Answer(status, body, code=max(understood), unclear=unclear)
    if 200 <= status < 300:
        if body is None and raw:
            raise _broken(unclear, "an answer that we cannot read")
        return Answer(status, body, unclear=unclear)
    raise _trouble(
        status, headers, own_words(body if body is not None else raw, ask.key), code, unclear=unclear
    )


def _trouble(
    status: int, headers: httpx.Headers, words: str, code: str, *, unclear: type[ChannelTrouble]
) -> ChannelTrouble:
    if status == 429:
        return TryLater(words or "The network asks us to slow down.", after=pause_asked(headers))
    if is_about_sign_in(status, code, words):
        return SignInAgain(words or "The network no longer accepts our key.")
    if 300 <= status < 400:
        return Refused("The server sends us on to another address; give that address instead.")
    if status >= 500 or status == 408:
        return _broken(unclear, f"answer {status}")
    return Refused(words or f"The network said no (answer {status}).")


def _read_json(raw: bytes) -> object:
    try:
        found: object = json.loads(raw) if raw else None
    except ValueError:
        return None
    return found
