"""How far an account was heard: a cursor that remembers the newest few by name, so that what was lost comes after all.

A network lists what was said; we keep, in one line of text, how far each of its streams was heard (the floor) and the
newest things by name. What is listed above the floor and is not among these was lost, late or new: it is told. What is
among them and says something else was edited; what is missing may be deleted. So a reading needs no memory but its cursor.
"""

import base64
import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from toonbank.core.errors import TryLater

from .base import Incoming

Listed = TypeVar("Listed")
log = logging.getLogger(__name__)

LONGEST = 480  # characters of a cursor
REMEMBERED = 20
MOST_LOOKS = 10  # how many missing ones are asked for in one reading


@dataclass(frozen=True)
class Row:
    """One thing as a network lists it.

    `stream` is one letter, `place` sorts within its stream (see `is_after`), and `name` is the network's own, as short as it
    can be; neither has spaces, "=" or "~". `said.changed_at` is the moment of the last edit, None when it was never edited. A
    network that tells edits and deletions as things of their own lists them with names of their own, and their `said.event`.
    """

    stream: str
    place: str
    name: str
    said: Incoming

    @property
    def mark(self) -> str:
        """Another one when the words change."""
        return base64.b32encode(hashlib.sha256(self.said.text.encode()).digest())[:4].decode()


IsGone = Callable[[str, str], Incoming | None]
"""Asked with stream and name of what is missing: its deletion, or None when it is still there or nobody can tell."""


class Heard:
    """What a cursor remembers. `str()` of it is the cursor; a text that is none means the beginning."""

    def __init__(self, cursor: str) -> None:
        words = cursor.split(" ") if "~" in cursor or "=" in cursor else []
        self.is_first = not words
        self._floors = dict(word.split("=", 1) for word in words if "=" in word)
        self._recent = {(word[0], word[1:-5]): word[-4:] for word in words if word[-5:-4] == "~"}
        self._places: dict[tuple[str, str], str] = {}

    def floor(self, stream: str) -> str:
        """The place up to which all is heard and forgotten; "" for the beginning."""
        return self._floors.get(stream, "")

    def begin(self, stream: str, place: str) -> None:
        """In a first reading: what stands at `place` or before it is not heard any more."""
        self._floors.setdefault(stream, place)

    def mark(self, row: Row) -> str:
        """How it was when it was heard, "" when it is not remembered."""
        return self._recent.get((row.stream, row.name), "")

    def missing(self, rows: Iterable[Row]) -> list[tuple[str, str]]:
        """Stream and name of what is remembered and not among `rows`, newest first."""
        here = {(row.stream, row.name) for row in rows}
        return [known for known in reversed(self._recent) if known not in here]

    def see(self, rows: Iterable[Row]) -> None:
        """Learn where things stand, so that the floor can rise when they are forgotten."""
        self._places |= {(row.stream, row.name): row.place for row in rows}

    def note(self, row: Row) -> None:
        """Remember it as it is now; the oldest is forgotten when there are too many."""
        known = (row.stream, row.name)
        if known in self._recent or is_after(row.place, self.floor(row.stream)):
            self._recent[known] = row.mark
        while len(self._recent) > REMEMBERED or len(str(self)) > LONGEST:
            self._forget_oldest()

    def drop(self, stream: str, name: str) -> None:
        """It is gone."""
        self._recent.pop((stream, name), None)

    def _forget_oldest(self) -> None:
        known = next(iter(self._recent))
        del self._recent[known]
        place = self._places.get(known, "")
        if is_after(place, self.floor(known[0])):
            self._floors[known[0]] = place

    def __str__(self) -> str:
        floors = [f"{stream}={place}" for stream, place in self._floors.items()]
        return " ".join(
            [*floors, *(f"{stream}{name}~{mark}" for (stream, name), mark in self._recent.items())]
        )


def readable(build: Callable[[Listed], Row], listed: Iterable[Listed]) -> list[Row]:
    """The rows of what a network lists; one that cannot be read must not make us deaf for the others."""
    rows = []
    for one in listed:
        try:
            rows.append(build(one))
        except TryLater as trouble:
            log.warning("something that was said cannot be read", extra={"trouble": str(trouble)})
    return rows


def moment_in(text: str) -> datetime | None:
    """The moment that a server wrote, None when it is none; without a zone it is UTC."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_after(place: str, other: str) -> bool:
    """Whether `place` comes later: a longer number is later, equally long ones sort as text."""
    return (len(place), place) > (len(other), other)


def unheard(rows: Iterable[Row], heard: Heard, is_gone: IsGone) -> Iterator[Incoming]:
    """What is new, edited or deleted, oldest first, each with the cursor to go on after it.

    `rows` is all that the network lists above the floors (more does no harm: it comes again).
    """
    listed = list({(row.stream, row.name): row for row in rows}.values())
    heard.see(listed)
    changes = [row for row in listed if heard.mark(row) != row.mark]
    gone = [(known, said) for known in heard.missing(listed)[:MOST_LOOKS] if (said := is_gone(*known))]
    for row in sorted(changes, key=lambda row: (row.said.changed_at or row.said.at, row.said.at, row.place)):
        said = row.said
        if said.event == "said":
            said = replace(said, event="edited") if heard.mark(row) else replace(said, changed_at=None)
        heard.note(row)
        yield replace(said, cursor=str(heard))
    for (stream, name), said in gone:
        heard.drop(stream, name)
        yield replace(said, event="deleted", text="", cursor=str(heard))
