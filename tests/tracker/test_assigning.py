"""The doors to assignments."""

import pytest

from tests.builders import paragraph, reading, states, stored, tracked
from tests.register import line, occurrence, register, submitted
from tests.snapshot import snapshot
from tracker import intake
from tracker.assigning import assign, withdraw
from tracker.models import ActionItem, Assignment, AssignmentSource, Occurrence
from tracker.refusals import NotAllowed, Refused
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def item(db):
    register()
    return ActionItem.objects.get(clause__paragraph__eid="op1")


@pytest.mark.parametrize("who", ["secretariat", "clerk", "reviewer", "viewer", "stranger"])
def test_only_a_manager_assigns_and_withdraws(who, request, item, entity):
    user = request.getfixturevalue(who)
    before = snapshot()
    with pytest.raises(NotAllowed):
        assign(item=item, entity=entity("World Bank"), by=user)
    with pytest.raises(NotAllowed):
        withdraw(assignment=item.assignments.all()[0], by=user, why="Named by mistake.")
    assert snapshot() == before


def test_nobody_is_assigned_to_what_asks_nothing(manager, entity):
    tracked(reading("E/RES/2020/3", paragraph("1", states())))
    with pytest.raises(Refused, match="asks for nothing"):
        assign(item=ActionItem.objects.get(), entity=entity("Norway"), by=manager)


def test_nobody_is_assigned_twice(manager, item, entity):
    with pytest.raises(Refused, match="Norway is assigned already") as refusal:
        assign(item=item, entity=entity("Norway"), by=manager)
    assert refusal.value.field == "entity"


def test_a_merged_entity_is_not_assigned_any_more(manager, item, entity):
    merged = entity("Finland")
    merged.merged_into = entity("Sweden")
    merged.save()
    with pytest.raises(Refused, match="merged into Sweden"):
        assign(item=item, entity=merged, by=manager)


def test_a_withdrawal_says_why(manager, item):
    with pytest.raises(Refused, match="Say why"):
        withdraw(assignment=item.assignments.all()[0], by=manager, why=" ")


def test_what_is_withdrawn_is_not_withdrawn_again(manager, item):
    assignment = item.assignments.all()[0]
    withdraw(assignment=assignment, by=manager, why="Named by mistake.")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw(assignment=assignment, by=manager, why="Named by mistake.")


def test_an_assigned_entity_begins_where_all_begin(manager, item, entity):
    assignment = assign(item=item, entity=entity("World Bank"), by=manager)
    occurrence = Occurrence.objects.get(assignment=assignment)
    assert (assignment.source, occurrence.status) == (AssignmentSource.PERSON, Status.NOT_STARTED)
    assert occurrence.status_changes.get().to_status == Status.NOT_STARTED
    item.refresh_from_db()
    assert item.worked_on


def test_a_withdrawn_assignment_can_be_made_again_with_its_history(manager, item, entity):
    assignment = item.assignments.get(entity__name="Norway")
    withdraw(assignment=assignment, by=manager, why="Named by mistake.")
    assert assign(item=item, entity=entity("Norway"), by=manager) == assignment
    assignment.refresh_from_db()
    assert (assignment.withdrawn_at, assignment.withdrawn_why) == (None, "")
    assert assignment.occurrences.count() == 1


def test_an_import_brings_back_nothing_that_a_person_withdrew(manager, item):
    withdraw(assignment=item.assignments.get(entity__name="Norway"), by=manager, why="Named by mistake.")
    intake.track(item.clause.paragraph.resolution)
    assert Assignment.objects.get(item=item, entity__name="Norway").withdrawn_at


def test_an_import_withdraws_nobody_whom_a_person_assigned(manager, item, entity):
    assign(item=item, entity=entity("World Bank"), by=manager)
    intake.track(item.clause.paragraph.resolution)
    assert Assignment.objects.get(entity__name="World Bank").withdrawn_at is None


def test_an_import_withdraws_nobody_who_reported(secretariat, item):
    submitted(secretariat, line(occurrence("Secretary-General")))
    silent = reading("E/RES/2020/1", paragraph("1", states("Welcomes all of the progress made so far")))
    intake.track(stored(silent, replaces=True).resolution)
    item.refresh_from_db()
    assert Assignment.objects.get(item=item, entity__name="Secretary-General").withdrawn_at is None
    assert item in ActionItem.objects.listed()


def test_reports_and_history_of_a_withdrawn_assignment_stay(secretariat, manager, item):
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    withdraw(assignment=item.assignments.all()[0], by=manager, why="Another office does it.")
    assert report.lines.count() == 1
    assert Occurrence.objects.get(lines__report=report).status_changes.count() == 1
