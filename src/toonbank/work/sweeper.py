"""Every half minute: whatever is due according to the rows and is not being taken care of, is started."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connections
from django.db.models import Q
from django_scopes import scopes_disabled

from toonbank.posts.models import Delivery
from toonbank.work.dispatcher import Dispatcher, Standing
from toonbank.work.steps import utc_now

EVERY = 30.0  # seconds
GRACE = timedelta(seconds=1)
AT_A_TIME = 200

log = logging.getLogger(__name__)


def sweep(dispatcher: Dispatcher, now: datetime) -> int:
    """Start what is due and forgotten; returns how many were started.

    Something that runs for longer than a lease is not believed: the process that had it is dead.
    """
    overdue = _overdue(now)
    standing = dispatcher.status([(delivery.pk, delivery.revision) for delivery in overdue])
    forgotten = [
        delivery
        for delivery in overdue
        if _is_forgotten(delivery, standing[delivery.pk, delivery.revision], now)
    ]
    for delivery in forgotten:
        dispatcher.schedule(delivery.pk, delivery.revision, now)
    if forgotten:
        log.info("swept", extra={"started": len(forgotten)})
    return len(forgotten)


def _overdue(now: datetime) -> list[Delivery]:
    late = Q(state__in=["planned", "uncertain"], try_at__lte=now - GRACE)
    interrupted = Q(state="sending", lease_until__lte=now - GRACE)
    with scopes_disabled():
        found = Delivery.objects.filter(late | interrupted).order_by("try_at", "pk")
        return list(found.only("pk", "revision", "state", "try_at", "lease_until")[:AT_A_TIME])


def _is_forgotten(delivery: Delivery, standing: Standing, now: datetime) -> bool:
    if standing is Standing.WAITING:
        return False
    since = delivery.lease_until if delivery.state == "sending" else delivery.try_at
    was_cut_off = since is not None and now - since > settings.SEND_LEASE
    return standing is Standing.NONE or delivery.state == "sending" or was_cut_off


class Rounds:
    """Calls `visit` at once and then every `seconds`, or sooner when called, in a thread of its own."""

    def __init__(self, name: str, visit: Callable[[datetime], object], seconds: float = EVERY) -> None:
        self._name, self._visit, self._seconds = name, visit, seconds
        self._is_over = False
        self._called = threading.Event()
        self._thread = threading.Thread(target=self._walk, name=f"rounds-{name}", daemon=True)

    def start(self) -> None:
        """Begin the first round."""
        self._thread.start()

    def call(self) -> None:
        """Have the next round begin now, or as soon as the present one is done."""
        self._called.set()

    def stop(self, within: float = 5.0) -> None:
        """End after the round that is under way, or after `within` seconds."""
        self._is_over = True
        self._called.set()
        self._thread.join(within)

    def _walk(self) -> None:
        while not self._is_over:
            self._called.clear()
            try:
                self._visit(utc_now())
            except Exception:  # the next round comes, whatever happened in this one
                log.exception("round broke off", extra={"round": self._name})
            finally:
                connections.close_all()
            if not self._is_over:
                self._called.wait(self._seconds)
