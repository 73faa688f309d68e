"""Days as shopkeepers name them: "zondag", "3 december", "29-11", "dit weekend", "eind van de maand"."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from toonbank.language.literals import needs_of
from toonbank.language.plan import ANY_DIGIT

Precision = Literal["minute", "hours", "day", "weekend", "month"]


class Day(NamedTuple):
    """A day that a text names. `needs_cue`: a weekday alone is a deadline only beside a word such as "tot"."""

    date: date
    start: int
    end: int
    precision: Precision = "day"
    needs_cue: bool = False


def _numbered(rows: str, *, first: int) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows.split("/"), start=first) for word in row.split()}


_WEEKDAYS = _numbered(
    "maandag monday/dinsdag tuesday tues tue/woensdag wednesday wed/donderdag thursday thurs thu/vrijdag friday fri"
    "/zaterdag saturday sat/zondag sunday",
    first=0,
)
_MONTHS = _numbered(
    "januari january jan/februari february feb/maart march mrt mar/april apr/mei may/juni june jun/juli july jul"
    "/augustus august aug/september sept sep/oktober october okt oct/november nov/december dec",
    first=1,
)
_FEASTS = {
    "sinterklaas": (12, 5),
    "pakjesavond": (12, 5),
    "kerstavond": (12, 24),
    "christmas eve": (12, 24),
    "kerstmis": (12, 25),
    "kerst": (12, 25),
    "christmas": (12, 25),
    "oudjaarsdag": (12, 31),
    "new year's eve": (12, 31),
    "valentijnsdag": (2, 14),
    "koningsdag": (4, 27),
}
_DIGIT = re.compile(r"\d")
_LONG_PAST = timedelta(days=180)


def _any(words: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY, _MONTH = _any(_WEEKDAYS), _any(_MONTHS)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    """A date; without a year the one nearest ahead, or just gone (a deadline may have passed)."""
    try:
        if year:
            number = int(year.strip("'’"))
            return date(number if number > 99 else 2000 + number, month, day)
        found = date(today.year, month, day)
        return date(today.year + 1, month, day) if today - found > _LONG_PAST else found
    except ValueError:
        return None


def _iso(match: re.Match[str], today: date, language: str) -> date | None:
    return _dated(int(match[3]), int(match[2]), match[1], today)


def _in_figures(match: re.Match[str], today: date, language: str) -> date | None:
    """29-11 and 29/11; where only the American order makes a date ("11/29"), that one."""
    day, month = int(match[1]), int(match[2])
    if month > 12 >= day and language == "en":
        day, month = month, day
    return _dated(day, month, match[3], today)


def _day_month(match: re.Match[str], today: date, language: str) -> date | None:
    return _dated(int(match[1]), _MONTHS[match[2]], match[3], today)


def _month_day(match: re.Match[str], today: date, language: str) -> date | None:
    return _dated(int(match[2]), _MONTHS[match[1]], match[3], today)


def _weekday(match: re.Match[str], today: date, language: str) -> date | None:
    """The first such day, today included; "komende zondag" said on a Sunday is the next one."""
    ahead = (_WEEKDAYS[match["weekday"]] - today.weekday()) % 7
    if match["week"] or match["later"]:
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + _WEEKDAYS[match["weekday"]])
    return today + timedelta(days=ahead or (7 if match["coming"] else 0))


def _today(match: re.Match[str], today: date, language: str) -> date | None:
    return today


def _tomorrow(match: re.Match[str], today: date, language: str) -> date | None:
    return today + timedelta(days=1)


def _day_after(match: re.Match[str], today: date, language: str) -> date | None:
    return today + timedelta(days=2)


def _sunday(match: re.Match[str], today: date, language: str) -> date | None:
    return today + timedelta(days=6 - today.weekday())


def _month_end(match: re.Match[str], today: date, language: str) -> date | None:
    return _last_day(today.year, today.month)


def _named_month_end(match: re.Match[str], today: date, language: str) -> date | None:
    begin = _dated(1, _MONTHS[match[1]], None, today)
    return _last_day(begin.year, begin.month) if begin else None


def _year_end(match: re.Match[str], today: date, language: str) -> date | None:
    return date(today.year, 12, 31)


def _feast(match: re.Match[str], today: date, language: str) -> date | None:
    month, day = _FEASTS[" ".join(match[0].replace("’", "'").split())]
    return _dated(day, month, None, today)


def _black_friday(match: re.Match[str], today: date, language: str) -> date | None:
    """The day after the fourth Thursday of November."""
    first = date(today.year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 22)


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


_Reader = Callable[[re.Match[str], date, str], date | None]
_SHAPES: tuple[tuple[str, _Reader, Precision, bool], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", _iso, "day", False),
    (r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|['’]?\d{2}))?", _in_figures, "day", False),
    (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", _in_figures, "day", False),
    (
        rf"(?:(?:{_WEEKDAY})\.?,?\s+)?(?:the\s+)?(\d{{1,2}})(?:e|de|ste|st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b"
        r"(?:[.,]?\s+(\d{4}))?",
        _day_month,
        "day",
        False,
    ),
    (
        rf"(?:(?:{_WEEKDAY})\.?,?\s+)?({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,?\s+(\d{{4}}))?",
        _month_day,
        "day",
        False,
    ),
    (
        r"(?P<week>(?:volgende|next)\s+week\s+)?(?P<coming>(?:komende|aanstaande|coming)\s+)?"
        rf"(?P<weekday>{_WEEKDAY})(?:avond|middag|morgen|ochtend|nacht)?(?P<later>\s+(?:next|volgende)\s+week)?",
        _weekday,
        "day",
        True,
    ),
    (r"(?:laatste\s+dag|last\s+day)(?=\s*(?:[!.,:…?]|$))", _today, "day", False),
    (
        r"vandaag|vanavond|vanmiddag|vannacht|today|tonight|this\s+(?:day|evening|afternoon)",
        _today,
        "day",
        False,
    ),
    (r"morgen(?:avond|middag|ochtend)?|tomorrow", _tomorrow, "day", False),
    (r"overmorgen|the\s+day\s+after\s+tomorrow", _day_after, "day", False),
    (r"(?:dit|komend|this)\s+weekend|weekend\s+only", _sunday, "weekend", False),
    (
        r"(?:(?:het\s+)?einde?|(?:the\s+)?end)\s+(?:van|of)\s+(?:de|deze|the|this)\s+week",
        _sunday,
        "day",
        False,
    ),
    (r"(?:deze|this)\s+week", _sunday, "day", False),
    (
        r"(?:(?:(?:het\s+)?einde?|(?:the\s+)?end)\s+(?:van|of)\s+(?:de|deze|the|this)|deze|this)\s+(?:maand|month)"
        r"|month\s+end",
        _month_end,
        "month",
        False,
    ),
    (rf"(?:einde?|(?:the\s+)?end\s+of)\s+({_MONTH})", _named_month_end, "month", False),
    (
        r"(?:(?:het\s+)?einde?|(?:the\s+)?end)\s+(?:van|of)\s+(?:het|dit|the|this)\s+(?:jaar|year)",
        _year_end,
        "month",
        False,
    ),
    (r"black\s+friday", _black_friday, "day", True),
    (_any(_FEASTS).replace(" ", r"\s+").replace("'", "['’]"), _feast, "day", True),
)


@cache
def _compiled() -> tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader, Precision, bool], ...]:
    """The shapes as patterns, made when the first deadline is looked for, each with texts of which it needs one."""
    return tuple(
        (
            tuple(sorted({*need.words, *need.parts})),
            re.compile(rf"(?<![\w/])(?<![\d][.,:-])(?:{shape})(?![\w/]|[-.:]\d)"),
            reader,
            precision,
            needs_cue,
        )
        for shape, reader, precision, needs_cue in _SHAPES
        for need in needs_of(shape).all_of[:1]
    )


def days_in(folded: str, start: int, end: int, *, today: date, language: str) -> Iterator[Day]:
    """The days named between two places of a text in small letters; of overlapping ones the longest."""
    part = folded[start:end]
    has_digit = _DIGIT.search(part) is not None
    found: list[Day] = []
    for texts, shape, reader, precision, needs_cue in _compiled():
        for text in texts:
            if has_digit if text == ANY_DIGIT else text in part:
                break
        else:
            continue
        found += [
            Day(day, *match.span(), precision, needs_cue)
            for match in shape.finditer(folded, start, end)
            if (day := reader(match, today, language)) is not None
        ]
    found.sort(key=lambda day: (day.start, -day.end))
    past = start
    for named in found:
        if named.start >= past:
            past = named.end
            yield named
