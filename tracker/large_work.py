"""What is little is done within the request, what is much by a job: one measure for pages, admin and API."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User

from resolutions.models import Entity
from tracker import bulk, cycles, permissions, reviewing
from tracker.models import BulkJob, BulkKind, ReportingCycle
from tracker.reassigning import Handing
from tracker.refusals import Conflict, Refused

# Rows that are looked through or moved, which takes half a second.
MOST_AT_ONCE = 10_000


def open_cycle(
    *,
    name: str,
    period_from: dt.date,
    period_to: dt.date,
    due_on: dt.date,
    entities: Iterable[Entity],
    by: User,
    enqueue: bulk.Enqueue,
    conditions: str = "",
) -> ReportingCycle | BulkJob:
    """Open a cycle at once, or ask for a job where many obligations are to be looked through.

    Args:
        enqueue: hands a job's id to a worker.

    Returns:
        the cycle, or the job that opens it.

    Raises:
        NotAllowed, Refused: as `cycles.open_cycle` says, before a job is asked for.
    """
    asked = list(entities)
    days = {"period_from": period_from, "period_to": period_to, "due_on": due_on}
    cycles.check_opening(name=name, entities=asked, by=by, conditions=conditions, **days)
    total = cycles.chosen(conditions, by).count()
    if total <= MOST_AT_ONCE:
        return cycles.open_cycle(name=name, entities=asked, by=by, conditions=conditions, **days)
    told = {day: value.isoformat() for day, value in days.items()}
    keys = [entity.key for entity in asked]
    return bulk.request(
        kind=BulkKind.OPEN_CYCLE,
        parameters={"name": name, "entities": keys, "conditions": conditions, **told},
        summary=f"Open “{name}”",
        total=total,
        by=by,
        enqueue=enqueue,
    )


def hand_over(*, handing: Handing, seen: int | None, by: User, enqueue: bulk.Enqueue) -> BulkJob:
    """Ask for a job that hands assignments over, all or none; every such work can be looked up as a job.

    Args:
        seen: how many the person saw that would go over; None where they saw none.

    Raises:
        NotAllowed, Refused: as `Handing.check` says, or the entity has none of these.
        Conflict: there are others now than the person saw.
    """
    handing.check()
    total = handing.occurrences().count()
    if not total:
        raise Refused(f"{handing.of} has none of these; there is nothing to hand over.", field="of")
    if seen is not None and seen != total:
        raise Conflict(
            f"The list has changed: it holds {total} now, not {seen}. Look at it again.", field="seen"
        )
    return bulk.request(
        kind=BulkKind.REASSIGN,
        parameters=handing.parameters,
        summary=f"Hand over {total} of {handing.of} to {handing.to}",
        total=total,
        by=by,
        enqueue=enqueue,
    )


def follow_policies(*, by: User, enqueue: bulk.Enqueue) -> int | BulkJob:
    """Let review days follow the policies at once, or ask for a job where many move.

    Returns:
        how many moved, or the job that moves them.

    Raises:
        NotAllowed: the person may not keep the policies.
    """
    permissions.require(permissions.may_keep_policies(by), "set review days by policy")
    moves = sum(moved.moves for moved in reviewing.preview())
    if moves <= MOST_AT_ONCE:
        return reviewing.apply(by=by)
    return bulk.request(
        kind=BulkKind.REVIEW_DAYS,
        parameters={},
        summary="Let all review days follow the policies",
        total=moves,
        by=by,
        enqueue=enqueue,
    )
