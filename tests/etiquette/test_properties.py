"""What must hold for every text and all facts."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.texts import unreasonable
from toonbank.etiquette import Checkup, Draft, Facts, check
from toonbank.etiquette.registry import all_rules

PIECES = [example.text for rule in all_rules() for example in (*rule.wrong, *rule.right)] + [
    "🧣", "é", "é", "\r\n", " ", "!!!", "“", "”", "49,95", "€", "%", "~~", "@", "#opisop", "\ud800", "ﬁ", "İ", "nog ", "maar 3 ",
]  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))
KINDS = ("post", "reply", "repost", "goal", "moderation", "account")
NOW = "2026-11-21T10:00:00+01:00"


def slugs(checkup: Checkup) -> list[str]:
    return [finding.rule for finding in checkup.findings]


def with_stock(stock: int | None, **more: object) -> Facts:
    return Facts.from_json(
        {"now": NOW, "products": [{"names": ["muts"], "stock": stock, "price": 24.95, **more}]}
    )


@given(texts, st.sampled_from(KINDS))
@settings(max_examples=300, deadline=None)
def test_every_place_cuts_the_original_text_inside_its_bounds(text, kind):
    checkup = check(Draft(text, kind), with_stock(41, price_history=[{"from": "2026-01-01", "price": 24.95}]))
    spans = [(claim.start, claim.end) for claim in checkup.claims]
    spans += [
        (one.start, one.end) for one in checkup.findings if one.start is not None and one.end is not None
    ]
    spans += [(mend.start, mend.end) for one in checkup.findings for mend in one.mends]
    for start, end in spans:
        assert 0 <= start <= end <= len(text)
    for claim in checkup.claims:
        assert text[claim.start : claim.end].strip()


FULL = {
    "now": NOW,
    "shop": {"name": "Jas", "country": "NL", "aliases": ["@jas"], "rivals": ["Mantelhuis"]},
    "products": [
        {
            "ref": ref,
            "names": names,
            "stock": 4,
            "stock_at": NOW,
            "price": 24.95,
            "price_history": [
                {"from": "2026-06-01", "to": "2026-11-14", "price": 34.95},
                {"from": "2026-11-14", "price": 24.95},
            ],
        }
        for ref, names in (("p0", ["muts Kleine Beer", "Little Bear hat"]), ("p1", ["brood", "bread"]))
    ],
    "campaigns": [{"ref": "c1", "percent": 30, "starts": "2026-11-14", "ends": "2026-11-29"}],
    "counts": {"orders": 3950, "customers": 2100, "at": NOW},
    "reviews": {"source": "Kiyoh", "count": 213, "average": 8.7, "scale": 10, "at": NOW},
}


@pytest.mark.parametrize("goods", [0, 1, 2])
def test_no_sentence_of_a_shop_makes_a_check_fall_with_facts_of_every_kind(goods):
    """A lower price was once heard in words ("minus forty percent") and its figure looked for in vain."""
    facts = Facts.from_json({**FULL, "products": FULL["products"][:goods]})
    lines = [
        json.loads(line)
        for path in sorted(Path(__file__).with_name("data").glob("unseen*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    said = [line["text"] for line in lines if "text" in line] + PIECES
    said += [
        "Rood kaartje? Aan de kassa gaat er 40 procent vanaf.",
        "Yesterday's bread is at 50% of the usual.",
    ]
    said += [
        "Minus forty percent on every hat.",
        "Save up to 60% on a pair!",
        "De muts is nu dertig procent minder.",
    ]
    assert len(said) > 1000
    for text in said:
        for finding in check(Draft(text), facts).findings:
            assert finding.message


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_same_draft_gets_the_same_answer_twice(text):
    assert check(Draft(text)) == check(Draft(text))


def test_one_letter_a_million_times_takes_linear_time():
    for letter in ("a", "3", "!", ".", " ", "\n", "A", '"', "3 "):
        took = []
        for size in (100_000, 400_000):
            before = time.process_time()
            check(Draft(letter * size))
            took.append(time.process_time() - before)
        assert took[1] < 12 * max(took[0], 0.02), letter


@pytest.mark.slow
@pytest.mark.parametrize("name", unreasonable())
@pytest.mark.parametrize("kind", ["post", "reply"])
def test_no_text_makes_a_check_slow_or_fall(kind, name):
    facts, took = with_stock(41), []
    for length in (25_000, 100_000):
        text = unreasonable(length)[name]
        before = time.process_time()
        check(Draft(text, kind), facts)
        took.append(time.process_time() - before)
    assert took[1] < max(1.0, 8 * took[0]), took


@pytest.mark.slow
@pytest.mark.parametrize("letter", ["a", "é", "\u05d0", "\ud800", "'", "k"])
def test_a_million_of_one_letter_are_read_in_a_moment(letter):
    before = time.process_time()
    check(Draft(letter * 1_000_000))
    assert time.process_time() - before < 10


def test_thousands_of_claims_without_a_stop_take_linear_time():
    claims = ("was 89, nu 59 euro ", "t/m zondag ", "@a ", "like en deel ", "2 voor 1 en de tweede gratis ")
    of_a_product = (
        "muts Kleine Beer 59 euro ",
        "20% korting op de muts Beer ",
        "Nog 3 mutsen, sjaal en muts Beer ",
    )
    for claim in (*claims, *of_a_product):
        few, many = (_seconds(claim * count) for count in (500, 2000))
        assert many < 12 * max(few, 0.02), claim


def test_hundreds_of_offers_take_linear_time_beside_a_promotion_that_is_yet_to_begin():
    later = {"offer": "20% korting op mutsen", "percent": 20, "starts": "2027-02-01", "ends": "2027-02-14"}
    facts = Facts.from_json(
        {"now": NOW, "products": [{"names": ["muts"], "price": 24.95}], "campaigns": [later]}
    )
    few, many = (_seconds("Nu 20% korting op de muts. " * count, facts) for count in (100, 400))
    assert many < 12 * max(few, 0.02)


def _seconds(text, facts=None):
    """The least of three: what else the machine does only adds."""
    took = []
    for _ in range(3):
        before = time.process_time()
        check(Draft(text), facts or with_stock(41))
        took.append(time.process_time() - before)
    return min(took)


def test_the_mends_of_thousands_of_claims_take_no_longer_than_a_moment():
    checkup = check(Draft("was 89, nu 59 euro " * 2000), with_stock(41))
    before = time.process_time()
    assert checkup.as_json()["findings"]
    assert time.process_time() - before < 2


@given(st.integers(0, 200), st.integers(0, 300), st.integers(0, 300))
@settings(max_examples=200, deadline=None)
def test_more_stock_never_takes_a_false_scarcity_away(said, stock, more):
    for text in (f"Nog maar {said} mutsen!", f"Only {said} left.", "De muts is bijna op.", "Laatste stuks!"):
        if "scarcity-false" in slugs(check(Draft(text), with_stock(stock))):
            assert "scarcity-false" in slugs(check(Draft(text), with_stock(stock + more)))


@given(st.sampled_from([example.text for rule in all_rules() for example in rule.wrong]), st.integers(0, 50))
@settings(max_examples=200, deadline=None)
def test_more_evidence_never_adds_an_unproven_finding(text, count):
    bare = slugs(check(Draft(text), Facts.from_json({"now": NOW})))
    known = Facts.from_json(
        {
            "now": NOW,
            "counts": {"orders": count, "customers": count, "at": NOW},
            "reviews": {"source": "Kiyoh", "count": count, "average": 8.7, "at": NOW},
            "attestations": [{"claim": "scarcity", "value": count, "who": "Noor", "at": NOW}],
            "campaigns": [{"ref": "c", "starts": "2026-11-01", "ends": "2026-11-30"}],
        }
    )
    after = slugs(check(Draft(text), known))
    for slug in ("scarcity-unproven", "urgency-unproven"):
        assert after.count(slug) <= bare.count(slug)


@given(st.integers(1, 500))
@settings(max_examples=100, deadline=None)
def test_a_true_calm_number_gives_no_finding(stock):
    for text in (f"Er liggen {stock} mutsen op de plank.", f"We have {stock} in stock."):
        assert slugs(check(Draft(text), with_stock(stock))) == []
