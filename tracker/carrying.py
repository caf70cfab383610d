"""What becomes of open work when a later item ends an earlier one: it is carried over, never dropped.

Only `tracker.mandates` calls this. Each open occurrence of the earlier item is closed as overtaken by events
and linked to the occurrence of the same entity on the later item. Work under way shows there as in progress;
how far it went is not claimed of the new request.
"""

from django.contrib.auth.models import User
from django.utils import timezone

from tracker import assigning, workflow
from tracker.models import (
    ActionItem,
    Assignment,
    CarriedOver,
    FollowUpReport,
    Ground,
    ItemRelation,
    Nature,
    Occurrence,
    ReportLine,
    StatusChange,
)
from tracker.querysets import OccurrenceQuerySet
from tracker.refusals import Refused
from tracker.statuses import BY_UNDOING, ReportState, Status
from tracker.workflow import Because

UNDER_WAY = (Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED)


def open_work(item: ActionItem) -> OccurrenceQuerySet:
    """Return the open running occurrences of an item."""
    return Occurrence.objects.current().open().filter(assignment__item=item)


def check_nothing_waits(item: ActionItem) -> None:
    """Check that no report on the item waits for review.

    Raises:
        Refused: one does; carrying its work over would leave it without an answer.
    """
    waiting = FollowUpReport.objects.filter(
        state=ReportState.SUBMITTED, lines__occurrence__assignment__item=item
    ).first()
    if waiting:
        raise Refused(
            f"A report of {waiting.entity} on {item.reference} waits for review. Accept it or send it back "
            "first, so that it keeps its answer.",
            code="report_waits",
        )


def carry_over(relation: ItemRelation, *, by: User, assign: bool) -> list[CarriedOver]:
    """Carry the open work of the earlier item over.

    Args:
        relation: ends the earlier item.
        by: who confirmed it; becomes the one who decided the statuses.
        assign: whether to assign to the later item the entities that it does not ask and that have open work.
    """
    waiting = open_work(relation.earlier).select_related("assignment__item", "assignment__entity")
    held = waiting.select_for_update(of=("self",), no_key=True).order_by("pk")
    return [_carry(occurrence, relation, by, assign) for occurrence in held]


def _carry(occurrence: Occurrence, relation: ItemRelation, by: User, assign: bool) -> CarriedOver:
    was = Status(occurrence.status)
    to, assigned = _place(occurrence, relation.later, by, assign)
    because = Because(Ground.DECISION, relation.effective_on, by=by, why=_why(relation))
    closed = workflow.apply(
        row=occurrence, to=Status.OVERTAKEN, because=because, percentage=occurrence.percentage
    )
    moved = None
    if to and to.status == Status.NOT_STARTED and was in UNDER_WAY:
        said = f"Carried over from {relation.earlier.reference}, where it was “{was.label}”."
        begun = Because(Ground.DECISION, relation.effective_on, by=by, why=said)
        moved = workflow.apply(row=to, to=Status.IN_PROGRESS, because=begun)
    return CarriedOver.objects.create(
        relation=relation,
        from_occurrence=occurrence,
        to_occurrence=to,
        closed=closed,
        moved=moved,
        assigned=assigned,
    )


def _why(relation: ItemRelation) -> str:
    said = f"{relation.later.reference} {relation.get_kind_display().lower()} this."
    return f"{said} {relation.why}".strip()


def _place(
    occurrence: Occurrence, later: ActionItem, by: User, assign: bool
) -> tuple[Occurrence | None, Assignment | None]:
    """Return the entity's occurrence on the later item, and the assignment where one had to be made."""
    entity = occurrence.assignment.entity
    there = Occurrence.objects.current().filter(assignment__item=later, assignment__entity=entity)
    found = there.select_related("assignment__item").first()
    if found or not assign or later.nature != Nature.OBLIGATION:
        return found, None
    made = assigning.assign(item=later, entity=entity, by=by)
    return there.select_related("assignment__item").get(), made


def bring_back(relation: ItemRelation, *, by: User, why: str) -> None:
    """Bring back what a relation carried over, as it was.

    Raises:
        Refused: somebody has gone on from there since, on either side.
    """
    carried = relation.carried.select_related(
        "from_occurrence__assignment__item", "to_occurrence__assignment__item", "closed", "moved", "assigned"
    )
    rows = list(carried)
    for row in rows:
        _check_untouched(row)
    for row in rows:
        _revert(row.from_occurrence, Status(row.closed.from_status), by, why)
        if row.moved and row.to_occurrence:
            _revert(row.to_occurrence, Status(row.moved.from_status), by, why)
        if row.assigned:
            assigning.withdraw(assignment=row.assigned, by=by, why=why)


def _check_untouched(row: CarriedOver) -> None:
    built = _last(row.from_occurrence) != row.closed
    if row.to_occurrence and (row.moved or row.assigned):
        built = built or ReportLine.objects.filter(occurrence=row.to_occurrence).exists()
    if row.to_occurrence and row.moved:
        built = built or _last(row.to_occurrence) != row.moved
    elif row.to_occurrence and row.assigned:
        decided = row.to_occurrence.status_changes.exclude(ground=Ground.INTAKE)
        built = built or decided.exists() or row.assigned.withdrawn_at is not None
    if built:
        raise Refused(
            f"The work of {row.from_occurrence.assignment.entity} went on since it was carried over, so this "
            "cannot be undone. Decide its statuses one by one instead.",
            code="built_upon",
        )


def _last(occurrence: Occurrence) -> StatusChange | None:
    return occurrence.status_changes.filter(response=None).first()


def _revert(occurrence: Occurrence, to: Status, by: User, why: str) -> None:
    workflow.check_transition(Status(occurrence.status), to, BY_UNDOING)
    because = Because(Ground.DECISION, timezone.localdate(), by=by, why=f"Carried back: {why}")
    workflow.apply(row=occurrence, to=to, because=because, percentage=occurrence.percentage)
