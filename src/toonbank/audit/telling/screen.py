"""The report on a terminal: calm lines, small bars, a few examples."""

import textwrap
from unicodedata import category

from toonbank.audit.report import Report
from toonbank.audit.rows import Example
from toonbank.audit.telling.story import Row, Section, Verdict
from toonbank.audit.telling.whole import tell
from toonbank.audit.telling.words import Speech, Tone

WIDTH = 96
BAR = 24
MARKS: dict[Tone, str] = {"block": "!", "warn": "~", "advise": ".", "right": "+"}
COLOURS: dict[Tone, str] = {"block": "31", "warn": "33", "advise": "36", "right": "32"}
SHOWN = 2
MOST_RULES = 12
MOST_SAID = 8


def as_text(report: Report, *, colour: bool = False, width: int = WIDTH) -> str:
    """The whole report in its own language, for a terminal of so many columns."""
    story = tell(report)
    say = Speech(report.lang, report.zone)
    shown = _Shown(say, colour=colour, width=max(40, min(width, 120)))
    blocks = [shown.bold(story.title), shown.wrapped(story.lead)]
    if story.urgent:
        blocks.append("\n".join([shown.bold(say.of("Eerst", "First")), *map(shown.verdict, story.urgent)]))
    if story.right:
        blocks.append(
            "\n".join(
                [shown.bold(say.of("Dit gaat goed", "This goes well")), *map(shown.verdict, story.right)]
            )
        )
    blocks += [shown.section(one) for one in story.sections]
    blocks += filter(None, (shown.rules(report), shown.account(report), shown.left_out(report)))
    return "\n\n".join(blocks) + "\n"


class _Shown:
    """How lines look in one language, on one width."""

    def __init__(self, say: Speech, *, colour: bool, width: int) -> None:
        self._say, self._colour, self._width = say, colour, width

    def bold(self, words: str) -> str:
        return f"\x1b[1m{words}\x1b[0m" if self._colour else words

    def painted(self, words: str, tone: Tone) -> str:
        return f"\x1b[1;{COLOURS[tone]}m{words}\x1b[0m" if self._colour else words

    def wrapped(self, words: str, indent: str = "") -> str:
        return textwrap.fill(words, self._width, initial_indent=indent, subsequent_indent=indent)

    def verdict(self, verdict: Verdict) -> str:
        mark = self.painted(MARKS[verdict.tone], verdict.tone)
        return f"  {mark} {self.wrapped(verdict.sentence, '    ').lstrip()}"

    def section(self, section: Section) -> str:
        lines = [self.bold(section.title), self.wrapped(section.lead, "  ")]
        lines += self._rows(section.rows)
        if section.chart is not None:
            values = [sum(parts) for _, parts in section.chart.bars]
            if len(values) > 1:
                first, last = section.chart.bars[0][0], section.chart.bars[-1][0]
                lines.append(f"  {first} {spark(values)} {last}")
        for example in section.examples[:SHOWN]:
            lines += self._example(example)
        return "\n".join(lines)

    def _rows(self, rows: tuple[Row, ...]) -> list[str]:
        widest = max((len(row.name) for row in rows), default=0)
        numbers = max((len(row.value) for row in rows), default=0)
        return [
            f"  {row.name:<{widest}}  {row.value:>{numbers}}"
            + (f"  {'█' * max(1, round(BAR * row.part))}" if row.part else "")
            for row in rows
        ]

    def _example(self, example: Example) -> list[str]:
        when = self._say.day(example.at)
        text = " ".join(clean(example.text).split())
        lines = [self.wrapped(f"“{text}”", "    ")]
        about = [
            when,
            *([clean(example.note)] if example.note else []),
            *([clean(example.url)] if example.url else []),
        ]
        return [*lines, "    " + " · ".join(about)]

    def rules(self, report: Report) -> str:
        if not report.rules:
            return ""
        lines = [self.bold(self._say.of("Regels die berichten braken", "Rules that posts broke"))]
        numbers = max(len(self._say.number(one.count)) for one in report.rules)
        for one in report.rules[:MOST_RULES]:
            word = self._say.severity(one.severity)
            lines.append(f"  {self._say.number(one.count):>{numbers}}  {one.title} ({word}) [{one.rule}]")
        more = len(report.rules) - MOST_RULES
        if more > 0:
            lines.append(
                self._say.of(
                    f"  en nog {more}; --json of --html toont ze alle.",
                    f"  and {more} more; --json or --html shows all.",
                )
            )
        return "\n".join(lines)

    def account(self, report: Report) -> str:
        """What the rules on the account as a whole said of its last months."""
        if not report.account:
            return ""
        say = self._say
        lines = [
            self.bold(say.of("Hoe het account er per maand bij stond", "How the account stood each month"))
        ]
        for one in report.account[::-1][:MOST_SAID]:
            said = self.wrapped(f"{say.month(one.month)}: {clean(one.message)}", "    ").lstrip()
            lines.append(f"  {said} [{one.rule}]")
        more = len(report.account) - MOST_SAID
        if more > 0:
            lines.append(say.of(f"  en nog {more} eerder.", f"  and {more} more before."))
        return "\n".join(lines)

    def left_out(self, report: Report) -> str:
        if not report.left_out:
            return ""
        say = self._say
        items = say.many(report.left_out, ("onderdeel was", "onderdelen waren"), ("item", "items"))
        count, is_are = ("telt", "is") if report.left_out == 1 else ("tellen", "are")
        head = say.of(
            f"{items} onleesbaar en {count} niet mee:", f"{items} could not be read and {is_are} left out:"
        )
        lines = [f"  {clean(one.place)}: {one.reason}" for one in report.left_out_first[:5]]
        return "\n".join([self.bold(head), *lines, *(["  …"] if report.left_out > len(lines) else [])])


def spark(values: list[float]) -> str:
    """A row of small bars, the highest full."""
    top = max(values) or 1
    return "".join("▁▂▃▄▅▆▇█"[min(7, int(8 * value / top))] if value else "·" for value in values)


def clean(words: str) -> str:
    """Words that cannot move the cursor or colour the screen."""
    kept = "".join(" " if category(char) in ("Cc", "Zl", "Zp") else char for char in words)
    return kept.encode("utf-8", "replace").decode("utf-8")
