"""The lines to a mail house: IMAP to read, SMTP to send; encrypted, bounded in time, and not into anybody's own network.

What a broken line means differs: while reading, or before the server asked for the words of a mail, nothing was sent (TryLater);
after that it may have left (Uncertain). A code of the server itself is certain.
"""

import imaplib
import logging
import re
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from toonbank.core.errors import BadInput, ChannelTrouble, Refused, SignInAgain, TryLater, Uncertain

from .line import is_public

CONNECT_WITHIN = 10.0
STEP_WITHIN = 20.0
READ_WITHIN = 60.0
SEND_WITHIN = 60.0  # well inside the desk's lease of 120, with the reading before and after it
LARGEST_LITERAL = 4_000_000
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\[[0-9a-f:.]{2,45}\]")
TLS_FROM_THE_START = frozenset({993, 465})

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class House:
    """One server: its name and port."""

    host: str
    port: int

    @property
    def is_tls_from_the_start(self) -> bool:
        """Whether the line is encrypted before the first word; elsewhere STARTTLS comes first."""
        return self.port in TLS_FROM_THE_START

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True)
class Key:
    """With what we sign in."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Key({self.user!r})"  # never the password


def house(typed: str, *, port: int) -> House:
    """The server that somebody typed: "imap.jas.nl" or "imap.jas.nl:143". BadInput when it cannot be one."""
    name, _colon, number = (
        typed.strip().lower().rpartition(":") if ":" in typed else (typed.strip().lower(), "", "")
    )
    if not HOST.fullmatch(name) or (number and not number.isdecimal()) or not 0 < int(number or port) < 65536:
        raise BadInput(f"{typed[:80]!r} is not the name of a mail server. It looks like imap.example.nl.")
    return House(name, int(number or port))


class Watch:
    """Hangs up when the time is over, whatever the other side does: a server may send one byte every few seconds.

    `look` gives the socket of the moment: encryption puts another one in its place.
    """

    def __init__(self, look: Callable[[], socket.socket | None], seconds: float) -> None:
        self.ends_at = time.monotonic() + seconds
        self._look = look
        self._timer = threading.Timer(seconds, self._hang_up)
        self._timer.daemon = True
        self._timer.start()

    def _hang_up(self) -> None:
        sock = self._look()
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def over(self) -> None:
        """The work was done in time."""
        self._timer.cancel()


def dial(to: House, *, allow_private: bool) -> socket.socket:
    """A line to the first address that picks up; unless `allow_private`, only to ones that everybody can reach.

    Looks at the address that is really dialled, so a name cannot point into the house after it was checked.
    """
    rows = socket.getaddrinfo(to.host.strip("[]"), to.port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
    if not allow_private and not all(map(is_public, addresses)):
        raise Refused(f"{to.host} is not on the public internet, so it is not called.")
    trouble: OSError = OSError(f"no address for {to.host}")
    for address in addresses:
        try:
            sock = socket.create_connection((address, to.port), CONNECT_WITHIN)
        except OSError as failed:
            trouble = failed
            continue
        sock.settimeout(STEP_WITHIN)
        return sock
    raise trouble


def trust() -> ssl.SSLContext:
    """Certificates are checked, and the name in them."""
    return ssl.create_default_context()


def _line(to: House, *, allow_private: bool) -> socket.socket:
    sock = dial(to, allow_private=allow_private)
    return trust().wrap_socket(sock, server_hostname=to.host) if to.is_tls_from_the_start else sock


class Imap(imaplib.IMAP4):
    """A line to read on; it hangs up by itself when its time is over."""

    def __init__(self, to: House, *, allow_private: bool) -> None:
        self._to = to
        self._allow_private = allow_private
        self._first: socket.socket | None = None
        self.watch = Watch(self._now, READ_WITHIN)
        try:
            super().__init__(to.host, to.port, timeout=STEP_WITHIN)
        except BaseException:
            self.watch.over()
            raise

    def _now(self) -> socket.socket | None:
        return getattr(self, "sock", self._first)

    def _create_socket(self, _timeout: float | None) -> socket.socket:
        self._first = _line(self._to, allow_private=self._allow_private)
        return self._first

    def read(self, size: int) -> bytes:
        """So many bytes, when they are not more than we asked for."""
        if size > LARGEST_LITERAL:
            raise self.abort("the server sends more than was asked")
        return super().read(size)


class Smtp(smtplib.SMTP):
    """A line to send on; it hangs up by itself when its time is over."""

    def __init__(self, to: House, *, allow_private: bool) -> None:
        self.to = to
        self._allow_private = allow_private
        self._first: socket.socket | None = None
        self.watch = Watch(self.here, SEND_WITHIN)
        try:
            super().__init__(to.host, to.port, local_hostname="toonbank.invalid", timeout=STEP_WITHIN)
        except BaseException:
            self.watch.over()
            raise

    def here(self) -> socket.socket | None:
        """The socket of the moment."""
        return getattr(self, "sock", None) or self._first

    def _get_socket(self, _host: str, _port: int, _timeout: float | None) -> socket.socket:
        self._first = _line(self.to, allow_private=self._allow_private)
        return self._first


@contextmanager
def reading(to: House, key: Key, *, allow_private: bool) -> Iterator[Imap]:
    """A line to read on, signed in; every trouble means that nothing was changed."""
    with _nothing_happened(to):
        line = Imap(to, allow_private=allow_private)
        try:
            if not to.is_tls_from_the_start:
                _encrypt(line, to, allow_private=allow_private)
            _let_in(line, key)
            yield line
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                line.logout()
            line.watch.over()
            with suppress(OSError):
                line.shutdown()


def _encrypt(line: Imap, to: House, *, allow_private: bool) -> None:
    if "STARTTLS" in line.capabilities:
        line.starttls(trust())
    elif not (allow_private and _is_here(line.sock)):
        raise Refused(f"{to} offers no encryption, so the password was not sent.")


def _is_here(sock: socket.socket | None) -> bool:
    """Whether the other side is on this machine: then nobody listens in."""
    return sock is not None and str(sock.getpeername()[0]) in ("127.0.0.1", "::1")


def _let_in(line: Imap, key: Key) -> None:
    try:
        if key.user.isascii() and key.password.isascii():
            line.login(key.user, key.password)
        else:
            said = f"\0{key.user}\0{key.password}".encode()
            line.authenticate("PLAIN", lambda _challenge: said)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as trouble:
        if any(word in str(trouble) for word in ("[UNAVAILABLE]", "[LIMIT]", "[INUSE]", "[SERVERBUG]")):
            raise TryLater("The mail server cannot let anybody in now.") from None
        raise SignInAgain("The mail server does not know this address with this password.") from None


@contextmanager
def _nothing_happened(to: House) -> Iterator[None]:
    try:
        yield
    except ChannelTrouble:
        raise
    except ssl.SSLCertVerificationError:
        raise Refused(f"The certificate of {to} is not right, so the password was not sent.") from None
    except (imaplib.IMAP4.error, OSError, EOFError, UnicodeError) as trouble:
        raise TryLater(
            f"The mail server {to} did not answer as it should: {type(trouble).__name__}."
        ) from trouble


@contextmanager
def sending(to: House, key: Key, *, allow_private: bool) -> Iterator[Smtp]:
    """A line to send on, signed in. Nothing was sent when this raises; `hand_over` says what happened to a mail."""
    line = _open(to, key, allow_private=allow_private)
    try:
        yield line
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()
        line.watch.over()
        line.close()


def _open(to: House, key: Key, *, allow_private: bool) -> Smtp:
    with _nothing_left(to):
        line = Smtp(to, allow_private=allow_private)
        try:
            _greet(line)
            if not to.is_tls_from_the_start:
                _encrypt_sending(line, to, allow_private=allow_private)
            if line.has_extn("auth"):
                line.login(key.user, key.password)
        except BaseException:
            line.watch.over()
            line.close()
            raise
        return line


def _greet(line: Smtp) -> None:
    code, words = line.ehlo()
    if code != 250:
        raise _said_no(code, words)


def _encrypt_sending(line: Smtp, to: House, *, allow_private: bool) -> None:
    if line.has_extn("starttls"):
        line.starttls(context=trust())
        _greet(line)
    elif not (allow_private and _is_here(line.here())):
        raise Refused(f"{to} offers no encryption, so the password was not sent.")


@contextmanager
def _nothing_left(to: House) -> Iterator[None]:
    """Before the words of a mail were asked for, every trouble means that nothing was sent."""
    try:
        yield
    except ChannelTrouble:
        raise
    except ssl.SSLCertVerificationError:
        raise Refused(f"The certificate of {to} is not right, so the password was not sent.") from None
    except smtplib.SMTPAuthenticationError as trouble:
        raise _said_no(trouble.smtp_code, trouble.smtp_error, at_the_door=True) from None
    except smtplib.SMTPConnectError as trouble:
        raise TryLater(f"The mail server {to} is not open: {trouble.smtp_code}.") from None
    except smtplib.SMTPResponseException as trouble:
        raise _said_no(trouble.smtp_code, trouble.smtp_error) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as trouble:
        raise TryLater(
            f"The mail server {to} did not answer as it should: {type(trouble).__name__}."
        ) from trouble


def hand_over(line: Smtp, sender: str, to: str, mail: bytes) -> None:
    """Hand one mail to the server for one person. Uncertain when it is not known whether it was taken."""
    with _nothing_left(line.to):
        most = line.esmtp_features.get("size", "").split(" ")[0]
        if most.isdecimal() and 0 < int(most) < len(mail):
            raise Refused(f"The mail server takes mail of at most {most} bytes; this one has {len(mail)}.")
        for ask in (partial(line.mail, sender), partial(line.rcpt, to), partial(line.docmd, "DATA")):
            code, words = ask()
            if code not in (250, 251, 354):
                raise _said_no(code, words)
        if time.monotonic() > line.watch.ends_at:
            raise TryLater("The mail server took too long; nothing was sent.")
    _words(line, mail)


def _words(line: Smtp, mail: bytes) -> None:
    """The words themselves. From here on a silence may mean that the mail has left."""
    try:
        quoted = re.sub(rb"(?m)^\.", b"..", re.sub(rb"\r\n|\r|\n", b"\r\n", mail))
        line.send(quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n")
        line.send(b".\r\n")
        code, words = line.getreply()
    except (smtplib.SMTPException, OSError) as trouble:
        # A hang-up here may still have sent the mail; trying again could send it twice.
        raise Uncertain(
            f"The line broke after the mail was handed over: {type(trouble).__name__}."
        ) from trouble
    if code // 100 in (4, 5):
        raise _said_no(code, words)
    if code // 100 != 2:
        raise Uncertain("The mail server answered something that is no answer; the mail may have left.")


def _said_no(code: int, words: bytes | str, *, at_the_door: bool = False) -> ChannelTrouble:
    """What a code of the server means: 4xx later, 5xx never; at the door a 5xx is about the password."""
    told = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    told = " ".join(told.split())[:200]
    if code // 100 == 4 or code == -1:
        return TryLater(f"The mail server asks us to wait: {told}", after=300.0 if code == 452 else 60.0)
    if at_the_door or code in (530, 534, 535):
        return SignInAgain(f"The mail server does not let us in: {told}")
    return Refused(f"The mail server does not take this mail: {told}")
