"""A wire of our own before a mail server, spoken line by line, that misbehaves on request."""

import re
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

END_OF_MAIL = b"\r\n.\r\n"


@dataclass
class Misbehaviour:
    """What to do when a line of the client fits `when`: "answer" with `text`, or hang up in one of three ways."""

    how: str
    when: re.Pattern[bytes]
    text: bytes = b""
    times: int = 1


class RoughLine:
    """Passes everything on, word for word, except encryption: it hides STARTTLS, so that it can read along."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.upstream = port
        self.misbehaviours: list[Misbehaviour] = []
        self.heard: list[bytes] = []
        self.server = socket.create_server((host, 0))
        self.port = self.server.getsockname()[1]

    def __enter__(self) -> "RoughLine":
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        # A blocked accept keeps the port open; shutting it down wakes the thread.
        with suppress(OSError):
            self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()

    def misbehave(self, how: str, when: str, text: str = "", times: int = 1) -> None:
        self.misbehaviours.append(
            Misbehaviour(how, re.compile(when.encode(), re.IGNORECASE), text.encode(), times)
        )

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(("127.0.0.1", self.upstream)) as upstream:
            if drip := self._next(b"(greeting)"):
                self._drip(client, drip.text)
            threading.Thread(target=self._back, args=(upstream, client), daemon=True).start()
            lines = client.makefile("rb")
            while line := lines.readline():
                self.heard.append(line)
                wrong = self._next(line)
                if not self._pass_on(line, wrong, client, upstream):
                    return
                is_mail = wrong is None and line.upper().startswith(b"DATA")
                if is_mail and not self._mail(lines, client, upstream):
                    return

    def _pass_on(
        self, line: bytes, wrong: Misbehaviour | None, client: socket.socket, upstream: socket.socket
    ) -> bool:
        if wrong is None:
            upstream.sendall(line)
            return True
        if wrong.how == "answer":
            tag = line.split(b" ", 1)[0]
            client.sendall(wrong.text.replace(b"{tag}", tag) + b"\r\n")
            return True
        if wrong.how == "delay":
            time.sleep(0.5)
            upstream.sendall(line)
            return True
        return False

    def _mail(self, lines, client: socket.socket, upstream: socket.socket) -> bool:
        """The words of a mail, until the dot."""
        said = b"\r\n"
        while not said.endswith(END_OF_MAIL):
            line = lines.readline()
            if not line:
                return False
            said += line
        wrong = self._next(b"(end of mail)")
        if wrong is None:
            upstream.sendall(said[2:])
            return True
        if wrong.how == "hang_up_after":
            self.deaf = True
            upstream.sendall(said[2:])
            time.sleep(0.4)  # the server keeps it and answers; nobody hears that
        if wrong.how == "answer":
            client.sendall(wrong.text + b"\r\n")
            time.sleep(0.2)
        return False

    deaf = False

    def _back(self, upstream: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while piece := upstream.recv(65_536):
                if not self.deaf:
                    client.sendall(re.sub(rb"250-STARTTLS\r\n|(?<= )STARTTLS ?", b"", piece))
            self.deaf = False
            client.shutdown(socket.SHUT_RDWR)

    def _drip(self, client: socket.socket, text: bytes) -> None:
        """A byte now and then, for ever."""
        while True:
            client.sendall(text[:1])
            time.sleep(0.2)

    def _next(self, line: bytes) -> Misbehaviour | None:
        for one in self.misbehaviours:
            if one.times and one.when.search(line):
                one.times -= 1
                return one
        return None
