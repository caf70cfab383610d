"""Imports: a row first, then the work, in any worker, any number of times, with one result."""

import datetime as dt

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from resolutions.models import Resolution, SourceFile
from resolutions.sandbox import read_apart
from resolutions.sources import keep_source
from tests.resolutions import crowded
from tests.resolutions.readers.docx.word import p, r, word
from tests.snapshot import snapshot
from tests.together import database_url
from tracker import imports, intake
from tracker.imports import MOST_ATTEMPTS, STALE_AFTER, import_file, request_import, run_import, sweep
from tracker.models import ActionItem, Assignment, ImportJob
from tracker.refusals import NotAllowed, Refused

pytestmark = pytest.mark.django_db

TEXT = b"""# Resolution 2020/5

## Cooperation in testing

*The Economic and Social Council*,

*Recalling* its resolution 2019/4 of 6 June 2019,

1. *Requests* the Secretary-General to report to the Council at its substantive session of 2021;

2. *Welcomes* the progress made.

*10th plenary meeting*
*20 July 2020*
"""
LETTER = b"Dear colleague,\n\nPlease find the room on the second floor.\n"
CORRECTED = TEXT.replace(b"to report to the Council", b"to report in writing to the Council")
OTHER = TEXT.replace(
    b"1. *Requests* the Secretary-General to report to the Council at its substantive session of 2021;",
    b"1. *Urges* all Member States without delay to bring their lighthouses into good repair for seafarers;",
).replace(b"2. *Welcomes* the progress made", b"2. *Decides* that no fee is due from any vessel in distress")
PARAGRAPHS = (
    "Resolution 2020/5",
    "Cooperation in testing",
    "The Economic and Social Council,",
    "Recalling its resolution 2019/4 of 6 June 2019,",
    "1. Requests the Secretary-General to report to the Council at its substantive session of 2021;",
    "2. Welcomes the progress made.",
    "10th plenary meeting",
    "20 July 2020",
)
WORD = word("".join(p(r(text)) for text in PARAGRAPHS))
PAGE = f"<html><body>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</body></html>".encode()


@pytest.fixture
def told():
    """Collect the ids that were handed to a worker."""
    return []


def old(job, by=STALE_AFTER + dt.timedelta(seconds=1), **changed):
    """Let a job look as it does some time after its worker last spoke."""
    then = timezone.now() - by
    ImportJob.objects.filter(pk=job.pk).update(claimed_at=then, requested_at=then, **changed)


# --- Asking for an import -----------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["secretariat", "viewer", "reviewer", "manager", "stranger"])
def test_only_those_who_may_add_resolutions_ask_for_an_import(who, request, told):
    with pytest.raises(NotAllowed, match="You may not add resolutions"):
        request_import(data=TEXT, name="a.md", by=request.getfixturevalue(who), enqueue=told.append)
    assert not SourceFile.objects.exists()
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"x" * (20 * 1024 * 1024 + 1), "too_large")],
    ids=["empty", "too large"],
)
def test_a_file_that_cannot_be_kept_is_refused_at_once(data, code, clerk, told):
    with pytest.raises(Refused) as refusal:
        request_import(data=data, name="a.md", by=clerk, enqueue=told.append)
    assert (refusal.value.field, refusal.value.code) == ("file", code)
    assert not ImportJob.objects.exists()


def test_the_row_stands_before_a_worker_is_told(clerk, told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=told.append)
        assert told == []
        assert (job.state, bytes(job.source.content)) == ("queued", TEXT)
    assert told == [job.pk]


def test_the_same_bytes_are_kept_once(clerk, told):
    for name in ("a.md", "b.md"):
        request_import(data=TEXT, name=name, by=clerk, enqueue=told.append)
    assert (SourceFile.objects.count(), ImportJob.objects.count()) == (1, 2)


# --- Doing it -----------------------------------------------------------------------------------------


