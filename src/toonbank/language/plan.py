"""Where a scanner has to try each of its patterns, found out beforehand and kept as plain lines.

A line is read when its word or pattern is first met, so that a plan of a thousand patterns is there at once. Numbers are
those of the patterns in their order.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

WORD, PART = "=", "~"
ANY_WORD = ""  # as a second word: whatever stands there, or nothing
ANY_DIGIT = "\\d"
Follows = dict[str, tuple[int, ...]]
Lines = dict[str, list[str]]


class Need(NamedTuple):
    """Of this, every match holds at least one: a whole word of the text, or a part of it; in small letters.

    The word `ANY_DIGIT` stands for a digit anywhere.
    """

    words: frozenset[str]
    parts: tuple[str, ...]


class Needs(NamedTuple):
    """What an expression demands, the most telling first, and with what its matches begin (None: we cannot tell)."""

    all_of: tuple[Need, ...]
    begins_with: Need | None


class Plan:
    """What tells that a pattern may match: two words side by side, or a word or text that it needs.

    `pairs` holds, by the first word, the patterns by the second; `stems` the patterns that begin with a word that holds
    these letters; `words` and `parts` the patterns that need such a word or part of a text; `always` those that must be
    tried on every text; `needs` what each demands besides that by which it is looked for.
    """

    __slots__ = ("always", "needs", "pairs", "parts", "stems", "words")

    def __init__(self, lines: Lines) -> None:
        self.pairs: dict[str, str | Follows] = _by_name(lines["pairs"])  # type: ignore[assignment]  # dict is invariant
        self.words: dict[str, str | tuple[int, ...]] = _by_name(lines["words"])  # type: ignore[assignment]
        self.parts: dict[str, str | tuple[int, ...]] = _by_name(lines["parts"])  # type: ignore[assignment]
        self.stems: dict[str, str | tuple[int, ...]] = _by_name(lines["stems"])  # type: ignore[assignment]
        self.always = frozenset(map(int, lines["always"]))
        self.needs: list[str | Needs] = list(lines["needs"])

    def follows(self, word: str) -> Follows:
        """The patterns that may begin at this word, by the word after it."""
        known = self.pairs[word]
        if isinstance(known, str):
            known = self.pairs[word] = {
                second: _numbers_in(numbers)
                for numbers, _, seconds in (item.partition(":") for item in known.split("\t"))
                for second in seconds.split(" ")
            }
        return known

    def needs_of(self, number: int) -> Needs:
        """What a pattern demands besides that by which it is looked for, and with what it begins."""
        known = self.needs[number]
        if isinstance(known, str):
            begins, *others = map(_read_need, known.split("\t"))
            all_of = tuple(need for need in others if need is not None)
            known = self.needs[number] = Needs(all_of, begins)
        return known


def numbers_at(lines: dict[str, str | tuple[int, ...]], name: str) -> tuple[int, ...]:
    """The patterns that are looked for by this name."""
    known = lines[name]
    if isinstance(known, str):
        known = lines[name] = _numbers_in(known)
    return known


def _numbers_in(line: str) -> tuple[int, ...]:
    return tuple(map(int, line.split(",")))


def _by_name(lines: Iterable[str]) -> dict[str, str]:
    return dict(_named(lines))


def _named(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, rest = line.partition("\t")
        yield name, rest


def _read_need(line: str) -> Need | None:
    if not line:
        return None
    items = line.split(" ")
    return Need(
        frozenset(item[1:] for item in items if item[0] == WORD),
        tuple(item[1:] for item in items if item[0] == PART),
    )
