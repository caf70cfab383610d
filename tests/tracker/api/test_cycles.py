"""Reporting cycles and work handed over in bulk by API, by the same rules as on the pages."""

import datetime as dt

import pytest

from tests.register import drafted, line, occurrence, register
from tracker import bulk, cycles, large_work, progress, reports
from tracker.models import Assignment, BulkJob, BulkState, ReportingCycle
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "tracked_register")]

YEAR = {"period_from": "2021-01-01", "period_to": "2021-12-31", "due_on": "2022-01-31"}
CYCLE = {"name": "Reports for 2021", **YEAR, "entities": ["sg", "state-nor"]}
OVER = {"of": "sg", "to": "world-bank", "why": "The office moved."}


@pytest.fixture
def tracked_register(db: None) -> None:
    register()


@pytest.fixture
def cycle(manager, entity) -> ReportingCycle:
    return cycles.open_cycle(
        name="Reports for 2021",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[entity("Secretary-General"), entity("Norway")],
        by=manager,
    )


def send(client, path, **body):
    return client.post(f"/api/v1/{path}", body, format="json")


def wrong(answer):
    return {fault["field"]: fault["message"] for fault in answer.json()["errors"]}


def rows(client, path):
    return client.get(f"/api/v1/{path}").json()["results"]


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "clerk", "reviewer"])
def test_whoever_may_not_opens_closes_and_hands_over_nothing(as_, request, cycle, who):
    client = as_(request.getfixturevalue(who))
    for path, body in (("cycles/", {**CYCLE, "name": "Another"}), ("reassignments/", OVER)):
        assert send(client, path, **body).status_code == 403
    assert send(client, f"cycles/{cycle.pk}/close/").status_code == 403
    assert (ReportingCycle.objects.filter(closed_at=None).count(), BulkJob.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("path", "body", "field", "words"),
    [
        ("cycles/", {**CYCLE, "period_to": "2020-12-31"}, "period_to", "ends before it begins"),
        ("cycles/", {**CYCLE, "entities": []}, "entities", "may not be empty"),
        ("cycles/", {**CYCLE, "entities": ["atlantis"]}, "entities.0", "There is no entity"),
        ("cycles/", {**CYCLE, "conditions": "sttus=overtaken"}, "conditions", "Did you mean “status”?"),
        ("cycles/", {**CYCLE, "conditions": "resolution=E/RES/1/1"}, "entities", "Norway, Secretary-General"),
        ("reassignments/", {**OVER, "conditions": "organ=NONE"}, "conditions", "NONE"),
        ("reassignments/", {**OVER, "conditions": "resolution=E/RES/1/1"}, "of", "has none of these"),
        ("reassignments/", {**OVER, "to": "sg"}, "to", "Choose another entity"),
        ("reassignments/", {**OVER, "why": " "}, "why", "blank"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_done(as_, manager, path, body, field, words):
    answer = send(as_(manager), path, **body)
    assert answer.status_code == 400
    assert words in wrong(answer)[field]
    assert not ReportingCycle.objects.exists()
    assert not BulkJob.objects.exists()


def test_a_cycle_is_opened_read_with_its_progress_and_closed(as_, manager, secretariat):
    opened = send(as_(manager), "cycles/", **CYCLE, conditions="resolution=E/RES/2020/1")
    assert (opened.status_code, opened.json()["conditions"]) == (201, "resolution=E/RES/2020/1")
    here = f"cycles/{opened.json()['id']}/"
    begun = line(occurrence("Secretary-General"), Status.IN_PROGRESS)
    draft = drafted(secretariat, begun, cycle=ReportingCycle.objects.get())
    told = as_(manager).get(f"/api/v1/{here}").json()["progress"]
    assert [(row["entity"], row["asked"], row["answered"], row["report"]) for row in told] == [
        ("state-nor", 2, 0, None),
        ("sg", 1, 0, None),
    ]
    assert told[1]["report_state"] == "draft"
    reports.submit(report=draft, by=secretariat)
    own = as_(secretariat).get(f"/api/v1/{here}").json()
    assert own["entities"] == ["sg"]
    assert [(row["answered"], row["reported"], row["report"]) for row in own["progress"]] == [
        (1, True, draft.pk)
    ]
    closed = send(as_(manager), f"{here}close/", words="Three offices are missing.").json()
    assert (closed["closing_words"], closed["closed_at"][:10]) == ("Three offices are missing.", "2021-03-01")
    assert "closed already" in send(as_(manager), f"{here}close/").json()["detail"]


def test_cycles_are_listed_as_far_as_they_concern_the_caller(as_, manager, norway, cycle):
    send(as_(manager), "cycles/", **{**CYCLE, "name": "Of the Secretary-General", "entities": ["sg"]})
    assert len(rows(as_(manager), "cycles/?entity=sg")) == 2
    assert [row["name"] for row in rows(as_(manager), "cycles/?entity=state-nor")] == ["Reports for 2021"]
    assert [row["entities"] for row in rows(as_(norway), "cycles/")] == [["state-nor"]]
    assert rows(as_(norway), "cycles/?entity=sg") == []
    assert rows(as_(manager), "cycles/?open=false") == rows(as_(manager), "cycles/?due_from=2022-02-01") == []
    csv = b"".join(as_(manager).get("/api/v1/cycles/?format=csv&name=reports").streaming_content).decode()
    assert "state-nor; sg" in csv


def test_a_large_cycle_is_opened_by_a_job_that_says_which(as_, manager, monkeypatch):
    monkeypatch.setattr(large_work, "MOST_AT_ONCE", 2)
    answer = send(as_(manager), "cycles/", **CYCLE)
    job = BulkJob.objects.get()
    assert (answer.status_code, answer.json()["state"], answer.json()["total"]) == (202, "queued", 3)
    assert answer["Location"].endswith(f"/api/v1/bulk-jobs/{job.pk}/")
    assert not ReportingCycle.objects.exists()
    bulk.run(job.pk)
    told = as_(manager).get(answer["Location"]).json()
    assert (told["state"], told["cycle"]) == ("done", ReportingCycle.objects.get().pk)


def test_assignments_go_over_by_a_job_that_tells_how_far_it_is(as_, manager, norway):
    moved = send(as_(manager), "reassignments/", **OVER, conditions="resolution=E/RES/2020/1", seen=2)
    assert (moved.status_code, wrong(moved)["seen"]) == (
        409,
        "The list has changed: it holds 1 now, not 2. Look at it again.",
    )
    answer = send(as_(manager), "reassignments/", **OVER, seen=1)
    assert (answer.status_code, answer.json()["total"], answer.json()["kind"]) == (202, 1, "reassign")
    job = BulkJob.objects.get()
    BulkJob.objects.update(state=BulkState.RUNNING)
    progress.tell(job.pk, 1)
    assert as_(manager).get(answer["Location"]).json()["done"] == 1
    assert as_(norway).get(answer["Location"]).status_code == 404
    BulkJob.objects.update(state=BulkState.QUEUED)
    bulk.run(job.pk)
    assert as_(manager).get(answer["Location"]).json()["state"] == "done"
    assert [a.entity.key for a in Assignment.objects.standing().filter(entity__key="world-bank")]


def test_rows_that_keep_a_job_from_being_done_are_reported(as_, manager, secretariat):
    drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    answer = send(as_(manager), "reassignments/", **OVER)
    bulk.run(BulkJob.objects.get().pk)
    assert "none was" in as_(manager).get(answer["Location"]).json()["error"]
    (row,) = rows(as_(manager), f"bulk-refusals/?job={answer.json()['id']}")
    assert (row["entity"], row["why"][:18]) == ("sg", "A report on it is ")
