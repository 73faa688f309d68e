"""Free things, advised prices, offers of little stock, and an account that keeps crying: the borders."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def finding(text: str, rule: str, kind: str = "post", **facts: Any) -> Finding | None:
    given = {"now": NOW.isoformat(), **facts}
    checkup = check(Draft(text, kind), Facts.from_json(given))  # type: ignore[arg-type]
    return next((one for one in checkup.findings if one.rule == rule), None)


# free


def free(text: str, **campaign: Any) -> Finding | None:
    return finding(text, "free-not-free", campaigns=[{"ref": "c", "offer": "gratis tas", **campaign}])


def test_the_condition_is_put_into_the_sentence():
    text = "Gratis tas voor iedereen! Kom langs."
    found = free(text, conditions="alleen bij besteding van 75 euro")
    assert found is not None
    (mend,) = found.mends
    mended = text[: mend.start] + mend.text + text[mend.end :]
    assert mended == "Gratis tas voor iedereen, alleen bij besteding van 75 euro. Kom langs."
    assert free(mended, conditions="alleen bij besteding van 75 euro") is None


def test_another_amount_is_another_condition():
    assert free("Gratis tas vanaf 75 euro.", conditions="bij besteding vanaf 75 euro") is None
    assert free("Gratis tas vanaf 50 euro.", conditions="bij besteding vanaf 75 euro") is not None


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Gratis tas bij besteding vanaf 50 euro", "Gratis tas bij besteding vanaf 75 euro"),
        ("Vanaf €50 krijg je een gratis tas.", "Vanaf €75 krijg je een gratis tas."),
        ("Gratis tas (t.w.v. 20 euro) bij besteding van 60 euro.", "Gratis tas (t.w.v. 20 euro) bij besteding van 75 euro."),
        ("Free bag when you spend 50 euro", "Free bag when you spend 75 euro"),
        ("Free bag (worth 20 euro) on orders over 60 euro.", "Free bag (worth 20 euro) on orders over 75 euro."),
    ],
)  # fmt: skip
def test_another_amount_is_mended_where_it_stands(text, mended):
    bag = {"offer": "gratis tas / free bag", "conditions": "bij besteding van 75 euro"}
    found = free(text, **bag)
    assert found is not None
    (mend,) = found.mends
    assert text[: mend.start] + mend.text + text[mend.end :] == mended
    assert free(mended, **bag) is None


def test_two_amounts_to_spend_are_not_both_true():
    text = "Gratis tas vanaf 50 euro, bij besteding van 75 euro."
    assert free(text, conditions="bij besteding van 75 euro") is not None


def test_bringing_it_may_cost_what_it_costs():
    assert free("Gratis tas!", conditions="je betaalt alleen de verzendkosten", costs=4.95) is None
    assert free("Gratis tas!", conditions="je betaalt alleen 4,95 administratiekosten") is not None


def test_what_is_free_by_the_promotion_is_proven():
    given = Facts.from_json({"campaigns": [{"offer": "gratis tas"}]})
    (claim,) = check(Draft("Gratis tas voor iedereen!"), given).claims
    assert (claim.kind, claim.state) == ("free", "proven")


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Gratis tas voor iedereen!", {"offer": "gratis tas", "starts": "2026-09-01", "ends": "2026-09-10"}),
        ("Free bag for everyone!", {"offer": "free bag", "starts": "2026-12-01", "ends": "2026-12-10"}),
        ("Gratis tas voor iedereen!", {"offer": "20% korting op de tas", "percent": 20}),
        ("Tas: 1+1 gratis", {"offer": "tassen: 3 halen 2 betalen"}),
    ],
)
def test_what_is_free_is_not_proven_by_an_offer_that_is_over_or_says_something_else(text, offer):
    known = Facts.from_json({"now": NOW.isoformat(), "campaigns": [offer]})
    assert {str(one.state) for one in check(Draft(text), known).claims if one.kind == "free"} == {"unknown"}


def test_a_third_that_is_free_is_not_held_against_the_till():
    tas = {"ref": "t", "names": ["tas", "bag"], "price": 12.5}
    for text in ("Derde tas gratis.", "The third bag free."):
        assert finding(text, "free-not-free", products=[tas]) is None


def test_without_facts_free_is_only_a_claim():
    assert finding("Gratis tas voor iedereen!", "free-not-free") is None


def test_a_condition_in_the_next_sentence_comes_too_late():
    late = "Gratis tas! Alleen bij besteding vanaf 75 euro."
    assert finding(late, "free-not-free") is not None
    assert finding("Gratis tas bij besteding vanaf 75 euro.", "free-not-free") is None
    assert finding("Gratis tas! Alleen vandaag.", "free-not-free") is None


def test_the_till_knows_what_is_not_free():
    tas = {"ref": "t", "names": ["tas"], "price": 12.5}
    assert finding("Gratis tas voor iedereen!", "free-not-free", products=[tas]) is not None
    assert finding("Gratis advies over je tas.", "free-not-free", products=[{**tas, "price": 0}]) is None
    assert finding("Gratis tas bij elke jas.", "free-not-free", products=[tas]) is None


# advised prices


def advised(text: str, **product: Any) -> Finding | None:
    coat = {"ref": "j", "names": ["jas"], "price": 99, "rrp": 129, "rrp_source": "prijslijst", **product}
    return finding(text, "price-was-rrp", products=[coat])


CALM = "De fabrikant adviseert 129 euro, onze prijs is 99 euro."


def test_advice_on_file_said_calmly_is_fine():
    assert advised(CALM) is None
    assert advised(CALM, rrp=None) is not None
    assert advised(CALM, rrp_source=None) is not None
    assert advised(CALM.replace("129", "139")) is not None


@pytest.mark.parametrize(("days", "is_old"), [(365, False), (366, True)])
def test_advice_is_current_for_a_year(days, is_old):
    seen = (NOW - timedelta(days=days)).date().isoformat()
    assert (advised(CALM, rrp_date=seen) is not None) == is_old


def test_the_mend_says_both_prices_calmly():
    found = advised("RRP 129, nu maar 99!")
    assert found is not None
    assert found.mends[0].text == "De fabrikant adviseert 129 euro, onze prijs is 99 euro."


# little stock


def bait(stock: int, text: str = "Espressomachine voor 99 euro!", **facts: Any) -> Finding | None:
    machine = {
        "ref": "e",
        "names": ["espressomachine"],
        "stock": stock,
        "price": 99,
        **facts.pop("machine", {}),
    }
    return finding(text, "bait-stock", products=[machine], **facts)


def test_five_pieces_are_enough_and_four_are_not():
    assert bait(5) is None
    assert bait(4) is not None
    assert bait(9, thresholds={"bait_stock_pieces": 10}) is not None


def test_half_of_what_earlier_offers_sold_is_enough():
    sold = [{"ref": "a", "sold": 30}, {"ref": "b", "sold": 10}]
    assert bait(10, campaigns=sold) is None
    assert bait(9, campaigns=sold) is not None
    assert bait(9, campaigns=[{"ref": "a", "sold": 30, "products": ["x"]}]) is None


def test_who_says_how_many_there_are_baits_nobody():
    found = bait(2)
    assert found is not None
    (mend,) = found.mends
    text = "Espressomachine voor 99 euro!"
    assert (
        text[: mend.start] + mend.text + text[mend.end :] == "Espressomachine voor 99 euro, we hebben er 2!"
    )
    assert bait(2, "Espressomachine voor 99 euro, we hebben er 2!") is None


def test_nothing_left_asks_for_a_back_order():
    found = bait(0)
    assert found is not None
    assert "nabestelling" in (found.fix or "")
    assert bait(0, "Espressomachine voor 99 euro, nu op bestelling.") is None


def test_an_old_count_says_nothing():
    assert bait(2, machine={"stock_at": (NOW - timedelta(hours=25)).isoformat()}) is None
    assert bait(2, machine={"stock_at": (NOW - timedelta(hours=24)).isoformat()}) is not None


def test_a_post_that_advertises_nothing_baits_nobody():
    assert bait(2, "Zo ontkalk je een espressomachine.") is None


# crying over and over


def overused(*posts: dict[str, Any], plain: int = 0) -> list[str]:
    others = [
        {"text": "Zo was je wol.", "at": (NOW - timedelta(hours=2 + n)).isoformat()} for n in range(plain)
    ]
    facts = Facts.from_json({"now": NOW.isoformat(), "archive": [*posts, *others]})
    return [
        one.message for one in check(Draft("", "account"), facts).findings if one.rule == "scarcity-overused"
    ]


def cry(days: float, product: str | None = "jas", text: str = "", **more: Any) -> dict[str, Any]:
    seen = (NOW - timedelta(days=days)).isoformat()
    return {
        "text": text,
        "at": seen,
        "product": product,
        **({} if text else {"levers": ["scarcity"]}),
        **more,
    }


def test_one_post_a_fortnight_for_each_product():
    assert overused(cry(1), cry(14.9)) != []
    assert overused(cry(1), cry(15)) == []
    assert overused(cry(1), cry(2, "sjaal")) == []


def test_the_words_tell_where_no_levers_were_noted():
    said = (cry(1, None, "Nog maar 3 theepotten!"), cry(3, None, "De laatste theepotten."))
    assert len(overused(*said)) == 1
    assert overused(said[0], cry(3, None, "Zo houd je theepotten schoon.")) == []


def test_two_networks_are_two_accounts():
    assert overused(cry(1, network="mastodon"), cry(2, network="facebook")) == []


def test_a_tenth_of_ten_posts_is_the_most():
    urgent = {**cry(3, None), "levers": ["urgency"]}
    assert overused(cry(1, "jas"), plain=9) == []
    assert overused(cry(1, "jas"), urgent, plain=8) != []
    assert overused(cry(1, "jas"), urgent, plain=7) == []  # nine posts tell nothing yet
    assert overused(cry(1, "jas"), urgent, plain=18) == []


def test_what_is_older_than_four_weeks_is_forgiven():
    assert overused(cry(29), cry(30)) == []
    assert overused(cry(27), cry(28)) != []
