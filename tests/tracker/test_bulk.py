"""Jobs over many rows: who holds one, what becomes of those of dead workers, who sees them."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from tracker import bulk, progress
from tracker.models import BulkJob, BulkKind, BulkState

pytestmark = pytest.mark.django_db

NOW = timezone.now
FRESH, DEAD = dt.timedelta(seconds=10), bulk.STALE_AFTER + dt.timedelta(seconds=1)


def job(by, **changed: object) -> BulkJob:
    """Ask for review days by policy, which asks for no rows; then leave the job as it is said."""
    asked = bulk.request(
        kind=BulkKind.REVIEW_DAYS, parameters={}, summary="Set review days", total=0, by=by,
        enqueue=lambda job_id: None,
    )  # fmt: skip
    BulkJob.objects.filter(pk=asked.pk).update(**changed)
    return asked


def swept() -> list[int]:
    """Sweep and return what was given out."""
    given: list[int] = []
    assert bulk.sweep(enqueue=given.append) == len(given)
    return given


def held_for(age: dt.timedelta, attempt: int = 1) -> dict[str, object]:
    return {"state": BulkState.RUNNING, "claimed_at": NOW() - age, "attempt": attempt}


def test_a_job_is_handed_to_a_worker_only_once_it_is_committed(manager, django_capture_on_commit_callbacks):
    given: list[int] = []
    with django_capture_on_commit_callbacks(execute=True):
        asked = bulk.request(
            kind=BulkKind.REVIEW_DAYS, parameters={}, summary="Set them", total=0, by=manager,
            enqueue=given.append,
        )  # fmt: skip
        assert given == []
    assert given == [asked.pk]


@pytest.mark.parametrize(
    ("age", "state", "attempt"),
    [(FRESH, BulkState.RUNNING, 1), (DEAD, BulkState.DONE, 2)],
    ids=["at work", "dead"],
)
def test_a_job_is_taken_from_a_dead_worker_alone(age, state, attempt, manager):
    held = job(manager, **held_for(age))
    bulk.run(held.pk)
    held.refresh_from_db()
    assert (held.state, held.attempt) == (state, attempt)


def test_the_sweep_gives_out_what_waits_too_long_and_what_a_dead_worker_left(manager):
    long_ago = NOW() - dt.timedelta(minutes=2)
    job(manager)
    job(manager, **held_for(FRESH))
    job(manager, state=BulkState.DONE, finished_at=NOW(), requested_at=long_ago)
    waits = job(manager, requested_at=long_ago)
    left = job(manager, **held_for(DEAD))
    assert sorted(swept()) == [waits.pk, left.pk]
    BulkJob.objects.filter(pk=left.pk).update(claimed_at=NOW())
    assert swept() == []


def test_what_stopped_its_worker_five_times_is_given_up_and_says_so(manager):
    last = job(manager, **held_for(DEAD, attempt=bulk.MOST_ATTEMPTS))
    assert swept() == []
    last.refresh_from_db()
    assert last.state == BulkState.FAILED
    assert "stopped its worker 5 times" in last.error
    bulk.run(last.pk)
    last.refresh_from_db()
    assert last.attempt == bulk.MOST_ATTEMPTS


def test_a_job_the_database_cannot_serve_now_waits_for_its_next_turn(manager, monkeypatch):
    def slow(held: BulkJob) -> dict[str, object]:
        BulkJob.objects.filter(pk=held.pk).update(summary="Half done")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 1")
            cursor.execute("SELECT pg_sleep(5)")
        return {}

    asked = job(manager)
    monkeypatch.setitem(bulk.DEEDS, BulkKind.REVIEW_DAYS, slow)
    bulk.run(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.claimed_at, asked.summary) == (BulkState.QUEUED, None, "Set review days")


def test_a_job_at_work_tells_how_many_rows_are_done(manager, client):
    held = job(manager, total=2000, **held_for(FRESH))
    client.force_login(manager)
    assert '<progress id="bar">' in client.get(held.get_absolute_url()).content.decode()
    progress.tell(held.pk, 1000)
    page = client.get(held.get_absolute_url()).content.decode()
    assert "1,000 of 2,000 rows" in page
    assert 'value="1000" max="2000"' in page


def test_an_error_of_the_program_is_logged_and_told_without_its_words(manager, caplog):
    asked = job(manager, kind=BulkKind.REASSIGN)
    bulk.run(asked.pk)
    asked.refresh_from_db()
    assert asked.state == BulkState.FAILED
    assert "nothing was changed" in asked.error
    assert "KeyError" not in asked.error
    assert f"Bulk job {asked.pk} failed" in caplog.text


@pytest.mark.parametrize("page", ["", "refused.csv"])
@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 403), ("viewer", 404), ("secretariat", 404), ("manager", 200)]
)
def test_a_job_is_there_for_who_asked_and_for_who_may_ask_for_such(who, status, page, client, clerk, request):
    asked = job(clerk)
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/jobs/{asked.pk}/{page}").status_code == status
    client.force_login(clerk)
    assert client.get(f"/jobs/{asked.pk}/{page}").status_code == 200
