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
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from toonbank.language.late import late

_PICTURES = "\u203c\u2049\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
TOKEN = late(
    r"#?[^\W\d_]+(?:['’][^\W\d_]+)*(?:(?<=http)s?://\S{1,400}|(?<=https)://\S{1,400})?|@\w+|\d+(?:[.,:]\d+)*"
    rf"|[:;=8][-']?[()DPp/\\|*](?!\w)|<3|[!?]+|\.\.+|…|\.(?=\s|$)|[{_PICTURES}]|[€$£%]"
)
_DRAWN = late(r"(.)\1{2,}")
_LONGEST_WORD = 24
_MOST_KEPT = 100_000
_LENGTHS = ((4, "t:tiny"), (9, "t:short"), (20, "t:middle"), (40, "t:long"))


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


def tokens_with_matches(text: str) -> tuple[list[str], list[re.Match[str]]]:
    """The same words, and the matches that know their places."""
    matches = list(TOKEN.finditer(text))
    return [_plain_of(match[0]) for match in matches], matches


def _plain(found: str) -> str:
    first = found[0]
    if first.isalpha() or (first == "#" and len(found) > 1):
        if "://" in found or found == "URL":
            return "url"
        return _DRAWN.sub(r"\1\1", found.lower().replace("’", "'"))[:_LONGEST_WORD]
    if first.isdecimal():
        return "0"
    if first == "@":
        return "@"
    return found[:2] if first in "!?" else "…" if found[:2] == ".." else found


def word_features(word: str) -> tuple[str, ...]:
    """What one word of `tokens` says by itself: the word and its parts."""
    if not word[0].isalpha() and word[0] != "#":
        return (f"w:{word}",)
    edged = f"<{word.lstrip('#')}>"
    length = len(edged)
    parts = [f"g:{edged[place : place + size]}" for size in (3, 4, 5) for place in range(length - size + 1)]
    return (f"w:{word}", *parts)


def pair_features(words: Sequence[str]) -> list[str]:
    """Neighbours, each pair once."""
    return [f"p:{first} {second}" for first, second in dict.fromkeys(pairwise(words))]


def text_features(text: str, words: Sequence[str]) -> list[str]:
    """How the whole text is written: its length, its end, whom it begins with, what it shouts."""
    if not words:
        return ["t:empty"]
    found = [next((name for most, name in _LENGTHS if len(words) <= most), "t:story")]
    found.append(f"t:{words[-1]}" if words[-1][0] in "!?…." else "t:no mark")
    found.append(f"b:{words[0]}")
    if text.isupper():
        found.append("t:shouting")
    return found


def features(text: str) -> list[str]:
    """All features of a text. A word counts once, however often it is said."""
    words = tokens(text)
    parts: Iterable[str] = chain.from_iterable(map(word_features, dict.fromkeys(words)))
    return [*parts, *pair_features(words), *text_features(text, words)]
