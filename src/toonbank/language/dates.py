"""Until when something is said to last, in Dutch and English, relative to a given moment."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from toonbank.language.clocks import Clock, clocks_in
from toonbank.language.days import Day, Precision, days_in
from toonbank.language.late import late
from toonbank.language.numbers import Number, numbers
from toonbank.language.reading import Reading, Sentence

_ENDING = r"eindigen|eindigt|stopt|sluit|ends?|ending|closes|stops|expires"
_CUE = late(
    r"(?<!\w)(?P<word>t/m|tot\s+en\s+met|tot\s+uiterlijk|tot\s+aan|tot|uiterlijk(?:\s+(?:op|om))?"
    r"|up\s+to\s+and\s+including|until|untill|['’]?til|till|through|thru|by|before|voor|vóór"
    rf"|(?:{_ENDING})(?:\s+(?:op|om|on|at))?)\s+(?:de\s+|het\s+|the\s+)?$"
)
_ONLY = late(
    r"(?<!\w)(?P<word>alleen|enkel|slechts|only|just|laatste\s+kans:?|last\s+chance:?)\s+(?:(?:op|on|nog)\s+)?$"
)
_AT = late(r"(?<!\w)(?P<word>om|at)\s+$")
_SINCE = late(
    r"(?<!\w)(?:vanaf|sinds|van|from|since|starting|na|after|over|weer|again)\s+(?:(?:op|on|de|the)\s+)?$"
)
_OPEN_FROM = late(r"(?<!\w)(?:van|from|tussen|between)\s+\S{1,6}(?:\s+uur)?\s+$")
_THEN_IT_ENDS = late(
    rf"[\s,]{{1,3}}(?:is\s+het\s+(?:over|voorbij|klaar|afgelopen)|{_ENDING}|it['’]?s\s+(?:over|gone)|it\s+(?:ends|stops)"
    r"|only\b|alleen\b|voorbij)"
)
_BETWEEN = late(r"[\s,]{0,3}(?:(?:om|at|tot|until|till|by|voor|uiterlijk|on|op)\s{1,3}){0,2}")
_STRICT = ("voor", "vóór", "before")
_LEFT = late(r"\s+(?:left|to\s+go|remaining|only|te\s+gaan|nog)\b")
_COUNTING = late(
    r"(?<!\w)(?:(?:nog\s+)?(?:maar|slechts)|nog|only|just|laatste|last|final|ends\s+in|eindigt\s+over|voor\s+slechts)\s+"
    r"(?:de\s+|the\s+)?$"
)
_NO_COUNTDOWN = late(
    r"\s+(?:tot|until|till|to(?!\s+go)|voor|before|lopen|rijden|drogen|walk|away|old|oud|open)\b"
)
_MINUTE, _HOUR, _DAY, _WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=7)
_UNITS = {
    word: unit
    for unit, words in (
        (_MINUTE, ("minuut", "minuten", "minute", "minutes", "min", "mins")),
        (_HOUR, ("uur", "uren", "uurtje", "uurtjes", "hour", "hours", "hr", "hrs")),
        (_DAY, ("dag", "dagen", "dagje", "dagjes", "day", "days")),
        (_WEEK, ("week", "weken", "weekje", "weekjes", "weeks")),
    )
    for word in words
}
_FARTHEST = timedelta(days=3660)
_WINDOW = 40


class Deadline(NamedTuple):
    """A moment until which something lasts; `at` is the last second that is meant, in the zone of `now`."""

    at: datetime
    start: int
    end: int
    precision: Precision
    words: str


def deadlines(part: Reading | Sentence, now: datetime) -> tuple[Deadline, ...]:
    """All deadlines of a reading or a sentence, in order.

    `now` is aware and in the shop's zone. "t/m zondag" and "tot zondag" last until the last second of the next
    Sunday, today included; "voor zondag" until the last second of Saturday; "voor dinsdag 17 uur" until that hour.
    A bare date, "vandaag", "morgen" or "dit weekend" counts as well; a bare weekday or hour does not, and nothing
    after "vanaf" or "since" does. "nog 3 uur" is three real hours, also across a clock change; "nog 2 dagen" lasts
    until the end of the second day after today. Missed: hours in words ("vijf uur"), "over een week", moveable feasts.
    """
    sentences = part.sentences if isinstance(part, Reading) else (part,)
    return tuple(deadline for sentence in sentences for deadline in _in_sentence(sentence, now))


def _in_sentence(sentence: Sentence, now: datetime) -> list[Deadline]:
    folded, low, high = sentence.reading.folded, sentence.start, sentence.end
    days = list(days_in(folded, low, high, today=now.date(), language=sentence.language))
    is_evening = any(
        "avond" in folded[day.start : day.end] or "night" in folded[day.start : day.end] for day in days
    )
    clocks = list(clocks_in(folded, low, high, is_evening=is_evening))
    found = [*_countdowns(sentence, now)]
    for day, clock in _joined(folded, days, clocks):
        found += _deadline(sentence, day, clock, now)
    found.sort(key=lambda deadline: (deadline.start, -deadline.end))
    kept: list[Deadline] = []
    for deadline in found:
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept


def _joined(folded: str, days: list[Day], clocks: list[Clock]) -> Iterator[tuple[Day | None, Clock | None]]:
    """Days and times in order; those that stand side by side ("Friday 6 pm", "6 pm on Friday") as one."""
    points: list[Day | Clock] = sorted([*days, *clocks], key=lambda point: point.start)
    place = 0
    while place < len(points):
        point, after = points[place], points[place + 1] if place + 1 < len(points) else None
        if after is not None and type(after) is not type(point) and _touch(folded, point, after):
            yield (
                (point, after)
                if isinstance(point, Day) and isinstance(after, Clock)
                else _turned(after, point)
            )
            place += 2
            continue
        yield (point, None) if isinstance(point, Day) else (None, point)
        place += 1


def _turned(first: Day | Clock, second: Day | Clock) -> tuple[Day | None, Clock | None]:
    return (first if isinstance(first, Day) else None), (second if isinstance(second, Clock) else None)


def _touch(folded: str, point: Day | Clock, after: Day | Clock) -> bool:
    between = _BETWEEN.match(folded, point.end, after.start)
    return between is not None and between.end() == after.start


def _deadline(sentence: Sentence, day: Day | None, clock: Clock | None, now: datetime) -> Iterator[Deadline]:
    folded = sentence.reading.folded
    points = [point for point in (day, clock) if point is not None]
    start, end = min(point.start for point in points), max(point.end for point in points)
    before = folded[max(sentence.start, start - _WINDOW) : start]
    cue = _CUE.search(before) or (_ONLY.search(before) if day else None)
    if cue is None and clock is not None and clock.time.second:
        cue = _AT.search(before)
    if not _counts(folded, before, end, day=day, clock=clock, cue=cue):
        return
    start -= len(before) - cue.start() if cue else 0
    at = _moment(day, clock, now, is_strict=cue is not None and cue["word"] in _STRICT)
    precision: Precision = "minute" if clock else day.precision if day else "day"
    yield Deadline(at, start, end, precision, sentence.reading.text[start:end])


def _counts(  # the four things that decide, by name
    folded: str, before: str, end: int, *, day: Day | None, clock: Clock | None, cue: re.Match[str] | None
) -> bool:
    if day is None:
        return cue is not None and _OPEN_FROM.search(before[: cue.start()]) is None
    if cue is not None:
        return True
    if _SINCE.search(before) is not None:
        return False
    has_inner_cue = clock is not None and _CUE.search(folded[day.start : clock.start]) is not None
    return not day.needs_cue or has_inner_cue or _THEN_IT_ENDS.match(folded, end) is not None


def _moment(day: Day | None, clock: Clock | None, now: datetime, *, is_strict: bool) -> datetime:
    on = day.date if day else now.date()
    if clock is not None:
        return datetime.combine(on, clock.time, now.tzinfo)
    return datetime.combine(on - _DAY if is_strict else on, time(23, 59, 59), now.tzinfo)


def _countdowns(sentence: Sentence, now: datetime) -> Iterator[Deadline]:
    """What is counted down: "nog 3 uur", "2 days left"."""
    folded = sentence.reading.folded
    for number in numbers(sentence):
        unit = _UNITS.get(number.noun)
        if unit is None or not 0 < number.value < 10_000:
            continue
        end = folded.find(number.noun, number.end) + len(number.noun)
        before = folded[max(sentence.start, number.start - _WINDOW) : number.start]
        counting = _COUNTING.search(before)
        if _NO_COUNTDOWN.match(folded, end) or not (counting or _LEFT.match(folded, end)):
            continue
        start = number.start - (len(before) - counting.start() if counting else 0)
        yield from _after(number, unit, now, start=start, end=end, words=sentence.reading.text[start:end])


def _after(
    number: Number, unit: timedelta, now: datetime, *, start: int, end: int, words: str
) -> Iterator[Deadline]:
    wait = unit * float(number.value)
    if wait > _FARTHEST:
        return
    if unit < _DAY:
        at = (now.astimezone(UTC) + wait).astimezone(now.tzinfo)
        yield Deadline(at, start, end, "hours", words)
    else:
        at = datetime.combine(now.date() + wait, time(23, 59, 59), now.tzinfo)
        yield Deadline(at, start, end, "day", words)
