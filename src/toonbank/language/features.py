"""What a small model sees of a text: its words, neighbours, word parts and how it is written.

One text costs one walk of one expression. A word stands in small letters, with long-drawn letters shortened
("zoooo" is "zoo"); every number is `0`, every link `url`, every name after an @ is `@`. An emoji, a smiley and
a row of marks are words too. The features of a text are strings:

- `w:duur` a word, `g:<duu` three to five letters of a word (`<` and `>` are its edges, so a typing error, an ending or
  a Dutch compound loses some parts and keeps the others), `u:DUUR` that it is shouted;
- `p:niet duur` two words that follow each other, `s:heel goed` two with one between;
- `t:?` how the text ends, `t:long` and so on how long it is, `t:to` that it begins by addressing somebody.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

_PICTURES = "\u203c\u2049\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
TOKEN = re.compile(
    r"(?P<url>https?://\S{1,400}|\bURL\b)|(?P<at>@\w+)|(?P<word>#?[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<number>\d+(?:[.,:]\d+)*)"
    rf"|(?P<face>[:;=8][-']?[()DPp/\\|*](?!\w)|<3)|(?P<mark>[!?]+|\.\.+|…)|(?P<picture>[{_PICTURES}])|[€$£%]"
)
_DRAWN = re.compile(r"(.)\1{2,}")
_LONGEST_WORD = 24
_LENGTHS = ((4, "t:tiny"), (9, "t:short"), (20, "t:middle"), (40, "t:long"))


def tokens(text: str) -> list[str]:
    """The words of a text as the model knows them, in order."""
    return [_plain(match) for match in map(_named, TOKEN.finditer(text))]


def token_spans(text: str) -> list[tuple[str, int, int]]:
    """The same words with their places in the text."""
    return [(_plain(_named(match)), match.start(), match.end()) for match in TOKEN.finditer(text)]


def _named(match: re.Match[str]) -> tuple[str | None, str]:
    return match.lastgroup, match[0]


@lru_cache(maxsize=50_000)
def _plain(found: tuple[str | None, str]) -> str:
    kind, words = found
    if kind == "word":
        return _DRAWN.sub(r"\1\1", words.lower().replace("’", "'"))[:_LONGEST_WORD]
    if kind == "mark":
        return words[:2] if words[0] in "!?" else "…"
    return {"url": "url", "at": "@", "number": "0"}.get(kind or "", words)


@lru_cache(maxsize=50_000)
def word_features(word: str) -> tuple[str, ...]:
    """What one word of `tokens` says by itself: the word and its parts."""
    if not word[0].isalpha() and word[0] != "#":
        return (f"w:{word}",)
    edged = f"<{word.lstrip('#')}>"
    parts = {edged[place : place + size] for size in (3, 4, 5) for place in range(len(edged) - size + 1)}
    return (f"w:{word}", *(f"g:{part}" for part in sorted(parts)))


def pair_features(words: Sequence[str]) -> list[str]:
    """Neighbours, and neighbours but one."""
    pairs = [f"p:{first} {second}" for first, second in pairwise(words)]
    return pairs + [f"s:{first} {third}" for first, third in zip(words, words[2:], strict=False)]


def text_features(text: str, words: Sequence[str]) -> list[str]:
    """How the whole text is written: its length, its end, whom it begins with, what it shouts."""
    if not words:
        return ["t:empty"]
    found = [next((name for most, name in _LENGTHS if len(words) <= most), "t:story")]
    found.append(f"t:{words[-1]}" if words[-1][0] in "!?…" else "t:.")
    found.append(f"b:{words[0]}")
    if text.isupper():
        found.append("t:shouting")
    return found


def features(text: str) -> list[str]:
    """All features of a text. A word counts once, however often it is said."""
    words = tokens(text)
    parts: Iterable[str] = chain.from_iterable(map(word_features, dict.fromkeys(words)))
    return [*parts, *dict.fromkeys(pair_features(words)), *text_features(text, words)]
