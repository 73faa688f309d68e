"""One step of a delivery, as any engine runs it: in a thread of its own, with its own line to the database."""

import logging
from datetime import UTC, datetime

from django.db import connections
from django_scopes import scopes_disabled

from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


def take_step(delivery_id: int) -> tuple[int, datetime] | None:
    """Take the delivery one step further; the plan's revision and when to come back, None when all is done."""
    try:
        again_at = deliver(delivery_id, clock=utc_now)
        return (_revision(delivery_id), again_at) if again_at else None
    finally:
        # Threads of the engine come and go; a line left open would keep its cache and, on PostgreSQL, a place.
        connections.close_all()


def _revision(delivery_id: int) -> int:
    with scopes_disabled():
        return Delivery.objects.values_list("revision", flat=True).get(pk=delivery_id)
