"""A yes is written down with its proof, and taken back at once when somebody asks. Both go into the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.relations.models import Consent, Contact
from toonbank.relations.naming import name_words, plain_handle
from toonbank.relations.papers import ConsentRequest
from toonbank.relations.signals import consent_withdrawn
from toonbank.shops.models import Member, Shop

ENDS_SOON = timedelta(days=30)
MOST_ENDING = 30
NEW = "new"
"""Stands for somebody who is not among those we know."""
USES = ("name", "quote", "photo", "tag")


@dataclass(frozen=True)
class Who:
    """The person a consent is about; `person` is the number of the one who is meant among those alike, or NEW."""

    name: str
    handle: str = ""
    role: str = "customer"
    person: str = ""


class WhichPerson(BadInput):
    """Somebody of that name is known: a colleague says whether it is them. `known` were heard last before the others."""

    def __init__(self, known: Sequence[Contact]) -> None:
        super().__init__(_("You know somebody of this name. Choose whether it is the same person."))
        self.known = list(known)


@dataclass(frozen=True)
class Yes:
    """To what somebody said yes, where (no kinds: everywhere), until when, and how that can be shown."""

    proof: str
    name: bool = False
    quote: bool = False
    photo: bool = False
    tag: bool = False
    kinds: tuple[str, ...] = ()
    until_at: datetime | None = None
    guardian: str = ""
    is_minor: bool = False
    request: ConsentRequest | None = None
    message: int | None = None

    @property
    def uses(self) -> tuple[str, ...]:
        """The uses that are allowed."""
        return tuple(use for use in USES if getattr(self, use))


def keep_contact(shop: Shop, member: Member, who: Who, *, now: datetime) -> Contact:
    """The contact of that handle, or of that name as who writes it down chose, made when there is none.

    One handle is one person; the same name is not always the same. WhichPerson when it must be said who is meant.
    """
    _must_write(member)
    if not who.name.strip() or who.role not in Contact.Role.values:
        raise BadInput(_("Say who it is."))
    name, handle = who.name.strip()[:120], who.handle.strip()[:200]
    of_handle = _of_handle(shop, handle)
    if len(of_handle) == 1:
        return of_handle[0]
    alike = of_handle or _of_name(shop, name)
    if who.person == NEW or not alike:
        return Contact.objects.create(shop=shop, name=name, handle=handle, role=who.role, made_at=now)
    chosen = next((one for one in alike if str(one.pk) == who.person), None)
    if chosen is None:
        raise WhichPerson(alike)
    if handle and not chosen.handle:
        chosen.handle = handle
        chosen.save(update_fields=["handle", "handle_key"])
    return chosen


def _of_handle(shop: Shop, handle: str) -> list[Contact]:
    """Whose account it is; who was merged into another is that other."""
    key = plain_handle(handle)
    if not key:
        return []
    rows = Contact.objects.filter(shop=shop, erased_at=None, handle_key=key).select_related("merged_into")
    return list({found.pk: found for one in rows if not (found := one.merged_into or one).erased_at}.values())


def _of_name(shop: Shop, name: str) -> list[Contact]:
    """Those of this first and last name, with when they were last heard."""
    words = name_words(name) or [""]
    rows = Contact.objects.present().filter(shop=shop, first_word=words[0], last_word=words[-1])
    heard = rows.annotate(heard_at=Max("identities__last_at"))
    return list(heard.order_by(F("heard_at").desc(nulls_last=True), "-pk"))


def give_consent(contact: Contact, member: Member, yes: Yes, *, now: datetime) -> Consent:
    """Write down what the contact allowed; a yes on the page of a question is the person's own, whoever asked it."""
    if yes.request is None:
        _must_write(member)
    _must_be_sound(contact, yes, now)
    with transaction.atomic():
        if yes.guardian and not contact.is_minor:
            Contact.objects.filter(pk=contact.pk).update(is_minor=True)
            contact.is_minor = True
        consent = Consent.objects.create(
            shop=contact.shop,
            contact=contact,
            to_name=yes.name,
            to_quote=yes.quote,
            to_photo=yes.photo,
            to_tag=yes.tag,
            kinds=list(yes.kinds),
            given_at=now,
            until_at=yes.until_at,
            proof=yes.proof.strip()[:500],
            guardian=yes.guardian.strip()[:120],
            request=yes.request,
            message=yes.message,
            recorded_by=member,
        )
        record(contact.shop, "consent_given", f"consent:{consent.pk}", _line(consent, yes), at=now)
    return consent


