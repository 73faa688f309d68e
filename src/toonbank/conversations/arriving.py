"""What becomes of our own words once they are on their way: they get the network's name, or come back to the counter."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from toonbank.conversations.cases import answer_is_gone, note_answer
from toonbank.conversations.models import WAITING, Conversation, Message
from toonbank.conversations.moves import move_conversation
from toonbank.conversations.papers import Writing
from toonbank.core.lifecycle import CONVERSATION
from toonbank.posts.models import Delivery
from toonbank.posts.telling import is_doubtful

UNDER_WAY = frozenset({"plan", "approve", "receipt", "found"})
CAME_BACK = frozenset({"hold", "refusal", "signed_out", "silence", "not_found"})
"""Silence too: until we know better nobody was answered; once it is found it is their turn again."""
GONE = frozenset({"cancel", "withdraw"})


def reply_moved(sender: type, *, delivery_id: int, event: str, **_more: Any) -> None:
    """Follow the delivery of a reply; called inside the transaction that moves it."""
    with transaction.atomic():  # trouble of ours undoes what we did here, never the receipt
        delivery = Delivery.objects.select_related("post", "approval").get(pk=delivery_id)
        message = (
            Message.objects.select_related("conversation")
            .filter(post=delivery.post_id)
            .order_by("pk")
            .first()
        )
        if message is not None:
            _follow(delivery, message, event, timezone.now())


def _follow(delivery: Delivery, message: Message, event: str, now: datetime) -> None:
    if delivery.state == "sent":
        _name(message, delivery)
    if event in UNDER_WAY:
        _is_there(message, None)
        _was_written(message, delivery.approval.at)
        _is_answered(message, now)
        note_answer(message.conversation, delivery.post, now=now)
    elif event in CAME_BACK:
        _is_there(message, now)
        answer_is_gone(message, now=now)
        _comes_back(delivery, message, now)
    elif event in GONE:
        _is_there(message, now)
        answer_is_gone(message, now=now)


def _name(message: Message, delivery: Delivery) -> None:
    """The network's own name and address. Its echo may have come in first, as a message of its own: it is the same words."""
    echo = Message.objects.filter(account=delivery.account_id, remote_id=delivery.remote_id)
    echo.exclude(pk=message.pk).filter(is_ours=True).delete()
    Message.objects.filter(pk=message.pk).update(
        remote_id=delivery.remote_id, url=delivery.remote_url, at=delivery.sent_at
    )


def _is_there(message: Message, gone_at: datetime | None) -> None:
    """Whether our words stand at the network, or are about to. What does not is no answer; intake reads it like this too."""
    Message.objects.filter(pk=message.pk).update(deleted_at=gone_at)


def _was_written(message: Message, at: datetime) -> None:
    """Whoever says yes to it, also once more, has read what we had heard by then; later it only travels."""
    message.heard_at = at
    Message.objects.filter(pk=message.pk).update(heard_at=at)


def _is_answered(message: Message, now: datetime) -> None:
    """It is on its way again, or turned out to be there: unless more was heard since it was written, it is their turn."""
    talk = message.conversation
    is_newer = Q(heard_at__gt=message.heard_at) | Q(raised_heard_at__gt=message.heard_at)
    newer = talk.messages.filter(is_newer, is_ours=False, deleted_at=None)
    if talk.state in WAITING and not newer.exists():
        move_conversation(talk, "reply", at=now, due_at=None, heard_at=None)


def _comes_back(delivery: Delivery, message: Message, now: datetime) -> None:
    """It did not arrive: the conversation waits for us again, at once, and the words lie ready for who wrote them."""
    talk = message.conversation
    if "not_arrived" in CONVERSATION.states[talk.state].events:
        why = str(delivery.held_why.get("why", ""))
        move_conversation(talk, "not_arrived", at=now, why=why, due_at=now, heard_at=_heard_at(talk, now))
    if message.member_id and not is_doubtful(delivery):
        Writing.objects.get_or_create(
            conversation=talk,
            member_id=message.member_id,
            defaults={
                "shop_id": talk.shop_id,
                "text": delivery.post.text,
                "is_private": delivery.post.is_private,
                "at": now,
                "until_at": now,
            },
        )


def _heard_at(talk: Conversation, now: datetime) -> datetime:
    last = talk.messages.filter(is_ours=False, deleted_at=None).order_by("-at").first()
    return last.at if last else now
