"""The facts that a text is judged on are the shop's own rows, and only those it could be about."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.core.money import PriceSeen as PriceAsked
from toonbank.core.money import lowest_price
from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Proof, Quote
from toonbank.evidence.facts import facts_for
from toonbank.evidence.filing import put_on_file, take_out
from toonbank.evidence.models import Attestation, CountSeen, Product, Promotion, ReviewSource, ReviewsSeen
from toonbank.evidence.observing import observe
from toonbank.sources.seen import SeenProduct


def coats(shop, *refs, title="Jas Merel", stock=3, at=NOW):
    observe(
        shop,
        [SeenProduct(ref, title, stock=stock, price_cents=12900) for ref in refs],
        seen_at=at,
        source="winkelfeed",
    )


def refs(facts):
    return {product.ref for product in facts.products}


@pytest.mark.parametrize(
    "text", ["Nog maar 3 mutsen Kleine Beer.", "De KLEINE BEER is er weer.", "muts kleine beer"]
)
def test_a_product_is_found_by_its_name_however_it_is_written(jas_shop, text):
    coats(jas_shop, "M-1", title="Muts Kleine Beer")
    assert refs(facts_for(jas_shop, text, now=NOW)) == {"M-1"}


def test_a_text_that_names_nothing_is_about_what_a_person_linked(jas_shop, hats):
    assert refs(facts_for(jas_shop, "Nog maar 3.", now=NOW, product_ids=[hats.pk])) == {"M-001"}
    assert refs(facts_for(jas_shop, "Nog maar 3.", now=NOW)) == set()


def test_of_a_coat_in_three_sizes_the_linked_one_is_meant(jas_shop, hats):
    coats(jas_shop, "S", "M", "L")
    medium = Product.objects.get(ref="M")
    text = "Jas Merel, bij de Muts Kleine Beer."
    assert refs(facts_for(jas_shop, text, now=NOW)) == {"S", "M", "L", "M-001"}
    assert refs(facts_for(jas_shop, text, now=NOW, product_ids=[medium.pk])) == {"M", "M-001"}


def test_the_price_history_says_from_when_to_when_each_price_held(jas_shop):
    for day, cents in enumerate([12900, 12900, 9900, 12900]):
        seen_at = NOW - timedelta(days=40 - 10 * day)
        observe(jas_shop, [SeenProduct("J", "Jas Wad", price_cents=cents)], seen_at=seen_at, source="kassa")
    (jas,) = facts_for(jas_shop, "Jas Wad", now=NOW).products
    first, cut, back = NOW - timedelta(days=40), NOW - timedelta(days=20), NOW - timedelta(days=10)
    assert jas.price_history == (
        PriceAsked(12900, first, cut),
        PriceAsked(9900, cut, back),
        PriceAsked(12900, back, None),
    )
    assert lowest_price(jas.price_history, NOW) == 9900
    # The low price ended at this very moment, so the thirty days that open there no longer hold it.
    assert lowest_price(jas.price_history, back + timedelta(days=30)) == 12900
    assert lowest_price(jas.price_history, back + timedelta(days=30) - timedelta(seconds=1)) == 9900


def test_a_price_says_when_and_where_it_was_seen(jas_shop):
    coats(jas_shop, "J", at=NOW - timedelta(hours=2))
    (jas,) = facts_for(jas_shop, "Jas Merel", now=NOW).products
    assert (jas.price_cents, jas.price_at, jas.price_source) == (
        12900,
        NOW - timedelta(hours=2),
        "winkelfeed",
    )


def test_a_product_of_which_no_price_was_ever_seen_has_none(jas_shop):
    observe(jas_shop, [SeenProduct("J", "Jas Wad", stock=3)], seen_at=NOW, source="kassa")
    (jas,) = facts_for(jas_shop, "Jas Wad", now=NOW).products
    assert (jas.price_cents, jas.price_history) == (None, ())


def test_offers_counts_reviews_and_what_a_person_counted_come_along(jas_shop, noor, hats):
    autumn = Promotion.objects.create(
        shop=jas_shop,
        name="Herfst",
        percent=10,
        starts_at=NOW,
        ends_at=NOW + timedelta(days=3),
        times_extended=1,
    )
    autumn.products.add(hats)
    Attestation.objects.create(
        shop=jas_shop, product=hats, value=7, member=noor, at=NOW - timedelta(minutes=5)
    )
    CountSeen.objects.create(shop=jas_shop, what="orders", value=12_400, source="kassa", at=NOW)
    place = ReviewSource.objects.create(shop=jas_shop, name="Kiyoh", scale=10, how_checked="met bestelnummer")
    ReviewsSeen.objects.create(shop=jas_shop, source=place, count=214, average="9.10", at=NOW)
    facts = facts_for(jas_shop, "Muts Kleine Beer", now=NOW)
    assert [(offer.offer, offer.extended, offer.products) for offer in facts.campaigns] == [
        ("Herfst", 1, ("M-001",))
    ]
    assert [(counted.value, counted.who) for counted in facts.attestations] == [(7, "Noor")]
    assert (facts.counts.orders, facts.counts.customers) == (12_400, None)
    assert (facts.reviews.count, facts.reviews.average, facts.reviews.verified) == (214, 9.1, True)


def test_the_moments_are_on_the_clock_of_the_shop(jas_shop):
    facts = facts_for(jas_shop, "", now=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert facts.now.isoformat() == "2026-07-02T00:30:00+02:00"


def test_a_text_with_twenty_products_asks_as_often_as_a_text_with_one(
    jas_shop, django_assert_max_num_queries
):
    coats(jas_shop, "one", title="Jas Wad")
    coats(jas_shop, *(f"J-{number}" for number in range(25)))

    def questions(text):
        with CaptureQueriesContext(connection) as asked:
            facts_for(jas_shop, text, now=NOW)
        return len(asked)

    assert questions("Jas Wad") == questions("Jas Merel") <= 10


def test_what_is_on_file_comes_along_and_what_was_taken_out_does_not(jas_shop, noor, bas):
    ruben = Endorsement(who="Chef Ruben", quote="Best handig", is_paid=True, agreed="per mail")
    until = NOW.date() + timedelta(days=30)
    papers = [
        ruben,
        Comparison(name="Wandelblad", result="8,1", until_on=until),
        Mark(name="Keurmerk", until_on=until),
        Proof(claim="de grootste", basis="telling"),
        Quote(text="Geen pluisje.", source="het plein", author="Anouk", agreed="zei ja"),
    ]
    for paper in papers:
        put_on_file(jas_shop, noor, paper, now=NOW)
    take_out(put_on_file(jas_shop, noor, Mark(name="Oud keurmerk"), now=NOW), noor, now=NOW)

    facts = facts_for(jas_shop, "Een jas", now=NOW)

    (said,) = facts.endorsements
    assert (said.who, said.quote, said.paid, said.gift, said.permission) == (
        "Chef Ruben",
        "Best handig",
        True,
        False,
        True,
    )
    assert [(one.name, one.result) for one in facts.tests] == [("Wandelblad", "8,1")]
    assert [one.name for one in facts.marks] == ["Keurmerk"]
    assert facts.marks[0].valid_until_at.isoformat() == "2026-12-21T23:59:59+01:00"
    assert [(one.claim, one.basis) for one in facts.proofs] == [("de grootste", "telling")]
    assert [(one.author, one.consent) for one in facts.reviews.quotes] == [("Anouk", True)]
    assert facts.shop.authors == 2


def test_an_empty_file_is_empty_and_not_unknown(jas_shop):
    facts = facts_for(jas_shop, "Een jas", now=NOW)
    assert (facts.endorsements, facts.tests, facts.marks, facts.proofs) == ((), (), (), ())
    assert facts.reviews.quotes == ()
    assert facts.reviews.count is None


def test_words_whose_yes_has_ended_are_no_longer_on_file(jas_shop, noor):
    put_on_file(jas_shop, noor, Quote(text="Fijn.", source="plein", until_on=NOW.date()), now=NOW)
    assert facts_for(jas_shop, "Een jas", now=NOW).reviews.quotes
    assert facts_for(jas_shop, "Een jas", now=NOW, publish_at=NOW + timedelta(days=1)).reviews.quotes == ()
