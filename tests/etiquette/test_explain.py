"""A rule tells what it rests on, how we know that, and in which situation its examples hold."""

import re
from dataclasses import replace

import pytest

from toonbank.etiquette.explain import explained, explained_in_markdown, page_of
from toonbank.etiquette.laws import Status, all_laws, areas, has_standing, laws_of
from toonbank.etiquette.registry import all_rules, rule_named
from toonbank.etiquette.rule import Example
from toonbank.etiquette.situations import SILENT, TELLERS, situation_in_words

SLUGS = {rule.slug for rule in all_rules()}
EXAMPLES = [(rule.slug, example) for rule in all_rules() for example in (*rule.wrong, *rule.right)]
TREATY = "no-such-law"


def test_every_rule_with_a_ground_says_how_that_is_known():
    assert [rule.slug for rule in all_rules() if not has_standing(rule)] == []


def test_a_ground_without_a_status_is_noticed():
    rule = rule_named("shouting")
    assert has_standing(rule)
    assert not has_standing(replace(rule, slug=TREATY, base="a treaty that nobody wrote down"))


def test_every_law_is_about_rules_that_exist_in_an_area_that_exists():
    for law in all_laws():
        assert set(law.rules) <= SLUGS, law.ref
        assert law.area in areas()


def test_what_is_remembered_is_never_told_as_read():
    for law in all_laws():
        is_read = law.known("en").startswith("read")
        assert is_read is (law.status is Status.READ), law.ref


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_toonbank_rules_tells_every_ground_with_its_status(lang):
    for rule in all_rules():
        said = explained(rule, lang)
        for law in laws_of(rule.slug):
            assert law.ref[lang] in said
            assert f"{law.says[lang]}\n    {law.known(lang)}" in said
        if not laws_of(rule.slug):
            assert ("fatsoen" if lang == "nl" else "manners") in said


def test_the_period_of_thirty_days_is_read_and_the_belgian_rule_remembered():
    by_ref = {law.ref["en"]: law.status for law in laws_of("price-was-not-lowest-30-days")}
    assert by_ref["Directive 98/6/EC art. 6a, by (EU) 2019/2161"] is Status.READ
    assert by_ref["Code of Economic Law (WER) VI.18 (BE)"] is Status.REMEMBERED


def test_a_rule_names_the_measures_that_a_shop_may_set():
    (approval,) = page_of(rule_named("approval-missing"), "nl").measures
    assert (approval.words, approval.value) == ("Een akkoord geldt", "14 dagen")
    often = page_of(rule_named("spam-frequency"), "en").measures[0]
    assert often.value.startswith("Facebook 2 posts, Instagram 2 posts")


def test_a_measure_of_the_law_is_marked_so():
    page = page_of(rule_named("price-was-not-lowest-30-days"), "en")
    assert page.is_set_by_law
    assert [one.name for one in page.measures if one.is_law] == ["price_window_days", "progressive_months"]
    assert "The law fixes this." in explained(rule_named("price-was-not-lowest-30-days"), "en")
    assert not page_of(rule_named("shouting"), "en").is_set_by_law


def test_every_fact_of_every_example_can_be_said():
    for slug, example in EXAMPLES:
        assert set(example.facts or ()) <= set(TELLERS) | SILENT, slug


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_situation_is_words_and_no_fields(lang):
    for slug, example in EXAMPLES:
        said = situation_in_words(example, lang)
        told = re.sub(r"‘[^’]*’|@\w+", "…", said)
        assert not re.search(r"[{}\[\]_]|\bNone\b|\bTrue\b|\bFalse\b|  ", told), (slug, said)


@pytest.mark.parametrize(
    ("facts", "nl", "en"),
    [
        (
            {"products": [{"stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}]},
            "er zijn er 41, gezien 21 november om 09:12",
            "there are 41, seen 21 November at 09:12",
        ),
        ({"products": [{"price": 24.95}]}, "kost 24,95 euro", "costs 24.95 euro"),
        ({"giveaway": {"entry_cost": 0}}, "meedoen kost niets", "entry costs nothing"),
        ({"reviews": {"quotes": []}}, "zo’n beoordeling is er niet", "there is no such review"),
        ({}, "", ""),
    ],
)
def test_a_situation_is_said_in_both_languages(facts, nl, en):
    assert situation_in_words(Example("x", facts), "nl") == nl
    assert situation_in_words(Example("x", facts), "en") == en


def test_a_page_holds_the_examples_of_its_language():
    page = page_of(rule_named("scarcity-false"), "en")
    assert page.wrong[0].text == "Only 3 Saar teapots left on the shelf!"
    assert len(page.wrong) == len(page.right) == 3
    assert page.severity == "block"
    assert "“For the Saar teapot you must reach deep into the cupboard.”" in page.misses


def test_the_short_form_for_editors_is_markdown_with_the_way_out():
    said = explained_in_markdown(rule_named("scarcity-false"), "nl")
    assert said.startswith("**Er liggen er meer** (blokkade")
    assert "- Nog maar 3 theepotten Saar op de plank! *[er zijn er 41" in said
    assert "uit het hoofd: zoek het na" in said
