"""Taking somebody's data away for good: what goes, what must stay, and the doing of it."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count, F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Lower
from django.utils.translation import gettext as _

from toonbank.conversations.arrivals import Arrival, Early
from toonbank.conversations.forgotten import forget
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.orders.sharing import forget_orders, of_these_alone
from toonbank.conversations.papers import Note
from toonbank.conversations.people.stripping import nameless, strip, take_words_out
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.evidence.dossier import Quote
from toonbank.ledger.writing import record
from toonbank.posts.models import Delivery, Picture
from toonbank.posts.planning import cancel_delivery
from toonbank.relations.consenting import withdraw_by_link
from toonbank.relations.models import NAMELESS, Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, Merge, PersonNote
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Preview:
    """What would go, and what must stay, in numbers."""

    messages: int
    conversations: int
    identities: int
    notes: int
    replies: int
    consents: int
    questions: int
    quotes: int
    orders: int
    shared_orders: int


def preview_of(contact: Contact) -> Preview:
    """What erasing this person would do; three questions, and two more for orders."""
    people = _all_of(contact)
    said = Message.objects.filter(conversation__contact__in=people)
    asked: dict[str, QuerySet[Any, Any]] = {
        "messages": Message.objects.filter(
            Q(conversation__contact__in=people) | Q(identity__contact__in=people)
        ),
        "conversations": Conversation.objects.filter(contact__in=people),
        "identities": Identity.objects.filter(contact__in=people),
        "own_notes": PersonNote.objects.filter(contact__in=people),
        "talk_notes": Note.objects.filter(conversation__contact__in=people),
        "replies": said.exclude(post=None),
        "consents": Consent.objects.filter(contact__in=people),
        "questions": ConsentRequest.objects.filter(contact__in=people),
        "quotes": quoted_words(people),
    }
    counts = {f"n_{name}": _counted(rows) for name, rows in asked.items()}
    (row,) = Contact.objects.filter(pk=contact.pk).annotate(**counts).values(*counts)
    found = {name: row[f"n_{name}"] for name in asked}
    notes = found.pop("own_notes") + found.pop("talk_notes")
    alone, shared = of_these_alone(_linked(people))
    return Preview(notes=notes, orders=len(alone), shared_orders=len(shared), **found)


def _linked(people: Collection[int]) -> list[Contact]:
    """Those of them who are linked to the shop's own customers."""
    return list(Contact.objects.filter(pk__in=people).exclude(known_ground=""))


def _counted(rows: QuerySet[Any, Any]) -> Coalesce:
    """How many there are, as a part of another question."""
    alike = rows.order_by().annotate(of_all=Value(1)).values("of_all")
    return Coalesce(Subquery(alike.annotate(n=Count("pk")).values("n")), 0)


def _all_of(contact: Contact) -> list[int]:
    """This person, and the contacts that were taken for the same."""
    return [contact.pk, *contact.aliases.values_list("pk", flat=True)]


def erase(contact: Contact, member: Member, *, now: datetime) -> None:
    """Erase this person for good. What they allowed is taken back first, with its tasks; its proof stays its time."""
    if not member.may("run_shop"):
        raise NotAllowed(_("The owner of the shop erases somebody's data. Ask the owner."))
    if contact.erased_at or contact.merged_into_id:
        raise BadInput(_("This person was erased or put together with another already."))
    with transaction.atomic():
        people = _all_of(contact)
        for consent in Consent.objects.filter(contact__in=people, withdrawn_at=None):
            withdraw_by_link(consent, now=now)
        names = _known_as(people)
        talks = list(Conversation.objects.filter(contact__in=people).values_list("pk", flat=True))
        _stop_replies(talks, member, now)
        strip(talks, now, member=member, why=_("Erased at their own request."))
        _leave_talks_of_others(contact.shop, people, now)
        _forget_arrivals(contact, names)
        forget_orders(_linked(people), now)
        line = {"by": member.pk, "conversations": len(talks), "names": [_hash(one) for one in sorted(names)]}
        quoted_words(people).delete()
        _forget_person(contact, people, now)
        record(contact.shop, "person_erased", f"contact:{contact.pk}", line, at=now)


