"""A coat in five sizes is one coat to the reader: its sizes are counted together, unless the text names one."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from toonbank.core.money import PriceSeen
from toonbank.etiquette import facts

_SIZE_SAID = re.compile(r"\b(?:maat|maten|mt|size|sizes)\.?\s+(\w+(?:[/.,]\w+)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A product of the catalogue with the group and size that it belongs to ("" when it has none)."""

    product: facts.Product
    group: str = ""
    size: str = ""


def together(pieces: Sequence[Piece], text: str, keys: Set[str]) -> tuple[facts.Product, ...]:
    """The products as the text means them: each group as one, or the very sizes that the text names.

    `keys` are the name keys of the text: of a group, those with the longest name in it are meant.
    """
    groups: dict[str, list[Piece]] = {}
    for place, piece in enumerate(pieces):
        groups.setdefault(piece.group or f"\0{place}", []).append(piece)
    sizes = {said.lower() for said in _SIZE_SAID.findall(text)}
    return tuple(product for group in groups.values() for product in _as_meant(group, sizes, keys))


def _as_meant(group: list[Piece], sizes: set[str], keys: Set[str]) -> Sequence[facts.Product]:
    longest = max(_words_said(piece, keys) for piece in group)
    meant = [piece for piece in group if _words_said(piece, keys) == longest]
    chosen = [piece for piece in meant if piece.size.lower() in sizes] or meant
    if len(chosen) == 1:
        return [chosen[0].product]
    shared = set.intersection(*(set(piece.product.names) for piece in chosen))
    if not shared:
        return [piece.product for piece in chosen]
    return [_as_one(chosen[0].group, [piece.product for piece in chosen], shared)]


def _words_said(piece: Piece, keys: Set[str]) -> int:
    """How many words the longest of its names has that stands in the text."""
    return max((len(name.split()) for name in piece.product.names if name in keys), default=0)


def _as_one(ref: str, members: list[facts.Product], shared: set[str]) -> facts.Product:
    """All sizes as one product. What differs between them, and what one of them does not know, is unknown."""
    first = members[0]
    stocks = [member.stock for member in members]
    known = [stock for stock in stocks if stock is not None]
    prices = {member.price_cents for member in members}
    histories = {_since(member.price_history) for member in members}
    return facts.Product(
        ref=ref,
        names=tuple(name for name in first.names if name in shared),
        stock=sum(known) if len(known) == len(stocks) else None,
        stock_at=_oldest([member.stock_at for member in members]),
        stock_source=first.stock_source,
        availability="in_stock" if any(member.availability == "in_stock" for member in members) else None,
        restock_on=min((member.restock_on for member in members if member.restock_on), default=None),
        restock=sum(member.restock or 0 for member in members) or None,
        discontinued=all(member.discontinued for member in members),
        price_cents=first.price_cents if len(prices) == 1 else None,
        price_at=_oldest([member.price_at for member in members]),
        price_source=first.price_source,
        price_history=first.price_history if len(prices) == len(histories) == 1 else None,
        first_offered=_oldest([member.first_offered for member in members]),
        perishable=any(member.perishable for member in members),
    )


def _oldest(moments: Sequence[datetime | None]) -> datetime | None:
    """What is known of all of them is as old as the oldest; unknown when one of them is."""
    known = [moment for moment in moments if moment]
    return min(known) if len(known) == len(moments) else None


def _since(history: Sequence[PriceSeen] | None) -> tuple[tuple[int, datetime], ...]:
    return tuple((price.cents, price.from_at) for price in history or ())
