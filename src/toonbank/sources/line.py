"""The line to a feed's server: the connection goes to the very address that was checked, and all of it ends in time."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from ssl import SSLContext

import httpcore

from toonbank.core.errors import SourceTrouble
from toonbank.sources.addresses import is_public, is_within, refusal

Resolver = Callable[[str, int], Sequence[str]]
SocketOptions = Iterable[httpcore.SOCKET_OPTION]

MOST_ADDRESSES = 4


class TooSlow(Exception):
    """The whole fetch took longer than it may."""


class Deadline:
    """A moment that all of one fetch has to end by."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def left(self, at_most: float | None) -> float:
        """Seconds for the next step; TooSlow when there are none."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise TooSlow
        return left if at_most is None else min(left, at_most)


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects by name as httpcore asks, but looks the name up once, checks every address, and calls those alone.

    A name that is looked up twice can answer differently the second time (DNS rebinding); here there is no second time.
    """

    def __init__(self, resolve: Resolver, deadline: Deadline, *, allowed: tuple[str, ...]) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._allowed = allowed
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first address that answers; SourceTrouble when one of them is not public."""
        addresses = self._checked(host, port)
        trouble: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in addresses[:MOST_ADDRESSES]:
            try:
                stream = self._plain.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.NetworkError, httpcore.TimeoutException) as failure:
                trouble = failure
            else:
                return _TimedStream(stream, self._deadline)
        raise trouble or httpcore.ConnectError(f"{host} has no address")

    def _checked(self, host: str, port: int) -> list[str]:
        addresses = _within(self._deadline, self._resolve, host, port)
        for address in addresses:
            if not is_public(address) and not is_within(address, self._allowed):
                words = refusal(host)
                raise SourceTrouble(words["en"], nl=words["nl"])
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline, so that a server that drips a byte a minute cannot hold us."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def look_up(host: str, port: int) -> list[str]:
    """All addresses of a name, each once, as the system gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def _within(deadline: Deadline, resolve: Resolver, host: str, port: int) -> list[str]:
    """The addresses of `host`; the system's own look-up knows no time limit, so it runs beside us."""
    found: list[str] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found.extend(resolve(host, port))
        except (OSError, UnicodeError) as trouble:
            failed.append(trouble)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(deadline.left(30.0))
    if asking.is_alive():
        raise TooSlow
    if failed or not found:
        raise SourceTrouble(
            f"There is no {host} to be found on the internet; is the address spelled right?",
            nl=f"Op internet is geen {host} te vinden; is het adres goed gespeld?",
        )
    return list(found)
