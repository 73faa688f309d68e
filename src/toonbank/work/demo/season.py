"""Ninety days in a shop: what sold, what was delivered. Told backwards, so that the story ends where it must."""

import math
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from toonbank.work.demo.assortment import Line

SEED = 20261121
DAYS = 90
BUSY = (0.5, 0.8, 0.9, 1.0, 1.2, 2.0, 0.6)
"""Monday to Sunday: Saturday is market day; on Sunday only the webshop sells."""


def stock_story(line: Line, today: date, *, seed: int = SEED) -> list[int]:
    """The stock of a line at closing time: the first is `DAYS` days ago, the last is today.

    The same line with the same seed on the same day has the same story.
    """
    dice = Random(f"{seed} {line.ref}")  # noqa: S311  # a story, not a secret
    story = list(reversed(line.left)) or [_end(line, dice)]
    walk = _walk_on(line, dice) if not line.is_last else None
    while len(story) <= DAYS:
        day = today - timedelta(days=len(story) - 1)
        sold = _sold(line.sold_a_week * BUSY[day.weekday()] / 7, dice)
        story.extend(walk(story[-1] + sold) if walk else [story[-1] + sold])
    return story[DAYS::-1]


def _end(line: Line, dice: Random) -> int:
    """How much lies there today: anything up to a full shelf, and now and then nothing."""
    return 0 if dice.random() < 0.04 else dice.randint(1, line.full)


def _walk_on(line: Line, dice: Random) -> Callable[[int], list[int]]:
    """Back over a day. More than a full shelf means that a delivery came: the day before little or nothing was left."""

    def walk(before: int) -> list[int]:
        if before <= line.full:
            return [before]
        left = min(_sold(line.full * 0.12, dice), line.full // 3)
        # A supplier lets one wait: sold out is sold out for some days.
        return [left] if left else [0] * dice.randint(1, 6)

    return walk


def _sold(mean: float, dice: Random) -> int:
    """How many customers took one, when `mean` do so on an average day (a Poisson draw, after Knuth)."""
    limit, count, product = math.exp(-mean), 0, dice.random()
    while product > limit:
        count += 1
        product *= dice.random()
    return count
