"""The folders of a mailbox: what came in and what was sent; which mail is new, which has this id, and laying a copy by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from toonbank.core.errors import TryLater

from .mail_line import Imap

MOST_BYTES = 262_144
"""Of one mail: its words come first, what was attached is not fetched."""
AT_A_TIME = 100
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

A_FOLDER = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (?P<name>.+)')
A_SPOT = re.compile(
    rb'(?=.*\bUID (?P<uid>\d+))(?=.*INTERNALDATE "(?P<at>[^"]+)")',
    re.DOTALL,
)
A_DATE = re.compile(r"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{2})(\d{2})")
USUAL_SENT = (
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "verzonden",
    "verzonden items",
    "verzonden berichten",
)


@dataclass(frozen=True)
class Spot:
    """One mail in a folder: its number there, when it came, and the cursor to go on after it."""

    uid: int
    at: datetime
    cursor: str


@dataclass(eq=False)
class Place:
    """One folder. `sign` is its letter in a cursor."""

    box: "Box"
    name: str
    sign: str
    is_sent: bool

    def after(self, cursor: str, earliest: datetime, most: int) -> list[Spot]:
        """What is new since `cursor`, in the order of the folder; what came since `earliest` when the folder was numbered anew."""
        validity = self.box.choose(self)
        known, _colon, last = cursor.partition(":")
        if known == validity and last.isdecimal():
            uids = [uid for uid in self.box.search("UID", f"{int(last) + 1}:*") if uid > int(last)]
        else:
            day = f"{earliest.day:02}-{MONTHS[earliest.month - 1]}-{earliest.year}"
            uids = self.box.search("SINCE", day)
        return list(self._spots(sorted(uids)[:most], validity))

    def with_id(self, message_id: str) -> list[Spot]:
        """The mails with this Message-ID, mostly none or one."""
        validity = self.box.choose(self)
        quoted = message_id.replace("\\", "\\\\").replace('"', '\\"')
        return list(self._spots(self.box.search("HEADER", "Message-ID", f'"<{quoted}>"'), validity))

    def read(self, spot: Spot) -> bytes:
        """The beginning of this mail, headers and words; b"" when it is gone. It stays unread."""
        self.box.choose(self)
        for piece in self.box.fetch(str(spot.uid), f"(UID BODY.PEEK[]<0.{MOST_BYTES}>)"):
            if isinstance(piece, tuple):
                return bytes(piece[1])
        return b""

    def _spots(self, uids: list[int], validity: str) -> Iterator[Spot]:
        for start in range(0, len(uids), AT_A_TIME):
            part = uids[start : start + AT_A_TIME]
            found: dict[int, datetime] = {}
            for piece in self.box.fetch(",".join(map(str, part)), "(UID INTERNALDATE)"):
                read = A_SPOT.search(b"".join(piece) if isinstance(piece, tuple) else piece)
                if read and (at := moment(read["at"].decode("ascii", "replace"))):
                    found[int(read["uid"])] = at
            yield from (Spot(uid, found[uid], f"{validity}:{uid}") for uid in part if uid in found)


class Box:
    """The mailbox at the other end of a line."""

    def __init__(self, line: Imap) -> None:
        self._line = line
        self._chosen = ""
        self._validity = ""

    def places(self) -> list[Place]:
        """The folder of what comes in, and the one of what was sent when there is one."""
        sent = self._sent()
        inbox = Place(self, "INBOX", "i", is_sent=False)
        return [inbox, Place(self, sent, "s", is_sent=True)] if sent else [inbox]

    def keep_sent(self, message_id: str, mail: bytes, at: datetime) -> None:
        """Lay a copy where sent mail lies; not twice, for some servers keep one by themselves."""
        sent = self._sent()
        if not sent:
            sent = '"Sent"'
            self._must(self._line.create(sent))
        if not Place(self, sent, "s", is_sent=True).with_id(message_id):
            self._must(self._line.append(sent, r"(\Seen)", at, mail))

    def choose(self, place: Place) -> str:
        """Look into this folder, changing nothing; the number that says whether its mail was numbered anew."""
        if self._chosen != place.name:
            self._chosen = ""
            self._must(self._line.select(place.name, readonly=True))
            found = self._line.response("UIDVALIDITY")[1][-1:]
            self._validity = bytes(found[0]).decode("ascii", "replace") if found and found[0] else "0"
            self._chosen = place.name
        return self._validity

    def search(self, *words: str) -> list[int]:
        """The numbers of the mails that fit."""
        pieces = self._must(self._line.uid("SEARCH", *words))
        return [
            int(uid) for piece in pieces if isinstance(piece, bytes) for uid in piece.split() if uid.isdigit()
        ]

    def fetch(self, uids: str, what: str) -> "list[bytes | tuple[bytes, bytes]]":
        """What the server says of these mails, piece by piece."""
        if not uids:
            return []
        return [piece for piece in self._must(self._line.uid("FETCH", uids, what)) if piece]

    def _sent(self) -> str:
        """The folder of sent mail: the one that the server calls so, else one with a usual name; quoted, "" when there is none."""
        named = ""
        for piece in self._must(self._line.list()):
            found = A_FOLDER.match(piece) if isinstance(piece, bytes) else None
            if found is None:
                continue
            name = found["name"].decode("ascii", "replace").strip()
            if rb"\sent" in found["flags"].lower():
                return name
            if re.split(r"[/.]", name.strip('"').lower())[-1] in USUAL_SENT:
                named = named or name
        return named

    @staticmethod
    def _must(answer: tuple[str, list[Any]]) -> list[Any]:  # imaplib gives bytes, pairs of bytes, and None
        state, pieces = answer
        if state != "OK":
            raise TryLater("The mail server cannot show its mail now.")
        return pieces


def moment(said: str) -> datetime | None:
    """A moment as IMAP writes it, in UTC: "21-Nov-2026 10:00:00 +0100"."""
    found = A_DATE.fullmatch(said)
    if found is None or found[2].title() not in MONTHS:
        return None
    zone = f"{found[7]}:{found[8]}"
    month = MONTHS.index(found[2].title()) + 1
    try:
        at = f"{found[3]}-{month:02}-{int(found[1]):02}T{found[4]}:{found[5]}:{found[6]}{zone}"
        return datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
