"""After the draw: the winner is told, the prize is delivered. Both are written down by somebody, in the ledger too."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.ledger.writing import record
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.models import Delivery
from toonbank.shops.models import Member


def held() -> QuerySet[Giveaway]:
    """Giveaways whose post is public, with their posts; the newest draw first."""
    public = Delivery.objects.filter(post=OuterRef("post"), state__in=["sent", "uncertain"])
    return Giveaway.objects.filter(Exists(public)).select_related("post")


def owed(today: date) -> QuerySet[Giveaway]:
    """Those whose draw has passed while the winner was not told or the prize not delivered; the oldest first."""
    return held().filter(Q(told_at=None) | Q(delivered_at=None), draw_on__lt=today).order_by("draw_on", "pk")


def note_told(giveaway: Giveaway, member: Member, *, now: datetime) -> Giveaway:
    """The winner has been told. BadInput before the draw; Overtaken when somebody wrote it down already."""
    _must_write(member)
    if giveaway.draw_on is not None and giveaway.draw_on > now.astimezone(giveaway.shop.clock).date():
        raise BadInput(_("The draw is still to come; nobody has won yet."))
    with transaction.atomic():
        if not Giveaway.objects.filter(pk=giveaway.pk, told_at=None).update(told_at=now, told_by=member):
            raise Overtaken(f"giveaway {giveaway.pk}: the winner was told already")
        giveaway.refresh_from_db()
        _record(giveaway, "winner_told", member, now)
    return giveaway


def note_delivered(giveaway: Giveaway, member: Member, *, now: datetime) -> Giveaway:
    """The prize has been handed over. BadInput when no winner was told."""
    _must_write(member)
    if giveaway.told_at is None:
        raise BadInput(_("Tell the winner first; then the prize can be delivered."))
    with transaction.atomic():
        standing = Giveaway.objects.filter(pk=giveaway.pk, delivered_at=None)
        if not standing.update(delivered_at=now, delivered_by=member):
            raise Overtaken(f"giveaway {giveaway.pk}: the prize was delivered already")
        giveaway.refresh_from_db()
        _record(giveaway, "prize_delivered", member, now)
    return giveaway


def _record(giveaway: Giveaway, kind: str, member: Member, now: datetime) -> None:
    payload = {"name": giveaway.prize, "post": giveaway.post_id, "by": member.pk}
    record(giveaway.shop, kind, f"giveaway:{giveaway.pk}", payload, at=now)


def _must_write(member: Member) -> None:
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write. Ask the owner of the shop."))
