"""What may be held against a post of the past: only what was seen by then. A stock counted today proves nothing of last year."""

from bisect import bisect_right
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from toonbank.etiquette import Facts
from toonbank.etiquette.background import Product

ONE_DAY = timedelta(days=1)
# What belongs to one draft, or is built by the audit itself.
OF_ONE_DRAFT = (
    "publish_at", "archive", "reply_archive", "threads", "giveaways", "approval", "thread", "case", "action", "reader_gets",
    "quoted", "quoted_author", "room_left", "author", "automation", "media",
)  # fmt: skip


class Known:
    """The facts as they stood at any moment. What bears no moment of its own was seen at `now`."""

    def __init__(self, facts: Facts, now: datetime) -> None:
        nothing: dict[str, Any] = dict.fromkeys(OF_ONE_DRAFT)  # each of them may be None
        self._facts = replace(facts, **nothing)
        self._now = facts.now or now
        self._starts = sorted({at - ONE_DAY for at in self._seen()})
        self._era = lru_cache(maxsize=64)(self._as_of)

    def at(self, moment: datetime) -> Facts:
        """The facts for a post of that moment, with its clock."""
        return replace(self._era(bisect_right(self._starts, moment)), now=moment)

    def _seen(self) -> list[datetime]:
        facts = self._facts
        found = [at for one in facts.products or () for at in (one.stock_at, one.price_at) if at]
        found += [one.at for one in (facts.reviews, facts.counts) if one is not None and one.at]
        found += [one.at for one in facts.attestations or () if one.at]
        return [*found, self._now]

    def _as_of(self, era: int) -> Facts:
        """The facts of the stretch of time before the era's end: what was seen later is not known yet."""
        last = self._starts[era - 1] if era else None
        facts = self._facts
        reviews, counts = facts.reviews, facts.counts
        return replace(
            facts,
            products=facts.products and tuple(self._product(one, last) for one in facts.products),
            reviews=reviews if reviews and self._is_seen(reviews.at, last) else None,
            counts=counts if counts and self._is_seen(counts.at, last) else None,
            attestations=facts.attestations
            and tuple(one for one in facts.attestations if self._is_seen(one.at, last)),
        )

    def _product(self, product: Product, last: datetime | None) -> Product:
        if not self._is_seen(product.stock_at, last):
            product = replace(product, stock=None, availability=None, restock_on=None, restock=None)
        if not self._is_seen(product.price_at, last):
            product = replace(product, price_cents=None)
        return product

    def _is_seen(self, at: datetime | None, last: datetime | None) -> bool:
        return last is not None and (at or self._now) - ONE_DAY <= last
