"""One-time links: they let one person in once, and are kept as a hash only."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django_scopes import scopes_disabled

from toonbank.core.errors import BadInput
from toonbank.shops.models import EntryLink, Member, Person
from toonbank.shops.signals import tell

WELCOME_FOR = timedelta(days=3)
RESET_FOR = timedelta(hours=24)


def make_link(person: Person, *, now: datetime, valid_for: timedelta) -> str:
    """A new token for `/enter/<token>/`. Links that were made before and not used stop working."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        EntryLink.objects.filter(person=person, used_at=None).delete()
        EntryLink.objects.create(
            person=person, token_hash=_hash(token), made_at=now, expires_at=now + valid_for
        )
    return token


def link_for(email: str, *, now: datetime) -> str:
    """A new token for the person with this e-mail address, told to the ledger of each shop where they work.

    BadInput when nobody with this address works here. For whoever runs the desk: the link opens all those shops.
    """
    person = Person.objects.filter(email=email.strip().lower()).first()
    if person is None:
        raise BadInput(f"Nobody at this desk has the e-mail address {email!r}.")
    if not person.is_active:
        raise BadInput(f"{person.email} may not sign in any more, so a link would not open.")
    members = _memberships(person)
    if not members:
        raise BadInput(f"{person.email} works in no shop any more. An owner can invite them again.")
    with transaction.atomic():
        token = make_link(person, now=now, valid_for=RESET_FOR)
        for member in members:
            tell(member.shop, "entry_link_made", f"member:{member.pk}", {}, at=now)
    return token


def person_of(token: str, now: datetime) -> Person | None:
    """Whom this link would let in; None when it is unknown, used or too old. Looking does not use it."""
    link = _usable(token, now).select_related("person").first()
    return link.person if link else None


def use_link(token: str, now: datetime) -> Person | None:
    """Use the link up and return whom it lets in; None when it cannot be used (any more)."""
    with transaction.atomic():
        link = _usable(token, now).select_related("person").first()
        if link is None or not EntryLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
            return None
        for member in _memberships(link.person):
            tell(member.shop, "entry_link_used", f"member:{member.pk}", {}, at=now)
        return link.person


def _memberships(person: Person) -> list[Member]:
    with scopes_disabled():
        return list(Member.objects.present().filter(person=person).select_related("shop"))


def _usable(token: str, now: datetime) -> QuerySet[EntryLink]:
    return EntryLink.objects.filter(
        token_hash=_hash(token), used_at=None, expires_at__gt=now, person__is_active=True
    )


def _hash(token: str) -> str:
    # The token is 256 random bits: a slow hash would protect nothing more.
    return hashlib.sha256(token.encode()).hexdigest()
