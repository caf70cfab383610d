"""Charts of bars: where each part of a bar begins and how wide it is, for the SVG in the templates."""

from dataclasses import dataclass

from tracker.dashboards import Bar, Chart, Number
from tracker.statuses import SHAPES, Status

# A panel shows this many bars; its CSV holds all.
BARS_SHOWN = 12
# From this share of the width on, a part has room for its own number.
ROOM_FOR_A_NUMBER = 8.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar as drawn: per cent of the width at which it begins and that it takes."""

    number: Number
    start: str
    width: str
    middle: str
    sign: str
    has_room: bool


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar as drawn, and as a row of the table: each part the chart knows, None where this bar has none."""

    whole: Number
    parts: tuple[Part, ...]
    cells: tuple[tuple[str, Number | None], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as drawn: its first bars, on a scale whose longest bar fills the width.

    `hidden` counts the bars that are left out; of a chart in time those are the empty ones.
    """

    chart: Chart
    bars: tuple[DrawnBar, ...]
    hidden: int
    statuses: tuple[Status, ...]


def drawn(chart: Chart) -> Drawing:
    """Return a chart with its first bars laid out.

    >>> drawn(chart).bars[0].parts[0].width
    '100.00%'
    """
    filled = tuple(bar for bar in chart.bars if bar.whole.count)
    shown = filled if chart.in_time else filled[:BARS_SHOWN]
    longest = max((bar.whole.count for bar in shown), default=0)
    statuses = tuple(status for status in Status if status.label in chart.parts)
    bars = tuple(_drawn_bar(bar, chart, longest) for bar in shown)
    return Drawing(chart, bars, len(chart.bars) - len(shown), statuses)


def _drawn_bar(bar: Bar, chart: Chart, longest: int) -> DrawnBar:
    parts, start = [], 0.0
    for number in bar.parts:
        width = 100 * number.count / longest if longest else 0.0
        if width:
            parts.append(_part(number, start, width))
        start += width
    by_word = {number.word: number for number in bar.parts}
    cells = tuple((word, by_word.get(word)) for word in chart.parts)
    return DrawnBar(bar.whole, tuple(parts), cells)


def _part(number: Number, start: float, width: float) -> Part:
    sign = SHAPES[Status(number.tone)] if number.tone in Status.values else ""
    return Part(
        number,
        f"{start:.2f}%",
        f"{width:.2f}%",
        f"{start + width / 2:.2f}%",
        sign,
        width >= ROOM_FOR_A_NUMBER,
    )
