"""One thing that was said on one account, or one item of an export that could not be read."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple

from toonbank.sources.seen import Words

Kind = Literal["post", "reply", "repost"]
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # no network of ours is older
LATEST = datetime(2100, 1, 1, tzinfo=UTC)


_SPOTS = {"line": "regel", "item": "onderdeel", "block": "blok"}


class Said(NamedTuple):
    """What was said, when (aware UTC) and where.

    `kind` is "reply" for an answer to somebody else; a post that goes on from one's own earlier post stays a post and names
    that in `in_reply_to`. A repost has only the own remark as its text, "" when there is none. `is_ours` is False for
    what customers wrote; `is_public` is False for private messages. `to` is whom a reply answers, where that is known: the
    handles that a network puts before a reply are no words of the shop's, and are not in `text`.
    """

    at: datetime
    text: str
    network: str
    kind: Kind = "post"
    url: str = ""
    id: str = ""
    in_reply_to: str = ""
    is_ours: bool = True
    author: str = ""
    is_public: bool = True
    to: str = ""


class Skipped(NamedTuple):
    """An item that was left out: where it stands, and why in Dutch and English."""

    place: str
    reason: Words

    def place_in(self, lang: str) -> str:
        """Where it stands, in this language: "jas.csv, regel 6"."""
        name, _, spot = self.place.rpartition(", ")
        word, _, number = spot.partition(" ")
        return f"{name}, {_SPOTS[word]} {number}" if lang == "nl" and word in _SPOTS else self.place


class Unusable(Exception):
    """Why one item cannot be used; `words` say so in both languages."""

    def __init__(self, *, nl: str, en: str) -> None:
        super().__init__(en)
        self.words: Words = {"nl": nl, "en": en}


def moment_of(seconds: object) -> datetime:
    """Aware UTC from seconds since 1970; Unusable for anything that is no moment of a post."""
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise _no_moment()
    try:
        return _likely(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        raise _no_moment() from None


def moment_in(text: object, zone: tzinfo = UTC) -> datetime:
    """Aware UTC from a written moment (ISO 8601, the way of X, day-month-year); `zone` holds where it names none."""
    if not isinstance(text, str):
        raise _no_moment()
    for read in _READERS:
        try:
            moment = read(text.strip())
            return _likely((moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC))
        except (ValueError, OverflowError):
            continue
    raise _no_moment()


def _like_x(text: str) -> datetime:
    """ "Sat Feb 18 12:33:11 +0000 2023"; names of months do not depend on the machine's language here."""
    _, month, day, clock, offset, year = text.split(" ")
    return datetime.fromisoformat(f"{year}-{_MONTHS[month]}-{int(day):02}T{clock}{offset[:3]}:{offset[3:]}")


_MONTHS = {
    name: f"{place:02}"
    for place, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], start=1
    )
}


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _spaced(text: str) -> datetime:
    return datetime.fromisoformat(text.replace(" +", "+").replace(" UTC", "+00:00"))


def _by_pattern(pattern: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, pattern)  # noqa: DTZ007 - the caller adds the zone


def _x(text: str) -> datetime:
    try:
        return _like_x(text)
    except KeyError:
        raise ValueError(text) from None


_READERS = (
    _iso,
    _x,
    _spaced,
    *map(_by_pattern, ("%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y")),
)


def _likely(moment: datetime) -> datetime:
    if not EARLIEST <= moment < LATEST:
        raise _no_moment()
    return moment


def _no_moment() -> Unusable:
    return Unusable(nl="er staat geen leesbaar moment bij", en="there is no moment with it that can be read")
