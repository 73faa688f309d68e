"""What a shopkeeper remembers of somebody: a note, that they are a customer, and that somebody gave them a minute."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.ledger.writing import record
from toonbank.relations.models import Contact
from toonbank.relations.papers import PersonNote
from toonbank.shops.models import Member


def note(contact: Contact, member: Member, text: str, *, now: datetime) -> PersonNote:
    """Keep a note of somebody; they may read it."""
    _must_write(member)
    if not text.strip():
        raise BadInput(_("Write down what you want to remember."))
    return PersonNote.objects.create(
        shop=contact.shop, contact=contact, text=" ".join(text.split())[:500], member=member, at=now
    )


def throw_note_away(one: PersonNote, member: Member) -> None:
    """It is gone."""
    _must_write(member)
    one.delete()


def notice(contact: Contact, member: Member, *, now: datetime) -> None:
    """Somebody of the shop gave this person a minute."""
    _must_write(member)
    Contact.objects.filter(pk=contact.pk).update(noticed_at=now)


def link_customer(
    contact: Contact, member: Member, *, ground: str, why: str, number: str = "", now: datetime
) -> None:
    """Say that this person is a customer of the till or webshop, on which ground, and how that can be shown."""
    _must_write(member)
    if ground not in Contact.Ground.values or not ground:
        raise BadInput(_("Choose the ground. Without one we do not link anybody to their purchases."))
    if not why.strip():
        raise BadInput(_("Say how and when this person gave it, so that it can be shown."))
    with transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(
            known_ground=ground, known_why=why.strip()[:300], known_as=number.strip()[:120], known_by=member
        )
        line = {"contact": contact.pk, "by": member.pk, "ground": ground}
        record(contact.shop, "customer_linked", f"contact:{contact.pk}", line, at=now)


def unlink_customer(contact: Contact, member: Member, *, now: datetime) -> None:
    """The link is gone; nothing is remembered of it here."""
    _must_write(member)
    with transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(
            known_ground="", known_why="", known_as="", known_by=None
        )
        line = {"contact": contact.pk, "by": member.pk}
        record(contact.shop, "customer_unlinked", f"contact:{contact.pk}", line, at=now)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not write anything down."))
