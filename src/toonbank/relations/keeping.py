"""How long the shop keeps what of people: our proposal, and what the owner made of it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.relations.papers import KeepingVersion
from toonbank.shops.models import Member, Shop


@dataclass(frozen=True)
class Kind:
    """One kind of data: our proposal in months, and the least and most that makes sense."""

    name: str
    title: str | Promise
    after: str | Promise
    months: int
    least: int
    most: int


KINDS = (
    Kind("threads", gettext_lazy("What people say to us"), gettext_lazy("after the last word"), 24, 1, 60),
    Kind("notes", gettext_lazy("Notes about people"), gettext_lazy("after the last contact"), 24, 1, 60),
    # As long as what is said about them, and as the law lets a customer hold the shop to what it sold.
    Kind(
        "orders",
        gettext_lazy("Orders, as your shop system told of them"),
        gettext_lazy("after the last that was told"),
        24,
        1,
        84,
    ),
    Kind(
        "consents",
        gettext_lazy("Proof of consent"),
        gettext_lazy("after the consent ended or was taken back"),
        60,
        12,
        120,
    ),
    Kind(
        "evidence",
        gettext_lazy("Evidence for claims: stock and prices as seen"),
        gettext_lazy("after it was seen"),
        60,
        13,
        120,
    ),
    Kind(
        "moderation",
        gettext_lazy("What was hidden or removed, and why"),
        gettext_lazy("after it was done"),
        24,
        6,
        60,
    ),
)


@dataclass(frozen=True)
class Keeping:
    """How many months each kind is kept in one shop."""

    months: dict[str, int]
    number: int

    def before(self, name: str, now: datetime) -> datetime:
        """What is older than this goes."""
        return months_before(now, self.months[name])


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def keeping_of(shop: Shop) -> Keeping:
    """What holds now."""
    newest = KeepingVersion.objects.filter(shop=shop).first()
    chosen = newest.months if newest else {}
    return Keeping(
        {kind.name: chosen.get(kind.name, kind.months) for kind in KINDS}, newest.number if newest else 0
    )


def change_keeping(shop: Shop, member: Member, months: dict[str, int], *, seen: int, now: datetime) -> bool:
    """Keep these terms; whether anything changed. Overtaken when `seen` is no longer the newest version."""
    if not member.may("run_shop"):
        raise NotAllowed(_("The owner of the shop sets how long things are kept. You may read it."))
    for kind in KINDS:
        if not kind.least <= months.get(kind.name, -1) <= kind.most:
            told = {"what": kind.title, "least": kind.least, "most": kind.most}
            raise BadInput(_("%(what)s: choose between %(least)s and %(most)s months.") % told)
    there = keeping_of(shop)
    if there.number != seen:
        raise Overtaken(f"the terms of shop {shop.pk} were changed by somebody else")
    if there.months == months:
        return False
    try:
        with transaction.atomic():
            KeepingVersion.objects.create(shop=shop, number=seen + 1, months=months, member=member, at=now)
            record(shop, "keeping_changed", f"shop:{shop.pk}", {"by": member.pk, "months": months}, at=now)
    except IntegrityError as taken:
        raise Overtaken(f"the terms of shop {shop.pk} were changed at the same moment") from taken
    return True
