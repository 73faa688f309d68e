"""What is counted while an archive goes by: numbers per month, and a few examples of each thing, in bounded room."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappush, heappushpop
from typing import Literal, NamedTuple
from zlib import crc32

from toonbank.sources.archives import Skipped

Stage = Literal["reading", "judging"]
MOST_EXAMPLES = 6
MOST_SKIPPED = 50  # that are shown; all are counted
LONGEST_QUOTE = 320  # characters of a post that an example shows


class Progress(NamedTuple):
    """How far it is: of the bytes while reading, of what was said while judging."""

    stage: Stage
    done: int
    total: int
    said: int


Listener = Callable[[Progress], None]


class Example(NamedTuple):
    """One post as it is shown: cut to a readable length, with the words that matter at `start`..`end` (None: all of it)."""

    at: datetime
    text: str
    network: str = ""
    url: str = ""
    note: str = ""
    start: int | None = None
    end: int | None = None


def quote(text: str, start: int | None, end: int | None) -> tuple[str, int | None, int | None]:
    """The text cut around its words that matter, and where those stand now."""
    if len(text) <= LONGEST_QUOTE:
        return text, start, end
    begin = max(0, (start or 0) - LONGEST_QUOTE // 3)
    cut = text[begin : begin + LONGEST_QUOTE]
    before = "…" if begin else ""
    after = "…" if begin + LONGEST_QUOTE < len(text) else ""
    if start is None or end is None:
        return before + cut + after, None, None
    moved = len(before) - begin
    return before + cut + after, start + moved, min(end + moved, len(before) + len(cut))


class Sample:
    """A few of many, chosen by lot: the same ones whatever the order in which they come, so that work can be shared out."""

    def __init__(self, most: int = MOST_EXAMPLES) -> None:
        self.most = most
        self._kept: list[tuple[int, float, Example]] = []

    def wants(self, lot: int) -> bool:
        """Whether an example with this lot would be kept."""
        return len(self._kept) < self.most or -lot > self._kept[0][0]

    def add(self, example: Example, lot: int) -> None:
        """Keeps the example when its lot is among the lowest."""
        entry = (-lot, example.at.timestamp(), example)
        if any(kept[2] == example for kept in self._kept):
            return
        if len(self._kept) < self.most:
            heappush(self._kept, entry)
        else:
            heappushpop(self._kept, entry)

    def merge(self, other: "Sample") -> None:
        """Takes over what the other has kept."""
        for lot, _, example in other._kept:
            self.add(example, -lot)

    def examples(self) -> tuple[Example, ...]:
        """Those that were kept, the oldest first."""
        return tuple(sorted(example for _, _, example in self._kept))


def lot_of(text: str, at: datetime) -> int:
    """A number that looks like chance and is always the same for the same post."""
    return crc32(f"{at.timestamp():.0f} {text[:200]}".encode("utf-8", "replace"))


class SkippedItems:
    """How many items could not be read, and the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[Skipped] = []

    def add(self, skipped: Skipped) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < MOST_SKIPPED:
            self.first.append(skipped)


@dataclass
class Tally:
    """Numbers by month ("2026-11") and name, and examples by name."""

    months: dict[str, Counter[str]] = field(default_factory=dict)
    samples: dict[str, Sample] = field(default_factory=dict)

    def count(self, month: str, names: Iterable[str]) -> None:
        """One more of each of these in that month."""
        if month not in self.months:
            self.months[month] = Counter()
        self.months[month].update(names)

    def show(self, name: str, example: Example, lot: int) -> None:
        """Keeps an example, when its lot falls so."""
        self.samples.setdefault(name, Sample()).add(example, lot)

    def wants(self, name: str, lot: int) -> bool:
        """Whether an example with this lot would be kept; spares making those that would not."""
        return name not in self.samples or self.samples[name].wants(lot)

    def merge(self, other: "Tally") -> None:
        """Adds the other's numbers and examples to these."""
        for month, numbers in other.months.items():
            self.months.setdefault(month, Counter()).update(numbers)
        for name, sample in other.samples.items():
            self.samples.setdefault(name, Sample(sample.most)).merge(sample)

    def total(self) -> Counter[str]:
        """The numbers of all months together."""
        every: Counter[str] = Counter()
        for numbers in self.months.values():
            every.update(numbers)
        return every
