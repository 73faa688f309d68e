"""A worker: the engine, the rounds, and an ear for what people plan. It lives in `toonbank serve` or `toonbank work`."""

import logging
from typing import Any

from toonbank.evidence.refreshing import refresh_due_sources
from toonbank.evidence.signals import import_wanted
from toonbank.posts.models import Delivery
from toonbank.posts.signals import delivery_planned
from toonbank.shops.opening import refresh_limits
from toonbank.work import engine
from toonbank.work.sweeper import Rounds, sweep

FORGET_EVERY = 3600.0  # seconds
LIMITS_EVERY = 3600.0  # seconds; each account is asked once a day, and again an hour after it did not answer

log = logging.getLogger(__name__)


class Worker:
    """Everything that must happen by itself in one process."""

    def __init__(self, role: str) -> None:
        self._dispatcher = engine.launch(role)
        self._sources = Rounds("sources", refresh_due_sources)
        self._rounds = [
            Rounds("deliveries", lambda now: sweep(self._dispatcher, now)),
            self._sources,
            Rounds("forget", engine.forget_old, FORGET_EVERY),
            Rounds("limits", refresh_limits, LIMITS_EVERY),
        ]

    def start(self) -> None:
        """Listen and sweep."""
        delivery_planned.connect(self._hear_plan, dispatch_uid="worker")
        import_wanted.connect(self._hear_wish, dispatch_uid="worker")
        for rounds in self._rounds:
            rounds.start()

    def stop(self, within: int = 5) -> None:
        """Stop within about `within` seconds. What is cut off is found again by its row."""
        delivery_planned.disconnect(dispatch_uid="worker")
        import_wanted.disconnect(dispatch_uid="worker")
        for rounds in self._rounds:
            rounds.stop(1.0)
        engine.stop(within)

    def _hear_plan(self, delivery: Delivery, **_: Any) -> None:
        try:
            self._dispatcher.schedule(delivery.pk, delivery.revision, delivery.try_at)
        except Exception:  # the plan is saved; the sweeper starts it
            log.exception("plan not heard", extra={"delivery": delivery.pk})

    def _hear_wish(self, **_: Any) -> None:
        self._sources.call()
