"""Who is speaking, beside what they say: one question, whatever there is to tell."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from toonbank.conversations.casebook import OVER, Case
from toonbank.conversations.models import Conversation
from toonbank.conversations.orders.linking import Purchases, purchases_of
from toonbank.evidence.gathering import listed, moment_in
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, PersonNote

FEW = 5
USES = ("name", "quote", "photo", "tag")


@dataclass(frozen=True)
class Earlier:
    """Another conversation with the same person."""

    pk: int
    last_at: datetime
    label: str
    excerpt: str
    is_waiting: bool
    is_done: bool
    has_open_case: bool = False


@dataclass(frozen=True)
class Remembered:
    """A note, and when it was made."""

    text: str
    at: datetime


@dataclass(frozen=True)
class Panel:
    """What the page of a conversation shows of who speaks. `uses` are what a consent allows at this moment."""

    contact: Contact
    handles: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    uses: tuple[str, ...]
    is_asked: bool
    notes: tuple[Remembered, ...]
    is_first: bool
    purchases: Purchases | None = None

    @property
    def open_cases(self) -> tuple[Earlier, ...]:
        """Other conversations whose complaint is not closed."""
        return tuple(one for one in self.earlier if one.has_open_case)

    @property
    def refused(self) -> tuple[str, ...]:
        """What nobody allowed."""
        return tuple(use for use in USES if use not in self.uses)


def person_panel_of(conversation: Conversation, now: datetime | None = None) -> Panel | None:
    """Who speaks in this conversation, in one query, and two more at most for their orders; None when nobody knows."""
    if conversation.contact_id is None:
        return None
    its = OuterRef("pk")
    others = Conversation.objects.filter(contact=conversation.contact_id).exclude(pk=conversation.pk)
    notes = PersonNote.objects.filter(contact=conversation.contact_id)
    open_cases = Case.objects.filter(conversation__contact=its).exclude(state__in=OVER)
    asked = {
        "its_identities": listed(Identity.objects.filter(contact=its), "contact", "handle", "name", "kind"),
        "its_earlier": listed(
            _newest(others, "-last_at"), "contact", "pk", "last_at", "label", "excerpt", "state"
        ),
        "its_cases": listed(open_cases, "conversation__contact", "conversation_id"),
        "its_consents": listed(
            Consent.objects.filter(contact=its, withdrawn_at=None),
            "contact",
            "until_at",
            *(f"to_{use}" for use in USES),
        ),
        "its_requests": listed(ConsentRequest.objects.filter(contact=its, answer=""), "contact", "pk"),
        "its_notes": listed(_newest(notes, "-at"), "contact", "text", "at"),
    }
    contact = Contact.objects.annotate(**asked).filter(pk=conversation.contact_id).first()
    return _panel(contact, now or timezone.now()) if contact else None


def _newest(rows: QuerySet[Any, Any], order: str) -> QuerySet[Any, Any]:
    return rows.model.objects.filter(pk__in=rows.order_by(order, "-pk").values("pk")[:FEW])


def _panel(contact: Any, now: datetime) -> Panel:  # what is annotated is known to no model
    with_case = {row["conversation_id"] for row in contact.its_cases or ()}
    rows = sorted((_earlier(row) for row in contact.its_earlier or ()), key=lambda one: one.last_at)
    earlier = tuple(replace(one, has_open_case=one.pk in with_case) for one in reversed(rows))
    holding = [row for row in contact.its_consents or () if _holds(row, now)]
    notes = [Remembered(row["text"], moment_in(row["at"])) for row in contact.its_notes or ()]
    return Panel(
        contact=contact,
        handles=tuple(sorted({row["handle"] for row in contact.its_identities or () if row["handle"]})),
        earlier=earlier,
        uses=tuple(use for use in USES if any(row[f"to_{use}"] for row in holding)),
        is_asked=bool(contact.its_requests),
        notes=tuple(sorted(notes, key=lambda one: one.at, reverse=True)),
        is_first=not earlier,
        purchases=purchases_of(contact),
    )


def _holds(row: dict[str, Any], now: datetime) -> bool:
    return row["until_at"] is None or moment_in(row["until_at"]) >= now


def _earlier(row: dict[str, Any]) -> Earlier:
    return Earlier(
        row["pk"],
        moment_in(row["last_at"]),
        row["label"],
        row["excerpt"],
        is_waiting=row["state"] in {"new", "ours"},
        is_done=row["state"] in {"settled", "closed"},
    )
