"""What the shop stands for: what followers were promised, what else it cares about, and with whom it is not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.shops.models import Account, Member, Shop
from toonbank.shops.signals import tell

MOST = 50
LONGEST = 80
SUBJECTS = ("interests", "hold_back", "rivals")


@dataclass(frozen=True)
class Stand:
    """The lists of words and handles; `promises` by the id of the account."""

    interests: tuple[str, ...] = ()
    hold_back: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    promises: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def write_down(shop: Shop, member: Member, stand: Stand, *, now: datetime) -> None:
    """Keep it, and tell the ledger what it is now. BadInput when a list is too long."""
    if not member.may("run_shop"):
        raise NotAllowed(_("Only who runs the shop says what it stands for."))
    for words in (stand.interests, stand.hold_back, stand.rivals, *stand.promises.values()):
        must_be_short(words)
    lists = {name: list(getattr(stand, name)) for name in SUBJECTS}
    with transaction.atomic():
        Shop.objects.filter(pk=shop.pk).update(**lists)
        kept = {
            account.pk: list(stand.promises[account.pk])
            for account in Account.objects.filter(shop=shop, pk__in=list(stand.promises))
        }
        for pk, promise in kept.items():
            Account.objects.filter(pk=pk).update(promise=promise)
        payload = lists | {"promises": {str(pk): promise for pk, promise in kept.items()}, "by": member.pk}
        tell(shop, "stands_for", f"shop:{shop.pk}", payload, at=now)
    for name, words_now in lists.items():
        setattr(shop, name, words_now)


def must_be_short(words: Sequence[str]) -> None:
    """BadInput when it is more than a person could oversee."""
    if len(words) > MOST:
        raise BadInput(_("That is more than %(most)d lines; name the most important ones.") % {"most": MOST})
    if any(len(word) > LONGEST for word in words):
        raise BadInput(_("Put each word or handle on a line of its own."))
