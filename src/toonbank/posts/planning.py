"""When a delivery goes out: planned, moved to another day, cancelled. The clock is told on commit."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.posts.models import ENDED, Approval, Delivery, Post
from toonbank.posts.moves import as_seen, move_delivery, note_planned, note_replanned
from toonbank.posts.signals import delivery_planned
from toonbank.shops.models import Member

WAITING = ("planned", "held", "refused")
"""States in which nothing of a delivery is under way."""


def tell_the_clock(delivery: Delivery) -> None:
    """Have the delivery's workflow started once this transaction is committed."""
    transaction.on_commit(lambda: delivery_planned.send(Delivery, delivery=delivery))


def plan(approval: Approval, member: Member, *, due_at: datetime, now: datetime) -> Delivery:
    """Plan the approved words for their account: a new delivery, or the waiting one again under this approval.

    What is public already, or may be, stays as it is: a post goes once to an account.
    """
    there = (
        Delivery.objects.filter(post=approval.post, account=approval.account).exclude(state__in=ENDED).first()
    )
    if there is None:
        delivery = _plan_new(approval, member, due_at, now)
    elif there.state in WAITING:
        delivery = _plan_again(there, approval, member, due_at=due_at, now=now)
    else:
        return there
    tell_the_clock(delivery)
    return delivery


def _plan_new(approval: Approval, member: Member, due_at: datetime, now: datetime) -> Delivery:
    delivery = Delivery.objects.create(
        shop_id=approval.shop_id,
        post=approval.post,
        account=approval.account,
        approval=approval,
        kind=approval.post.kind,
        due_at=due_at,
        try_at=due_at,
        key=uuid.uuid4().hex,
        made_at=now,
    )
    note_planned(delivery, at=now, member=member)
    return delivery


def _plan_again(
    delivery: Delivery, approval: Approval, member: Member, *, due_at: datetime, now: datetime
) -> Delivery:
    changes: dict[str, Any] = {
        "approval": approval,
        "due_at": due_at,
        "try_at": due_at,
        "revision": delivery.revision + 1,
        "held_why": {},
    }
    if delivery.approval.fingerprint != approval.fingerprint:
        # Other words are another publication: the network must not take them for the earlier attempt.
        changes |= {"key": uuid.uuid4().hex, "began_at": None, "sent_text": ""}
    if delivery.state == "planned":
        if not as_seen(delivery).update(**changes):
            raise Overtaken(f"delivery {delivery.pk} moved while it was planned again")
        delivery.refresh_from_db()
        return delivery
    return move_delivery(delivery, "approve", at=now, member=member, **changes)


def replan(post: Post, member: Member, due_at: datetime, *, now: datetime) -> Post:
    """Move the post and its planned deliveries to another moment. An approval says nothing about time, so it stays."""
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not plan. Ask the owner of the shop."))
    if post.state == "discarded":
        raise BadInput(_("This post was thrown away. Take it back out first."))
    if due_at < now:
        raise BadInput(_("That moment has passed. Choose one that is still to come."))
    there = set(post.deliveries.exclude(state__in=ENDED).values_list("state", flat=True))
    if there and not there & set(WAITING):
        raise BadInput(_("This post is public already, or may be. Its moment has been."))
    with transaction.atomic():
        Post.objects.filter(pk=post.pk).update(plan_at=due_at, changed_at=now)
        move_planned(post, member, due_at, now=now)
    post.refresh_from_db()
    return post


def move_planned(post: Post, member: Member, due_at: datetime, *, now: datetime) -> None:
    """Have what is planned go out at another moment, at once when that has passed; what began already is left alone."""
    due_at = max(due_at, now)
    for delivery in post.deliveries.filter(state="planned").exclude(due_at=due_at):
        if as_seen(delivery).update(due_at=due_at, try_at=due_at, revision=delivery.revision + 1):
            delivery.refresh_from_db()
            note_replanned(delivery, at=now, member=member)
            tell_the_clock(delivery)


def cancel_delivery(
    delivery: Delivery, *, at: datetime, member: Member | None = None, why: str = ""
) -> Delivery:
    """Do not send it after all."""
    return move_delivery(delivery, "cancel", at=at, member=member, details={"why": why} if why else {})
