"""Did it help? Complaints with a cause before and after a change, with honest doubt where there are few. Pure: moments in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import comb
from typing import Literal

Verdict = Literal["early", "none", "fewer", "perhaps", "same", "more"]
LOOKS = timedelta(days=182)
"""As far as is looked back and on: what was long ago says little about the change."""
TOO_SOON = timedelta(days=28)
SURE = 0.05
"""How seldom chance alone may make so few of them before we say that it helped: once in twenty times."""


@dataclass(frozen=True)
class Effect:
    """Complaints before and after, in how many days each, and what may be said of it.

    "early" less than four weeks have passed; "none" there were none before either; "fewer" chance alone would seldom do this;
    "perhaps" fewer, but chance may have done it; "same" not fewer; "more" chance alone would seldom make so many more.
    """

    before: int
    days_before: int
    after: int
    days_after: int
    verdict: Verdict


def effect_of(moments: Sequence[datetime], done_at: datetime, now: datetime, *, since: datetime) -> Effect:
    """`moments` are when complaints with the cause came; `since` is from when on the shop kept count."""
    begins = max(since, done_at - LOOKS)
    ends = min(now, done_at + LOOKS)
    before = sum(begins <= at < done_at for at in moments)
    after = sum(done_at <= at <= ends for at in moments)
    days_before, days_after = max((done_at - begins).days, 0), max((ends - done_at).days, 0)
    return Effect(before, days_before, after, days_after, _verdict(before, days_before, after, days_after))


def _verdict(before: int, days_before: int, after: int, days_after: int) -> Verdict:
    if min(days_before, days_after) < TOO_SOON.days:
        return "early"
    if before == 0 and after == 0:
        return "none"
    share = days_after / (days_before + days_after)
    if at_most(after, before + after, share) <= SURE:
        return "fewer"
    if at_most(before, before + after, 1 - share) <= SURE:
        return "more"
    return "perhaps" if after * days_before < before * days_after else "same"


def at_most(count: int, total: int, share: float) -> float:
    """How often chance puts at most `count` of `total` in a part of this `share`: the binomial distribution."""
    return sum(comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(count + 1))
