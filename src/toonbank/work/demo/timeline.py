"""What happens when: a story is told in the order of its moments, whoever wrote it down first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter


@dataclass(frozen=True)
class Event:
    """A deed at its moment; the deed is told the moment."""

    at: datetime
    deed: Callable[[datetime], object]


def play(events: Iterable[Event], *, until: datetime) -> None:
    """Do everything in its order, as far as it is not after `until`. What has the same moment keeps its order."""
    for event in sorted(events, key=attrgetter("at")):
        if event.at <= until:
            event.deed(event.at)
