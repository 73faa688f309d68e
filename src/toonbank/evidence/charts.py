"""Charts of what changes at a moment: stock and price as steps. Pure: rows in, places and words for the drawing out.

All places are texts: a page in Dutch would else write 12,5 where SVG wants 12.5.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

WIDE, HIGH = 1000, 100


@dataclass(frozen=True)
class Step:
    """From `at` on it was `value`; None when it was not known."""

    at: datetime
    value: int | None


@dataclass(frozen=True)
class Frame:
    """What the drawing spans: from when to when, and from which lowest to which highest value."""

    since: datetime
    until: datetime
    low: int
    high: int

    def x(self, at: datetime) -> float:
        """0 at the left edge, 1 at the right one; a moment outside stands at the nearest edge."""
        part = (at - self.since) / (self.until - self.since)
        return min(max(part, 0.0), 1.0)

    def y(self, value: int) -> float:
        """0 at the top, 1 at the bottom."""
        return 1 - (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Mark:
    """A point with words `drop` pixels beneath it; `side` says whether they end ("end") or are centred ("mid") there."""

    x: str
    y: str
    text: str
    side: str = ""
    drop: int = 20
    tone: str = ""


@dataclass(frozen=True)
class Line:
    """A horizontal line with its value written above it."""

    y: str
    text: str


@dataclass(frozen=True)
class StepChart:
    """All that `_step_chart.html` draws."""

    path: str
    area: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    shade_x: str = ""
    shade_width: str = ""
    shade_end: str = ""
    is_shade_past: bool = False


def frame_for(steps: Sequence[Step], since: datetime, until: datetime, *, from_zero: bool) -> Frame:
    """Room for all values. A count starts at zero; a price starts a little below its lowest."""
    values = [step.value for step in steps if step.value is not None] or [0]
    high = max(values)
    if from_zero:
        return Frame(since, until, 0, max(_rounded_up(high), 1))
    span = max(high - min(values), high // 10, 100)
    return Frame(since, until, max(0, _rounded_down(min(values) - span // 2)), high + span // 5)


def within(steps: Sequence[Step], since: datetime) -> list[Step]:
    """The steps since that moment, and the one that held at it."""
    before = [step for step in steps if step.at <= since]
    held = [Step(since, before[-1].value)] if before else []
    return held + [step for step in steps if step.at > since]


def step_path(steps: Sequence[Step], frame: Frame) -> str:
    """The line, in a box of 1000 by 100; it breaks where the value was not known."""
    parts: list[str] = []
    is_drawing = False
    for step in steps:
        if step.value is None:
            if is_drawing:
                parts.append(f"H{_wide(frame, step.at)}")
            is_drawing = False
            continue
        x, y = _wide(frame, step.at), _place(frame.y(step.value) * HIGH)
        parts.append(f"H{x}V{y}" if is_drawing else f"M{x} {y}")
        is_drawing = True
    if is_drawing:
        parts.append(f"H{WIDE}")
    return "".join(parts)


def area_path(path: str) -> str:
    """The same line closed along the bottom, each part for itself."""
    closed = []
    for part in path.split("M")[1:]:
        start = part.split(" ", 1)[0]
        closed.append(f"M{part}V{HIGH}H{start}Z")
    return "".join(closed)


def stock_chart(steps: Sequence[Step], frame: Frame, say: Callable[[str, int], str]) -> StepChart:
    """`say("sold_out", 0)` and `say("now", 41)` give the words at the marks."""
    path = step_path(steps, frame)
    top = frame.high
    lines = tuple(Line(_cent(frame.y(value)), str(value)) for value in (top, top // 2) if value)
    marks = []
    gone = next((step for step in reversed(steps[:-1]) if step.value == 0), None)
    if gone is not None:
        # Beneath the axis there is no line that could run through the words; at the edges stand the days.
        is_free = 0.15 < frame.x(gone.at) < 0.85
        side, drop = ("mid", 20) if is_free else ("end" if frame.x(gone.at) > 0.5 else "", -14)
        marks.append(Mark(_cent(frame.x(gone.at)), "100%", say("sold_out", 0), side, drop, "block"))
    if steps and steps[-1].value is not None:
        last = steps[-1]
        below = frame.y(last.value or 0) < 0.85
        marks.append(
            Mark(
                "100%",
                _cent(frame.y(last.value or 0)),
                say("now", last.value or 0),
                "end",
                22 if below else -12,
            )
        )
    return StepChart(path, area_path(path), lines, tuple(marks))


def price_chart(
    steps: Sequence[Step],
    frame: Frame,
    lately: datetime,
    say: Callable[[str, int], str],
    *,
    until: datetime | None = None,
) -> StepChart:
    """What counts for a "was" price is shaded, from `lately` to `until` (default: the end), its lowest price marked.

    The highest price is written at its line, and the price of now at the end when it is another one:
    `say("axis", cents)`, `say("lowest", cents)` and `say("now", cents)` give the words.
    """
    end = until or frame.until
    known = [step for step in steps if step.value is not None]
    lines = [Line("100%", say("axis", frame.low))]
    marks = []
    if known:
        highest, last = max(step.value or 0 for step in known), known[-1].value or 0
        lines.insert(0, Line(_cent(frame.y(highest)), say("axis", highest)))
        counts = [step for step in within(known, lately) if step.at < end]
        lowest = min(counts, key=lambda step: step.value or 0, default=known[-1])
        if lowest.value != last or end < frame.until:
            marks.append(_mark(frame, lowest, say("lowest", lowest.value or 0), "aim"))
        if last != highest:
            marks.append(Mark("100%", _cent(frame.y(last)), say("now", last), "end", 20))
    left, right = frame.x(lately), frame.x(end)
    says_at = _cent(right) if right > 0.25 else ""  # no room for words at the left edge
    shade = (_cent(left), _cent(right - left), says_at)
    return StepChart(step_path(steps, frame), "", tuple(lines), tuple(marks), *shade, end < frame.until)


def _mark(frame: Frame, step: Step, text: str, tone: str) -> Mark:
    x = frame.x(step.at)
    return Mark(_cent(x), _cent(frame.y(step.value or 0)), text, "end" if x > 0.5 else "", 20, tone)


def _rounded_up(value: int) -> int:
    """To an even number with at most two figures that count, so that its half is a whole number."""
    step = 10 ** max(len(str(value)) - 2, 0) * 2
    return -(-value // step) * step


def _rounded_down(cents: int) -> int:
    return cents // 500 * 500 if cents >= 500 else cents // 100 * 100


def _wide(frame: Frame, at: datetime) -> str:
    return _place(frame.x(at) * WIDE)


def _place(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _cent(part: float) -> str:
    return f"{part * 100:.1f}%"
