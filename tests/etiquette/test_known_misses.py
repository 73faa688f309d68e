"""What a rule's page calls a known miss is a miss: as soon as the rule finds it, the page should say so no longer."""

import re

import pytest

from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.draft import Kind
from toonbank.etiquette.registry import all_rules
from toonbank.etiquette.rule import Rule

QUOTED = re.compile("“([^”]+)”")  # an example on the page; what stands between ‘ and ’ is no text to judge

COMPLAINT = {
    "thread": {
        "public": True,
        "label": "complaint-accusation",
        "messages": [{"from": "customer", "text": "Jullie hebben de verkeerde maat gestuurd."}],
    }
}
NOW = {"now": "2026-11-21T10:00:00+01:00"}
TEAPOT = {
    "names": ["theepot Saar", "Saar teapot"],
    "ref": "p1",
    "stock_at": "2026-11-21T09:30:00+01:00",
    "price": 59.0,
}


def teapots(stock: int) -> dict[str, object]:
    return NOW | {"products": [TEAPOT | {"stock": stock}]}


def campaign(**fields: object) -> dict[str, object]:
    return NOW | {"campaigns": [{"ref": "c1", **fields}]}


def said_before(*texts: str) -> dict[str, object]:
    archive = [{"text": text, "at": "2026-11-20T10:00:00+01:00", "network": "facebook"} for text in texts]
    return NOW | {"archive": archive}


# What is known when the examples of a rule are judged; of the others nothing is.
SITUATIONS: dict[str, dict[str, object]] = {
    "criticism-removed": COMPLAINT,
    "facts-not-checked": COMPLAINT | {"case": {"verdict": None, "solved": False}},
    "hidden-resolution": COMPLAINT,
    "sales-in-complaint-reply": COMPLAINT,
    "endorsement-exaggerated": {
        "endorsements": [{"who": "chef Ruben", "what": "pan", "quote": "best handig", "permission": True}]
    },
    "bait-stock": teapots(2),
    "discount-mismatch": teapots(41),
    "scarcity-false": teapots(41),
    "free-not-free": campaign(offer="gratis tas / free bag", conditions="bij besteding van 75 euro"),
    "urgency-false-deadline": campaign(
        offer="10% korting", percent=10, starts="2026-11-01", ends="2026-11-30"
    ),
    "bare-repost": {"quoted": "Kijk, onze nieuwe slee!", "quoted_author": "@slee", "room_left": 180},
    "duplicate-content": said_before(
        "Vet je leren schoenen twee keer per jaar in, ook de zool.",
        "Grease your leather shoes twice a year, the sole too.",
    ),
}
# Beside the examples of the page: a text like it that the rule does find, in the same situation.
FOUND_THERE = {
    "criticism-removed": "Ik verwijder zijn kritiek.",
    "bait-stock": "Theepot Saar voor 59 euro!",
    "discount-mismatch": "Theepot Saar kost 49 euro.",
    "scarcity-false": "Nog maar 3 theepotten Saar op de plank!",
    "free-not-free": "Gratis tas voor iedereen!",
    "urgency-false-deadline": "10% korting, alleen vandaag!",
    "bare-repost": "Kijk!",
    "duplicate-content": "Vet je leren schoenen twee keer per jaar in, ook de zool.",
    "endorsement-exaggerated": "Chef Ruben zweert bij deze pan.",
    "sales-in-complaint-reply": "Sorry. Met code TERUG krijg je 10% korting op je volgende bestelling.",
    "hidden-resolution": "Stuur ons even een DM.",
    "facts-not-checked": "Onze fout, we hebben de verkeerde maat gestuurd.",
}
KINDS: dict[str, Kind] = {"vanity-goal": "goal"}
MISSED = [
    (rule, lang, text)
    for rule in all_rules()
    for lang in ("nl", "en")
    for text in QUOTED.findall((rule.misses or {}).get(lang, ""))
]


def finds(rule: Rule, text: str, lang: str) -> bool:
    facts = Facts.from_json(SITUATIONS[rule.slug]) if rule.slug in SITUATIONS else None
    kind = KINDS.get(rule.slug, rule.applies_to[0])
    found = check(Draft(text, kind, "facebook", "nl" if lang == "nl" else "en"), facts).findings
    return rule.slug in {one.rule for one in found}


def named(value: object) -> str:
    return value.slug if isinstance(value, Rule) else str(value)


def test_every_rule_says_what_it_misses_in_both_languages():
    silent = [rule.slug for rule in all_rules() if not rule.misses or not all(rule.misses.values())]
    assert silent == []
    assert all(rule.misses and sorted(rule.misses) == ["en", "nl"] for rule in all_rules())


def test_every_example_of_a_miss_is_there_in_both_languages():
    for rule in all_rules():
        shown = [len(QUOTED.findall((rule.misses or {}).get(lang, ""))) for lang in ("nl", "en")]
        assert shown[0] == shown[1], rule.slug


@pytest.mark.parametrize(("rule", "lang", "text"), MISSED, ids=named)
def test_what_the_page_calls_a_miss_is_missed(rule: Rule, lang: str, text: str):
    assert not finds(rule, text, lang), (
        "the rule has learned to find this: take the example off its page (`misses`)"
    )


@pytest.mark.parametrize("slug", sorted(FOUND_THERE))
def test_in_the_situation_of_a_miss_the_rule_does_speak(slug: str):
    rule = next(one for one in all_rules() if one.slug == slug)
    assert finds(rule, FOUND_THERE[slug], "nl")
