"""Which product is meant: the one that is named nearest, and the only one on file only where nothing else can be."""

from typing import Any

import pytest

from toonbank.etiquette import Checkup, Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"


def product(ref: str, names: list[str], price: float, before: float, stock: int) -> dict[str, Any]:
    seen = [
        {"from": "2026-06-01T00:00:00+02:00", "to": "2026-11-20T00:00:00+01:00", "price": before},
        {"from": "2026-11-20T00:00:00+01:00", "price": price},
    ]
    return {
        "ref": ref,
        "names": names,
        "price": price,
        "price_history": seen,
        "stock": stock,
        "stock_at": "2026-11-21T09:00:00+01:00",
    }


LUNA = product("luna", ["jas Luna", "Luna coat"], 59, 79, 58)
BEAR = product("beer", ["muts Beer", "Bear hat"], 20, 30, 40)


def judged(text: str, *products: dict[str, Any], kind: Any = "post", **more: Any) -> Checkup:
    return check(Draft(text, kind), Facts.from_json({"now": NOW, "products": list(products), **more}))


def states(checkup: Checkup) -> list[str]:
    return [claim.state.value for claim in checkup.claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("De workshop is bijna vol.", "post"),
        ("De koffie kost 3 euro.", "post"),
        ("Een kaartje kost 12,50.", "post"),
        ("Nog 2 mutsen.", "post"),
        ("Sjaals: was 40, nu 30 euro.", "post"),
        ("Jas Vega was 80, nu 60 euro.", "post"),
        ("De jas Luna is er weer. Ook nog 2 sjaals.", "post"),
        ("De jas Luna is er weer. De lezing is bijna uitverkocht.", "post"),
        ("De rondleiding door het atelier kost 15 euro.", "post"),
        ("Stalling: 4 euro.", "post"),
        ("De hoes voor de jas Luna kost 12 euro.", "post"),
        ("Uw openstaande schuld is 240 euro.", "reply"),
        ("Members pay 30 euro.", "post"),
        ("The lecture is almost sold out.", "post"),
        ("A ticket costs 12.50.", "post"),
        ("The Vega coat was 80, now 60 euro.", "post"),
        ("The Luna coat is back. Only 2 scarves left as well.", "post"),
        ("The Luna coat is back. Parking is 4 euro.", "post"),
        ("Your outstanding balance is 240 euro.", "reply"),
    ],
)
def test_what_is_about_something_else_is_not_held_against_the_only_product(text: str, kind: str):
    checkup = judged(text, LUNA, kind=kind)
    assert set(states(checkup)) <= {"unknown"}
    told = " ".join(mend.text for finding in checkup.findings for mend in finding.mends)
    assert "58" not in told
    assert "59" not in told


@pytest.mark.parametrize(
    "text",
    [
        "Nog maar 3 stuks!",
        "Bijna uitverkocht!",
        "Nu 49 euro.",
        "De Luna kost 49 euro.",
        "De jas kost 49 euro.",
        "De jas Luna is er weer. Hij kost 49 euro.",
        "De jas Luna is er weer. Zacht, warm, en nog maar 3 stuks.",
        "Only 3 left!",
        "Now 49 euro.",
        "The coat costs 49 euro.",
        "The Luna coat is back. It costs 49 euro.",
        "The Luna coat is back. Only 3 left, so be quick.",
    ],
)
def test_where_nothing_else_can_be_meant_the_only_product_is(text: str):
    assert states(judged(text, LUNA)) == ["contradicted"]


def test_an_answer_is_about_what_was_asked():
    def asked(text: str) -> dict[str, Any]:
        return {"messages": [{"from": "customer", "text": text}]}

    about_luna, about_scarf = asked("Wat kost de jas Luna?"), asked("Wat kost de sjaal in de etalage?")
    assert states(judged("Die kost 49 euro.", LUNA, kind="reply", thread=about_luna)) == ["contradicted"]
    assert states(judged("Die kost 49 euro.", LUNA, kind="reply", thread=about_scarf)) == ["unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jas Luna was 79, nu 59 en muts Beer was 30, nu 20.", ["proven", "proven"]),
        ("The Luna coat was 79, now 59, and the Bear hat was 30, now 20.", ["proven", "proven"]),
        ("The Luna coat is 10 euro, the Bear hat 5 euro.", ["contradicted", "contradicted"]),
        ("Jas Luna is 59 euro, muts Beer 5 euro.", ["proven", "contradicted"]),
        ("Nog 58 jassen Luna. Nog 40 mutsen Beer.", ["proven", "proven"]),
        ("De jas Luna kost 59 euro en de muts Beer 25 euro.", ["proven", "contradicted"]),
    ],
)
def test_each_claim_of_a_sentence_is_held_against_the_product_beside_it(text: str, expected: list[str]):
    assert states(judged(text, LUNA, BEAR)) == expected


