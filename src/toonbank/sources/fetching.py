"""Fetching a feed from an address that somebody typed: only from the public internet, bounded in size and time."""

import base64
import logging
import re
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpcore
import httpx

from toonbank import __version__
from toonbank.sources.line import CheckedNetwork, Deadline, Resolver, TooSlow, look_up
from toonbank.sources.refusals import (
    bad_address,
    broken_off,
    no_room,
    no_safe_line,
    refused_by_status,
    too_big,
    too_many_turns,
    too_slow,
    unknown_packing,
    unreachable,
)

log = logging.getLogger(__name__)

EVERYWHERE = ("0.0.0.0/0", "::/0")

_MOVED = frozenset({301, 302, 303, 307, 308})
_READABLE_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip"})
LONGEST_ADDRESS = 2_000

_HEADER_TEXT = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?")
_TIMEOUTS = {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": 10.0}


@dataclass(frozen=True)
class Edition:
    """How the server marks what it gave, to ask next time whether there is anything newer; "" when it does not."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Bounds:
    """How far a fetch may go. `private_networks` may be called although they are not public ("192.168.1.0/24")."""

    bytes: int = 500_000_000
    seconds: float = 300.0
    redirects: int = 5
    private_networks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """A file as the server gave it, perhaps packed (`open_source` reads both); who asked for it removes it."""

    path: Path
    size: int
    edition: Edition


@dataclass(frozen=True)
class NotChanged:
    """The server says that nothing changed since that edition."""

    edition: Edition


@dataclass(frozen=True)
class Origin:
    """Whom a password was meant for: scheme, host and port. Nobody else gets it."""

    scheme: str
    host: str
    port: int | None

    @classmethod
    def of(cls, url: httpx.URL) -> "Origin":
        """The origin of an address, with the usual port as None."""
        return cls(url.scheme, url.host, url.port)


def fetch(
    address: str,
    *,
    folder: Path | None = None,
    known: Edition | None = None,
    bounds: Bounds | None = None,
    allow_private: bool = False,
    resolve: Resolver = look_up,
    trust: ssl.SSLContext | None = None,
) -> Fetched | NotChanged:
    """The feed at `address` in a new file in `folder`, or NotChanged since `known`.

    `user:password@` in the address is sent to that server alone and never logged. `resolve` gives the addresses of a name,
    `trust` decides which certificates count. Raises SourceTrouble, in words for the shopkeeper.
    """
    bounds = bounds or Bounds()
    errand = _Errand(_read_address(address), known or Edition(), bounds, folder)
    allowed = EVERYWHERE if allow_private else bounds.private_networks
    network = CheckedNetwork(resolve, errand.deadline, allowed=allowed)
    trust = trust or httpx.create_ssl_context(trust_env=False)
    with _troubles_in_plain_words(errand), httpcore.ConnectionPool(trust, network_backend=network) as pool:
        for _ in range(bounds.redirects + 1):
            answer = errand.ask(pool)
            if answer is not None:
                return answer
    raise too_many_turns(errand.host)


class _Errand:
    """One fetch: where it is now, and what it may take along."""

    def __init__(self, url: httpx.URL, known: Edition, bounds: Bounds, folder: Path | None) -> None:
        self.deadline = Deadline(bounds.seconds)
        self._url = url.copy_with(userinfo=b"", fragment=None)
        self._known = known
        self._bounds = bounds
        self._folder = folder
        self._key = _basic_key(url)
        self._key_is_for = Origin.of(url)

    @property
    def host(self) -> str:
        """The only part of the address that may be shown: the rest can hold a password or a key."""
        return self._url.host

    def ask(self, pool: httpcore.ConnectionPool) -> Fetched | NotChanged | None:
        """The answer; None when the server sends us on to another address."""
        url = httpcore.URL(
            scheme=self._url.raw_scheme,
            host=self._url.raw_host,
            port=self._url.port,
            target=self._url.raw_path,
        )
        with pool.stream("GET", url, headers=self._headers(), extensions={"timeout": _TIMEOUTS}) as response:
            headers = httpx.Headers(response.headers)
            if response.status in _MOVED and headers.get("location"):
                self._turn_to(headers["location"])
                return None
            if response.status == 304 and self._known != Edition():
                log.info("feed not changed", extra={"host": self.host})
                return NotChanged(self._known)
            if response.status != 200:
                raise refused_by_status(response.status, self.host)
            return self._store(response, headers)

    def _headers(self) -> list[tuple[str, str]]:
        headers = [
            ("Host", self._url.netloc.decode("ascii")),
            ("User-Agent", f"Toonbank/{__version__}"),
            ("Accept", "application/xml, text/xml, text/csv, text/tab-separated-values, */*;q=0.5"),
            ("Accept-Encoding", "gzip"),
        ]
        if self._key and Origin.of(self._url) == self._key_is_for:
            headers.append(("Authorization", self._key))
        marks = (("If-None-Match", self._known.etag), ("If-Modified-Since", self._known.last_modified))
        return headers + [(name, mark) for name, mark in marks if _HEADER_TEXT.fullmatch(mark)]

    def _turn_to(self, location: str) -> None:
        try:
            turned = self._url.join(location)
        except (httpx.InvalidURL, ValueError) as trouble:
            raise bad_address() from trouble
        self._url = _read_address(str(turned)).copy_with(userinfo=b"", fragment=None)

    def _store(self, response: httpcore.Response, headers: httpx.Headers) -> Fetched:
        if headers.get("content-encoding", "").strip().lower() not in _READABLE_PACKINGS:
            raise unknown_packing(self.host)
        announced = headers.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:20]) > self._bounds.bytes:
            raise too_big(self.host, self._bounds.bytes)
        edition = Edition(headers.get("etag", "")[:500], headers.get("last-modified", "")[:100])
        with _new_file(self._folder) as file:
            size = self._write(response, file)
            path = Path(file.name)
        log.info("feed fetched", extra={"host": self.host, "bytes": size})
        return Fetched(path, size, edition)

    def _write(self, response: httpcore.Response, file: IO[bytes]) -> int:
        size = 0
        for block in response.iter_stream():
            self.deadline.left(None)
            size += len(block)
            if size > self._bounds.bytes:
                raise too_big(self.host, self._bounds.bytes)
            file.write(block)
        return size


@contextmanager
def _new_file(folder: Path | None) -> Iterator[IO[bytes]]:
    """A file that only we can read; gone again when it could not be filled."""
    with tempfile.NamedTemporaryFile(prefix="toonbank-feed-", dir=folder, delete=False) as file:
        try:
            yield file
            file.flush()
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


@contextmanager
def _troubles_in_plain_words(errand: _Errand) -> Iterator[None]:
    try:
        yield
    except (TooSlow, httpcore.TimeoutException) as trouble:
        raise too_slow(errand.host) from trouble
    except httpcore.ConnectError as trouble:
        is_about_safety = isinstance(trouble.__context__, ssl.SSLError)
        raise (no_safe_line if is_about_safety else unreachable)(errand.host) from trouble
    except (httpcore.NetworkError, httpcore.ProtocolError) as trouble:
        raise broken_off(errand.host) from trouble
    except OSError as trouble:
        raise no_room() from trouble


def _read_address(address: str) -> httpx.URL:
    address = address.strip()
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as trouble:
        raise bad_address() from trouble
    is_of_the_web = url.scheme in ("http", "https") and bool(url.host) and 0 < (url.port or 80) < 65_536
    if not is_of_the_web or len(address) > LONGEST_ADDRESS:
        raise bad_address()
    return url


def _basic_key(url: httpx.URL) -> str:
    """What `user:password@` in an address becomes on the line; "" without one. Source: RFC 7617."""
    if not url.userinfo:
        return ""
    return "Basic " + base64.b64encode(f"{url.username}:{url.password}".encode()).decode("ascii")
