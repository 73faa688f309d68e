"""Products that share a name, such as the sizes of one coat: where they agree, what is known of one is known of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toonbank.etiquette.background import Product


def as_one(members: Sequence[Product]) -> Product | None:
    """What all these products have in common: their price and its history. None when they do not cost the same.

    Their stock is never one: "3 left" of which?
    """
    first, *others = members
    if not others:
        return first
    if first.price_cents is None or any(one.price_cents != first.price_cents for one in others):
        return None
    alike = all(
        (one.price_history, one.first_offered, one.perishable)
        == (first.price_history, first.first_offered, first.perishable)
        for one in others
    )
    seen = [one.price_at for one in members if one.price_at is not None]
    return replace(
        first,
        stock=None,
        availability=None,
        restock_on=None,
        discontinued=None,
        price_at=min(seen) if seen else None,
        price_history=first.price_history if alike else None,
    )
