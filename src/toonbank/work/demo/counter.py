"""What happens at the counter of the demo shop, read from `counter.toml`: each line a deed at its moment."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from toonbank.conversations.intake import take_in
from toonbank.conversations.listening import begin_here, ears_due, hear
from toonbank.work.demo.moments import opened_at
from toonbank.work.demo.opening import Cast
from toonbank.work.demo.talking import Talking, Told
from toonbank.work.demo.timeline import Event

BEGINS = 10
"""Days ago the shop began to keep its counter here; what was said before was answered on the square itself."""
OPENS = time(8, 30)
JUST_BEFORE = timedelta(seconds=30)
LAST_HEARD = timedelta(minutes=2)
NEEDS_NO_EAR = frozenset({"say", "told", "keep", "befriend", "orders"})


@dataclass(frozen=True)
class Line:
    """One deed: `on` counts days from today, or `ago` minutes before now; the rest is what the deed itself asks."""

    do: str
    told: Told
    on: int = 0
    at: str = ""
    ago: int = 0

    def moment(self, cast: Cast, now: datetime) -> datetime:
        """When it is done."""
        if self.ago:
            return now - timedelta(minutes=self.ago)
        return _on(cast, now, self.on, time.fromisoformat(self.at))


@dataclass
class Counter:
    """The counter from its first day until now."""

    cast: Cast
    now: datetime
    talking: Talking = field(init=False)

    def __post_init__(self) -> None:
        self.talking = Talking(self.cast)

    def events(self) -> Iterator[Event]:
        """Listening begins, then every line; before a colleague does something the counter has heard what was said."""
        yield Event(_on(self.cast, self.now, -BEGINS, OPENS), self._begin)
        for line in read_lines():
            at = line.moment(self.cast, self.now)
            if line.do not in NEEDS_NO_EAR:
                yield Event(at - JUST_BEFORE, self._hear)
            yield Event(at, partial(self.talking.do, line.do, line.told))
        yield Event(self.now - LAST_HEARD, self._hear)

    def _begin(self, at: datetime) -> None:
        for ear in ears_due(at):
            if ear.shop_id == self.cast.shop.pk:
                begin_here(ear, now=at, opener=opened_at(self.cast.shop, at))

    def _hear(self, at: datetime) -> None:
        came = sum(
            hear(ear, now=at, opener=opened_at(self.cast.shop, at))
            for ear in ears_due(at)
            if ear.shop_id == self.cast.shop.pk
        )
        if came:
            take_in(self.cast.shop, now=at)


def read_lines() -> list[Line]:
    """Every deed of the story."""
    told: dict[str, Any] = tomllib.loads((files(__package__) / "counter.toml").read_text("utf-8"))
    return [_line(**said) for said in told["deed"]]


def _line(do: str, *, on: int = 0, at: str = "", ago: int = 0, **said: Any) -> Line:  # whatever the file says
    return Line(do, Told(**said), on, at, ago)


def _on(cast: Cast, now: datetime, days: int, at: time) -> datetime:
    day = now.astimezone(cast.shop.clock).date() + timedelta(days=days)
    return datetime.combine(day, at, cast.shop.clock)
