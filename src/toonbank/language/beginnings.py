"""With which word the matches of an expression begin, and which word may stand right after it.

The scanner walks the words of a text once and tries an expression only where its first two words stand beside each
other. This is a full and exact reading of the expression by the parser of `re`, and slow; it is done beforehand, when an
index is made. What we cannot tell we say so: the scanner then looks for the expression by the texts that it needs.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]  # the only parser that knows all that `re` knows
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from toonbank.language.plan import ANY_WORD

UNKNOWN = "*"  # before or after letters of the first word: other letters, or none
_HARMLESS = re.IGNORECASE | re.DOTALL | re.MULTILINE  # flags that make nothing more a letter, or less a gap
_MOST = 3000
_ROUNDS = 4
_LETTERS_OF_A_SET = 12
_FEWEST_LETTERS = 3  # of a word that is known in part, to be worth looking for

Pairs = frozenset[tuple[str, str]]
_Parsed = Iterable[tuple[Any, Any]]  # `re` gives its trees no types


class _UnclearError(Exception):
    """The first word may be many things."""


class _State(NamedTuple):
    """How far a match has come: its first word, "" until that has ended, and the letters of the word that it is in."""

    first: str
    part: str


_States = set[_State]
_START, _UNKNOWN = _State("", ""), _State("", UNKNOWN)
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


@lru_cache(maxsize=4096)
def beginnings_of(expression: str) -> Pairs | None:
    """The pairs of first and second word, in small letters, that a match may begin with; None when it is unclear.

    The second is `ANY_WORD` where it may be anything or nothing; a first such as "*foto*" holds these letters.
    The words are runs of letters and digits, and the first one begins where the match begins. A match lies inside a
    text in which ı, İ and ſ were read as i and s, as the scanner does.
    """
    parsed = _parser.parse(expression, re.IGNORECASE)
    items = list(parsed)
    if not items or not _is_edge(items[0], behind=True) or parsed.state.flags & re.ASCII:
        return None
    walk = _Walk(is_closed=_is_edge(items[-1], behind=False))
    try:
        walk.end(walk.along({_START}, items))
    except _UnclearError:
        return None
    return frozenset(_telling(walk.pairs))


def _telling(pairs: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs without those that another one holds."""
    beginnings = tuple(first[:-1] for first, _ in pairs if first[-1] == UNKNOWN != first[0])
    for first, second in pairs:
        is_held = first.startswith(beginnings) and first[-1] != UNKNOWN
        if not is_held and (second == ANY_WORD or (first, ANY_WORD) not in pairs):
            yield first, second


def _is_edge(item: tuple[Any, Any], *, behind: bool) -> bool:
    """Whether this is (?<!\\w), or (?!\\w)."""
    operation, value = item
    if operation is not code.ASSERT_NOT or value[0] != (-1 if behind else 1):
        return False
    return list(value[1]) == [(code.IN, [(code.CATEGORY, code.CATEGORY_WORD)])]


class _Walk:
    """One walk over a parsed expression, along all ways at once."""

    def __init__(self, *, is_closed: bool) -> None:
        self.pairs: set[tuple[str, str]] = set()
        self._is_closed = is_closed

    def along(self, states: _States, items: _Parsed) -> _States:
        """Where a match may be after these items."""
        for operation, value in items:
            states = self._after(states, operation, value)
            if len(states) + len(self.pairs) > _MOST:
                states = self._without_seconds(states)
        return states

    def end(self, states: _States) -> None:
        """The expression stops here."""
        for first, part in states:
            if first:
                self._note(first, part if self._is_closed else ANY_WORD)
            else:
                self._note(self._word(part if self._is_closed else part + UNKNOWN), ANY_WORD)

    def _without_seconds(self, states: _States) -> _States:
        """Where a match may be, with the words after a first word that is known let go: there are too many."""
        firsts = {first for first, _ in self.pairs} | {state.first for state in states if state.first}
        within = {state for state in states if not state.first}
        if len(firsts) + len(within) > _MOST:
            raise _UnclearError
        self.pairs = {(first, ANY_WORD) for first in firsts}
        return within

    def _after(self, states: _States, operation: Any, value: Any) -> _States:
        if operation is code.LITERAL:
            return self._letter(states, chr(value))
        if operation is code.IN:
            return self._set(states, value)
        if operation in _REPEATS:
            return self._repeat(states, value)
        if operation is code.BRANCH:
            return set().union(*(self.along(states, branch) for branch in value[1]))
        if operation is code.SUBPATTERN:
            _, added, taken, inner = value
            if (added | taken) & ~_HARMLESS:
                raise _UnclearError
            return self.along(states, inner)
        if operation is code.ATOMIC_GROUP:
            return self.along(states, value)
        if operation in (code.AT, code.ASSERT, code.ASSERT_NOT):
            return states  # these only make a match rarer
        return self._anything(states)

    def _repeat(self, states: _States, value: tuple[int, int, _Parsed]) -> _States:
        low, high, body = value
        for _ in range(min(low, _ROUNDS)):
            states = self.along(states, body)
        reached = set(states)
        for _ in range(min(high - low, _ROUNDS) if low <= _ROUNDS else _ROUNDS):
            states = self.along(states, body) - reached
            reached |= states
        if states and max(high - low, low) > _ROUNDS:
            reached = (reached - states) | self._anything(states)
        return reached

    def _set(self, states: _States, items: list[tuple[Any, Any]]) -> _States:
        if items[0][0] is code.NEGATE:
            is_gap = (code.CATEGORY, code.CATEGORY_WORD) in items
            return self._gap(states) if is_gap else self._anything(states)
        reached: _States = set()
        for operation, value in items:
            if operation is code.LITERAL:
                reached |= self._letter(states, chr(value))
            elif operation is code.RANGE and value[1] - value[0] < _LETTERS_OF_A_SET:
                for char in range(value[0], value[1] + 1):
                    reached |= self._letter(states, chr(char))
            elif value in (code.CATEGORY_SPACE, code.CATEGORY_NOT_WORD):
                reached |= self._gap(states)
            elif value in (code.CATEGORY_WORD, code.CATEGORY_DIGIT):
                reached |= self._some_letter(states)
            else:
                reached |= self._anything(states)
        return reached

    def _letter(self, states: _States, char: str) -> _States:
        if not (char.isalnum() or char == "_"):
            return self._gap(states)
        small = char.lower()
        if not (char.isascii() or "à" <= small <= "ÿ"):  # others have doubles that small letters do not find
            return self._anything(states)
        return {_State(state.first, state.part + small) for state in states}

    def _some_letter(self, states: _States) -> _States:
        """A letter or digit, whichever it may be."""
        starting = {state for state in states if state in (_START, _UNKNOWN)}
        return self._anything(states - starting) | ({_UNKNOWN} if starting else set())

    def _gap(self, states: _States) -> _States:
        """Something that is surely no letter: a word that we were in has ended."""
        reached: _States = set()
        for state in states:
            first, part = state
            if first and part:
                self._note(first, part)
            elif first:
                reached.add(state)
            else:  # nothing yet, when the match begins with a mark before its first word
                reached.add(_State(self._word(part), ""))
        return reached

    def _anything(self, states: _States) -> _States:
        for first, part in states:
            self._note(first or self._word(part + UNKNOWN), ANY_WORD)
        return set()

    def _word(self, part: str) -> str:
        """The first word, if enough of it is known to look for it."""
        if not part or (UNKNOWN in part and len(part.strip(UNKNOWN)) < _FEWEST_LETTERS):
            raise _UnclearError
        return part

    def _note(self, first: str, second: str) -> None:
        self.pairs.add((first, second))
