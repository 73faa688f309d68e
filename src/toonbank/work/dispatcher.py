"""Our port to the task engine: who starts a delivery's step, at the right moment, again after a crash.

The rows of `posts` are the truth. An engine only triggers: a start too many does no harm, and one that is lost is
made up for by the sweeper.
"""

from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """How the engine stands towards one plan of a delivery."""

    WAITING = "waiting"  # will start by itself, at its moment or in its turn
    RUNNING = "running"  # a process had it last; that process may be dead
    NONE = "none"


class Dispatcher(Protocol):
    """Starts steps of deliveries. A plan is a delivery's id with its revision."""

    def schedule(self, delivery_id: int, revision: int, due_at: datetime) -> None:
        """Have the next step of this plan taken at `due_at`, at once when that has passed. The same call twice is one."""
        ...

    def cancel(self, delivery_id: int, revision: int) -> None:
        """Forget what waits for this plan. What runs is left to finish."""
        ...

    def status(self, plans: list[tuple[int, int]]) -> dict[tuple[int, int], Standing]:
        """How each of these plans (at most 200) stands, in one question."""
        ...
