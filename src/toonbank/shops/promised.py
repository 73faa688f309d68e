"""What the rules on answering measure by: what the shop promised under "When we answer", and no number of their own."""

from dataclasses import replace

from toonbank.core.deadlines import A_DAY, STEPS
from toonbank.etiquette.thresholds import Thresholds
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import promise_of
from toonbank.triage.clock import CLOCKS

PROMISED = frozenset({"first_answer_hours", "first_answer_always_hours", "complaint_clock_minutes"})
"""The measures that the promise sets; the house rules only show them."""


def as_promised(thresholds: Thresholds, shop: Shop) -> Thresholds:
    """These measures with the promise of the shop in place of such numbers; costs no query.

    A promise in working days becomes as many times the answering hours of a day.
    """
    promise = promise_of(shop)
    a_day = round((thresholds.answering_until_hour - thresholds.answering_from_hour) * 60)
    promised = {
        str(label): promise.minutes.get(label, STEPS[step]) for label, step in CLOCKS.items() if step in STEPS
    }
    open_minutes = {
        label: minutes if minutes % A_DAY else minutes // A_DAY * a_day for label, minutes in promised.items()
    }
    clocks = thresholds.complaint_clock_minutes
    return replace(
        thresholds,
        first_answer_hours=open_minutes["question"] / 60,
        first_answer_always_hours=promise.always_minutes / 60,
        complaint_clock_minutes={label: open_minutes.get(label, clocks[label]) for label in clocks},
    )
