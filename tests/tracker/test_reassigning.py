"""Hand many assignments over: all or none, in a fixed number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.register import drafted, line
from tests.series import day
from tracker import assigning, bulk, schedule, workflow
from tracker.models import ActionItem, Assignment, BulkJob, BulkKind, Occurrence
from tracker.reassigning import Handing
from tracker.refusals import NotAllowed, Refused
from tracker.selection import Selection
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

OF, TO = "Secretary-General", "World Bank"


def held(number: int, symbol: str = "E/RES/2020/1") -> list[Occurrence]:
    """Track so many obligations of the Secretary-General."""
    tracked(
        reading(symbol, *(paragraph(str(n), asks(f"Requests the {OF} to do {n}")) for n in range(number)))
    )
    return list(Occurrence.objects.filter(assignment__entity__name=OF).order_by("id"))


def handing(by, **conditions: str) -> Handing:
    of, to = (Entity.objects.get(name=name) for name in (OF, TO))
    return Handing(Selection(by, day("2021-03-01"), conditions), of, to, "The office has moved.")


def job_of(wanted: Handing, total: int, by) -> BulkJob:
    return bulk.request(
        kind=BulkKind.REASSIGN, parameters=wanted.parameters, summary="Hand over", total=total, by=by,
        enqueue=lambda job_id: None,
    )  # fmt: skip


def done(wanted: Handing, total: int, by) -> BulkJob:
    job = job_of(wanted, total, by)
    bulk.run(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.parametrize("who", ["stranger", "viewer", "clerk", "secretariat", "reviewer"])
def test_only_who_assigns_hands_over(who, request):
    held(2)
    by = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        handing(by).check()
    job = done(handing(by), 2, by)
    assert (job.state, Assignment.objects.standing().filter(entity__name=OF).count()) == ("refused", 2)


def test_each_keeps_its_due_date_and_begins_anew_with_a_row_that_explains_it(manager):
    first, second = held(2)
    schedule.set_due(occurrence=first, due_to=day("2021-12-31"), by=manager, why="Agreed.")
    workflow.decide_status(occurrence=second, to=Status.IN_PROGRESS, by=manager, why="Begun.")
    job = done(handing(manager), 2, manager)
    assert (job.state, job.done, job.result) == ("done", 2, {"handed_over": 2})
    assert not Assignment.objects.standing().filter(entity__name=OF).exists()
    new = Occurrence.objects.filter(assignment__entity__name=TO).order_by("assignment__item")
    assert [(o.due_to, o.due_source, o.status) for o in new] == [
        (day("2021-12-31"), "person", "not_started"),
        (None, "not_stated", "not_started"),
    ]
    assert {(c.to_status, c.by, c.ground) for o in new for c in o.status_changes.all()} == {
        ("not_started", manager, "intake")
    }
    told = f"Handed over from {OF} to {TO}: The office has moved."
    assert {a.withdrawn_why for a in Assignment.objects.filter(entity__name=OF)} == {told}
    assert {(i.status, i.worked_on) for i in ActionItem.objects.all()} == {("not_started", True)}
    assert new[0].assignment.events.count() == 1  # type: ignore[attr-defined]


def test_what_keeps_one_row_keeps_all_and_each_is_told_with_its_reason(client, manager, secretariat, entity):
    closed, reported, double, free = held(4)
    workflow.decide_status(occurrence=closed, to=Status.OVERTAKEN, by=manager, why="It met.")
    drafted(secretariat, line(reported))
    assigning.assign(item=double.assignment.item, entity=entity(TO), by=manager)
    job = done(handing(manager), 4, manager)
    assert (job.state, job.error) == ("refused", "3 of 4 rows cannot be done, so none was.")
    assert Assignment.objects.standing().filter(entity__name=OF).count() == 4
    client.force_login(manager)
    csv = b"".join(client.get(f"/jobs/{job.pk}/refused.csv").streaming_content).decode()
    for kept, why in ((closed, "is closed"), (reported, "report on it"), (double, "assigned to it already")):
        row = next(r for r in csv.splitlines() if r.startswith(kept.assignment.item.reference))
        assert why in row
    assert free.assignment.item.reference not in csv
    client.force_login(secretariat)
    assert client.get(f"/jobs/{job.pk}/refused.csv").status_code == 404


def test_a_list_that_changed_since_it_was_seen_is_refused(manager):
    held(2)
    job = done(handing(manager), 3, manager)
    assert (job.state, job.error) == (
        "refused",
        "The list has changed: it holds 2 now, not 3. Look at it again.",
    )


def test_conditions_of_the_register_choose_what_is_handed_over(manager):
    held(2)
    held(3, "E/RES/2020/2")
    assert done(handing(manager, resolution="E/RES/2020/2"), 3, manager).done == 3
    assert Assignment.objects.standing().filter(entity__name=OF).count() == 2


def test_what_went_and_comes_back_is_the_old_assignment_again(manager):
    held(2)
    done(handing(manager), 2, manager)
    there = handing(manager)
    back = Handing(there.selection, there.to, there.of, "A mistake.")
    assert done(back, 2, manager).state == "done"
    assert Assignment.objects.count() == 4
    assert Assignment.objects.standing().filter(entity__name=OF).count() == 2


@pytest.mark.parametrize(
    ("changed", "field"), [({"why": " "}, "why"), ({"to": OF}, "to")], ids=["no reason", "to itself"]
)
def test_what_cannot_be_is_refused_before_it_is_a_job(changed, field, manager, entity):
    wanted = handing(manager)
    to = entity(changed.get("to", TO))
    with pytest.raises(Refused) as refusal:
        Handing(wanted.selection, wanted.of, to, changed.get("why", "So.")).check()
    assert refusal.value.field == field


def test_a_job_that_was_done_is_not_done_again(manager):
    held(2)
    job = done(handing(manager), 2, manager)
    bulk.run(job.pk)
    assert Assignment.objects.count() == 4


def test_ten_times_as_many_rows_take_as_many_queries(manager):
    counts = []
    for number, symbol in ((3, "E/RES/2020/1"), (30, "E/RES/2020/2")):
        held(number, symbol)
        job = job_of(handing(manager, resolution=symbol), number, manager)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            bulk.run(job.pk)
        job.refresh_from_db()
        assert job.done == number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_page_says_how_many_and_hands_over_what_was_seen(client, manager, viewer, monkeypatch):
    held(2)
    sent = {"of": OF, "to": TO, "why": "The office has moved."}
    client.force_login(viewer)
    assert client.post("/reassign/", sent).status_code == 403
    client.force_login(manager)
    assert "Hand over what these ask" in client.get("/register/").content.decode()
    assert "Hand over these 2" in client.post("/reassign/", sent).content.decode()
    assert not BulkJob.objects.exists()
    answer = client.post("/reassign/", {**sent, "seen": "2"})
    job = BulkJob.objects.get()
    assert answer.url == job.get_absolute_url()
    assert "Waiting for a worker" in client.get(answer.url).content.decode()
    bulk.run(job.pk)
    assert "Done: 2 rows." in client.get(answer.url).content.decode()


def test_conditions_that_cannot_be_read_hand_nothing_over(client, manager):
    held(2)
    client.force_login(manager)
    sent = {"of": OF, "to": TO, "why": "The office has moved.", "seen": "2"}
    answer = client.post("/reassign/?due_from=yesterday", sent).content.decode()
    assert "Until it is mended nothing is handed over." in answer
    assert not BulkJob.objects.exists()
