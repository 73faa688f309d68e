"""What a person vouches for is kept under that person's name, and in the ledger."""

from datetime import timedelta
from decimal import Decimal

import pytest

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.attesting import ReviewPlace, attest, keep_review_source, note_count, note_reviews
from toonbank.evidence.calling import add_name, remove_name
from toonbank.evidence.facts import facts_for
from toonbank.evidence.observing import observe
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.sources.seen import SeenProduct


def count(shop, member, product, value, **said):
    words = {"claim": "scarcity", "words": "", "now": NOW} | said
    return attest(shop, member, product=product, value=value, **words)


def test_who_counts_is_named_with_the_moment(jas_shop, bas, hats):
    count(jas_shop, bas, hats, 7)
    (said,) = facts_for(jas_shop, "Muts Kleine Beer", now=NOW).attestations
    assert (said.claim, said.product, said.value, said.who, said.at) == ("scarcity", "M-001", 7, "Bas", NOW)
    entry = Entry.objects.get(kind="attested")
    assert (entry.payload["value"], entry.payload["by"]) == (7, bas.pk)
    assert verify(jas_shop).closes


def test_a_count_is_what_the_shop_has_from_then_on(jas_shop, bas, hats):
    count(jas_shop, bas, hats, 7)
    hats.refresh_from_db()
    assert (hats.stock, hats.stock_seen_at, hats.stock_source) == (7, NOW, "Bas telde zelf")
    observe(jas_shop, [SeenProduct("M-001", stock=41)], seen_at=NOW + timedelta(hours=1), source="winkelfeed")
    hats.refresh_from_db()
    assert hats.stock == 41


def test_what_is_no_count_changes_no_stock(jas_shop, bas, hats):
    attest(
        jas_shop,
        bas,
        claim="green",
        product=hats,
        value=None,
        words="De breister zei: wol uit Twente",
        now=NOW,
    )
    hats.refresh_from_db()
    assert hats.stock == 41


@pytest.mark.parametrize(("value", "words"), [(None, "  "), (-1, ""), (10**12, "")])
def test_nothing_is_vouched_for_in_general(jas_shop, bas, hats, value, words):
    with pytest.raises(BadInput):
        count(jas_shop, bas, hats, value, words=words)


def test_who_only_looks_vouches_for_nothing(jas_shop, hire, hats):
    with pytest.raises(NotAllowed):
        count(jas_shop, hire(jas_shop, "Kijker", "viewer"), hats, 7)


def test_counts_and_reviews_keep_where_they_come_from(jas_shop, noor):
    note_count(jas_shop, noor, what="orders", value=12_400, source="kassa", now=NOW)
    place = keep_review_source(jas_shop, noor, ReviewPlace("Kiyoh", how_checked="met bestelnummer"), now=NOW)
    note_reviews(place, noor, count=214, average=Decimal("9.1"), now=NOW)
    facts = facts_for(jas_shop, "", now=NOW)
    assert (facts.counts.orders, facts.reviews.count, facts.reviews.verified) == (12_400, 214, True)
    assert list(Entry.objects.values_list("kind", flat=True)) == ["counted", "review_source", "reviews_seen"]


def test_an_average_above_the_scale_is_a_mistake(jas_shop, noor):
    place = keep_review_source(jas_shop, noor, ReviewPlace("Google", scale=5), now=NOW)
    with pytest.raises(BadInput):
        note_reviews(place, noor, count=3, average=Decimal("9.1"), now=NOW)


def test_webcare_keeps_no_evidence(jas_shop, hire):
    with pytest.raises(NotAllowed):
        note_count(
            jas_shop, hire(jas_shop, "Samira", "webcare"), what="orders", value=1, source="kassa", now=NOW
        )


def test_a_given_name_is_known_to_the_checker_until_it_is_taken_away(jas_shop, noor, hats):
    name = add_name(hats, noor, "Berenmuts", now=NOW)
    assert facts_for(jas_shop, "Nog drie berenmutsen", now=NOW).products[0].ref == "M-001"
    remove_name(name, noor, now=NOW)
    assert facts_for(jas_shop, "Nog drie berenmutsen", now=NOW).products == ()


@pytest.mark.parametrize("words", ["", "!!!", "een twee drie vier vijf zes zeven"])
def test_a_name_has_one_to_six_words(jas_shop, noor, hats, words):
    with pytest.raises(BadInput):
        add_name(hats, noor, words, now=NOW)
