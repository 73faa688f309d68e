"""Small stories about what counts as evidence and what does not."""

from typing import Any

import pytest

from toonbank.etiquette import Checkup, ClaimState, Draft, Facts, Severity, check

NOW = "2026-11-21T10:00:00+01:00"


def judged(text: str, kind: Any = "post", **facts: object) -> Checkup:  # Draft names the kinds
    return check(Draft(text, kind), Facts.from_json({"now": NOW, **facts}))


def slugs(checkup: Checkup) -> list[str]:
    return [finding.rule for finding in checkup.findings]


def hats(**more: object) -> dict[str, object]:
    return {"ref": "M-001", "names": ["muts Kleine Beer"], **more}


def test_a_feed_without_numbers_proves_in_stock_but_never_only_seven():
    checkup = judged("Nog maar 7 mutsen!", products=[hats(availability="in_stock")])
    assert slugs(checkup) == ["scarcity-unproven"]
    assert "niet hoeveel" in checkup.findings[0].message
    assert checkup.claims[0].evidence[0].shown["nl"] == "op voorraad, hoeveel staat er niet bij"


@pytest.mark.parametrize(
    "text",
    ["Nog maar 3 van Jas Merel in het rek.", "Only 3 of these coats left.", "Nog maar 2 van deze mutsen."],
)
def test_three_of_something_is_a_count_of_it(text):
    assert slugs(judged(text)) == ["scarcity-unproven"]


@pytest.mark.parametrize(
    "text",
    [
        "Nog maar 3 van de buren deden mee.",
        "Nog maar 2 van ons zijn er vandaag.",
        "Only 2 of my colleagues are in today.",
        "Only three of the lessons remain.",
    ],
)
def test_three_of_the_people_is_no_stock(text):
    assert slugs(judged(text)) == []


def test_stock_of_23_hours_ago_proves_and_of_25_hours_ago_does_not():
    text = "Nog maar 3 mutsen Kleine Beer."
    assert slugs(judged(text, products=[hats(stock=3, stock_at="2026-11-20T11:00:00+01:00")])) == []
    assert slugs(judged(text, products=[hats(stock=3, stock_at="2026-11-20T09:00:00+01:00")])) == [
        "scarcity-unproven"
    ]


def test_the_publish_moment_decides_how_fresh_is_fresh():
    fresh_now = hats(stock=3, stock_at="2026-11-21T09:00:00+01:00")
    checkup = judged("Nog maar 3 mutsen.", products=[fresh_now], publish_at="2026-11-23T09:00:00+01:00")
    assert slugs(checkup) == ["scarcity-unproven"]


def test_who_counted_later_than_the_feed_is_right():
    counted = {
        "claim": "scarcity",
        "product": "M-001",
        "value": 3,
        "who": "Bas",
        "at": "2026-11-21T09:30:00+01:00",
    }
    feed = hats(stock=41, stock_at="2026-11-21T09:12:00+01:00")
    assert slugs(judged("Nog maar 3 mutsen.", products=[feed], attestations=[counted])) == []


def test_a_feed_later_than_the_count_is_right():
    counted = {
        "claim": "scarcity",
        "product": "M-001",
        "value": 3,
        "who": "Bas",
        "at": "2026-11-21T08:30:00+01:00",
    }
    feed = hats(stock=41, stock_at="2026-11-21T09:12:00+01:00")
    assert slugs(judged("Nog maar 3 mutsen.", products=[feed], attestations=[counted])) == ["scarcity-false"]


def test_a_count_of_yesterday_morning_proves_nothing_today():
    counted = {"claim": "scarcity", "value": 3, "who": "Bas", "at": "2026-11-20T09:30:00+01:00"}
    assert slugs(judged("Nog maar 3 mutsen.", attestations=[counted])) == ["scarcity-unproven"]


def test_two_products_of_one_name_are_unknown():
    products = [hats(stock=41), {"ref": "M-002", "names": ["muts Kleine Beer"], "stock": 3}]
    checkup = judged("Nog maar 3 mutsen Kleine Beer.", products=products)
    assert slugs(checkup) == ["scarcity-unproven"]
    assert "Meer dan één artikel" in checkup.findings[0].message


@pytest.mark.parametrize(
    "text", ["Only 3 Little Bear hats left.", "Just three hats, the Little Bear, left in the shop."]
)
def test_a_name_is_known_in_any_order_and_number(text):
    products = [
        {"ref": "a", "names": ["hat Little Bear"], "stock": 41},
        {"ref": "b", "names": ["scarf Moss"], "stock": 3},
    ]
    checkup = judged(text, products=products)
    assert slugs(checkup) == ["scarcity-false"]
    assert checkup.claims[0].product == "a"


