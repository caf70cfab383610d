"""The doors to reporting cycles: open one, close one.

A cycle keeps which obligations it asked whom about: those that its conditions selected on the day it was
opened, for each entity its own and those of the groups it belongs to, in a fixed number of statements.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.http import QueryDict
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions
from tracker.filters import ActionItemFilter
from tracker.models import BulkJob, ReportingCycle
from tracker.querysets import OccurrenceQuerySet
from tracker.refusals import Refused


@transaction.atomic
def open_cycle(
    *,
    name: str,
    period_from: dt.date,
    period_to: dt.date,
    due_on: dt.date,
    entities: Iterable[Entity],
    by: User,
    conditions: str = "",
) -> ReportingCycle:
    """Ask entities to report on a period by a day.

    Args:
        conditions: those of the register, as a query string, that choose the obligations asked about; all
            that are open where there are none.

    Raises:
        NotAllowed: the person may not open cycles.
        Refused: the name is taken, the days are out of order, no entity is asked, or one of them has nothing
            to answer among the obligations that the conditions choose.
    """
    asked = list(entities)
    days = {"period_from": period_from, "period_to": period_to, "due_on": due_on}
    check_opening(name=name, entities=asked, by=by, conditions=conditions, **days)
    try:
        with transaction.atomic():
            cycle = ReportingCycle.objects.create(name=name, opened_by=by, conditions=conditions, **days)
    except IntegrityError:
        _check_free(name)  # another took it between the first look and the writing
        raise
    cycle.entities.set(asked)
    _ask_about(cycle, asked)
    return cycle


def check_opening(
    *,
    name: str,
    period_from: dt.date,
    period_to: dt.date,
    due_on: dt.date,
    entities: Sequence[Entity],
    by: User,
    conditions: str = "",
) -> None:
    """Check whether such a cycle may be opened, before a job is asked for that would be refused.

    Raises:
        NotAllowed, Refused: as `open_cycle` says.
    """
    permissions.require(permissions.may_open_cycle(by), "open a reporting cycle")
    if not name.strip():
        raise Refused("Give the cycle a name, for instance “Reports for 2026”.", field="name")
    _check_free(name)
    if period_to < period_from:
        raise Refused("The period ends before it begins.", field="period_to")
    if due_on < period_from:
        raise Refused("Reports cannot be due before the period begins.", field="due_on")
    if not entities:
        raise Refused("Choose the entities that are asked to report.", field="entities")
    if conditions:
        _check_all_have_something(conditions, entities, by)


def _check_all_have_something(conditions: str, asked: Sequence[Entity], by: User) -> None:
    """Refuse to ask entities about obligations that were chosen when they have none of these to answer."""
    with connection.cursor() as cursor:
        cursor.execute(ANSWERING, _told(conditions, asked, by))
        answering = {entity for (entity,) in cursor.fetchall()}
    idle = sorted(entity.name for entity in asked if entity.pk not in answering)
    if idle:
        names = ", ".join(idle)
        raise Refused(
            f"Among the obligations chosen these have nothing to answer: {names}. Leave them out, or choose"
            " more obligations.",
            field="entities",
        )


def chosen(conditions: str, by: User) -> OccurrenceQuerySet:
    """Return the open occurrences that conditions of the register choose today, as the person sees them."""
    selection = ActionItemFilter(QueryDict(conditions), user=by, on=timezone.localdate()).selection
    items = selection.items().order_by().values("pk")
    return selection.occurrences().open().filter(assignment__item__in=items)


# What is asked of an entity: by its own name, as a member of a group on the day, or named in the text.
ASKED = """
    SELECT entity_id, occurrence_id FROM (
        SELECT a.entity_id, o.id AS occurrence_id
        FROM tracker_occurrence o JOIN tracker_assignment a ON a.id = o.assignment_id
        WHERE o.id = ANY(%(ids)s)
        UNION
        SELECT m.member_id, o.id
        FROM tracker_occurrence o JOIN tracker_assignment a ON a.id = o.assignment_id
        JOIN resolutions_entitymembership m ON m.group_id = a.entity_id
            AND (m.valid_from IS NULL OR m.valid_from <= %(on)s)
            AND (m.valid_until IS NULL OR m.valid_until >= %(on)s)
        WHERE o.id = ANY(%(ids)s) AND m.member_id = ANY(%(asked)s)
        UNION
        SELECT r.entity_id, r.occurrence_id FROM tracker_memberresponse r WHERE r.occurrence_id = ANY(%(ids)s)
    ) every WHERE entity_id = ANY(%(asked)s)
"""
ANSWERING = f"SELECT DISTINCT entity_id FROM ({ASKED}) asked"
ASK = f"""
    INSERT INTO tracker_cyclerequest (cycle_id, entity_id, occurrence_id)
    SELECT %(cycle)s, entity_id, occurrence_id FROM ({ASKED}) asked
"""


def _told(conditions: str, asked: Sequence[Entity], by: User) -> dict[str, Any]:
    """Return the values of `ASKED`: the occurrences chosen, the entities asked, the day."""
    ids = list(chosen(conditions, by).order_by().values_list("pk", flat=True))
    return {"ids": ids, "asked": [entity.pk for entity in asked], "on": timezone.localdate()}


def _ask_about(cycle: ReportingCycle, asked: Sequence[Entity]) -> None:
    told = _told(cycle.conditions, asked, cycle.opened_by)
    with connection.cursor() as cursor:
        cursor.execute(ASK, {"cycle": cycle.pk, **told})


def open_by_job(job: BulkJob) -> dict[str, object]:
    """Open the cycle that a job asks for; the job's rows are the obligations asked about.

    Raises:
        NotAllowed, Refused: as `open_cycle` says.
    """
    said = job.parameters
    days = {name: dt.date.fromisoformat(said[name]) for name in ("period_from", "period_to", "due_on")}
    asked = Entity.objects.filter(key__in=said["entities"])
    cycle = open_cycle(
        name=said["name"], entities=asked, by=job.requested_by, conditions=said["conditions"], **days
    )
    return {"cycle": cycle.pk, "asked": cycle.requests.count()}


def _check_free(name: str) -> None:
    if ReportingCycle.objects.filter(name=name).exists():
        raise Refused(f"There is a cycle “{name}” already.", field="name")


@transaction.atomic
def close_cycle(*, cycle: ReportingCycle, by: User, words: str = "") -> None:
    """Close a cycle; reports already begun may still be finished.

    Args:
        words: what is said at its end, for instance why reports are missing.

    Raises:
        NotAllowed: the person may not open or close cycles.
        Refused: it is closed already.
    """
    permissions.require(permissions.may_open_cycle(by), "close a reporting cycle")
    if cycle.closed_at:
        raise Refused(f"“{cycle}” is closed already.", field="cycle")
    cycle.closed_at, cycle.closing_words = timezone.now(), words.strip()
    cycle.save(update_fields=["closed_at", "closing_words"])
