"""The copy under a text: runs of words, and which finding each run belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from toonbank.etiquette import Finding


@dataclass(frozen=True)
class Run:
    """Some words of the text. `severity` and `number` are "" where nothing is wrong; a number stands at its first run."""

    words: str
    severity: str = ""
    number: str = ""


def runs_of(text: str, numbered: Sequence[tuple[int, Finding]]) -> list[Run]:
    """Cut the text where a finding begins or ends. Where findings overlap the first, which is the gravest, shows.

    Joined, the words of the runs are the text again.
    """
    placed = [
        (number, finding, finding.start, finding.end)
        for number, finding in numbered
        if finding.start is not None and finding.end is not None
    ]
    cuts = sorted({0, len(text), *(cut for _, _, start, end in placed for cut in (start, end))})
    runs: list[Run] = []
    shown: set[int] = set()
    for start, end in pairwise(cuts):
        over = [
            (number, finding) for number, finding, begin, stop in placed if begin <= start and end <= stop
        ]
        if not over:
            runs.append(Run(text[start:end]))
            continue
        number, finding = over[0]
        runs.append(Run(text[start:end], finding.severity.word, "" if number in shown else str(number)))
        shown.add(number)
    return runs
