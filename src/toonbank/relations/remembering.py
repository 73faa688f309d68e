"""What a shopkeeper remembers of somebody: a note, that they are a customer, and that somebody gave them a minute."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.ledger.writing import record
from toonbank.relations.models import Contact
from toonbank.relations.papers import PersonNote
from toonbank.relations.signals import customer_unlinked
from toonbank.shops.models import Member

_NO_LINK = {"known_ground": "", "known_why": "", "known_as": "", "known_by": None}


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
        customer_unlinked.send(sender=Contact, contact=contact)  # from what it was before


def unlink_customer(contact: Contact, member: Member, *, now: datetime) -> None:
    """The link is gone; nothing is remembered of it here."""
    _must_write(member)
    _unlink(contact, now, by=member.pk)


def unlink_by_link(contact: Contact, *, now: datetime) -> None:
    """The person takes it back on their own page; doing it twice is no error."""
    if contact.known_ground:
        _unlink(contact, now, by_link=True)


def _unlink(contact: Contact, now: datetime, **who: int) -> None:
    """With the links of those who were put together with this person: parted again nobody has one."""
    same = Q(pk=contact.pk) | Q(merged_into=contact)
    with transaction.atomic():
        Contact.objects.filter(same).update(**_NO_LINK)
        line = {"contact": contact.pk, **who}
        record(contact.shop, "customer_unlinked", f"contact:{contact.pk}", line, at=now)
        customer_unlinked.send(sender=Contact, contact=contact)


def carry_link(gone: Contact, kept: Contact) -> list[int]:
    """The link of who turns out to be the same person goes along, where the other has none.

    Returns what `carry_link_back` needs to know it again; [] when nothing went.
    """
    if not (link := _link_of(gone)):
        return []
    free = Contact.objects.filter(pk=kept.pk, known_ground="")
    if not free.update(**link):
        return []
    Contact.objects.filter(pk=gone.pk).update(**_NO_LINK)
    return [_mark_of(link)]


def carry_link_back(holder: int, gone: Contact, carried: list[int]) -> None:
    """Two people again. What was taken back meanwhile stays so, and what was linked since stays where it is."""
    kept = Contact.objects.get(pk=holder)
    link = _link_of(kept)
    if link and carried == [_mark_of(link)]:
        Contact.objects.filter(pk=gone.pk).update(**link)
        Contact.objects.filter(pk=kept.pk).update(**_NO_LINK)


def _link_of(contact: Contact) -> dict[str, Any]:  # columns of a contact
    """The columns that say who is a customer, by what number and why; {} without a link."""
    columns = Contact.objects.filter(pk=contact.pk).exclude(known_ground="").values(*_NO_LINK)
    return columns.first() or {}


def _mark_of(link: Mapping[str, Any]) -> int:
    """A number by which the same link is known again, and from which nobody reads it."""
    said = "\n".join(str(link[name]) for name in sorted(link))
    return int(sha256(said.encode()).hexdigest()[:12], 16)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not write anything down."))
