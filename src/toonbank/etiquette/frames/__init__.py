"""Claims by their frame: sorts of words in an order, whatever the words are.

A pattern of `kinds/cues` finds wording; a frame finds structure: something that is left, a number, a thing. Both point
at places; the kinds then decide with negation, questions, quotation and tense whether it is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.frames import crowd, price, stock, time
from toonbank.etiquette.frames.tags import MOST_WORDS, SORT_OF, Tagged, mask_of
from toonbank.etiquette.kinds.base import Cue

if TYPE_CHECKING:
    from toonbank.language.reading import Sentence

_SOURCES = {
    "scarcity": stock.FRAMES,
    "urgency": time.FRAMES,
    "price": price.FRAMES,
    "social_proof": crowd.FRAMES,
}
_WORD = r"<[^>]*>"


class Frame(NamedTuple):
    """One line of a table: `needs` are the sorts that a sentence must have, one of each."""

    kind: str
    sense: str
    line: str
    needs: tuple[int, ...]


def _frames() -> tuple[Frame, ...]:
    lines = [
        (kind, *(part.strip() for part in line.split(":", 1)))
        for kind, table in _SOURCES.items()
        for line in table.strip().splitlines()
    ]
    SORT_OF.learn(
        name
        for _, _, line in lines
        for slot in line.split()
        for name in slot.strip("?!-").split("|")
        if name and name[0].isalpha() and name.islower()
    )
    return tuple(Frame(kind, sense, line, _needs(line)) for kind, sense, line in lines)


def _needs(line: str) -> tuple[int, ...]:
    slots = [slot for slot in line.split() if slot[0].isalpha() and not slot.endswith("?")]
    return tuple(sum(SORT_OF.bit(name) for name in set(slot.split("|"))) for slot in slots)


ALL = _frames()


@lru_cache(maxsize=4096)
def _fitting(mask: int) -> tuple[Frame, ...]:
    """The frames that these sorts may fill; few sentences of a shop differ in them, so most are asked for again."""
    return tuple(frame for frame in ALL if all(mask & need for need in frame.needs))


@lru_cache(maxsize=1024)
def expression(line: str) -> re.Pattern[str]:
    """What a line stands for, to be looked for in the sorts of a sentence.

    A slot is a sort or a word in small letters, `A|B` one of them, `A?` may be absent, `!A` anything but that, `-A`
    looks ahead without taking part, `~3` up to three words of the same clause, `~~3` also across a comma; `^` and `$`
    are the ends of a clause.
    """
    return re.compile("".join(map(_slot, line.split())))


def _slot(slot: str) -> str:
    if slot.startswith("~~"):
        return rf"(?:{_WORD}|\|){{0,{slot[2:]}}}?"
    if slot.startswith("~"):
        return rf"(?:{_WORD}){{0,{slot[1:]}}}?"
    if slot == "^":
        return r"(?:\A|(?<=\|))"
    if slot == "$":
        return r"(?=\||\Z)"
    if slot == ",":
        return r"\|"
    if slot.startswith("!"):
        return rf"<(?![^>]* (?:{slot[1:]}) )[^>]*>"
    if slot.startswith("-"):
        return rf"(?!<[^>]* (?:{slot[1:]}) )"
    word = rf"<[^>]* (?:{slot.removesuffix('?')}) [^>]*>"
    return f"(?:{word})?" if slot.endswith("?") else word


def fitting(sentence: Sentence, without: frozenset[str] | set[str]) -> Iterator[tuple[str, Cue]]:
    """Every place of a sentence that a frame fits, with the kind that it is for; the kinds in `without` are passed over."""
    tokens = sentence.tokens
    mask = mask_of(tokens[:MOST_WORDS] if len(tokens) > MOST_WORDS else tokens, sentence.folded)
    frames = _fitting(mask)
    if not frames:
        return
    tagged: Tagged | None = None
    for frame in frames:
        if frame.kind in without:
            continue
        tagged = tagged or Tagged(sentence.text, sentence.folded, sentence.start)
        for match in expression(frame.line).finditer(tagged.written):
            place = tagged.place(*match.span())
            if place is not None:
                yield frame.kind, Cue(frame.sense, *place)
