"""Many patterns at once; every hit is exactly what `re` finds on the text.

Nearly all patterns cannot match without certain words or texts. We look for those first, all at the same time, and run
`re` only for the patterns that can match: whole words by the set of words of the text, other texts with the
`pyahocorasick` wheel in one walk, without it by the groups of four characters that the text holds. A pattern is
compiled when it is first needed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from toonbank.language.literals import ANY_DIGIT, Need, needs_of
from toonbank.language.reading import Reading

_GROUP = 4
_FEW_PARTS = 12
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# With re.IGNORECASE these match an i and an s; small letters alone would hide that from the search for texts.
_LOOKALIKES = re.compile("[ıİſ]")
_ALIKE = str.maketrans("ıİſ", "iis")

Finder = Callable[[str], set[int]]


class Hit(NamedTuple):
    """One place where a pattern of `key` matches; places are those of the reading's text."""

    key: str
    start: int
    end: int


class Scanner:
    """Finds all patterns of all keys in a reading, as `re` with IGNORECASE would one by one.

    A pattern never overlaps itself; different patterns may overlap, and are told apart by key and place only.
    With `write_out` the patterns are lines that it turns into expressions when they are first needed, which keeps a
    start cheap: it may put an expression for a slot ("{n}") and make a space any gap, and it must see to it that a line
    which begins or ends with a word does so at a word's edge in the text as well.
    `uses_wheel` False keeps to pure Python, for those who want to be sure that it makes no difference.
    """

    def __init__(
        self,
        patterns: Mapping[str, Sequence[str]] | Iterable[tuple[str, str]],
        *,
        write_out: Callable[[str], str] | None = None,
        uses_wheel: bool = True,
    ) -> None:
        self._pairs: list[tuple[str, str]] = (
            [(key, source) for key, sources in patterns.items() for source in sources]
            if isinstance(patterns, Mapping)
            else list(patterns)
        )
        self._write_out = write_out
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self._pairs)
        self._others: list[tuple[Need, ...]] = []
        self._begins: list[Need | None] = []
        self._always: set[int] = set()
        self._by_word: dict[str, list[int]] = {}
        by_part: dict[str, list[int]] = {}
        for number, (_, source) in enumerate(self._pairs):
            all_of, begins_with = needs_of(source, is_framed=write_out is not None)
            self._others.append(all_of[1:])
            self._begins.append(begins_with if begins_with and len(begins_with.parts) <= _FEW_PARTS else None)
            if not all_of:
                self._always.add(number)
                continue
            for word in all_of[0].words:
                self._by_word.setdefault(word, []).append(number)
            for part in all_of[0].parts:
                by_part.setdefault(part, []).append(number)
        self._by_part = (_automaton(by_part) if uses_wheel else None) or _grouped(by_part)

    def hits(self, reading: Reading) -> list[Hit]:
        """All hits, in order of place; a match of no length is none."""
        text, folded, tokens = reading.text, reading.folded, reading.tokens
        if not text.isascii() and _LOOKALIKES.search(text):
            folded = folded.translate(_ALIKE)
            tokens = _WORD.findall(folded)
        words = set(tokens)
        if _DIGIT.search(folded):
            words.add(ANY_DIGIT)
        places = _Places(folded, words)
        found: set[Hit] = set()
        for number in self._candidates(folded, words):
            key = self._pairs[number][0]
            pattern = self._compiled[number] or self._compile(number)
            begins = self._begins[number]
            if begins is None:
                for match in pattern.finditer(text):
                    found.add(Hit(key, *match.span()))
                continue
            past = 0
            for place in places.of(begins):
                if place >= past and (here := pattern.match(text, place)) is not None:
                    past = here.end()
                    found.add(Hit(key, place, past))
        return sorted((hit for hit in found if hit.end > hit.start), key=_place)

    def _candidates(self, folded: str, words: set[str]) -> Iterator[int]:
        """The patterns whose every need is met."""
        numbers = self._by_part(folded)
        numbers |= self._always
        for word in self._by_word.keys() & words:
            numbers.update(self._by_word[word])
        for number in numbers:
            for must_words, parts in self._others[number]:
                if must_words.isdisjoint(words):
                    for part in parts:
                        if part in folded:
                            break
                    else:
                        break
            else:
                yield number

    def _compile(self, number: int) -> re.Pattern[str]:
        source = self._pairs[number][1]
        pattern = re.compile(self._write_out(source) if self._write_out else source, re.IGNORECASE)
        self._compiled[number] = pattern
        return pattern


class _Places:
    """Where texts stand in one text, looked up once each."""

    __slots__ = ("_folded", "_known", "_words")

    def __init__(self, folded: str, words: set[str]) -> None:
        self._folded = folded
        self._words = words
        self._known: dict[str, list[int]] = {}

    def of(self, begins: Need) -> list[int]:
        """The places where one of these texts begins, in order."""
        found: list[int] = []
        for text in (*(begins.words & self._words), *begins.parts):
            places = self._known.get(text)
            if places is None:
                places = self._known[text] = self._find(text)
            found = [*found, *places] if found else places
        return sorted(set(found)) if len(found) > 1 else found

    def _find(self, text: str) -> list[int]:
        folded = self._folded
        if text == ANY_DIGIT:
            return [match.start() for match in _DIGIT.finditer(folded)]
        places: list[int] = []
        place = folded.find(text)
        while place >= 0:
            places.append(place)
            place = folded.find(text, place + 1)
        return places


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.key


def _automaton(by_part: Mapping[str, list[int]]) -> Finder | None:
    """The search in one walk; None where the wheel is not installed or there is nothing to look for."""
    try:
        import ahocorasick
    except ImportError:
        return None
    if not by_part:
        return None
    automaton = ahocorasick.Automaton()
    for part, numbers in by_part.items():
        automaton.add_word(part, tuple(numbers))
    automaton.make_automaton()

    def candidates(folded: str) -> set[int]:
        return {number for _, numbers in automaton.iter(folded) for number in numbers}

    return candidates


def _grouped(by_part: Mapping[str, list[int]]) -> Finder:
    """The search by groups of four characters, with shorter texts looked up one by one."""
    short = [(part, numbers) for part, numbers in by_part.items() if len(part) < _GROUP]
    groups: dict[tuple[str, ...], list[tuple[str, list[int]]]] = {}
    for part, numbers in by_part.items():
        if len(part) >= _GROUP:
            groups.setdefault(tuple(part[:_GROUP]), []).append((part, numbers))
    known = groups.keys()

    def candidates(folded: str) -> set[int]:
        found = {number for part, numbers in short if part in folded for number in numbers}
        for group in known & set(zip(folded, folded[1:], folded[2:], folded[3:], strict=False)):
            for part, numbers in groups[group]:
                if part in folded:
                    found.update(numbers)
        return found

    return candidates
