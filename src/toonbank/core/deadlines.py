"""When a reply is due, by the step of the clock, the shop's opening hours and what it promises.

Source: the triage table and the default targets of the desk: within the hours of the label while the shop is open, what is
serious within 24 hours always, and danger on the clock of the one who writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from toonbank.core.errors import BadInput
from toonbank.core.hours import OpeningHours

NEVER = "never"
A_DAY = 24 * 60
"""A promise of so many minutes is one working day: a day on which the shop opens. Two are two; less counts open minutes."""
STEPS: Mapping[str, int] = {
    "30 min": 30,
    "1 h": 60,
    "2 h": 120,
    "4 h": 240,
    "1 day": A_DAY,
    "2 days": 2 * A_DAY,
}
CALM = frozenset({"doubt", "question", "criticism", "compliment", "chat", "spam-abuse"})
"""Labels that may wait until the shop opens, however long it is closed. Any other is serious, also one that we do not know."""

ROUND_THE_CLOCK = frozenset({"danger"})
"""Labels whose minutes run on when the shop is closed: who is hurt on Sunday is not helped on Monday."""


@dataclass(frozen=True)
class Promise:
    """What a shop promises: minutes per label where they differ from ours, the limit for what is serious, days to solve.

    Minutes are open time; a multiple of 1440 is a number of working days. BadInput for what is neither.
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    always_minutes: int = A_DAY
    solve_days: int = 5

    def __post_init__(self) -> None:
        for label, minutes in self.minutes.items():
            if minutes < 1 or (minutes > A_DAY and minutes % A_DAY):
                raise BadInput(f"{label}: {minutes} is neither less than a day nor whole days")
        if self.always_minutes < 1 or self.solve_days < 1:
            raise BadInput("a promise takes at least a minute, and solving a day")


AS_USUAL = Promise()


def reply_due(
    step: str,
    heard_at: datetime,
    hours: OpeningHours,
    promise: Promise = AS_USUAL,
    *,
    label: str = "",
    is_raised: bool = False,
) -> datetime | None:
    """When the first answer is due, in UTC; None when none is (`never`).

    `label` is what triage called it: its own promise of the shop goes before the step, and unless it is calm, the limit for
    what is serious holds on closed days too; danger does not wait for a door to open. `is_raised`: the step is one sooner
    than the label alone would ask, so a promise of the shop is too. A shop that never opens has that limit for everything.
    BadInput for an unknown step.
    """
    if step == NEVER:
        return None
    minutes = minutes_for(step, promise, label=label, is_raised=is_raised)
    latest = (heard_at + timedelta(minutes=promise.always_minutes)).astimezone(UTC)
    if label in ROUND_THE_CLOCK:
        return min((heard_at + timedelta(minutes=minutes)).astimezone(UTC), latest)
    due = after(minutes, heard_at, hours)
    if due is None:
        return latest
    return due if label in CALM else min(due, latest)


def minutes_for(step: str, promise: Promise, *, label: str = "", is_raised: bool = False) -> int:
    """How long a person may wait for this: open minutes, or working days when it is a multiple of 1440."""
    if step not in STEPS:
        raise BadInput(f"{step!r} is no step; known are {', '.join(STEPS)} and {NEVER}")
    own = promise.minutes.get(label)
    if own is None:
        return STEPS[step]
    return max((one for one in STEPS.values() if one < own), default=own) if is_raised else own


def after(minutes: int, start: datetime, hours: OpeningHours) -> datetime | None:
    """When so many open minutes, or working days, have passed; None when the shop never opens."""
    if minutes % A_DAY:
        return hours.add(start, timedelta(minutes=minutes))
    return hours.add_days(start, minutes // A_DAY)


def solved_by(heard_at: datetime, hours: OpeningHours, promise: Promise = AS_USUAL) -> datetime:
    """When a complaint should be solved, in working days; a shop that never opens counts days of the calendar."""
    due = hours.add_days(heard_at, promise.solve_days)
    return due or heard_at + timedelta(days=promise.solve_days)
