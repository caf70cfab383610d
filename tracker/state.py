"""The state of a past day: how each addressee stood, what explains it, and what the items came to."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from tracker.models import ActionItem, Nature, Occurrence, StatusChange
from tracker.organ_days import with_organ_day
from tracker.querysets import Person
from tracker.standing import roll_up
from tracker.statuses import OPEN, Status
from tracker.wording import today_of


@dataclass(frozen=True, slots=True)
class StoodThen:
    """How one addressee stood on the day.

    Args:
        occurrence: the time of its obligation that ran then, as it is today.
        status: its status on the day.
        change: what explains that status.
        due_to: its last due day as it stood then.
        overdue: whether it was open past that day.
    """

    occurrence: Occurrence
    status: Status
    change: StatusChange
    due_to: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class ItemThen:
    """An item on the day: its status by the rule of the roll-up, and whom it asked."""

    item: ActionItem
    status: Status
    stood: tuple[StoodThen, ...]


def state_on(
    items: QuerySet[ActionItem], *, day: dt.date, reader: Person, on: dt.date, known_on: dt.date | None = None
) -> list[ItemThen]:
    """Return how items stood on a day, as far as the reader may see them.

    Args:
        items: which items; those that are not listed are left out.
        day: the day in question.
        reader, on: who asks, and the day on which their rights are looked at: today.
        known_on: count only what had been recorded by the end of this day.
    """
    stood = _stood(items, day, reader, on, known_on)
    shown = items.visible_to(reader, on=on).listed().in_reading_order()  # type: ignore[attr-defined]
    return [
        ItemThen(item, _status(item, stood[item.pk]), tuple(stood[item.pk]))
        for item in shown.select_related("clause__paragraph__resolution", "clause__verb")
        if stood[item.pk] or item.nature != Nature.OBLIGATION
    ]


def _stood(
    items: QuerySet[ActionItem], day: dt.date, reader: Person, on: dt.date, known_on: dt.date | None
) -> dict[int, list[StoodThen]]:
    asked = Occurrence.objects.filter(assignment__item__in=items.order_by().values("pk"))
    then = asked.as_at(day, known_on=known_on).visible_to(reader, on=on)
    rows = list(
        with_organ_day(then, day).select_related("assignment__entity").order_by("assignment", "sequence")
    )
    changes = StatusChange.objects.select_related("by", "line__report").in_bulk(
        [row.change_then for row in rows]  # type: ignore[attr-defined] # an annotation
    )
    stood: dict[int, list[StoodThen]] = defaultdict(list)
    for row in rows:
        change = changes[row.change_then]  # type: ignore[attr-defined]
        stood[row.assignment.item_id].append(_stood_then(row, change))
    return stood


def _stood_then(row: Occurrence, change: StatusChange) -> StoodThen:
    status, due = Status(change.to_status), row.due_then  # type: ignore[attr-defined]
    return StoodThen(row, status, change, due, bool(due and status in OPEN and due < today_of(row)))


def _status(item: ActionItem, stood: list[StoodThen]) -> Status:
    if item.nature != Nature.OBLIGATION:
        return Status.NO_ACTION
    return roll_up([each.status for each in stood])


def counted(then: list[ItemThen]) -> list[tuple[Status, int]]:
    """Return how many obligations had each status, in the order of the statuses."""
    numbers = Counter(each.status for each in then if each.item.nature == Nature.OBLIGATION)
    return [(status, numbers[status]) for status in Status if numbers[status]]
