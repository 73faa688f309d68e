"""The account posts too often on one day, or too soon after its last post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

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
            for moments in by_day(account, shop_zone(facts)).values():
                yield from _of_a_day(hearing, network, moments)


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
    yield from _of_a_day(hearing, network, sorted([*days.get(own.date().isoformat(), []), own]), own)


def _of_a_day(
    hearing: Hearing, network: str, moments: Sequence[datetime], own: datetime | None = None
) -> Iterator[Trouble]:
    known = hearing.look.facts.thresholds
    usual = known.posts_per_day.get(network, known.posts_per_day_elsewhere)
    gap = timedelta(minutes=known.gap_minutes.get(network, known.gap_minutes_elsewhere))
    where = say_network(network) if network else hearing.say("één netwerk", "one network")
    day = say_day(moments[0], hearing.lang)
    if len(moments) > usual:
        message = hearing.say(
            f"{len(moments)} berichten op {where} op {day}; {usual} is genoeg.",
            f"{len(moments)} posts on {where} on {day}; {usual} is enough.",
        )
        severity = Severity.BLOCK if len(moments) > known.hard_cap_times * usual else None
        yield Trouble(message, fix=_move(hearing, moments, usual, gap), severity=severity)
        return
    close = _first_too_close(moments, gap)
    if close and (own is None or own in close):
        at_once = f"{close[0]:%H:%M}" == f"{close[1]:%H:%M}"
        message = hearing.say(
            f"Op {where} op {day} gaan om {close[0]:%H:%M} uur twee berichten tegelijk uit."
            if at_once
            else f"Op {where} op {day} zit er te weinig tijd tussen {close[0]:%H:%M} en {close[1]:%H:%M} uur.",
            f"On {where} on {day} two posts go out at once, at {close[0]:%H:%M}."
            if at_once
            else f"On {where} on {day} there is too little time between {close[0]:%H:%M} and {close[1]:%H:%M}.",
        )
        yield Trouble(message, fix=_move(hearing, moments, usual, gap))


def _first_too_close(moments: Sequence[datetime], gap: timedelta) -> tuple[datetime, datetime] | None:
    return next(((one, other) for one, other in pairwise(moments) if other - one < gap), None)


def _move(hearing: Hearing, moments: Sequence[datetime], usual: int, gap: timedelta) -> str:
    """When the post that is too much could go out: later that day where the day has room, else the next morning."""
    later = moments[-1] + gap
    if len(moments) > usual or later.date() != moments[-1].date() or later.time() > CLOSES:
        later = datetime.combine(moments[-1].date() + timedelta(days=1), OPENS, moments[-1].tzinfo)
    return hearing.say(
        f"Verplaats naar {say_day(later, 'nl')} om {later:%H:%M}.",
        f"Move to {say_day(later, 'en')} at {later:%H:%M}.",
    )


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
