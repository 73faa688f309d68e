"""Sending: once, under a person's yes, checked again at that very moment. The one place that publishes a post.

A delivery in `sending` belongs to one worker until its lease is over. The lease is longer than any write may last,
so a delivery whose lease is over is not being sent by anybody: it was interrupted, and we look before anything else.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django_scopes import scope, scopes_disabled

from toonbank.channels.base import Channel, Outgoing, Receipt
from toonbank.core.errors import ChannelTrouble, Overtaken, Refused, SignInAgain, TryLater
from toonbank.ledger.writing import record
from toonbank.posts.checking import Judged, judge_variant
from toonbank.posts.fingerprint import fingerprint, text_for
from toonbank.posts.models import Delivery, Variant
from toonbank.posts.moves import move_delivery
from toonbank.posts.pictures import outgoing_pictures
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account

log = logging.getLogger(__name__)

LOOK_AGAIN = timedelta(seconds=20)
LOOK_FOR = timedelta(hours=24)

Clock = Callable[[], datetime]
Opener = Callable[[Account], Channel]


def deliver(delivery_id: int, *, clock: Clock, opener: Opener = open_account) -> datetime | None:
    """Take the delivery one step further. Returns when to come back, None when no clock is needed any more."""
    with scopes_disabled():
        delivery = Delivery.objects.select_related("shop", "account", "post", "approval").get(pk=delivery_id)
    with scope(shop=delivery.shop):
        try:
            return _STEPS[delivery.state](delivery, clock, opener) if delivery.state in _STEPS else None
        except Overtaken:
            return clock() + LOOK_AGAIN  # another worker has it; the sweeper would notice if it died


def _send_when_due(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    now = clock()
    if now < delivery.try_at:
        return delivery.try_at
    why = _reason_to_hold(delivery, now)
    if why:
        _hold(delivery, why, now)
        return None
    turn = _turn_of_account(delivery, now)
    if turn > now:
        Delivery.objects.filter(pk=delivery.pk, state="planned").update(try_at=turn)
        return turn
    try:
        channel = opener(delivery.account)
    except ChannelTrouble as trouble:
        return _put_off_or_hold(delivery, trouble, now)
    post = _begin(delivery, now)
    return _send(delivery, channel, post, clock)


def _reason_to_hold(delivery: Delivery, now: datetime) -> dict[str, Any]:
    """Why this may not go out now, {} when it may."""
    post, approval = delivery.post, delivery.approval
    variant = post.variants.filter(account=delivery.account).select_related("account").first()
    if variant is None or post.state != "approved":
        return {"why": "not_approved"}
    if approval.voided_at or fingerprint(post, variant) != approval.fingerprint:
        return {"why": "text_changed"}
    if approval.expires_at <= now:
        return {"why": "approval_expired"}
    if delivery.account.state != Account.State.OPEN:
        return {"why": "signed_out"}
    return _what_changed(judge_variant(post, variant, now=now, publish_at=now), approval.checkup)


def _what_changed(judged: Judged, approved: dict[str, Any]) -> dict[str, Any]:
    if not judged.may_go_out:
        return {"why": "finding", "findings": [finding.as_json() for finding in judged.unanswered]}
    before = {(claim["kind"], claim["start"]): claim["state"] for claim in approved["claims"]}
    weaker = [
        claim.as_json()
        for claim in judged.checkup.claims
        if before.get((claim.kind, claim.start)) == "proven" and str(claim.state) != "proven"
    ]
    return {"why": "older_evidence", "claims": weaker} if weaker else {}


def _hold(delivery: Delivery, why: dict[str, Any], now: datetime) -> None:
    with transaction.atomic():
        move_delivery(delivery, "hold", at=now, details=why, held_why=why)
        record(delivery.shop, "held", f"delivery:{delivery.pk}", {"post": delivery.post_id} | why, at=now)


def _turn_of_account(delivery: Delivery, now: datetime) -> datetime:
    """Take the account's next turn, so that two sends keep the network's pace; a later moment when it is taken."""
    gap = timedelta(seconds=float(delivery.account.limits.get("seconds_between", 1.0)))
    taken = Account.objects.filter(pk=delivery.account_id, next_send_at__lte=now).update(
        next_send_at=now + gap
    )
    if taken:
        return now
    return Account.objects.values_list("next_send_at", flat=True).get(pk=delivery.account_id)


def _put_off_or_hold(delivery: Delivery, trouble: ChannelTrouble, now: datetime) -> datetime | None:
    """Nothing was begun: the account could not be opened."""
    if isinstance(trouble, SignInAgain):
        Account.objects.filter(pk=delivery.account_id).update(state=Account.State.SIGNED_OUT)
        _hold(delivery, {"why": "signed_out"}, now)
        return None
    later = now + timedelta(seconds=trouble.after if isinstance(trouble, TryLater) else 60)
    Delivery.objects.filter(pk=delivery.pk, state="planned").update(try_at=later)
    return later


def _begin(delivery: Delivery, now: datetime) -> Outgoing:
    """Commit the start of sending before the first byte leaves, with the very words that were approved.

    The words are read again inside the transaction: an edit that came in between must not slip out.
    """
    with transaction.atomic():
        move_delivery(
            delivery,
            "start",
            at=now,
            attempts=delivery.attempts + 1,
            began_at=delivery.began_at or now,
            lease_until=now + settings.SEND_LEASE,
        )
        variant = Variant.objects.select_related("post").get(
            post=delivery.post_id, account=delivery.account_id
        )
        if fingerprint(variant.post, variant) != delivery.approval.fingerprint:
            raise Overtaken(f"post {delivery.post_id} was changed while its delivery began")
        delivery.sent_text = text_for(variant.post, variant)
        Delivery.objects.filter(pk=delivery.pk).update(sent_text=delivery.sent_text)
        return _outgoing(delivery, with_pictures=True)


def _outgoing(delivery: Delivery, *, with_pictures: bool) -> Outgoing:
    return Outgoing(
        key=delivery.key,
        text=delivery.sent_text,
        lang=delivery.post.lang,
        created_at=delivery.began_at or delivery.due_at,
        pictures=outgoing_pictures(delivery.post) if with_pictures else (),
    )


def _send(delivery: Delivery, channel: Channel, post: Outgoing, clock: Clock) -> datetime | None:
    try:
        receipt = channel.send(post)
    except TryLater as trouble:
        return _not_sent(delivery, trouble, clock())
    except SignInAgain:
        now = clock()
        Account.objects.filter(pk=delivery.account_id).update(state=Account.State.SIGNED_OUT)
        move_delivery(delivery, "signed_out", at=now, lease_until=None, held_why={"why": "signed_out"})
        return None
    except Refused as trouble:
        said = {"why": "refused", "said": str(trouble)}
        move_delivery(delivery, "refusal", at=clock(), details=said, lease_until=None, held_why=said)
        return None
    except Exception as trouble:  # whatever broke, it may be public by now
        log.warning("outcome unknown", extra={"delivery": delivery.pk, "trouble": type(trouble).__name__})
        return _fall_silent(delivery, clock())
    _arrived(delivery, receipt, clock(), event="receipt")
    return None


def _not_sent(delivery: Delivery, trouble: TryLater, now: datetime) -> datetime:
    later = now + timedelta(seconds=trouble.after)
    with transaction.atomic():
        move_delivery(
            delivery,
            "not_sent",
            at=now,
            details={"until": later.isoformat()},
            lease_until=None,
            try_at=later,
            revision=delivery.revision + 1,
        )
        Account.objects.filter(pk=delivery.account_id, next_send_at__lt=later).update(next_send_at=later)
    return later


def _fall_silent(delivery: Delivery, now: datetime) -> datetime:
    later = now + LOOK_AGAIN
    move_delivery(delivery, "silence", at=now, lease_until=None, try_at=later)
    return later


def _arrived(delivery: Delivery, receipt: Receipt, now: datetime, *, event: str) -> None:
    fields: dict[str, Any] = {
        "remote_id": receipt.remote_id,
        "remote_url": receipt.url,
        "sent_at": now,
        "lease_until": None,
        "held_why": {},
    }
    with transaction.atomic():
        try:
            with transaction.atomic():
                move_delivery(delivery, event, at=now, details={"url": receipt.url}, **fields)
        except Overtaken:
            # We were given up on while the answer was under way. It is public: that counts more than our lateness.
            delivery.refresh_from_db()
            move_delivery(delivery, "found", at=now, details={"url": receipt.url, "late": True}, **fields)
        record(delivery.shop, "sent", f"delivery:{delivery.pk}", _sent_line(delivery), at=now)


def _sent_line(delivery: Delivery) -> dict[str, Any]:
    return {
        "post": delivery.post_id,
        "account": delivery.account_id,
        "text": delivery.sent_text,
        "fingerprint": delivery.approval.fingerprint,
        "approved_by": delivery.approval.member_id,
        "remote_id": delivery.remote_id,
        "url": delivery.remote_url,
    }


def _notice_broken_lease(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    now = clock()
    if delivery.lease_until and now < delivery.lease_until:
        return delivery.lease_until
    _fall_silent(delivery, now)
    return _look(delivery, clock, opener)


def _look(delivery: Delivery, clock: Clock, opener: Opener) -> datetime | None:
    """The outcome is unknown: did it go out after all? Only reads."""
    now = clock()
    try:
        receipt = opener(delivery.account).find(_outgoing(delivery, with_pictures=False))
    except ChannelTrouble as trouble:
        return _look_later(delivery, trouble, now)
    if receipt:
        _arrived(delivery, receipt, now, event="found")
    else:
        move_delivery(
            delivery, "not_found", at=now, details={"why": "not_found"}, held_why={"why": "not_found"}
        )
    return None


def _look_later(delivery: Delivery, trouble: ChannelTrouble, now: datetime) -> datetime | None:
    if now - (delivery.began_at or now) > LOOK_FOR:
        move_delivery(
            delivery,
            "not_found",
            at=now,
            details={"why": "could_not_look"},
            held_why={"why": "could_not_look"},
        )
        return None
    later = now + timedelta(seconds=trouble.after if isinstance(trouble, TryLater) else 300)
    Delivery.objects.filter(pk=delivery.pk, state="uncertain").update(try_at=later)
    return later


_STEPS: dict[str, Callable[[Delivery, Clock, Opener], datetime | None]] = {
    "planned": _send_when_due,
    "sending": _notice_broken_lease,
    "uncertain": _look,
}
