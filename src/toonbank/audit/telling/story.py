"""The report as a story: what asks for a look first, then a section for each manner, in words that screen and page share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from toonbank.audit.report import Month, Report
from toonbank.audit.rows import Example
from toonbank.audit.telling.words import CLAIMS, LABELS, SUBJECTS, Speech, Tone

FEWEST_POSTS = 8  # below that a share says nothing


class Verdict(NamedTuple):
    """One sentence that matters, and how much; `where` is the section that tells more."""

    tone: Tone
    sentence: str
    where: str


class Row(NamedTuple):
    """A name with its number; `part` is how long its bar is, of the longest."""

    name: str
    value: str
    part: float | None = None
    tone: Tone | None = None


class Chart(NamedTuple):
    """Months as bars: `parts` are pieces of each, from below; `aim` is a line on the same scale."""

    title: str
    saying: str
    bars: tuple[tuple[str, tuple[float, ...]], ...]
    names: tuple[str, ...]
    looks: tuple[str, ...]
    as_share: bool = False
    aim: float | None = None
    aim_saying: str = ""


@dataclass(frozen=True)
class Section:
    """One manner: what was found, in a sentence, numbers and examples."""

    slug: str
    title: str
    lead: str
    rows: tuple[Row, ...] = ()
    examples: tuple[Example, ...] = ()
    chart: Chart | None = None
    scale: tuple[int, int] | None = None


@dataclass(frozen=True)
class Story:
    """All of it."""

    title: str
    lead: str
    figures: tuple[tuple[str, str, str], ...]
    urgent: tuple[Verdict, ...]
    right: tuple[Verdict, ...]
    sections: tuple[Section, ...]


def bars_of(months: tuple[Month, ...], speech: Speech) -> list[tuple[str, list[Month]]]:
    """The months, or quarters or years when there are too many to see: each with its short name."""
    size = 1 if len(months) <= 36 else 3 if len(months) <= 108 else 12
    groups: dict[str, list[Month]] = {}
    for one in months:
        year, month = one.month.split("-")
        part = (int(month) - 1) // size
        name = (
            year
            if size == 12
            else f"{speech.of('kw', 'Q')}{part + 1} {year}"
            if size == 3
            else speech.short_month(one.month)
        )
        groups.setdefault(name, []).append(one)
    return list(groups.items())


def chart_of(
    report: Report, speech: Speech, pick: tuple[Callable[[Month], float], ...], **rest: object
) -> Chart:
    """A chart of sums per month."""
    bars = tuple(
        (name, tuple(sum(one(month) for month in months) for one in pick))
        for name, months in bars_of(report.months, speech)
    )
    return Chart(bars=bars, **rest)  # type: ignore[arg-type] # the rest of its own fields, as given above


def share_chart(report: Report, speech: Speech, part: Callable[[Month], float], **rest: object) -> Chart:
    """A chart of parts of all posts per month."""
    bars = []
    for name, months in bars_of(report.months, speech):
        posts = sum(month.posts for month in months)
        bars.append((name, (sum(map(part, months)) / posts if posts else 0.0,)))
    return Chart(bars=tuple(bars), as_share=True, **rest)  # type: ignore[arg-type] # as above


def rows_of(counts: list[tuple[str, int]], speech: Speech, most: int = 8) -> tuple[Row, ...]:
    """Counts as rows with bars, the rest taken together."""
    top = max((count for _, count in counts), default=0)
    rows = [Row(name, speech.number(count), count / top) for name, count in counts[:most] if count]
    rest = sum(count for _, count in counts[most:])
    if rest:
        rows.append(Row(speech.of("andere", "others"), speech.number(rest), rest / top if top else None))
    return tuple(rows)


def claim_word(kind: str, speech: Speech) -> str:
    """What a kind of claim is called."""
    return speech.word(CLAIMS, kind)


def label_word(label: str, speech: Speech) -> str:
    """What a kind of message is called."""
    return speech.word(LABELS, label)


def subject_word(subject: str, speech: Speech) -> str:
    """What a subject is called."""
    return speech.word(SUBJECTS, subject)
