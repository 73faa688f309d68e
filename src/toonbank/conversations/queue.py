"""The one row of who waits: sorted by what is due, a page at a time, the last page as fast as the first.

A page goes on from a mark, which is the place of its last line: band, due time and id, or "-" and an id among those that ask for
no answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.utils.dateparse import parse_datetime

from toonbank.conversations.asking import Asked
from toonbank.conversations.beyond import BEFORE_ALL, Place, along
from toonbank.conversations.models import WAITING, Conversation, ConversationSet
from toonbank.shops.models import Member

A_PAGE = 25


@dataclass(frozen=True)
class Page:
    """Those of a page in order, and where the next begins ("" on the last)."""

    found: list[Conversation]
    next: str = ""


def page_of(asked: Asked, member: Member, now: datetime) -> Page:
    """The page that was asked for, of the shop whose scope is open."""
    rows: ConversationSet = Conversation.objects.filter(narrowing(asked, member))
    if not asked.whose:  # else it is known whose they are
        rows = lines_of(rows)
    if asked.place == "waiting":
        return _waiting(rows.awake(now), asked)
    if asked.place == "snoozed":
        return _going_on(rows.filter(snoozed_until__gt=now), "snoozed_until", asked.mark)
    return _going_on(rows, "-last_at", asked.mark)


def lines_of(rows: ConversationSet) -> ConversationSet:
    """With the name of who has it; the accounts are few, and looked up once a page."""
    return rows.annotate(assignee_name=F("assignee__person__name"))


def narrowing(asked: Asked, member: Member, at: str = "") -> Q:
    """What the filters leave; `at` is the way to the conversation from other rows ("conversation__")."""
    exact = {
        "label": asked.label or None,
        "account_id": asked.account,
        "sort": asked.sort or None,
        "language": asked.language or None,
        "band": asked.band,
        "assignee": member if asked.whose == "mine" else None,
    }
    chosen = Q(**{at + name: value for name, value in exact.items() if value is not None})
    if asked.whose == "nobody":
        # What was with somebody who left is nobody's.
        chosen &= Q(**{f"{at}assignee": None}) | Q(**{f"{at}assignee__left_at__isnull": False})
    return chosen & _placed(asked.place, at)


def _placed(place: str, at: str) -> Q:
    """The states of a place; written as `or`, see IS_WAITING."""
    states = {
        "waiting": WAITING,
        "snoozed": WAITING,
        "theirs": ["theirs"],
        "settled": ["settled", "closed"],
        "aside": ["aside"],
    }
    found = Q()
    for state in states.get(place, []):
        found |= Q(**{f"{at}state": state})
    return found


def _waiting(rows: ConversationSet, asked: Asked) -> Page:
    """First those that are due, then those that never are. Both are always asked, so a page costs the same wherever it is."""
    kind, pk = _undue_mark(asked.mark)
    found: list[Conversation] = []
    if not kind:
        place = _place(asked.mark)
        due = rows.in_turn(place) if asked.band is None else rows.in_turn_of(asked.band, place)
        found = list(due[: A_PAGE + 1])
    rest = max(A_PAGE + 1 - len(found), 1)
    found += rows.undue().filter(pk__gt=pk)[:rest]
    return _cut(
        found,
        lambda last: f"{last.band}_{last.due_at.isoformat()}_{last.pk}" if last.due_at else f"-_{last.pk}",
    )


def _undue_mark(mark: str) -> tuple[bool, int]:
    kind, _bar, pk = mark.partition("_")
    return (True, int(pk)) if kind == "-" and _is_id(pk) else (False, 0)


def _place(mark: str) -> Place:
    """The place that a mark names; the beginning when it names none."""
    band, _bar, rest = mark.partition("_")
    at, _bar, pk = rest.rpartition("_")
    moment = _moment(at)
    if moment is None or not _is_id(pk) or band not in {"0", "1", "2"}:
        return BEFORE_ALL
    return int(band), moment, int(pk)


def _going_on(rows: ConversationSet, order: str, mark: str) -> Page:
    """A page in the order of one moment and the id, both rising, or (with "-") both falling."""
    name, falls = order.removeprefix("-"), order.startswith("-")
    rows = rows.order_by(order, "-pk" if falls else "pk")
    at, _bar, pk = mark.rpartition("_")
    moment = _moment(at)
    if moment is not None and _is_id(pk):
        rows = rows.filter(along(name, moment, int(pk), falls=falls))
    return _cut(list(rows[: A_PAGE + 1]), lambda last: f"{getattr(last, name).isoformat()}_{last.pk}")


def _cut(found: list[Conversation], mark_of: Callable[[Conversation], str]) -> Page:
    mark = mark_of(found[A_PAGE - 1]) if len(found) > A_PAGE else ""
    return Page(found[:A_PAGE], mark)


def _moment(written: str) -> datetime | None:
    try:
        moment = parse_datetime(written)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


def _is_id(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) < 18
