"""Finding a shop's products in a text, whether it says "jas" or "jassen"."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from toonbank.language.reading import Reading, Word, fold

_LONGEST = 6
_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")


class Mention(NamedTuple):
    """A place that names something we know by `ref`."""

    ref: str
    start: int
    end: int


def name_key(text: str) -> str:
    """The key under which names are matched: small letters, no accents, each word without its plural."""
    return " ".join(_stem(word) for word in _WORD.findall(fold(_bare(text))))


def mentions(reading: Reading, keys: Mapping[str, str]) -> tuple[Mention, ...]:
    """Where the text names one of `keys` (name key -> ref), longest names first, none overlapping."""
    found: list[Mention] = []
    for sentence in reading.sentences:
        words = sentence.words
        stems = [_stem(_bare(word.folded)) for word in words]
        place = 0
        while place < len(words):
            place += _longest_at(words, stems, place, keys, found) or 1
    return tuple(found)


def _longest_at(
    words: tuple[Word, ...], stems: list[str], place: int, keys: Mapping[str, str], found: list[Mention]
) -> int:
    for count in range(min(_LONGEST, len(words) - place), 0, -1):
        ref = keys.get(" ".join(stems[place : place + count]))
        if ref is not None:
            found.append(Mention(ref, words[place].start, words[place + count - 1].end))
            return count
    return 0


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _stem(word: str) -> str:
    word = re.sub(r"['’ʼ]s?$", "", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("en"):
        return _DOUBLED.sub(r"\1", word[:-2])
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
