"""Who works in the shop: inviting, changing a role, leaving. Every change is told to the ledger."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from toonbank.core.errors import BadInput
from toonbank.shops.entry import RESET_FOR, WELCOME_FOR, make_link
from toonbank.shops.models import Member, Person, Role, Shop
from toonbank.shops.signals import tell


@dataclass(frozen=True)
class Newcomer:
    """Who was given which role to begin with."""

    name: str
    email: str
    role: str


@dataclass(frozen=True)
class Invited:
    """The new member, and the token of the one-time link; "" for who already signs in at this desk."""

    member: Member
    token: str


def invite(shop: Shop, who: Newcomer, *, by: Member, now: datetime) -> Invited:
    """Let somebody join. BadInput when they are already here.

    Somebody who works for another shop of this desk gets no link: it would open that shop to us.
    """
    with transaction.atomic():
        person = Person.objects.filter(email=who.email.lower()).first()
        is_known = person is not None
        if person is None:
            person = Person.objects.create_user(who.email, None, name=who.name, language=shop.language)
        member = _join(shop, person, who.role, now)
        payload = {"role": who.role, "by": by.pk}
        tell(shop, "member_joined", f"member:{member.pk}", payload, at=now)
        needs_link = not is_known or not _works_elsewhere(person, shop)
        token = make_link(person, now=now, valid_for=WELCOME_FOR) if needs_link else ""
    return Invited(member, token)


def _join(shop: Shop, person: Person, role: str, now: datetime) -> Member:
    member, is_new = Member.objects.get_or_create(
        shop=shop, person=person, defaults={"role": role, "joined_at": now}
    )
    if is_new:
        return member
    if member.left_at is None:
        raise BadInput(_("%(name)s already works here.") % {"name": person.name})
    Member.objects.filter(pk=member.pk).update(role=role, joined_at=now, left_at=None)
    member.refresh_from_db()
    return member


def change_role(member: Member, role: str, *, by: Member, now: datetime) -> None:
    """Give a member another role. BadInput when the shop would have no owner left."""
    if role == member.role:
        return
    with transaction.atomic():
        if member.role == Role.OWNER:
            _keep_an_owner(member)
        before = member.role
        Member.objects.filter(pk=member.pk).update(role=role)
        payload = {"from": before, "to": role, "by": by.pk}
        tell(member.shop, "role_changed", f"member:{member.pk}", payload, at=now)


def let_leave(member: Member, *, by: Member, now: datetime) -> None:
    """End the membership; what the member wrote and approved stays. BadInput for the last owner."""
    with transaction.atomic():
        if member.role == Role.OWNER:
            _keep_an_owner(member)
        Member.objects.filter(pk=member.pk, left_at=None).update(left_at=now)
        tell(member.shop, "member_left", f"member:{member.pk}", {"by": by.pk}, at=now)


def _keep_an_owner(leaving: Member) -> None:
    # Locked on PostgreSQL, so that two owners cannot leave at the same moment; SQLite has one writer anyway.
    owners = Member.objects.select_for_update().filter(shop=leaving.shop, role=Role.OWNER, left_at=None)
    if not [owner for owner in owners if owner.pk != leaving.pk]:
        raise BadInput(
            _("%(name)s is the only owner. Make somebody else owner first.") % {"name": leaving.person.name}
        )


def renew_link(member: Member, *, by: Member, now: datetime) -> str:
    """A one-time link for a member who forgot the password.

    BadInput for who also works for another shop: the link would open that shop to us.
    """
    if _works_elsewhere(member.person, member.shop):
        raise BadInput(
            _("%(name)s also works for another shop here. Whoever runs this desk can make the link.")
            % {"name": member.person.name}
        )
    with transaction.atomic():
        token = make_link(member.person, now=now, valid_for=RESET_FOR)
        tell(member.shop, "entry_link_made", f"member:{member.pk}", {"by": by.pk}, at=now)
    return token


def _works_elsewhere(person: Person, shop: Shop) -> bool:
    with scopes_disabled():
        return Member.objects.filter(person=person).exclude(shop=shop).exists()
