"""Whether a quotation is what was written: whole, or with its cuts marked, and with its meaning."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toonbank.etiquette.evidence import ClaimState
from toonbank.etiquette.late import late
from toonbank.language.reading import fold

CUT = late(r"[\[(]\s?(?:…|\.{2,3})\s?[\])]|…|\.{3}")
WORD = re.compile(r"\w+(?:['’]\w+)*")
TURNS = late(  # a cut that drops one of these changes what was meant
    r"(?<!\w)(?:maar|echter|helaas|alleen|behalve|jammer|toch|hoewel|niet|geen|nooit|wel|minder|kapot|stuk|lekt?|"
    r"slechte?|duur|te|"
    r"but|however|although|though|except|sadly|unfortunately|pity|shame|yet|not|never|no|only|broke|broken|leaks?|"
    r"bad|poor|too|until|"
    r"\w+n['’]t)(?!\w)"
)
ALIKE = 0.6  # of the words of a quotation, for it to be a version of the record


class Record(NamedTuple):
    """Words that are on file, and whose."""

    text: str
    by: str


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
