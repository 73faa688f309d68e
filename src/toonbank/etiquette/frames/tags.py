"""A sentence as the sorts of its words: what a frame looks at instead of the words themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from toonbank.etiquette.frames.words import SORTS, TAILS
from toonbank.language.goods import is_goods
from toonbank.language.nouns import KIND_OF
from toonbank.language.numberwords import is_number_word
from toonbank.language.reading import fold

_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%€£$]|[,;:–—()!?\n]|->|→")
_EDGES = frozenset(",;:–—()!?\n")
_SIGNS = {"%": "PCT", "€": "EURO", "£": "EURO", "$": "EURO", "->": "ARROW", "→": "ARROW"}
_PRICE = re.compile(r"\d+[.,]\d\d$")
_HUMAN_ENDS = ("ers", "sters", "aars", "isten", "lovers", "fans", "fanaten", "liefhebbers", "ists")
_NOUNS = {"time": "SPAN", "age": "YEARS", "people": "PEOPLE", "praise": "PRAISE", "goods": "PIECE"}
_NO_PIECE = frozenset(
    [
        "over",
        "left",
        "remaining",
        "available",
        "beschikbaar",
        "voorraad",
        "voorradig",
        "stock",
        "shelf",
        "schap",
        "plank",
    ]
)
_ARTICLES = frozenset(("een", "a", "an"))
_MOST_KNOWN = 50_000
MOST_WORDS = 250  # in one sentence; what comes after is no sentence any more


class Sort(NamedTuple):
    """What a word can be: as bits, to tell quickly which frames may fit, and written out, to fit them."""

    mask: int
    written: str


class _Sorts(dict[str, Sort]):
    """The sorts of words, worked out when a word is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.bits: dict[str, int] = {}
        self.listed: dict[str, set[str]] = {}
        for sort, words in SORTS.items():
            for word in words.split():
                self.listed.setdefault(word, set()).add(sort)

    def learn(self, words: Iterable[str]) -> None:
        """Words that frames name literally: they are a sort of their own."""
        for word in words:
            self.listed.setdefault(word, set()).add(word)

    def bit(self, sort: str) -> int:
        """The bit of a sort."""
        return self.bits.setdefault(sort, 1 << len(self.bits))

    def __missing__(self, word: str) -> Sort:
        names = {*self.listed.get(word, ()), *_guessed(word)}
        found = Sort(sum(self.bit(name) for name in names), f"< {' '.join(sorted(names))} >")
        if len(self) > _MOST_KNOWN:
            self.clear()
            _MASKS.clear()
        self[word] = found
        return found


def _guessed(word: str) -> Iterator[str]:
    """The sorts of a word that no list holds, by its ending."""
    if word[0].isdigit():
        yield "NUM"
        if _PRICE.match(word):
            yield "MONEY"
    elif word in _SIGNS:
        yield _SIGNS[word]
    elif is_number_word(word) and word not in _ARTICLES:
        yield "NUM"
    elif "n't" in word or "n’t" in word:
        yield "NEG"
    else:
        yield from (sort for sort, ends in TAILS if word.endswith(ends))
        kind = KIND_OF.get(word, "")
        if kind and word not in _NO_PIECE:
            yield _NOUNS.get(kind, kind)
        if is_goods(word):
            yield "GOODS"
        if len(word) > 6 and word.endswith(_HUMAN_ENDS) and not is_goods(word):
            yield "HUMANS"


SORT_OF = _Sorts()
_CAPITAL = SORT_OF.bit("CAP")  # any word may be written with a capital: small letters do not tell


class _Written(dict[str, str]):
    """A piece as it stands in the text -> its sorts written out; an edge of a clause is a bar."""

    def __missing__(self, piece: str) -> str:
        if piece in _EDGES:
            written = "|"
        else:
            written = SORT_OF[fold(piece)].written
            if piece[0].isupper():
                written = f"< CAP{written[1:]}"
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[piece] = written
        return written


_WRITTEN = _Written()


class Tagged:
    """The words of one sentence, written as their sorts, with the way back to their places."""

    __slots__ = ("_parts", "_places", "_text", "written")

    def __init__(self, text: str) -> None:
        pieces = _PIECE.findall(text)
        del pieces[MOST_WORDS:]
        parts = list(map(_WRITTEN.__getitem__, pieces))
        for place, piece in enumerate(pieces):
            if piece not in _EDGES:  # the first word has its capital because it is the first
                parts[place] = SORT_OF[fold(piece)].written
                break
        self._text, self._parts = text, parts
        self._places: tuple[list[int], list[tuple[int, int]]] | None = None
        self.written = "".join(parts)

    def place(self, first: int, last: int) -> tuple[int, int] | None:
        """The place in the sentence of what was matched in `written`."""
        if self._places is None:
            self._places = self._found_again()
        starts, words = self._places
        low = bisect_right(starts, first) - 1
        if low < 0 or starts[low] < first:
            low += 1
        high = bisect_right(starts, last - 1) - 1
        if high < low:
            return None
        return words[low][0], words[high][1]

    def _found_again(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Where each word begins in `written`, and its place in the sentence; few sentences are asked for them."""
        starts: list[int] = []
        words: list[tuple[int, int]] = []
        length = 0
        for part, match in zip(self._parts, _PIECE.finditer(self._text), strict=False):
            if part != "|":
                starts.append(length)
                words.append(match.span())
            length += len(part)
        return starts, words


class _Masks(dict[str, int]):
    def __missing__(self, word: str) -> int:
        mask = self[word] = SORT_OF[word].mask
        return mask


_MASKS = _Masks()


def mask_of(tokens: Iterable[str], folded: str) -> int:
    """All that the words and signs of a sentence can be, together."""
    mask = reduce(or_, map(_MASKS.__getitem__, tokens), _CAPITAL)
    if not folded.isalpha():
        for sign in _SIGNS:
            if sign in folded:
                mask |= SORT_OF[sign].mask
    return mask