def _must_be_sound(contact: Contact, yes: Yes, now: datetime) -> None:
    if contact.erased_at:
        raise BadInput(_("The data of this person were erased; nothing can be written down any more."))
    if not yes.uses:
        raise BadInput(_("Choose what this person allows."))
    if not yes.proof.strip():
        raise BadInput(_("Say how and when this person said yes; without that it cannot be shown."))
    if yes.until_at is not None and yes.until_at <= now:
        raise BadInput(_("That moment has passed; choose one in the future."))
    if (contact.is_minor or yes.is_minor) and not yes.guardian.strip():
        raise BadInput(_("For somebody under sixteen a parent or guardian says yes: write down who."))


def _line(consent: Consent, yes: Yes) -> dict[str, Any]:  # JSON is loose
    """What the ledger keeps: numbers and a hash of the proof, never the name or the words."""
    return {
        "contact": consent.contact_id,
        "uses": list(yes.uses),
        "kinds": list(yes.kinds),
        "until": yes.until_at.isoformat() if yes.until_at else None,
        "by": consent.recorded_by_id,
        "proof": sha256(consent.proof.encode()).hexdigest(),
    } | ({"request": yes.request.pk} if yes.request else {})


def withdraw_consent(consent: Consent, member: Member, *, now: datetime) -> Consent:
    """Somebody of the shop writes down that the yes was taken back. From this moment nothing may be published under it."""
    _must_write(member)
    if not _take_back(consent, now, withdrawn_by=member):
        raise Overtaken(f"consent {consent.pk} was withdrawn already")
    return consent


def withdraw_by_link(consent: Consent, *, now: datetime) -> bool:
    """The person takes the yes back; doing it twice is no error. Whether it still stood."""
    return _take_back(consent, now, withdrawn_by_link=True)


def _take_back(consent: Consent, now: datetime, **how: Any) -> bool:  # as Django's update
    with transaction.atomic():
        standing = Consent.objects.filter(pk=consent.pk, withdrawn_at=None)
        if not standing.update(withdrawn_at=now, **how):
            return False
        consent.refresh_from_db()
        payload: dict[str, Any] = {"contact": consent.contact_id}
        payload |= {"by": consent.withdrawn_by_id} if consent.withdrawn_by_id else {"by_link": True}
        record(consent.shop, "consent_withdrawn", f"consent:{consent.pk}", payload, at=now)
        consent_withdrawn.send(sender=Consent, consent=consent, now=now)
    return True


def ending(now: datetime) -> QuerySet[Consent]:
    """What ends within thirty days while no newer yes of that person to the same goes on."""
    standing = Consent.objects.filter(withdrawn_at=None, contact__erased_at=None)
    soon = standing.filter(until_at__gte=now, until_at__lt=now + ENDS_SOON)
    newer = standing.filter(contact=OuterRef("contact"), given_at__gt=OuterRef("given_at"))
    alike = newer.filter(**{f"to_{use}__gte": OuterRef(f"to_{use}") for use in USES})
    later = alike.filter(Q(until_at=None) | Q(until_at__gte=now + ENDS_SOON))
    return soon.exclude(Exists(later))


def ending_soon(now: datetime) -> list[Consent]:
    """The first to end on top."""
    return list(ending(now).select_related("contact").order_by("until_at", "pk")[:MOST_ENDING])


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not write down consents."))
