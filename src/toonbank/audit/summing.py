"""From what was counted to the report."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from toonbank.audit.conversations import Conversations
from toonbank.audit.judging import CROWDED, Judge, Standing
from toonbank.audit.report import (
    Answering,
    Balance,
    Broken,
    Claims,
    LeftOut,
    Month,
    MonthSaid,
    Pressure,
    Repetition,
    Report,
    Share,
    Subjects,
)
from toonbank.audit.rows import Example, SkippedItems, Tally
from toonbank.etiquette.past import HOME
from toonbank.etiquette.registry import rule_named
from toonbank.language.reading import Language
from toonbank.sources.archives import Archive

STATES = ("proven", "contradicted", "unknown")


@dataclass
class Heap:
    """All that was gathered on the way."""

    tally: Tally
    standing: list[Standing]
    conversations: Conversations
    cut: Counter[str]
    networks: tuple[str, ...]
    judge: Judge
    begins: datetime
    ends: datetime

    def examples(self, name: str) -> tuple[Example, ...]:
        """The examples that were kept under a name."""
        found = self.tally.samples.get(name)
        return found.examples() if found else ()


def sum_up(heap: Heap, archive: Archive, skipped: SkippedItems, *, lang: Language, now: datetime) -> Report:
    """The report, with what the rules say in `lang`."""
    every = heap.tally.total()
    crowded, account = _said_of_months(heap)
    shop = heap.judge.facts.shop
    return Report(
        name=archive.names[0] if len(archive.names) == 1 else f"{archive.names[0]} …",
        kind=archive.kind,
        lang=lang,
        made_at=now,
        begins=heap.begins,
        ends=heap.ends,
        zone=shop.zone if shop and shop.zone else HOME,
        networks=heap.networks,
        has_facts=_has_facts(heap.judge),
        posts=every["said:post"],
        replies=every["said:reply"],
        reposts=every["said:repost"],
        private=every["private"],
        left_out=skipped.count,
        left_out_first=tuple(LeftOut(one.place_in(lang), one.reason[lang]) for one in skipped.first),
        cut_months=dict(sorted(heap.cut.items())),
        months=_months(heap.tally, Counter(one.month for one in crowded)),
        claims=_claims(heap, every),
        rules=_rules(heap, every, lang),
        pressure=_pressure(heap, every),
        balance=_balance(heap, every),
        subjects=_subjects(heap, every),
        self_regard=_self_regard(heap, every),
        crowded_days=crowded,
        repetition=_repetition(heap, every),
        answering=_answering(heap, every),
        account=account,
    )


def _has_facts(judge: Judge) -> bool:
    facts = judge.facts
    known = (
        facts.products,
        facts.campaigns,
        facts.reviews,
        facts.counts,
        facts.proofs,
        facts.endorsements,
        facts.attestations,
    )
    return any(one is not None for one in known)


def _said_of_months(heap: Heap) -> tuple[tuple[MonthSaid, ...], tuple[MonthSaid, ...]]:
    rows = [MonthSaid(*one) for one in sorted(heap.standing, key=lambda one: (one.month, one.rule))]
    crowded = tuple(one for one in rows if one.rule == CROWDED)
    return crowded, tuple(one for one in rows if one.rule != CROWDED)


def _months(tally: Tally, crowded: Counter[str]) -> tuple[Month, ...]:
    return tuple(_month(name, tally.months[name], crowded[name]) for name in sorted(tally.months))


def _month(name: str, numbers: Counter[str], crowded: int) -> Month:
    states = {
        state: sum(
            count for key, count in numbers.items() if key.startswith("claim:") and key.endswith(state)
        )
        for state in STATES
    }
    return Month(
        name,
        posts=numbers["said:post"],
        replies=numbers["said:reply"],
        reposts=numbers["said:repost"],
        heard=numbers["heard"],
        claims=sum(states.values()),
        **states,
        scarcity=numbers["lever:scarcity"],
        urgency=numbers["lever:urgency"],
        social_proof=sum(numbers[f"claim:social_proof:{state}"] for state in STATES),
        pressing=numbers["pressing"],
        give=numbers["purpose:give"],
        ask=numbers["purpose:ask"],
        talk=numbers["purpose:talk"],
        strays=numbers["strays"],
        about_itself=numbers["about_itself"],
        repeats=numbers["repeats"],
        crowded_days=crowded,
    )


def _claims(heap: Heap, every: Counter[str]) -> tuple[Claims, ...]:
    kinds = {key.split(":")[1] for key in every if key.startswith("claim:")}
    found = []
    for kind in kinds:
        states = {state: every[f"claim:{kind}:{state}"] for state in STATES}
        examples = heap.examples(f"claim:{kind}")
        found.append(Claims(kind, sum(states.values()), **states, examples=examples))
    return tuple(sorted(found, key=lambda one: (-one.count, one.kind)))


def _rules(heap: Heap, every: Counter[str], lang: Language) -> tuple[Broken, ...]:
    """By severity, then by how often."""
    found = []
    for key, count in every.items():
        if key.startswith("rule:"):
            rule = rule_named(key.removeprefix("rule:"))
            texts = (rule.why[lang], rule.fix[lang])
            found.append(
                Broken(rule.slug, rule.title[lang], rule.severity, count, *texts, examples=heap.examples(key))
            )
    return tuple(sorted(found, key=lambda one: (-one.severity, -one.count, one.rule)))


def _pressure(heap: Heap, every: Counter[str]) -> Pressure:
    return Pressure(
        posts=every["said:post"],
        pressing=every["pressing"],
        scarcity=every["lever:scarcity"],
        urgency=every["lever:urgency"],
        social_proof=sum(every[f"claim:social_proof:{state}"] for state in STATES),
        stacked=every["rule:pressure-stacking"],
        limit=heap.judge.facts.thresholds.pressure_share,
        examples=heap.examples("rule:pressure-stacking") or heap.examples("claim:scarcity"),
    )


def _balance(heap: Heap, every: Counter[str]) -> Balance:
    return Balance(
        give=every["purpose:give"],
        ask=every["purpose:ask"],
        talk=every["purpose:talk"],
        aim=heap.judge.facts.thresholds.give_per_ask,
        examples=heap.examples("ask"),
    )


def _subjects(heap: Heap, every: Counter[str]) -> Subjects:
    by_subject = {
        key.removeprefix("strays:"): count for key, count in every.most_common() if key.startswith("strays:")
    }
    shop = heap.judge.facts.shop
    return Subjects(
        promise=tuple(one for one in heap.judge.promise if one and (not shop or one != shop.name)),
        posts=every["said:post"] if heap.judge.promise else 0,
        strays=every["strays"],
        by_subject=by_subject,
        limit=heap.judge.facts.thresholds.off_promise_share,
        examples=heap.examples("strays"),
    )


def _self_regard(heap: Heap, every: Counter[str]) -> Share:
    limit = heap.judge.facts.thresholds.self_important_share
    return Share(every["said:post"], every["about_itself"], limit, heap.examples("about_itself"))


def _repetition(heap: Heap, every: Counter[str]) -> Repetition:
    return Repetition(
        every["repeats"],
        heap.examples("repeats"),
        every["said:reply"],
        every["rule:canned-reply"],
        heap.examples("rule:canned-reply"),
    )


def _answering(heap: Heap, every: Counter[str]) -> Answering:
    talks = heap.conversations
    silent, late = talks.examples(heap.ends)
    labels = {
        key.removeprefix("heard:"): count for key, count in every.most_common() if key.startswith("heard:")
    }
    return Answering(
        heard=every["heard"],
        by_label=labels,
        complaints=talks.complaints,
        knows_answers=talks.knows_answers,
        unanswered=len(talks.unanswered(heap.ends)) + talks.lost if talks.knows_answers else 0,
        late=talks.late,
        median_hours=talks.median_hours(),
        silent_examples=silent if talks.knows_answers else (),
        late_examples=late,
    )
