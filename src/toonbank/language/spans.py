"""Ways back from normalised text to the places of the original, never through the middle of a character."""

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import pairwise

_JOINER = "\u200d"
_CLINGING = frozenset("\ufe0e\ufe0f\u20e3") | frozenset(map(chr, range(0x1F3FB, 0x1F400)))


class SpanMap:
    """The places of an original text for the places of its NFC form."""

    __slots__ = ("_normal", "_original")

    def __init__(self, original: str, normal: str) -> None:
        self._original, self._normal = [0], [0]
        pieces = list(_pieces(original))
        normalised = [unicodedata.normalize("NFC", piece) for piece in pieces]
        if "".join(normalised) != normal:
            # A script whose letters join across our cuts: one piece is coarse, but never wrong.
            pieces, normalised = [original], [normal]
        for piece, form in zip(pieces, normalised, strict=True):
            self._original.append(self._original[-1] + len(piece))
            self._normal.append(self._normal[-1] + len(form))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch of the original that holds the whole of `start`..`end`."""
        first = self._original[max(0, bisect_right(self._normal, start) - 1)]
        if end <= start:
            return first, first
        return first, self._original[min(bisect_left(self._normal, end), len(self._original) - 1)]


def _pieces(text: str) -> list[str]:
    """The text cut before every character that cannot melt into the one before it."""
    cuts = [0]
    cuts += [place for place, char in enumerate(text) if place and not _may_melt(char)]
    cuts.append(len(text))
    return [text[start:end] for start, end in pairwise(cuts)]


def _may_melt(char: str) -> bool:
    if char < "\u0300":
        return False
    # Korean vowels and finals melt into the syllable before them and are no marks.
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def whole_character_end(text: str, start: int, end: int) -> int:
    """`end`, moved on past accents, skin tones and joined emoji that belong to the last character."""
    length = len(text)
    if end <= start:
        return end
    while end < length and (char := text[end]) >= "\u0300":
        if char == _JOINER:
            end = min(end + 2, length)
        elif char in _CLINGING or unicodedata.combining(char):
            end += 1
        else:
            break
    return end
