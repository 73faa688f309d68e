"""What is written down once something is public: the delivery's state, its story, and a line in the ledger."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction

from toonbank.channels.base import Receipt
from toonbank.core.errors import Overtaken
from toonbank.core.lifecycle import DELIVERY
from toonbank.ledger.writing import record
from toonbank.posts.ledgerwords import as_written_down
from toonbank.posts.models import Delivery
from toonbank.posts.moves import move_delivery, note_late
from toonbank.shops.models import Member

log = logging.getLogger(__name__)


def note_published(
    delivery: Delivery, receipt: Receipt, now: datetime, *, event: str, member: Member | None = None
) -> None:
    """It is public: move the delivery, whoever else moved it meanwhile, and write what was claimed on which evidence."""
    details = {"url": receipt.url}
    with transaction.atomic():
        try:
            with transaction.atomic():
                _move(delivery, receipt, now, event=event, member=member, details=details)
        except Overtaken:
            if not _note_overtaken(delivery, receipt, now, details):
                return
        line = _sent_line(delivery, receipt) | ({"seen_by": member.pk} if member else {})
        record(delivery.shop, "sent", f"delivery:{delivery.pk}", line, at=now)


def _move(delivery: Delivery, receipt: Receipt, now: datetime, **how: Any) -> None:
    move_delivery(
        delivery,
        how.pop("event"),
        at=now,
        remote_id=receipt.remote_id,
        remote_url=receipt.url,
        sent_at=now,
        lease_until=None,
        held_why={},
        **how,
    )


def _note_overtaken(delivery: Delivery, receipt: Receipt, now: datetime, details: dict[str, Any]) -> bool:
    """We were given up on while the answer was under way. It is public: that counts more than our lateness.

    False when this very publication was written down already.
    """
    delivery.refresh_from_db()
    if delivery.remote_id == receipt.remote_id:
        return False
    details = details | {"late": True}
    possible = DELIVERY.states[delivery.state].events
    event = next((event for event in ("found", "receipt") if event in possible), "")
    if event:
        _move(delivery, receipt, now, event=event, details=details)
        return True
    log.error("published beside its row", extra={"delivery": delivery.pk, "state": delivery.state})
    note_late(delivery, at=now, details=details | {"remote_id": receipt.remote_id})
    return True


def _sent_line(delivery: Delivery, receipt: Receipt) -> dict[str, Any]:
    start = delivery.moves.filter(event="start").order_by("-pk").first()
    line = {
        "post": delivery.post_id,
        "account": delivery.account_id,
        "text": delivery.sent_text,
        "fingerprint": delivery.approval.fingerprint,
        "approved_by": delivery.approval.member_id,
        "claims": start.details.get("claims", []) if start else [],
        "checked_at": start.at.isoformat() if start else None,
        "remote_id": receipt.remote_id,
        "url": receipt.url,
    }
    return as_written_down(delivery.post.kind, line)
