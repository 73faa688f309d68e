"""What the rules on answering measure by: the week and the promise under "When we answer", and no number of their own."""

from dataclasses import replace
from datetime import timedelta

from toonbank.core.deadlines import A_DAY, STEPS
from toonbank.etiquette.thresholds import Thresholds
from toonbank.etiquette.waiting import middle
from toonbank.shops.models import Shop
from toonbank.shops.opening_hours import hours_of, promise_of
from toonbank.triage.clock import CLOCKS

MINUTE = timedelta(minutes=1)
PROMISED = frozenset({"first_answer_hours", "first_answer_always_hours", "complaint_clock_minutes"})
"""The measures that the promise sets; the house rules only show them."""
BY_THE_WEEK = frozenset({"answering_from_hour", "answering_until_hour", "answering_weekdays"})
"""The measures of who has no week: `toonbank check` with a file. The desk knows the shop's own, and does not show them."""
SET_ELSEWHERE = PROMISED | BY_THE_WEEK


def as_promised(thresholds: Thresholds, shop: Shop) -> Thresholds:
    """These measures with the promise of the shop in place of such numbers; costs no query.

    A promise in working days becomes as many times the hours of a day on which the shop opens.
    """
    promise, a_day = promise_of(shop), _minutes_of_a_day(shop)
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


def _minutes_of_a_day(shop: Shop) -> int:
    """How long the shop is open on a day on which it opens, in the middle; a whole day when it never does."""
    days = [sum((one.length for one in day), timedelta()) for day in hours_of(shop).week if day]
    return round(middle(days) / MINUTE) if days else A_DAY
