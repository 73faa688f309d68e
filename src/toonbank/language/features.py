"""What a small model sees of a text: its words, neighbours, word parts and how it is written.

One text costs one walk of one expression. A word stands in small letters, with long-drawn letters shortened
("zoooo" is "zoo"); every number is `0`, every link `url`, every name after an @ is `@`. An emoji, a smiley and
a row of marks are words too. The features of a text are strings:

- `w:duur` a word, `g:<duu` three to five letters of a word (`<` and `>` are its edges, so a typing error, an ending or
  a Dutch compound loses some parts and keeps the others), `u:DUUR` that it is shouted;
- `p:niet duur` two words that follow each other;
- `t:?` how the text ends, `t:long` and so on how long it is, `t:to` that it begins by addressing somebody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from zlib import crc32

from toonbank.language.late import late

_PICTURES = "\u203c\u2049\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
TOKEN = late(
    r"#?[^\W\d_]+(?:['’][^\W\d_]+)*(?:(?<=http)s?://\S{1,400}|(?<=https)://\S{1,400})?|@\w+|\d+(?:[.,:]\d+)*"
    rf"|[:;=8][-']?[()DPp/\\|*](?!\w)|<3|[!?]+|\.\.+|…|\.(?=\s|$)|[{_PICTURES}]|[€$£%]"
)
_DRAWN = late(r"(.)\1{2,}")
_LONGEST_WORD = 24
_MOST_KEPT = 100_000
_WORD_SO_FAR = crc32(b"w:")
_PART_SO_FAR = crc32(b"g:")
_LENGTHS = (4, 9, 20, 40)
_LENGTH_NAMES = ("t:tiny", "t:short", "t:middle", "t:long", "t:story")


class _Plain(dict[str, str]):
    """What stands in the text -> the word that it is; looked up once, then remembered."""

    def __missing__(self, found: str) -> str:
        word = self[found] = _plain(found)
        if len(self) > _MOST_KEPT:
            self.clear()
        return word


_plain_of = _Plain().__getitem__


def tokens(text: str) -> list[str]:
    """The words of a text as the model knows them, in order."""
    return list(map(_plain_of, TOKEN.findall(text)))


def _plain(found: str) -> str:
    first = found[0]
    if first.isalpha() or (first == "#" and len(found) > 1):
        if "://" in found or found == "URL":
            return "url"
        return _DRAWN.sub(_twice, found.lower().replace("’", "'"))[:_LONGEST_WORD]
    if first.isdecimal():
        return "0"
    if first == "@":
        return "@"
    return found[:2] if first in "!?" else "…" if found[:2] == ".." else found


def _twice(drawn: re.Match[str]) -> str:
    return drawn[1] * 2


def word_features(word: str) -> tuple[str, ...]:
    """What one word of `tokens` says by itself: the word and its parts."""
    if not word[0].isalpha() and word[0] != "#":
        return (f"w:{word}",)
    edged = f"<{word.lstrip('#')}>"
    length = len(edged)
    parts = [f"g:{edged[place : place + size]}" for size in (3, 4, 5) for place in range(length - size + 1)]
    return (f"w:{word}", *parts)


def word_sums(word: str) -> list[int]:
    """The check sums of `word_features(word)` in another order, without writing them out: each part goes on from a shorter one."""
    whole = crc32(_bytes_of(word), _WORD_SO_FAR)
    if not word[0].isalpha() and word[0] != "#":
        return [whole]
    edged = f"<{word.lstrip('#')}>"
    if edged.isascii():
        line = edged.encode("ascii")
        letters = [line[place : place + 1] for place in range(len(line))]
        threes = [crc32(line[place : place + 3], _PART_SO_FAR) for place in range(len(line) - 2)]
    else:
        letters = list(map(_bytes_of, edged))
        threes = [
            crc32(b"".join(letters[place : place + 3]), _PART_SO_FAR) for place in range(len(letters) - 2)
        ]
    fours = list(map(crc32, letters[3:], threes))
    return [whole, *threes, *fours, *map(crc32, letters[4:], fours)]


def pair_halves(word: str) -> tuple[bytes, int]:
    """A word as the second of a pair, and the check sum so far as the first: `crc32(second, first)` is that of the pair."""
    line = _bytes_of(word)
    return line, crc32(b"p:%b " % line)


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def pair_features(words: Sequence[str]) -> list[str]:
    """Neighbours, each pair once."""
    return [f"p:{first} {second}" for first, second in dict.fromkeys(pairwise(words))]


def text_features(text: str, words: Sequence[str]) -> list[str]:
    """How the whole text is written: its length, its end, whom it begins with, what it shouts."""
    if not words:
        return ["t:empty"]
    last = words[-1]
    end = f"t:{last}" if last[0] in "!?…." else "t:no mark"
    found = [_LENGTH_NAMES[bisect_left(_LENGTHS, len(words))], end, f"b:{words[0]}"]
    if text.isupper():
        found.append("t:shouting")
    return found


def features(text: str) -> list[str]:
    """All features of a text. A word counts once, however often it is said."""
    words = tokens(text)
    parts: Iterable[str] = chain.from_iterable(map(word_features, dict.fromkeys(words)))
    return [*parts, *pair_features(words), *text_features(text, words)]
