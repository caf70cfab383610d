"""Which day it is where: what is due, overdue, to be looked at again or expired goes by the day of the organ.

What is due in New York today is not overdue there while it is tomorrow in Geneva already. Everybody asks for
a day, and today is the day of the installation; here, and nowhere else, today becomes the day of the organ
that adopted the resolution, in its own time zone. Any other day is a day of the calendar, the same for all.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Case, DateField, Q, Value, When
from django.utils import timezone

from resolutions.models import Organ

Rows = TypeVar("Rows")

OF_ITEM = "clause__paragraph__resolution__organ"
OF_OCCURRENCE = f"assignment__item__{OF_ITEM}"


def day_in(zone: str, at: dt.datetime) -> dt.date:
    """Return the day in a time zone, that of the installation where there is no zone of that name."""
    try:
        return timezone.localdate(at, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.localdate(at)


def days_of_organs(at: dt.datetime) -> dict[dt.date, list[int]]:
    """Return which day it is at a moment, each with the organs that have it; three days at most."""
    days: dict[dt.date, list[int]] = defaultdict(list)
    for pk, zone in Organ.objects.order_by("pk").values_list("pk", "time_zone"):
        days[day_in(zone, at)].append(pk)
    return dict(days)


def of_organs(at: dt.datetime) -> dict[dt.date, Q]:
    """Return which day it is at a moment, each with the condition on occurrences whose organ has that day.

    What no known organ adopted goes by the day of the installation.
    """
    own = timezone.localdate(at)
    conditions = {day: Q(**{f"{OF_OCCURRENCE}__in": pks}) for day, pks in days_of_organs(at).items()}
    return {**conditions, own: conditions.get(own, Q()) | Q(**{OF_OCCURRENCE: None})}


def elsewhere(on: dt.date) -> Mapping[dt.date, list[int]]:
    """Return the organs that have another day now, by their day; none where the day asked is not today."""
    now = timezone.now()
    if on != timezone.localdate(now):
        return {}
    return {day: pks for day, pks in days_of_organs(now).items() if day != on}


def there(on: dt.date, condition: Callable[[dt.date], Q], path: str = OF_OCCURRENCE) -> Q:
    """Return a condition that hangs on the day, for the day of each row's organ.

    Args:
        on: the day that is asked about.
        condition: what it is on a day.
        path: how rows reach the organ.
    """
    return by_day(on, elsewhere(on), condition, path)


def by_day(
    on: dt.date, elsewhere: Mapping[dt.date, list[int]], condition: Callable[[dt.date], Q], path: str
) -> Q:
    """Return the same as `there`, for whoever has asked `elsewhere` already."""
    if not elsewhere:
        return condition(on)
    told = condition(on) & ~Q(**{f"{path}__in": [pk for pks in elsewhere.values() for pk in pks]})
    for day, organs in elsewhere.items():
        told |= condition(day) & Q(**{f"{path}__in": organs})
    return told


def with_organ_day(rows: Rows, on: dt.date, path: str = OF_OCCURRENCE) -> Rows:
    """Return the rows with `organ_day`: the day that it is for each one's organ when it is `on` here."""
    told: Any = rows
    whens = [When(**{f"{path}__in": organs}, then=Value(day)) for day, organs in elsewhere(on).items()]
    answered: Rows = told.annotate(organ_day=Case(*whens, default=Value(on), output_field=DateField()))
    return answered


def past_due(on: dt.date) -> Q:
    """Return the condition that an occurrence's last due day is over."""
    return there(on, lambda day: Q(due_to__lt=day))
