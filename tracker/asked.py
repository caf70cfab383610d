"""The clauses of a resolution with whom each asks, as a reader may see it.

A constant number of queries, however many clauses there are.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from resolutions.models import Clause, ClauseAddressee, EntityMembership, Resolution, Role
from tracker import permissions
from tracker.models import ActionItem, Assignment, MemberResponse, Occurrence
from tracker.querysets import Person, concerning
from tracker.statuses import OPEN, Status


@dataclass(frozen=True, slots=True)
class Asked:
    """An addressee of a clause as the reader may see it.

    Args:
        assignment: what it is assigned.
        occurrence: the running occurrence, with its status and due date.
        answered, members: for a group, how many of its members answered, of how many.
        may_report: whether the reader may record follow-up for it now.
    """

    assignment: Assignment
    occurrence: Occurrence | None
    answered: int = 0
    members: int = 0
    may_report: bool = False

    @property
    def to_look_again(self) -> bool:
        """Whether there is a day on which to look at it again: open, and no due date stated."""
        at = self.occurrence
        return at is not None and at.status in OPEN and at.due_to is None and at.review_on is not None


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause with its item (None where the reader may not see its follow-up) and whom it asks."""

    clause: Clause
    item: ActionItem | None
    asked: tuple[Asked, ...]
    words: str = ""

    @property
    def anchor(self) -> str:
        """The id of the clause in its page: `op2.2`."""
        return f"{self.clause.paragraph.eid}.{self.clause.number}"

    @property
    def consulted(self) -> list[ClauseAddressee]:
        """Those to be consulted, who bear no duty."""
        return [a for a in self.clause.addressees.all() if a.role == Role.CONSULTED]

    @property
    def named(self) -> list[ClauseAddressee]:
        """Those the text names after "including"."""
        return [a for a in self.clause.addressees.all() if a.role == Role.INCLUDING]


def clauses_read(
    resolution: Resolution, *, reader: Person, on: dt.date, only: int | None = None
) -> list[ClauseRead]:
    """Return every clause of the resolution (or the one with the id `only`) with what the reader may see."""
    clauses = (
        Clause.objects.filter(paragraph__resolution=resolution)
        .select_related("paragraph__resolution", "verb", "report_to", "reviewed_by", "version")
        .prefetch_related(
            Prefetch("addressees", ClauseAddressee.objects.select_related("entity")), "deadlines"
        )
        .order_by("paragraph__position", "number")
    )
    if only is not None:
        clauses = clauses.filter(pk=only)
    items = ActionItem.objects.filter(clause__in=clauses.values("pk"))
    seen = {item.clause_id: item for item in items.visible_to(reader, on=on).with_validity(on)}
    asked = _asked(items, reader, on)
    return [ClauseRead(c, seen.get(c.pk), tuple(asked[c.pk])) for c in clauses]


def _asked(items: QuerySet[ActionItem], reader: Person, on: dt.date) -> dict[int, list[Asked]]:
    """Return the standing assignments the reader may see, by clause."""
    running = Prefetch(
        "occurrences", Occurrence.objects.filter(is_current=True).seen_on(on), to_attr="running"
    )
    standing = Assignment.objects.standing().filter(item__in=items.values("pk"))
    rows = (
        standing.visible_to(reader, on=on)
        .select_related("entity", "item")
        .prefetch_related(running)
        .order_by("id")
    )
    sizes, answers = _group_sizes(standing, on), _answers(standing)
    own = _reportable(standing, reader, on)
    asked: dict[int, list[Asked]] = defaultdict(list)
    for row in rows:
        occurrence = next(iter(getattr(row, "running")), None)  # noqa: B009 - mypy knows no to_attr
        asked[row.item.clause_id].append(
            Asked(
                row,
                occurrence,
                answered=answers.get(occurrence.pk, 0) if occurrence else 0,
                members=sizes.get(row.entity_id, 0),
                may_report=bool(occurrence and occurrence.status in OPEN) and (own is None or row.pk in own),
            )
        )
    return asked


def _group_sizes(assignments: QuerySet[Assignment], on: dt.date) -> dict[int, int]:
    held = EntityMembership.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_until=None) | Q(valid_until__gte=on),
        group__in=assignments.values("entity"),
    )
    return dict(held.order_by().values_list("group").annotate(Count("member", distinct=True)))


def _answers(assignments: QuerySet[Assignment]) -> dict[int, int]:
    answered = MemberResponse.objects.filter(occurrence__assignment__in=assignments.values("pk"))
    counted = answered.exclude(status=Status.NOT_STARTED).order_by().values_list("occurrence")
    return dict(counted.annotate(Count("id")))


def _reportable(assignments: QuerySet[Assignment], reader: Person, on: dt.date) -> set[int] | None:
    """Return the assignments the reader may report on, None for all."""
    if permissions.may_report_on_behalf(reader):
        return None
    if not permissions.may_answer(reader):
        return set()
    return set(assignments.filter(concerning(reader, on=on)).values_list("pk", flat=True))
