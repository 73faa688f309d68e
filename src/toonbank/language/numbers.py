"""Numbers in Dutch and English, in digits and in words, with what they count."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from toonbank.language.reading import Reading, Sentence

Bound = Literal["exact", "about", "at_least", "at_most"]

_WORDS = {"nul": 0, "één": 1, "twee": 2, "drie": 3, "zeven": 7, "tien": 10, "two": 2, "seven": 7, "ten": 10}
_DIGITS = re.compile(r"(?<![\w.,])(?P<digits>\d{1,12}(?:[.,]\d{1,3})*)(?P<k>k)?(?![\w])")


class Number(NamedTuple):
    """A number in a text: its value, its place, how exact it is meant, and what it counts."""

    value: Decimal
    start: int
    end: int
    approximate: bool = False
    bound: Bound = "exact"
    unit: Literal["", "euro", "percent"] = ""
    noun: str = ""


class Amount(NamedTuple):
    """An amount of money in cents."""

    cents: int
    start: int
    end: int


def numbers(part: Reading | Sentence) -> tuple[Number, ...]:
    """All numbers of a reading or a sentence, in order."""
    sentences = part.sentences if isinstance(part, Reading) else (part,)
    return tuple(number for sentence in sentences for number in _in_sentence(sentence))


def amounts(part: Reading | Sentence) -> tuple[Amount, ...]:
    """The amounts of money."""
    return tuple(
        Amount(int(number.value * 100), number.start, number.end)
        for number in numbers(part)
        if number.unit == "euro"
    )


def percentages(part: Reading | Sentence) -> tuple[Number, ...]:
    """The percentages."""
    return tuple(number for number in numbers(part) if number.unit == "percent")


def _in_sentence(sentence: Sentence) -> list[Number]:
    found = []
    for place, word in enumerate(sentence.words):
        following = sentence.words[place + 1].folded if place + 1 < len(sentence.words) else ""
        if word.folded in _WORDS:
            found.append(Number(Decimal(_WORDS[word.folded]), word.start, word.end, noun=following))
        elif word.folded.isdecimal():
            found.append(Number(Decimal(word.folded), word.start, word.end, noun=following))
    return found


def format_number(value: Decimal | int, lang: str) -> str:
    """A number as a reader of `lang` writes it: 1.250 in Dutch, 1,250 in English."""
    shown = f"{Decimal(value):,f}"
    return shown.translate({44: 46, 46: 44}) if lang == "nl" else shown


def format_amount(cents: int, lang: str) -> str:
    """An amount without its sign: "49,95" in Dutch, "49.95" in English, whole euros "59"."""
    return format_number(Decimal(cents) / 100 if cents % 100 else Decimal(cents // 100), lang)
