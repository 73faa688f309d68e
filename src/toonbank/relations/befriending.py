"""Kindred accounts: whom the shop likes to be seen with, for which reason, looked at again twice a year."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.relations.naming import plain_handle
from toonbank.relations.papers import Kindred
from toonbank.shops.models import Member, Shop


def rather_not(shop: Shop, name: str, handle: str) -> bool:
    """Whether the shop would rather not be seen with this account."""
    held_back = {plain_handle(one) for one in shop.hold_back}
    return bool(held_back & {plain_handle(name), plain_handle(handle)})


def befriend(
    shop: Shop, member: Member, *, name: str, kind: str, handle: str, why: str, now: datetime
) -> Kindred:
    """Put an account on the list of kindred ones. Following or liking it is done by a person, at the network."""
    _must_write(member)
    if not (name.strip() and handle.strip() and why.strip()):
        raise BadInput(_("Fill in who it is, the account, and why you like to be seen with it."))
    if rather_not(shop, name, handle):
        raise BadInput(
            _("This one is on the list of whom you would rather not be seen with. Change that first.")
        )
    try:
        with transaction.atomic():
            return Kindred.objects.create(
                shop=shop,
                name=name.strip()[:120],
                kind=kind,
                handle=plain_handle(handle)[:200],
                why=why.strip()[:300],
                member=member,
                made_at=now,
                reviewed_at=now,
            )
    except IntegrityError as there:
        raise BadInput(_("This account is on the list already.")) from there


def still_kindred(one: Kindred, member: Member, *, now: datetime) -> None:
    """Somebody looked again and the reason still holds."""
    _must_write(member)
    Kindred.objects.filter(pk=one.pk, ended_at=None).update(reviewed_at=now, member=member)


def part(one: Kindred, member: Member, *, now: datetime) -> None:
    """Not on the list any more."""
    _must_write(member)
    Kindred.objects.filter(pk=one.pk, ended_at=None).update(ended_at=now, member=member)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("With this role you can read, not change the list."))
