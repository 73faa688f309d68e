"""An SMTP server on 127.0.0.1 that keeps what it accepts and shows it: `XKEPT` answers with all of it as JSON.

It asks for a name and a password, offers STARTTLS, and misbehaves when a recipient's name asks for it.
"""

import asyncio
import base64
import json
import ssl
import sys
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LARGEST = 30_000_000


class Kept:
    """The mail that was accepted, with who sent it and to whom."""

    def __init__(self) -> None:
        self.mails: list[dict[str, Any]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep it."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "mail": base64.b64encode(content).decode(),
        }
        self.mails.append(kept | {"tls": session.ssl is not None})
        return "250 kept"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Everybody lives here, except who cannot."""
        name = address.partition("@")[0]
        if name == "niemand":
            return "550 5.1.1 no such person here"
        if name == "vol":
            return "452 4.2.2 the box is full, try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"


class House(SMTP):
    """The server, with two words of its own for the tests."""

    async def smtp_XKEPT(self, _arg: str) -> None:
        """All that was kept."""
        kept = base64.b64encode(json.dumps(self.event_handler.mails).encode()).decode()
        for start in range(0, len(kept), 900):
            await self.push("250-" + kept[start : start + 900])
        await self.push("250 ")

    async def smtp_XFORGET(self, _arg: str) -> None:
        """Begin anew."""
        self.event_handler.mails.clear()
        await self.push("250 OK")


def let_in(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, said: Any) -> AuthResult:
    """One password for all."""
    is_right = isinstance(said, LoginPassword) and said.password == b"pw"
    return AuthResult(success=is_right, handled=False)


class HouseController(Controller):
    """Runs it with STARTTLS."""

    def factory(self) -> House:
        """One for each line."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        return House(
            self.handler,
            tls_context=context,
            authenticator=let_in,
            auth_require_tls=False,
            data_size_limit=LARGEST,
            enable_SMTPUTF8=True,
            loop=self.loop,
        )


if __name__ == "__main__":
    controller = HouseController(Kept(), hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    sys.stdout.write(json.dumps({"ready": True, "cert": sys.argv[2]}) + "\n")
    sys.stdout.flush()
    asyncio.new_event_loop().run_forever()
