"""Carry out the plans of a spreadsheet's rows, a thousand at a time, in a constant number of statements.

The same is written as through the doors (`assigning.assign`, `schedule.set_due`, `workflow.decide_status`),
whose checks the plans have passed: assignments with their first occurrences, due dates and statuses with the
rows that explain them, roll-ups. What is rare goes through the doors: an assignment that was withdrawn
before, and the status of what recurs, which opens the next time.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from tracker import assigning, permissions, rollup, workflow
from tracker.acting import acting
from tracker.intake import due_fields
from tracker.models import (
    ActionItem,
    Assignment,
    AssignmentSource,
    DueDateChange,
    Ground,
    Occurrence,
    StatusChange,
)
from tracker.policies import in_order
from tracker.refusals import Conflict
from tracker.sheets.plans import Plan

T = TypeVar("T")

AT_ONCE = 1000
SET_DUE = """
    UPDATE tracker_occurrence o SET due_from = v.due, due_to = v.due, due_source = 'person',
           due_estimated = false, updated_at = %s
    FROM unnest(%s::bigint[], %s::date[]) v (id, due) WHERE o.id = v.id
"""
SET_STATUS = """
    UPDATE tracker_occurrence o
    SET status = v.becomes, version = version + 1, percentage = NULL, updated_at = %s
    FROM unnest(%s::bigint[], %s::text[], %s::text[]) v (id, was, becomes)
    WHERE o.id = v.id AND o.status = v.was
"""

# The running occurrences by item and entity.
Running = dict[tuple[int, int], Occurrence]


def carry_out(plans: Sequence[Plan], *, by: User, sheet: str) -> Iterator[int]:
    """Do what plans say; yields how many are done, a thousand at a time. All are to be in one transaction.

    Raises:
        NotAllowed: the person may not assign or decide.
        Refused: something stands otherwise than the plans saw it.
    """
    permissions.require(permissions.may_assign(by), "assign entities")
    permissions.require(permissions.may_decide(by), "change a status by a decision")
    done = 0
    for part in in_parts(plan for plan in plans if plan.sentences):
        with acting(by, why=f"Taken over from {sheet}."):
            _write(part, by, sheet)
        done += len(part)
        yield done


def in_parts(rows: Iterable[T]) -> Iterator[list[T]]:
    """Return rows a thousand at a time."""
    left = iter(rows)
    while part := list(islice(left, AT_ONCE)):
        yield part


def _write(plans: Sequence[Plan], by: User, sheet: str) -> None:
    items = ActionItem.objects.filter(pk__in={plan.item.pk for plan in plans})
    list(items.select_for_update(no_key=True).order_by("pk").values("pk"))
    _assign([plan for plan in plans if plan.assigns], by)
    running = _running(plans)
    _set_due([plan for plan in plans if plan.due_to], running, by, sheet)
    _decide([plan for plan in plans if plan.status], running, by, sheet)
    items.filter(worked_on=False).update(worked_on=True, updated_at=timezone.now())
    rollup.refresh_all(items)


def _assign(plans: Sequence[Plan], by: User) -> None:
    items, entities = {plan.item.pk for plan in plans}, {plan.entity.pk for plan in plans}
    held = set(
        Assignment.objects.filter(item__in=items, entity__in=entities).values_list("item_id", "entity_id")
    )
    for plan in plans:
        if plan.pair in held:
            assigning.assign(item=plan.item, entity=plan.entity, by=by)
    new = Assignment.objects.bulk_create(
        Assignment(item=plan.item, entity=plan.entity, source=AssignmentSource.PERSON)
        for plan in plans
        if plan.pair not in held
    )
    policies = in_order() if new else []
    opened = Occurrence.objects.bulk_create(
        Occurrence(assignment=assignment, **due_fields(assignment.item.clause, policies))
        for assignment in new
    )
    StatusChange.objects.bulk_create(
        StatusChange(
            occurrence=occurrence,
            ground=Ground.INTAKE,
            to_status=occurrence.status,
            effective_on=_adopted(occurrence) or timezone.localdate(),
            by=by,
        )
        for occurrence in opened
    )


def _adopted(occurrence: Occurrence) -> dt.date | None:
    adopted: dt.date | None = occurrence.assignment.item.clause.paragraph.resolution.adopted_on
    return adopted


def _running(plans: Sequence[Plan]) -> Running:
    rows = Occurrence.objects.select_for_update(no_key=True, of=("self",)).filter(
        is_current=True,
        assignment__withdrawn_at=None,
        assignment__item__in={plan.item.pk for plan in plans},
        assignment__entity__in={plan.entity.pk for plan in plans},
    )
    found = rows.select_related("assignment__entity", "assignment__item__clause__paragraph__resolution")
    return {(o.assignment.item_id, o.assignment.entity_id): o for o in found.order_by("pk")}


def _set_due(plans: Sequence[Plan], running: Running, by: User, sheet: str) -> None:
    # A new assignment may have opened with this very day from the text, one renewed may have kept it.
    rows = [(o, plan) for plan in plans if (o := running[plan.pair]).due_to != plan.due_to]
    DueDateChange.objects.bulk_create(
        DueDateChange(
            occurrence=occurrence,
            from_due_from=occurrence.due_from,
            from_due_to=occurrence.due_to,
            to_due_from=plan.due_to,
            to_due_to=plan.due_to,
            by=by,
            why=plan.reason(sheet),
        )
        for occurrence, plan in rows
    )
    with connection.cursor() as cursor:
        cursor.execute(SET_DUE, [timezone.now(), [o.pk for o, _ in rows], [plan.due_to for _, plan in rows]])


def _decide(plans: Sequence[Plan], running: Running, by: User, sheet: str) -> None:
    plans = [plan for plan in plans if running[plan.pair].status != plan.becomes[0]]
    recurring = [plan for plan in plans if running[plan.pair].recurrence]
    for plan in recurring:
        _decide_by_door(plan, running[plan.pair], by, sheet)
    rows = [(running[plan.pair], plan, plan.becomes) for plan in plans if not running[plan.pair].recurrence]
    ids, was = [o.pk for o, _, _ in rows], [o.status for o, _, _ in rows]
    with connection.cursor() as cursor:
        cursor.execute(SET_STATUS, [timezone.now(), ids, was, [to.value for _, _, (to, _) in rows]])
        if cursor.rowcount != len(rows):
            raise Conflict("Somebody changed a status meanwhile. Check the rows again.", field="status")
    StatusChange.objects.bulk_create(
        StatusChange(
            occurrence=occurrence,
            ground=Ground.DECISION,
            from_status=occurrence.status,
            to_status=to,
            effective_on=since or timezone.localdate(),
            by=by,
            why=plan.reason(sheet),
        )
        for occurrence, plan, (to, since) in rows
    )


def _decide_by_door(plan: Plan, occurrence: Occurrence, by: User, sheet: str) -> None:
    to, since = plan.becomes
    occurrence.refresh_from_db()
    workflow.decide_status(occurrence=occurrence, to=to, by=by, why=plan.reason(sheet), effective_on=since)
