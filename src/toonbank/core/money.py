"""Amounts in cents, and which price may be called the price of before.

Directive 98/6/EC art. 6a; in the Netherlands Besluit prijsaanduiding producten art. 5a, in Belgium WER VI.18.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

WINDOW_DAYS = 30
PROGRESSIVE_MONTHS = 3
YOUNG_DAYS = {"BE": 7}  # goods younger than the window: so many days there, elsewhere all since they came


@dataclass(frozen=True)
class PriceSeen:
    """A price that was asked of everybody from `from_at` up to, not including, `to_at` (None: still)."""

    cents: int
    from_at: datetime
    to_at: datetime | None = None

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether this price was asked at any moment in [start, end), however short."""
        is_asked = self.to_at is None or self.to_at > self.from_at
        return is_asked and self.from_at < end and (self.to_at is None or self.to_at > start)


@dataclass(frozen=True)
class Goods:
    """What the law asks of a thing for sale besides its prices: where it is sold, how long, and whether it spoils."""

    country: str | None = None
    first_offered: datetime | None = None
    is_perishable: bool = False


@dataclass(frozen=True)
class Promotion:
    """When a reduction began, and its first step where it grew step by step."""

    starts_at: datetime | None = None
    first_step_at: datetime | None = None


@dataclass(frozen=True)
class PriceLaw:
    """The two periods of the law, in days and in calendar months."""

    days: int = WINDOW_DAYS
    months: int = PROGRESSIVE_MONTHS


@dataclass(frozen=True)
class PriceBefore:
    """The highest price in cents that may be called the price of before; None when that cannot be known.

    `lowest` may be known when `price` is not: then it is the lowest of what is on file, asked since `since`.
    """

    price: int | None = None
    lowest: int | None = None
    since: datetime | None = None


PLAIN_GOODS, NO_PROMOTION, PLAIN_LAW = Goods(), Promotion(), PriceLaw()


def price_before(
    seen: Sequence[PriceSeen],
    at: datetime,
    *,
    goods: Goods = PLAIN_GOODS,
    promotion: Promotion = NO_PROMOTION,
    law: PriceLaw = PLAIN_LAW,
) -> PriceBefore:
    """What a reduction that is shown at the moment `at` may be held against.

    Goods that spoil may use the price directly before the reduction, all others the lowest of the window.
    """
    start = promotion_start(seen, at, promotion, law)
    opens = start - timedelta(days=law.days)
    if goods.is_perishable:
        latest = price_just_before(seen, start)
        if latest is not None and latest.overlaps(opens, start):
            return PriceBefore(latest.cents, latest.cents, latest.from_at)
    price = lowest_price(seen, start, first_offered=goods.first_offered, country=goods.country, days=law.days)
    lowest = lowest_known(seen, opens, start) if price is None else price
    asked_at = [one.from_at for one in seen if one.cents == lowest and one.overlaps(opens, start)]
    return PriceBefore(price, lowest, min(asked_at, default=None))


def lowest_price(
    seen: Sequence[PriceSeen],
    before: datetime,
    *,
    first_offered: datetime | None = None,
    country: str | None = None,
    days: int = WINDOW_DAYS,
) -> int | None:
    """Lowest price in cents in the `days` days before the moment `before`, that moment not counted.

    A promotion of one day counts. None when the prices do not reach back that far, unless the goods came later:
    then the lowest price since they came, in Belgium that of the last 7 days.
    """
    opens = before - timedelta(days=days)
    if first_offered is not None and opens < first_offered < before and not is_known_since(seen, opens):
        young = YOUNG_DAYS.get((country or "").upper())
        opens = first_offered if young is None else before - timedelta(days=young)
    if not is_known_since(seen, opens):
        return None
    return lowest_known(seen, opens, before)


def lowest_known(seen: Iterable[PriceSeen], start: datetime, end: datetime) -> int | None:
    """Lowest price among what is known of [start, end), however little that is."""
    return min((price.cents for price in seen if price.overlaps(start, end)), default=None)


def is_known_since(seen: Iterable[PriceSeen], moment: datetime) -> bool:
    """Whether the prices on file reach back to `moment`."""
    return any(price.from_at <= moment for price in seen)


def price_just_before(seen: Iterable[PriceSeen], moment: datetime) -> PriceSeen | None:
    """The price that was asked last before `moment`, None when none is on file."""
    return max((one for one in seen if one.from_at < moment), key=lambda one: one.from_at, default=None)


def promotion_start(
    seen: Sequence[PriceSeen], at: datetime, promotion: Promotion, law: PriceLaw = PLAIN_LAW
) -> datetime:
    """The moment that a reduction began: as the prices show, else as the promotion says, else `at` itself."""
    start = reduction_start(seen, at, first_step=promotion.first_step_at, months=law.months)
    begun = promotion.starts_at
    return min(begun, at) if start == at and begun is not None else start


def reduction_start(
    seen: Sequence[PriceSeen],
    at: datetime,
    *,
    first_step: datetime | None = None,
    months: int = PROGRESSIVE_MONTHS,
) -> datetime:
    """The first moment of the reduction that is in force, or about to begin, at `at`.

    Without a reduction on file it would begin at `at` itself. A reduction that grew step by step, without a
    rise in between, began at `first_step` for at most `months` calendar months after it.
    """
    if (
        first_step is not None
        and first_step <= at <= add_months(first_step, months)
        and not has_risen(seen, first_step, at)
    ):
        return first_step
    runs = sorted((price for price in seen if price.from_at <= at), key=lambda price: price.from_at)
    if not runs or (runs[-1].to_at is not None and runs[-1].to_at <= at):
        return at
    for before, after in reversed(list(pairwise(runs))):  # the same price seen twice is one price
        if after.cents > before.cents:
            return at
        if after.cents < before.cents:
            return after.from_at
    return at


def has_risen(seen: Iterable[PriceSeen], start: datetime, end: datetime) -> bool:
    """Whether a price that began after `start`, and not after `end`, was higher than the one before it."""
    in_order = sorted((price for price in seen if price.from_at <= end), key=lambda price: price.from_at)
    return any(after.cents > before.cents and after.from_at > start for before, after in pairwise(in_order))


def add_months(moment: datetime, months: int) -> datetime:
    """`moment` so many calendar months later; 30 November plus three is the last day of February."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    last_day = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last_day))


def reduced(cents: int, percent: float) -> float:
    """What is left of a price after a reduction of so many percent, in cents, not rounded."""
    return cents * (100 - percent) / 100
