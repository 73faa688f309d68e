"""A mail as it goes over the line: an answer below what was written, under an id made of the delivery's key."""

import base64
import hashlib
import re
from datetime import UTC
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from .base import AnswerTo, Outgoing
from .mail_letter import AN_ADDRESS, ANSWER

AN_ID = re.compile(r"[!-;=?-~]{1,240}")
NO_NAME = re.compile(r"[\x00-\x1f\x7f\",;:<>@()\[\]\\]+")
LONGEST_SENDER = 100
NOTHING_SAID = {"nl": "Je bericht", "en": "Your message"}


def mail_id(post: Outgoing, address: str) -> str:
    """The Message-ID, without brackets: of the key and the moment, so that numbers that begin anew never meet old mail."""
    said = f"{post.key} {post.created_at.astimezone(UTC).isoformat()} {address.lower()}"
    mark = base64.b32encode(hashlib.sha256(said.encode()).digest())[:16].decode().lower()
    name = re.sub(r"[^A-Za-z0-9_-]", "-", post.key)
    return f"{name}.{mark}@{address.rpartition('@')[2]}"


def plain_address(typed: str) -> str:
    """The address in letters that every mail server knows; "" when it is none, or cannot be written so."""
    name, _at, domain = typed.strip().rpartition("@")
    if not AN_ADDRESS.fullmatch(typed.strip()) or not name.isascii():
        return ""
    try:
        return f"{name}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return ""


def plain_name(typed: str) -> str:
    """A name that needs no quotes above a mail, whoever reads it."""
    return " ".join(NO_NAME.sub(" ", typed).split())[:LONGEST_SENDER]


def write_mail(
    post: Outgoing, answered: AnswerTo, *, address: str, to: str, sender: str, subject: str
) -> bytes:
    """The whole mail, from `address` to `to`. `sender` is the name above it, `subject` that of the mail it answers, or ""."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = formataddr((plain_name(sender), address))
    mail["To"] = to
    mail["Subject"] = subject_of(subject, post.lang)
    mail["Date"] = format_datetime(post.created_at.astimezone(UTC))
    mail["Message-ID"] = f"<{mail_id(post, address)}>"
    above = list(dict.fromkeys(one for one in (answered.root, answered.remote_id) if AN_ID.fullmatch(one)))
    if above:
        mail["In-Reply-To"] = f"<{above[-1]}>"
        mail["References"] = " ".join(f"<{one}>" for one in above)
    mail["Content-Language"] = post.lang
    mail.set_content(post.text, charset="utf-8", cte="base64")
    for picture in post.pictures:
        main, _slash, sub = picture.media_type.partition("/")
        mail.add_attachment(picture.content, maintype=main, subtype=sub, filename=picture.name)
        if picture.alt:
            list(mail.iter_attachments())[-1]["Content-Description"] = " ".join(picture.alt.split())
    return mail.as_bytes()


def subject_of(subject: str, lang: str) -> str:
    """That of the mail it answers, with one "Re:" before it."""
    plain = " ".join(subject.split())
    while found := ANSWER.match(plain):
        plain = plain[found.end() :]
    return f"Re: {plain or NOTHING_SAID.get(lang, NOTHING_SAID['en'])}"[:250]
