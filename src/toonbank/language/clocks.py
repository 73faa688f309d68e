"""Times of day as shopkeepers name them: "17 uur", "17:00", "6 pm", "middernacht"."""

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from toonbank.language.late import late


class Clock(NamedTuple):
    """A time of day that a text names; midnight is the last second of the day."""

    time: time
    start: int
    end: int


_CLOCK = late(
    r"(?<![\w/-])(?<!\d[.,:])(?:(?P<night>middernacht|midnight)|(?P<noon>noon)"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<unit>uur|u|h|am|pm|a\.m\.?|p\.m\.?|o['’]clock)(?!\w)"
    r"|(?P<plain>\d{1,2}):(?P<plain_minute>[0-5]\d)(?![\d:]))"
)
_EARLY = late(r"\s+(?:['’]s\s+(?:ochtends|morgens|nachts)|in\s+the\s+morning)")
_MIDNIGHT = time(23, 59, 59)
# A shop that says "tot 6 uur" does not mean before breakfast.
_SURELY_AFTERNOON = range(1, 8)


def clocks_in(folded: str, start: int, end: int, *, is_evening: bool) -> Iterator[Clock]:
    """The times named between two places of a text in small letters.

    Hours from 1 to 7 without "am" or "'s ochtends" are those of the afternoon; in a text about "vanavond" or
    "tonight" all hours before noon are.
    """
    for match in _CLOCK.finditer(folded, start, end):
        found = _time(match, folded, is_evening=is_evening)
        if found is not None:
            yield Clock(found, *match.span())


def _time(match: re.Match[str], folded: str, *, is_evening: bool) -> time | None:
    if match["night"]:
        return _MIDNIGHT
    if match["noon"]:
        return time(12)
    hour, minute = int(match["hour"] or match["plain"]), int(match["minute"] or match["plain_minute"] or 0)
    unit = (match["unit"] or "").replace(".", "")
    if unit in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if unit == "pm" else 0)
    elif not _EARLY.match(folded, match.end()) and (
        (hour in _SURELY_AFTERNOON and not match["plain"]) or (is_evening and hour < 12)
    ):
        hour += 12
    if hour == 24 and not minute:
        return _MIDNIGHT
    return time(hour, minute) if hour < 24 else None
