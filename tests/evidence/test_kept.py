"""Questions whose SQL is kept: written for one shop, asked by the next, and never mixed up."""

import pytest
from django_scopes import ScopeError, scope

from conftest import NOW
from toonbank.evidence.facts import facts_for
from toonbank.evidence.kept import KeptQuestion
from toonbank.evidence.models import Product, ProductName
from toonbank.language.names import name_key
from toonbank.shops.models import Shop

pytestmark = pytest.mark.django_db
TITLES = KeptQuestion(
    lambda blanks: Product.objects.filter(pk__in=blanks["these"]).order_by("pk").values("title"),
    ids={"these": 3},
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


def test_more_ids_than_there_is_room_for_are_refused(jas_shop):
    with pytest.raises(ValueError, match="4 ids for these, which has room for 3"):
        TITLES.rows(jas_shop, these=[1, 2, 3, 4])


def test_no_ids_at_all_give_nothing(jas_shop):
    assert TITLES.rows(jas_shop, these=[]) == []
