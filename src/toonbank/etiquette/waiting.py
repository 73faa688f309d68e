"""How long customers wait: answering hours, the clock of each sort of message, and promised times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from toonbank.core.deadlines import CALM, ROUND_THE_CLOCK
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.late import late
from toonbank.etiquette.thresholds import Thresholds

if TYPE_CHECKING:
    from toonbank.etiquette.background import Thread, ThreadSeen

LONG = timedelta(days=60)  # who waited longer than this need not be timed to the hour
PROMISE = late(
    r"\b(?:voor|om|uiterlijk|tegen|before|by|at)\s(?P<hour>\d{1,2}|één|twee|drie|vier|vijf|zes|twaalf|vieren|vijven|zessen|drieën|noon|one|two|"
    r"three|four|five|six|twelve)(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half>uur|u|h|am|pm|o['’]clock))?\b"
)
HOURS = {
    "één": 13, "one": 13, "twee": 14, "two": 14, "drie": 15, "three": 15, "drieën": 15, "vier": 16, "four": 16,
    "vieren": 16, "vijf": 17, "five": 17, "vijven": 17, "zes": 18, "six": 18, "zessen": 18,
    "twaalf": 12, "twelve": 12, "noon": 12,
}  # fmt: skip
AFTERNOON = 8  # "before 3" said by a shop is in the afternoon


def clock_of(label: str, limits: Thresholds) -> timedelta | None:
    """How soon a complaint of this label must have an answer; None when it is no complaint."""
    minutes = limits.complaint_clock_minutes.get(_plain(label))
    return None if minutes is None else timedelta(minutes=minutes)


def _plain(label: str) -> str:
    return label.strip().lower().replace("_", "-")


def zone_of(facts: Facts) -> tzinfo | None:
    """The shop's own zone, else that of the facts' clock."""
    if facts.shop is not None and facts.shop.zone:
        from zoneinfo import ZoneInfo  # only here: it is slow to import

        return ZoneInfo(facts.shop.zone)
    return facts.moment.tzinfo if facts.moment else None


def open_time(start: datetime, end: datetime, facts: Facts) -> timedelta:
    """The time between two moments in which somebody could answer: by the shop's own week where that is known, with its holidays,
    else by the answering hours of its measures."""
    hours = facts.hours
    if hours is None or not hours.is_ever_open:
        return in_answering_hours(start, end, zone_of(facts), facts.thresholds)
    return end - start if end - start > LONG else hours.between(start, end)


def in_answering_hours(start: datetime, end: datetime, zone: tzinfo | None, limits: Thresholds) -> timedelta:
    """The time between two moments that falls in answering hours on the shop's clock; on that of the first moment where the shop's
    is not known."""
    zone = zone or start.tzinfo
    start, end = start.astimezone(zone), end.astimezone(zone)
    if end - start > LONG:
        return end - start
    waited = timedelta()
    day = start.date()
    while day <= end.date():
        if day.weekday() < limits.answering_weekdays:
            opens = _at(day, limits.answering_from_hour, zone)
            shuts = _at(day, limits.answering_until_hour, zone)
            waited += max(timedelta(), min(end, shuts) - max(start, opens))
        day += timedelta(days=1)
    return waited


def _at(day: date, hour: float, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone) + timedelta(hours=hour)


def is_past_clock(seen: ThreadSeen, now: datetime, facts: Facts) -> bool:
    """Whether a complaint still waits for its first answer after its clock ran out."""
    if seen.received_at is None or seen.answered_at is not None or seen.received_at > now:
        return False
    if clock_of(seen.label, facts.thresholds) is None:
        return False
    open_for = open_time(seen.received_at, now, facts)
    return is_late(seen.label, now - seen.received_at, open_for, facts.thresholds)


def is_late(label: str, waited: timedelta, open_for: timedelta, limits: Thresholds) -> bool:
    """Whether a complaint that waited so long, of which so long in opening hours, is past its clock; never when it is none.

    As at the counter: danger by all hours, the others by open ones, and none longer than "always within" (see core.deadlines).
    """
    clock = clock_of(label, limits)
    if clock is None:
        return False
    counted = waited if _plain(label) in ROUND_THE_CLOCK else open_for
    return counted > clock or waited > timedelta(hours=limits.first_answer_always_hours)


def held_against_always(label: str, start: datetime, end: datetime, facts: Facts) -> timedelta:
    """What of a wait is held against "always within": all of it, closed hours too; only what is calm does not wait on days on
    which the shop does not open. A shop that never opens has nothing else to be measured by."""
    never_opens = facts.hours is not None and not facts.hours.is_ever_open
    if never_opens or _plain(label) not in CALM or end - start > LONG:
        return end - start
    zone = facts.hours.zone if facts.hours is not None else zone_of(facts) or start.tzinfo
    start, end = start.astimezone(zone), end.astimezone(zone)
    shut, day = timedelta(), start.date()
    while day <= end.date():
        if _is_shut(day, facts):
            shut += min(end, _at(day, 24, zone)) - max(start, _at(day, 0, zone))
        day += timedelta(days=1)
    return end - start - shut


def _is_shut(day: date, facts: Facts) -> bool:
    """Whether the shop does not open at all on this day."""
    if facts.hours is None:
        return day.weekday() >= facts.thresholds.answering_weekdays
    return facts.hours.is_closed_on(day) or not facts.hours.week[day.weekday()]


def middle(spans: Sequence[timedelta]) -> timedelta:
    """The median."""
    ordered = sorted(spans)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def nine_in_ten(spans: Sequence[timedelta]) -> timedelta:
    """The smallest time within which at least nine in ten were answered."""
    ordered = sorted(spans)
    return ordered[-(-9 * len(ordered) // 10) - 1]


def missed_promises(thread: Thread | None, now: datetime | None) -> Iterator[datetime]:
    """The times that the shop said it would be back at in this thread, and was silent."""
    messages = thread.messages if thread else ()
    for place, message in enumerate(messages):
        if message.sender != "shop" or message.at is None:
            continue
        promised = promised_in(message.text, message.at)
        if promised is None or now is None or now <= promised:
            continue
        later = (one.at for one in messages[place + 1 :] if one.sender == "shop" and one.at is not None)
        if not any(at <= promised for at in later):
            yield promised


def promised_in(text: str, said_at: datetime) -> datetime | None:
    """The moment that "before 3 pm" means in a message of `said_at`; None when it names none that is still to come."""
    found = PROMISE.search(text.lower())
    if found is None:
        return None
    hour = HOURS.get(found["hour"])
    if hour is None:
        hour = _hour(int(found["hour"]), found)
    if hour > 23:
        return None
    promised = datetime.combine(said_at.date(), time(hour, int(found["minute"] or 0)), tzinfo=said_at.tzinfo)
    return promised if promised > said_at else None


def _hour(hour: int, found: re.Match[str]) -> int:
    is_afternoon = found["half"] == "pm" or (found["half"] != "am" and hour < AFTERNOON)
    return hour + 12 if is_afternoon and hour < 12 else hour
