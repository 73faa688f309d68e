"""Sending: once, under a person's yes, checked again at that very moment. The one place that publishes a post.

A delivery in `sending` belongs to one worker until its lease is over. The lease is longer than any write may last,
so a delivery whose lease is over is not being sent by anybody: it was interrupted, and we look before anything else.

Before the start is committed a trouble of ours means trying again; after it, it means not knowing, and looking.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django_scopes import scope, scopes_disabled

from toonbank.channels.base import Channel, Outgoing
from toonbank.core.errors import ChannelTrouble, Overtaken, Refused, SignInAgain, TryLater
from toonbank.ledger.writing import record
from toonbank.posts.fingerprint import text_for
from toonbank.posts.ledgerwords import as_written_down
from toonbank.posts.models import Approval, Delivery
from toonbank.posts.moves import as_seen, move_delivery
from toonbank.posts.outgoing import find_own, outgoing, to_look_for
from toonbank.posts.receipts import note_published
from toonbank.posts.rechecking import LastLook, look_once_more, variant_of, why_approval_fails
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account

log = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(seconds=20)
LOOK_FOR = timedelta(hours=24)
PAUSE = timedelta(seconds=60)
TRY_FOR = timedelta(hours=1)
OVERDUE = timedelta(minutes=10)
"""Who is this late may come from a backup that does not know of its own sending."""

Clock = Callable[[], datetime]
Opener = Callable[[Account], Channel]


def deliver(delivery_id: int, *, clock: Clock, opener: Opener = open_account) -> datetime | None:
    """Take the delivery one step further. Returns when to come back, None when no clock is needed any more.

    Calling it too often, too early, or twice at once does no harm.
    """
    delivery = _read(delivery_id)
    if delivery is None or delivery.state not in _STEPS:
        return None
    with scope(shop=delivery.shop):
        try:
            return _STEPS[delivery.state](delivery, clock, opener)
        except Overtaken:
            return clock() + LOOK_AGAIN  # another worker has it; the sweeper would notice if it died
        except Exception as trouble:
            log.exception(
                "delivery stumbled", extra={"delivery": delivery_id, "trouble": type(trouble).__name__}
            )
            return _come_back_after_stumbling(delivery_id, clock())


def _read(delivery_id: int) -> Delivery | None:
    with scopes_disabled():
        found = Delivery.objects.select_related("shop", "account__shop", "post", "approval")
        return found.filter(pk=delivery_id).first()


def _come_back_after_stumbling(delivery_id: int, now: datetime) -> datetime | None:
    """Our own code broke. What memory says may have been rolled back, so the row is read again."""
    delivery = _read(delivery_id)
    if delivery is None or delivery.state not in _STEPS:
        return None
    if delivery.state == "sending" and delivery.lease_until:
        return max(delivery.lease_until, now)
    if delivery.state == "planned" and now - delivery.due_at > TRY_FOR:
        _hold(delivery, {"why": "trouble"}, now)
        return None
    return _put_off(delivery, now + PAUSE)


def _put_off(delivery: Delivery, until: datetime) -> datetime:
    as_seen(delivery).update(try_at=until)
    return until


def _send_when_due(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    now = clock()
    if now < delivery.try_at:
        return delivery.try_at
    try:
        if _was_seen(delivery, now, opener):
            return None
        look = look_once_more(delivery, now)
        if look.why:
            _hold(delivery, look.why, now)
            return None
        turn = _turn_of_account(delivery, now)
        if turn > now:
            return _put_off(delivery, turn)
        channel = opener(delivery.account)
    except ChannelTrouble as trouble:
        return _put_off_or_hold(delivery, trouble, now)
    post = _begin(delivery, look, now)
    return _send(delivery, channel, post, clock)


def _was_seen(delivery: Delivery, now: datetime, opener: Opener) -> bool:
    """Whether it is public already: after an earlier attempt, or one that a restored backup does not know of."""
    if delivery.began_at is None and now - delivery.try_at <= OVERDUE:
        return False
    variant = variant_of(delivery)
    sought = to_look_for(delivery, text_for(variant.post, variant) if variant else "")
    receipt = find_own(delivery, opener(delivery.account), sought) if sought.text else None
    if receipt is None:
        return False
    if not delivery.sent_text:
        as_seen(delivery).update(sent_text=sought.text)
        delivery.sent_text = sought.text
    note_published(delivery, receipt, now, event="found")
    return True


def _hold(delivery: Delivery, why: dict[str, Any], now: datetime, *, event: str = "hold") -> None:
    with transaction.atomic():
        move_delivery(delivery, event, at=now, details=why, held_why=why, lease_until=None)
        line = as_written_down(delivery.kind, {"post": delivery.post_id} | why)
        record(delivery.shop, "held", f"delivery:{delivery.pk}", line, at=now)


def _turn_of_account(delivery: Delivery, now: datetime) -> datetime:
    """Take the account's next turn, so that two sends keep the network's pace; a later moment when it is taken.

    Who waits comes back when those before it had their turn, so that a hundred do not knock at once.
    """
    gap = timedelta(seconds=float(delivery.account.limits.get("seconds_between", 1.0)))
    if not gap and delivery.account.next_send_at <= now:
        return now
    account = Account.objects.filter(pk=delivery.account_id)
    if account.filter(next_send_at__lte=now).update(next_send_at=now + gap):
        return now
    next_at = account.values_list("next_send_at", flat=True).get()
    earlier = Q(due_at__lt=delivery.due_at) | Q(due_at=delivery.due_at, pk__lt=delivery.pk)
    waiting = Delivery.objects.filter(
        earlier, account=delivery.account_id, state="planned", try_at__lte=next_at
    )
    return max(next_at, now) + gap * waiting[:1000].count()


def _put_off_or_hold(delivery: Delivery, trouble: ChannelTrouble, now: datetime) -> datetime | None:
    """Nothing was begun: the account could not be opened, or not be looked through."""
    if isinstance(trouble, SignInAgain):
        _sign_out(delivery)
        _hold(delivery, {"why": "signed_out"}, now)
        return None
    if now - delivery.due_at > LOOK_FOR:
        _hold(delivery, {"why": "could_not_look" if delivery.began_at else "trouble"}, now)
        return None
    return _put_off(delivery, now + _pause(trouble))


def _pause(trouble: ChannelTrouble) -> timedelta:
    return timedelta(seconds=max(trouble.after, 1.0)) if isinstance(trouble, TryLater) else PAUSE


def _sign_out(delivery: Delivery) -> None:
    Account.objects.filter(pk=delivery.account_id, state=Account.State.OPEN).update(
        state=Account.State.SIGNED_OUT
    )


def _begin(delivery: Delivery, look: LastLook, now: datetime) -> Outgoing:
    """Commit the start of sending before the first byte leaves, with the very words that were approved.

    Words, account and approval are read again inside the transaction: an edit that came in between must not slip out.
    """
    with transaction.atomic():
        move_delivery(
            delivery,
            "start",
            at=now,
            details={"claims": look.claims},
            attempts=delivery.attempts + 1,
            began_at=delivery.began_at or now,
            lease_until=now + settings.SEND_LEASE,
        )
        variant = variant_of(delivery)
        approval = Approval.objects.get(pk=delivery.approval_id)
        is_open = variant is not None and variant.account.state == Account.State.OPEN
        if variant is None or not is_open or why_approval_fails(approval, variant, now):
            raise Overtaken(f"post {delivery.post_id} was changed while its delivery began")
        delivery.sent_text = text_for(variant.post, variant)
        as_seen(delivery).update(sent_text=delivery.sent_text)
    return outgoing(delivery, look.pictures)


def _send(delivery: Delivery, channel: Channel, post: Outgoing, clock: Clock) -> datetime | None:
    if delivery.lease_until and clock() >= delivery.lease_until:
        return delivery.lease_until  # we slept through our own lease: somebody else may be looking already
    try:
        receipt = channel.send(post)
    except TryLater as trouble:
        return _not_sent(delivery, trouble, clock())
    except SignInAgain:
        _sign_out(delivery)
        _hold(delivery, {"why": "signed_out"}, clock(), event="signed_out")
        return None
    except Refused as trouble:
        said = {"why": "refused", "said": str(trouble)}
        _hold(delivery, said, clock(), event="refusal")
        return None
    except Exception as trouble:  # whatever broke, it may be public by now
        log.warning("outcome unknown", extra={"delivery": delivery.pk, "trouble": type(trouble).__name__})
        return _fall_silent(delivery, clock())
    note_published(delivery, receipt, clock(), event="receipt")
    return None


def _not_sent(delivery: Delivery, trouble: TryLater, now: datetime) -> datetime:
    later = now + _pause(trouble)
    # As long as every attempt is known to have failed, the next one may carry its own moment.
    was_silent = delivery.moves.filter(event="silence").exists()
    with transaction.atomic():
        move_delivery(
            delivery,
            "not_sent",
            at=now,
            details={"until": later.isoformat()},
            lease_until=None,
            began_at=delivery.began_at if was_silent else None,
            try_at=later,
            revision=delivery.revision + 1,
        )
        Account.objects.filter(pk=delivery.account_id, next_send_at__lt=later).update(next_send_at=later)
    return later


def _fall_silent(delivery: Delivery, now: datetime) -> datetime:
    later = now + LOOK_AGAIN
    move_delivery(delivery, "silence", at=now, lease_until=None, try_at=later)
    return later


def _notice_broken_lease(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    now = clock()
    if delivery.lease_until and now < delivery.lease_until:
        return delivery.lease_until
    _fall_silent(delivery, now)
    return _look(delivery, clock, opener)


def _look(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    """The outcome is unknown: did it go out after all? Only reads, and asks a person when it cannot be known."""
    try:
        receipt = find_own(delivery, opener(delivery.account), to_look_for(delivery))
    except ChannelTrouble as trouble:
        return _look_later(delivery, trouble, clock())
    if receipt:
        note_published(delivery, receipt, clock(), event="found")
    else:
        _hold(delivery, {"why": "not_found"}, clock(), event="not_found")
    return None


def _look_later(delivery: Delivery, trouble: ChannelTrouble, now: datetime) -> datetime | None:
    if isinstance(trouble, SignInAgain):
        _sign_out(delivery)
    if now - (delivery.began_at or now) > LOOK_FOR:
        _hold(delivery, {"why": "could_not_look"}, now, event="not_found")
        return None
    return _put_off(delivery, now + (_pause(trouble) if isinstance(trouble, TryLater) else 5 * PAUSE))


_STEPS: dict[str, Callable[[Delivery, Clock, Opener], datetime | None]] = {
    "planned": _send_when_due,
    "sending": _notice_broken_lease,
    "uncertain": _look,
}
