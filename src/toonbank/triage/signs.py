"""Signs: what customers say, by kind, from the word lists in `lexicon/`: harm, law, blame, praise and so on.

A list holds words ("kapot"), beginnings ("teleurge*"), choices ("mijn|zijn") and phrases, in which `_` stands for at
most three words. A sign after a denial ("niet blij", "no complaints") gets a name of its own: `praise~`.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from os import path
from typing import NamedTuple

# A denial turns these around. Law and danger stay what they are: "no blood" is still talk of blood.
TURNED = frozenset({"praise", "pos", "neg", "annoy", "problem", "blame", "doubt", "fault", "peril", "harm"})
ENDS = frozenset({".", "!", "!!", "?", "??", "!?", "?!", "…"})
_ASKING = frozenset(end for end in ENDS if "?" in end)
_TELLING = ENDS - _ASKING
# Whole frames that say by themselves what it is. The model does not weigh them: see `weighing.heeded`.
PLAIN_DANGER, PLAIN_LAW = "plain-danger", "plain-law"
_UNWEIGHED = frozenset({PLAIN_DANGER, PLAIN_LAW})
_GAP = "_"
_MOST_BETWEEN = 3
_SHORTEST_START = 2
_MOST_KEPT = 50_000
_MOST_COUNTED = 3


class Sign(NamedTuple):
    """One sign; `first` and `last` are places in the list of words, `last` not included."""

    name: str
    first: int
    last: int


@dataclass(slots=True)
class _Part:
    """One place of a phrase: these words, or words that begin like this; or a gap."""

    words: frozenset[str]
    starts: tuple[str, ...]
    is_gap: bool = False

    def fits(self, word: str) -> bool:
        """Whether this word can stand here."""
        return word in self.words or (bool(self.starts) and word.startswith(self.starts))


@dataclass(slots=True)
class _Phrase:
    """A sign of more than one word, and what must follow the first `known` of them."""

    name: str
    known: int
    rest: tuple[_Part, ...]


@dataclass(slots=True)
class _Hit:
    """What one word brings: its signs, the same after a denial, phrases that begin with it, also by the word that must follow."""

    names: tuple[str, ...]
    turned: tuple[str, ...]
    phrases: tuple[_Phrase, ...]
    followed: Mapping[str, tuple[_Phrase, ...]]
    is_denial: bool
    is_end: bool
    is_quiet: bool  # nothing but what the next word may make of it


class _Known(dict[str, _Hit | None]):
    """Word -> what it brings, None when that is nothing; looked up once, then remembered."""

    def __init__(self, look_up: Callable[[str], _Hit | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Hit | None:
        if len(self) > _MOST_KEPT:
            self.clear()
        hit = self[word] = self._look_up(word)
        return hit


class Lexicon:
    """The signs of one language."""

    def __init__(self, lists: dict[str, dict[str, str]]) -> None:
        self.names = tuple(lists)
        self._words: dict[str, tuple[str, ...]] = {}
        self._starts: dict[str, list[str]] = {}
        self._followed: dict[str, dict[str, tuple[_Phrase, ...]]] = {}
        self._open: dict[str, list[_Phrase]] = {}
        self._open_starts: dict[str, list[_Phrase]] = {}
        self._known = _Known(self._look_up)
        for name, table in lists.items():
            for entry in _entries(table["say"]):
                self._add(name, [_part(piece) for piece in entry.split()])
        self._begun = {
            start: (tuple(self._starts.get(start, ())), tuple(self._open_starts.get(start, ())))
            for start in {**self._starts, **self._open_starts}
        }
        # How long the beginnings are that begin with these letters, shortest first.
        self._lengths: dict[str, tuple[int, ...]] = {}
        for start in sorted(self._begun, key=len):
            lengths = self._lengths.get(start[:_SHORTEST_START], ())
            self._lengths[start[:_SHORTEST_START]] = (*lengths, *({len(start)} - {*lengths}))

    def _add(self, name: str, parts: list[_Part]) -> None:
        first, rest = parts[0], tuple(parts[1:])
        if not rest:
            for word in first.words:
                self._words[word] = (*self._words.get(word, ()), name)
            for start in first.starts:
                self._starts.setdefault(start, []).append(name)
            return
        second = rest[0]
        is_closed = not (second.is_gap or second.starts)
        for word in first.words:
            if is_closed:
                for other in second.words:
                    followed = self._followed.setdefault(word, {})
                    followed[other] = (*followed.get(other, ()), _Phrase(name, 2, rest[1:]))
            else:
                self._open.setdefault(word, []).append(_Phrase(name, 1, rest))
        for start in first.starts:
            self._open_starts.setdefault(start, []).append(_Phrase(name, 1, rest))

    def signs(self, words: Sequence[str]) -> list[Sign]:
        """All signs in these words (see `features.tokens`), in order; they may overlap."""
        found: list[Sign] = []
        denied, new = -9, tuple.__new__  # the hottest loop of triage
        hits = zip(map(self._known.__getitem__, words), [*words[1:], ""], strict=False)
        for place, (hit, after) in enumerate(hits):
            if hit is None:
                continue
            follows = hit.followed.get(after, ())
            if hit.is_quiet and not follows:
                continue
            turned = place - denied < _MOST_BETWEEN
            for name in hit.turned if turned else hit.names:
                found.append(new(Sign, (name, place, place + 1)))  # noqa: PERF401 - an extend is slower here
            for phrase in hit.phrases + follows:
                end = _end_of(phrase.rest, words, place + phrase.known)
                if end:
                    found.append(Sign(_turn(phrase.name) if turned else phrase.name, place, end))
            if hit.is_denial:
                denied = place
            elif hit.is_end:
                denied = -9
        return _without_lookalikes(found)

    def _look_up(self, word: str) -> _Hit | None:
        names = list(self._words.get(word, ()))
        phrases = list(self._open.get(word, ()))
        for length in self._lengths.get(word[:_SHORTEST_START], ()):
            if length > len(word):
                break
            if begun := self._begun.get(word[:length]):
                names += [name for name in begun[0] if name not in names]
                phrases += begun[1]
        followed, is_end = self._followed.get(word, {}), word in ENDS
        is_quiet = not (names or phrases or is_end)
        if is_quiet and not followed:
            return None
        turned = tuple(map(_turn, names))
        return _Hit(tuple(names), turned, tuple(phrases), followed, "not" in names, is_end, is_quiet)


def _without_lookalikes(signs: list[Sign]) -> list[Sign]:
    """Without the signs inside a phrase that only looks like one: "court shoes" is no court."""
    alike = [(sign.first, sign.last) for sign in signs if sign.name == "alike"]
    if not alike:
        return signs
    return [
        sign
        for sign in signs
        if sign.name != "alike" and not any(first <= sign.first < last for first, last in alike)
    ]


def _turn(name: str) -> str:
    return f"{name}~" if name in TURNED else name


def _end_of(parts: Sequence[_Part], words: Sequence[str], place: int) -> int:
    """Where these parts end when they follow from `place`; 0 when they do not."""
    for number, part in enumerate(parts):
        if part.is_gap:
            for further in range(place, min(place + _MOST_BETWEEN, len(words) - 1) + 1):
                if further > place and words[further - 1] in ENDS:
                    return 0
                end = _end_of(parts[number + 1 :], words, further)
                if end:
                    return end
            return 0
        if place >= len(words) or not part.fits(words[place]):
            return 0
        place += 1
    return place


def _entries(block: str) -> list[str]:
    return [entry for raw in block.replace("\n", ",").split(",") if (entry := raw.strip())]


def _part(piece: str) -> _Part:
    if piece == _GAP:
        return _Part(frozenset(), (), is_gap=True)
    choices = piece.split("|")
    starts = tuple(
        choice[:-1] for choice in choices if choice.endswith("*") and len(choice) > _SHORTEST_START
    )
    return _Part(frozenset(choice for choice in choices if choice[:-1] not in starts), starts)


@cache
def lexicon(lang: str) -> Lexicon:
    """The signs of "nl" or "en"."""
    with open(path.join(path.dirname(__file__), "lexicon", f"{lang}.toml"), "rb") as file:
        return Lexicon(tomllib.load(file))


def sign_features(words: Sequence[str], signs: Sequence[Sign]) -> list[str]:
    """What a model sees of the signs: each one, each that follows another, and how the message asks."""
    names = counted(words, signs)
    return [
        *(f"c:{name}" for name in names),
        *(following(one, other) for one, other in pairwise(names)),
        asking(words),
    ]


def counted(words: Sequence[str], signs: Sequence[Sign]) -> list[str]:
    """The names of the signs in order, of one word three times at most: who says it ten times is no ten times as angry."""
    if any(sign[0] in _UNWEIGHED for sign in signs):
        signs = [sign for sign in signs if sign.name not in _UNWEIGHED]
    names = [sign.name for sign in signs]
    if len(names) - len(set(names)) < _MOST_COUNTED:
        return names
    said: dict[tuple[str, str], int] = {}
    kept = []
    for name, first, _ in signs:
        times = said[name, words[first]] = said.get((name, words[first]), 0) + 1
        if times <= _MOST_COUNTED:
            kept.append(name)
    return kept


def following(one: str, other: str) -> str:
    """The feature of two signs that follow each other."""
    return f"k:{one} {other}"


def asking(words: Sequence[str]) -> str:
    """The feature of how the message asks: all of it, at its end, somewhere, or not at all."""
    if _ASKING.isdisjoint(words):
        return "q:none"
    if words[-1] in _ASKING:
        return "q:only" if _TELLING.isdisjoint(words) else "q:last"
    return "q:some"
