"""From a draft and the facts to a checkup: read once, notice claims, hear every rule that applies."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from toonbank.etiquette.checkup import Checkup
from toonbank.etiquette.draft import SPOKEN, Draft, Language
from toonbank.etiquette.facts import NOTHING_KNOWN, Facts
from toonbank.etiquette.finding import Finding, Mend
from toonbank.etiquette.kinds import kinds_named, names_of_claims, point_at
from toonbank.etiquette.kinds.base import FOREIGN, Look, Noticed
from toonbank.etiquette.likely import look_again
from toonbank.etiquette.registry import rules_for
from toonbank.etiquette.rule import Hearing, Rule, Trouble
from toonbank.language.reading import read

Told = list[tuple[Rule, Trouble]]  # what the rules say of a text
Tried = Callable[[Finding], tuple[Mend, ...]]


def check(draft: Draft, facts: Facts | None = None, *, told_in: Language | None = None) -> Checkup:
    """All claims and findings of one text. Knows no clock: what time it is stands in the facts.

    Findings speak the language of the text, or that of `told_in`, for somebody who reads a report of many texts.
    """
    hearing = hear(draft, facts or NOTHING_KNOWN)
    if told_in is None or told_in == hearing.look.lang:
        return judge(hearing, rules_for(hearing))
    lang, hearing.look.lang = hearing.look.lang, told_in
    return replace(judge(hearing, rules_for(hearing)), lang=lang)


def hear(draft: Draft, facts: Facts) -> Hearing:
    """The draft, read once, with all that the kinds notice in it."""
    reading = read(draft.text, draft.lang)
    cues = point_at(reading, draft.kind)
    if facts.people and draft.kind in SPOKEN:
        from toonbank.etiquette.recorded import on_record  # only where people are known

        if named := list(on_record(reading, facts.people)):
            cues["person"] = sorted((*cues.get("person", ()), *named), key=lambda cue: cue.start)
    if facts.reviews is not None and facts.reviews.quotes and draft.kind in SPOKEN:
        from toonbank.etiquette.kinds.quoting import on_file  # only where words of customers are known

        if said := list(on_file(reading, facts.reviews.quotes)):
            cues["quote"] = sorted((*cues.get("quote", ()), *said), key=lambda cue: cue.start)
    look = Look(draft, facts, reading, cues, reading.language)
    noticed = [one for kind in kinds_named(look.cues) for one in kind.find(look)]
    if FOREIGN in look.cues:
        from toonbank.etiquette.kinds.foreign import language_beside, without_doubles  # few texts need it

        noticed, look.lang = without_doubles(noticed), language_beside(look)
    noticed = look_again(look, noticed)
    noticed.sort(key=_by_place)
    return Hearing(look, tuple(noticed))


def judge(hearing: Hearing, rules: Iterable[Rule]) -> Checkup:
    """What these rules say of it, the gravest first."""
    heard: Iterable[tuple[Rule, Trouble]] = (
        (rule, trouble) for rule in rules for trouble in rule.check(hearing)
    )
    if severities := hearing.look.facts.severities:
        from toonbank.etiquette.house_rules import obeying  # only here: few checks need it

        heard = obeying(heard, severities)
    told = list(heard)
    tried = partial(_tried, hearing.look, told, {})
    findings = [_finding(hearing, rule, trouble, tried) for rule, trouble in told]
    findings.sort(key=_by_severity_then_place)
    claims = tuple(one.as_claim() for one in hearing.noticed if one.kind in names_of_claims())
    return Checkup(hearing.look.lang, claims, tuple(findings))


def _finding(hearing: Hearing, rule: Rule, trouble: Trouble, tried: Tried) -> Finding:
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
        rule.base_in(hearing.lang),
        trouble.evidence,
        trouble.mends,
        tried if trouble.mends else None,
    )


def _tried(look: Look, told: Told, known: dict[str, Checkup], finding: Finding) -> tuple[Mend, ...]:
    """The mends of a finding that hold, beside all that was said of its text; few who check ask for them.

    `known` are the texts that were tried before: two findings often have the same way out.
    """
    from toonbank.etiquette.mends.holding import those_that_hold

    def again(text: str) -> Checkup:
        if text not in known:
            known[text] = check(replace(look.draft, text=text), look.facts)
        return known[text]

    said = [(rule.slug, trouble.severity or rule.severity) for rule, trouble in told]
    return those_that_hold(again, look.draft.text, finding, said)


def _by_place(noticed: Noticed) -> tuple[int, int]:
    return noticed.start, noticed.end


def _by_severity_then_place(finding: Finding) -> tuple[int, int, str]:
    return (-finding.severity, -1 if finding.start is None else finding.start, finding.rule)
