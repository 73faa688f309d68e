"""A promotion proves what its own figures say, at the moment that the post is read, and nothing more."""

from typing import Any

import pytest

from toonbank.etiquette import Checkup, Draft, Facts, check
from toonbank.etiquette.kinds.deals import Deal, deal_in, promise_of

NOW = "2026-11-21T10:00:00+01:00"
LOWEST, FIGURES = "price-was-not-lowest-30-days", "discount-mismatch"
FLAT = [{"from": "2026-06-01", "price": 59}]
REDUCED = [{"from": "2026-06-01", "to": "2026-11-14", "price": 79}, {"from": "2026-11-14", "price": 59}]
COAT = {"ref": "L", "names": ["jas Luna", "Luna coat"], "price": 59, "price_history": FLAT}
SCARF = {"ref": "s", "offer": "gratis sjaal"}


def offer(percent: float | None = None, **more: Any) -> dict[str, Any]:
    return {"ref": "c", "percent": percent, "starts": "2026-11-14", "ends": "2026-11-29", **more}


def judged(text: str, *campaigns: dict[str, Any], coat: dict[str, Any] = COAT, **more: Any) -> Checkup:
    facts = {"now": NOW, "products": [coat], "campaigns": list(campaigns), **more}
    return check(Draft(text), Facts.from_json(facts))


def state(text: str, *campaigns: dict[str, Any], **more: Any) -> str:
    claims = judged(text, *campaigns, **more).claims
    return next(str(one.state) for one in claims if one.kind in ("price_reduction", "price"))


def rules(text: str, *campaigns: dict[str, Any], **more: Any) -> list[str]:
    found = judged(text, *campaigns, **more).findings
    return [one.rule for one in found if one.rule in (LOWEST, FIGURES)]


@pytest.mark.parametrize(
    "text",
    [
        "50% korting op jas Luna",
        "50 euro korting op jas Luna",
        "Jas Luna is nu afgeprijsd",
        "50% off the Luna coat",
        "40 euro off the Luna coat",
        "The Luna coat is on sale",
    ],
)
def test_a_promotion_without_a_percentage_says_nothing_about_a_price(text):
    for free in (SCARF, offer(offer="Verstelweken: knopen aanzetten voor niets")):
        assert state(text, free) == "contradicted"
        assert rules(text, free) == [LOWEST]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("11,80 euro korting op jas Luna", "15 euro korting op jas Luna"),
        ("11.80 euro off the Luna coat", "50 euro off the Luna coat"),
    ],
)
def test_an_amount_off_is_no_more_than_the_percentage_of_the_promotion(right, wrong):
    assert state(right, offer(20)) == "proven"
    assert rules(wrong, offer(20)) == [LOWEST]
    (finding,) = judged(wrong, offer(20)).findings
    assert "11,80" in finding.message or "11.80" in finding.message


def test_a_sale_by_its_name_neither_proves_nor_denies_that_there_is_one():
    sale = offer(offer="Uitverkoop")
    for text in ("De jas Luna is in de uitverkoop.", "The Luna coat is on sale."):
        assert state(text, sale) == "unknown"
        assert rules(text, SCARF, sale) == []
        assert rules(text, SCARF) == [LOWEST]
        assert state(text, sale, offer(20)) == "proven"
    assert rules("20% korting op jas Luna", sale) == [LOWEST]


def test_the_words_of_a_promotion_are_figures_too():
    for words in ("20% korting op jas Luna", "Luna coat: 20% off", "-20% op jas Luna"):
        assert state("20% korting op jas Luna", offer(offer=words)) == "proven"
        assert rules("30% off the Luna coat", offer(offer=words)) == [FIGURES]
    ten = offer(offer="10 euro korting op jas Luna")
    assert state("10 euro korting op jas Luna", ten) == "proven"
    assert state("10 euro off the Luna coat, now 49 euro", ten) == "proven"
    assert rules("15 euro korting op jas Luna", ten) == [LOWEST]


def test_a_promotion_for_other_goods_speaks_for_those():
    assert rules("20% korting op jas Luna", offer(20, offer="20% korting op sokken")) == [LOWEST]
    assert rules("20% off the Luna coat", offer(20, products=["muts"])) == [LOWEST]
    assert state("20% korting op jas Luna", offer(20, offer="20% korting op jassen")) == "proven"
    assert state("20% korting op jas Luna", offer(20, offer="Wolweek")) == "proven"


BEFORE = {"starts": "2026-09-01", "ends": "2026-09-10"}
LATER = {"starts": "2026-12-01", "ends": "2026-12-10"}


@pytest.mark.parametrize(
    "text",
    [
        "25% korting op jas Luna",
        "25% korting op jas Luna, nu 44,25 euro",
        "De jas Luna kost 44,25 euro",
        "Jas Luna: nu met korting",
        "25% off the Luna coat",
        "The Luna coat is 44.25 euro",
    ],
)
def test_a_promotion_that_does_not_run_proves_no_discount(text):
    for when in (BEFORE, LATER):
        assert state(text, offer(25, **when)) == "contradicted"
        assert len(rules(text, offer(25, **when))) == 1
    assert state(text, offer(25)) == "proven"


