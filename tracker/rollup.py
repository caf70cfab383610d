"""The one rule by which assignments make the status of their item; docs/statuses.md shows it as a table.

1. What is no obligation needs no action; an obligation of nobody is not started.
2. While any assignment is open: partially implemented where any is implemented, wholly or in part; else in
   progress where any is; else not started.
3. Once all are closed the weakest tells: not implemented where any was closed without; else implemented where
   any is; else overtaken by events.
"""

from collections.abc import Collection

from tracker.models import ActionItem, Nature, Occurrence
from tracker.statuses import OPEN, Status

# Each line: where any assignment has one of these, the item has that. First line that fits wins.
WHILE_OPEN = (
    ({Status.IMPLEMENTED, Status.PARTIALLY_IMPLEMENTED}, Status.PARTIALLY_IMPLEMENTED),
    ({Status.IN_PROGRESS}, Status.IN_PROGRESS),
    ({Status.NOT_STARTED}, Status.NOT_STARTED),
)
ONCE_CLOSED = (
    ({Status.NOT_IMPLEMENTED}, Status.NOT_IMPLEMENTED),
    ({Status.IMPLEMENTED}, Status.IMPLEMENTED),
    ({Status.OVERTAKEN}, Status.OVERTAKEN),
    ({Status.NO_ACTION}, Status.NO_ACTION),
)


def roll_up(statuses: Collection[Status]) -> Status:
    """Return the status of an obligation whose standing assignments have these statuses.

    >>> roll_up([Status.IMPLEMENTED, Status.NOT_STARTED])
    Status.PARTIALLY_IMPLEMENTED
    """
    told = set(statuses)
    if not told:
        return Status.NOT_STARTED
    table = WHILE_OPEN if told & set(OPEN) else ONCE_CLOSED
    return next(status for any_of, status in table if told & any_of)


def status_of(item: ActionItem) -> Status:
    """Return what the item's assignments make of it today."""
    if item.nature != Nature.OBLIGATION:
        return Status.NO_ACTION
    statuses = Occurrence.objects.filter(
        assignment__item=item, assignment__withdrawn_at=None, is_current=True
    ).values_list("status", flat=True)
    return roll_up([Status(status) for status in statuses])


def refresh(item: ActionItem) -> None:
    """Write the roll-up to the item; every door that changes an assignment calls this last.

    The item is held first: of two people who close its last two assignments at once, the later one must
    see what the earlier one did.
    """
    item.refresh_from_db(
        fields=["nature", "status"], from_queryset=ActionItem.objects.select_for_update(no_key=True)
    )
    status = status_of(item)
    if item.status != status:
        item.status = status
        item.save(update_fields=["status", "updated_at"])
