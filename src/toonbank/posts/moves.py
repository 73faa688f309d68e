"""The only place that changes a state: a conditional update and its Move in one transaction."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction

from toonbank.core.errors import Overtaken
from toonbank.core.lifecycle import DELIVERY, POST
from toonbank.posts.models import Delivery, Move, Post
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
        moved = Delivery.objects.filter(pk=delivery.pk, state=origin, attempts=delivery.attempts).update(
            **changes
        )
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
    for name, value in changes.items():
        setattr(delivery, name, value)
    log.info("delivery moved", extra={"delivery": delivery.pk, "event": event, "state": target})
    return delivery


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
