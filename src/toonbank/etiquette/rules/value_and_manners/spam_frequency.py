"""The account posts too often on one day, or too soon after its last post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.past import by_day, by_network, is_answer, shop_zone
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_day, say_network

if TYPE_CHECKING:
    from toonbank.etiquette.background import Published

OPENS, CLOSES = time(9), time(21)  # between these hours a post is moved to


def posts_too_often(hearing: Hearing) -> Iterator[Trouble]:
    """Per network and day of the shop's clock: more than its number, or a gap that is too short. Answers do not count.

    A draft that has a moment to go out is a plan, and is counted with the rest of its day.
    """
    facts, draft = hearing.look.facts, hearing.look.draft
    if not facts.archive or (draft.kind == "post" and facts.publish_at is None):
        return
    if draft.kind == "post":
        yield from _of_the_plan(hearing, facts.archive)
        return
    posts = [one for one in facts.archive if one.at is not None and not is_answer(one)]
    for network, of_channel in by_network(posts, draft.network).items():
        for account in _accounts(of_channel):
            yield from _of_a_place(hearing, network, by_day(account, shop_zone(facts)))


def _accounts(posts: Sequence[Published]) -> list[list[Published]]:
    """The posts of each place on a network apart; those without one belong together."""
    places: dict[str, list[Published]] = {}
    for one in posts:
        places.setdefault(one.account or "", []).append(one)
    return list(places.values())


def _of_the_plan(hearing: Hearing, posts: Sequence[Published]) -> Iterator[Trouble]:
    facts, network = hearing.look.facts, (hearing.look.draft.network or "").lower()
    moment = facts.publish_at
    if moment is None or not network:
        return
    own = moment.astimezone(shop_zone(facts))
    beside = [one for one in posts if (one.network or "").lower() == network and not is_answer(one)]
    days = by_day(beside, own.tzinfo or shop_zone(facts))
    days[_day(own)] = sorted([*days.get(_day(own), []), own])
    yield from _of_a_place(hearing, network, days, own)


def _of_a_place(
    hearing: Hearing, network: str, days: dict[str, list[datetime]], own: datetime | None = None
) -> Iterator[Trouble]:
    """Of each day, or of the day of `own` alone: too many, else the first that comes too soon; the night before counts along."""
    known = hearing.look.facts.thresholds
    room = _Room(
        sorted(moment for moments in days.values() for moment in moments),
        known.posts_per_day.get(network, known.posts_per_day_elsewhere),
        timedelta(minutes=known.gap_minutes.get(network, known.gap_minutes_elsewhere)),
    )
    close = [(one, other) for one, other in pairwise(room.taken) if other - one < room.gap]
    for day, moments in days.items():
        if len(moments) > room.most:
            if own is None or _day(own) == day:
                yield _too_many(hearing, network, moments, room)
            continue
        pairs = (pair for pair in close if _day(pair[1]) == day and (own is None or own in pair))
        yield from (_too_soon(hearing, network, pair, room) for pair in islice(pairs, 1))


def _too_many(hearing: Hearing, network: str, moments: Sequence[datetime], room: _Room) -> Trouble:
    where, day = _where(hearing, network), say_day(moments[0], hearing.lang)
    message = hearing.say(
        f"{len(moments)} berichten op {where} op {day}; {room.most} is genoeg.",
        f"{len(moments)} posts on {where} on {day}; {room.most} is enough.",
    )
    is_far_over = len(moments) > hearing.look.facts.thresholds.hard_cap_times * room.most
    return Trouble(
        message, fix=_move(hearing, moments[-1], room), severity=Severity.BLOCK if is_far_over else None
    )


def _too_soon(hearing: Hearing, network: str, pair: tuple[datetime, datetime], room: _Room) -> Trouble:
    where, (one, other) = _where(hearing, network), pair
    day, clock, next_clock = say_day(one, hearing.lang), f"{one:%H:%M}", f"{other:%H:%M}"
    if one.date() != other.date():
        night = say_day(other, hearing.lang)
        message = hearing.say(
            f"Op {where} zit er te weinig tijd tussen {day} {clock} en {night} {next_clock} uur.",
            f"On {where} there is too little time between {clock} on {day} and {next_clock} on {night}.",
        )
    elif clock == next_clock:
        message = hearing.say(
            f"Op {where} op {day} gaan om {clock} uur twee berichten tegelijk uit.",
            f"On {where} on {day} two posts go out at once, at {clock}.",
        )
    else:
        message = hearing.say(
            f"Op {where} op {day} zit er te weinig tijd tussen {clock} en {next_clock} uur.",
            f"On {where} on {day} there is too little time between {clock} and {next_clock}.",
        )
    return Trouble(message, fix=_move(hearing, other, room))


def _where(hearing: Hearing, network: str) -> str:
    return say_network(network) if network else hearing.say("één netwerk", "one network")


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _move(hearing: Hearing, moment: datetime, room: _Room) -> str:
    later = room.after(moment)
    return hearing.say(
        f"Verplaats naar {say_day(later, 'nl')} om {later:%H:%M}.",
        f"Move to {say_day(later, 'en')} at {later:%H:%M}.",
    )


class _Room(NamedTuple):
    """What is taken on one place, from early to late, how many a day may have, and the time between two."""

    taken: Sequence[datetime]
    most: int
    gap: timedelta

    def after(self, moment: datetime) -> datetime:
        """The first quiet moment, by day, to which the post of this moment could move."""
        others = [one for one in self.taken if one is not moment]
        later = moment + self.gap
        while True:
            full = sum(one.date() == later.date() for one in others) >= max(self.most, 1)
            if full or later.time() > CLOSES:
                later = datetime.combine(later.date() + timedelta(days=1), OPENS, later.tzinfo)
            elif later.time() < OPENS:
                later = datetime.combine(later.date(), OPENS, later.tzinfo)
            elif near := [one for one in others if abs(one - later) < self.gap]:
                later = max(near) + self.gap
            else:
                return later


def _archive(network: str, *clocks: str, text: str = "") -> dict[str, object]:
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "archive": [
            {"text": text or f"Bericht {number}", "at": f"2026-11-20T{clock}:00+01:00", "network": network}
            for number, clock in enumerate(clocks)
        ],
    }


_SIX = _archive("facebook", "08:00", "10:30", "13:00", "15:30", "18:00", "20:30")
_THREE = _archive("x", "10:00", "10:04", "10:09")
_HOURLY = _archive("instagram", "09:00", "10:00", "11:00", "12:00", "13:00")
_TWO = _archive("facebook", "08:30", "19:00")
_ANSWERS = _archive("facebook", "10:00", "10:02", "10:05", "10:07", text="@mevrouw_de_wit Dat klopt.")
_FOUR = _archive("mastodon", "08:00", "12:00", "16:00", "20:00")

RULE = Rule(
    slug="spam-frequency",
    title={"nl": "Te vaak", "en": "Too often"},
    why={
        "nl": "Wie elk uur roept, wordt niet gehoord. Volgers haken af, en netwerken zien het als spam.",
        "en": "Who calls out every hour is not heard. Followers leave, and networks take it for spam.",
    },
    source=("S1.6.7",),
    base="Spam policies of the networks; the numbers are defaults of ours, not law",
    severity=Severity.WARN,
    fix={"nl": "Verplaats naar een rustiger moment.", "en": "Move to a quieter moment."},
    wrong=(
        Example("Zes Facebookberichten op een dag.", _SIX, kind="account"),
        Example("Drie posts in tien minuten.", _THREE, kind="account"),
        Example("Elk uur een ander product.", _HOURLY, kind="account"),
        Example("Six Facebook posts in a day.", _SIX, "en", "account"),
        Example("Three posts in ten minutes.", _THREE, "en", "account"),
        Example("Another product every hour.", _HOURLY, "en", "account"),
    ),
    right=(
        Example("Een bericht in de ochtend, een in de avond.", _TWO, kind="account"),
        Example("Antwoorden onder een bericht tellen niet.", _ANSWERS, kind="account"),
        Example("Vier toots verspreid over de dag.", _FOUR, kind="account"),
        Example("One post in the morning, one at night.", _TWO, "en", "account"),
        Example("Answers under a post do not count.", _ANSWERS, "en", "account"),
        Example("Four toots across the day.", _FOUR, "en", "account"),
    ),
    check=posts_too_often,
    needs=("archive",),
    applies_to=("account", "post"),
    misses={
        "nl": "Een concept zonder moment van uitgaan telt niet mee. Verhalen die na een dag "
        "verdwijnen staan vaak niet in het archief.",
        "en": "A draft without a moment to go out is not counted. Stories that are gone after a day "
        "are often not in the archive.",
    },
)
