"""The one rule by which addressees make the status of an item, a paragraph, a resolution, an entity.

docs/statuses.md shows it as a table. Each addressee tells one status, that of its running occurrence; of a
series, an earlier time tells as well where it was implemented. Whatever is asked of (an item, or all that an
entity has) is open while any of these is, and the first line of the tables below that fits tells how it
stands. What is no obligation tells nothing; an obligation of nobody tells that it is not started.

The rule is here in Python, for some statuses, and in SQL, for many rows at once; both read these tables.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Case, CharField, Q, QuerySet, Value, When

from tracker.statuses import OPEN, Status

if TYPE_CHECKING:
    from tracker.models import Occurrence

# Each line: where any addressee tells one of these, this is how it stands. The first line that fits wins.
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
# A time that passed without being met is shown, and does not weigh on the one that runs now.
TELLS = Q(is_current=True) | Q(status=Status.IMPLEMENTED)


def roll_up(statuses: Collection[Status]) -> Status:
    """Return how something stands whose addressees tell these statuses.

    >>> roll_up([Status.IMPLEMENTED, Status.NOT_STARTED])
    Status.PARTIALLY_IMPLEMENTED
    """
    told = set(statuses)
    if not told:
        return Status.NOT_STARTED
    table = WHILE_OPEN if told & set(OPEN) else ONCE_CLOSED
    return next(status for any_of, status in table if told & any_of)


def telling(occurrences: "QuerySet[Occurrence]") -> "QuerySet[Occurrence]":
    """Return those of the occurrences that tell: of standing assignments, running or met."""
    return occurrences.filter(TELLS, assignment__withdrawn_at=None)


def rolled_up(occurrences: "QuerySet[Occurrence]", by: str) -> QuerySet[Any]:
    """Return the roll-up of occurrences as rows of `by` and `rolled`.

    Args:
        occurrences: those that tell, as `telling` gives them.
        by: what is rolled up over, for instance "assignment__item".
    """
    told = {f"told_{status}": BoolOr(Q(status=status)) for status in Status}
    open_ = _any(OPEN)
    lines = [(open_ & _any(any_of), status) for any_of, status in WHILE_OPEN]
    lines += [(_any(any_of), status) for any_of, status in ONCE_CLOSED]
    rolled = Case(*(When(when, then=Value(status)) for when, status in lines), output_field=CharField())
    rows: QuerySet[Any] = occurrences.order_by().values(by).annotate(**told).annotate(rolled=rolled)
    return rows


def _any(statuses: Collection[Status]) -> Q:
    found = Q()
    for status in sorted(statuses):
        found |= Q(**{f"told_{status}": True})
    return found