def test_ten_pieces_know_no_tolerance_and_more_allow_a_tenth():
    assert slugs(judged("Nog maar 9 mutsen.", products=[hats(stock=10)])) == ["scarcity-false"]
    assert slugs(judged("Nog maar 18 mutsen.", products=[hats(stock=20)])) == []
    assert slugs(judged("Nog maar 17 mutsen.", products=[hats(stock=20)])) == ["scarcity-false"]


def test_saying_that_there_are_more_than_there_are_is_wrong_too():
    checkup = judged("Nog maar 5 mutsen.", products=[hats(stock=2)])
    assert slugs(checkup) == ["discount-mismatch"]
    assert checkup.claims[0].state is ClaimState.CONTRADICTED


def test_eleven_is_not_nearly_gone_and_ten_is():
    assert slugs(judged("De muts is bijna op.", products=[hats(stock=11)])) == ["scarcity-false"]
    assert slugs(judged("De muts is bijna op.", products=[hats(stock=10)])) == []


def test_a_tenth_of_the_last_delivery_is_nearly_gone():
    assert slugs(judged("De muts is bijna op.", products=[hats(stock=30, last_delivery=300)])) == []


def test_plenty_is_a_statement_and_no_scarcity():
    checkup = judged("We hebben nog 300 mutsen.", products=[hats(stock=300)])
    assert [(claim.kind, claim.state) for claim in checkup.claims] == [("stock", ClaimState.PROVEN)]
    assert slugs(checkup) == []


@pytest.mark.parametrize(
    "text",
    [
        "De muts is niet bijna op.",
        "Is de muts bijna op?",
        "De muts was bijna op, nu liggen er weer 41.",
        "Bij de buren is de muts bijna op.",
        "The hat is not almost gone.",
    ],
)
def test_denial_question_quotation_past_and_others_take_a_claim_back(text):
    assert slugs(judged(text, products=[hats(stock=41, names=["muts", "hat"])])) == []


def test_what_a_customer_said_of_the_stock_is_quoted_and_not_claimed():
    checkup = judged("Een klant schreef: “de muts is bijna op”.", products=[hats(stock=41, names=["muts"])])
    assert slugs(checkup) == ["review-quote-unverified"]
    assert {claim.kind for claim in checkup.claims} == {"quote"}


def test_a_number_with_other_nouns_is_no_stock():
    for text in (
        "Nog maar 7 dagen tot Kerst.",
        "Slechts 7 euro.",
        "Ik ben nog maar 7 jaar bezig.",
        "Only seven days.",
    ):
        assert judged(text, products=[hats(stock=41)]).claims == () or slugs(judged(text)) == []


def test_an_end_that_the_promotion_has_is_no_finding():
    offer = [{"ref": "c", "ends": "2026-11-29"}]
    assert slugs(judged("Nu of nooit: nog tot en met zondag 29 november!", campaigns=offer)) == []


def test_the_second_extension_is_one_too_many():
    text = "De actie loopt tot en met zondag 29 november."
    assert slugs(judged(text, campaigns=[{"ends": "2026-11-29", "extended": 1}])) == []
    assert slugs(judged(text, campaigns=[{"ends": "2026-11-29", "extended": 2}])) == [
        "urgency-false-deadline"
    ]


def test_the_same_offer_again_within_30_days_is_no_end():
    text = "De actie loopt tot en met zondag 29 november."
    now = {"ref": "b", "offer": "10% op mutsen", "starts": "2026-11-14", "ends": "2026-11-29"}
    before = {"ref": "a", "offer": "10% op mutsen", "starts": "2026-10-01", "ends": "2026-11-01"}
    assert "urgency-false-deadline" in slugs(judged(text, campaigns=[before, now]))
    assert slugs(judged(text, campaigns=[{**before, "ends": "2026-10-10"}, now])) == []


def test_a_discount_on_a_price_that_was_raised_first_is_found():
    history = [
        {"from": "2026-06-01", "to": "2026-11-10", "price": 60},
        {"from": "2026-11-10", "to": "2026-11-20", "price": 100},
        {"from": "2026-11-20", "price": 60},
    ]
    checkup = judged(
        "De jas met 40% korting!", products=[{"names": ["jas"], "price": 60, "price_history": history}]
    )
    assert "price-was-not-lowest-30-days" in slugs(checkup)


