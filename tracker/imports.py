"""Imports: a row first, then the work, in any worker, any number of times, with one result.

The row is written with the file in one transaction and the task is sent when it is committed. A worker
claims the row by a conditional update; if it dies, its claim grows old and `sweep` gives the row out again.
Reading and storing happen in one transaction that also marks the row as done: a dead worker leaves nothing.
"""

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Protocol

from django.contrib.auth.models import User
from django.db import OperationalError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from resolutions import importing
from resolutions.importing import ImportRefused, Outcome, Stored
from resolutions.models import SourceFile, TextVersion
from resolutions.parsing.document import Document
from resolutions.readers import UnreadableSource
from resolutions.sandbox import Reading, read_apart
from resolutions.sources import check_size as check_readable_size
from resolutions.sources import keep_source
from tracker import intake, permissions, relation_search
from tracker.models import ImportJob, ImportState
from tracker.querysets import Person, sees_all
from tracker.refusals import Refused

logger = logging.getLogger(__name__)

# A worker that has not spoken for this long is taken for dead; the task's own time limit is shorter.
STALE_AFTER = dt.timedelta(seconds=150)
MOST_ATTEMPTS = 5
# A worker that is not busy takes a file up at once; of one that is, the queue is long.
ANSWERED_WITHIN = dt.timedelta(minutes=1)


class Enqueue(Protocol):
    """How a job's id reaches a worker; the task module passes its own."""

    def __call__(self, job_id: int, /) -> object:
        """Hand the id over."""


@transaction.atomic
def request_import(
    *, data: bytes, name: str, by: User, enqueue: Enqueue, replaces: bool = False, media_type: str = ""
) -> ImportJob:
    """Take a file in and queue its reading.

    Args:
        data: the file's content.
        name: its name.
        by: who asks.
        enqueue: called with the job's id once the row is committed.
        replaces: whether the person says it is a corrected text of a resolution we hold.
        media_type: what the sender says the file is.

    Raises:
        NotAllowed: the person may not add resolutions.
        Refused: the file is empty or too large.
    """
    permissions.require(permissions.may_import(by), "add resolutions")
    with _told():
        source = keep_source(data=data, name=name, media_type=media_type, by=by)
    job = ImportJob.objects.create(
        source=source, requested_by=by, replaces=replaces, stage="Waiting for a worker"
    )
    # Where no worker can be told now, the sweep gives the job out later: the row is there.
    transaction.on_commit(lambda: enqueue(job.pk), robust=True)
    return job


def check_size(size: int) -> None:
    """Check that a file of so many bytes is not too large to be taken in.

    Raises:
        Refused: it is larger than the readers take.
    """
    with _told():
        check_readable_size(size)


@contextmanager
def _told() -> Iterator[None]:
    """Pass the refusals of `resolutions` on in this app's own words."""
    try:
        yield
    except UnreadableSource as error:
        raise Refused(error.message, field="file", code=error.code) from error


def seen_by(user: Person) -> QuerySet[ImportJob]:
    """Return the imports a person may look at: all for whoever sees all, else their own."""
    return ImportJob.objects.all() if sees_all(user) else ImportJob.objects.filter(requested_by=user.pk)


def is_left_waiting(job: ImportJob, *, at: dt.datetime) -> bool:
    """Whether a job waits for a worker longer than one that runs would let it."""
    if job.state == ImportState.QUEUED:
        return job.requested_at < at - ANSWERED_WITHIN
    return (
        job.state == ImportState.RUNNING and job.claimed_at is not None and job.claimed_at < at - STALE_AFTER
    )


def sources_read_by(user: Person) -> QuerySet[SourceFile]:
    """Return the files a person may read: texts of the register, and those of imports they may look at."""
    if sees_all(user):
        return SourceFile.objects.all()
    return SourceFile.objects.filter(
        Q(pk__in=TextVersion.objects.values("source")) | Q(pk__in=seen_by(user).values("source"))
    )


def import_file(*, data: bytes, name: str, replaces: bool = False) -> ImportJob:
    """Take a file in and read it at once, for the command line.

    Raises:
        UnreadableSource: the file is empty or too large; what else is wrong stands in the job's `error`.
    """
    job = ImportJob.objects.create(source=keep_source(data=data, name=name), replaces=replaces)
    run_import(job.pk)
    job.refresh_from_db()
    return job


