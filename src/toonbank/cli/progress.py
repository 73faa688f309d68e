"""A bar on standard error while an archive goes by: how far, how fast, how long still. Only on a terminal."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toonbank.audit.rows import Listener, Progress

EVERY = 0.1  # seconds between two drawings
STAGES = {"reading": "reading", "judging": "judging"}


@contextmanager
def bar(*, quiet: bool = False) -> "Iterator[Listener | None]":
    """What to tell the progress to; None where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    line = _Line()
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    """One line that is drawn over itself."""

    def __init__(self) -> None:
        self._stage = ""
        self._began = self._drawn = 0.0

    def tell(self, progress: "Progress") -> None:
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._began = progress.stage, now
        elif now - self._drawn < EVERY and progress.done < progress.total:
            return
        self._drawn = now
        width = shutil.get_terminal_size().columns
        sys.stderr.write("\r\x1b[K" + drawn(progress, now - self._began)[: width - 1])
        sys.stderr.flush()

    def clear(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def drawn(progress: "Progress", seconds: float) -> str:
    """The line: a bar, the part, how many, how many a second, and the time that is left."""
    part = min(1.0, progress.done / progress.total) if progress.total else 0.0
    full = round(24 * part)
    words = [
        f"{STAGES[progress.stage]} [{'#' * full}{'.' * (24 - full)}] {100 * part:3.0f} %",
        f"{progress.said:,} posts",
    ]
    if seconds > 0.5:
        words.append(f"{progress.said / seconds:,.0f} a second")
        if part > 0:
            words.append(f"{in_words(seconds / part - seconds)} left")
    return "  ".join(words)


def in_words(seconds: float) -> str:
    """ "1 min 20 s"."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {left} s" if minutes else f"{left} s"
