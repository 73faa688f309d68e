"""Customers wait too long for a first answer, or past the time that was promised."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from toonbank.etiquette.background import ThreadSeen
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.waiting import (
    held_against_always,
    middle,
    missed_promises,
    nine_in_ten,
    open_time,
)
from toonbank.etiquette.wording import say_number

FEW_BUT_ALL = 2  # as many that all waited longer than a day tell enough
HOUR = timedelta(hours=1)
MEDIAN = late(
    r"\b(?:mediaan|median|gemiddeld\w*|average)\D{0,30}(\d{1,3})(?:[.,]\d+)?\s?(?:uur|u\b|h\b|hours?)"
)
PROMISED = late(
    r"\b(?:beloofd|toegezegd|promised)\b.{0,40}\b(?:niets|niks|niet|nothing|not|no|geen|silence|stil)\b"
)
DAY = r"(maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy]"
TWO_DAYS = late(rf"\b{DAY}\w*.{{0,30}}\b(?:pas|eerst|on|only|not until|answered)\b.{{0,12}}\b{DAY}")
WEEK = (
    "maan",
    "dins",
    "woens",
    "donder",
    "vrij",
    "zater",
    "zon",
    "mon",
    "tues",
    "wednes",
    "thurs",
    "fri",
    "satur",
    "sun",
)


class Wait(NamedTuple):
    """How long somebody waited for a first answer: by the clock, in opening hours, and as it counts for "always within"."""

    whole: timedelta
    open_for: timedelta
    held: timedelta


def answers_late(hearing: Hearing) -> Iterator[Trouble]:
    """The median, the slowest tenth, and promised times; without a queue, what the report says."""
    facts = hearing.look.facts
    for promised in missed_promises(facts.thread, facts.moment):
        yield _broken(hearing, promised)
    if facts.threads is None:
        if facts.thread is None:
            yield from _reported(hearing)
        return
    yield from _slow(hearing, list(_answered(facts)))


def _answered(facts: Facts) -> Iterator[Wait]:
    """How long they waited who were answered in the last days."""
    known = [one for one in facts.threads or () if _is_whole(one)]
    now = facts.moment or max((one.answered_at for one in known if one.answered_at), default=None)
    for one in known:
        if not (one.received_at and one.answered_at and now):
            continue
        if timedelta() <= now - one.answered_at <= timedelta(days=facts.thresholds.first_answer_days):
            start, end = one.received_at, one.answered_at
            open_for, held = open_time(start, end, facts), held_against_always(one.label, start, end, facts)
            yield Wait(end - start, open_for, held)


def _is_whole(seen: ThreadSeen) -> bool:
    return (
        seen.label != "spam-abuse"
        and seen.received_at is not None
        and seen.answered_at is not None
        and seen.answered_at >= seen.received_at
    )


def _slow(hearing: Hearing, items: list[Wait]) -> Iterator[Trouble]:
    limits = hearing.look.facts.thresholds
    whole, held = [one.whole for one in items], [one.held for one in items]
    always = timedelta(hours=limits.first_answer_always_hours)
    if len(items) < limits.first_answer_items:
        if len(items) >= FEW_BUT_ALL and min(held) > always:
            yield _slowest(hearing, min(whole))
        return
    if middle([one.open_for for one in items]) > timedelta(hours=limits.first_answer_hours):
        hours = say_number(round(middle(whole) / HOUR), hearing.lang)
        yield Trouble(
            hearing.say(
                f"De helft wachtte {hours} uur of langer op een eerste antwoord.",
                f"Half of them waited {hours} hours or more for a first answer.",
            )
        )
    elif nine_in_ten(held) > always:
        yield _slowest(hearing, nine_in_ten(whole))


def _slowest(hearing: Hearing, span: timedelta) -> Trouble:
    hours = say_number(round(span / HOUR), hearing.lang)
    return Trouble(
        hearing.say(
            f"Te veel klanten wachten langer dan een dag, tot {hours} uur.",
            f"Too many customers wait more than a day, up to {hours} hours.",
        )
    )


def _broken(hearing: Hearing, promised: datetime) -> Trouble:
    return Trouble(
        hearing.say(
            f"Je zou om {promised:%H:%M} terugkomen, en er staat nog niets.",
            f"You would be back at {promised:%H:%M}, and nothing has been said yet.",
        ),
        fix=hearing.say(
            "Meld nu dat het later wordt, met een nieuwe tijd.",
            "Say now that it will be later, with a new time.",
        ),
    )


def _reported(hearing: Hearing) -> Iterator[Trouble]:
    folded = hearing.look.reading.folded
    median = MEDIAN.search(folded)
    is_slow = median is not None and int(median[1]) > hearing.look.facts.thresholds.first_answer_hours
    if is_slow or PROMISED.search(folded) or _days_apart(folded) > 1:
        yield Trouble(hearing.say("Hier wachtten klanten te lang.", "Customers waited too long here."))


def _days_apart(folded: str) -> int:
    """How many days lie between the two days that are named, 0 when none are."""
    days = TWO_DAYS.search(folded)
    if days is None:
        return 0
    first, second = WEEK.index(days[1]) % 7, WEEK.index(days[2]) % 7
    return (second - first) % 7


def _answers(*waits: tuple[str, str]) -> dict[str, object]:
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "threads": [
            {
                "label": "question",
                "received": f"2026-11-{received}:00+01:00",
                "answered": f"2026-11-{answered}:00+01:00",
            }
            for received, answered in waits
        ],
    }


_NINETEEN = _answers(*((f"{day}T13:00", f"{day + 1}T08:00") for day in (16, 17, 18, 19, 20)))
_TWO = _answers(*((f"{day}T13:00", f"{day}T15:00") for day in (16, 17, 18, 19, 20)))
_SATURDAY = _answers(*(("14T11:00", "17T10:00") for _ in range(5)))
_SAID = {"from": "shop", "text": "Ik kom voor 15 uur bij je terug.", "at": "2026-11-20T13:00:00+01:00"}
_SILENT = {
    "now": "2026-11-20T17:00:00+01:00",
    "thread": {
        "label": "complaint-implicit",
        "messages": [{"from": "customer", "text": "Waar blijft mijn jas?"}, _SAID],
    },
}
_WARNED = {
    "now": "2026-11-20T17:00:00+01:00",
    "thread": {
        "label": "complaint-implicit",
        "messages": [
            _SAID,
            {"from": "shop", "text": "Het wordt half zes.", "at": "2026-11-20T14:40:00+01:00"},
        ],
    },
}

RULE = Rule(
    slug="slow-reply",
    title={"nl": "Te lang wachten", "en": "Waiting too long"},
    why={
        "nl": "Aan de toonbank laat je niemand een dag staan. Bereikbaar zijn is de helft van helpen.",
        "en": "At the counter you leave nobody standing for a day. Being reachable is half of helping.",
    },
    source=("S1.2.6", "S2.7.9"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Zet je openingstijden in de bio of verdeel de dienst.",
        "en": "Put hours in the bio or share the shift.",
    },
    wrong=(
        Example("Mediaan 19 uur.", _NINETEEN, kind="account"),
        Example('"Voor 15 uur" beloofd, 17 uur nog niets.', _SILENT, kind="account"),
        Example("Zaterdagvragen pas dinsdag.", _SATURDAY, kind="account"),
        Example("Median 19 h.", _NINETEEN, lang="en", kind="account"),
        Example('"Before 3 pm" promised, nothing at 5.', _SILENT, lang="en", kind="account"),
        Example("Saturday questions on Tuesday.", _SATURDAY, lang="en", kind="account"),
    ),
    right=(
        Example("Mediaan 2 uur in openingstijd.", _TWO, kind="account"),
        Example("Te laat? Even melden dat het later wordt.", _WARNED, kind="account"),
        Example("Weekenddienst in de bio.", kind="account"),
        Example("Median 2 h in opening hours.", _TWO, lang="en", kind="account"),
        Example("Late? Say it will be later.", _WARNED, lang="en", kind="account"),
        Example("Weekend shift in the bio.", lang="en", kind="account"),
    ),
    check=answers_late,
    applies_to=("account",),
    misses={
        "nl": "Een eerste antwoord dat niets oplost (‘we kijken ernaar’) telt als antwoord, en hoe "
        "lang de klant daarna wacht telt niet mee. Een vraag of een compliment wacht niet op een dag waarop "
        "je dicht bent; een klacht wel. In een bestand staat niet wanneer je open bent: "
        "daar gelden de tijden van de instellingen. In het bureau zelf telt je eigen week.",
        "en": "A first answer that solves nothing (‘we will look into it’) counts as an answer, and "
        "how long the customer waits after it does not count. A question or a compliment does not wait on a "
        "day on which you are closed; a complaint does. A file does not tell when you are "
        "open: there the hours of the settings are used. In the desk itself your own week counts.",
    },
)
