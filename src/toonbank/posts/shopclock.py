"""From a day and a time on the clock on the shop's wall to a moment, and back."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput


class Which(StrEnum):
    """When the clock goes back an hour comes twice: this one, or the other."""

    FIRST = "first"
    SECOND = "second"


class NoSuchHour(BadInput):
    """The clock skips this hour on that day."""


class TwiceThatHour(BadInput):
    """The clock shows this hour twice on that day."""


def moment_on(day: date, at: time, clock: ZoneInfo, *, which: Which | None = None) -> datetime:
    """The moment, in UTC, at which the shop's clock shows `at` on `day`.

    NoSuchHour when the clock skips it; TwiceThatHour when it comes twice and `which` does not say which one; BadInput for the first
    and last days of the calendar.
    """
    try:
        return _moment_on(day, at, clock, which)
    except OverflowError:  # at the ends of the calendar, where UTC has no such day
        raise BadInput(_("This day is too far away. Choose another one.")) from None


def _moment_on(day: date, at: time, clock: ZoneInfo, which: Which | None) -> datetime:
    first = datetime.combine(day, at, clock)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    if first.astimezone(UTC).astimezone(clock).time() != at:
        raise NoSuchHour(
            _("The clock goes forward that night: %(time)s does not exist. Choose an hour later.")
            % {"time": f"{at:%H:%M}"}
        )
    if which is None:
        raise TwiceThatHour(
            _("The clock goes back that night: %(time)s comes twice. Choose the first or the second.")
            % {"time": f"{at:%H:%M}"}
        )
    return (second if which is Which.SECOND else first).astimezone(UTC)


def which_of_two(moment: datetime, clock: ZoneInfo) -> Which | None:
    """Which of two equal hours this moment is, None when its hour comes once."""
    local = moment.astimezone(clock)
    first, second = local.replace(fold=0), local.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return None
    return Which.SECOND if local.fold else Which.FIRST


def same_hour_on(moment: datetime, day: date, clock: ZoneInfo) -> datetime:
    """The same hour of the shop's clock on another day; a skipped hour becomes the next one that exists."""
    at = moment.astimezone(clock).time().replace(fold=0)
    try:
        return moment_on(day, at, clock, which=Which.FIRST)
    except NoSuchHour:
        return datetime.combine(day, at, clock).astimezone(UTC)
