"""Two contacts that are one person: a person says so, and can take it back exactly. The desk only asks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import ConsentRequest, Merge, PersonNote
from toonbank.relations.remembering import carry_link, carry_link_back
from toonbank.relations.signals import contacts_merged, merge_undone
from toonbank.shops.models import Member

MOST_ALIKE = 5
_Rows = type[Identity | Consent | ConsentRequest | PersonNote]
_OWN: dict[str, _Rows] = {
    "identities": Identity,
    "consents": Consent,
    "questions": ConsentRequest,
    "notes": PersonNote,
}


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same person, and why we think so."""

    contact: Contact
    why: str


def maybe_the_same(contact: Contact) -> list[Alike]:
    """Others with the same handle or the same name: a question to a person, nothing more."""
    same = Q(name__iexact=contact.name)
    if contact.handle_key:
        same |= Q(handle_key=contact.handle_key)
    found = Contact.objects.present().filter(same).exclude(pk=contact.pk).order_by("name", "pk")
    return [Alike(one, _why(contact, one)) for one in found[:MOST_ALIKE]]


def _why(contact: Contact, other: Contact) -> str:
    if contact.handle_key and contact.handle_key == other.handle_key:
        return _("the same account name, %(handle)s") % {"handle": other.handle}
    return _("the same name")


def merge(kept: Contact, gone: Contact, member: Member, *, why: str, now: datetime) -> Merge:
    """`gone` is the same person as `kept`: all that is known goes to `kept`, and is remembered piece by piece."""
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not put two people together."))
    if kept.pk == gone.pk:
        raise BadInput(_("That is the same person already."))
    if kept.erased_at or gone.erased_at:
        raise BadInput(_("The data of this person were erased; nothing can be put together."))
    with transaction.atomic():
        free = Contact.objects.filter(pk=gone.pk, merged_into=None, erased_at=None)
        kept_is_free = Contact.objects.filter(pk=kept.pk, merged_into=None, erased_at=None).exists()
        if not kept_is_free or not free.update(merged_into=kept):
            raise Overtaken("one of the two was put together with another meanwhile")
        moved = {name: _move(rows, gone, kept) for name, rows in _OWN.items()}
        moved["minors"] = _guard(kept, gone)
        moved["links"] = carry_link(gone, kept)
        moved["contacts"] = _numbers(Contact.objects.filter(merged_into=gone))
        Contact.objects.filter(pk__in=moved["contacts"]).update(merged_into=kept)
        more: Any  # Django thinks that a listener returns text; ours return numbers of rows by kind
        for _listener, more in contacts_merged.send(sender=Merge, kept=kept, gone=gone):
            moved.update(more)
        done = Merge.objects.create(
            shop=kept.shop, kept=kept, gone=gone, why=why.strip()[:300], moved=moved, member=member, at=now
        )
        counts = {name: len(numbers) for name, numbers in moved.items()}
        line = {"kept": kept.pk, "gone": gone.pk, "by": member.pk, "moved": counts}
        record(kept.shop, "people_merged", f"merge:{done.pk}", line, at=now)
    return done


def _guard(kept: Contact, gone: Contact) -> list[int]:
    """Of a child it stays known that a guardian says yes; the number of who is known to be a child by this."""
    is_child = Contact.objects.filter(pk=gone.pk, is_minor=True).exists()
    if not is_child or not Contact.objects.filter(pk=kept.pk, is_minor=False).update(is_minor=True):
        return []
    kept.is_minor = True
    return [kept.pk]


def _move(rows: _Rows, gone: Contact, kept: Contact) -> list[int]:
    numbers = _numbers(rows.objects.filter(contact=gone))
    rows.objects.filter(pk__in=numbers).update(contact=kept)
    return numbers


def _numbers(rows: QuerySet[Any, Any]) -> list[int]:
    return sorted(rows.values_list("pk", flat=True))


def undo_merge(done: Merge, member: Member, *, now: datetime) -> None:
    """Put back exactly what went along; what came since stays with the one that was kept.

    Overtaken when it was undone already.
    """
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not take two people apart."))
    with transaction.atomic():
        standing = Merge.objects.filter(pk=done.pk, undone_at=None)
        if not standing.update(undone_at=now, undone_by=member):
            raise Overtaken(f"merge {done.pk} was undone already")
        done.refresh_from_db()
        # Who was kept may have been merged on since: then the rows are there.
        holder = done.gone.merged_into_id or done.kept_id
        for name, rows in _OWN.items():
            rows.objects.filter(pk__in=done.moved.get(name, ()), contact=holder).update(contact=done.gone)
        Contact.objects.filter(pk__in=done.moved.get("contacts", ()), merged_into=holder).update(
            merged_into=done.gone
        )
        Contact.objects.filter(pk=done.gone_id).update(merged_into=None)
        Contact.objects.filter(pk__in=done.moved.get("minors", ())).update(is_minor=False)
        if carried := done.moved.get("links"):
            carry_link_back(holder, done.gone, carried)
        merge_undone.send(sender=Merge, merge=done, holder=holder)
        line = {"kept": done.kept_id, "gone": done.gone_id, "by": member.pk}
        record(done.shop, "people_parted", f"merge:{done.pk}", line, at=now)
