"""Whether somebody who was told of is a person we know: a colleague says so. The same name is not the same person."""

from dataclasses import replace

from django.db.models import OuterRef, QuerySet, Subquery

from toonbank.channels.base import Incoming
from toonbank.conversations.intake import TOLD
from toonbank.conversations.models import Conversation
from toonbank.relations.models import Contact, Identity
from toonbank.relations.naming import name_words

FEW = 8
NEW = "new"
"""Stands for somebody who is not among those we know."""


def known_as(who: str) -> list[Contact]:
    """Those of this first and last name, who were heard last before the others; with when that was, and about what."""
    words = name_words(who)
    if not words:
        return []
    talks = Conversation.objects.filter(contact=OuterRef("pk")).order_by("-last_at", "-pk")
    found: QuerySet[Contact] = Contact.objects.present().filter(first_word=words[0], last_word=words[-1])
    heard = found.annotate(
        heard_at=Subquery(talks.values("last_at")[:1]), heard_of=Subquery(talks.values("excerpt")[:1])
    )
    return list(heard.order_by("-heard_at", "-pk")[:FEW])


def spoken_by(event: Incoming, contact: Contact) -> Incoming:
    """What was told, as said by this person; they keep the name by which the shop knows them."""
    told = Identity.objects.filter(contact=contact, kind=TOLD).order_by("pk").first()
    if told is None:
        told, _is_new = Identity.objects.get_or_create(
            shop=contact.shop,
            kind=TOLD,
            key=f"contact {contact.pk}",
            defaults={
                "contact": contact,
                "name": contact.name,
                "first_at": event.at,
                "last_at": event.at,
            },
        )
    remote_id = f"{event.remote_id}.{contact.pk}"
    return replace(event, remote_id=remote_id, author_id=told.key, author_name=contact.name)
