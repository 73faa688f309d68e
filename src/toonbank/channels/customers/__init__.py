"""The simulated customers of the practice square: who they are, how they take a post, and what else they have to say.

Nothing is left to chance: the same post with the same seed gets the same reactions, on every machine.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from importlib.resources import files

from ..base import Sort

CAST: Mapping[str, Sequence[str]] = {
    "question": ("Yusuf Demir", "Priya", "Fatima"),
    "doubt_number": ("Rob", "Tom Hughes"),
    "doubt_scarcity": ("Rob", "Tom Hughes"),
    "complaint": ("Mevrouw De Wit",),
    "complaint_implicit": ("Henk", "Sanne"),
    "complaint_accusation": ("Mevrouw De Wit", "Dennis Vos"),
    "complaint_blame": ("Marloes Kramer", "Dennis Vos"),
    "answer": ("Henk", "Fatima", "Priya"),
    "thanks": ("Anouk", "Henk"),
    "mention": ("Yusuf Demir", "Priya", "Sanne"),
    "compliment": ("Anouk", "Henk", "Fatima"),
    "checkin": ("Tom Hughes", "Anouk", "Sanne"),
    "private": ("Marloes Kramer", "Yusuf Demir"),
}
COMPLAINTS = ("complaint", "complaint_implicit", "complaint_accusation", "complaint_blame")
SORTS: Mapping[str, Sort] = {"checkin": "checkin", "private": "direct"}  # of visits; the others are mentions
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
    """What one customer says, and how long after the post; `edited` and its moments are for second thoughts."""

    author: str
    kind: str
    text: str
    after: timedelta
    sort: Sort = "comment"
    edited: str = ""
    edited_after: timedelta | None = None
    deleted_after: timedelta | None = None


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
    number = NUMBER.search(PRICE.sub(" ", text))
    shown = number.group() if number else ""
    minutes, reactions = 0, list[Reaction]()
    for kind in _moods(text, dice):
        said = {reaction.author for reaction in reactions}
        free = [author for author in CAST[kind] if author not in said]
        if not free:
            continue
        author = free[dice.below(len(free))]
        words = speak(kind, lang, dice, author=author, number=shown)
        minutes += 2 + dice.below(40)
        after = timedelta(minutes=minutes, seconds=dice.below(60))
        reactions.append(_think_again(Reaction(author, kind, words, after), lang, seed=seed))
    return reactions


def visits(text: str, lang: str, *, seed: str) -> list[Reaction]:
    """Who comes by in the day after a post, of their own accord: a mention, a compliment, a check-in, a private word, or blame."""
    dice = Dice(seed, f"visit\0{text}")
    kinds = ("mention", "compliment", "checkin", "private", "complaint_blame")
    turn = dice.below(len(kinds) + 2)
    if turn >= len(kinds):
        return []
    kind = kinds[turn]
    author = CAST[kind][dice.below(len(CAST[kind]))]
    words, after = speak(kind, lang, dice, author=author), timedelta(minutes=180 + dice.below(1200))
    said = Reaction(author, kind, words, after, SORTS.get(kind, "mention"))
    return [_think_again(said, lang, seed=seed)]


def speak(kind: str, lang: str, dice: Dice, *, author: str = "", number: str = "") -> str:
    """A line of this kind, in this language, by this person."""
    lines = _voices(lang if lang in LANGUAGES else "nl")[kind]
    usable = [line for line in lines if number or "{number}" not in line]
    line = usable[dice.below(len(usable))]
    return _capital(line.replace("{number}", number).replace("{name}", author.rpartition(" ")[2]))


def _think_again(said: Reaction, lang: str, *, seed: str) -> Reaction:
    """Some put something with it later, some take it away."""
    dice = Dice(seed, f"again\0{said.author}\0{said.text}")
    turn, later = dice.below(12), said.after + timedelta(minutes=5 + dice.below(90))
    if turn < 2 and said.kind not in ("answer", "thanks"):
        more = speak("addition", lang, dice)
        return replace(said, edited=f"{said.text} {more}", edited_after=later)
    return replace(said, deleted_after=later) if turn == 2 else said


def _moods(text: str, dice: Dice) -> Iterator[str]:
    """What the post stirs: a price a question, scarcity doubt or worse, a number doubt, a question answers."""
    is_scarce, has_price = bool(SCARCITY.search(text)), bool(PRICE.search(text))
    is_stirred = is_scarce or has_price
    if has_price:
        yield "question"
    if is_scarce:
        yield ("doubt_scarcity", *COMPLAINTS)[dice.below(1 + len(COMPLAINTS)) if dice.below(2) else 0]
    elif NUMBER.search(PRICE.sub(" ", text)):
        is_stirred = True
        yield "doubt_number"
    if "?" in text:
        yield "answer"
        if dice.below(2):
            yield "answer"
    elif not is_stirred and dice.below(4):
        yield ("thanks", "thanks", "thanks", "complaint_implicit")[dice.below(4)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _voices(lang: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads((files(__package__) / f"{lang}.toml").read_text("utf-8"))