def test_fresh_goods_may_use_the_price_just_before():
    history = [
        {"from": "2026-06-01", "to": "2026-11-10", "price": 3},
        {"from": "2026-11-10", "to": "2026-11-20", "price": 4},
        {"from": "2026-11-20", "price": 2},
    ]
    bread = {"names": ["brood"], "price": 2, "price_history": history}
    text = "Brood: was 4, nu 2 euro."
    assert slugs(judged(text, products=[{**bread, "perishable": True}])) == []
    assert slugs(judged(text, products=[bread])) == ["price-was-not-lowest-30-days"]


def test_rounding_down_is_free_and_up_to_five_percent_is_forgiven():
    counts = {"orders": 1000, "customers": 1000, "at": "2026-11-20"}
    assert slugs(judged("Al 900 bestellingen.", counts=counts)) == []
    assert slugs(judged("Al 1.050 bestellingen.", counts=counts)) == []
    assert slugs(judged("Al 1.051 bestellingen.", counts=counts)) == ["social-proof-unverified"]


def test_reviews_of_seven_days_ago_count_and_of_eight_do_not():
    reviews = {"source": "Kiyoh", "count": 213, "average": 8.7, "scale": 10}
    assert slugs(judged("213 beoordelingen.", reviews={**reviews, "at": "2026-11-14"})) == []
    assert slugs(judged("213 beoordelingen.", reviews={**reviews, "at": "2026-11-13"})) == [
        "social-proof-unverified"
    ]


def test_consent_ends_on_its_day_on_its_network_and_when_taken_back():
    def thanks(network: str = "mastodon", **consent: object) -> list[str]:
        person = {"name": "Mirjam", "consent": {"name": True, **consent}}
        facts = Facts.from_json({"now": NOW, "people": [person]})
        return slugs(check(Draft("Met dank aan Mirjam.", network=network), facts))

    assert thanks(until="2026-11-21") == []
    assert thanks(until="2026-11-20") == ["consent-missing"]
    assert thanks(withdrawn="2026-11-01") == ["consent-missing"]
    assert thanks(networks=["mastodon"]) == []
    assert thanks("facebook", networks=["mastodon"]) == ["consent-missing"]


def test_an_approval_is_good_for_fourteen_days():
    def approved(at: str) -> list[str]:
        return slugs(judged("Rustig bericht.", approval={"by": "Noor", "at": at, "version_matches": True}))

    assert approved("2026-11-07T10:00:00+01:00") == []
    assert approved("2026-11-07T09:59:59+01:00") == ["approval-missing"]


def test_a_goal_is_not_judged_as_a_post():
    assert slugs(judged("Nog maar 3 mutsen!", "goal", products=[hats(stock=41)])) == []


def test_block_stands_before_warn_and_left_before_right():
    checkup = judged("Wees er snel bij! Nog maar 3 mutsen. Bijna op.", products=[hats(stock=41)])
    assert [one.severity for one in checkup.findings] == sorted(
        (one.severity for one in checkup.findings), reverse=True
    )
    blocks = [one.start for one in checkup.findings if one.severity is Severity.BLOCK]
    assert blocks == sorted(blocks)


def test_a_shop_may_set_its_own_measure():
    text = "De muts is bijna op."
    strict = {"low_stock_pieces": 2}
    assert slugs(judged(text, products=[hats(stock=5)])) == []
    assert slugs(judged(text, products=[hats(stock=5)], thresholds=strict)) == ["scarcity-false"]


def test_a_number_seen_today_and_planned_for_next_week_is_told_kindly():
    stock = {"names": ["muts Beer"], "stock": 3, "stock_at": "2026-11-21T09:12:00+01:00"}
    facts = {
        "now": "2026-11-21T10:00:00+01:00",
        "publish_at": "2026-11-28T10:00:00+01:00",
        "products": [stock],
    }
    (finding,) = check(Draft("Nog maar 3 mutsen Beer op de plank."), Facts.from_json(facts)).findings
    assert finding.rule == "scarcity-unproven"
    assert finding.message.startswith("Nu klopt dit misschien")
    (old,) = check(
        Draft("Nog maar 3 mutsen Beer op de plank."),
        Facts.from_json(facts | {"now": facts["publish_at"]}),
    ).findings
    assert old.message.startswith("De voorraad is het laatst gezien op 21 november")
