"""The chart of an indicator: where values, baseline and target lie, for the SVG in the template."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from tracker.measured import Measured, Point

# In the drawing's own units; the margins leave room for the numbers and the days.
WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 22, 20


@dataclass(frozen=True, slots=True)
class Dot:
    """A value as drawn, with the words that the pointer shows."""

    x: str
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Level:
    """The baseline or the target as a line across."""

    y: str
    word: str


@dataclass(frozen=True, slots=True)
class IndicatorChart:
    """An indicator as drawn: `lines` join the dots of one entity, `levels` are baseline and target."""

    measured: Measured
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    levels: tuple[Level, ...]
    first_day: dt.date
    last_day: dt.date


def number(value: Decimal) -> str:
    """Return a value as a person writes it.

    >>> number(Decimal("1250000.5000"))
    '1,250,000.5'
    """
    return f"{value.normalize():,f}"


def drawn(measured: Measured) -> IndicatorChart | None:
    """Return the chart of an indicator, None where no value stands yet."""
    if not measured.points:
        return None
    indicator = measured.indicator
    levels = {
        "baseline": (indicator.baseline, indicator.baseline_on),
        "target": (indicator.target, indicator.target_on),
    }
    days = [p.day for p in measured.points] + [day for _, day in levels.values() if day]
    values = [p.value for p in measured.points] + [v for v, _ in levels.values() if v is not None]
    scale = _Scale(min(days), max(days), min(*values, Decimal(0)), max(*values, Decimal(0)))
    return IndicatorChart(
        measured,
        tuple(_dot(point, scale) for point in measured.points),
        _lines(measured.points, scale),
        tuple(Level(scale.y(v), f"{word} {number(v)}") for word, (v, _) in levels.items() if v is not None),
        min(days),
        max(days),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date
    low: Decimal
    high: Decimal

    def x(self, day: dt.date) -> str:
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return f"{LEFT + share * (WIDTH - LEFT - RIGHT):.1f}"

    def y(self, value: Decimal) -> str:
        span = self.high - self.low
        share = float((value - self.low) / span) if span else 0.0
        return f"{HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM):.1f}"


def _dot(point: Point, scale: _Scale) -> Dot:
    whose = f"{point.whose}, " if point.whose else ""
    words = f"{whose}{point.day:%-d %B %Y}: {number(point.value)}"
    return Dot(scale.x(point.day), scale.y(point.value), words)


def _lines(points: tuple[Point, ...], scale: _Scale) -> tuple[str, ...]:
    by_entity: dict[str, list[str]] = defaultdict(list)
    for point in points:
        by_entity[point.whose].append(f"{scale.x(point.day)},{scale.y(point.value)}")
    return tuple(" ".join(joined) for joined in by_entity.values() if len(joined) > 1)
