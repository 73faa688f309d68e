"""The shop's earlier posts, and those that wait in the queue: by period, by network, by day on the shop's clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.late import late

if TYPE_CHECKING:
    from toonbank.etiquette.background import Published

HOME = "Europe/Amsterdam"
ANSWERS = late(r"\s*(?:@\w|RT\b)")


def since(posts: Iterable[Published], facts: Facts, days: int) -> list[Published]:
    """The posts of the last `days`, and all that are planned. One without a moment, or facts without a clock, count along."""
    posts, now = list(posts), facts.moment
    moments = [one.at for one in posts if one.at is not None]
    if now is None and moments:
        now = max(moments)
    if now is None:
        return posts
    begin = now - timedelta(days=days)
    if moments:  # of one zone they are compared five times as quickly
        begin = begin.astimezone(moments[0].tzinfo)
    return [one for one in posts if one.at is None or one.at >= begin]


def in_order(posts: Iterable[Published]) -> list[Published]:
    """From the oldest to the newest; posts without a moment keep their place at the end."""
    return sorted(posts, key=lambda one: (one.at is None, one.at.timestamp() if one.at else 0.0))


def by_network(posts: Iterable[Published], otherwise: str | None = None) -> dict[str, list[Published]]:
    """The posts of each network, in small letters; those of an unnamed one under `otherwise` or ""."""
    groups: dict[str, list[Published]] = {}
    for one in posts:
        groups.setdefault((one.network or otherwise or "").lower(), []).append(one)
    return groups


def is_answer(one: Published) -> bool:
    """Whether it stands under somebody else's words: an answer is no post of one's own."""
    return one.kind in ("reply", "answer", "repost") or ANSWERS.match(one.text) is not None


def shop_zone(facts: Facts) -> tzinfo:
    """The zone of the shop's clock."""
    return _zone(facts.shop.zone if facts.shop and facts.shop.zone else HOME)


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only here: it is slow to import

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def by_day(posts: Sequence[Published], zone: tzinfo) -> dict[str, list[datetime]]:
    """The moments of the posts on each day of the shop's clock, from early to late."""
    days: dict[str, list[datetime]] = {}
    for moment in sorted(one.at.astimezone(zone) for one in posts if one.at is not None):
        days.setdefault(moment.date().isoformat(), []).append(moment)
    return days
