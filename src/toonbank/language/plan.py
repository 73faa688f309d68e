"""Where a scanner has to try each of its patterns, found out beforehand and kept as plain lines.

A line is read when its word or pattern is first met, so that a plan of a thousand patterns is there at once. Numbers are
those of the patterns in their order.
"""

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

WORD, PART = "=", "~"
ANY_WORD = ""  # as a second word: whatever stands there, or nothing
ANY_DIGIT = "\\d"
Numbers = tuple[int, ...]
Follows = tuple[dict[str, Numbers], Numbers]
"""Of a word: the patterns that may begin there by the word after it, and those whatever that word is (among the first, too)."""
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
    tried on every text; `all_of` what each demands besides that by which it is looked for. A None is a line not yet read.
    """

    __slots__ = (
        "_among",
        "_needs",
        "_pairs",
        "_parts",
        "_stems",
        "_words",
        "all_of",
        "always",
        "pairs",
        "parts",
        "stems",
        "words",
    )

    def __init__(self, lines: Lines, among: Set[int] | None = None) -> None:
        """`among`: only of the patterns of these numbers."""
        self._among = among
        self._pairs, self._words = _by_name(lines["pairs"]), _by_name(lines["words"])
        self._parts, self._stems = _by_name(lines["parts"]), _by_name(lines["stems"])
        self.pairs: dict[str, Follows | None] = dict.fromkeys(self._pairs)
        self.words: dict[str, tuple[int, ...] | None] = dict.fromkeys(self._words)
        self.parts: dict[str, tuple[int, ...] | None] = dict.fromkeys(self._parts)
        self.stems: dict[str, tuple[int, ...] | None] = dict.fromkeys(self._stems)
        self.always = frozenset(self._numbers(",".join(lines["always"])))
        self._needs: list[str | Needs] = list(lines["needs"])
        self.all_of: list[tuple[Need, ...] | None] = [None] * len(self._needs)

    def follows(self, word: str) -> Follows:
        """The patterns that may begin at this word, by the word after it."""
        by_second = {
            second: self._numbers(line)
            for line, _, seconds in (item.partition(":") for item in self._pairs[word].split("\t"))
            for second in seconds.split(" ")
        }
        anyhow = by_second.pop(ANY_WORD, ())
        merged = {second: tuple({*numbers, *anyhow}) for second, numbers in by_second.items() if numbers}
        found = self.pairs[word] = merged, anyhow
        return found

    def needing(self, word: str) -> tuple[int, ...]:
        """The patterns that are looked for by this word."""
        found = self.words[word] = self._numbers(self._words[word])
        return found

    def needing_part(self, part: str) -> tuple[int, ...]:
        """The patterns that are looked for by this part of a text."""
        found = self.parts[part] = self._numbers(self._parts[part])
        return found

    def beginning_with(self, stem: str) -> tuple[int, ...]:
        """The patterns that begin with a word that holds these letters."""
        found = self.stems[stem] = self._numbers(self._stems[stem])
        return found

    def _numbers(self, line: str) -> tuple[int, ...]:
        numbers = map(int, line.split(",")) if line else ()
        return tuple(numbers) if self._among is None else tuple(one for one in numbers if one in self._among)

    def needs_of(self, number: int) -> Needs:
        """What a pattern demands besides that by which it is looked for, and with what it begins."""
        known = self._needs[number]
        if isinstance(known, str):
            begins, *others = map(_read_need, known.split("\t"))
            all_of = self.all_of[number] = tuple(need for need in others if need is not None)
            known = self._needs[number] = Needs(all_of, begins)
        return known


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
