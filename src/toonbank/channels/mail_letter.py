"""One mail as it came, read with care: who wrote it, what it answers, what it says, and whether a machine sent it."""

import hashlib
import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses

from .mail_words import own_words, tidy, words_of_html

LONGEST_ID = 240
LONGEST_NAME = 120
LONGEST_SUBJECT = 300
MOST_PARTS, DEEPEST = 100, 12
AN_ID = re.compile(r"<\s*([!-;=?-~]{1,500})\s*>")
AN_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\]{1,190}")
ANSWER = re.compile(
    r"\s*(?:re|aw|antw|antwoord|betr|sv|fw|fwd|doorst|vs)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE
)
MACHINES = re.compile(
    r"(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|niet-?beantwoorden|bounces?)(?:[+@.-]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Letter:
    """What matters of one mail. Ids stand without their angle brackets.

    `automatic` is "" for what a person wrote; else "bounce", "auto-reply", "list" or "no-reply": such mail is never answered.
    `whole` is the text with the history that was quoted, "" when there was none. `root` is what the thread began with.
    """

    message_id: str
    address: str
    name: str
    subject: str
    text: str
    sender: str
    to: frozenset[str]
    answers: str = ""
    root: str = ""
    whole: str = ""
    automatic: str = ""
    is_spam: bool = False
    attachments: tuple[str, ...] = field(default=())

    @property
    def begins(self) -> bool:
        """Whether it begins a thread."""
        return not self.answers and not ANSWER.match(self.subject)


def read_letter(raw: bytes) -> Letter:
    """The mail in `raw`, which may be cut off, broken or meant to break us. Never raises."""
    message = _parsed(raw)
    sender_name, sender = _person(_header(message, "From"))
    reply_name, reply_to = _person(_header(message, "Reply-To"))
    plain, attached = _words(message)
    answers, root = _thread(message)
    said = own_words(plain)
    return Letter(
        message_id=_id_of(message, raw),
        address=reply_to or sender,
        name=(reply_name or sender_name) if reply_to and reply_to != sender else sender_name,
        subject=tidy(_header(message, "Subject")).replace("\n", " ")[:LONGEST_SUBJECT],
        text=said,
        sender=sender,
        to=frozenset(_addresses(message, "To") | _addresses(message, "Cc")),
        answers=answers,
        root=root,
        whole=plain if plain != said else "",
        automatic=_machine(message, sender, reply_to),
        is_spam=_header(message, "X-Spam-Flag").strip().lower() == "yes",
        attachments=attached,
    )


def _parsed(raw: bytes) -> Message:
    try:
        return message_from_bytes(raw, policy=policy.compat32)
    except (MessageError, ValueError, LookupError, RecursionError):
        return BytesHeaderParser(policy=policy.compat32).parsebytes(raw)


def _header(message: Message, name: str) -> str:
    """The value of a header as people read it; "" when there is none. What cannot be decoded stays as it came."""
    value = message.get(name)
    if value is None:
        return ""
    raw = re.sub(r"[\r\n]+\s*", " ", str(value))[:4000]
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError, AssertionError):
        return raw


def _person(header: str) -> tuple[str, str]:
    """Name and address of the first person in a header; the address in small letters, "" when there is none that can be written to."""
    for name, address in _everybody(header)[:5]:
        if AN_ADDRESS.fullmatch(address):
            return " ".join(tidy(name).split())[:LONGEST_NAME], address.lower()
    found = AN_ADDRESS.search(header)
    return "", found[0].lower() if found else ""


def _addresses(message: Message, name: str) -> set[str]:
    return {address.lower() for _name, address in _everybody(_header(message, name))[:50] if address}


