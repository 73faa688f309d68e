"""The phrases to notice, one data file per language in `phrases/`, and the expressions they become.

A file has a table per kind; `noticed` and `negatives` hold one phrase a line. "negatives" look alike but are
innocent: they are there for the tests and for whoever translates. In a phrase {n} stands for a number, {digits} for one
in digits only, {p} for a price, {pct} for a percentage, {d} for a day, {t} for a time, {name} for a person, {shop},
{thing}... for other words, {quoted} for a closing quotation mark; doubled braces stand for themselves.
"""

import re
import tomllib
from functools import cache
from os import path
from typing import NamedTuple

from toonbank.language.placeholders import placeholder

# Between words: spaces, emoji, dashes, stars; nothing that ends a clause.
_GAP = r"[^\w.,;:!?()\[\]\"“”…/|&%+=#@€]+"
_PARTS = re.compile(r"\{\{\w+\}\}|\{\w+\}|\s+|\w+|[^\w\s]")
_DIGITS = r"\d{1,3}(?:[.,]?\d{3}){0,3}(?!\d)"
_SLOT = re.compile(r"(?<!\\)\{([a-z]\w*)\}")
_VARIANTS = {
    "'": "['’‘ʼ]",
    "’": "['’‘ʼ]",
    "-": r"[\s\-‑–]?",
    "\ufe0f": "\ufe0f?",
    "=": r"\s?=\s?",
    "+": r"\s?\+\s?",
    "…": r"(?:…|\.\.\.)",
}
_ACCENTS = dict(zip("éèëêáàâäçíîïóôöúûü", "eeeeaaaaciiiooouuu", strict=True))


class Phrases(NamedTuple):
    """What to notice of one kind in one language, and what looks like it but is innocent."""

    noticed: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def phrases(kind: str, lang: str) -> Phrases:
    """The phrases of a kind in a language ("nl", "en", "de", "fr"); empty when there are none."""
    table = _tables(lang).get(kind, {})
    return Phrases(_lines(table.get("noticed", "")), _lines(table.get("negatives", "")))


def kinds(lang: str) -> tuple[str, ...]:
    """The kinds that have phrases in a language."""
    return tuple(_tables(lang))


@cache
def _tables(lang: str) -> dict[str, dict[str, str]]:
    with open(path.join(path.dirname(__file__), "phrases", f"{lang}.toml"), "rb") as file:
        return tomllib.load(file)


def _lines(block: str) -> tuple[str, ...]:
    return tuple(line for raw in block.splitlines() if (line := raw.strip()))


@cache
def pattern_of(phrase: str, lang: str = "nl") -> str:
    """The expression of one phrase, for a scanner that knows no capitals."""
    return write_out(sketch_of(phrase, lang))


def write_out(sketch: str) -> str:
    """The expression that a sketch stands for, its slots filled in."""
    return _SLOT.sub(lambda slot: placeholder(*slot[1].rsplit("_", 1)), sketch)


def sketch_of(phrase: str, lang: str = "nl") -> str:
    """The expression of a phrase with its slots left open, for `Scanner(..., write_out=write_out)`.

    A sketch is short, so that a scanner of many of them is quickly made. In a phrase spaces stand for any gap
    without punctuation, apostrophes of all kinds and missing accents are accepted, a hyphen may be a space or nothing,
    and a phrase that begins or ends with a word does so in the text as well.
    """
    parts = _PARTS.findall(phrase)
    return (
        _edge(parts[0], r"(?<!\w)")
        + "".join(_written(part, lang) for part in parts)
        + _edge(parts[-1], r"(?!\w)")
    )


def _edge(part: str, edge: str) -> str:
    is_slot = part.startswith("{") and part != "{quoted}" and not part.startswith("{{")
    return edge if is_slot or part[0].isalnum() or part[0] in "#@" else ""


def _written(part: str, lang: str) -> str:
    if part.startswith("{{"):
        return re.escape(part[1:-1])
    if part == "{digits}":
        return _DIGITS
    if part.startswith("{") and len(part) > 1:
        return f"{part[:-1]}_{lang}}}"
    if part.isspace():
        return _GAP
    if part in _VARIANTS:
        return _VARIANTS[part]
    if part.isascii():
        return re.escape(part)
    return "".join(_letter(char) for char in part)


def _letter(char: str) -> str:
    if char == "ß":
        return "(?:ß|ss)"
    return f"[{char}{_ACCENTS[char]}]" if char in _ACCENTS else re.escape(char)
