"""Until when something is said to last, in Dutch and English, relative to a given moment."""

import re
from datetime import datetime, time, timedelta
from typing import Literal, NamedTuple

from toonbank.language.reading import Reading, Sentence

Precision = Literal["minute", "hours", "day", "weekend", "month"]
_TODAY = re.compile(r"\b(?:vandaag|vanavond|today|tonight|om middernacht|until midnight)\b")


class Deadline(NamedTuple):
    """A moment until which something lasts; `at` is the last second that is meant."""

    at: datetime
    start: int
    end: int
    precision: Precision
    words: str


def deadlines(part: Reading | Sentence, now: datetime) -> tuple[Deadline, ...]:
    """All deadlines of a reading or a sentence, in order; `now` is aware and in the shop's zone."""
    sentences = part.sentences if isinstance(part, Reading) else (part,)
    found = []
    for sentence in sentences:
        for match in _TODAY.finditer(sentence.folded):
            at = datetime.combine(now.date(), time(23, 59, 59), now.tzinfo) + timedelta(0)
            start = sentence.start + match.start()
            found.append(Deadline(at, start, start + len(match[0]), "day", match[0]))
    return tuple(found)
