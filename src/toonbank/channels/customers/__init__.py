"""The simulated customers of the practice square: who they are, and how they take a post.

Nothing is left to chance: the same post with the same seed gets the same reactions, on every machine.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files

CAST: Mapping[str, Sequence[str]] = {
    "question": ("Yusuf Demir", "Priya", "Fatima"),
    "doubt_number": ("Rob", "Tom Hughes"),
    "doubt_scarcity": ("Rob", "Tom Hughes"),
    "complaint": ("Mevrouw De Wit",),
    "answer": ("Henk", "Fatima", "Priya"),
    "thanks": ("Anouk", "Henk"),
}
LANGUAGES = ("nl", "en")

PRICE = re.compile(r"[€£$]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|euro\b|EUR\b)|\d+,(?:-|\d\d\b)", re.IGNORECASE)
SCARCITY = re.compile(
    r"\bnog (?:maar|slechts|een paar)\b|\b(?:de|het) (?:aller)?laatste\b|\bbijna (?:op|weg|uitverkocht)\b"
    r"|\bop\s?(?:is|=)\s?op\b|\bzolang de voorraad\b|\bonly (?:a few|\w+ (?:left|remaining|in stock))"
    r"|\b(?:the )?last (?:few|ones?|chance|pieces|coats?|\d+)\b|\b(?:almost|nearly) (?:gone|sold out)\b"
    r"|\bselling fast\b|\bwhile stocks? lasts?\b|\b\w+ left\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?<![\w.,:/#-])(?<!\bom )(?<!\bat )(?:\d{1,3}(?:[.,]\d{3})+|\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig"
    r"|honderd|duizend|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens)"
    r"(?![\w:/%-]|[.,]\d|\s*(?:(?:tot|t/m|to|until|-|–)\s*\d|uur|u\b|[ap]\.?m\b|o'clock|jaar|jr|years?|dag|days?|we(?:e)?k|maand|months?|minut"
    r"|jan|feb|mrt|maart|march|apr|mei|may\b|jun|jul|aug|sep|okt|oct|nov|dec))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reaction:
    """What one customer says, and how long after the post."""

    author: str
    kind: str
    text: str
    after: timedelta


class Dice:
    """Throws that depend on the seed and the text alone."""

    def __init__(self, seed: str, text: str) -> None:
        self._state = hashlib.sha256(f"{seed}\0{text}".encode()).digest()

    def below(self, sides: int) -> int:
        """A number from 0 to `sides` - 1."""
        self._state = hashlib.sha256(self._state).digest()
        return int.from_bytes(self._state[:8]) % sides


def react(text: str, lang: str, *, seed: str) -> list[Reaction]:
    """Up to four reactions to a post, in its language (Dutch when we have no voices in it), first one first."""
    dice = Dice(seed, text)
    voices = _voices(lang if lang in LANGUAGES else "nl")
    number = NUMBER.search(PRICE.sub(" ", text))
    minutes, reactions = 0, list[Reaction]()
    for kind in _moods(text, dice):
        said = {reaction.author for reaction in reactions}
        free = [author for author in CAST[kind] if author not in said]
        lines = [line for line in voices[kind] if number or "{number}" not in line]
        if not free:
            continue
        author, line = free[dice.below(len(free))], lines[dice.below(len(lines))]
        shown = number.group() if number else ""
        minutes += 2 + dice.below(40)
        words = _capital(line.replace("{number}", shown))
        reactions.append(Reaction(author, kind, words, timedelta(minutes=minutes, seconds=dice.below(60))))
    return reactions


def _moods(text: str, dice: Dice) -> Iterator[str]:
    """What the post stirs: a price a question, scarcity doubt or worse, a number doubt, a question answers."""
    is_scarce, has_price = bool(SCARCITY.search(text)), bool(PRICE.search(text))
    is_stirred = is_scarce or has_price
    if has_price:
        yield "question"
    if is_scarce:
        yield ("doubt_scarcity", "complaint")[dice.below(2)]
    elif NUMBER.search(PRICE.sub(" ", text)):
        is_stirred = True
        yield "doubt_number"
    if "?" in text:
        yield "answer"
        if dice.below(2):
            yield "answer"
    elif not is_stirred and dice.below(4):
        yield "thanks"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _voices(lang: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads((files(__package__) / f"{lang}.toml").read_text("utf-8"))
