"""How alike two texts are, by the runs of three words that they share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from math import ceil

from toonbank.language.late import late
from toonbank.language.reading import fold

RUN = 3  # words in a row
_NOISE = late(r"https?://\S+|www\.\S+|[^\W_]+(?:['’][^\W_]+)*", re.IGNORECASE)
_MARKS = late(r"[\u0300-\u036f]")

Shingles = frozenset[tuple[str, ...]]


def plain_words(text: str) -> list[str]:
    """The words in small letters without accents; marks, emoji, links and the # and @ before a word are left out."""
    plain = fold(unicodedata.normalize("NFC", text))
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    words = _NOISE.findall(plain)
    return [word.replace("’", "'") for word in words if not word.startswith(("http:", "https:", "www."))]


@lru_cache(maxsize=1024)
def shingles(text: str) -> Shingles:
    """All runs of three words of a text; a shorter text is one run, a text without words none.

    Kept: while somebody types, the same few hundred earlier posts are compared at every pause.
    """
    words = plain_words(text)
    if len(words) < RUN:
        return frozenset((tuple(words),)) if words else frozenset()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def overlap(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """What two sets share as a part of all they hold (Jaccard); 0 when both are empty.

    For one text against many: make its shingles once, and compare those.
    """
    if one.isdisjoint(other):  # as most are: that is sooner seen
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def repeats(texts: Sequence[Shingles], share: float) -> Iterator[tuple[int, int]]:
    """Each text that has `share` in common with an earlier one, and the first such, by their places. A repeat is not repeated itself.

    Two sets that have such a part in common share at least one of their first few members in any order that holds for both.
    In the order of rarity those few hardly ever meet by chance, so that few pairs are left to be compared.
    """
    counts = Counter(run for own in texts for run in own)
    seen: dict[tuple[str, ...], list[int]] = {}
    for place, own in enumerate(texts):
        few = sorted(own, key=lambda run: (counts[run], run))[: len(own) - ceil(share * len(own)) + 1]
        few = [run for run in few if counts[run] > 1]
        near = {other for run in few for other in seen.get(run, ())}
        twin = next((other for other in sorted(near) if overlap(own, texts[other]) >= share), None)
        if twin is not None:
            yield place, twin
            continue
        for run in few:
            seen.setdefault(run, []).append(place)


def likeness(a: str, b: str) -> float:
    """From 0 (nothing in common) to 1 (the same words in the same order), whatever the marks, emoji and capitals.

    Two texts without any words, such as two bare emoji, are alike when they are the same.
    """
    one, other = shingles(a), shingles(b)
    if not one and not other:
        return float(bool(a.strip()) and a.strip() == b.strip())
    return overlap(one, other)
