"""Opening hours on the clock on the shop's wall: when it is open, and how much open time passes.

A shop is open at each moment at which its clock shows a time within a stretch. So a day on which the clock goes forward
has an hour less of a stretch that covers the change, and a day on which it goes back an hour more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from toonbank.core.errors import BadInput
from toonbank.core.holidays import KEYS, holidays_in

DAY = timedelta(days=1)
MIDNIGHT = time(0, 0)
EARLIEST, LATEST = date.min + 2 * DAY, date.max - 3 * DAY
"""Outside these nothing is open: the days beyond cannot be counted."""
_MOMENT = timedelta(seconds=1)
FARTHEST = timedelta(days=5 * 366)
"""How far ahead we look: a shop that does not open in five years is never open."""
ON_AND_ON = timedelta(days=31)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, order=True)
class Stretch:
    """From opening to closing. Closing at or before opening is on the next day: 22:00 to 03:00, or 00:00 to 00:00 all day."""

    opens: time
    closes: time

    @property
    def length(self) -> timedelta:
        """How long it is by the clock on the wall."""
        opens, closes = _since_midnight(self.opens), _since_midnight(self.closes)
        return closes - opens if closes > opens else closes + DAY - opens


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


@dataclass(frozen=True)
class OpeningHours:
    """The stretches of each weekday (Monday first), closed days, and the zone of the clock.

    On a closed day no stretch begins; one that began the evening before runs on past midnight. `holidays` are keys of
    `core.holidays`, kept each year. BadInput when there are not seven days or stretches of one day overlap. Moments may be
    in any zone; what comes back is UTC.
    """

    week: tuple[tuple[Stretch, ...], ...]
    zone: ZoneInfo
    closed: frozenset[date] = frozenset()
    holidays: frozenset[str] = frozenset()
    _known: dict[date, tuple[Span, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise BadInput(f"a week has 7 days, not {len(self.week)}")
        if self.holidays - KEYS:
            raise BadInput(f"unknown holidays: {sorted(self.holidays - KEYS)}")
        for day in self.week:
            must_not_overlap(day)

    @property
    def is_ever_open(self) -> bool:
        """Whether any weekday has hours."""
        return any(self.week)

    def is_closed_on(self, day: date) -> bool:
        """Whether this is a closed day or a holiday on which the shop stays closed."""
        return day in self.closed or not self.holidays.isdisjoint(holidays_in(day.year).get(day, ()))

    def is_open(self, at: datetime) -> bool:
        """Whether the shop is open at this moment; at the very moment of closing it is not."""
        return any(opens <= at < closes for opens, closes in self._spans_on(self._day_of(at)))

    def opens_next(self, at: datetime) -> datetime | None:
        """The first moment from `at` on at which the shop is open: `at` itself when it is; None when it never opens."""
        return next((opens for opens, _closes in self._ahead(at)), None)

    def closes_next(self, at: datetime) -> datetime | None:
        """When the stretch that goes on at `at`, or else the next one, ends; None when there is none or no end for a month."""
        begin = end = None
        for opens, closes in self._ahead(at):
            if end is not None and opens > end:
                return end
            begin, end = begin or opens, closes
            if end - begin > ON_AND_ON:
                return None
        return end

    def add(self, at: datetime, wait: timedelta) -> datetime | None:
        """The moment at which `wait` of open time has passed since `at`; None when the shop never opens long enough.

        When it passes just as the shop closes, that is the moment; not the next opening.
        """
        if wait < timedelta(0):
            raise BadInput(f"open time passes forward, not {wait}")
        if not wait:
            return at.astimezone(UTC)
        left = wait
        for opens, closes in self._ahead(at):
            if closes - opens >= left:
                return opens + left
            left -= closes - opens
        return None

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The open time between two moments; below zero when the end comes first."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        if end < start:
            return -self.between(end, start)
        passed = timedelta(0)
        for opens, closes in self._ahead(start, until=end):
            passed += min(closes, end) - opens
        return passed

    def add_days(self, at: datetime, days: int) -> datetime | None:
        """The same time of the clock, `days` open days later; None when the shop never opens.

        A moment outside opening hours counts from the next opening. When the shop is closed at that time of the later day,
        it is the closing before, or else the first opening of that day. Open days are those on which a stretch begins.
        """
        begins = self.opens_next(at)
        if begins is None or days < 1:
            return begins
        wall = begins.astimezone(self.zone).replace(tzinfo=None)
        began = self._began_on(wall)
        day = self._open_day_after(began, days)
        due = None if day is None else self._within(day, wall - _midnight(began))
        # After a night that ran into a short day that day may be over already, and a stretch that the clock skips is none.
        if due is None or (due > begins and (self.is_open(due) or self.is_open(due - _MOMENT))):
            return due
        return self.add_days(at, days + 1)

    def _began_on(self, wall: datetime) -> date:
        """The day on which the stretch began that covers this time of the clock."""
        today = wall.date()
        for opens, closes in self._stretches_on(today):
            if opens <= wall < closes:
                return today
        return today - DAY

    def _open_day_after(self, day: date, days: int) -> date | None:
        last = day + FARTHEST
        while days and day < last:
            day += DAY
            days -= bool(self._stretches_on(day))
        return None if days else day

    def _within(self, day: date, since_midnight: timedelta) -> datetime:
        """This time of the clock on an open day, moved back to the closing before it, or on to the first opening."""
        wall = _midnight(day) + since_midnight
        best = self._stretches_on(day)[0][0]
        for opens, closes in self._stretches_on(day):
            if opens <= wall:
                best = min(wall, closes)
        return self._first_moment(best)

    def _first_moment(self, wall: datetime) -> datetime:
        """When the clock first shows this; when it skips it, the moment at which it is set forward."""
        for starts, stops, offset in _steady(wall.replace(tzinfo=UTC) - DAY, self.zone):
            moment = (wall - offset).replace(tzinfo=UTC)
            if moment < stops:
                return max(starts, moment)
        raise AssertionError("the pieces reach beyond the day")  # pragma: no cover

    def _stretches_on(self, day: date) -> list[Span]:
        """From when to when on the clock, for the stretches that begin on this day; without a zone."""
        if self.is_closed_on(day):
            return []
        opens = [
            (_midnight(day) + _since_midnight(one.opens), one) for one in sorted(self.week[day.weekday()])
        ]
        return [(begins, begins + one.length) for begins, one in opens]

    def _day_of(self, at: datetime) -> date:
        if at.tzinfo is None:
            raise BadInput(f"{at} has no zone: it could be any moment")
        try:
            return at.astimezone(self.zone).date()
        except OverflowError:
            return at.date()

    def _ahead(self, at: datetime, until: datetime | None = None) -> Iterator[Span]:
        """What is open from `at` on, in order, without overlap; spans that touch stay apart at midnight."""
        day, reached = self._day_of(at), at.astimezone(UTC)
        last = min(day, LATEST - FARTHEST) + FARTHEST if until is None else self._day_of(until)
        while self.is_ever_open and day <= min(last, LATEST):
            for opens, closes in self._spans_on(day):
                begins = max(opens, reached)
                if begins < closes and (until is None or begins < until):
                    yield begins, closes
                    reached = closes
            day += DAY

    def _spans_on(self, day: date) -> tuple[Span, ...]:
        """The open moments of one day of the calendar, sorted; kept, for the same days are asked again and again."""
        if not EARLIEST <= day <= LATEST:
            return ()
        spans = self._known.get(day)
        if spans is None:
            if len(self._known) > 4000:
                self._known.clear()
            spans = self._known[day] = tuple(sorted(self._work_out(day)))
        return spans

    def _work_out(self, day: date) -> Iterator[Span]:
        """The stretches of this day, and what is left of those of the day before, cut at midnight and put on UTC."""
        begin, end = _midnight(day), _midnight(day) + DAY
        for starts, stops, offset in _steady(begin.replace(tzinfo=UTC) - DAY, self.zone):
            for opens, closes in self._stretches_on(day - DAY) + self._stretches_on(day):
                first = max(starts, (max(opens, begin) - offset).replace(tzinfo=UTC))
                last = min(stops, (min(closes, end) - offset).replace(tzinfo=UTC))
                if first < last:
                    yield first, last


def _midnight(day: date) -> datetime:
    """The begin of a day on the clock, without a zone."""
    return datetime.combine(day, MIDNIGHT)


def _steady(start: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """The three days from `start`, in pieces within which the clock does not change, each with its distance from UTC."""
    end = start + 3 * DAY
    before, after = _offset(start, zone), _offset(end, zone)
    if before == after:
        yield start, end, before
        return
    early, late = 0, int((end - start).total_seconds())
    while late - early > 1:
        middle = (early + late) // 2
        if _offset(start + timedelta(seconds=middle), zone) == before:
            early = middle
        else:
            late = middle
    change = start + timedelta(seconds=late)
    yield start, change, before
    yield change, end, after


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def must_not_overlap(stretches: tuple[Stretch, ...]) -> None:
    """BadInput when a stretch of one day begins before another has ended."""
    in_order = sorted(stretches)
    for one, other in pairwise(in_order):
        if _since_midnight(one.opens) + one.length > _since_midnight(other.opens):
            raise BadInput(f"{one.opens:%H:%M}-{one.closes:%H:%M} overlaps {other.opens:%H:%M}")


def same_every_day(opens: time, closes: time, *, days: int, zone: ZoneInfo) -> OpeningHours:
    """The same hours on the first `days` days of the week."""
    return OpeningHours(week=((Stretch(opens, closes),),) * days + ((),) * (7 - days), zone=zone)
