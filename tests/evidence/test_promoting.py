"""An offer is what was promised; putting it off is remembered."""

from datetime import timedelta

import pytest

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.etiquette import Draft, check
from toonbank.evidence.facts import facts_for
from toonbank.evidence.models import Promotion
from toonbank.evidence.promoting import Offer, extend_promotion, make_promotion, withdraw_promotion
from toonbank.ledger.models import Entry

DAY = timedelta(days=1)


@pytest.fixture
def autumn(jas_shop, noor, hats):
    offer = Offer("Herfst", NOW, NOW + 3 * DAY, percent=10, product_ids=(hats.pk,))
    return make_promotion(jas_shop, noor, offer, now=NOW)


def test_a_promotion_is_known_to_the_checker(jas_shop, autumn):
    (offer,) = facts_for(jas_shop, "Muts Kleine Beer", now=NOW).campaigns
    assert (offer.offer, offer.percent, offer.ends_at, offer.products) == (
        "Herfst",
        10,
        NOW + 3 * DAY,
        ("M-001",),
    )


def test_putting_the_end_off_is_counted_and_kept(jas_shop, noor, autumn):
    extend_promotion(autumn, noor, ends_at=NOW + 5 * DAY, now=NOW + DAY)
    extend_promotion(autumn, noor, ends_at=NOW + 7 * DAY, now=NOW + 4 * DAY)
    assert (autumn.times_extended, autumn.ends_at) == (2, NOW + 7 * DAY)
    assert [entry.payload.get("times") for entry in Entry.objects.filter(kind="promotion_extended")] == [1, 2]
    assert facts_for(jas_shop, "Muts Kleine Beer", now=NOW).campaigns[0].extended == 2


def test_an_end_that_has_passed_cannot_be_put_off(noor, autumn):
    with pytest.raises(BadInput):
        extend_promotion(autumn, noor, ends_at=NOW + 5 * DAY, now=NOW + 3 * DAY)


def test_an_end_is_put_off_not_brought_forward(noor, autumn):
    with pytest.raises(BadInput):
        extend_promotion(autumn, noor, ends_at=NOW + 2 * DAY, now=NOW)


def test_of_two_who_put_it_off_at_once_one_is_told(noor, autumn):
    as_bas_saw_it = Promotion.objects.get(pk=autumn.pk)
    extend_promotion(autumn, noor, ends_at=NOW + 5 * DAY, now=NOW)
    with pytest.raises(Overtaken):
        extend_promotion(as_bas_saw_it, noor, ends_at=NOW + 6 * DAY, now=NOW)


def test_a_withdrawn_promotion_proves_nothing_and_stays_in_the_ledger(jas_shop, noor, autumn):
    withdraw_promotion(autumn, noor, now=NOW)
    assert facts_for(jas_shop, "Muts Kleine Beer", now=NOW).campaigns == ()
    assert Entry.objects.filter(kind="promotion_withdrawn", subject=f"promotion:{autumn.pk}").exists()
    with pytest.raises(Overtaken):
        withdraw_promotion(autumn, noor, now=NOW)


@pytest.mark.parametrize(
    "offer",
    [
        Offer(" ", NOW, NOW + DAY),
        Offer("Herfst", NOW, NOW),
        Offer("Herfst", NOW, NOW + DAY, percent=0),
        Offer("Herfst", NOW, NOW + DAY, percent=101),
    ],
    ids=["no name", "no length", "no discount", "more than all"],
)
def test_an_offer_that_cannot_be_is_refused(jas_shop, noor, offer):
    with pytest.raises(BadInput):
        make_promotion(jas_shop, noor, offer, now=NOW)


def test_webcare_makes_no_promotions(jas_shop, hire):
    with pytest.raises(NotAllowed):
        make_promotion(jas_shop, hire(jas_shop, "Samira", "webcare"), Offer("Herfst", NOW), now=NOW)


@pytest.mark.parametrize("text", ["20% korting op de muts Kleine Beer", "De muts Kleine Beer: nu afgeprijsd"])
def test_a_promotion_that_is_over_is_remembered_and_proves_no_discount(jas_shop, noor, hats, text):
    over = Offer("Herfst", NOW - 30 * DAY, NOW - 12 * DAY, percent=20, product_ids=(hats.pk,))
    make_promotion(jas_shop, noor, over, now=NOW - 30 * DAY)
    known = facts_for(jas_shop, text, now=NOW)
    assert [one.offer for one in known.campaigns] == ["Herfst"]
    assert said_of(text, known) == ["contradicted"]


@pytest.mark.parametrize(("percent", "state"), [(20, "proven"), (None, "contradicted")])
def test_a_promotion_of_the_whole_shop_proves_a_discount_only_with_a_percentage(
    jas_shop, noor, hats, percent, state
):
    weeks = Offer("Verstelweken: knopen aanzetten voor niets", NOW - DAY, NOW + DAY, percent=percent)
    make_promotion(jas_shop, noor, weeks, now=NOW - DAY)
    text = "20% korting op de muts Kleine Beer"
    assert said_of(text, facts_for(jas_shop, text, now=NOW)) == [state]


def said_of(text, known):
    claims = check(Draft(text), known).claims
    return [str(one.state) for one in claims if one.kind == "price_reduction"]
