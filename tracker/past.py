"""How occurrences stood on a past day, from the changes that explain every status.

A change counts from the day it took effect (`effective_on`), which may lie before the day it was recorded.
Of those that had taken effect the one recorded last tells the status. Due dates have no day of effect: they
count as they stood at the end of the day, in so far as people moved them.
"""

import datetime as dt
from typing import Any, TypeVar

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from tracker.statuses import Status

Rows = TypeVar("Rows", bound=QuerySet[Any])


def with_past(occurrences: Rows, day: dt.date, known_on: dt.date | None) -> Rows:
    """Return the occurrences that told on a day, annotated with how they stood.

    Told: the time of each standing assignment that ran on the day, and earlier ones that had been met.

    Args:
        occurrences: which.
        day: the day in question.
        known_on: count only changes recorded by the end of this day.

    Returns:
        with `status_then`, the change that explains it (`change_then`, its id; `since_then`, when it took
        effect; `recorded_then`; `ground_then`), `due_then` (the last due day) and `runs_then` (whether it is
        the time that ran).
    """
    fields = occurrences.model._meta
    changes = _rows(fields.get_field("status_changes")).filter(
        occurrence=OuterRef("pk"), response=None, effective_on__lte=day
    )
    if known_on is not None:
        changes = changes.filter(recorded_at__date__lte=known_on)
    last = changes.order_by("-pk")[:1]
    moved = _rows(fields.get_field("due_date_changes")).filter(
        occurrence=OuterRef("pk"), recorded_at__date__gt=day
    )
    later = occurrences.model._base_manager.filter(
        Exists(changes), assignment=OuterRef("assignment"), sequence__gt=OuterRef("sequence")
    )
    stood = Q(assignment__withdrawn_at=None) | Q(assignment__withdrawn_at__date__gt=day)
    annotated = occurrences.filter(stood, Exists(changes)).annotate(
        change_then=Subquery(last.values("pk")),
        status_then=Subquery(last.values("to_status")),
        since_then=Subquery(last.values("effective_on")),
        recorded_then=Subquery(last.values("recorded_at")),
        ground_then=Subquery(last.values("ground")),
        due_then=Case(
            When(Exists(moved), then=Subquery(moved.order_by("pk").values("from_due_to")[:1])),
            default=F("due_to"),
        ),
        runs_then=~Exists(later),
    )
    return annotated.filter(Q(runs_then=True) | Q(status_then=Status.IMPLEMENTED))


def _rows(field: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = field.related_model._base_manager.all()
    return rows
