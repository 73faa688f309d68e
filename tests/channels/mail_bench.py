"""A bench for e-mail: a real IMAP server (Dovecot), a real SMTP server, and a look into both that is not the adapter's."""

import base64
import email
import imaplib
import json
import smtplib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.utils import make_msgid

from toonbank.channels.base import AnswerTo, Incoming, Outgoing
from toonbank.channels.mail import Mail
from toonbank.channels.signin import AccountSettings, Surroundings

from .benches import now, outgoing
from .rough_line import RoughLine

SHOP, CUSTOMER, PASSWORD = "winkel@jas.test", "dewit@klant.test", "pw"
SENT = "Verzonden"
QUESTION = "vraag-1@klant.test"


@dataclass(frozen=True)
class Ports:
    imap: int
    imaps: int
    smtp: int
    certificate: str


def answering(text: str, question: str = "vraag-1@klant.test", *, to: str = CUSTOMER, **more) -> Outgoing:
    """An answer to a mail of Mevrouw De Wit."""
    answer = AnswerTo(question, question, to, is_private=True)
    return replace(outgoing(text), answer_to=answer, **more)


@dataclass
class MailBench:
    """The mailbox of Jas, behind a rough wire at each side."""

    ports: Ports
    rough_imap: RoughLine
    rough_smtp: RoughLine
    name: str = "mail"
    around: Surroundings = field(default_factory=lambda: Surroundings(clock=now, allow_private=True))

    @property
    def account(self) -> AccountSettings:
        secrets = {
            "password": PASSWORD,
            "user": SHOP,
            "smtp": f"127.0.0.1:{self.rough_smtp.port}",
            "name": "Jas Zutphen",
        }
        return AccountSettings(f"127.0.0.1:{self.rough_imap.port}", SHOP, SHOP, secrets)

    @property
    def channel(self) -> Mail:
        return Mail(self.account, self.around)

    def box(self) -> imaplib.IMAP4:
        line = imaplib.IMAP4("127.0.0.1", self.ports.imap)
        line.login(SHOP, PASSWORD)
        return line

    def empty(self) -> None:
        with self.box() as line:
            for folder in ("INBOX", SENT):
                if line.select(folder)[1] != [b"0"]:
                    line.store("1:*", "+FLAGS", r"\Deleted")
                    line.expunge()
        with smtplib.SMTP("127.0.0.1", self.ports.smtp) as line:
            line.docmd("XFORGET")

    def arrives(
        self, *mails: EmailMessage | bytes, at: datetime | None = None, folder: str = "INBOX"
    ) -> None:
        """The postman brings mail."""
        with self.box() as line:
            for mail in mails:
                raw = mail if isinstance(mail, bytes) else mail.as_bytes(policy=policy.SMTP)
                line.append(folder, "", at or now(), raw)

    def lying(self, folder: str) -> list[EmailMessage]:
        """What lies in a folder."""
        with self.box() as line:
            if line.select(folder, readonly=True)[1] == [b"0"]:
                return []
            found = line.uid("FETCH", "1:*", "(BODY.PEEK[])")[1]
        return [
            email.message_from_bytes(one[1], policy=policy.default) for one in found if isinstance(one, tuple)
        ]

    def kept(self) -> list[dict]:
        """What left the house, as the SMTP server took it."""
        with smtplib.SMTP("127.0.0.1", self.ports.smtp) as line:
            return json.loads(base64.b64decode(line.docmd("XKEPT")[1]))

    def left(self) -> list[EmailMessage]:
        """The mails that left the house."""
        return [
            email.message_from_bytes(base64.b64decode(one["mail"]), policy=policy.default)
            for one in self.kept()
        ]

    def published(self) -> list[str]:
        return [words_of(mail) for mail in self.left()]

    def heard(self, since: str = "") -> list[Incoming]:
        return list(self.channel.incoming(since))


def words_of(mail: EmailMessage) -> str:
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n").removesuffix("\n")


def letter(
    text: str, *, subject: str = "Kapotte rits", sender: str = f"Mevrouw De Wit <{CUSTOMER}>", **headers
) -> EmailMessage:
    """A mail as a customer writes it; headers with `_` for `-`."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, SHOP, subject
    mail["Message-ID"] = headers.pop("Message_ID", None) or make_msgid(domain="klant.test")
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def days_ago(days: float) -> datetime:
    return (now() - timedelta(days=days)).astimezone(UTC)


def asks(bench, text="De rits van mijn jas is stuk.", **headers):
    """Mevrouw De Wit writes."""
    bench.arrives(letter(text, **{"Message_ID": f"<{QUESTION}>"} | headers))
