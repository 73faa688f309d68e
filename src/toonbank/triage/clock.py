"""How soon a message wants an answer: a step per kind, and one step sooner when a modifier says so.

The steps count in opening hours; what they mean on the shop's own clock is for whoever knows its hours.
"""

from collections.abc import Sequence
from typing import Literal

from toonbank.triage.labels import Kind, Modifier

Step = Literal["30 min", "1 h", "2 h", "4 h", "1 day", "2 days", "never"]

STEPS: tuple[Step, ...] = ("30 min", "1 h", "2 h", "4 h", "1 day", "2 days")
CLOCKS: dict[Kind, Step] = {
    "danger": "30 min",
    "legal-press": "2 h",
    "complaint-blame": "1 h",
    "complaint-accusation": "2 h",
    "complaint-disapproval": "4 h",
    "complaint-implicit": "4 h",
    "doubt": "2 h",
    "question": "4 h",
    "criticism": "1 day",
    "compliment": "1 day",
    "chat": "2 days",
    "spam-abuse": "never",
}


_BY_LABEL: dict[str, Step] = dict(CLOCKS.items())


def usual_step(label: str) -> Step | None:
    """The step of a label as a row keeps it; None when it is no kind."""
    return _BY_LABEL.get(label)


def clock(kind: Kind, modifiers: Sequence[Modifier] = ()) -> Step:
    """The step for a kind; with one modifier or more it is one step sooner. Spam gets no answer, whatever is said."""
    step = CLOCKS[kind]
    if step == "never" or not modifiers:
        return step
    return STEPS[max(0, STEPS.index(step) - 1)]
