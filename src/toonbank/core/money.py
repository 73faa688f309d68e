"""Amounts in cents, and which price may be called the price of before."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

WINDOW_DAYS = 30
PROGRESSIVE_MONTHS = 3


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


def lowest_price(
    seen: Sequence[PriceSeen],
    before: datetime,
    *,
    first_offered: datetime | None = None,
    days: int = WINDOW_DAYS,
) -> int | None:
    """Lowest price in cents in the `days` days before the moment `before`, that moment not counted.

    A promotion of one day counts. None when the prices do not reach back that far, unless the product was
    first offered later: then the lowest price since that moment. Source: Directive 98/6/EC art. 6a; Besluit
    prijsaanduiding producten art. 5a.
    """
    opens = before - timedelta(days=days)
    if first_offered is not None and opens < first_offered < before:
        opens = first_offered
    if not is_known_since(seen, opens):
        return None
    return lowest_known(seen, opens, before)


def lowest_known(seen: Iterable[PriceSeen], start: datetime, end: datetime) -> int | None:
    """Lowest price among what is known of [start, end), however little that is."""
    return min((price.cents for price in seen if price.overlaps(start, end)), default=None)


def is_known_since(seen: Iterable[PriceSeen], moment: datetime) -> bool:
    """Whether the prices on file reach back to `moment`."""
    return any(price.from_at <= moment for price in seen)


def price_just_before(seen: Iterable[PriceSeen], moment: datetime) -> int | None:
    """The price in cents that was asked directly before `moment`, None when it is not on file."""
    earlier = [price for price in seen if price.from_at < moment]
    return max(earlier, key=lambda price: price.from_at).cents if earlier else None


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
    if len(runs) < 2 or (runs[-1].to_at is not None and runs[-1].to_at <= at):
        return at
    latest = len(runs) - 1
    while latest > 0 and runs[latest - 1].cents == runs[latest].cents:
        latest -= 1
    is_lower = latest > 0 and runs[latest].cents < runs[latest - 1].cents
    return runs[latest].from_at if is_lower else at


def has_risen(seen: Iterable[PriceSeen], start: datetime, end: datetime) -> bool:
    """Whether a later price within [start, end] was higher than the one before it."""
    within = sorted((price for price in seen if price.overlaps(start, end)), key=lambda price: price.from_at)
    return any(after.cents > before.cents and after.from_at > start for before, after in pairwise(within))


def add_months(moment: datetime, months: int) -> datetime:
    """`moment` so many calendar months later; 30 November plus three is the last day of February."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    last_day = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last_day))


def reduced(cents: int, percent: float) -> float:
    """What is left of a price after a reduction of so many percent, in cents, not rounded."""
    return cents * (100 - percent) / 100
