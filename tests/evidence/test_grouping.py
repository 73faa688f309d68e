"""A coat in three sizes is one coat to the reader, unless the text names a size or a colour."""

from datetime import timedelta

import pytest

from conftest import NOW
from toonbank.etiquette import Draft, check
from toonbank.evidence.facts import facts_for
from toonbank.evidence.models import Product, Promotion
from toonbank.evidence.observing import observe
from toonbank.sources.seen import SeenProduct

SEEN_AT = NOW - timedelta(hours=1)
SIZES = {"38": 2, "40": 4, "42": 1}


def merel(size: str, stock: int | None, color: str = "", cents: int = 13900) -> SeenProduct:
    title = " ".join(filter(None, ("Jas Merel", color, f"maat {size}")))
    return SeenProduct(
        ref=f"M-{color}{size}",
        title=title,
        group_ref="MEREL",
        size=size,
        color=color,
        stock=stock,
        availability="in_stock",
        price_cents=cents,
    )


@pytest.fixture
def coats(jas_shop):
    observe(jas_shop, [merel(size, stock) for size, stock in SIZES.items()], seen_at=SEEN_AT, source="kassa")


def products(shop, text, **how):
    return facts_for(shop, text, now=NOW, **how).products


def rules(shop, text):
    return [finding.rule for finding in check(Draft(text), facts_for(shop, text, now=NOW)).findings]


def test_all_sizes_are_counted_together(jas_shop, coats):
    (coat,) = products(jas_shop, "Van Jas Merel hangen er nog 7.")
    assert (coat.ref, coat.stock, coat.price_cents, coat.stock_at) == ("MEREL", 7, 13900, SEEN_AT)
    assert rules(jas_shop, "Van Jas Merel hangen er nog 7.") == []
    assert rules(jas_shop, "Van Jas Merel hangen er nog maar 3.") == ["scarcity-false"]


def test_a_size_that_the_text_names_is_counted_alone(jas_shop, coats):
    (coat,) = products(jas_shop, "Van Jas Merel hangen er in maat 38 nog 2.")
    assert (coat.ref, coat.stock) == ("M-38", 2)


def test_a_size_without_a_number_makes_the_count_unknown(jas_shop, coats):
    observe(jas_shop, [merel("44", None)], seen_at=SEEN_AT, source="kassa")
    (coat,) = products(jas_shop, "Jas Merel")
    assert (coat.stock, coat.availability) == (None, "in_stock")


def test_sizes_of_different_prices_have_no_price_in_common(jas_shop, coats):
    observe(jas_shop, [merel("44", 1, cents=14900)], seen_at=SEEN_AT, source="kassa")
    (coat,) = products(jas_shop, "Jas Merel")
    assert (coat.price_cents, coat.price_history) == (None, None)


def test_a_colour_that_the_text_names_is_counted_without_the_others(jas_shop):
    blue = [merel("38", 2, "blauw"), merel("40", 4, "blauw")]
    red = [merel("38", 5, "rood"), merel("40", 6, "rood")]
    observe(jas_shop, blue + red, seen_at=SEEN_AT, source="kassa")
    (coat,) = products(jas_shop, "Jas Merel blauw hangt weer in de winkel.")
    assert coat.stock == 6
    (coat,) = products(jas_shop, "Jas Merel hangt weer in de winkel.")
    assert coat.stock == 17


def test_a_group_too_large_to_count_is_not_counted_in_part(jas_shop):
    many = [merel(str(size), 1) for size in range(300)]
    observe(jas_shop, many, seen_at=SEEN_AT, source="kassa")
    assert all(coat.stock != 200 for coat in products(jas_shop, "Jas Merel"))


def test_an_offer_for_its_sizes_is_an_offer_for_the_coat(jas_shop):
    observe(
        jas_shop,
        [SeenProduct(f"J-{size}", "Jas Merel", group_ref="J", size=size, stock=2) for size in ("38", "40")],
        seen_at=NOW,
        source="kassa",
    )
    offer = Promotion.objects.create(shop=jas_shop, name="Wolweek", percent=10, starts_at=NOW)
    offer.products.set(Product.objects.all())
    facts = facts_for(jas_shop, "Jas Merel: 10 % eraf.", now=NOW)
    assert [product.ref for product in facts.products] == ["J"]
    assert "J" in facts.campaigns[0].products
