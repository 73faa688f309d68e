"""Writing what one batch of observations changed: a handful of statements, whatever the number of products."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from toonbank.evidence.models import PriceSeen, Product, ProductName, StockSeen
from toonbank.shops.models import Shop

_KEPT = (
    "title", "group_ref", "brand", "gtin", "link", "image_link", "category", "size", "color", "words",
    "stock", "availability", "stock_seen_at", "stock_source", "price_cents", "price_seen_at", "price_source",
    "restock_on", "restock_amount", "is_order_noted", "is_discontinued", "last_seen_at", "changed_at",
)  # fmt: skip
_OWN = [field.attname for field in Product._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True)
class Sight:
    """When something was seen, and by which source."""

    shop: Shop
    at: datetime
    source: str


@dataclass
class Books:
    """What one batch will write."""

    sight: Sight
    new: list[Product] = field(default_factory=list)
    changed: list[Product] = field(default_factory=list)
    as_before: list[int] = field(default_factory=list)
    same_stock: list[int] = field(default_factory=list)
    same_price: list[int] = field(default_factory=list)
    other_stock: list[Product] = field(default_factory=list)
    other_price: list[Product] = field(default_factory=list)
    names: list[tuple[Product, dict[str, str]]] = field(default_factory=list)


def write(books: Books) -> None:
    """Write it all. Products first: what is seen of a new one needs its id."""
    changed = [_without_id(product) for product in books.changed]
    Product.objects.bulk_create(
        [*books.new, *changed], update_conflicts=True, unique_fields=["shop", "ref"], update_fields=_KEPT
    )
    _see_again(books)
    _write_stock(books)
    _write_prices(books)
    _write_names(books)


def _without_id(product: Product) -> Product:
    """A row to lay over the one that stands. With its id it would clash with that row on two constraints at once."""
    return Product(**{name: getattr(product, name) for name in _OWN})


def _see_again(books: Books) -> None:
    """What is as before was seen once more: the moment moves on."""
    sight = books.sight
    for ids, moments in _by_what_is_the_same(books):
        Product.objects.filter(shop=sight.shop, pk__in=ids).update(**moments)
    for rows, ids in (
        (StockSeen.objects.all(), books.same_stock),
        (PriceSeen.objects.all(), books.same_price),
    ):
        if ids:
            rows.filter(pk__in=_newest(rows, ids)).update(last_seen_at=sight.at)


def _newest(rows: QuerySet[Any], products: list[int]) -> QuerySet[Product, Any]:
    """The newest of these rows of each product, looked up one by one in their index.

    Compared with each other ("there is none later") they took minutes on a PostgreSQL that had not counted them yet.
    """
    of_one = rows.filter(product=OuterRef("pk")).order_by("-seen_at").values("pk")[:1]
    return Product.objects.filter(pk__in=products).values(newest=Subquery(of_one))


def _by_what_is_the_same(books: Books) -> Iterator[tuple[list[int], dict[str, Any]]]:
    """Ids with the fields to move on, so that each product is written once: PostgreSQL copies a row with every write."""
    sight = books.sight
    parts: tuple[tuple[set[int], dict[str, Any]], ...] = (
        (set(books.as_before), {"last_seen_at": sight.at}),
        (set(books.same_stock), {"stock_seen_at": sight.at, "stock_source": sight.source}),
        (set(books.same_price), {"price_seen_at": sight.at, "price_source": sight.source}),
    )
    ids_of: dict[tuple[bool, ...], list[int]] = {}
    for pk in set().union(*(ids for ids, _ in parts)):
        ids_of.setdefault(tuple(pk in ids for ids, _ in parts), []).append(pk)
    for are_in, ids in ids_of.items():
        yield (
            ids,
            {
                name: value
                for is_in, (_, part) in zip(are_in, parts, strict=True)
                if is_in
                for name, value in part.items()
            },
        )


def _write_stock(books: Books) -> None:
    sight = books.sight
    rows = [
        StockSeen(
            shop_id=sight.shop.pk,
            product_id=product.pk,
            amount=product.stock,
            availability=product.availability,
            seen_at=sight.at,
            last_seen_at=sight.at,
            source=sight.source,
        )
        for product in books.other_stock
    ]
    StockSeen.objects.bulk_create(rows, ignore_conflicts=True)


def _write_prices(books: Books) -> None:
    sight = books.sight
    rows = [
        PriceSeen(
            shop_id=sight.shop.pk,
            product_id=product.pk,
            price_cents=product.price_cents,
            seen_at=sight.at,
            last_seen_at=sight.at,
            source=sight.source,
        )
        for product in books.other_price
        if product.price_cents is not None
    ]
    PriceSeen.objects.bulk_create(rows, ignore_conflicts=True)


def _write_names(books: Books) -> None:
    """The names that a source gives replace those it gave before; what a person gave stays."""
    wanted = {(product.pk, key): words for product, keys in books.names for key, words in keys.items()}
    shop_id = books.sight.shop.pk
    owners = [product.pk for product, _ in books.names]
    if not owners:
        return
    gone = [
        name.pk
        for name in ProductName.objects.filter(product__in=owners, is_given=False)
        if (name.product_id, name.key) not in wanted
    ]
    if gone:
        ProductName.objects.filter(pk__in=gone).delete()
    names = [
        ProductName(shop_id=shop_id, product_id=owner, key=key, words=words)
        for (owner, key), words in wanted.items()
    ]
    ProductName.objects.bulk_create(names, ignore_conflicts=True)
