"""Every rule is held to its own examples: found, silent, and mended."""

import pytest

from toonbank.etiquette import Checkup, Draft, Facts, check
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Example, Rule

WRONG = [(rule, example) for rule in all_rules() for example in rule.wrong]
RIGHT = [(rule, example) for rule in all_rules() for example in rule.right]


def named(value: object) -> str:
    return value.slug if isinstance(value, Rule) else value.text if isinstance(value, Example) else str(value)


def judged(example: Example, text: str | None = None) -> Checkup:
    facts = Facts.from_json(example.facts) if example.facts else None
    draft = Draft(example.text if text is None else text, example.kind, example.network, example.lang)
    return check(draft, facts)


def slugs(checkup: Checkup) -> set[str]:
    return {finding.rule for finding in checkup.findings}


def test_every_rule_has_three_examples_a_side_and_a_language():
    for rule in all_rules():
        for side in (rule.wrong, rule.right):
            assert sorted(example.lang for example in side) == ["en"] * 3 + ["nl"] * 3, rule.slug


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=named)
def test_what_is_wrong_is_found(rule: Rule, example: Example):
    assert rule.slug in slugs(judged(example))


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=named)
def test_what_is_right_stays_without_this_finding(rule: Rule, example: Example):
    assert rule.slug not in slugs(judged(example))


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=named)
def test_every_mend_of_the_rule_mends_it(rule: Rule, example: Example):
    for finding in judged(example).findings:
        for mend in finding.mends if finding.rule == rule.slug else ():
            mended = example.text[: mend.start] + mend.text + example.text[mend.end :]
            again = [one for one in judged(example, mended).findings if one.rule == rule.slug]
            before = [one for one in judged(example).findings if one.rule == rule.slug]
            assert len(again) < len(before), mended


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=named)
def test_a_finding_speaks_the_language_of_its_post(rule: Rule, example: Example):
    checkup = judged(example)
    assert checkup.lang == example.lang
    finding = next(one for one in checkup.findings if one.rule == rule.slug)
    assert finding.message
    assert finding.fix


def test_the_mends_of_the_screen_are_those_of_the_checker():
    facts = Facts.from_json(
        {
            "now": "2026-11-21T10:00:00+01:00",
            "products": [
                {"names": ["muts Kleine Beer"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}
            ],
        }
    )
    text = "Nog maar 3 mutsen Kleine Beer op de plank. Gebreid in Twente."
    (finding,) = check(Draft(text), facts).findings
    first, second = finding.mends
    assert text[finding.start : finding.end].startswith("Nog maar 3 mutsen Kleine Beer")
    assert finding.message == "Er liggen er meer: 41, gezien om 09:12."
    assert (
        text[: first.start] + first.text + text[first.end :]
        == "Er liggen 41 mutsen Kleine Beer op de plank. Gebreid in Twente."
    )
    assert (
        text[: second.start] + second.text + text[second.end :]
        == "Er liggen mutsen Kleine Beer op de plank. Gebreid in Twente."
    )
