"""Hours and days as a shopkeeper types them: "9:00-12:30, 13:30-17:30", "27-12-2026 t/m 2-1-2027 vakantie"."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput
from toonbank.core.hours import Stretch
from toonbank.shops.opening_hours import MOST_CLOSED, ClosedDays

MOST_STRETCHES = 4
NIGHT_ENDS = time(8)
LONGEST_AWAY = timedelta(days=366)
LONGEST_REASON = 80

SHUT = re.compile(r"dicht|gesloten|closed|-|–|", re.IGNORECASE)
BETWEEN_STRETCHES = re.compile(r"\s*(?:[,;/&+\n]|\ben\b|\band\b)\s*", re.IGNORECASE)
A_TIME = r"(\d{1,2})(?:[:.u](\d{2})?)?(?:\s*(?:uur|u|h))?"
A_STRETCH = re.compile(rf"{A_TIME}\s*(?:-|–|—|tot|to|till|until)\s*{A_TIME}", re.IGNORECASE)
A_DAY = r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
UNTIL = r"(?:t/m|tot en met|tot|until|through|to|–|—|-)"
A_HOLIDAY = re.compile(rf"{A_DAY}(?:\s*{UNTIL}\s*{A_DAY})?\s*[:,]?\s*(.*)", re.IGNORECASE)


def read_stretches(typed: str) -> tuple[Stretch, ...]:
    """The stretches of one day; none when it is empty or says closed. BadInput says what is not understood, and how to write it."""
    text = " ".join(typed.split())
    if SHUT.fullmatch(text):
        return ()
    parts = [part for part in BETWEEN_STRETCHES.split(text) if part]
    if len(parts) > MOST_STRETCHES:
        raise BadInput(_("That is more than %(most)d times a day.") % {"most": MOST_STRETCHES})
    stretches = sorted(_stretch(part) for part in parts)
    for one, other in pairwise(stretches):
        if one.closes <= one.opens or one.closes > other.opens:
            raise BadInput(
                _("%(one)s and %(other)s overlap. Make one of them, or change a time.")
                % {"one": write_stretch(one), "other": write_stretch(other)}
            )
    return tuple(stretches)


def _stretch(part: str) -> Stretch:
    found = A_STRETCH.fullmatch(part)
    if found is None:
        raise BadInput(
            _("‘%(typed)s’ is not understood. Write 9:00-18:00, or with a break 9:00-12:30, 13:30-17:30.")
            % {"typed": part[:40]}
        )
    opens, closes = _time(found[1], found[2]), _time(found[3], found[4])
    if opens == closes and opens != time(0):
        raise BadInput(
            _("%(time)s is both opening and closing. Write 0:00-24:00 for the whole day.")
            % {"time": write_time(opens)}
        )
    if closes < opens and closes > NIGHT_ENDS:
        raise BadInput(
            _("‘%(typed)s’ ends before it begins. A night, such as 20:00-2:00, ends by %(end)s.")
            % {"typed": part[:40], "end": write_time(NIGHT_ENDS)}
        )
    return Stretch(opens, closes)


def _time(hours: str, minutes: str | None) -> time:
    hour, minute = int(hours), int(minutes or 0)
    if (hour, minute) == (24, 0):
        return time(0)
    if hour > 23 or minute > 59:
        raise BadInput(
            _("The clock has no %(time)s. Write 9:00-18:00.") % {"time": f"{hours}:{minutes or '00'}"}
        )
    return time(hour, minute)


def write_stretches(stretches: Sequence[Stretch]) -> str:
    """As it stands in the field; reading it gives the same again."""
    return ", ".join(write_stretch(one) for one in sorted(stretches))


def write_stretch(one: Stretch) -> str:
    """One stretch: 9:00-18:00."""
    closes = "24:00" if one.closes == time(0) else write_time(one.closes)
    return f"{write_time(one.opens)}-{closes}"


def write_time(at: time) -> str:
    """A time as on a door: 9:00."""
    return f"{at.hour}:{at:%M}"


def read_closed_days(typed: str) -> tuple[ClosedDays, ...]:
    """A day or some days in a row on each line, with a reason when one likes. BadInput says which line is not understood."""
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    found = tuple(sorted({_closed(line) for line in lines if line}))
    if len(found) > MOST_CLOSED:
        raise BadInput(_("That is more than %(most)d lines.") % {"most": MOST_CLOSED})
    return found


def _closed(line: str) -> ClosedDays:
    found = A_HOLIDAY.fullmatch(line)
    if found is None:
        raise BadInput(
            _("‘%(typed)s’ is not understood. Begin with the day, such as 27-12-2026.") % {"typed": line[:40]}
        )
    first = _date(found[1])
    last = _date(found[2]) if found[2] else first
    if not first <= last <= first + LONGEST_AWAY:
        raise BadInput(
            _("‘%(typed)s’: the last day comes before the first, or more than a year after it.")
            % {"typed": line[:40]}
        )
    return ClosedDays(first, last, found[3][:LONGEST_REASON])


def _date(typed: str) -> date:
    parts = [int(part) for part in re.split(r"[-/.]", typed)]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(_("The calendar has no %(day)s.") % {"day": typed}) from None


def write_closed_days(closed: Sequence[ClosedDays]) -> str:
    """As it stands in the field; reading it gives the same again."""
    return "\n".join(write_closed(one) for one in sorted(closed))


def write_closed(one: ClosedDays) -> str:
    """One line: 27-12-2026, or 27-12-2026 t/m 2-1-2027, and the reason."""
    days = _day(one.first) if one.first == one.last else f"{_day(one.first)} – {_day(one.last)}"
    return f"{days} {one.why}".rstrip()


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
