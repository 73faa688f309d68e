"""Many patterns at once; every hit is exactly what `re` finds on the text.

Nearly all patterns cannot match without certain words or texts. We look for those first, all at the same time, and run
`re` only for the patterns that can match. A plan says how each is looked for: by the two words, or some letters, that it
begins with; by a word of the text; or by a part of it, with the `pyahocorasick` wheel in one walk, without it by the
groups of four characters that the text holds. A pattern is compiled when it is first needed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from toonbank.language.plan import ANY_DIGIT, ANY_WORD, Need, Plan
from toonbank.language.reading import Reading

_GROUP = 4
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_DIGIT_AT_EDGE = re.compile(r"(?<!\w)\d")
# With re.IGNORECASE these match an i and an s; small letters alone would hide that from the search for texts.
_LOOKALIKES = re.compile("[ıİſ]")
_ALIKE = str.maketrans("ıİſ", "iis")

Finder = Callable[[str], set[str]]
_Try = tuple[int, int]  # which of the words, and which pattern


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
    `plan` is what `planning.plan_lines` said of the same patterns; without it that is asked now, which takes long.
    `uses_wheel` False keeps to pure Python, for those who want to be sure that it makes no difference.
    """

    def __init__(
        self,
        patterns: Mapping[str, Sequence[str]] | Iterable[tuple[str, str]],
        *,
        write_out: Callable[[str], str] | None = None,
        plan: Plan | None = None,
        uses_wheel: bool = True,
    ) -> None:
        self._pairs: list[tuple[str, str]] = (
            [(key, source) for key, sources in patterns.items() for source in sources]
            if isinstance(patterns, Mapping)
            else list(patterns)
        )
        self._write_out = write_out
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self._pairs)
        self._plan = plan or self._plan_now()
        parts = self._plan.parts.keys() | self._plan.stems.keys()
        self._parts_in = (_automaton(parts) if uses_wheel else None) or _grouped(parts)

    def _plan_now(self) -> Plan:
        from toonbank.language.planning import plan_lines  # only here: it is slow, and starts slowly

        return Plan(plan_lines((source for _, source in self._pairs), self._write_out))

    def hits(self, reading: Reading) -> list[Hit]:
        """All hits, in order of place; a match of no length is none."""
        text, folded, tokens = reading.text, reading.folded, reading.tokens
        if not text.isascii() and _LOOKALIKES.search(text):
            folded = folded.translate(_ALIKE)
            tokens = _WORD.findall(folded)
        seen = _Seen(text, folded, tokens, at_edges=self._write_out is not None)
        if reading.has_digit:
            seen.words.add(ANY_DIGIT)
        tries = self._tries_by_pairs(seen)
        found: set[Hit] = set()
        for number in self._met(seen, self._wanted(seen, tries)):
            self._find(seen, number, found)
        if tries:
            self._try(seen, tries, found)
        return sorted(found, key=_place) if found else []

    def _tries_by_pairs(self, seen: "_Seen") -> list[_Try]:
        """The patterns that may begin at a word because of that word and the next."""
        tries: list[_Try] = []
        plan, tokens = self._plan, seen.tokens
        pairs, seconds = plan.pairs, [*tokens[1:], ANY_WORD]
        for at, word in enumerate(tokens):
            if word in pairs:
                follows, anyhow = pairs[word] or plan.follows(word)
                numbers = follows.get(seconds[at], anyhow)
                if numbers:
                    tries += [(at, number) for number in numbers]
        return tries

    def _wanted(self, seen: "_Seen", tries: list[_Try]) -> set[int]:
        """The patterns that are looked for by a word or a part that the text holds; what stems tell joins `tries`."""
        plan, numbers = self._plan, set(self._plan.always)
        words, parts, stems = plan.words, plan.parts, plan.stems
        for part in self._parts_in(seen.folded):
            if part in parts:
                needing = parts[part]
                numbers.update(plan.needing_part(part) if needing is None else needing)
            if part in stems:
                stemmed = stems[part]
                if stemmed is None:
                    stemmed = plan.beginning_with(part)
                if stemmed:
                    tries += [(at, number) for at in seen.words_with(part) for number in stemmed]
        for word in words.keys() & seen.words:
            needing = words[word]
            numbers.update(plan.needing(word) if needing is None else needing)
        return numbers

    def _met(self, seen: "_Seen", numbers: Iterable[int]) -> list[int]:
        """Those of the patterns whose every need is met."""
        met = []
        words, folded, known = seen.words, seen.folded, self._plan.all_of
        for number in numbers:
            all_of = known[number]
            if all_of is None:
                all_of = self._plan.needs_of(number).all_of
            for must_words, parts in all_of:
                if must_words.isdisjoint(words):
                    for part in parts:
                        if part in folded:
                            break
                    else:
                        break
            else:
                met.append(number)
        return met

    def _try(self, seen: "_Seen", tries: list[_Try], found: set[Hit]) -> None:
        """The hits of patterns at the words where they may begin; none overlaps one of the same pattern before it."""
        met = set(self._met(seen, {number for _, number in tries}))
        tries = sorted(one for one in tries if one[1] in met)
        if not tries:
            return
        starts = seen.starts(tries[-1][0] + 1)
        past: dict[int, int] = {}
        for at, number in tries:
            place = starts[at]
            if place >= past.get(number, 0):
                match = (self._compiled[number] or self._compile(number)).match(seen.text, place)
                if match is not None:
                    past[number] = match.end()
                    found.add(Hit(self._pairs[number][0], place, match.end()))

    def _find(self, seen: "_Seen", number: int, found: set[Hit]) -> None:
        """The hits of a pattern wherever it may begin."""
        key, pattern = self._pairs[number][0], self._compiled[number] or self._compile(number)
        begins = self._plan.needs_of(number).begins_with
        if begins is None:
            for match in pattern.finditer(seen.text):
                if match.end() > match.start():
                    found.add(Hit(key, *match.span()))
            return
        past = 0
        for place in seen.places(begins):
            if place >= past and (here := pattern.match(seen.text, place)) is not None:
                past = here.end()
                if past > place:
                    found.add(Hit(key, place, past))

    def _compile(self, number: int) -> re.Pattern[str]:
        source = self._pairs[number][1]
        pattern = re.compile(self._write_out(source) if self._write_out else source, re.IGNORECASE)
        self._compiled[number] = pattern
        return pattern


