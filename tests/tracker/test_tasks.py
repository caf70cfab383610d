"""Celery's thin skin over the doors, with a real worker that is killed in the middle of its work."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from config import celery_app
from resolutions.models import Clause, Entity, Resolution, TextVersion
from tests.conftest import person
from tests.register import register
from tests.snapshot import snapshot
from tests.together import database_url
from tests.tracker.sheets.workbooks import workbook
from tests.tracker.test_imports import TEXT
from tracker import bulk, large_work, roles, tasks
from tracker.imports import STALE_AFTER, request_import, sweep
from tracker.models import (
    ActionItem,
    BulkJob,
    BulkKind,
    CycleRequest,
    ImportJob,
    ReportingCycle,
    StatusChange,
    TrackingSheet,
)
from tracker.sheets.doors import check_rows, take_in

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


def test_every_task_that_beat_calls_exists():
    scheduled = {entry["task"] for entry in celery_app.conf.beat_schedule.values()}
    assert scheduled <= set(celery_app.tasks)


def test_no_task_may_run_longer_than_the_broker_waits():
    waits = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    assert dt.timedelta(seconds=settings.CELERY_TASK_TIME_LIMIT) < STALE_AFTER < dt.timedelta(seconds=waits)


@pytest.mark.django_db
def test_the_task_does_the_import_it_is_given(clerk):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    tasks.run_import(job.pk)
    job.refresh_from_db()
    assert (job.state, Resolution.objects.count()) == ("done", 1)


@pytest.mark.django_db
def test_an_import_that_is_not_there_is_no_error():
    tasks.run_import(0)
    assert not Resolution.objects.exists()


# --- A worker killed in the middle of its work --------------------------------------------------------


def eventually(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"still not so after {PATIENCE} seconds: {what}"
        time.sleep(0.1)


@pytest.fixture
def queue() -> str:
    return f"test-{uuid.uuid4()}"


@pytest.fixture
def hand_over(queue) -> Callable[..., object]:
    """Give the enqueueing that tells only the workers of this test."""

    def hand_over(job_id: int, *, task: str = "run_import") -> object:
        with celery_app.connection_for_write() as broker:
            return celery_app.send_task(f"tracker.tasks.{task}", (job_id,), queue=queue, connection=broker)

    return hand_over


@pytest.fixture
def start_worker(queue) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start real workers on the test database; whatever still runs at the end is stopped."""
    workers = []

    def start() -> subprocess.Popen[bytes]:
        command = f"-m celery -A config worker -P prefork -c 1 -Q {queue} -l WARNING"
        quiet = "--without-gossip --without-mingle --without-heartbeat"
        worker = subprocess.Popen(
            [sys.executable, *command.split(), *quiet.split()],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": database_url()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        workers.append(worker)
        return worker

    yield start
    for worker in workers:
        if worker.poll() is None:
            kill(worker)


def kill(worker: subprocess.Popen[bytes]) -> None:
    """End a worker and its children as a power cut would."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait(PATIENCE)


def blocked_on(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass", [table])
        return bool(cursor.fetchone() == (1,))


blocked_on_clauses = partial(blocked_on, "resolutions_clause")


@pytest.mark.usefixtures("committed_db")
def test_a_worker_killed_in_mid_import_leaves_nothing_and_the_next_one_does_it_once(start_worker, hand_over):
    clerk = person("clerk", roles.DATA_ENTRY)
    # Somebody else holds the table of clauses, so the import waits in the middle of its transaction.
    with psycopg.connect(database_url()) as holder:
        holder.execute("LOCK TABLE resolutions_clause IN ACCESS EXCLUSIVE MODE")
        first = start_worker()
        job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=hand_over)
        eventually(blocked_on_clauses, "the import waits for the table of clauses")
        job.refresh_from_db()
        assert (job.state, job.progress, job.attempt) == ("running", 60, 1)
        kill(first)
        holder.rollback()
    eventually(lambda: not blocked_on_clauses(), "the database let the dead worker go")
    job.refresh_from_db()
    assert (job.state, Resolution.objects.count(), Clause.objects.count()) == ("running", 0, 0)

    ImportJob.objects.update(claimed_at=timezone.now() - STALE_AFTER - dt.timedelta(seconds=1))
    start_worker()
    assert sweep(enqueue=hand_over) == 1
    eventually(lambda: ImportJob.objects.get().state == "done", "the second worker has done it")
    assert (Resolution.objects.count(), TextVersion.objects.count()) == (1, 1)
    assert (Clause.objects.count(), ActionItem.objects.count(), ImportJob.objects.get().attempt) == (2, 2, 2)

    before = snapshot()
    tasks.run_import(job.pk)
    assert snapshot() == before


def large_cycle(by: User, enqueue: bulk.Enqueue) -> BulkJob:
    """Ask for a job that opens a cycle."""
    day = dt.date(2021, 1, 1)
    job = large_work.open_cycle(
        name="2021", period_from=day, period_to=day, due_on=day,
        entities=Entity.objects.filter(name="Norway"), by=by, enqueue=enqueue,
    )  # fmt: skip
    assert isinstance(job, BulkJob)
    return job


def sheet_taken_over(by: User, enqueue: bulk.Enqueue) -> BulkJob:
    """Ask for a job that takes a checked spreadsheet over."""
    done = ["done", "2021-02-01", "2021-06-30"]
    rows = [["E/RES/2020/1", "1", name, *done] for name in ("Secretary-General", "Norway")]
    sheet = take_in(data=workbook(rows), name="Tracker.xlsx", by=by)
    check_rows(sheet=sheet, by=by)
    return bulk.request(
        kind=BulkKind.TAKE_OVER, parameters={"sheet": sheet.pk, "leave_out": False}, summary="Take it over",
        total=2, by=by, enqueue=enqueue,
    )  # fmt: skip


def cycles_opened() -> tuple[int, int]:
    return ReportingCycle.objects.count(), CycleRequest.objects.count()


def rows_taken_over() -> tuple[int, int]:
    decided = StatusChange.objects.filter(ground="decision", to_status="implemented")
    return TrackingSheet.objects.exclude(applied_at=None).count(), decided.count()


@pytest.mark.usefixtures("committed_db")
@pytest.mark.parametrize(
    ("ask", "waits_for", "come_to", "whole"),
    [
        pytest.param(large_cycle, "tracker_cyclerequest", cycles_opened, (1, 2), id="opening a cycle"),
        pytest.param(sheet_taken_over, "tracker_statuschange", rows_taken_over, (1, 2), id="a spreadsheet"),
    ],
)
def test_a_worker_killed_in_mid_job_leaves_nothing_and_the_next_one_does_it_once(
    ask, waits_for, come_to, whole, start_worker, hand_over, monkeypatch
):
    register()
    monkeypatch.setattr(large_work, "MOST_AT_ONCE", 1)
    enqueue = partial(hand_over, task="run_bulk")
    asked = ask(person("manager", roles.MANAGER), lambda job_id: None)
    jobs = ("BulkJob", "BulkJobEvent")
    before = snapshot(but=jobs)
    # Somebody else holds what the job writes to, so it waits with a part written and not committed.
    with psycopg.connect(database_url()) as holder:
        holder.execute(f"LOCK TABLE {waits_for} IN SHARE MODE")
        first = start_worker()
        enqueue(asked.pk)
        eventually(lambda: blocked_on(waits_for), "the job waits in the middle of its work")
        kill(first)
        holder.rollback()
    eventually(lambda: not blocked_on(waits_for), "the database let the dead worker go")
    asked.refresh_from_db()
    assert (asked.state, asked.attempt, asked.done, snapshot(but=jobs) == before) == ("running", 1, 0, True)
    assert bulk.sweep(enqueue=enqueue) == 0, "its worker may still be at work"

    BulkJob.objects.update(claimed_at=timezone.now() - bulk.STALE_AFTER - dt.timedelta(seconds=1))
    start_worker()
    assert bulk.sweep(enqueue=enqueue) == 1
    eventually(lambda: BulkJob.objects.get().finished, "the second worker has done it")
    asked.refresh_from_db()
    assert (asked.state, asked.attempt, asked.error, come_to()) == ("done", 2, "", whole)
    after = snapshot()
    tasks.run_bulk(asked.pk)
    assert snapshot() == after
