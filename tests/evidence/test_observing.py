"""What a feed says becomes products with their stock and price over time."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.evidence.models import PriceSeen, Product, ProductName, StockSeen
from toonbank.evidence.naming import name_keys
from toonbank.evidence.observing import Counted, observe, price_now
from toonbank.sources.seen import SeenProduct

HOUR = timedelta(hours=1)


def seen(ref="J-1", title="Jas Merel", **said):
    return SeenProduct(ref=ref, title=title, **({"stock": 7, "price_cents": 12900} | said))


def look(shop, *products, at: datetime = NOW, source="winkelfeed"):
    return observe(shop, products, seen_at=at, source=source)


def stock_history(product):
    return [(row.amount, row.seen_at, row.last_seen_at) for row in product.stock_seen.all()]


def prices(product):
    return [(row.price_cents, row.seen_at, row.last_seen_at) for row in product.price_seen.all()]


def test_a_new_product_is_kept_with_its_stock_and_price(jas_shop):
    assert look(jas_shop, seen()) == Counted(new=1)
    jas = Product.objects.get(ref="J-1")
    assert (jas.title, jas.stock, jas.availability, jas.price_cents) == ("Jas Merel", 7, "in_stock", 12900)
    assert (jas.stock_seen_at, jas.stock_source) == (NOW, "winkelfeed")
    assert stock_history(jas) == [(7, NOW, NOW)]
    assert prices(jas) == [(12900, NOW, NOW)]


def test_what_is_as_before_moves_its_last_moment_on(jas_shop):
    look(jas_shop, seen())
    assert look(jas_shop, seen(), at=NOW + HOUR) == Counted(unchanged=1)
    jas = Product.objects.get()
    assert stock_history(jas) == [(7, NOW, NOW + HOUR)]
    assert prices(jas) == [(12900, NOW, NOW + HOUR)]
    assert jas.stock_seen_at == jas.price_seen_at == jas.last_seen_at == NOW + HOUR


def test_a_sale_and_a_price_cut_each_get_their_own_row(jas_shop):
    look(jas_shop, seen())
    assert look(jas_shop, seen(stock=6), at=NOW + HOUR) == Counted(changed=1)
    look(jas_shop, seen(stock=6, price_cents=9900), at=NOW + 2 * HOUR)
    jas = Product.objects.get()
    assert stock_history(jas) == [(7, NOW, NOW), (6, NOW + HOUR, NOW + 2 * HOUR)]
    assert prices(jas) == [(12900, NOW, NOW + HOUR), (9900, NOW + 2 * HOUR, NOW + 2 * HOUR)]
    assert jas.changed_at == NOW + 2 * HOUR


def test_an_older_list_changes_nothing(jas_shop):
    look(jas_shop, seen(stock=3, title="Jas Merel"))
    assert look(jas_shop, seen(stock=40, price_cents=1, title="Oude naam"), at=NOW - HOUR) == Counted(
        unchanged=1
    )
    jas = Product.objects.get()
    assert (jas.stock, jas.price_cents, jas.title) == (3, 12900, "Jas Merel")
    assert stock_history(jas) == [(3, NOW, NOW)]


def test_one_article_twice_in_a_list_is_taken_as_first_named(jas_shop):
    look(jas_shop, seen(stock=3), seen(stock=40))
    assert stock_history(Product.objects.get()) == [(3, NOW, NOW)]
    look(jas_shop, seen(stock=40))  # the same moment, in a later batch
    assert stock_history(Product.objects.get()) == [(3, NOW, NOW)]


def test_a_feed_without_numbers_proves_that_there_is_some_and_never_how_many(jas_shop):
    look(jas_shop, seen(stock=None, availability="in_stock"))
    jas = Product.objects.get()
    assert (jas.stock, jas.availability) == (None, "in_stock")


def test_a_count_of_today_is_not_pushed_aside_by_a_feed_without_numbers(jas_shop):
    look(jas_shop, seen(stock=7), source="kassa")
    look(jas_shop, seen(stock=None, availability="in_stock"), at=NOW + HOUR)
    jas = Product.objects.get()
    assert (jas.stock, jas.stock_seen_at, jas.stock_source) == (7, NOW, "kassa")


@pytest.mark.parametrize(
    ("availability", "later"),
    [("out_of_stock", HOUR), ("in_stock", timedelta(days=2))],
    ids=["denied", "old"],
)
def test_a_count_goes_when_it_is_denied_or_old(jas_shop, availability, later):
    look(jas_shop, seen(stock=7), source="kassa")
    look(jas_shop, seen(stock=None, availability=availability), at=NOW + later)
    jas = Product.objects.get()
    assert (jas.stock, jas.availability) == (None, availability)


def test_a_stock_list_leaves_the_words_of_the_feed_alone(jas_shop):
    look(jas_shop, seen(brand="IJsselwol", link="https://jas.example/merel"))
    look(jas_shop, SeenProduct(ref="J-1", stock=2), at=NOW + HOUR, source="kassa")
    jas = Product.objects.get()
    assert (jas.title, jas.brand, jas.price_cents, jas.stock) == ("Jas Merel", "IJsselwol", 12900, 2)
    assert jas.price_seen_at == NOW


def test_a_product_without_a_title_is_called_by_its_number(jas_shop):
    look(jas_shop, SeenProduct(ref="J-9", stock=2))
    assert Product.objects.get().title == "J-9"


@pytest.mark.parametrize(
    ("at", "cents"), [(NOW - HOUR, 12900), (NOW, 9900), (NOW + HOUR, 9900), (NOW + 2 * HOUR, 12900)]
)
def test_the_sale_price_holds_from_its_first_moment_to_its_last(at, cents):
    jas = seen(sale_price_cents=9900, sale_starts=NOW, sale_ends=NOW + 2 * HOUR)
    assert price_now(jas, at) == cents


def test_a_price_in_another_currency_is_no_price_of_ours(jas_shop):
    look(jas_shop, seen(currency="GBP"))
    assert Product.objects.get().price_cents is None


def test_the_names_of_a_product_follow_its_title_and_keep_what_a_person_gave(jas_shop):
    look(jas_shop, seen(title="Muts Kleine Beer - ongeverfd", names=("Berenmuts",)))
    jas = Product.objects.get()
    assert {"mut kleine beer", "kleine beer", "berenmut"} <= set(jas.names.values_list("key", flat=True))
    ProductName.objects.create(shop=jas_shop, product=jas, key="de beer", is_given=True)
    look(jas_shop, seen(title="Muts Grote Beer"), at=NOW + HOUR)
    assert set(jas.names.values_list("key", flat=True)) == {"mut grote beer", "grote beer", "de beer"}


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Muts Kleine Beer", {"mut kleine beer", "kleine beer"}),
        ("Jas Merel", {"jas merel"}),
        ("Jas Wad, gevoerd", {"jas wad gevoerd", "jas wad", "wad gevoerd"}),
        ("Plaid Mos (130 x 180)", {"plaid mos 130 x 180", "plaid mos"}),
        ("!", set()),
    ],
)
def test_a_title_gives_the_names_that_a_post_may_use(title, keys):
    assert set(name_keys(title)) == keys


def test_a_long_list_costs_as_many_questions_as_a_short_one(jas_shop):
    def questions(count, at):
        with CaptureQueriesContext(connection) as asked:
            look(jas_shop, *(seen(ref=f"J-{number}") for number in range(count)), at=at)
        return len(asked)

    look(jas_shop, *(seen(ref=f"J-{number}") for number in range(30)))
    assert questions(1, NOW + HOUR) == questions(30, NOW + 2 * HOUR)


def test_every_product_of_more_than_one_batch_is_kept(jas_shop):
    many = [seen(ref=f"J-{number}", stock=number) for number in range(2345)]
    assert look(jas_shop, *many) == Counted(new=2345)
    assert look(jas_shop, *many, at=NOW + HOUR) == Counted(unchanged=2345)
    assert StockSeen.objects.count() == PriceSeen.objects.count() == 2345


def test_what_is_shown_now_is_what_was_seen_last(jas_shop):
    for hour in range(20):
        look(jas_shop, seen(stock=hour % 4, price_cents=9900 + hour % 3), at=NOW + hour * HOUR)
    jas = Product.objects.get()
    last_stock, last_price = jas.stock_seen.last(), jas.price_seen.last()
    assert (jas.stock, jas.stock_seen_at) == (last_stock.amount, last_stock.last_seen_at)
    assert (jas.price_cents, jas.price_seen_at) == (last_price.price_cents, last_price.last_seen_at)
