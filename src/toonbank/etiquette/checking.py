"""From a draft and the facts to a checkup: read once, notice claims, hear every rule that applies."""

from collections.abc import Iterator
from functools import cache

from toonbank.etiquette.checkup import Checkup
from toonbank.etiquette.draft import Draft
from toonbank.etiquette.facts import NOTHING_KNOWN, Facts
from toonbank.etiquette.finding import Finding
from toonbank.etiquette.kinds import all_kinds, kinds_for, point_at
from toonbank.etiquette.kinds.base import Look, Noticed
from toonbank.etiquette.likely import look_again
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Hearing, Rule, Trouble
from toonbank.language.reading import read


@cache
def claim_kinds() -> frozenset[str]:
    """The names that the contract shows as claims."""
    return frozenset(name for kind in all_kinds() for name in kind.claims)


def check(draft: Draft, facts: Facts | None = None) -> Checkup:
    """All claims and findings of one text. Knows no clock: what time it is stands in the facts."""
    reading = read(draft.text, draft.lang)
    look = Look(draft, facts or NOTHING_KNOWN, reading, point_at(reading, draft.kind), reading.language)
    hearing = Hearing(look, tuple(_notice(look)))
    kinds = {one.kind for one in hearing.noticed}
    findings = [
        _finding(hearing, rule, trouble)
        for rule in all_rules()
        if draft.kind in rule.applies_to and (rule.hears is None or not rule.hears.isdisjoint(kinds))
        for trouble in rule.check(hearing)
    ]
    findings.sort(key=_by_severity_then_place)
    claims = tuple(one.as_claim() for one in hearing.noticed if one.kind in claim_kinds())
    return Checkup(look.lang, claims, tuple(findings))


def _notice(look: Look) -> Iterator[Noticed]:
    noticed = [
        one for kind in kinds_for(look.draft.kind) if kind.name in look.cues for one in kind.find(look)
    ]
    noticed += look_again(look, noticed)
    noticed.sort(key=lambda one: (one.start, one.end))
    yield from noticed


def _finding(hearing: Hearing, rule: Rule, trouble: Trouble) -> Finding:
    start, end = trouble.start, trouble.end
    if start is not None and end is not None:
        start, end = hearing.look.reading.original_span(start, end)
    return Finding(
        rule.slug,
        trouble.severity or rule.severity,
        start,
        end,
        trouble.message,
        trouble.fix or rule.fix[hearing.lang],
        rule.source,
        rule.base,
        trouble.evidence,
        trouble.mends,
    )


def _by_severity_then_place(finding: Finding) -> tuple[int, int, str]:
    return (-finding.severity, -1 if finding.start is None else finding.start, finding.rule)
