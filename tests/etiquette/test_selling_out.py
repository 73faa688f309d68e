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


@pytest.mark.parametrize(
    "text",
    [
        "Gisteren was de fietstas Nova bijna op.",
        "De fietstas Nova ging gisteren bijna op.",
        "Vorige week was de fietstas Nova bijna uitverkocht, nu zijn ze er weer.",
        "Yesterday the Nova was nearly gone.",
        "The Nova was almost sold out last week.",
    ],
)
def test_what_was_nearly_gone_says_nothing_of_today(text: str):
    assert judged(text) == (set(), {})


@pytest.mark.parametrize(
    "text",
    [
        "Fietstas Nova was er nog maar net, en is al bijna op.",
        "Fietstas Nova is bijna op.",
        "The Nova was new on Monday and is already nearly gone.",
    ],
)
def test_what_is_nearly_gone_by_now_does(text: str):
    assert judged(text)[0] == {"contradicted"}


GONE = [
    "Fietstas Nova is op.",
    "We zijn door de Nova heen.",
    "Helaas hebben we geen fietstas Nova meer.",
    "We hebben de Nova helaas niet meer.",
    "The Nova pannier is gone.",
    "We are out of the Nova.",
    "We have no Nova left.",
    "We no longer have the Nova.",
]


@pytest.mark.parametrize("text", GONE)
def test_gone_in_other_words_is_sold_out_too(text: str):
    assert judged(text)[0] == {"contradicted"}
    assert "scarcity-false" in judged(text)[1]
    assert judged(text, 0)[0] == {"proven"}
    assert not judged(text, 0)[1]


@pytest.mark.parametrize(
    "text",
    [
        "De batterij van de Nova is op.",
        "Fietstas Nova is op reis.",
        "Fietstas Nova is op zaterdag te zien.",
        "Is de fietstas Nova op?",
        "Met de fietstas Nova heb je geen zorgen meer.",
        "Helaas hebben we geen tijd meer.",
        "De soep is op.",
        "We zijn door de regen heen.",
        "The soup is gone.",
        "We are out of the rain.",
        "With the Nova you don't have wet books any more.",
    ],
)
def test_what_else_is_gone_is_no_product(text: str):
    assert not judged(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nee, die is op.",
        "Nee, we hebben hem niet meer.",
        "Nee, die hebben we niet meer.",
        "No, it's gone.",
        "Sorry, we don't have it any more.",
    ],
)
def test_an_answer_that_it_is_gone_is_about_what_was_asked(text: str):
    def asked(words: str, stock: int):
        thread = {"messages": [{"from": "customer", "text": words}]}
        checkup = check(Draft(text, "reply"), Facts.from_json({**shelf(stock), "thread": thread}))
        return [one.state.value for one in checkup.claims]

    assert asked("Is de fietstas Nova er nog?", 58) == ["contradicted"]
    assert asked("Is de fietstas Nova er nog?", 0) == ["proven"]
    assert asked("Is de sjaal er nog?", 58) == []