@pytest.mark.parametrize(
    "text", ["25% korting op jas Luna, alleen vandaag", "25% off the Luna coat, today only"]
)
def test_without_its_deadline_the_discount_of_a_promotion_that_is_over_is_still_none(text):
    over = offer(25, **BEFORE)
    for finding in judged(text, over).findings:
        for mend in finding.mends:
            after = text[: mend.start] + mend.text + text[mend.end :]
            assert "25%" not in after or rules(after, over) == [LOWEST]


def test_the_moment_of_publishing_counts():
    text, later = "25% korting op jas Luna", offer(25, **LATER)
    assert state(text, later, publish_at="2026-12-01T00:00:00+01:00") == "proven"
    assert state(text, later, publish_at="2026-12-10T23:59:00+01:00") == "proven"
    assert state(text, later, publish_at="2026-11-30T23:59:59+01:00") == "contradicted"
    assert state(text, later, publish_at="2026-12-11T00:00:01+01:00") == "contradicted"
    assert state(text, offer(25), publish_at="2026-12-05T10:00:00+01:00") == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Vanaf 1 december 25% korting op jas Luna.",
        "Op 1 december begint de winteractie. Dan krijg je 25% korting op jas Luna.",
        "From 1 December 25% off the Luna coat.",
    ],
)
def test_a_promotion_that_is_announced_with_its_day_speaks_for_that_day(text):
    assert judged(text, offer(25, **LATER)).findings == ()
    assert rules(text.replace("25%", "35%"), offer(25, **LATER)) == [FIGURES]
    elsewhere = text.replace("1 december", "25 november").replace("1 December", "25 November")
    assert rules(elsewhere, offer(25, **LATER)) == [LOWEST]


@pytest.mark.parametrize(
    "text", ["20% korting op jas Luna.", "Jas Luna nu met korting.", "The Luna coat: 20% off"]
)
def test_another_promotion_takes_no_proof_away(text):
    older = offer(20, starts="2026-05-01", ends="2026-05-10")
    for others in ((older,), (offer(30),), (SCARF,), (older, offer(30), SCARF)):
        assert judged(text, offer(20), *others).findings == ()
        assert judged(text, *others, offer(20)).findings == ()


def test_between_two_promotions_lies_nothing():
    assert rules("25% korting op jas Luna.", offer(20), offer(30)) == [FIGURES]


# more pieces for less

DEALS = [
    ("2 voor 1 op jas Luna", "2 voor 1", "3 halen 2 betalen"),
    ("Jas Luna: 1+1 gratis", "tweede gratis", "tweede voor de halve prijs"),
    ("Jas Luna: tweede halve prijs", "2e voor de helft", "1 + 1 gratis"),
    ("3 for 2 on the Luna coat", "drie halen, twee betalen", "buy one get one free"),
    ("Buy one get one free: the Luna coat", "1+1 gratis", "second half price"),
]


@pytest.mark.parametrize(("text", "same", "other"), DEALS)
def test_several_pieces_for_less_are_proven_by_a_promotion_that_says_the_same(text, same, other):
    assert state(text, offer(offer=same)) == "proven"
    (evidence,) = next(
        one for one in judged(text, offer(offer=same)).claims if one.kind == "price_reduction"
    ).evidence
    assert same in evidence.shown["nl"]
    assert state(text, offer(offer=other)) == "contradicted"
    assert rules(text, offer(offer=other)) == [FIGURES]


@pytest.mark.parametrize("text", [text for text, _, _ in DEALS])
def test_several_pieces_for_less_are_unknown_where_no_promotion_speaks_of_pieces(text):
    same = next(same for known, same, _ in DEALS if known == text)
    for known in ((), (offer(10),), (SCARF,), (offer(offer=same, **BEFORE),)):
        assert state(text, *known) == "unknown"
        assert rules(text, *known) == []
    assert str(check(Draft(text)).claims[0].state) == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Jas Luna: de tweede voor de helft",
        "Jas Luna: 2e voor de halve prijs",
        "Nu 50% korting op je tweede jas Luna",
        "De tweede jas Luna krijg je voor de helft",
        "Tweede jas Luna met 50% korting",
        "Second Luna coat half price",
        "Half price on your second Luna coat",
        "50% off the second Luna coat",
    ],
)
def test_a_share_of_the_second_piece_is_none_of_the_first(text):
    assert state(text) == "unknown"
    assert judged(text).findings == ()
    assert state(text, offer(offer="Tweede jas halve prijs")) == "proven"
    assert rules(text, offer(offer="1+1 gratis")) == [FIGURES]


@pytest.mark.parametrize(
    "text",
    [
        "Tweede kerstdag: 50% korting op jas Luna",
        "Op de tweede verdieping 20% korting",
        "Jas Luna voor de halve prijs",
        "20% off second-hand coats",
        "Second Saturday: half price on the Luna coat",
    ],
)
def test_a_second_day_or_floor_is_no_second_piece(text):
    assert rules(text) == [LOWEST]


