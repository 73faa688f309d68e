"""Amounts that are no reduction: price lists and comparisons. And amounts that are written in two parts."""

from decimal import Decimal
from typing import Any

import pytest

from toonbank.etiquette import Checkup, Draft, Facts, check
from toonbank.language.numbers import amounts, numbers
from toonbank.language.reading import read

HISTORY = [{"from": "2026-06-01T00:00:00+02:00", "price": 59}]


def judged(text: str, price: float = 59, **more: Any) -> Checkup:
    luna = {
        "ref": "luna",
        "names": ["jas Luna", "Luna coat"],
        "price": price,
        "price_history": HISTORY,
        **more,
    }
    return check(Draft(text), Facts.from_json({"now": "2026-11-21T10:00:00+01:00", "products": [luna]}))


def mended(text: str, price: float = 59) -> list[str]:
    finding = judged(text, price).findings[0]
    return [text[: one.start] + one.text + text[one.end :] for one in finding.mends]


@pytest.mark.parametrize(
    "text",
    [
        "Soep nu 6 euro, broodje nu 4 euro.",
        "Mutsen 25 euro, sjaals nu 15 euro.",
        "Koffie nu 3 euro, appeltaart nu 5 euro en limonade nu 2 euro.",
        "Soup now 6 euro, sandwich now 4 euro.",
        "Mugs are 12 euro, bowls now only 9 euro.",
    ],
)
def test_the_prices_of_several_things_are_no_reduction(text: str):
    checkup = check(Draft(text))
    assert {claim.kind for claim in checkup.claims} == {"price"}
    assert not checkup.findings


@pytest.mark.parametrize(
    "text",
    [
        "Mutsen van 25 euro, nu 15 euro.",
        "Deze sjaal kostte 25 euro, je neemt hem mee voor 15 euro.",
        "80 euro op het kaartje, 60 euro aan de kassa.",
        "Scarves were 25 euro, now 15 euro.",
    ],
)
def test_two_prices_of_one_thing_still_are(text: str):
    assert "price-was-not-lowest-30-days" in {one.rule for one in check(Draft(text)).findings}


@pytest.mark.parametrize(
    "text",
    [
        "De Luna is 10 euro goedkoper dan de Vega.",
        "Jas Luna is 20% lichter dan de oude.",
        "Een tweedehands Luna is 30% goedkoper dan een nieuwe.",
        "The Luna coat is 10 euro cheaper than the Vega.",
        "The Luna coat is 20% lighter than the old one.",
        "The Luna coat is 15% less bulky than a parka.",
    ],
)
def test_who_compares_two_things_lowers_no_price(text: str):
    assert not judged(text).findings


@pytest.mark.parametrize(
    "text",
    [
        "De Luna is 10 euro goedkoper dan vorige week.",
        "De Luna is 20% goedkoper dan eerst.",
        "The Luna coat is 20% cheaper than before.",
        "The Luna coat is 10 euro cheaper than last week.",
    ],
)
def test_who_compares_with_before_does(text: str):
    assert "price-was-not-lowest-30-days" in {one.rule for one in judged(text).findings}


def test_what_it_was_compared_with_goes_where_the_comparison_goes():
    assert mended("The Luna coat is 20% cheaper than before.") == ["The Luna coat is now 59 euro."]


@pytest.mark.parametrize(
    ("text", "lang", "cents"),
    [
        ("12 euro 50", "nl", 1250),
        ("12 euro 95.", "nl", 1295),
        ("12 euro en 95 cent", "nl", 1295),
        ("twaalf euro vijftig", "nl", 1250),
        ("twaalf euro en vijf cent", "nl", 1205),
        ("12 euro 50 kost hij", "nl", 1250),
        ("12 euro and 95 cents", "en", 1295),
        ("twelve euro fifty", "en", 1250),
        ("12 euros 50 each", "en", 1250),
    ],
)
def test_euros_and_cents_make_one_amount(text: str, lang: Any, cents: int):
    assert [one.cents for one in amounts(read(text, lang))] == [cents]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("voor 12 euro 50 gram kaas", "nl"),
        ("12 euro, 50 stuks", "nl"),
        ("12 euro 30 minuten lang", "nl"),
        ("12,50 euro 20 knopen", "nl"),
        ("12 euro and 50 buttons", "en"),
        ("12 euro 20% off", "en"),
    ],
)
def test_a_number_of_something_is_no_cents(text: str, lang: Any):
    found = numbers(read(text, lang))[:1]
    assert len(found) == 1
    assert found[0].value in (Decimal(12), Decimal("12.50"))


def test_a_price_in_two_parts_is_mended_whole():
    assert not judged("De jas Luna kost 59 euro 95.", 59.95).findings
    assert mended("De jas Luna kost 12 euro 95.")[0] == "De jas Luna kost 59 euro."
    assert mended("De jas Luna kost twaalf euro vijftig.")[0] == "De jas Luna kost 59 euro."
    assert mended("The Luna coat costs 12 euro and 95 cents.")[0] == "The Luna coat costs 59 euro."


@pytest.mark.parametrize("text", ["Jas Luna €9,50 per stuk.", "The Luna coat: €9.50 per piece."])
def test_a_price_for_each_piece_is_a_price(text: str):
    assert [one.state.value for one in judged(text).claims] == ["contradicted"]


def test_no_mend_makes_a_price_of_now_that_is_above_that_of_before():
    for text in ("De Luna was 40, nu 30.", "The Luna coat was 40, now 30."):
        assert all("40" not in one for one in mended(text))


def test_nearly_half_the_price_becomes_the_price():
    told = mended("De jas Luna is bijna voor de helft van de prijs.")
    assert told
    assert not any("bijna" in one for one in told)
