"""The slots that patterns may hold, and how a line of a table becomes a pattern of the scanner.

A line that begins with a number or a first name is looked for by what comes after it, and that opening is then looked
for backwards: a scan for numbers or capitals at every place of a text would cost more than all the rest.
"""

import re
from typing import Literal, NamedTuple

from toonbank.etiquette.late import late
from toonbank.language.reading import Reading

# Generous on purpose: whether it is a number, and which, is read by `language.numbers` where it matters.
NUMBER_WORDS = (
    r"\w*(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tig|honderd|duizend|one|two|three|four|five|six|"
    "seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|dozen|dozijn|tiental)"
)
AMOUNT = r"(?:€ ?)?\d+(?:[.,]\d+){0,4}(?:,[-–—])?(?: ?(?:euros?|eur|€))?"
SLOTS = {
    "{n}": rf"(?:ca\. |ongeveer |een stuk of |about |some |half |an? |een )?(?:\d+(?:[.,]\d+){{0,4}}(?: ?k)?(?: ?x)?|{NUMBER_WORDS})",
    "{few}": r"(?:een (?:paar|handvol|handjevol|stuk of wat)|enkele|a (?:few|couple|handful)(?: of)?|several|very few|few)",
    "{p}": AMOUNT,
    "{pct}": r"-?\d+(?:[.,]\d+)? ?(?:%|procent|percent|pct)",
    "{w}": r"(?:[\w'’]+ ){0,3}",
}
# Between words: spaces, emoji, dashes. Bounded, as two gaps beside each other share a long row of dashes in many ways.
GAP = r"[^\w.,;:!?()\"“”'’%€$&/]{1,24}"


_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| \?| ")
_GAPS = {" ": GAP, " ?": r"\s?"}
_AT_ONCE = ("{p}", "{pct}", "{few}")
_OPENING = re.compile(r"(?:\{n\}(?:\\\+\?)? (?P<words>\{w\})?|(?P<name>\{first\} ))")
_FARTHEST = 48
Opening = Literal["number", "number and words", "name"]


class Line(NamedTuple):
    """A line of a table: what the scanner looks for, and what must stand before it."""

    rest: str
    opening: Opening | None = None


def read_line(written: str) -> Line:
    """A line, taken apart where it begins with a number or a first name."""
    opening = _OPENING.match(written)
    rest = written[opening.end() :] if opening else written
    for slot in _AT_ONCE:  # these hold texts that the scanner can look for
        rest = rest.replace(slot, SLOTS[slot])
    if opening is None:
        return Line(rest)
    return Line(rest, "name" if opening["name"] else "number and words" if opening["words"] else "number")


def pattern(line: str) -> str:
    """The pattern that a line stands for. A space inside [ ] stays a space."""
    for slot, meaning in SLOTS.items():
        line = line.replace(slot, meaning)
    return r"(?<!\w)(?:" + _spaced(line) + r")(?!\w)"


def _spaced(line: str) -> str:
    return _PIECE.sub(lambda match: _GAPS.get(match[0], match[0]), line)


_NAME = late(r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]+" + GAP + r"\Z")
_NUMBER = {
    "number": late(r"(?<![\w.,])(?:" + _spaced(SLOTS["{n}"]) + r")\+?" + GAP + r"\Z"),
    "number and words": late(
        r"(?<![\w.,])(?:" + _spaced(SLOTS["{n}"]) + r")\+?" + GAP + r"(?:[\w'’]+" + GAP + r"){0,3}\Z"
    ),
}
_NUMBER_ENDS = (*"0123456789", *NUMBER_WORDS[len(r"\w*(?:") : -1].split("|"))
_TIMES = ("k", "x")  # "10k", "10 x"
_WORD = late(r"[\w'’]+")
_AFTER_NUMBER = 3  # words


def opening_before(reading: Reading, place: int, line: Line) -> int | None:
    """Where the number or name begins that stands before `place`, None when there is none."""
    first = max(0, place - _FARTHEST)
    if line.opening == "name":
        match = _NAME.match(reading.text, _last_word(reading.text, first, place), place)
        return match.start() if match else None
    # The search tries all numbers at every place of a text; that the last words hold none is soon seen.
    words = _WORD.findall(reading.folded, first, place)
    if not any(map(_may_be_number, words[-1 - _AFTER_NUMBER :])):
        return None
    match = _NUMBER[line.opening or "number"].search(reading.folded, first, place)
    return match.start() if match else None


def _may_be_number(word: str) -> bool:
    return word.endswith(_NUMBER_ENDS) or (word.endswith(_TIMES) and (len(word) == 1 or word[0].isdigit()))


def _last_word(text: str, first: int, place: int) -> int:
    """Where the last word between two places begins."""
    while place > first and not text[place - 1].isalpha():
        place -= 1
    while place > first and text[place - 1].isalpha():
        place -= 1
    return place
