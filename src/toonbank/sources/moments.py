"""Days and periods as feeds write them; what has no zone is on the shop's own clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from toonbank.sources.prices import Unreadable, cut
from toonbank.sources.seen import Words


@dataclass(frozen=True)
class Period:
    """When a sale price holds; None on a side that was not given or could not be read, as `notes` tell."""

    starts: datetime | None
    ends: datetime | None
    notes: tuple[Words, ...] = ()


def read_period(text: str, zone: tzinfo) -> Period:
    """ "2026-11-20T09:00+0100/2026-11-30" as aware UTC; a day without a time as end lasts until that day is over."""
    first, slash, last = text.partition("/")
    if not slash:
        return Period(None, None, (_no_period(text),))
    notes: list[Words] = []
    starts = _read_half(first, zone, notes, lasts=False)
    ends = _read_half(last, zone, notes, lasts=True)
    if starts and ends and ends < starts:
        return Period(None, None, (_backwards(text),))
    return Period(starts, ends, tuple(notes))


def read_day(text: str) -> date:
    """The day of "2026-12-01" or "2026-12-01T09:00"; raises Unreadable."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise Unreadable(
            nl=f"de datum {cut(text)} is onleesbaar; bedoeld is iets als 2026-12-01",
            en=f"the date {cut(text)} cannot be read; expected is something like 2026-12-01",
        ) from None


def _read_half(text: str, zone: tzinfo, notes: list[Words], *, lasts: bool) -> datetime | None:
    try:
        return _moment(text.strip(), zone, lasts=lasts)
    except (ValueError, OverflowError):
        notes.append(_bad_half(text, lasts=lasts))
        return None


def _moment(text: str, zone: tzinfo, *, lasts: bool) -> datetime:
    # Some shops put a space before the zone: "2026-11-20T09:00 +0100".
    moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))
    if len(text) <= 10 and lasts:
        moment = datetime.combine(moment.date() + timedelta(days=1), time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _no_period(text: str) -> Words:
    return {
        "nl": f"de actieperiode {cut(text)} is onleesbaar; bedoeld is begin/eind, zoals 2026-11-20/2026-11-30",
        "en": f"the sale period {cut(text)} cannot be read; expected is start/end, as in 2026-11-20/2026-11-30",
    }


def _backwards(text: str) -> Words:
    return {
        "nl": f"de actieperiode {cut(text)} eindigt voordat zij begint en telt niet mee",
        "en": f"the sale period {cut(text)} ends before it starts and is left out",
    }


def _bad_half(text: str, *, lasts: bool) -> Words:
    if lasts:
        return {
            "nl": f"het einde van de actieperiode ({cut(text)}) is onleesbaar; alleen het begin telt",
            "en": f"the end of the sale period ({cut(text)}) cannot be read; only its start counts",
        }
    return {
        "nl": f"het begin van de actieperiode ({cut(text)}) is onleesbaar; alleen het einde telt",
        "en": f"the start of the sale period ({cut(text)}) cannot be read; only its end counts",
    }
