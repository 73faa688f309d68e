"""A yes is written down with its proof, and taken back at once when somebody asks. Both go into the ledger."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.relations.models import Consent, Contact
from toonbank.relations.naming import plain_handle
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Who:
    """The person a consent is about."""

    name: str
    handle: str = ""
    role: str = "customer"


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

    @property
    def uses(self) -> tuple[str, ...]:
        """The uses that are allowed."""
        return tuple(use for use in ("name", "quote", "photo", "tag") if getattr(self, use))


def keep_contact(shop: Shop, member: Member, who: Who, *, now: datetime) -> Contact:
    """The contact of that name and handle, made when there is none. One handle is one person."""
    _must_write(member)
    if not who.name.strip() or who.role not in Contact.Role.values:
        raise BadInput(_("Say who it is."))
    name, handle = who.name.strip()[:120], who.handle.strip()[:200]
    if handle:
        found = Contact.objects.filter(shop=shop, handle_key=plain_handle(handle)).first()
    else:
        found = Contact.objects.filter(shop=shop, name__iexact=name, handle="").first()
    return found or Contact.objects.create(shop=shop, name=name, handle=handle, role=who.role, made_at=now)


def give_consent(contact: Contact, member: Member, yes: Yes, *, now: datetime) -> Consent:
    """Write down what the contact allowed."""
    _must_write(member)
    if not yes.uses:
        raise BadInput(_("Choose what this person allows."))
    if not yes.proof.strip():
        raise BadInput(_("Say how and when this person said yes; without that it cannot be shown."))
    if yes.until_at is not None and yes.until_at <= now:
        raise BadInput(_("That moment has passed; choose one in the future."))
    with transaction.atomic():
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
            recorded_by=member,
        )
        payload = {
            "contact": contact.pk,
            "uses": list(yes.uses),
            "kinds": list(yes.kinds),
            "until": yes.until_at.isoformat() if yes.until_at else None,
            "by": member.pk,
        }
        record(contact.shop, "consent_given", f"consent:{consent.pk}", payload, at=now)
    return consent


def withdraw_consent(consent: Consent, member: Member, *, now: datetime) -> Consent:
    """The contact takes the yes back. From this moment nothing may be published under it."""
    _must_write(member)
    with transaction.atomic():
        standing = Consent.objects.filter(pk=consent.pk, withdrawn_at=None)
        if not standing.update(withdrawn_at=now, withdrawn_by=member):
            raise Overtaken(f"consent {consent.pk} was withdrawn already")
        consent.refresh_from_db()
        payload = {"contact": consent.contact_id, "by": member.pk}
        record(consent.shop, "consent_withdrawn", f"consent:{consent.pk}", payload, at=now)
    return consent


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not write down consents."))
