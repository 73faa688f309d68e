"""When the shop is open and how soon it answers: what it set, what holds when it set nothing, and changing it."""

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.deadlines import Promise
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.core.hours import OpeningHours, Stretch, same_every_day
from toonbank.shops.models import Member, Shop
from toonbank.shops.signals import tell

log = logging.getLogger(__name__)

OPENS, CLOSES, DAYS_OPEN = time(9), time(18), 6
"""Of a shop that set nothing: Monday to Saturday."""
MOST_CLOSED = 60

Week = tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, order=True)
class ClosedDays:
    """Days in a row on which the shop is closed, with the reason when one was given."""

    first: date
    last: date
    why: str = ""

    def days(self) -> Iterable[date]:
        """Each of them."""
        return (self.first + timedelta(days=one) for one in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Opening:
    """All that the page sets."""

    week: Week
    holidays: frozenset[str] = frozenset()
    closed: tuple[ClosedDays, ...] = ()
    promise: Promise = field(default_factory=Promise)


def hours_of(shop: Shop) -> OpeningHours:
    """When this shop is open; costs no query. A shop that set nothing is open from Monday to Saturday, 9:00 to 18:00."""
    return _hours_in(json.dumps([shop.hours, shop.closed_days]), shop.zone)


def promise_of(shop: Shop) -> Promise:
    """How soon this shop promises to answer; ours where it set nothing."""
    return _promise_in(json.dumps(shop.reply_promise))


def closed_days_of(shop: Shop) -> list[ClosedDays]:
    """The days on which it is closed besides holidays, in order."""
    return sorted(_closed_in(shop.closed_days))


def has_own_hours(shop: Shop) -> bool:
    """Whether somebody set the hours; otherwise our proposal holds."""
    return bool(shop.hours)


@lru_cache(maxsize=512)
def _hours_in(content: str, zone: str) -> OpeningHours:
    """Kept: every message that comes in asks for it. A row that cannot be read does not close the counter."""
    kept, closed = json.loads(content)
    clock = ZoneInfo(zone)
    proposal = same_every_day(OPENS, CLOSES, days=DAYS_OPEN, zone=clock)
    try:
        days = frozenset(day for one in _closed_in(closed) for day in one.days())
        return OpeningHours(
            week=_week_in(kept["week"]) if "week" in kept else proposal.week,
            zone=clock,
            closed=days,
            holidays=frozenset(kept.get("holidays", ())),
        )
    except (BadInput, AttributeError, KeyError, TypeError, ValueError):
        log.warning("opening hours not understood")
        return proposal


@lru_cache(maxsize=512)
def _promise_in(content: str) -> Promise:
    try:
        return Promise(**json.loads(content))
    except (BadInput, AttributeError, TypeError, ValueError):
        log.warning("reply promise not understood")
        return Promise()


def _week_in(days: list[list[list[str]]]) -> Week:
    return tuple(
        tuple(Stretch(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in day)
        for day in days
    )


def _closed_in(rows: list[Mapping[str, str]]) -> list[ClosedDays]:
    return [
        ClosedDays(date.fromisoformat(one["first"]), date.fromisoformat(one["last"]), one.get("why", ""))
        for one in rows
    ]


def set_hours(shop: Shop, member: Member, opening: Opening, *, now: datetime) -> bool:
    """Keep when the shop is open and how soon it answers, and tell the ledger; whether anything changed.

    NotAllowed for who does not run the shop.
    """
    if not member.may("run_shop"):
        raise NotAllowed(_("Only who runs the shop says when it is open."))
    OpeningHours(week=opening.week, zone=shop.clock, holidays=opening.holidays)
    columns = _columns_of(opening)
    changed = {name: value for name, value in columns.items() if getattr(shop, name) != value}
    if not changed:
        return False
    with transaction.atomic():
        Shop.objects.filter(pk=shop.pk).update(**columns)
        payload = {"changed": sorted(changed), "by": member.pk} | changed
        tell(shop, "shop_changed", f"shop:{shop.pk}", payload, at=now)
    for name, value in columns.items():
        setattr(shop, name, value)
    return True


def _columns_of(opening: Opening) -> dict[str, Any]:
    week = [[[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in sorted(day)] for day in opening.week]
    closed = [
        {"first": one.first.isoformat(), "last": one.last.isoformat(), "why": one.why}
        for one in sorted(opening.closed)
    ]
    promise = opening.promise
    return {
        "hours": {"week": week, "holidays": sorted(opening.holidays)},
        "closed_days": closed,
        "reply_promise": {
            "minutes": dict(sorted(promise.minutes.items())),
            "always_minutes": promise.always_minutes,
            "solve_days": promise.solve_days,
        },
    }
