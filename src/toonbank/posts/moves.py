"""The only place that changes a state: a conditional update and its Move in one transaction."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction

from toonbank.core.errors import Overtaken
from toonbank.core.lifecycle import DELIVERY, POST
from toonbank.posts.models import Delivery, DeliverySet, Kind, Move, Post
from toonbank.posts.signals import reply_moved
from toonbank.shops.models import Member

log = logging.getLogger(__name__)


def move_post(post: Post, event: str, *, at: datetime, **changes: Any) -> Post:
    """Apply `event` to the post, together with `changes` of other fields.

    Overtaken when the post is no longer in the state and version that the caller saw; LifecycleError when the
    event is not possible in that state.
    """
    target = POST.target(post.state, event)
    changes |= {"state": target, "changed_at": at}
    moved = Post.objects.filter(pk=post.pk, state=post.state, version=post.version).update(**changes)
    if not moved:
        raise Overtaken(f"post {post.pk} was changed by somebody else")
    for name, value in changes.items():
        setattr(post, name, value)
    log.info("post moved", extra={"post": post.pk, "event": event, "state": target})
    return post


def move_delivery(
    delivery: Delivery,
    event: str,
    *,
    at: datetime,
    member: Member | None = None,
    details: dict[str, Any] | None = None,
    **changes: Any,
) -> Delivery:
    """Apply `event` to the delivery, together with `changes` of other fields, and write the Move.

    Overtaken when somebody else moved it first; LifecycleError when the event is not possible in that state.
    """
    origin, target = delivery.state, DELIVERY.target(delivery.state, event)
    changes |= {"state": target}
    with transaction.atomic():
        moved = as_seen(delivery).update(**changes)
        if not moved:
            raise Overtaken(f"delivery {delivery.pk} was no longer {origin}")
        Move.objects.create(
            shop_id=delivery.shop_id,
            delivery_id=delivery.pk,
            event=event,
            from_state=origin,
            to_state=target,
            at=at,
            member=member,
            details=details or {},
        )
        if delivery.kind == Kind.REPLY:
            # Robust: what is public must be written down, whatever trouble a listener has with it.
            reply_moved.send_robust(Delivery, delivery_id=delivery.pk, event=event)
    for name, value in changes.items():
        setattr(delivery, name, value)
    log.info("delivery moved", extra={"delivery": delivery.pk, "event": event, "state": target})
    return delivery


def as_seen(delivery: Delivery) -> DeliverySet:
    """The row as long as nobody moved it, began another attempt or planned it again since the caller read it."""
    return Delivery.objects.filter(
        pk=delivery.pk, state=delivery.state, attempts=delivery.attempts, revision=delivery.revision
    )


def note_planned(delivery: Delivery, *, at: datetime, member: Member) -> None:
    """The first line of a delivery's story."""
    Move.objects.create(
        shop_id=delivery.shop_id,
        delivery=delivery,
        event="plan",
        to_state=delivery.state,
        at=at,
        member=member,
    )


def note_replanned(delivery: Delivery, *, at: datetime, member: Member) -> None:
    """Somebody chose another moment; the story must tell, the state stays."""
    Move.objects.create(
        shop_id=delivery.shop_id,
        delivery=delivery,
        event="replan",
        from_state=delivery.state,
        to_state=delivery.state,
        at=at,
        member=member,
        details={"due_at": delivery.due_at.isoformat()},
    )


def note_late(delivery: Delivery, *, at: datetime, details: dict[str, Any]) -> None:
    """A receipt came for a delivery that no longer waits for one; its story must tell, its state stays."""
    Move.objects.create(
        shop_id=delivery.shop_id,
        delivery=delivery,
        event="late_receipt",
        from_state=delivery.state,
        to_state=delivery.state,
        at=at,
        details=details,
    )
