"""Records of a CSV or tab-separated text, each with the line where it starts; one bad quotation mark costs one record."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from toonbank.sources.encodings import errors_for
from toonbank.sources.seen import Words

# A description may hold a dozen newlines; a quotation mark that is still open after so many was never meant as one.
MOST_LINES = 500
# After such a mark we look less far ahead, or a file full of them would be read hundreds of times over.
FEWEST_LINES = 20
LONGEST_LINE = 100_000


@dataclass(frozen=True)
class Record:
    """The cells of one record, or what is wrong with it."""

    line: int
    cells: list[str]
    broken: Words | None = None


class _Lines:
    """Gives the csv reader its lines, remembers which ones a record took, and takes them back when it took too many."""

    def __init__(self, text: io.TextIOBase) -> None:
        self._text = text
        self._waiting: deque[str] = deque()
        self._line = 1
        self._most_lines = MOST_LINES
        self.taken: list[str] = []
        self.ran_out = False
        self.is_too_long = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = "" if len(self.taken) >= self._most_lines else self._next_line()
        if not line:
            self.ran_out = True
            raise StopIteration
        self.taken.append(line)
        self.is_too_long = self.is_too_long or len(line) > LONGEST_LINE
        return line

    def _next_line(self) -> str:
        if self._waiting:
            return self._waiting.popleft()
        line = self._text.readline(LONGEST_LINE)
        if len(line) < LONGEST_LINE or line.endswith(("\n", "\r")):
            return line
        while (rest := self._text.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
            pass
        return f"{line}\n"

    def start_record(self) -> int:
        """The number of the line where the next record starts."""
        self._line += len(self.taken)
        self.taken = []
        self.ran_out = self.is_too_long = False
        return self._line

    def trouble(self, delimiter: str) -> Words | None:
        """What is wrong with the lines that were taken together as one record, if anything is."""
        if self.is_too_long:
            return _TOO_LONG
        if self.ran_out:
            return _OPEN_QUOTE
        if len(self.taken) > 1:
            # Two stray marks in different rows would swallow all that is between them; only tidy quoting may span lines.
            try:
                list(csv.reader(self.taken, delimiter=delimiter, strict=True))
            except csv.Error:
                return _OPEN_QUOTE
            self._most_lines = min(self._most_lines * 2, MOST_LINES)
        return None

    def give_back(self) -> None:
        """All lines but the first come again."""
        self._most_lines = max(self._most_lines // 2, FEWEST_LINES)
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def records(stream: BinaryIO, encoding: str, delimiter: str) -> Iterator[Record]:
    """All records that are not empty, from the beginning of `stream`."""
    text = io.TextIOWrapper(stream, encoding, errors=errors_for(encoding), newline="")
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        line = lines.start_record()
        try:
            cells, broken = next(reader), None
        except StopIteration:
            return
        except csv.Error:
            cells, broken = [], _TOO_LONG
        broken = broken or lines.trouble(delimiter)
        if broken:
            yield Record(line, _cells_before_trouble(lines.taken[0], delimiter), broken)
            lines.give_back()
        elif any(cells):
            yield Record(line, cells)


def _cells_before_trouble(line: str, delimiter: str) -> list[str]:
    """What stands before the bad quotation mark; enough to name the row."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])[:-1]
    except csv.Error:
        return []


_OPEN_QUOTE: Words = {
    "nl": 'er begint een aanhalingsteken (") dat nergens eindigt',
    "en": 'a quotation mark (") opens and is never closed',
}
_TOO_LONG: Words = {
    "nl": f"de regel is onleesbaar of langer dan {LONGEST_LINE} tekens",
    "en": f"the line cannot be read or is longer than {LONGEST_LINE} characters",
}
