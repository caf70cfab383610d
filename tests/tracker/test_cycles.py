"""The doors to reporting cycles."""

import datetime as dt
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from resolutions.models import Entity
from tests.conftest import person
from tests.register import occurrence, register
from tests.snapshot import snapshot
from tests.together import while_held
from tracker import bulk, roles, workflow
from tracker.cycles import close_cycle, open_cycle
from tracker.models import BulkKind, ReportingCycle
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = pytest.mark.django_db

FIRST, LAST, DUE = dt.date(2020, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 3, 31)


@pytest.fixture
def begin(entity, manager):
    """Open a cycle of 2020 that asks Norway, changed as told."""

    def begin(**changed):
        as_told = {"name": "Reports for 2020", "period_from": FIRST, "period_to": LAST, "due_on": DUE}
        return open_cycle(**{**as_told, "entities": [entity("Norway")], "by": manager, **changed})

    return begin


@pytest.mark.parametrize("who", ["secretariat", "clerk", "reviewer", "viewer", "stranger"])
def test_only_a_manager_opens_and_closes(who, request, begin):
    cycle = begin()
    user = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        begin(by=user, name="Another")
    with pytest.raises(NotAllowed):
        close_cycle(cycle=cycle, by=user)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"period_to": dt.date(2019, 12, 31)}, "period_to"),
        ({"due_on": dt.date(2019, 12, 31)}, "due_on"),
        ({"entities": []}, "entities"),
    ],
    ids=["no name", "period backwards", "due before it begins", "nobody asked"],
)
def test_a_cycle_that_cannot_be_is_refused(changed, field, begin):
    before = snapshot()
    with pytest.raises(Refused) as refusal:
        begin(**changed)
    assert refusal.value.field == field
    assert snapshot() == before


def test_two_cycles_bear_different_names(begin):
    begin()
    with pytest.raises(Refused, match="already"):
        begin()


@pytest.mark.usefixtures("committed_db")
def test_of_two_who_take_a_name_at_once_the_later_is_told():
    asked, by = Entity.objects.get(name="Norway"), person("manager", roles.MANAGER)
    take = partial(
        open_cycle, name="2020", period_from=FIRST, period_to=LAST, due_on=DUE, entities=[asked], by=by
    )
    refusal = while_held(take, take)
    assert isinstance(refusal, Refused)
    assert (refusal.field, refusal.message) == ("name", "There is a cycle “2020” already.")
    assert ReportingCycle.objects.count() == 1


def test_a_cycle_asks_entities_to_report_by_a_day(begin, manager):
    begin()
    cycle = ReportingCycle.objects.get()
    assert (cycle.due_on, cycle.opened_by, cycle.closed_at) == (DUE, manager, None)
    assert [e.name for e in cycle.entities.all()] == ["Norway"]


def test_a_cycle_is_closed_once(begin, manager):
    cycle = begin()
    close_cycle(cycle=cycle, by=manager)
    assert ReportingCycle.objects.get().closed_at
    with pytest.raises(Refused, match="closed already"):
        close_cycle(cycle=cycle, by=manager)


def test_a_cycle_keeps_what_it_asks_whom_about_directly_as_member_and_by_name(begin, entity, manager):
    register()
    register("E/RES/2020/2")
    workflow.decide_status(occurrence=occurrence("Norway"), to=Status.OVERTAKEN, by=manager, why="It met.")
    asked = [entity("Norway"), entity("Secretary-General")]
    cycle = begin(entities=asked, conditions="resolution=E/RES/2020/1")
    about = {(r.entity.name, r.occurrence.assignment.entity.name) for r in cycle.requests.all()}
    assert about == {("Norway", "Member States"), ("Secretary-General", "Secretary-General")}
    whole = begin(name="All", entities=asked)
    assert whole.requests.count() == 2 + 3


def test_who_has_nothing_to_answer_among_the_obligations_chosen_is_not_asked(begin, entity):
    register("E/RES/2020/1")
    register("E/RES/2020/2")
    asked = [entity(name) for name in ("World Bank", "Norway", "Secretary-General")]
    before = snapshot()
    with pytest.raises(Refused, match="nothing to answer: World Bank") as refusal:
        begin(entities=asked, conditions="resolution=E/RES/2020/1")
    assert (refusal.value.field, snapshot()) == ("entities", before)
    assert begin(entities=asked[1:], conditions="resolution=E/RES/2020/1").requests.count()


def test_what_a_cycle_asked_is_never_changed(begin, entity):
    register()
    cycle = begin(entities=[entity("Norway")])
    with pytest.raises(DatabaseError), transaction.atomic():
        cycle.requests.all().delete()


def test_a_cycle_is_opened_over_ten_times_as_many_with_as_many_queries(begin, entity):
    begin(name="First")  # what the person may do is asked once
    counts = []
    for symbols in (range(2), range(2, 20)):
        for number in symbols:
            register(f"E/RES/2020/{number}")
        with CaptureQueriesContext(connection) as queries:
            cycle = begin(name=str(symbols), entities=[entity("Norway")])
        counts.append(len(queries))
    assert cycle.requests.count() == 40
    assert counts[0] == counts[1]


def test_a_large_cycle_is_opened_by_a_job(entity, manager):
    register()
    parameters = {
        "name": "2020", "period_from": "2020-01-01", "period_to": "2020-12-31", "due_on": "2021-03-31",
        "entities": [entity("Norway").key], "conditions": "",
    }  # fmt: skip
    job = bulk.request(
        kind=BulkKind.OPEN_CYCLE, parameters=parameters, summary="Open 2020", total=2, by=manager,
        enqueue=lambda job_id: None,
    )  # fmt: skip
    bulk.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"cycle": ReportingCycle.objects.get().pk, "asked": 2})
