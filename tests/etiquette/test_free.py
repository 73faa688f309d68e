"""What is called free is proven by the promotion that gives it away, and by no other."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"


def judged(text, offer, conditions=""):
    campaign = {"ref": "c", "offer": offer, "conditions": conditions, "ends": "2026-11-29"}
    checkup = check(Draft(text), Facts.from_json({"now": NOW, "campaigns": [campaign]}))
    return {str(one.state) for one in checkup.claims if one.kind == "free"}


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Gratis bezorging in het hele dorp.", "gratis knoop aanzetten"),
        ("De tas is gratis.", "gratis knoop aanzetten"),
        ("Nu met gratis regenhoes!", "gratis tas"),
        ("Gratis muts bij elke jas.", "gratis tas bij elke jas"),
        ("Free delivery all over the village.", "free button sewing"),
        ("The bag is free.", "free button sewing"),
        ("A free bell with every order.", "free coffee with your order"),
    ],
)
def test_another_promotion_proves_nothing_free(text, offer):
    assert judged(text, offer) == {"unknown"}


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("We zetten je knoop gratis aan.", "gratis knoop aanzetten"),
        ("Knopen zetten we deze week gratis aan.", "gratis knoop aanzetten"),
        ("Messen slijpen is vandaag gratis.", "gratis messenslijpen"),
        ("Thuisbezorgen is vandaag gratis.", "gratis bezorging"),
        ("Gratis!", "gratis knoop aanzetten"),
        ("Button sewn on for free.", "free button sewing"),
        ("Free delivery this week.", "free shipping"),
        ("A present!", "present"),
    ],
)
def test_the_promotion_that_gives_it_away_proves_it(text, offer):
    assert judged(text, offer) == {"proven"}


@pytest.mark.parametrize("offer", ["gratis tas", "", "winteractie"])
def test_a_condition_of_a_promotion_without_a_name_still_counts(offer):
    assert judged("Gratis tas voor iedereen!", offer, "alleen bij besteding van 75 euro") == {"contradicted"}
