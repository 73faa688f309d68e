"""Questions whose SQL is kept: written for one shop, asked by the next, and never mixed up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django_scopes import ScopeError, scope

from conftest import NOW
from toonbank.evidence.facts import facts_for
from toonbank.evidence.models import Product, ProductName
from toonbank.language.names import name_key
from toonbank.shops.kept import KeptQuestion
from toonbank.shops.models import Shop

pytestmark = pytest.mark.django_db
TITLES = KeptQuestion(
    lambda blanks: Product.objects.filter(pk__in=blanks["these"]).order_by("pk").values("title"),
    ids=["these"],
)
CALLED = KeptQuestion(
    lambda blanks: Product.objects.filter(title__in=blanks["words"]).values("title"), words=["words"]
)
SEEN = KeptQuestion(
    lambda blanks: Product.objects.filter(stock_seen_at__gt=blanks["now"] - timedelta(hours=3)).values(
        "title"
    ),
    moments=["long_ago", "now"],
)
COMES = KeptQuestion(
    lambda blanks: Product.objects.filter(
        restock_on__gt=blanks["now"].astimezone(blanks["shop"].clock).date() + timedelta(days=1)
    ).values("title"),
    moments=["now"],
)


def a_hat_of(shop, stock):
    with scope(shop=shop):
        hat = Product.objects.create(
            shop=shop, ref="H1", title="Muts Beer", stock=stock, stock_seen_at=NOW, last_seen_at=NOW
        )
        ProductName.objects.create(shop=shop, product=hat, key=name_key(hat.title))
    return hat


def test_two_shops_ask_by_turns_and_each_sees_its_own(jas_shop):
    hoed = Shop.objects.create(name="Hoed", slug="hoed")
    stocks = {jas_shop: 7, hoed: 41}
    for shop, stock in stocks.items():
        a_hat_of(shop, stock)
    for shop in (jas_shop, hoed, jas_shop, hoed):
        with scope(shop=shop):
            (hat,) = facts_for(shop, "Muts Beer is er weer.", now=NOW).products
            assert hat.stock == stocks[shop]


def test_another_shops_ids_give_nothing(jas_shop):
    hoed = Shop.objects.create(name="Hoed", slug="hoed")
    its = a_hat_of(hoed, 3)
    assert TITLES.rows(jas_shop, these=[its.pk]) == []
    with scope(shop=hoed):
        assert TITLES.rows(hoed, these=[its.pk]) == [{"title": "Muts Beer"}]


def test_outside_its_own_scope_a_shop_is_not_asked_about(jas_shop):
    hoed = Shop.objects.create(name="Hoed", slug="hoed")
    with pytest.raises(ScopeError, match="outside its scope"):
        TITLES.rows(hoed, these=[1])


def test_a_list_may_be_of_any_length(jas_shop):
    hats = Product.objects.bulk_create(
        Product(shop=jas_shop, ref=f"H{one}", title=f"Muts {one}", last_seen_at=NOW) for one in range(600)
    )
    for count in (1, 8, 9, 511, 512, 513, 600):
        these = [hat.pk for hat in hats[:count]]
        assert TITLES.rows(jas_shop, these=these) == [{"title": hat.title} for hat in hats[:count]]


def test_what_fills_up_a_list_of_words_is_no_word_of_anybody(jas_shop):
    for name in ("", " ", "wol"):
        Product.objects.create(shop=jas_shop, ref=f"H{name}", title=name, last_seen_at=NOW)
    assert CALLED.rows(jas_shop, words=[]) == []
    assert CALLED.rows(jas_shop, words=["wol", "katoen"]) == [{"title": "wol"}]
    assert CALLED.rows(jas_shop, words=[""]) == [{"title": ""}]


def test_no_ids_at_all_give_nothing(jas_shop):
    assert TITLES.rows(jas_shop, these=[]) == []


def test_what_a_question_takes_off_a_moment_counts_from_the_moment_of_asking(jas_shop):
    a_hat_of(jas_shop, 3)  # seen now
    for hours, is_found in ((-300, True), (2, True), (3, False), (400, False)):
        rows = SEEN.rows(jas_shop, long_ago=NOW, now=NOW + timedelta(hours=hours))
        assert bool(rows) is is_found, hours


def test_a_day_is_that_of_the_shops_own_clock(jas_shop):
    hat = a_hat_of(jas_shop, 3)
    hat.restock_on = date(2026, 11, 23)
    hat.save()
    evening = datetime(2026, 11, 21, 22, 59, tzinfo=UTC)  # a minute to midnight in Zutphen
    assert COMES.rows(jas_shop, now=evening)
    assert COMES.rows(jas_shop, now=evening + timedelta(minutes=1)) == []
    hoed = Shop.objects.create(name="Hoed", slug="hoed", zone="America/New_York")
    other = a_hat_of(hoed, 3)
    with scope(shop=hoed):
        Product.objects.filter(pk=other.pk).update(restock_on=date(2026, 11, 23))
        assert COMES.rows(hoed, now=evening + timedelta(minutes=1))
