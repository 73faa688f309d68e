"""Until when one may snooze: the moments that a shop offers, by its own hours. Pure but for the words."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.core.errors import BadInput
from toonbank.core.hours import OpeningHours
from toonbank.posts.shopclock import Which, moment_on

A_WHILE = timedelta(hours=2)
MORNING = time(9)
NAMES: dict[str, str | Promise] = {
    "hours": gettext_lazy("in 2 open hours"),
    "tomorrow": gettext_lazy("tomorrow morning"),
    "monday": gettext_lazy("Monday"),
}
A_WEEK = 7
"""From so many days on the name of a day may be that of today, so the date stands beside it."""


@dataclass(frozen=True)
class Choice:
    """One button: its name in the form, what it says, and the moment it means."""

    name: str
    word: str
    until: datetime


def choices(hours: OpeningHours, now: datetime) -> list[Choice]:
    """The moments to choose from, soonest first and each once; none is further away than the shop's next open Monday."""
    found: dict[datetime, Choice] = {}
    for name, word in NAMES.items():
        until = moment_of(name, hours, now)
        local = until.astimezone(hours.zone)
        is_far = (local.date() - now.astimezone(hours.zone).date()).days >= A_WEEK
        said = _("next Monday") if is_far and name == "monday" else word
        when = date_format(local, "D " + (_("j M, H:i") if is_far else "H:i"))
        found.setdefault(until, Choice(name, f"{said} ({when})", until))
    return sorted(found.values(), key=lambda one: one.until)


def moment_of(name: str, hours: OpeningHours, now: datetime) -> datetime:
    """The moment that this button means. A shop that is never open has mornings too. BadInput for another name."""
    if name == "hours":
        return hours.add(now, A_WHILE) or now + A_WHILE
    local = now.astimezone(hours.zone)
    if name == "tomorrow":
        days = 1
    elif name == "monday":
        days = 7 - local.weekday()
    else:
        raise BadInput(_("Choose until when."))
    day = local.date() + timedelta(days=days)
    midnight = datetime.combine(day, time(0), hours.zone).astimezone(UTC)
    return hours.opens_next(midnight) or datetime.combine(day, MORNING, hours.zone).astimezone(UTC)


def moment_written(written: str, hours: OpeningHours) -> datetime:
    """A moment on the shop's clock, as a browser writes it; BadInput for anything else."""
    try:
        moment = parse_datetime(written)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None:
        raise BadInput(_("Choose a day and an hour."))
    return moment_on(moment.date(), moment.time(), hours.zone, which=Which.FIRST)
