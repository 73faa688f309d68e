"""People who talk with the shop again: the first fans, and those who came back of late. In the order of plain facts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from toonbank.conversations.models import Conversation
from toonbank.relations.models import Contact, Identity

A_PAGE = 30
FIRST_FANS = 12
AGAIN = timedelta(days=1)
"""Who speaks on another day talks again."""
STILL_HERE = timedelta(days=365)


@dataclass(frozen=True)
class Regular:
    """Somebody who talks with the shop again: since when, last when, how many conversations, when we last answered."""

    contact: Contact
    since: datetime
    last_at: datetime
    talks: int
    answered_at: datetime | None
    place: str


def first_fans(now: datetime) -> list[Regular]:
    """Who came first and still comes."""
    return _regulars(_again().filter(last_at__gte=now - STILL_HERE).order_by("first_at", "pk")[:FIRST_FANS])


def regulars(after: str = "") -> tuple[list[Regular], str]:
    """Who talked again, the latest first, and where the next page begins ("" on the last)."""
    rows = _again().order_by("-last_at", "-pk")
    if place := _place(after):
        moment, number = place
        rows = rows.filter(Q(last_at__lt=moment) | Q(last_at=moment, pk__lt=number))
    found = _regulars(rows[: A_PAGE + 1])
    return found[:A_PAGE], found[A_PAGE - 1].place if len(found) > A_PAGE else ""


def _again() -> QuerySet[Identity]:
    came_back = Identity.objects.filter(first_at__lt=F("last_at") - AGAIN, contact__erased_at=None)
    return came_back.filter(contact__role=Contact.Role.CUSTOMER).select_related("contact")


def _regulars(rows: QuerySet[Identity]) -> list[Regular]:
    """One line a person, also of who has accounts on two networks."""
    people: dict[int, Identity] = {}
    for identity in rows:
        people.setdefault(identity.contact_id, identity)
    counted = Conversation.objects.filter(contact__in=people).order_by().values("contact")
    ours = Q(messages__is_ours=True, messages__deleted_at=None)
    counted = counted.annotate(talks=Count("pk", distinct=True), answered=Max("messages__at", filter=ours))
    told: dict[int | None, dict[str, Any]] = {row["contact"]: {**row} for row in counted}
    return [
        Regular(
            contact=identity.contact,
            since=identity.first_at,
            last_at=identity.last_at,
            talks=told.get(pk, {}).get("talks", 0),
            answered_at=told.get(pk, {}).get("answered"),
            place=f"{identity.last_at.isoformat()}~{identity.pk}",
        )
        for pk, identity in people.items()
    ]


def _place(after: str) -> tuple[datetime, int] | None:
    moment, _sign, number = after.partition("~")
    if not number.isdecimal() or len(number) > 17:
        return None
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (found, int(number)) if found.tzinfo else None
