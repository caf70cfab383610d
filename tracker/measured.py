"""What was measured of an item, as its page, the API and the chart tell it: values of accepted reports."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery

from tracker.models import ActionItem, Indicator, IndicatorValue
from tracker.querysets import Person


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; `whose` is empty where the values of several entities are summed."""

    day: dt.date
    value: Decimal
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with its values: `rows` as they were reported, `points` as they are drawn."""

    indicator: Indicator
    rows: tuple[IndicatorValue, ...]
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        """The last point in time."""
        return self.points[-1] if self.points else None


def standing_values(reader: Person, *, on: dt.date) -> QuerySet[IndicatorValue]:
    """Return the values that count and that the reader may see.

    Where an entity measured the same day again in a later report, that one counts.
    """
    of_the_same = IndicatorValue.objects.accepted().filter(
        indicator=OuterRef("indicator"),
        measured_on=OuterRef("measured_on"),
        line__report__entity=OuterRef("line__report__entity"),
    )
    newest = of_the_same.order_by("-line__report__reviewed_at", "-pk").values("pk")[:1]
    values = IndicatorValue.objects.accepted().visible_to(reader, on=on)
    return values.filter(pk=Subquery(newest))


def measured(item: ActionItem, *, reader: Person, on: dt.date) -> list[Measured]:
    """Return the indicators of an item that the reader may see, each with its values in time.

    One that is retired is told only where values stand.
    """
    indicators = item.indicators.visible_to(reader, on=on).select_related("assignment__entity")
    rows: dict[int, list[IndicatorValue]] = defaultdict(list)
    told = standing_values(reader, on=on).filter(indicator__in=indicators.values("pk"))
    for row in told.select_related("line__report__entity").order_by("measured_on", "pk"):
        rows[row.indicator_id].append(row)
    return [
        Measured(indicator, tuple(rows[indicator.pk]), _points(indicator, rows[indicator.pk]))
        for indicator in indicators
        if indicator.retired_at is None or rows[indicator.pk]
    ]


def _points(indicator: Indicator, rows: Iterable[IndicatorValue]) -> tuple[Point, ...]:
    if not indicator.adds_up:
        return tuple(Point(row.measured_on, row.value, str(row.line.report.entity)) for row in rows)
    sums: dict[dt.date, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.measured_on] += row.value
    return tuple(Point(day, total) for day, total in sorted(sums.items()))
