"""A checkup as a person reads it on a terminal: the words underlined, why, on what evidence, and the way out."""

import os
from datetime import datetime
from typing import IO, Any
from unicodedata import category, east_asian_width

from toonbank.etiquette import Checkup, ClaimState, Evidence, Finding, Severity
from toonbank.etiquette.registry import rule_named
from toonbank.etiquette.wording import say_moment, say_source

WORDS = {
    Severity.BLOCK: {"nl": "Blokkade", "en": "Block"},
    Severity.WARN: {"nl": "Waarschuwing", "en": "Warning"},
    Severity.ADVISE: {"nl": "Advies", "en": "Advice"},
}
COLOURS = {Severity.BLOCK: "31", Severity.WARN: "33", Severity.ADVISE: "36"}
MARKS = {Severity.BLOCK: "^", Severity.WARN: "~", Severity.ADVISE: "."}
WIDEST = 100


def uses_colour(stream: IO[str]) -> bool:
    """Only on a terminal, and not where NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def as_text(
    text: str, checkup: Checkup, *, name: str = "", now: datetime | None = None, colour: bool = False
) -> str:
    """The whole checkup in the language of the post."""
    lang = checkup.lang
    blocks = [printable(name) + ":"] if name else []
    blocks += [_finding(text, finding, lang, now=now, colour=colour) for finding in checkup.findings]
    right = _what_is_right(text, checkup, now)
    if right:
        blocks.append(right)
    if not checkup.findings:
        blocks.append("Niets op aan te merken." if lang == "nl" else "Nothing to remark.")
    else:
        blocks.append(_sum(checkup))
    return "\n\n".join(blocks)


def _finding(text: str, finding: Finding, lang: str, *, now: datetime | None, colour: bool) -> str:
    word = WORDS[finding.severity][lang]
    rule = rule_named(finding.rule)
    head = f"{_painted(word, finding.severity, colour)}: {finding.message} [{finding.rule}]"
    lines = [head, *_underlined(text, finding, colour)]
    lines += [f"  {_label('evidence', lang)}: {said(one, lang, now)}" for one in finding.evidence]
    lines.append(f"  {_label('why', lang)}: {rule.why[lang]}")
    if finding.fix:
        lines.append(f"  {_label('fix', lang)}: {finding.fix}")
    lines += [
        f"  {_label('mend', lang)}: {_mended(text, mend.start, mend.end, mend.text)}"
        for mend in finding.mends
    ]
    if finding.base:
        lines.append(f"  {_label('base', lang)}: {finding.base}")
    return "\n".join(lines)


LABELS = {
    "evidence": {"nl": "gezien", "en": "seen"},
    "why": {"nl": "waarom", "en": "why"},
    "fix": {"nl": "wat te doen", "en": "what to do"},
    "mend": {"nl": "maak ervan", "en": "make it"},
    "base": {"nl": "grond", "en": "ground"},
}


def _label(name: str, lang: str) -> str:
    return LABELS[name][lang]


def said(evidence: Evidence, lang: str, now: datetime | None) -> str:
    """One fact with its source and the moment that it was seen: "41 in voorraad (assortiment, om 09:12)"."""
    source = say_source(evidence.source, lang)
    seen = f", {say_moment(evidence.seen_at, now, lang)}" if evidence.seen_at else ""
    return printable(f"{evidence.shown[lang]} ({source}{seen})")


def _underlined(text: str, finding: Finding, colour: bool) -> list[str]:
    """The line of the text with marks under the words, cut to a readable width."""
    if finding.start is None or finding.end is None:
        return []
    begin = max(text.rfind("\n", 0, finding.start), text.rfind("\r", 0, finding.start)) + 1
    stop = min(place for place in (text.find("\n", finding.start), len(text)) if place >= 0)
    begin = max(begin, finding.start - WIDEST // 3)
    end = min(finding.end, stop)
    stop = min(stop, max(end, begin + WIDEST))
    end = min(end, begin + WIDEST)
    stop = min(stop, begin + WIDEST)
    before, words = printable(text[begin : finding.start]), printable(text[finding.start : end])
    marks = MARKS[finding.severity] * max(1, _width(words))
    return [
        "  | " + before + words + printable(text[end:stop]),
        "  | " + " " * _width(before) + _painted(marks, finding.severity, colour),
    ]


def printable(words: str) -> str:
    """Words that cannot move the cursor, colour the screen or break the output."""
    clean = "".join(" " if category(char) in ("Cc", "Zl", "Zp") else char for char in words)
    return clean.encode("utf-8", "replace").decode("utf-8")


def _width(words: str) -> int:
    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1
        for char in words
    )


def _mended(text: str, start: int, end: int, words: str) -> str:
    """The sentence as it would be, in quotation marks."""
    begin = max(
        (text.rfind(stop, 0, start) + len(stop) for stop in (". ", "! ", "? ", "\n") if stop in text[:start]),
        default=0,
    )
    stops = [place + 1 for stop in ".!?\n" if (place := text.find(stop, end)) >= 0]
    result = (text[begin:start] + words + text[end : min(stops, default=len(text))]).strip()
    return f"‘{printable(result)}’" if result else "‘’"


def _what_is_right(text: str, checkup: Checkup, now: datetime | None) -> str:
    lang = checkup.lang
    lines = [
        f"  {printable(text[claim.start : claim.end])}: {'; '.join(said(one, lang, now) for one in claim.evidence)}"
        for claim in checkup.claims
        if claim.state is ClaimState.PROVEN and claim.evidence
    ]
    return "\n".join([("Dit klopt:" if lang == "nl" else "This is right:"), *lines]) if lines else ""


def _sum(checkup: Checkup) -> str:
    many = {
        Severity.BLOCK: {"nl": ("blokkade", "blokkades"), "en": ("block", "blocks")},
        Severity.WARN: {"nl": ("waarschuwing", "waarschuwingen"), "en": ("warning", "warnings")},
        Severity.ADVISE: {"nl": ("advies", "adviezen"), "en": ("piece of advice", "pieces of advice")},
    }
    counts: dict[Severity, Any] = {
        severity: sum(one.severity is severity for one in checkup.findings) for severity in many
    }
    shown = [
        f"{count} {many[severity][checkup.lang][count != 1]}" for severity, count in counts.items() if count
    ]
    return ", ".join(shown) + "."


def _painted(words: str, severity: Severity, colour: bool) -> str:
    return f"\x1b[1;{COLOURS[severity]}m{words}\x1b[0m" if colour else words
