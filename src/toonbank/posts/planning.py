"""When a delivery goes out: planned, moved to another day, cancelled. The clock is told on commit."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from toonbank.core.errors import BadInput, NotAllowed
from toonbank.posts.models import Approval, Delivery, Post
from toonbank.posts.moves import move_delivery, note_planned
from toonbank.posts.signals import delivery_planned
from toonbank.shops.models import Member


def tell_the_clock(delivery: Delivery) -> None:
    """Have the delivery's workflow started once this transaction is committed."""
    transaction.on_commit(lambda: delivery_planned.send(Delivery, delivery=delivery))


def plan(approval: Approval, member: Member, *, due_at: datetime, now: datetime) -> Delivery:
    """Plan the approved words for their account: a new delivery, or the waiting one again under this approval."""
    waiting = Delivery.objects.filter(
        post=approval.post, account=approval.account, state__in=["held", "refused", "planned"]
    ).first()
    delivery = (
        _plan_again(waiting, approval, member, due_at, now)
        if waiting
        else _plan_new(approval, member, due_at, now)
    )
    tell_the_clock(delivery)
    return delivery


def _plan_new(approval: Approval, member: Member, due_at: datetime, now: datetime) -> Delivery:
    delivery = Delivery.objects.create(
        shop_id=approval.shop_id,
        post=approval.post,
        account=approval.account,
        approval=approval,
        due_at=due_at,
        try_at=due_at,
        key=uuid.uuid4().hex,
        made_at=now,
    )
    note_planned(delivery, at=now, member=member)
    return delivery


def _plan_again(
    delivery: Delivery, approval: Approval, member: Member, due_at: datetime, now: datetime
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
        Delivery.objects.filter(pk=delivery.pk, state="planned").update(**changes)
        delivery.refresh_from_db()
        return delivery
    return move_delivery(delivery, "approve", at=now, member=member, **changes)


def replan(post: Post, member: Member, due_at: datetime, *, now: datetime) -> Post:
    """Move the post and its planned deliveries to another moment. An approval says nothing about time, so it stays."""
    if not member.may("write"):
        raise NotAllowed("This member may read, not plan.")
    if due_at < now:
        raise BadInput("That moment has passed; choose one in the future.")
    with transaction.atomic():
        Post.objects.filter(pk=post.pk).update(plan_at=due_at, changed_at=now)
        for delivery in post.deliveries.filter(state="planned"):
            Delivery.objects.filter(pk=delivery.pk, state="planned").update(
                due_at=due_at, try_at=due_at, revision=delivery.revision + 1
            )
            delivery.refresh_from_db()
            tell_the_clock(delivery)
    post.refresh_from_db()
    return post


def cancel_delivery(
    delivery: Delivery, *, at: datetime, member: Member | None = None, why: str = ""
) -> Delivery:
    """Do not send it after all."""
    return move_delivery(delivery, "cancel", at=at, member=member, details={"why": why} if why else {})