def test_the_percentage_of_a_second_piece_is_none_of_the_first():
    second = offer(50, offer="Tweede jas voor de halve prijs")
    assert rules("50% korting op jas Luna", second) == [LOWEST]


@pytest.mark.parametrize(
    ("words", "deal"),
    [
        ("twee voor €15", Deal(2, 1500, in_cents=True)),
        ("2 for 12.50", Deal(2, 1250, in_cents=True)),
        ("koop er twee, de derde gratis", Deal(3, 2)),
        ("3 halen = 2 betalen", Deal(3, 2)),
        ("50% korting op de tweede", Deal(2, 1.5)),
        ("second hand 20% off", None),
        ("open van 9 tot 5", None),
    ],
)
def test_a_deal_is_read_from_its_words(words, deal):
    assert deal_in(words) == deal


def test_an_upper_bound_and_cotton_are_no_percentage_of_a_promotion():
    for words in ("tot 50% korting", "up to 50% off", "100% katoen", "gratis sjaal"):
        assert promise_of(words) == (None, None, None)
    assert promise_of("korting van 15 procent").percent == 15


def test_words_for_cheap_are_not_proven_by_nothing():
    for text in ("De jas is een koopje.", "The coat is a bargain.", "Btw-vrij!"):
        assert str(check(Draft(text)).claims[0].state) == "unknown"


# up to

TWO = [
    {"ref": "a", "names": ["muts"], "price": 10, "price_history": [{"from": "2026-01-01", "to": "2026-11-14", "price": 40},
                                                                 {"from": "2026-11-14", "price": 10}]},
    {"ref": "b", "names": ["sjaal"], "price": 20, "price_history": [{"from": "2026-01-01", "price": 20}]},
]  # fmt: skip


@pytest.mark.parametrize("text", ["Tot {}% korting op jas Luna", "Up to {}% off the Luna coat"])
def test_up_to_is_proven_when_it_is_reached(text):
    coat = {**COAT, "price_history": REDUCED}
    assert state(text.format(25), coat=coat) == "proven"
    assert state(text.format(90), coat=coat) == "contradicted"
    assert rules(text.format(90), coat=coat) == [LOWEST]


@pytest.mark.parametrize(
    "text",
    [
        "Kortingen tot wel {}% op jas Luna.",
        "Kortingen oplopend tot {}% op jas Luna.",
        "Maximaal {}% korting op jas Luna.",
        "Discounts of up to {}% on the Luna coat.",
        "As much as {}% off the Luna coat.",
    ],
)
def test_up_to_has_many_words(text):
    coat = {**COAT, "price_history": REDUCED}
    assert state(text.format(25), coat=coat) == "proven"
    assert state(text.format(90), coat=coat) == "contradicted"
    (finding,) = judged(text.format(90), offer(20), offer(30)).findings
    assert [one.text for one in finding.mends][:1] == ["30"]


def test_up_to_is_of_the_article_that_goes_furthest():
    for text in ("Tot {}% korting op alles.", "Up to {}% off everything."):
        assert state(text.format(75), products=TWO) == "proven"
        assert state(text.format(90), products=TWO) == "contradicted"


def test_one_price_is_never_offered_for_everything():
    coat = {**COAT, "price_history": REDUCED}
    for text in ("Tot 70% korting op alles.", "Up to 70% off everything."):
        (finding,) = judged(text, coat=coat).findings
        assert [one.text for one in finding.mends if "59" in one.text] == []


# one claim, one cause; and a price that is planned


@pytest.mark.parametrize("text", ["50% korting: van 80 voor 41", "50% off: from 80 to 41"])
def test_a_wrong_sum_is_one_finding(text):
    assert [one.rule for one in check(Draft(text)).findings] == [FIGURES]


def test_a_planned_price_counts_when_the_post_goes_out():
    planned = {
        **COAT,
        "price": 79,
        "price_at": "2026-11-21T09:00:00+01:00",
        "price_history": [
            {"from": "2026-06-01", "to": "2026-11-22", "price": 79},
            {"from": "2026-11-22", "to": "2026-11-24", "price": 89},
            {"from": "2026-11-24", "to": "2026-11-25", "price": 59},
        ],
    }
    for text in (
        "Jas Luna was 79, nu 59 euro.",
        "De jas Luna kost 59 euro.",
        "The Luna coat was 79, now 59 euro.",
    ):
        assert state(text, coat=planned, publish_at="2026-11-24T00:00:00+01:00") == "proven"
        assert rules(text, coat=planned) == [FIGURES]
    text = "De jas Luna kost 79 euro."
    assert state(text, coat=planned) == "proven"
    assert state(text, coat=planned, publish_at="2026-11-22T00:00:00+01:00") == "contradicted"
    assert state(text, coat=planned, publish_at="2026-11-25T00:00:00+01:00") == "unknown"
    (finding,) = judged(text, coat=planned, publish_at="2026-11-24T00:00:00+01:00").findings
    assert "59" in finding.message
    assert "kassa" not in finding.message
    now = {**planned, "price_history": [{"from": NOW, "price": 59}]}
    assert state(text, coat=now, publish_at="2026-11-22T00:00:00+01:00") == "proven"
