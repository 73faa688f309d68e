"""Finding a shop's products in a text, whether it says "jas" or "jassen"."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from toonbank.language.late import late
from toonbank.language.reading import Reading, fold

_LONGEST = 6
_LONGEST_WORD = 40
_WORD = late(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = late(r"['’ʼ]s?$")
_OPEN_SYLLABLE = late(r"(?:^|[^aeiouy])([aeou])[bcdfghklmnprstvz]$")
_HISSING = ("sses", "xes", "ches", "shes", "zzes")
_VOICELESS = {"v": "f", "z": "s"}
_IRREGULAR = {
    "glazen": "glas",
    "vaten": "vat",
    "bladen": "blad",
    "spelen": "spel",
    "schepen": "schip",
    "knives": "knife",
    "scarves": "scarf",
    "shelves": "shelf",
    "leaves": "leaf",
    "loaves": "loaf",
}


class NameBook(dict[str, str]):
    """Name key -> ref, with the first words of the keys at hand: make one for a shelf that is asked more than once."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__(keys)
        self.first_words = frozenset(key.split(" ", 1)[0] for key in keys)


class Mention(NamedTuple):
    """A place that names something we know by `ref`."""

    ref: str
    start: int
    end: int


def name_key(text: str) -> str:
    """The key under which names are matched: small letters, no accents, each word without its plural.

    Keys are for matching only: "Mutsen" and "muts" both become "mut". The key of a key is the key itself.
    """
    return " ".join(_stem(word) for word in _WORD.findall(_bare(fold(text))))


def mentions(reading: Reading, keys: Mapping[str, str]) -> tuple[Mention, ...]:
    """Where the text names one of `keys` (name key -> ref), longest names first, none overlapping.

    A name may have up to six words; only spaces, hyphens and the like may part them, never the end of a sentence.
    """
    book = keys if isinstance(keys, NameBook) else NameBook(keys)
    first_words = book.first_words
    found: list[Mention] = []
    for sentence in reading.sentences:
        words = sentence.words
        stems = [_key_of(word.folded) for word in words]
        if first_words.isdisjoint(stems):
            continue
        place = 0
        while place < len(words):
            taken = _longest_at(stems, place, book) if stems[place] in first_words else None
            if taken is None:
                place += 1
                continue
            found.append(Mention(taken[0], words[place].start, words[place + taken[1] - 1].end))
            place += taken[1]
    return tuple(found)


def _longest_at(stems: list[str], place: int, keys: Mapping[str, str]) -> tuple[str, int] | None:
    for count in range(min(_LONGEST, len(stems) - place), 0, -1):
        ref = keys.get(" ".join(stems[place : place + count]))
        if ref is not None:
            return ref, count
    return None


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    ).lower()


@lru_cache(maxsize=8192)
def _key_of(word: str) -> str:
    return _stem(_bare(word))


def _stem(word: str) -> str:
    """The word without its plural; repeated until nothing is left to take off, so that singular and plural meet."""
    if len(word) > _LONGEST_WORD:
        return word
    while (shorter := _shorter(word)) != word:
        word = shorter
    return word


def _shorter(word: str) -> str:
    bare = _POSSESSIVE.sub("", word)
    if bare != word and bare:
        return bare
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    length = len(word)
    if length > 4 and word.endswith(("ies", "ie")):
        return word.removesuffix("s")[:-2] + "y"
    if length > 4 and word.endswith(_HISSING):
        return word[:-2]
    if length > 4 and word.endswith("en"):
        return _closed(word[:-2])
    if length > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _closed(stem: str) -> str:
    """A Dutch word after its -en: pott(en) -> pot, man(en) -> maan, laarz(en) -> laars."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1]
    if _OPEN_SYLLABLE.search(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    return stem[:-1] + _VOICELESS.get(stem[-1], stem[-1])
