"""One connection to one server: how long it may last, where it may lead, and whether anything was said on it.

The ordinary HTTP client knows time limits per step only. A server that answers one byte every few seconds
would hold a send for ever, and a send that outlives its lease could be repeated. So this line counts down one
clock for all steps. It also looks at the address that is really dialled, so that a name cannot point at the
shop's own network after it was checked.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore
import httpx

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
AT_A_TIME = 65_536


class PrivateAddress(httpcore.ConnectError):
    """The name leads to an address that is not on the public internet."""


@dataclass
class Call:
    """One request under way: when it must be over, and whether its first byte has left."""

    ends_at: float
    has_begun: bool = False

    def left(self, at_most: float | None) -> float:
        """Seconds that the next step may take."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise httpcore.TimeoutException("the time for this call is over")
        return left if at_most is None else min(left, at_most)


def is_public(address: str) -> bool:
    """Whether `address` (in numbers) is on the public internet; so must be any older address inside it."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in NAT64:
            inner.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if any(old is not None and not is_public(str(old)) for old in inner):
            return False
        if found.ipv4_mapped or found in NAT64:
            return True
    return found.is_global and not found.is_multicast


class Stream(httpcore.NetworkStream):
    """A socket on which every step is bounded by what is left of the call."""

    def __init__(self, sock: socket.socket, call: Call) -> None:
        self._sock = sock
        self._call = call

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most `max_bytes`; b"" when the other side is done."""
        with _translated(httpcore.ReadTimeout, httpcore.ReadError):
            self._sock.settimeout(self._call.left(timeout))
            return self._sock.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of `buffer`, in as many steps as the other side needs."""
        with _translated(httpcore.WriteTimeout, httpcore.WriteError):
            rest = memoryview(buffer)
            while rest:
                self._sock.settimeout(self._call.left(timeout))
                self._call.has_begun = True
                rest = rest[self._sock.send(rest[:AT_A_TIME]) :]

    def close(self) -> None:
        """Hang up."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same line, encrypted. Nothing of the request has been written yet."""
        with _translated(httpcore.ConnectTimeout, httpcore.ConnectError):
            self._sock.settimeout(self._call.left(timeout))
            return Stream(ssl_context.wrap_socket(self._sock, server_hostname=server_hostname), self._call)

    def get_extra_info(self, info: str) -> Any:  # Any: the client's interface says so
        """Nothing: a line serves one request, so nobody asks whether it is still good."""
        return None


class Dialler(httpcore.NetworkBackend):
    """Opens lines; unless `allow_private`, only to addresses that everybody can reach."""

    def __init__(self, call: Call, *, allow_private: bool) -> None:
        self._call = call
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,  # Any: the client's interface says so
    ) -> httpcore.NetworkStream:
        """A line to the first address of `host` that picks up."""
        trouble: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in self._addresses(host, port):
            try:
                with _translated(httpcore.ConnectTimeout, httpcore.ConnectError):
                    sock = socket.create_connection((address, port), self._call.left(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                trouble = failed
                continue
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return Stream(sock, self._call)
        raise trouble

    def _addresses(self, host: str, port: int) -> list[str]:
        with _translated(httpcore.ConnectTimeout, httpcore.ConnectError):
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
        # One private address among public ones is enough: that is how a name is made to point inside.
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddress(f"{host} is not on the public internet")
        return addresses


@contextmanager
def _translated(on_timeout: type[Exception], on_error: type[Exception]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as trouble:
        raise on_timeout(str(trouble)) from trouble
    except (OSError, UnicodeError) as trouble:
        raise on_error(str(trouble)) from trouble


class Transport(httpx.BaseTransport):
    """Carries one request over a fresh line.

    Lines are not kept open: one that was cut while it lay idle would make the next send uncertain for
    nothing.
    """

    def __init__(self, call: Call, *, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(),
            max_keepalive_connections=0,
            network_backend=Dialler(call, allow_private=allow_private),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer; troubles come as those of httpcore."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@cache
def _trust() -> ssl.SSLContext:
    return httpx.create_ssl_context()
