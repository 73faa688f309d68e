"""What is no claim stays silent, one cause gives one finding, and what is faint takes nothing away."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-24T10:00:00+01:00"
PRAISED = {"quotes": [{"id": "1", "text": "Prima.", "author": "Mirjam", "consent": True}]}
COUNTED = {"customers": 2560, "orders": 4300, "at": "2026-11-20"}
OFFER = {"ref": "c", "offer": "20% korting", "percent": 20, "ends": "2026-11-29"}


def checked(text, kind="post", **facts):
    return check(Draft(text, kind), Facts.from_json({"now": NOW, **facts}))


def rules(text, kind="post", **facts):
    return {one.rule for one in checked(text, kind, **facts).findings}


def kinds(text, kind="post", **facts):
    return {one.kind for one in checked(text, kind, **facts).claims}


def mended(text, rule, kind="post", **facts):
    found = [one for one in checked(text, kind, **facts).findings if one.rule == rule]
    return [text[: one.start] + one.text + text[one.end :] for one in found[0].mends]


@pytest.mark.parametrize(
    "text",
    [
        "De eerste 10 klanten krijgen gratis koffie.",
        "De eerste vijftig bezoekers ontvangen een tasje.",
        "The first 20 customers get a free bell.",
    ],
)
def test_the_first_ten_who_come_are_no_crowd(text):
    assert "social_proof" not in kinds(text)
    assert "social_proof" not in kinds(text, counts=COUNTED)


def test_ten_who_came_are():
    assert "social_proof" in kinds("Al 20 klanten kregen een bel.")
    assert "social_proof" in kinds("Already 2,560 customers got theirs.")


@pytest.mark.parametrize(
    "text",
    [
        "Alle tassen die je koopt kun je ruilen.",
        "Alle jassen kopen we zelf in.",
        "Zij gebruikt alleen nog speltmeel.",
        "Every bike you buy gets a free service.",
        "She only uses spelt flour.",
    ],
)
def test_words_of_a_customer_on_file_make_no_other_sentence_an_exaggeration(text):
    assert "endorsement-exaggerated" not in rules(text, reviews=PRAISED)


def test_one_customer_made_into_all_of_them_still_is():
    assert "endorsement-exaggerated" in rules("All customers love this bag.", reviews=PRAISED)
    ruben = [{"who": "chef Ruben", "quote": "Fijn mes.", "permission": True}]
    assert "endorsement-exaggerated" in rules("Alle koks kiezen dit mes.", endorsements=ruben)
    assert "endorsement-exaggerated" not in rules("Alle messen die je koopt slijpen we.", endorsements=ruben)


@pytest.mark.parametrize(
    "text",
    [
        "We'll refund you today whether or not you change your review. ^JD",
        "We'll refund you even if you keep your review. ^JD",
        "You don't need to change your review, we will refund you. ^JD",
        "U krijgt uw geld terug, of u de review nu aanpast of niet. ^JD",
        "U hoeft uw review niet aan te passen, we betalen het terug. ^JD",
    ],
)
def test_a_refund_that_does_not_hang_on_the_review_asks_nothing(text):
    assert "review-gating" not in rules(text, "reply")


@pytest.mark.parametrize(
    "text",
    [
        "We'll refund you if you change your review. ^JD",
        "We betalen het terug als u uw review aanpast. ^JD",
        "Je hoeft niets te kopen, geef ons vijf sterren en krijg een bon.",
    ],
)
def test_a_refund_for_a_better_review_still_does(text):
    assert "review-gating" in rules(text, "reply")


@pytest.mark.parametrize("signed", [" Groet, Bas", " ^JD", " – Noor"])
def test_the_honest_question_leaves_who_signs(signed):
    text = "Geef ons vijf sterren en krijg 10% korting."
    honest = "Wat vond je ervan? Goed of minder goed, we lezen het graag."
    assert mended(text + signed, "review-gating", "reply") == [honest + signed]


@pytest.mark.parametrize(
    "text",
    [
        "Kamer nummer 1 is vrij.",
        "Olie nummer 1 voor de ketting.",
        "Winkel nummer 1 is dicht, winkel nummer 2 open.",
        "Chain oil number 1 is for dry days.",
    ],
)
def test_a_number_on_a_thing_is_no_rank(text):
    assert "superlative" not in kinds(text)


@pytest.mark.parametrize(
    "text", ["Wij zijn de nummer 1 van Zutphen!", "Jouw nummer 1 in fietsen.", "We are number one."]
)
def test_a_rank_is(text):
    assert "superlative" in kinds(text)


@pytest.mark.parametrize(
    "text", ["Vijf sterren zijn welkom!", "Five stars are welcome!", "Leave a five-star review, please."]
)
def test_stars_that_are_asked_for_are_one_finding(text):
    assert "review-gating" in rules(text)
    assert "social-proof-unverified" not in rules(text)


@pytest.mark.parametrize("text", ["Deel dit bericht en win een tas!", "Share this post to win a bag!"])
def test_sharing_to_win_is_one_finding(text):
    assert "giveaway-entry-not-allowed" in rules(text)
    assert "engagement-bait" not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mis het niet: straks is hij weg en heb jij spijt.",
        "Don't miss it: soon it is gone and you will be sorry.",
    ],
)
def test_a_faint_scarcity_takes_no_haste_away(text):
    assert {"urgency-unproven", "pressure-stacking"} <= rules(text)


@pytest.mark.parametrize(
    "text", ["Our racks fit tubes up to 12 mm.", "We are open up to 5 pm.", "Rekken op naar de 12 mm."]
)
def test_a_size_is_no_goal(text):
    assert "vanity" not in kinds(text)
    assert "vanity" in kinds("Op naar de 500!")


@pytest.mark.parametrize(
    "text",
    ["Nog twee nachtjes slapen en dan is het feest!", "Two more sleeps until we open!"],
)
def test_counting_the_nights_to_a_party_is_no_haste(text):
    assert "urgency-unproven" not in rules(text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("The sale ends Sunday 22 November.", "The sale runs until Sunday 29 November."),
        ("Our offer ends today, so come by.", "Our offer runs until Sunday 29 November, so come by."),
        ("Vandaag stopt de actie.", "De actie loopt tot en met zondag 29 november."),
        ("Morgen is de laatste dag van de actie.", "De actie loopt tot en met zondag 29 november."),
        (
            "Vandaag is de laatste dag van onze 20% korting.",
            "Onze 20% korting loopt tot en met zondag 29 november.",
        ),
    ],
)
def test_a_real_end_stands_in_a_whole_sentence(text, mend):
    assert mended(text, "urgency-false-deadline", campaigns=[OFFER])[0] == mend


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("4.000 klanten bevelen ons aan.", []),
        ("Kom langs in de winkel. 4.000 klanten bevelen ons aan.", ["Kom langs in de winkel."]),
        ("Come and see us. 5,000 customers recommend us.", ["Come and see us."]),
    ],
)
def test_a_crowd_takes_what_it_does_along(text, left):
    assert mended(text, "social-proof-unverified") == left


@pytest.mark.parametrize("text", ["Rekken tot 12 mm passen.", "Koffers tot 20 kg passen ook."])
def test_a_size_is_no_end(text):
    assert "urgency" not in kinds(text)


@pytest.mark.parametrize("said", ["Wat ben jij een sukkel.", "You are an idiot, Kim."])
def test_a_name_called_in_a_reply_is_one_finding_and_no_complaint_that_is_answered(said):
    assert rules(said, "reply") & {"blame-the-customer", "counter-test", "no-solution"} == {
        "blame-the-customer"
    }
    assert "counter-test" in rules(said)


@pytest.mark.parametrize("said", ["Dermatologists recommend it.", "Vets and breeders swear by this food."])
def test_those_of_a_profession_are_no_crowd(said):
    assert rules(said) & {"endorsement-unproven", "social-proof-unverified"} == {"endorsement-unproven"}
    assert "social-proof-unverified" in rules("12.000 klanten zweren erbij.")


def test_the_largest_of_ones_own_is_no_boast():
    for said in ("De grootste maat die we hebben is 46.", "The smallest size that we carry is 34."):
        assert "superlative-unproven" not in rules(said)
    for said in ("Wij hebben de grootste collectie.", "The largest choice in town."):
        assert "superlative-unproven" in rules(said)
