"""What people complained about, month by month: counts from one query, and the places of the bars in a drawing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count
from django.db.models.functions import TruncMonth

from toonbank.conversations.casebook import NO_COMPLAINT, Case, Cause
from toonbank.shops.models import Shop

MONTHS = 12
UNKNOWN = ""
ORDER = (*Cause.values, UNKNOWN)


@dataclass(frozen=True)
class Month:
    """Complaints of one month, by cause; those of which nobody said the cause yet stand under ""."""

    begins: date
    by_cause: Counter[str]

    @property
    def total(self) -> int:
        """All of them."""
        return self.by_cause.total()

    @property
    def cells(self) -> list[int]:
        """One number for each cause, in the order of the head of the table."""
        return [self.by_cause[cause] for cause in ORDER]


def month_of(day: date) -> date:
    """Its first day."""
    return day.replace(day=1)


def months_back(last: date, count: int) -> list[date]:
    """The first days of `count` months up to and including that of `last`, the oldest first."""
    number = last.year * 12 + last.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(number - count + 1, number + 1)]


def causes_by_month(shop: Shop, last: date, count: int = MONTHS) -> list[Month]:
    """Complaints that began in each of the last months, the oldest first; months without any stand there too. One query."""
    firsts = months_back(last, count)
    begin = datetime.combine(firsts[0], time(), shop.clock)
    end = datetime.combine(_next_month(firsts[-1]), time(), shop.clock)
    rows = (
        Case.objects.filter(opened_at__gte=begin, opened_at__lt=end)
        .exclude(state=NO_COMPLAINT)
        .annotate(month=TruncMonth("opened_at", tzinfo=shop.clock))
        .values_list("month", "cause")
        .annotate(n=Count("pk"))
        .order_by()
    )
    found: dict[date, Counter[str]] = {first: Counter() for first in firsts}
    for month, cause, n in rows:
        found[month.date()][cause] += n
    return [Month(first, counts) for first, counts in found.items()]


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


@dataclass(frozen=True)
class CauseBar:
    """One cause in the drawing: how many this month (thick) and the month before (thin), with where they stand."""

    cause: str
    now: int
    before: int
    text_y: str
    now_y: str
    before_y: str
    now_width: str
    before_width: str
    number_x: str


LEFT, WIDE = 30.0, 58.0
"""Where the bars begin and how wide the longest is, in hundredths: the words stand left of them, the number right."""


def cause_bars(now: Month, before: Month | None) -> list[CauseBar]:
    """Horizontal bars, the most named cause first and what has none yet last; causes of neither month are left out."""
    earlier = before.by_cause if before else Counter[str]()
    named = [cause for cause in ORDER if now.by_cause[cause] or earlier[cause]]
    named.sort(
        key=lambda cause: (cause == UNKNOWN, -now.by_cause[cause], -earlier[cause], ORDER.index(cause))
    )
    most = max([*now.by_cause.values(), *earlier.values(), 1])
    row = 100 / max(len(named), 1)
    return [
        _bar(cause, (now.by_cause[cause], earlier[cause]), most, (place * row, row))
        for place, cause in enumerate(named)
    ]


def _bar(cause: str, counts: tuple[int, int], most: int, place: tuple[float, float]) -> CauseBar:
    top, row = place
    wide, thin = (WIDE * count / most for count in counts)
    return CauseBar(
        cause,
        *counts,
        text_y=_cent(top + row * 0.42),
        now_y=_cent(top + row * 0.14),
        before_y=_cent(top + row * 0.46),
        now_width=_cent(wide),
        before_width=_cent(thin),
        number_x=_cent(LEFT + max(wide, thin)),
    )


@dataclass(frozen=True)
class MonthBar:
    """One month in the drawing of all complaints."""

    month: Month
    x: str
    y: str
    height: str
    width: str
    middle: str
    is_last: bool
    is_named: bool


def month_bars(months: Sequence[Month]) -> list[MonthBar]:
    """Vertical bars from zero, the last one marked; every third month has its name under it, and the last."""
    most = max([month.total for month in months] + [1])
    step = 100 / max(len(months), 1)
    bars = []
    for place, month in enumerate(months):
        high, is_last = 88 * month.total / most, place == len(months) - 1
        is_named = (len(months) - 1 - place) % 3 == 0
        bars.append(
            MonthBar(
                month,
                x=_cent(place * step + step * 0.2),
                y=_cent(100 - high),
                height=_cent(high),
                width=_cent(step * 0.6),
                middle=_cent(place * step + step / 2),
                is_last=is_last,
                is_named=is_named,
            )
        )
    return bars


def _cent(part: float) -> str:
    return f"{part:.1f}%"
