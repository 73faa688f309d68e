"""Other spellings of the words in product names: small and bent forms, compounds split or joined, and one slip of the pen.

All is worked out from an index that is built once for a shelf; a word that the shelf knows as it is written is never looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from toonbank.language.goods import is_goods
from toonbank.language.names import name_key
from toonbank.language.reading import fold
from toonbank.language.tongue import SMALL_WORDS

LONG_ENOUGH = 6  # letters; a shorter word with a slip in it may be another word
PART = 3  # letters; the least that a part of a compound has
SMALL_FORMS = ("etje", "kje", "tje", "pje", "je")
MOST_KEPT = 20_000
_stem = lru_cache(maxsize=8192)(name_key)


class Spellings:
    """What the words of a text may stand for on one shelf."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parts: dict[str, tuple[str, ...]] = {}
        self._whole: dict[str, str] = {}
        known: set[str] = set()
        for name in names:
            words = fold(name).split()
            known.update(name_key(name).split())
            self._whole.update((word, name_key(word)) for word in words)
            for first, second in pairwise(words):
                self._parts[name_key(first + second)] = (name_key(first), name_key(second))
        self.known = frozenset(known)
        self._slips = _slips_of(self.known)
        self._heads = {word[:length] for word in self._whole for length in range(1, PART + 1)}
        self._kept: dict[str, tuple[str, ...]] = {}
        self._plain: set[str] = set()

    def added(self, words: Sequence[str]) -> frozenset[str]:
        """The words of the shelf that the words of a text mean, where the shelf does not write them so."""
        found = {one for word in set(words) - self._plain for one in self._meant_by(word)}
        for first, second in pairwise(words):
            if first[:PART] in self._heads:  # so begins hardly any word
                whole = self._whole.get(first + _stem(second))
                if whole is not None:
                    found.add(whole)
        return frozenset(found)

    def _meant_by(self, word: str) -> tuple[str, ...]:
        """Most words mean nothing here, and are kept so that they are never looked at again."""
        if len(self._plain) + len(self._kept) > MOST_KEPT:
            self._plain.clear()
            self._kept.clear()
        kept = self._kept.get(word)
        if kept is None:
            kept = self._worked_out(name_key(word))
            if kept:
                self._kept[word] = kept
            else:
                self._plain.add(word)
        return kept

    def _worked_out(self, stem: str) -> tuple[str, ...]:
        if stem in self.known or " " in stem or not stem:
            return ()
        return self._parts.get(stem) or self._small(stem) or self._bent(stem) or self._mistyped(stem)

    def _bent(self, word: str) -> tuple[str, ...]:
        """ "rode" for "rood", "witte" for "wit"."""
        plain = name_key(word + "n") if word.endswith("e") else ""
        return (plain,) if plain in self.known else ()

    def _small(self, word: str) -> tuple[str, ...]:
        """ "theepotje" for "theepot", "bloempje" for "bloem"."""
        for ending in SMALL_FORMS:
            bare = word.removesuffix(ending)
            if bare == word or len(bare) < PART:
                continue
            for form in (bare, bare[:-1] if bare[-1:] == bare[-2:-1] else bare):
                if (stem := name_key(form)) in self.known:
                    return (stem,)
        return ()

    def _mistyped(self, word: str) -> tuple[str, ...]:
        if len(word) < LONG_ENOUGH or not word.isalpha() or word in _ordinary() or is_goods(word):
            return ()
        near = {one for key in (word, *_without_one(word)) for one in self._slips.get(key, ())}
        near = {one for one in near if _is_one_slip(word, one)}
        return tuple(near) if len(near) == 1 else ()


def _slips_of(known: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Every long word, and what is left of it with a letter less, to the words it may be; two that are near are left out."""
    index: dict[str, set[str]] = {}
    for word in known:
        if len(word) >= LONG_ENOUGH and word.isalpha():
            for key in (word, *_without_one(word)):
                index.setdefault(key, set()).add(word)
    # "Berkel" and "Berken" are one letter apart: no slip can be told from a choice
    alike = {one for words in index.values() if len(words) > 1 for one in words}
    return {key: tuple(words) for key, words in index.items() if not words & alike}


def _without_one(word: str) -> Iterable[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _is_one_slip(first: str, second: str) -> bool:
    """Whether one letter more, less or other, or two letters swapped, makes the one word of the other."""
    if first[0] != second[0]:
        return False
    if len(first) == len(second):
        other = [place for place, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
        if len(other) == 1:
            return True
        return (
            len(other) == 2
            and other[1] == other[0] + 1
            and first[other[0]] == second[other[1]]
            and (first[other[1]] == second[other[0]])
        )
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    return len(longer) == len(shorter) + 1 and shorter in _without_one(longer)


@cache
def _ordinary() -> frozenset[str]:
    """Words that mean something of their own, and are no slip of a product's name."""
    from toonbank.etiquette.frames.words import SORTS  # here: frames need the kinds, and those the shelf

    return frozenset(name_key(word) for line in SORTS.values() for word in line.split()) | SMALL_WORDS
