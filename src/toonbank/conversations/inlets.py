"""Doors for other systems: made and closed by who runs the shop."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.conversations.arrivals import Inlet
from toonbank.conversations.inlet import new_secret
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Member
from toonbank.shops.signals import tell

LONGEST_NAME = 120
MOST_OPEN = 20


def open_inlet(member: Member, name: str, *, now: datetime) -> tuple[Inlet, str]:
    """A new door, and its secret: shown to the person now and never again."""
    _must_run(member)
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(_("Give the door a name of at most %(most)s characters.") % {"most": LONGEST_NAME})
    if Inlet.objects.filter(closed_at=None).count() >= MOST_OPEN:
        raise BadInput(_("There are %(most)s doors open. Close one first.") % {"most": MOST_OPEN})
    secret = new_secret()
    with transaction.atomic():
        inlet = Inlet.objects.create(
            shop_id=member.shop_id, name=name, slug=secrets.token_hex(12), secret=secret, made_at=now
        )
        _tell(inlet, member, "opened", now)
    return inlet, secret


def close_inlet(inlet: Inlet, member: Member, *, now: datetime) -> None:
    """Nothing comes in here any more; what came in stays."""
    _must_run(member)
    with transaction.atomic():
        if Inlet.objects.filter(pk=inlet.pk, closed_at=None).update(closed_at=now, secret=""):
            _tell(inlet, member, "closed", now)


def _tell(inlet: Inlet, member: Member, what: str, now: datetime) -> None:
    payload = {"changed": ["inlets"], what: inlet.name, "by": member.pk}
    tell(member.shop, "shop_changed", f"inlet:{inlet.pk}", payload, at=now)


def _must_run(member: Member) -> None:
    if not member.may("run_shop"):
        raise NotAllowed(_("Only who runs the shop opens and closes doors for other systems."))
