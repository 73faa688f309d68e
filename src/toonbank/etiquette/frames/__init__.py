"""Claims by their frame: sorts of words in an order, whatever the words are.

A pattern of `kinds/cues` finds wording; a frame finds structure: something that is left, a number, a thing. Both point
at places; the kinds then decide with negation, questions, quotation and tense whether it is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.frames import crowd, price, stock, time
from toonbank.etiquette.frames.tags import MOST_WORDS, SORT_OF, Tagged, mask_of
from toonbank.etiquette.frames.words import SORTS
from toonbank.etiquette.kinds.base import Cue
from toonbank.language.tongue import SMALL_WORDS

if TYPE_CHECKING:
    from toonbank.language.reading import Sentence

_SOURCES = {
    "scarcity": stock.FRAMES,
    "urgency": time.FRAMES,
    "price": price.FRAMES,
    "social_proof": crowd.FRAMES,
}
_WORD = r"<[^>]*>"
_SMALL_SHARE, _OTHER_SHARE, _NUMBERS_SHARE = 5.0, 0.1, 20.0


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


@cache
def _by_rarest() -> dict[int, tuple[int, ...]]:
    """The places in `ALL` of the frames, by the bits of what each needs and a sentence has least often."""
    often = {bit: _how_often(sort) for sort, bit in SORT_OF.bits.items()}
    shares = {
        need: sum(often[bit] for bit in _bits_of(need))
        for need in {one for frame in ALL for one in frame.needs}
    }
    found: dict[int, list[int]] = {}
    for place, frame in enumerate(ALL):
        for bit in _bits_of(min(frame.needs, key=shares.__getitem__)):
            found.setdefault(bit, []).append(place)
    return {bit: tuple(places) for bit, places in found.items()}


@cache
def _rare_bits() -> int:
    return sum(_by_rarest())


def _bits_of(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _how_often(sort: str) -> float:
    """Roughly how many words of a sentence are of a sort: small words are everywhere, others seldom."""
    words = SORTS[sort].split() if sort in SORTS else [sort]
    return _NUMBERS_SHARE * (sort == "NUM") + sum(
        _SMALL_SHARE if word in SMALL_WORDS else _OTHER_SHARE for word in words
    )


@lru_cache(maxsize=4096)
def _fitting(mask: int) -> tuple[Frame, ...]:
    """The frames that these sorts may fill, in the order of `ALL`; kept, as a text is checked again with every word added."""
    by_rarest = _by_rarest()
    places = {place for bit in _bits_of(mask & _rare_bits()) for place in by_rarest[bit]}
    return tuple(frame for frame in map(ALL.__getitem__, sorted(places)) if _has_all(mask, frame.needs))


def _has_all(mask: int, needs: tuple[int, ...]) -> bool:
    for need in needs:  # noqa: SIM110 - asked so often that a generator would cost thrice as much
        if not mask & need:
            return False
    return True


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


def fitting(sentence: Sentence) -> Iterator[tuple[str, Cue]]:
    """Every place of a sentence that a frame fits, counted from its beginning, with the kind that it is for."""
    tokens = sentence.tokens
    frames = _fitting(mask_of(tokens[:MOST_WORDS] if len(tokens) > MOST_WORDS else tokens, sentence.folded))
    if not frames:
        return
    tagged = Tagged(sentence.text)
    for frame in frames:
        for match in expression(frame.line).finditer(tagged.written):
            place = tagged.place(*match.span())
            if place is not None:
                yield frame.kind, Cue(frame.sense, *place)