def _everybody(header: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([header])
    except (RecursionError, ValueError, IndexError):  # brackets in brackets in brackets
        return []


def _id_of(message: Message, raw: bytes) -> str:
    """The id that the sender gave it; one made of the mail itself when there is none, the same each time."""
    found = AN_ID.search(str(message.get("Message-ID", ""))) or AN_ID.search(
        f"<{message.get('Message-ID', '')}>"
    )
    if found and len(found[1]) <= LONGEST_ID:
        return found[1]
    return f"{hashlib.sha256(found[1].encode() if found else raw).hexdigest()[:40]}@without-id"


def _thread(message: Message) -> tuple[str, str]:
    """What it answers, and what its thread began with; "" when it begins one."""
    above = AN_ID.findall(str(message.get("In-Reply-To", ""))[:2000])
    line = AN_ID.findall(str(message.get("References", ""))[:20_000])
    answers = above[0] if above else (line[-1] if line else "")
    root = line[0] if line else answers
    return answers[:LONGEST_ID], root[:LONGEST_ID]


def _machine(message: Message, sender: str, reply_to: str) -> str:
    """What kind of machine sent it, "" for a person. Source: RFC 3834 (automatic answers), RFC 2919 (lists), RFC 3464 (bounces)."""
    submitted = _header(message, "Auto-Submitted").split(";")[0].strip().lower()
    has_no_sender = str(message.get("Return-Path", "?")).strip() == "<>"
    if _is_of_a_server(message, sender, has_no_sender=has_no_sender):
        return "bounce"
    is_report = message.get_content_type() == "multipart/report"
    if (
        is_report
        or submitted == "auto-replied"
        or any(message.get(name) for name in ("X-Autoreply", "X-Autorespond"))
    ):
        return "auto-reply"
    if message.get("List-Id") or message.get("List-Unsubscribe"):
        return "list"
    # The form on a shop's own site is sent by a machine for a person, whose address it gives to answer to.
    speaks_for_somebody = bool(reply_to) and reply_to != sender and not MACHINES.match(reply_to)
    if speaks_for_somebody:
        return ""
    if submitted not in ("", "no") or _header(message, "Precedence").strip().lower() == "auto_reply":
        return "auto-reply"
    if _header(message, "Precedence").strip().lower() in ("bulk", "junk", "list"):
        return "list"
    # An automatic answer leaves without a sender as well, but says what it is.
    if has_no_sender:
        return "bounce"
    return "no-reply" if MACHINES.match(reply_to or sender) else ""


def _is_of_a_server(message: Message, sender: str, *, has_no_sender: bool) -> bool:
    """Whether a mail server tells what became of a mail of ours. That somebody opened it is told by their own program."""
    if message.get_content_type() == "multipart/report":
        return str(message.get_param("report-type", "")).lower() != "disposition-notification"
    return sender.startswith("mailer-daemon@") or (has_no_sender and sender.startswith("postmaster@"))


def _words(message: Message) -> tuple[str, tuple[str, ...]]:
    """The plain text of all parts that are for reading, and the names of what was attached."""
    plain: list[str] = []
    marked: list[str] = []
    attached: list[str] = []
    for part in _parts(message, [MOST_PARTS], DEEPEST):
        name = _file_name(part)
        if part.get_content_maintype() != "text" or _is_attached(part):
            attached.append(name or part.get_content_type())
        elif part.get_content_subtype() == "html":
            marked.append(_decoded(part))
        else:
            plain.append(_decoded(part))
    text = tidy("\n\n".join(plain)) or words_of_html("\n".join(marked))
    return text, tuple(attached[:20])


def _parts(message: Message, left: list[int], deep: int) -> list[Message]:
    """The leaves in their order; a mail inside a mail is not opened."""
    left[0] -= 1
    payload = message.get_payload()
    if not isinstance(payload, list) or message.get_content_maintype() == "message":
        return [message]
    if left[0] < 0 or deep < 0:
        return []
    return [leaf for part in payload if isinstance(part, Message) for leaf in _parts(part, left, deep - 1)]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        return "?"
    return " ".join(tidy(str(name)).split())[:100]


def _decoded(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        charset = part.get_content_charset()
        if charset:
            return content.decode(charset, "replace")
        return content.decode("utf-8")
    except (LookupError, ValueError, AssertionError):
        return content.decode("cp1252", "replace")
