"""What a source saw: one product as the shop's own feed or list gives it, or one row that could not be read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Availability = Literal["in_stock", "out_of_stock", "preorder", "backorder"]

# One sentence for the shopkeeper, per language: {"nl": ..., "en": ...}.
Words = dict[str, str]


@dataclass(frozen=True)
class SeenProduct:
    """A product as seen once. "" and None mean that the source did not say.

    `ref` is the shop's own article number; `group_ref` joins the sizes and colours of one article.
    `stock` is a count; a source without counts leaves it None, whatever `availability` says.
    `sale_starts` and `sale_ends` are aware UTC; `names` are other names that a post may use for it.
    """

    ref: str
    title: str = ""
    link: str = ""
    image_link: str = ""
    brand: str = ""
    gtin: str = ""
    group_ref: str = ""
    size: str = ""
    color: str = ""
    category: str = ""
    availability: Availability | None = None
    stock: int | None = None
    price_cents: int | None = None
    sale_price_cents: int | None = None
    sale_starts: datetime | None = None
    sale_ends: datetime | None = None
    currency: str = "EUR"
    restock_on: date | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One product, the line where it starts (from 1), and what was set right or left out while reading it."""

    line: int
    product: SeenProduct
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class BadRow:
    """One item that was skipped: where it starts, its article number as far as known, and why."""

    line: int
    ref: str
    reason: Words


@dataclass(frozen=True)
class Item:
    """One item of a file before it is judged: texts under our own field names, or what was wrong with its form."""

    line: int
    fields: dict[str, str]
    broken: Words | None = None
