"""Public holidays of the Netherlands and Belgium, computed for any year: a proposal of days on which a shop may be closed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SUNDAY = 6


@dataclass(frozen=True)
class Holiday:
    """One holiday: its key, how it is called in Dutch and English, where it is kept, and on what day of a year."""

    key: str
    names: Mapping[str, str]
    countries: tuple[str, ...]
    on: Callable[[int], date]


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of the paschal full moon (after J.-M. Oudin, 1940)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    since = moon - weekday
    month = 3 + (since + 40) // 44
    return date(year, month, since + 28 - 31 * (month // 4))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _kings_day(year: int) -> date:
    """27 April; a day sooner when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day


BOTH, DUTCH, BELGIAN = ("NL", "BE"), ("NL",), ("BE",)
HOLIDAYS = (
    Holiday("new-year", {"nl": "Nieuwjaarsdag", "en": "New Year's Day"}, BOTH, _fixed(1, 1)),
    Holiday("good-friday", {"nl": "Goede Vrijdag", "en": "Good Friday"}, DUTCH, _after_easter(-2)),
    Holiday("easter-sunday", {"nl": "Eerste paasdag", "en": "Easter Sunday"}, BOTH, _after_easter(0)),
    Holiday("easter-monday", {"nl": "Tweede paasdag", "en": "Easter Monday"}, BOTH, _after_easter(1)),
    Holiday("kings-day", {"nl": "Koningsdag", "en": "King's Day"}, DUTCH, _kings_day),
    Holiday("labour-day", {"nl": "Dag van de Arbeid", "en": "Labour Day"}, BELGIAN, _fixed(5, 1)),
    Holiday("liberation-day", {"nl": "Bevrijdingsdag", "en": "Liberation Day"}, DUTCH, _fixed(5, 5)),
    Holiday("ascension", {"nl": "Hemelvaartsdag", "en": "Ascension Day"}, BOTH, _after_easter(39)),
    Holiday("whit-sunday", {"nl": "Eerste pinksterdag", "en": "Whit Sunday"}, BOTH, _after_easter(49)),
    Holiday("whit-monday", {"nl": "Tweede pinksterdag", "en": "Whit Monday"}, BOTH, _after_easter(50)),
    Holiday(
        "belgian-day", {"nl": "Nationale feestdag", "en": "Belgian National Day"}, BELGIAN, _fixed(7, 21)
    ),
    Holiday(
        "assumption", {"nl": "Onze-Lieve-Vrouw-Hemelvaart", "en": "Assumption Day"}, BELGIAN, _fixed(8, 15)
    ),
    Holiday("all-saints", {"nl": "Allerheiligen", "en": "All Saints' Day"}, BELGIAN, _fixed(11, 1)),
    Holiday("armistice", {"nl": "Wapenstilstand", "en": "Armistice Day"}, BELGIAN, _fixed(11, 11)),
    Holiday("christmas", {"nl": "Eerste kerstdag", "en": "Christmas Day"}, BOTH, _fixed(12, 25)),
    Holiday("second-christmas", {"nl": "Tweede kerstdag", "en": "Boxing Day"}, BOTH, _fixed(12, 26)),
)
KEYS = frozenset(holiday.key for holiday in HOLIDAYS)


def holidays_of(country: str) -> tuple[Holiday, ...]:
    """What may be proposed to a shop in this country ("NL" or "BE"); elsewhere what both have."""
    return tuple(one for one in HOLIDAYS if country in one.countries or one.countries == BOTH)


@lru_cache(maxsize=256)
def holidays_in(year: int) -> Mapping[date, frozenset[str]]:
    """The keys of the holidays on each day of a year; two may fall together."""
    days: dict[date, set[str]] = {}
    for holiday in HOLIDAYS:
        days.setdefault(holiday.on(year), set()).add(holiday.key)
    return {day: frozenset(keys) for day, keys in days.items()}
