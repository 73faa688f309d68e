"""Charts as SVG, drawn here: bars from zero, an aim in brass, words at the mark. Places are percentages, so text keeps its size."""

from html import escape

from toonbank.audit.telling.story import Chart
from toonbank.audit.telling.words import Speech

ROOM = 0.84  # of the height, for the tallest bar: the words above it need the rest
MOST_NAMES = 7


def drawn(chart: Chart, say: Speech) -> str:
    """The figure with its caption; under it what the looks mean, when there are several."""
    top = max([sum(parts) for _, parts in chart.bars] + [chart.aim or 0.0]) or 1.0
    inside = [*_bars(chart, top), '<line class="axis" x1="0" x2="100%" y1="100%" y2="100%"/>']
    inside += _aim(chart, top)
    inside += _names(chart)
    inside += _highest(chart, top, say)
    return (
        f'<figure class="chart"><figcaption><b>{escape(chart.title)}</b>{escape(chart.saying)}.</figcaption>'
        f'<svg role="img" aria-label="{escape(spoken(chart, say))}">{"".join(inside)}</svg>{_key(chart)}</figure>'
    )


def spoken(chart: Chart, say: Speech) -> str:
    """The chart in a sentence: from where to where, and the highest."""
    first, last = chart.bars[0], chart.bars[-1]
    highest = max(chart.bars, key=lambda bar: sum(bar[1]))
    said = say.of(
        f"{chart.saying}: van {_value(first, chart, say)} in {first[0]} naar {_value(last, chart, say)} in {last[0]}, "
        f"het meest {_value(highest, chart, say)} in {highest[0]}.",
        f"{chart.saying}: from {_value(first, chart, say)} in {first[0]} to {_value(last, chart, say)} in {last[0]}, "
        f"at most {_value(highest, chart, say)} in {highest[0]}.",
    )
    return f"{said} {chart.aim_saying}." if chart.aim_saying else said


def _value(bar: tuple[str, tuple[float, ...]], chart: Chart, say: Speech) -> str:
    return say.share(sum(bar[1])) if chart.as_share else say.number(sum(bar[1]))


def _bars(chart: Chart, top: float) -> list[str]:
    step = 100 / len(chart.bars)
    found = []
    for place, (_, parts) in enumerate(chart.bars):
        floor = 100.0
        for part, look in zip(parts, chart.looks, strict=True):
            high = 100 * ROOM * part / top
            if part:
                floor -= high
                x, width = place * step + step * 0.14, min(step * 0.72, 12)
                found.append(
                    f'<rect class="{look}" x="{x:.2f}%" width="{width:.2f}%" y="{floor:.2f}%" height="{high:.2f}%"/>'
                )
    return found


def _aim(chart: Chart, top: float) -> list[str]:
    if chart.aim is None:
        return []
    y = 100 - 100 * ROOM * chart.aim / top
    look, x, above = beside(chart)
    return [
        f'<line class="aim" x1="0" x2="100%" y1="{y:.2f}%" y2="{y:.2f}%"/>',
        f'<text class="{look}" x="{x}" y="{0 if above else y:.2f}%" dy="-6">{escape(chart.aim_saying)}</text>',
    ]


def beside(chart: Chart) -> tuple[str, str, bool]:
    """Where the words of the aim stand on no bar: at its right end, at its left, else above all."""
    reaching = [sum(parts) >= (chart.aim or 0.0) for _, parts in chart.bars]
    quarter = -(-len(reaching) // 4)
    if any(reaching[-quarter:]) and not any(reaching[:quarter]):
        return "aim-say", "0", False
    return "aim-say end", "100%", any(reaching[-quarter:])


def _names(chart: Chart) -> list[str]:
    """Some of the periods under the axis, never so many that they touch."""
    count = len(chart.bars)
    every = -(-count // MOST_NAMES)
    found = []
    for place in range(0, count, every):
        at = (place + 0.5) * 100 / count
        found.append(
            f'<text class="mid" x="{min(max(at, 4), 96):.2f}%" y="100%" dy="16">{escape(chart.bars[place][0])}</text>'
        )
    return found


def _highest(chart: Chart, top: float, say: Speech) -> list[str]:
    place = max(range(len(chart.bars)), key=lambda one: sum(chart.bars[one][1]))
    bar = chart.bars[place]
    if not sum(bar[1]):
        return []
    x = (place + 0.5) * 100 / len(chart.bars)
    y = 100 - 100 * ROOM * sum(bar[1]) / top
    return [
        f'<text class="say mid" x="{min(max(x, 4), 96):.2f}%" y="{y:.2f}%" dy="-5">{_value(bar, chart, say)}</text>'
    ]


def _key(chart: Chart) -> str:
    if len(chart.names) < 2:
        return ""
    shown = "".join(
        f'<span class="key"><svg aria-hidden="true"><rect class="{look}" width="12" height="12"/></svg>{escape(name)}</span>'
        for look, name in zip(chart.looks, chart.names, strict=True)
    )
    return f'<p class="keys">{shown}</p>'


def weighed(given: int, asked: int, say: Speech) -> str:
    """The scale: given against asked, tilted at most eight degrees, always with both counts."""
    every = given + asked
    lean = max(-1.0, min(1.0, (given - asked) / every)) if every else 0.0
    drop = 12.5 * lean  # 90 wide on each side: eight degrees
    left, right = 34 + drop, 34 - drop
    names = say.of("gegeven", "given"), say.of("gevraagd", "asked")
    label = f"{names[0]} {say.number(given)}, {names[1]} {say.number(asked)}"
    pans = "".join(f"M{x - 26} {y + 22:.1f}h52q-6 9 -26 9t-26 -9z" for x, y in ((60, left), (240, right)))
    ropes = "".join(f"M{x} {y:.1f}l-20 22M{x} {y:.1f}l20 22" for x, y in ((60, left), (240, right)))
    return (
        f'<svg class="scale" viewBox="0 0 300 112" role="img" aria-label="{escape(label)}">'
        f'<path class="beam" d="M150 18V92M120 92H180M60 {left:.1f}L240 {right:.1f}{ropes}"/><path class="pan" d="{pans}"/>'
        f'<text x="60" y="{left + 49:.1f}">{names[0]} {say.number(given)}</text>'
        f'<text x="240" y="{right + 49:.1f}">{names[1]} {say.number(asked)}</text></svg>'
    )


def bar(part: float) -> str:
    """One row's bar; its number stands beside it."""
    return (
        '<svg aria-hidden="true" preserveAspectRatio="none"><rect class="all" width="100%" height="6"/>'
        f'<rect class="used" width="{100 * max(part, 0.005):.1f}%" height="6"/></svg>'
    )