def _stop_replies(talks: list[int], member: Member, now: datetime) -> None:
    """What was still to be sent to them is not sent any more."""
    posts = Message.objects.filter(conversation__in=talks).exclude(post=None).values("post")
    under_way = Delivery.objects.filter(post__in=posts).exclude(state__in=["sent", "withdrawn", "cancelled"])
    for delivery in under_way:
        if delivery.state in {"sending", "uncertain"}:
            raise BadInput(_("An answer to this person is on its way at this moment. Try again in a minute."))
        cancel_delivery(delivery, at=now, member=member, why="erased")


def _known_as(people: Collection[int]) -> set[str]:
    """Every key by which a network knows them."""
    rows = Identity.objects.filter(contact__in=people).values_list("key", "handle")
    return {name for row in rows for name in row if name}


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def words_elsewhere(people: Collection[int]) -> QuerySet[Message]:
    """What these people said in talks with somebody else: below a private thread, or in copy of a mail."""
    theirs = Message.objects.filter(identity__contact__in=people)
    return theirs.exclude(conversation__contact__in=people)


def quoted_words(people: Collection[int]) -> QuerySet[Quote]:
    """Words on file below a name of these people: as the shop knows them, or as a network does."""
    known = Contact.objects.filter(pk__in=people).exclude(name__in=["", NAMELESS])
    there = Identity.objects.filter(contact__in=people)
    names = (
        known.annotate(called=Lower("name")).values("called"),
        known.exclude(handle="").annotate(called=Lower("handle")).values("called"),
        there.exclude(name="").annotate(called=Lower("name")).values("called"),
        there.exclude(handle="").annotate(called=Lower("handle")).values("called"),
    )
    theirs = Q(pk=None)
    for called in names:
        theirs |= Q(below__in=called)
    return Quote.objects.annotate(below=Lower("author")).filter(theirs)


def _leave_talks_of_others(shop: Shop, people: Collection[int], now: datetime) -> None:
    """Their words go; the talk is of another, and stays."""
    numbers = list(words_elsewhere(people).values_list("pk", flat=True))
    said = Message.objects.filter(pk__in=numbers)
    forget(said, now)
    said.update(
        answers="", identity=None, remote_id=nameless(F("pk")), deleted_at=Coalesce("deleted_at", now)
    )
    take_words_out(shop, numbers)


def _forget_arrivals(contact: Contact, names: Iterable[str]) -> None:
    """Raw events of this person that nobody made sense of, and those that wait for what they are about."""
    # Databases differ in how they write down letters that are not ASCII.
    for quoted in {json.dumps(name, ensure_ascii=plain) for name in names for plain in (True, False)}:
        for rows in (Arrival.objects.exclude(state="done"), Early.objects.all()):
            as_text = rows.filter(shop=contact.shop).annotate(raw=Cast("body", CharField()))
            as_text.filter(raw__contains=quoted).delete()


def _forget_person(contact: Contact, people: list[int], now: datetime) -> None:
    Identity.objects.filter(contact__in=people).delete()
    PersonNote.objects.filter(contact__in=people).delete()
    Merge.objects.filter(kept__in=people).delete()
    for picture in Picture.objects.filter(persons__in=people).distinct():
        picture.persons.remove(*people)
    with_proof = set(Consent.objects.filter(contact__in=people).values_list("contact", flat=True))
    contact.requests.filter(consents=None).delete()
    Contact.objects.filter(pk__in=people).exclude(pk__in=with_proof).delete()
    for left in Contact.objects.filter(pk__in=with_proof):
        left.name, left.handle, left.erased_at, left.merged_into = NAMELESS, "", now, None
        left.known_ground = left.known_why = left.known_as = ""
        left.known_by, left.noticed_at = None, None
        left.save()
