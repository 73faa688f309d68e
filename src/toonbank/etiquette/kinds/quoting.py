"""Whether a quotation is what was written: whole, or with its cuts marked, and with its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.kinds.base import Cue
from toonbank.etiquette.late import late
from toonbank.language.reading import Reading, fold

if TYPE_CHECKING:
    from toonbank.etiquette.background import Quote

CUT = late(r"[\[(]\s?(?:…|\.{2,3})\s?[\])]|…|\.{3}")
WORD = re.compile(r"\w+(?:['’]\w+)*")
RUN = re.compile(r"\w+")
TURNS = late(  # a cut that drops one of these changes what was meant
    r"(?<!\w)(?:maar|echter|helaas|alleen|behalve|jammer|toch|hoewel|niet|geen|nooit|wel|minder|kapot|stuk|lekt?|"
    r"slechte?|duur|te|"
    r"but|however|although|though|except|sadly|unfortunately|pity|shame|yet|not|never|no|only|broke|broken|leaks?|"
    r"bad|poor|too|until|"
    r"\w+n['’]t)(?!\w)"
)
ALIKE = 0.6  # of the words of a quotation, for it to be a version of the record
ON_FILE = "on file"
OWN_WORDS = 4  # so many words in a row are somebody's, also without quotation marks
IN_A_ROW = 3


class Record(NamedTuple):
    """Words that are on file, whose, and whether they said that the words may be used."""

    text: str
    by: str
    author: str = ""
    yes: bool | None = True


class Comparison(NamedTuple):
    """How a quotation stands to the record that it comes from."""

    record: Record
    state: ClaimState
    because: str = ""


def compare(quoted: str, records: Sequence[Record]) -> Comparison | None:
    """The record that these words come from and what was done to it; None when there is none."""
    nearest: Comparison | None = None
    pieces = [words for piece in CUT.split(fold(quoted)) if (words := WORD.findall(piece))]
    if not pieces:
        return None
    for record in records:
        found = _held_against(quoted, pieces, record)
        if found is not None and found.state is ClaimState.PROVEN:
            return found
        if found is not None and (nearest is None or nearest.because == "differs"):
            nearest = found
    return nearest


def on_file(reading: Reading, quotes: Iterable[Quote]) -> Iterator[Cue]:
    """Where the text holds the whole of words that are on file, between marks or not."""
    shown = f" {' '.join(reading.tokens)} "
    for quote in quotes:
        said = _words_alone(quote.text)
        if said and said in shown:
            place = re.search(r"\b" + r"\W+".join(map(re.escape, said.split())) + r"\b", reading.folded)
            if place is not None:
                yield Cue(ON_FILE, *place.span())


@lru_cache(maxsize=1024)
def _words_alone(text: str) -> str:
    """The words in small letters with a space on both sides; "" for so few that anybody may write them."""
    said = _runs(fold(text))
    return f" {' '.join(said)} " if len(said) >= OWN_WORDS else ""


def authors_quoted(text: str, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """By name, those of whose words on file some stand in a text."""
    rows = _rows(fold(text))
    named = (quote for quote in quotes if quote.author)
    return tuple(dict.fromkeys(one.author for one in named if not rows.isdisjoint(_rows(fold(one.text)))))


def _rows(folded: str) -> frozenset[tuple[str, ...]]:
    """Every few words in a row; of fewer, all."""
    said = _runs(folded)
    last = max(1, len(said) - IN_A_ROW + 1)
    return frozenset(said[at : at + IN_A_ROW] for at in range(last)) - {()}


@lru_cache(maxsize=512)
def _runs(folded: str) -> tuple[str, ...]:
    return tuple(RUN.findall(folded))


def _held_against(quoted: str, pieces: list[list[str]], record: Record) -> Comparison | None:
    written = WORD.findall(fold(record.text))
    places = list(_places(pieces, written))
    if len(places) == len(pieces):
        dropped = _dropped(pieces, places, written)
        if TURNS.search(" ".join(dropped)):
            return Comparison(record, ClaimState.CONTRADICTED, "reversed")
        if dropped and not _is_marked(quoted, pieces, places, written):
            return Comparison(record, ClaimState.CONTRADICTED, "cut")
        return Comparison(record, ClaimState.PROVEN)
    said = [word for piece in pieces for word in piece]
    alike = len(set(said) & set(written)) / len(set(said))
    is_version = alike >= ALIKE and len(set(said)) > 1
    return Comparison(record, ClaimState.CONTRADICTED, "differs") if is_version else None


def _places(pieces: Iterable[list[str]], written: list[str]) -> Iterable[int]:
    """Where each piece stands in the record, in order; fewer places than pieces when one is not there."""
    past = 0
    for piece in pieces:
        size = len(piece)
        here = next(
            (at for at in range(past, len(written) - size + 1) if written[at : at + size] == piece), None
        )
        if here is None:
            return
        yield here
        past = here + size


def _dropped(pieces: list[list[str]], places: list[int], written: list[str]) -> list[str]:
    kept = {at + step for piece, at in zip(pieces, places, strict=True) for step in range(len(piece))}
    return [word for at, word in enumerate(written) if at not in kept]


def _is_marked(quoted: str, pieces: list[list[str]], places: list[int], written: list[str]) -> bool:
    """Whether what is missing before and after is marked; between two pieces a mark always stands."""
    marks = [match.span() for match in CUT.finditer(quoted)]
    starts_whole = places[0] == 0 or (bool(marks) and not WORD.search(quoted[: marks[0][0]]))
    ends_whole = places[-1] + len(pieces[-1]) == len(written) or (
        bool(marks) and not WORD.search(quoted[marks[-1][1] :])
    )
    return starts_whole and ends_whole