class _Seen:
    """One text as the scanner sees it; where texts stand in it is looked up once each.

    `at_edges`: no pattern that begins with a letter or a digit matches inside a word.
    """

    __slots__ = ("_at_edges", "_known", "folded", "text", "tokens", "words")

    def __init__(self, text: str, folded: str, tokens: list[str], *, at_edges: bool) -> None:
        self._at_edges = at_edges
        self.text = text
        self.folded = folded
        self.tokens = tokens
        self.words = set(tokens)
        self._known: dict[str, list[int]] = {}

    def starts(self, count: int) -> list[int]:
        """Where the first `count` words begin."""
        places, place, find = [], 0, self.folded.find
        for word in self.tokens[:count]:
            place = find(word, place)
            places.append(place)
            place += len(word)
        return places

    def words_with(self, part: str) -> list[int]:
        """Which of the words hold these letters."""
        return [at for at, word in enumerate(self.tokens) if part in word]

    def places(self, begins: Need) -> list[int]:
        """The places where one of these texts begins, in order."""
        found: list[int] = []
        for text in (*(begins.words & self.words), *begins.parts):
            places = self._known.get(text)
            if places is None:
                places = self._known[text] = self._find(text)
            if places:
                found = sorted({*found, *places}) if found else places
        return found

    def _find(self, text: str) -> list[int]:
        folded = self.folded
        if text == ANY_DIGIT:
            digit = _DIGIT_AT_EDGE if self._at_edges else _DIGIT
            return [match.start() for match in digit.finditer(folded)]
        places: list[int] = []
        is_word = self._at_edges and text[0].isalnum()
        place = folded.find(text)
        while place >= 0:
            if not (is_word and folded[place - 1 : place].isalnum()):
                places.append(place)
            place = folded.find(text, place + 1)
        return places


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.key


def _automaton(parts: Set[str]) -> Finder | None:
    """The search in one walk; None where the wheel is not installed or there is nothing to look for."""
    try:
        import ahocorasick
    except ImportError:
        return None
    if not parts:
        return None
    automaton = ahocorasick.Automaton()
    for part in parts:
        automaton.add_word(part, part)
    automaton.make_automaton()

    def parts_in(folded: str) -> set[str]:
        return {part for _, part in automaton.iter(folded)}

    return parts_in


def _grouped(parts: Set[str]) -> Finder:
    """The search by groups of four characters, with shorter texts looked up one by one."""
    short = [part for part in parts if len(part) < _GROUP]
    groups: dict[tuple[str, ...], list[str]] = {}
    for part in parts:
        if len(part) >= _GROUP:
            groups.setdefault(tuple(part[:_GROUP]), []).append(part)
    known = groups.keys()

    def parts_in(folded: str) -> set[str]:
        found = {part for part in short if part in folded}
        for group in known & set(zip(folded, folded[1:], folded[2:], folded[3:], strict=False)):
            found.update(part for part in groups[group] if part in folded)
        return found

    return parts_in
