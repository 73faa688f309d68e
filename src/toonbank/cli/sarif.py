"""A checkup as SARIF 2.1.0, the shape in which code hosts and editors take findings: rules, places, and what to make of it.

Lines and columns start at one, and the end is the place just after the last character. A character is a Unicode code point
(`columnKind`), a line ends at CR LF or LF (`newlineSequences`), and the mark at the head of a UTF-8 file counts for nothing.
"""

import hashlib
import os
import posixpath
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from toonbank import __version__
from toonbank.etiquette import Checkup, Finding, Mend, Severity
from toonbank.etiquette.explain import explained_in_markdown
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Rule

LEVELS = {Severity.BLOCK: "error", Severity.WARN: "warning", Severity.ADVISE: "note"}
WAY_OUT = {"nl": "Maak ervan: ‘{words}’", "en": "Make it: ‘{words}’"}
TAKEN_AWAY = {"nl": "Laat deze woorden weg", "en": "Leave these words out"}
Json = dict[str, Any]  # JSON is loose by nature


def as_sarif(
    checkups: Sequence[tuple[str, str, Checkup]], *, lang: str = "en", rules_at: str | None = None
) -> Json:
    """One log with one run over all these (name, text, checkup); a text without a name came from no file.

    `lang` is that of the rules; a finding speaks the language of its text. `rules_at` is the address where the pages of
    `script/docs` are kept: with it, every rule has a link.
    """
    rules = all_rules()
    places = {rule.slug: place for place, rule in enumerate(rules)}
    results: list[Json] = []
    for number, (name, text, checkup) in enumerate(checkups):
        results += _results(_Artifact(number, name, text), checkup, places)
    run = {
        "tool": {"driver": _driver(rules, lang, rules_at)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n"],
        "artifacts": [_artifact(name, text, checkup) for name, text, checkup in checkups],
        "results": results,
        "invocations": [{"executionSuccessful": True}],
    }
    return {"version": "2.1.0", "runs": [run]}


def _driver(rules: Iterable[Rule], lang: str, rules_at: str | None) -> Json:
    return {
        "name": "toonbank",
        "version": __version__,
        "language": lang,
        "rules": [_rule(rule, lang, rules_at) for rule in rules],
    }


def _rule(rule: Rule, lang: str, rules_at: str | None) -> Json:
    told = explained_in_markdown(rule, lang)
    shown: Json = {
        "id": rule.slug,
        "shortDescription": {"text": rule.title[lang]},
        "fullDescription": {"text": rule.why[lang]},
        "help": {"text": f"{rule.why[lang]} {rule.fix[lang]}", "markdown": told},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": sorted({"toonbank", *rule.applies_to}), "sources": list(rule.source)},
    }
    if rules_at:
        shown["helpUri"] = f"{rules_at.rstrip('/')}/{lang}/rules/{rule.slug}.html"
    if rule.base:
        shown["properties"]["base"] = rule.base_in(lang)
    return shown


class _Artifact:
    """A text with its place in the log, which knows where its lines begin."""

    def __init__(self, number: int, name: str, text: str) -> None:
        self.location: Json = {"uri": as_uri(name), "index": number} if name else {"index": number}
        self.text = text
        self._starts = [0]
        self._starts += [place + 1 for place, char in enumerate(text) if char == "\n"]

    def region(self, start: int, end: int) -> Json:
        """A part of the text, as lines and columns and as an offset."""
        first, last = self._spot(start), self._spot(end)
        return {
            "startLine": first[0],
            "startColumn": first[1],
            "endLine": last[0],
            "endColumn": last[1],
            "charOffset": start,
            "charLength": end - start,
        }

    def _spot(self, place: int) -> tuple[int, int]:
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1


def as_uri(name: str) -> str:
    """The name of a file as a URI: relative names stay relative, with forward slashes."""
    path = name.replace(os.sep, "/")
    if os.path.isabs(name):
        return Path(name).as_uri()
    return quote(posixpath.normpath(path).encode("utf-8", "surrogateescape"), safe="/")


def _artifact(name: str, text: str, checkup: Checkup) -> Json:
    about: Json = {"roles": ["analysisTarget"], "properties": {"language": checkup.lang}}
    if name:
        return {"location": {"uri": as_uri(name)}, "encoding": "UTF-8", **about}
    return {"contents": {"text": text}, **about}


def _results(artifact: _Artifact, checkup: Checkup, places: dict[str, int]) -> list[Json]:
    seen: Counter[str] = Counter()
    results = []
    for finding in checkup.findings:
        words = "" if finding.start is None else artifact.text[finding.start : finding.end]
        same = f"{finding.rule}\n{words}"
        results.append(_result(artifact, finding, checkup.lang, places[finding.rule]))
        results[-1]["partialFingerprints"] = {"toonbankWords/v1": _mark(f"{same}\n{seen[same]}")}
        seen[same] += 1
    return results


def _mark(words: str) -> str:
    """The same rule about the same words is the same result, also when it moved to another line."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _result(artifact: _Artifact, finding: Finding, lang: str, place: int) -> Json:
    where: Json = {"artifactLocation": artifact.location}
    if finding.start is not None and finding.end is not None:
        where["region"] = artifact.region(finding.start, finding.end)
        where["region"]["snippet"] = {"text": artifact.text[finding.start : finding.end]}
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": place,
        "level": LEVELS[finding.severity],
        "message": {"text": " ".join(part for part in (finding.message, finding.fix) if part)},
        "locations": [{"physicalLocation": where}],
    }
    if finding.mends:
        result["fixes"] = [_fix(artifact, mend, lang) for mend in finding.mends]
    return result


def _fix(artifact: _Artifact, mend: Mend, lang: str) -> Json:
    replacement: Json = {"deletedRegion": artifact.region(mend.start, mend.end)}
    if mend.text:
        replacement["insertedContent"] = {"text": mend.text}
    said = WAY_OUT[lang].format(words=mend.text) if mend.text else TAKEN_AWAY[lang]
    return {
        "description": {"text": said},
        "artifactChanges": [{"artifactLocation": artifact.location, "replacements": [replacement]}],
    }
