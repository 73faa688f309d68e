"""All that is kept of one person, as their page shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef

from toonbank.conversations.models import Conversation
from toonbank.evidence.gathering import listed, moment_in
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, Merge, PersonNote

AT_ONCE = 30


@dataclass(frozen=True)
class Joined:
    """Somebody who was put together with this person: by whom, when."""

    pk: int
    name: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Book:
    """The parts of the page; `consents` come with whether they hold now."""

    identities: list[Identity]
    conversations: list[Conversation]
    has_more: bool
    consents: list[tuple[Consent, bool]]
    questions: list[tuple[int, datetime]]
    notes: list[PersonNote]
    merges: list[Joined]

    @property
    def speaks(self) -> str:
        """The language in which they wrote last; "" when nothing tells."""
        return next((talk.language for talk in self.conversations if talk.language), "")


def with_book() -> Any:  # what is annotated is known to no model
    """Contacts together with what `book_of` reads of them."""
    its = OuterRef("pk")
    merges = Merge.objects.filter(kept=its, undone_at=None)
    named = {"name": F("gone__name"), "who": F("member__person__name")}
    identities = Identity.objects.filter(contact=its)
    return Contact.objects.annotate(
        its_identities=listed(identities, "contact", "pk", "kind", "handle", "name", "first_at", "last_at"),
        its_merges=listed(merges, "kept", "pk", "at", **named),
        its_questions=listed(
            ConsentRequest.objects.filter(contact=its, answer=""), "contact", "pk", "asked_at"
        ),
    )


def book_of(contact: Any, now: datetime) -> Book:  # a contact of `with_book`
    """In three questions, whatever there is."""
    talks = Conversation.objects.filter(contact=contact).select_related("account", "case")
    newest = list(talks.defer("account__secret").order_by("-last_at", "-pk")[: AT_ONCE + 1])
    given = contact.consents.select_related("recorded_by__person", "withdrawn_by__person")
    asked = [(row["pk"], moment_in(row["asked_at"])) for row in contact.its_questions or ()]
    merges = [
        Joined(row["pk"], row["name"], row["who"], moment_in(row["at"])) for row in contact.its_merges or ()
    ]
    return Book(
        identities=sorted(map(_identity, contact.its_identities or ()), key=lambda one: one.first_at),
        conversations=newest[:AT_ONCE],
        has_more=len(newest) > AT_ONCE,
        consents=[(one, one.holds_at(now)) for one in given[:AT_ONCE]],
        questions=sorted(asked, key=lambda one: one[1], reverse=True),
        notes=list(contact.notes.select_related("member__person")[:AT_ONCE]),
        merges=sorted(merges, key=lambda one: one.at, reverse=True),
    )


def _identity(row: dict[str, Any]) -> Identity:
    moments = {name: moment_in(row[name]) for name in ("first_at", "last_at")}
    return Identity(**(row | moments))