def test_a_mend_of_one_product_leaves_the_other():
    checkup = judged("Jas Luna is 59 euro, muts Beer 5 euro.", LUNA, BEAR)
    finding = next(one for one in checkup.findings if one.rule == "discount-mismatch")
    text = "Jas Luna is 59 euro, muts Beer 5 euro."
    first = finding.mends[0]
    assert text[: first.start] + first.text + text[first.end :] == "Jas Luna is 59 euro, muts Beer 20 euro."


SMALL = {**LUNA, "ref": "luna-s", "names": ["jas Luna maat S"], "stock": 3}
MEDIUM = {**LUNA, "ref": "luna-m", "names": ["jas Luna maat M"], "stock": 55}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jas Luna was 79, nu 59 euro.", "proven"),
        ("25% korting op jas Luna.", "proven"),
        ("Jas Luna kost 49 euro.", "contradicted"),
        ("De jas Luna maat S kost 59 euro.", "proven"),
    ],
)
def test_sizes_that_cost_the_same_have_one_price(text: str, expected: str):
    assert states(judged(text, SMALL, MEDIUM)) == [expected]


def test_a_count_of_sizes_asks_which_one_is_meant():
    checkup = judged("Nog maar 3 jassen Luna!", SMALL, MEDIUM)
    assert states(checkup) == ["unknown"]
    assert "Meer dan één artikel" in checkup.findings[0].message


def test_sizes_at_two_prices_ask_which_one_is_meant():
    dear = {**MEDIUM, "price": 69}
    for text, words in (
        ("Jas Luna was 79, nu 59 euro.", "Meer dan één artikel heet zo"),
        ("Jas Luna was 79, now 59 euro.", "More than one product goes by this name"),
    ):
        finding = next(one for one in judged(text, SMALL, dear).findings if one.rule.startswith("price-was"))
        assert words in finding.message


def test_a_colour_is_known_in_its_other_form():
    red = {**LUNA, "names": ["jas Luna rood"]}
    blue = {**LUNA, "ref": "blauw", "names": ["jas Luna blauw"], "price": 69}
    assert states(judged("De rode jas Luna kost 59 euro.", red, blue)) == ["proven"]
    assert states(judged("De rode jassen Luna kosten 69 euro.", red, blue)) == ["contradicted"]


def test_a_product_is_known_by_its_sort_in_the_other_language():
    only_dutch = {**LUNA, "names": ["jas Luna"]}
    assert states(judged("The Luna coat costs 49 euro.", only_dutch)) == ["contradicted"]
    assert states(judged("The Luna scarf costs 49 euro.", {**LUNA, "names": ["Luna coat"]})) == ["unknown"]


DUTCH_BEAR = BEAR | {"names": ["muts Kleine Beer"]}


@pytest.mark.parametrize(
    "text",
    [
        "Only 3 hats left on the shelf!",
        "Only 3 left! Pop in if you like.",
        "Nog maar 3 op de plank. Kom passen als je twijfelt.",
        "Nog maar 3 stuks! Zoek je nog een cadeau?",
    ],
)
def test_the_only_product_is_meant_in_the_other_language_too_and_beside_words_to_the_reader(text):
    assert states(judged(text, DUTCH_BEAR)) == ["contradicted"]


@pytest.mark.parametrize(
    "text", ["Only 3 scarves left!", "Nog maar 3 sjaals!", "The lecture is almost sold out."]
)
def test_other_goods_are_not_meant_in_the_other_language_either(text):
    assert states(judged(text, DUTCH_BEAR)) == ["unknown"]