def run_import(job_id: int) -> None:
    """Do an import that nobody else does; one that is done or held by another is left alone."""
    job = _claim(job_id)
    if job is None:
        return
    try:
        _tell(job, "Reading the file and finding its paragraphs, verbs and addressees", 10)
        reading = read_apart(bytes(job.source.content), job.source.name)
        _tell(job, "Writing the register", 60)
        _finish(job, reading)
    except (UnreadableSource, ImportRefused) as error:
        _fail(job, error.code, error.message)
    except OperationalError:
        # A deadlock, a lost connection: nothing is wrong with the file, and nothing was stored.
        logger.warning("Import %s of %s waits for the database", job.pk, job.source, exc_info=True)
        _give_back(job)
    except Exception:
        logger.exception("Import %s of %s failed", job.pk, job.source)
        _fail(
            job,
            "internal_error",
            "The file could not be read because of an error in this program, which was logged; nothing "
            "was stored. Tell an administrator the number of this import.",
        )


def _claim(job_id: int) -> ImportJob | None:
    """Hold the job for this worker, or return None where another holds it or it is finished."""
    stale = timezone.now() - STALE_AFTER
    free = Q(state=ImportState.QUEUED) | Q(state=ImportState.RUNNING, claimed_at__lt=stale)
    claimed = ImportJob.objects.filter(free, pk=job_id).update(
        state=ImportState.RUNNING, claimed_at=timezone.now(), attempt=F("attempt") + 1
    )
    return ImportJob.objects.select_related("source").get(pk=job_id) if claimed else None


def _give_back(job: ImportJob) -> None:
    """Let the next sweep hand the job to a worker; the attempt counts, so that it does not go on for ever."""
    ImportJob.objects.filter(pk=job.pk, attempt=job.attempt).update(
        state=ImportState.QUEUED, stage="Waiting for the database", progress=0, claimed_at=None
    )


def _tell(job: ImportJob, stage: str, progress: int) -> None:
    """Show how far the job is; it also renews the claim."""
    ImportJob.objects.filter(pk=job.pk, attempt=job.attempt).update(
        stage=stage, progress=progress, claimed_at=timezone.now()
    )


@transaction.atomic
def _finish(job: ImportJob, reading: Reading) -> None:
    held = ImportJob.objects.select_for_update().get(pk=job.pk)
    if held.attempt != job.attempt or held.state != ImportState.RUNNING:
        return  # taken for dead, and given up or given to another worker, which does it
    documents = reading.documents
    results = [_store(job.source, part, document, job.replaces) for part, document in enumerate(documents, 1)]
    held.state, held.stage, held.progress = ImportState.DONE, "Done", 100
    held.finished_at = timezone.now()
    held.summary = {"resolutions": [summary for _, summary in results]}
    held.warnings = [
        *({"code": w.code, "message": w.message, "line": w.line} for w in reading.warnings),
        *(
            {"code": w.code, "message": w.message, "in": w.eid, "resolution": stored.resolution.pk}
            for document, (stored, _) in zip(documents, results, strict=True)
            for w in document.warnings
        ),
    ]
    held.save()
    held.resolutions.set([stored.resolution for stored, _ in results])


def _store(
    source: SourceFile, part: int, document: Document, replaces: bool
) -> tuple[Stored, dict[str, object]]:
    stored = importing.store(document=document, source=source, part_of_file=part, replaces=replaces)
    tracked = intake.track(stored.resolution)
    if stored.outcome != Outcome.UNCHANGED:
        relation_search.request(stored.resolution)
    return stored, {
        "symbol": stored.resolution.symbol,
        "resolution": stored.resolution.pk,
        "outcome": stored.outcome.value,
        "clauses": asdict(stored.clauses),
        "tracked": asdict(tracked),
    }


def _fail(job: ImportJob, code: str, message: str) -> None:
    ImportJob.objects.filter(pk=job.pk, attempt=job.attempt).update(
        state=ImportState.FAILED,
        stage="Failed",
        error_code=code,
        error=message,
        finished_at=timezone.now(),
    )


def sweep(*, enqueue: Enqueue) -> int:
    """Give out again what waits or was left by a dead worker; give up what killed five workers.

    Returns:
        how many jobs were given out.
    """
    stale = timezone.now() - STALE_AFTER
    left = ImportJob.objects.filter(
        # What was given out lately may only be waiting its turn.
        Q(
            state=ImportState.QUEUED,
            requested_at__lt=timezone.now() - ANSWERED_WITHIN,
            claimed_at=None,
        )
        | Q(state__in=[ImportState.QUEUED, ImportState.RUNNING], claimed_at__lt=stale)
    )
    hopeless = left.filter(attempt__gte=MOST_ATTEMPTS)
    hopeless.update(
        state=ImportState.FAILED,
        stage="Failed",
        error_code="gave_up",
        error=f"Reading this file stopped its worker {MOST_ATTEMPTS} times. Ask an administrator to look.",
        finished_at=timezone.now(),
    )
    ids = list(left.filter(attempt__lt=MOST_ATTEMPTS).values_list("pk", flat=True))
    ImportJob.objects.filter(pk__in=ids, state=ImportState.QUEUED).update(claimed_at=timezone.now())
    for job_id in ids:
        enqueue(job_id)
    return len(ids)