def test_an_import_reads_the_file_into_the_register():
    job = import_file(data=TEXT, name="a.md")
    assert (job.state, job.progress, job.error) == ("done", 100, "")
    resolution = Resolution.objects.get()
    assert list(job.resolutions.all()) == [resolution]
    assert (resolution.symbol, resolution.adopted_on) == ("E/RES/2020/5", dt.date(2020, 7, 20))
    assert [(i.reference, i.nature) for i in ActionItem.objects.all()] == [
        ("E/RES/2020/5#op1.1", "obligation"),
        ("E/RES/2020/5#op2.1", "none"),
    ]
    assert [a.entity.name for a in Assignment.objects.all()] == ["Secretary-General"]
    assert job.summary["resolutions"][0]["tracked"]["items"] == 2


def test_running_an_import_twice_does_it_once():
    job = import_file(data=TEXT, name="a.md")
    before = snapshot()
    run_import(job.pk)
    assert snapshot() == before


def test_the_same_file_in_a_second_import_changes_nothing_in_the_register():
    import_file(data=TEXT, name="a.md")
    jobs = ("ImportJob", "ImportJobEvent", "ImportJob_resolutions")
    before = snapshot(but=jobs)
    job = import_file(data=TEXT, name="again.md")
    assert job.summary["resolutions"][0]["outcome"] == "unchanged"
    assert snapshot(but=jobs) == before


def test_an_import_that_another_worker_holds_is_left_alone(clerk, told):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=told.append)
    ImportJob.objects.update(state="running", claimed_at=timezone.now(), attempt=1)
    run_import(job.pk)
    assert not Resolution.objects.exists()


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (LETTER, "not_a_resolution", "Nothing was stored"),
        (b"\x89PNG\r\n\x1a\n", "binary", "PNG image"),
        (b"%PDF-1.7 \x00\x01\x02", None, "PDF"),
        (b"   \n", "empty", "no text"),
    ],
    ids=["a letter", "a format that is not read", "a damaged file", "nothing but spaces"],
)
def test_what_is_no_resolution_fails_with_what_to_do_and_stores_nothing(data, code, says):
    job = import_file(data=data, name="file.md")
    assert (job.state, code or job.error_code) == ("failed", job.error_code)
    assert says in job.error
    assert job.finished_at
    assert not Resolution.objects.exists()


def test_another_text_under_the_same_symbol_fails_and_changes_nothing():
    import_file(data=TEXT, name="a.md")
    jobs = ("ImportJob", "ImportJobEvent", "SourceFile")
    before = snapshot(but=jobs)
    job = import_file(data=OTHER, name="b.md")
    assert (job.state, job.error_code) == ("failed", "symbol_taken")
    assert snapshot(but=jobs) == before


def test_another_text_under_the_same_symbol_is_taken_when_marked_as_corrected():
    import_file(data=TEXT, name="a.md")
    job = import_file(data=OTHER, name="b.md", replaces=True)
    assert (job.state, job.summary["resolutions"][0]["outcome"]) == ("done", "new version")
    assert Resolution.objects.count() == 1


def test_a_corrected_text_becomes_the_current_version():
    import_file(data=TEXT, name="a.md")
    import_file(data=CORRECTED, name="b.md")
    assert list(Resolution.objects.get().versions.values_list("number", "is_current")) == [
        (1, False),
        (2, True),
    ]


def test_an_error_of_ours_is_told_without_its_inside_and_stores_nothing(monkeypatch, caplog):
    def fails_late(resolution):
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(intake, "track", fails_late)
    job = import_file(data=TEXT, name="a.md")
    assert (job.state, job.error_code) == ("failed", "internal_error")
    assert "inside" not in job.error
    assert "ZeroDivisionError" in caplog.text
    assert not Resolution.objects.exists()


@pytest.mark.parametrize("data", [WORD, PAGE], ids=["Word", "web page"])
def test_files_of_other_formats_are_read_into_the_register(data):
    job = import_file(data=data, name="resolution")
    assert (job.state, job.error) == ("done", "")
    assert [item.reference for item in ActionItem.objects.all()] == [
        "E/RES/2020/5#op1.1",
        "E/RES/2020/5#op2.1",
    ]


