"""The phrases to notice, from the data files in `phrases/`, and the patterns they become."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_SPACE = r"[\s\-‑~*✨🔥❗️‼]+"
_PLACEHOLDERS = {
    "n": r"(?:\d[\d.,]*\s?[kK]?|[a-zé]+(?:\s+[a-z]+)?)",
    "p": r"(?:€\s?)?\d[\d.,]*(?:,?[-–])?(?:\s?euro)?",
    "pct": r"\d[\d.,]*\s?(?:%|procent|percent)",
    "d": r"[\w/-]+(?:\s+\w+)?",
    "t": r"\d{1,2}(?:[:.]\d\d)?(?:\s?(?:uur|am|pm))?",
}
_NAME = r"[\w’'-]+(?:\s+[\w’'-]+)?"


class Phrases(NamedTuple):
    """What to notice of one kind in one language, and what looks like it but is innocent."""

    noticed: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def _load(lang: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("toonbank.language") / "phrases" / f"{lang}.toml").read_text("utf-8"))


@cache
def phrases(kind: str, lang: str) -> Phrases:
    """The phrases of a kind in a language ("nl", "en", "de", "fr"); empty when there are none."""
    table = _load(lang).get(kind, {})
    return Phrases(_lines(table.get("noticed", "")), _lines(table.get("negatives", "")))


def _lines(block: str) -> tuple[str, ...]:
    return tuple(line for raw in block.splitlines() if (line := raw.strip()))


def pattern_of(phrase: str) -> str:
    """The pattern of one phrase: placeholders become numbers, prices, days; spaces and quotes are free."""
    pieces = []
    for piece in re.split(r"(\{\{\w+\}\}|\{\w+\}|\s+)", phrase):
        if not piece:
            continue
        if piece.startswith("{{"):
            pieces.append(re.escape(piece[1:-1]))
        elif piece.startswith("{"):
            pieces.append(_PLACEHOLDERS.get(piece[1:-1], _NAME))
        elif piece.isspace():
            pieces.append(_SPACE)
        else:
            pieces.append(re.sub(r"['’]", "['’]", re.escape(piece)))
    body = "".join(pieces)
    return rf"(?<!\w){body}(?!\w)"
