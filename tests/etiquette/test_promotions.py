"""A promotion speaks for a push of time about its own offer, and for nothing else that ends."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-24T10:00:00+01:00"
PANNIER = {
    "ref": "v",
    "names": ["fietstas Nova", "Nova pannier"],
    "price": 39.95,
    "stock": 58,
    "stock_at": NOW,
}
OFFER = {
    "ref": "c",
    "offer": "20% korting op fietstas Nova",
    "percent": 20,
    "starts": "2026-11-14",
    "ends": "2026-11-29",
    "products": ["v"],
}
FACTS = {"now": NOW, "products": [PANNIER], "campaigns": [OFFER]}


def judged(text, facts=FACTS):
    checkup = check(Draft(text), Facts.from_json(facts))
    return {str(one.state) for one in checkup.claims if one.kind == "urgency"}


def mended(text, facts=FACTS):
    found = [
        one for one in check(Draft(text), Facts.from_json(facts)).findings if one.rule.startswith("urgency")
    ]
    return [text[: one.start] + one.text + text[one.end :] for one in found[0].mends]


@pytest.mark.parametrize(
    "text",
    [
        "Wees er snel bij, deze bakfiets blijft niet lang staan.",
        "Laatste kans om de bloesem te zien.",
        "Alleen vandaag speelt Henk accordeon.",
        "Laatste dag: kom schaatsen op de ijsbaan.",
        "Henk speelt accordeon. Alleen vandaag!",
        "Inschrijven voor de workshop kan alleen vandaag.",
        "Last chance to see the cherry blossom.",
        "Today only: Henk plays the accordion.",
        "Alleen vandaag om 19.30 speelt Henk.",
        "Only today at 19.30 Henk plays.",
        "Be quick, this cargo bike will not last.",
    ],
)
def test_what_is_no_offer_is_never_held_against_a_promotion(text):
    assert judged(text) == {"unknown"}


@pytest.mark.parametrize(
    "text",
    [
        "Alleen vandaag 20% korting op de fietstas!",
        "Alleen vandaag: de Nova voor een zachte prijs.",
        "De Nova is een fijne tas. Alleen vandaag!",
        "De actie stopt morgen.",
        "Today only: the Nova pannier for less.",
        "The sale ends tomorrow.",
    ],
)
def test_an_end_of_the_offer_itself_is_held_against_its_promotion(text):
    assert judged(text) == {"contradicted"}


@pytest.mark.parametrize(
    "text",
    [
        "Laatste kans!",
        "Laatste kans dit weekend.",
        "Nog tot zondag 29 november.",
        "Last chance this weekend.",
    ],
)
def test_a_bare_push_is_about_the_only_promotion(text):
    assert judged(text) == {"proven"}


def test_a_promotion_for_all_goods_speaks_for_any_of_them():
    facts = {"now": NOW, "campaigns": [{"ref": "c", "offer": "10%", "ends": "2026-11-29"}]}
    assert judged("Alleen vandaag voor al onze fietstassen.", facts) == {"contradicted"}
    assert judged("Alleen vandaag speelt Henk accordeon.", facts) == {"unknown"}


@pytest.mark.parametrize(
    "text", ["Alleen vandaag speelt Henk accordeon.", "Inschrijven voor de workshop kan alleen vandaag."]
)
def test_no_mend_leaves_half_a_sentence(text):
    assert mended(text) == []


@pytest.mark.parametrize(
    "text", ["Laatste dag van de actie!", "De laatste uren lopen!", "Last day of the sale!"]
)
def test_the_last_day_is_the_day_on_which_it_ends(text):
    assert judged(text) == {"contradicted"}
    ends_today = {**OFFER, "ends": "2026-11-24"}
    assert judged(text, {**FACTS, "campaigns": [ends_today]}) == {"proven"}
