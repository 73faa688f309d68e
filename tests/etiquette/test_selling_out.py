"""Sold out is a fact that the shelf proves or denies; a percentage "op" something is no stock."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-24T10:00:00+01:00"


def shelf(stock):
    product = {
        "ref": "v",
        "names": ["fietstas Nova", "Nova pannier"],
        "stock": stock,
        "stock_at": NOW,
        "price": 39.95,
    }
    return {"now": NOW, "products": [product]}


def judged(text, stock=58, kind="post"):
    checkup = check(Draft(text, kind), Facts.from_json(shelf(stock)))
    states = {str(one.state) for one in checkup.claims if one.kind in ("scarcity", "stock")}
    return states, {one.rule: one for one in checkup.findings}


SOLD_OUT = [
    ("De fietstas Nova is uitverkocht.", "post"),
    ("De Nova is niet meer op voorraad.", "post"),
    ("Uitverkocht!", "post"),
    ("Nee, de fietstas Nova is helaas uitverkocht.", "reply"),
    ("The Nova pannier is out of stock.", "post"),
    ("Sorry, the Nova pannier is sold out at the moment.", "reply"),
]


@pytest.mark.parametrize(("text", "kind"), SOLD_OUT)
def test_sold_out_is_false_while_there_are_58(text, kind):
    states, findings = judged(text, 58, kind)
    assert states == {"contradicted"}
    assert "58" in findings["scarcity-false"].message


@pytest.mark.parametrize(("text", "kind"), SOLD_OUT)
def test_sold_out_is_true_when_there_are_none(text, kind):
    states, findings = judged(text, 0, kind)
    assert states == {"proven"}
    assert not {"scarcity-false", "scarcity-unproven", "discount-mismatch"} & findings.keys()


@pytest.mark.parametrize(
    "text",
    [
        "De voorstelling is uitverkocht.",
        "Maat 38 van de Nova is uitverkocht.",
        "De rode Nova is uitverkocht.",
        "Gisteren was de Nova even uitverkocht, nu weer volop.",
        "Is de Nova uitverkocht?",
        "De Nova is niet uitverkocht.",
        "The red Nova is sold out.",
        "The Nova is not sold out.",
        "De soep is op, er is nog taart.",
        "The soup is gone, there is still cake.",
        "20% korting op je fietstas.",
        "20% korting op uw hele bestelling.",
        "20% discount op alles.",
    ],
)
def test_what_is_about_another_thing_says_nothing_of_the_shelf(text):
    states, findings = judged(text)
    assert states <= {"proven"}
    assert not {"scarcity-false", "scarcity-unproven"} & findings.keys()


@pytest.mark.parametrize("text", ["80% is al op!", "Al 80% verkocht.", "90% sold already."])
def test_a_share_that_is_gone_is_little_left(text):
    assert judged(text)[0] == {"contradicted"}


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("De fietstas Nova is uitverkocht.", "De fietstas Nova is op voorraad: 58 stuks."),
        ("The Nova pannier is out of stock.", "The Nova pannier is in stock: 58 pieces."),
        ("De Nova raakt uitverkocht.", "De Nova is op voorraad: 58 stuks."),
        (
            "Deze fietstas is bijna niet meer te krijgen.",
            "Deze fietstas is op voorraad: 58 stuks.",
        ),
    ],
)
def test_the_mend_tells_what_there_is(text, calm):
    (mend, *_) = judged(text)[1]["scarcity-false"].mends
    assert text[: mend.start] + mend.text + text[mend.end :] == calm


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Helaas, de Nova is uitverkocht.", "reply"),
        ("Mis het niet: straks is hij weg en heb jij spijt.", "post"),
        ("Schiet op, want hij is bijna weg en dan is het klaar.", "post"),
        ("Kom snel, want de Nova is bijna op.", "post"),
        ("Straks zijn ze weg, kom dus gauw.", "post"),
        ("Er zijn nog maar ruim 20 fietstassen Nova.", "post"),
        ("Hurry, nearly gone and then that's it.", "post"),
    ],
)
def test_no_mend_tells_of_stock_in_half_a_sentence(text, kind):
    assert judged(text, 58, kind)[1]["scarcity-false"].mends == ()


@pytest.mark.parametrize(
    ("text", "mends"),
    [
        (
            "Nog minder dan 5 Nova fietstassen op de plank.",
            ["Er liggen 58 Nova fietstassen op de plank.", "Er liggen Nova fietstassen op de plank."],
        ),
        (
            "Hier hangen nog bijna 5 Nova fietstassen.",
            ["Hier hangen 58 Nova fietstassen.", "Hier hangen Nova fietstassen."],
        ),
        (
            "Nog zo'n 4 Nova fietstassen over!",
            ["Er liggen 58 Nova fietstassen!", "Er liggen Nova fietstassen!"],
        ),
        ("Fewer than 5 Nova panniers left!", ["We have 58 Nova panniers!", "We have Nova panniers!"]),
        (
            "The Nova is flying off the shelves.",
            ["The Nova is in stock: 58 pieces.", "The Nova is in stock."],
        ),
    ],
)
def test_no_word_for_about_stays_beside_the_real_number(text, mends):
    found = judged(text)[1]["scarcity-false"]
    assert [text[: one.start] + one.text + text[one.end :] for one in found.mends] == mends
