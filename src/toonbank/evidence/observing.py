"""What a source saw becomes products, and their stock and price over time. Everything in sets, for large feeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_scopes import scope

from toonbank.evidence.books import Books, Sight, write
from toonbank.evidence.models import Product
from toonbank.evidence.naming import name_keys
from toonbank.shops.models import Shop
from toonbank.sources.seen import SeenProduct

A_COUNT_STANDS_FOR = timedelta(hours=24)
"""So long a counted number is not pushed aside by a feed that only says "in stock"."""

MOST_AT_ONCE = 1000

_SAID = ("title", "group_ref", "brand", "gtin", "link", "image_link", "category", "size", "color")
_LONGEST: dict[str, int] = {field.name: field.max_length or 0 for field in Product._meta.fields}
_STOCK = ("stock", "availability", "stock_seen_at", "stock_source")
_PRICE = ("price_cents", "price_seen_at", "price_source")


@dataclass(frozen=True)
class Counted:
    """How many products were new, had something changed, or were as before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged)


def observe(shop: Shop, batch: Iterable[SeenProduct], *, seen_at: datetime, source: str) -> Counted:
    """Keep what `source` saw at `seen_at`. Who is named twice in a batch is taken as first named.

    A stock or price gets a row only when it became another one; else the row that stands was seen once more. What is
    older than what we know changes nothing.
    """
    counted = Counted()
    sight = Sight(shop, seen_at, source[:120])
    for some in _in_parts(batch):
        counted += _observe_some(sight, some)
    return counted


def _in_parts(batch: Iterable[SeenProduct]) -> Iterator[dict[str, SeenProduct]]:
    part: dict[str, SeenProduct] = {}
    for seen in batch:
        part.setdefault(seen.ref, seen)
        if len(part) == MOST_AT_ONCE:
            yield part
            part = {}
    if part:
        yield part


def _observe_some(sight: Sight, seen: dict[str, SeenProduct]) -> Counted:
    with scope(shop=sight.shop), transaction.atomic():
        known = {
            product.ref: product for product in Product.objects.filter(shop=sight.shop, ref__in=list(seen))
        }
        books = Books(sight)
        for ref, product in seen.items():
            _compare(books, known.get(ref), product)
        write(books)
    return Counted(len(books.new), len(books.changed), len(seen) - len(books.new) - len(books.changed))


def _compare(books: Books, known: Product | None, seen: SeenProduct) -> None:
    sight = books.sight
    product = known or Product(
        shop=sight.shop, ref=seen.ref, title=seen.ref, first_offered_at=sight.at, last_seen_at=sight.at
    )
    if known is not None and sight.at < known.last_seen_at:
        return
    before = product.title
    is_changed = _describe(product, seen, sight.at)
    if known is None or product.title != before or (is_changed and seen.names):
        keys = name_keys(product.title, seen.names, size=product.size, color=product.color)
        books.names.append((product, keys))
    is_changed |= _take_stock(books, product, seen)
    is_changed |= _take_price(books, product, seen)
    product.last_seen_at = sight.at
    if known is None:
        books.new.append(product)
    elif is_changed:
        books.changed.append(product)
    else:
        books.as_before.append(product.pk)


def _describe(product: Product, seen: SeenProduct, at: datetime) -> bool:
    """Take over what the source says; what it leaves empty stays as it was."""
    said: dict[str, Any] = {  # fields of several kinds
        name: value[: _LONGEST[name]] for name in _SAID if (value := getattr(seen, name))
    }
    if (seen.availability or seen.stock is not None) and not _order_stands(product, seen, at):
        said |= {"restock_on": seen.restock_on, "is_order_noted": False}
        if seen.restock_on is None:
            said["restock_amount"] = None
    said["is_discontinued"] = False
    differing = {name: value for name, value in said.items() if getattr(product, name) != value}
    for name, value in differing.items():
        setattr(product, name, value)
    if differing or not product.words:
        product.words = product.words_now()
    return bool(differing)


def _order_stands(product: Product, seen: SeenProduct, at: datetime) -> bool:
    """What a person noted as ordered, until its day; a source that names a day itself knows better."""
    is_to_come = product.restock_on is not None and product.restock_on >= at.date()
    return product.is_order_noted and is_to_come and seen.restock_on is None


def _take_stock(books: Books, product: Product, seen: SeenProduct) -> bool:
    sight, amount, availability = books.sight, seen.stock, seen.availability or ""
    if amount is None and not availability:
        return False
    if not availability:
        availability = "in_stock" if amount else "out_of_stock"
    seen_before = product.stock_seen_at
    if seen_before is not None:
        if sight.at <= seen_before or (amount is None and _count_stands(product, availability, sight.at)):
            return False
        if (amount, availability) == (product.stock, product.availability):
            books.same_stock.append(product.pk)
            _set(product, _STOCK, amount, availability, sight.at, sight.source)
            return False
    _set(product, _STOCK, amount, availability, sight.at, sight.source)
    product.changed_at = sight.at
    books.other_stock.append(product)
    return True


def _count_stands(product: Product, availability: str, at: datetime) -> bool:
    """A number that was counted lately, and that these words do not deny."""
    if product.stock is None or product.stock_seen_at is None:
        return False
    agrees = (product.stock > 0) == (availability == "in_stock")
    return agrees and at - product.stock_seen_at < A_COUNT_STANDS_FOR


def _take_price(books: Books, product: Product, seen: SeenProduct) -> bool:
    sight, cents = books.sight, price_now(seen, books.sight.at)
    if cents is None or seen.currency != "EUR":
        return False
    seen_before = product.price_seen_at
    if seen_before is not None:
        if sight.at <= seen_before:
            return False
        if cents == product.price_cents:
            books.same_price.append(product.pk)
            _set(product, _PRICE, cents, sight.at, sight.source)
            return False
    _set(product, _PRICE, cents, sight.at, sight.source)
    product.changed_at = sight.at
    books.other_price.append(product)
    return True


def price_now(seen: SeenProduct, at: datetime) -> int | None:
    """What a customer pays at that moment, in cents: the sale price while its window holds."""
    has_begun = seen.sale_starts is None or seen.sale_starts <= at
    is_over = seen.sale_ends is not None and seen.sale_ends <= at
    if seen.sale_price_cents is not None and has_begun and not is_over:
        return seen.sale_price_cents
    return seen.price_cents


def _set(product: Product, names: tuple[str, ...], *values: object) -> None:
    for name, value in zip(names, values, strict=True):
        setattr(product, name, value)
