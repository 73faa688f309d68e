"""All that is kept of one person, as their page shows it."""

from dataclasses import dataclass
from datetime import datetime

from toonbank.conversations.models import Conversation
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, Merge, PersonNote

AT_ONCE = 30


@dataclass(frozen=True)
class Book:
    """The parts of the page; `consents` come with whether they hold now."""

    identities: list[Identity]
    conversations: list[Conversation]
    has_more: bool
    consents: list[tuple[Consent, bool]]
    requests: list[ConsentRequest]
    notes: list[PersonNote]
    merges: list[Merge]


def book_of(contact: Contact, now: datetime) -> Book:
    """In six questions, whatever there is."""
    talks = Conversation.objects.filter(contact=contact).select_related("account", "case")
    newest = list(talks.defer("account__secret").order_by("-last_at", "-pk")[: AT_ONCE + 1])
    given = contact.consents.select_related("recorded_by__person", "withdrawn_by__person", "request")
    merges = Merge.objects.filter(kept=contact, undone_at=None).select_related("gone", "member__person")
    return Book(
        identities=list(contact.identities.order_by("-last_at", "pk")[:AT_ONCE]),
        conversations=newest[:AT_ONCE],
        has_more=len(newest) > AT_ONCE,
        consents=[(one, one.holds_at(now)) for one in given[:AT_ONCE]],
        requests=list(contact.requests.filter(answer="").select_related("asked_by__person")[:AT_ONCE]),
        notes=list(contact.notes.select_related("member__person")[:AT_ONCE]),
        merges=list(merges[:AT_ONCE]),
    )
