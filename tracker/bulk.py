"""Jobs over many rows: a row first, done by any worker, all or nothing.

The deed of each kind is a function that is handed in: it takes the job, writes in the transaction that also
marks the job as done, and returns what it did; or it leaves rows of `BulkRefusal` and writes nothing else.
"""

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from typing import Protocol

from django.contrib.auth.models import User
from django.db import OperationalError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from tracker import cycles, permissions, reassigning, reviewing
from tracker.models import UNFINISHED, BulkJob, BulkKind, BulkState
from tracker.querysets import Person
from tracker.refusals import Refused
from tracker.sheets import jobs as sheets

logger = logging.getLogger(__name__)

# The task's own time limit is shorter; a worker that holds a job for longer is dead.
STALE_AFTER = dt.timedelta(seconds=150)
MOST_ATTEMPTS = 5

DEEDS: Mapping[str, Callable[[BulkJob], dict[str, object]]] = {
    BulkKind.REASSIGN: reassigning.reassign,
    BulkKind.OPEN_CYCLE: cycles.open_by_job,
    BulkKind.REVIEW_DAYS: lambda job: {"moved": reviewing.apply(by=job.requested_by)},
    BulkKind.CHECK_SHEET: sheets.check_by_job,
    BulkKind.TAKE_OVER: sheets.take_over_by_job,
}


class Enqueue(Protocol):
    """How a job's id reaches a worker; the task module passes its own."""

    def __call__(self, job_id: int, /) -> object:
        """Hand the id over."""


@transaction.atomic
def request(
    *,
    kind: BulkKind,
    parameters: Mapping[str, object],
    summary: str,
    total: int,
    by: User,
    enqueue: Enqueue,
) -> BulkJob:
    """Keep what is asked and hand it to a worker once it is committed; the doors of the kinds check it.

    Args:
        total: the number of rows the person saw; the job is refused if there are others by then.
    """
    job = BulkJob.objects.create(
        kind=kind,
        parameters=dict(parameters),
        summary=summary[:300],
        total=total,
        requested_by=by,
        stage="Waiting for a worker",
    )
    transaction.on_commit(lambda: enqueue(job.pk), robust=True)
    return job


def seen_by(user: Person) -> QuerySet[BulkJob]:
    """Return the jobs a person may see: those who may ask for such see all, others their own."""
    if permissions.may_assign(user) or permissions.may_open_cycle(user):
        return BulkJob.objects.all()
    return BulkJob.objects.filter(requested_by=user.pk)


def run(job_id: int) -> None:
    """Do a job that nobody else does; one that is done or held by another is left alone."""
    job = _claim(job_id)
    if job is None:
        return
    try:
        _do(job)
    except Refused as refusal:
        _end(job, BulkState.REFUSED, refusal.message)
    except OperationalError:
        logger.warning("Bulk job %s waits for the database", job.pk, exc_info=True)
        BulkJob.objects.filter(pk=job.pk, attempt=job.attempt).update(
            state=BulkState.QUEUED, stage="Waiting for the database", claimed_at=None
        )
    except Exception:
        logger.exception("Bulk job %s failed", job.pk)
        _end(
            job,
            BulkState.FAILED,
            "An error in this program kept it from being done; it was logged and nothing was changed. "
            "Tell an administrator the number of this job.",
        )


def _claim(job_id: int) -> BulkJob | None:
    stale = timezone.now() - STALE_AFTER
    free = Q(state=BulkState.QUEUED) | Q(state=BulkState.RUNNING, claimed_at__lt=stale)
    claimed = BulkJob.objects.filter(free, pk=job_id).update(
        state=BulkState.RUNNING,
        stage="Checking every row, then writing all of them",
        claimed_at=timezone.now(),
        attempt=F("attempt") + 1,
    )
    return BulkJob.objects.select_related("requested_by").get(pk=job_id) if claimed else None


@transaction.atomic
def _do(job: BulkJob) -> None:
    """Do the deed and mark the job in one transaction: a worker that dies leaves nothing."""
    held = BulkJob.objects.select_for_update().get(pk=job.pk)
    if held.attempt != job.attempt or held.state != BulkState.RUNNING:
        return  # taken for dead and given to another
    result = DEEDS[held.kind](held)
    refused = held.refusals.count()
    if refused:
        _end(held, BulkState.REFUSED, f"{refused} of {held.total} rows cannot be done, so none was.")
        return
    held.state, held.stage, held.done, held.result = BulkState.DONE, "Done", held.total, result
    held.finished_at = timezone.now()
    held.save()


def _end(job: BulkJob, state: BulkState, why: str) -> None:
    BulkJob.objects.filter(pk=job.pk, attempt=job.attempt).update(
        state=state, stage=state.label, error=why, finished_at=timezone.now()
    )


def sweep(*, enqueue: Enqueue) -> int:
    """Give out again what waits or was left by a dead worker; give up what stopped its worker five times.

    Returns:
        how many jobs were given out.
    """
    now = timezone.now()
    waits = Q(state=BulkState.QUEUED, claimed_at=None, requested_at__lt=now - dt.timedelta(minutes=1))
    left = BulkJob.objects.filter(waits | Q(state__in=UNFINISHED, claimed_at__lt=now - STALE_AFTER))
    left.filter(attempt__gte=MOST_ATTEMPTS).update(
        state=BulkState.FAILED,
        stage="Failed",
        error=f"It stopped its worker {MOST_ATTEMPTS} times. Nothing was changed; ask an administrator.",
        finished_at=now,
    )
    ids = list(left.filter(attempt__lt=MOST_ATTEMPTS).values_list("pk", flat=True))
    BulkJob.objects.filter(pk__in=ids, state=BulkState.QUEUED).update(claimed_at=now)
    for job_id in ids:
        enqueue(job_id)
    return len(ids)