def test_a_file_that_takes_too_long_fails_with_what_to_do():
    job = import_file(
        data=crowded.page(f"<p {' '.join(map('a{}'.format, range(200_000)))}>x"), name="slow.html"
    )
    assert (job.state, job.error_code) == ("failed", "too_slow")
    assert "took too long" in job.error


# --- What a dead worker left --------------------------------------------------------------------------


def test_the_sweep_gives_out_what_waits_and_what_a_dead_worker_left(clerk, told):
    waiting, dead, alive, new = (
        request_import(data=TEXT + bytes([n]), name="a.md", by=clerk, enqueue=lambda _: None)
        for n in range(65, 69)
    )
    old(waiting)
    old(dead, state="running", attempt=1)
    ImportJob.objects.filter(pk=alive.pk).update(state="running", claimed_at=timezone.now(), attempt=1)
    assert sweep(enqueue=told.append) == 2
    assert sorted(told) == [waiting.pk, dead.pk]
    assert new.pk not in told


def test_the_sweep_does_not_give_out_every_minute_what_waits_its_turn(clerk, told):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    ImportJob.objects.update(requested_at=timezone.now() - dt.timedelta(minutes=2))
    assert [sweep(enqueue=told.append), sweep(enqueue=told.append)] == [1, 0]
    old(job)
    assert sweep(enqueue=told.append) == 1


def test_what_a_dead_worker_left_is_done_by_the_next(clerk):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    old(job, state="running", attempt=1)
    assert sweep(enqueue=run_import) == 1
    job.refresh_from_db()
    assert (job.state, job.attempt, Resolution.objects.count()) == ("done", 2, 1)


def test_a_worker_that_was_taken_for_dead_writes_nothing_any_more(clerk, monkeypatch):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    slow = read_apart

    def overtaken_while_reading(data, name):
        old(job)
        monkeypatch.setattr(imports, "read_apart", slow)
        sweep(enqueue=run_import)
        return slow(data, name)

    monkeypatch.setattr(imports, "read_apart", overtaken_while_reading)
    run_import(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempt) == ("done", 2)
    assert (Resolution.objects.count(), ActionItem.objects.count()) == (1, 2)


def test_what_stopped_its_worker_too_often_is_given_up(clerk, told):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    old(job, state="running", attempt=MOST_ATTEMPTS)
    assert sweep(enqueue=told.append) == 0
    job.refresh_from_db()
    assert (job.state, job.error_code, told) == ("failed", "gave_up", [])


def test_a_worker_whose_import_was_given_up_writes_nothing_any_more(clerk, monkeypatch):
    job = request_import(data=TEXT, name="a.md", by=clerk, enqueue=lambda _: None)
    slow = read_apart

    def given_up_while_reading(data, name):
        old(job, attempt=MOST_ATTEMPTS)
        sweep(enqueue=lambda _: None)
        ImportJob.objects.update(attempt=1)
        return slow(data, name)

    monkeypatch.setattr(imports, "read_apart", given_up_while_reading)
    run_import(job.pk)
    job.refresh_from_db()
    assert (job.state, Resolution.objects.count()) == ("failed", 0)


@pytest.mark.usefixtures("committed_db")
def test_an_import_that_the_database_breaks_off_is_tried_again():
    job = ImportJob.objects.create(source=keep_source(data=TEXT, name="a.md"))
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '300ms'")
    with psycopg.connect(database_url()) as holder:
        holder.execute("LOCK TABLE resolutions_clause IN ACCESS EXCLUSIVE MODE")
        run_import(job.pk)
        holder.rollback()
    job.refresh_from_db()
    assert (job.state, job.claimed_at, job.attempt) == ("queued", None, 1)
    assert not Resolution.objects.exists()
    run_import(job.pk)
    job.refresh_from_db()
    assert (job.state, Resolution.objects.count()) == ("done", 1)
    connection.close()  # and with it the short patience
