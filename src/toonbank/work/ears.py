"""Ears of the desk: a few threads that listen to accounts, so that one that is slow keeps no other one waiting."""

import logging
import queue
import threading
from datetime import datetime

from django.db import connections

from toonbank.conversations.arrivals import Ear
from toonbank.conversations.listening import ears_due, hear
from toonbank.work.steps import utc_now

AT_ONCE = 6

log = logging.getLogger(__name__)


class Ears:
    """Accounts wait in a line; the next free thread listens to the first. They die with the process, at any moment."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._line: queue.SimpleQueue[Ear | None] = queue.SimpleQueue()
        self._at_once = at_once
        self._threads: list[threading.Thread] = []

    def listen(self, now: datetime) -> int:
        """Line up every account whose time has come; how many."""
        if not self._threads:
            self._wake()
        due = ears_due(now)
        for ear in due:
            self._line.put(ear)
        return len(due)

    def stop(self) -> None:
        """Take no more; what is being heard is stored or asked for again."""
        for _ in self._threads:
            self._line.put(None)

    def _wake(self) -> None:
        self._threads = [
            threading.Thread(target=self._listen_on, name=f"ear-{one}", daemon=True)
            for one in range(self._at_once)
        ]
        for thread in self._threads:
            thread.start()

    def _listen_on(self) -> None:
        while (ear := self._line.get()) is not None:
            try:
                hear(ear, now=utc_now())
            except Exception:  # the database was busy: the claim ends by itself
                log.exception("ear broke off", extra={"account": ear.account_id})
            finally:
                connections.close_all()
