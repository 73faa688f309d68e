"""Who deserves a minute today, and why: a handful of people, each for a plain reason. Nobody gets a mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, zip_longest

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from toonbank.conversations.models import WAITING, Conversation, ConversationSet, Sort
from toonbank.relations.models import Contact, Identity

AT_MOST = 7
LATELY = timedelta(days=14)
LONG_AGO = timedelta(days=90)
STILL_KNOWN = timedelta(days=730)


@dataclass(frozen=True)
class Minute:
    """Somebody who deserves a minute. `reason` is waiting, first, thanked, came_by or long_ago."""

    contact: Contact
    reason: str
    conversation: Conversation


def who_deserves_a_minute(now: datetime) -> list[Minute]:
    """At most seven, of each reason one before a second; five questions, whatever the size of the shop."""
    groups = [list(_people(rows, reason, now)) for reason, rows in _reasons(now)]
    seen: set[int] = set()
    chosen: list[Minute] = []
    for one in chain.from_iterable(zip_longest(*groups)):
        if one is not None and one.contact.pk not in seen and len(chosen) < AT_MOST:
            seen.add(one.contact.pk)
            chosen.append(one)
    return chosen


def _reasons(now: datetime) -> Iterator[tuple[str, QuerySet[Conversation]]]:
    talks = _with_somebody()
    lately = talks.filter(last_at__gte=now - LATELY).order_by("-last_at", "-pk")
    earlier = Conversation.objects.filter(contact=OuterRef("contact"), began_at__lt=OuterRef("began_at"))
    yield "waiting", _waiting(talks, now)
    yield "first", lately.filter(~Exists(earlier), answered_at=None).exclude(label="spam-abuse")
    yield "thanked", lately.filter(label="compliment", answered_at=None)
    yield "came_by", lately.filter(sort__in=[Sort.CHECKIN, Sort.TAG], answered_at=None)
    yield "long_ago", _long_ago(talks, now)


def _with_somebody() -> ConversationSet:
    known = Conversation.objects.filter(contact__isnull=False, contact__role=Contact.Role.CUSTOMER)
    return known.select_related("contact").exclude(state="aside")


def _waiting(talks: ConversationSet, now: datetime) -> QuerySet[Conversation]:
    """Who has waited longest beyond what was promised."""
    there = talks.filter(state__in=WAITING, due_at__lt=now)
    return there.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=now)).order_by("due_at", "pk")


def _long_ago(talks: ConversationSet, now: datetime) -> QuerySet[Conversation]:
    """Who came back before, and has not been heard for a season."""
    came_back = Identity.objects.filter(
        last_at__lt=now - LONG_AGO,
        last_at__gte=now - STILL_KNOWN,
        first_at__lt=F("last_at") - timedelta(days=1),
        contact__merged_into=None,
    )
    contacts = came_back.order_by("-last_at", "-pk").values_list("contact", flat=True)[: AT_MOST * 3]
    there = talks.filter(contact__in=list(contacts), last_at__lt=now - LONG_AGO, answered_at__isnull=False)
    return there.order_by("-last_at", "-pk")


def _people(rows: QuerySet[Conversation], reason: str, now: datetime) -> Iterator[Minute]:
    """Those whom nobody noticed since."""
    unnoticed = Q(contact__noticed_at=None) | Q(contact__noticed_at__lt=F("last_at"))
    is_due = unnoticed if reason != "long_ago" else unnoticed | Q(contact__noticed_at__lt=now - LONG_AGO)
    for talk in rows.filter(is_due)[: AT_MOST * 2]:
        if talk.contact is not None:
            yield Minute(talk.contact, reason, talk)
