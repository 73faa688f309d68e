"""A worker: the engine, the rounds, and an ear for what people plan. It lives in `toonbank serve` or `toonbank work`."""

import logging
from datetime import datetime
from typing import Any

from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.keeping import follow_deletions, keep_tidy
from toonbank.conversations.labelling import learn_where_corrected
from toonbank.conversations.signals import arrived
from toonbank.evidence.refreshing import refresh_due_sources
from toonbank.evidence.signals import import_wanted
from toonbank.posts.models import Delivery
from toonbank.posts.signals import delivery_planned
from toonbank.shops.opening import refresh_limits
from toonbank.shops.statistics import renew_statistics
from toonbank.work import engine
from toonbank.work.ears import Ears
from toonbank.work.steps import utc_now
from toonbank.work.sweeper import Rounds, sweep

FORGET_EVERY = 3600.0  # seconds
DELETIONS_EVERY = 3600.0  # seconds; what was deleted on X must be gone here within a day
COUNT_EVERY = 6 * 3600.0  # seconds
TIDY_EVERY = 24 * 3600.0  # seconds
LIMITS_EVERY = 3600.0  # seconds; each account is asked once a day, and again an hour after it did not answer
LISTEN_EVERY = 3.0  # seconds; each account at its own pace
TAKE_IN_EVERY = 2.0  # seconds, for what another process stored; our own is taken in at once
LEARN_EVERY = 600.0  # seconds; only shops whose people corrected something meanwhile

log = logging.getLogger(__name__)


def _take_in(now: datetime) -> None:
    """What waits, a batch of each shop at a time, each at its own moment: nobody reads a message before it is taken in."""
    while take_in_waiting(now=now, limit=1):
        now = utc_now()


class Worker:
    """Everything that must happen by itself in one process."""

    def __init__(self, role: str) -> None:
        self._dispatcher = engine.launch(role)
        self._sources = Rounds("sources", refresh_due_sources)
        self._ears = Ears()
        self._intake = Rounds("intake", _take_in, TAKE_IN_EVERY)
        self._rounds = [
            Rounds("deliveries", lambda now: sweep(self._dispatcher, now)),
            self._sources,
            Rounds("forget", engine.forget_old, FORGET_EVERY),
            Rounds("limits", refresh_limits, LIMITS_EVERY),
            Rounds("deletions", follow_deletions, DELETIONS_EVERY),
            Rounds("statistics", lambda _now: renew_statistics(), COUNT_EVERY),
            Rounds("keeping", keep_tidy, TIDY_EVERY),
            Rounds("listening", self._ears.listen, LISTEN_EVERY),
            self._intake,
            Rounds("learning", learn_where_corrected, LEARN_EVERY),
        ]

    def start(self) -> None:
        """Listen and sweep."""
        delivery_planned.connect(self._hear_plan, dispatch_uid="worker")
        import_wanted.connect(self._hear_wish, dispatch_uid="worker")
        arrived.connect(self._hear_arrival, dispatch_uid="worker")
        for rounds in self._rounds:
            rounds.start()

    def stop(self, within: int = 5) -> None:
        """Stop within about `within` seconds. What is cut off is found again by its row."""
        delivery_planned.disconnect(dispatch_uid="worker")
        import_wanted.disconnect(dispatch_uid="worker")
        arrived.disconnect(dispatch_uid="worker")
        for rounds in self._rounds:
            rounds.stop(1.0)
        self._ears.stop()
        engine.stop(within)

    def _hear_plan(self, delivery: Delivery, **_: Any) -> None:
        try:
            self._dispatcher.schedule(delivery.pk, delivery.revision, delivery.try_at)
        except Exception:  # the plan is saved; the sweeper starts it
            log.exception("plan not heard", extra={"delivery": delivery.pk})

    def _hear_wish(self, **_: Any) -> None:
        self._sources.call()

    def _hear_arrival(self, **_: Any) -> None:
        self._intake.call()
