"""The doors to a status: who, why, from where to where, and what happens when many press at once."""

import datetime as dt
import threading
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from tests.conftest import person
from tests.register import DAY, line, occurrence, register, submitted
from tests.snapshot import snapshot
from tests.together import at_once
from tracker import assigning, reports, roles, workflow
from tracker.models import ActionItem, FollowUpReport, Occurrence, StatusChange
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import BY_DECISION, BY_REPORT, ReportState, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(today):
    register()
    return occurrence("Secretary-General")


def decide(asked, by, to=Status.IN_PROGRESS, **more):
    return workflow.decide_status(occurrence=asked, to=to, by=by, **{"why": "The office told us.", **more})


def brought_to(asked, status, by):
    """Bring an occurrence to a status by decisions."""
    for to in {
        Status.NOT_STARTED: [],
        Status.NO_ACTION: [Status.NO_ACTION],
    }.get(status, [status]):
        decide(asked, by, to)
    return asked


# --- Refusals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["secretariat", "clerk", "reviewer", "viewer", "stranger"])
def test_only_those_who_may_decide_do(who, request, asked):
    user = request.getfixturevalue(who)
    before = snapshot()
    with pytest.raises(NotAllowed, match="You may not change a status by a decision"):
        decide(asked, user)
    assert snapshot() == before


@pytest.mark.parametrize("why", ["", "   "])
def test_a_decision_without_a_reason_is_refused(why, manager, asked):
    with pytest.raises(Refused, match="Say why") as refusal:
        decide(asked, manager, why=why)
    assert refusal.value.field == "why"


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (dt.date(2021, 3, 2), "lies in the future"),
        (dt.date(2020, 7, 19), "before the adoption on 20 July 2020"),
    ],
    ids=["tomorrow", "before adoption"],
)
def test_a_day_on_which_no_status_can_begin_is_refused(day, message, manager, asked):
    with pytest.raises(Refused, match=message) as refusal:
        decide(asked, manager, effective_on=day)
    assert refusal.value.field == "effective_on"
    assert not StatusChange.objects.exclude(ground="intake").exists()


@pytest.mark.parametrize("day", [dt.date(2020, 7, 20), dt.date(2021, 3, 1)], ids=["adoption", "today"])
def test_the_days_at_the_edges_are_taken(day, manager, asked):
    assert decide(asked, manager, effective_on=day).effective_on == day


def test_a_decision_on_a_withdrawn_assignment_is_refused(manager, asked):
    assigning.withdraw(assignment=asked.assignment, by=manager, why="Another office does it.")
    with pytest.raises(Refused, match="was withdrawn"):
        decide(asked, manager)


@pytest.mark.parametrize("from_", Status.values)
@pytest.mark.parametrize("to", Status.values)
def test_a_decision_goes_where_the_table_says_and_nowhere_else(from_, to, manager, asked):
    brought_to(asked, from_, manager)
    if to in BY_DECISION[Status(from_)]:
        change = decide(asked, manager, Status(to))
        assert (change.from_status, change.to_status, asked.status) == (from_, to, to)
    else:
        with pytest.raises(Refused, match="from here it can become") as refusal:
            decide(asked, manager, Status(to))
        assert (refusal.value.code, Occurrence.objects.get(pk=asked.pk).status) == ("status_jump", from_)


@pytest.mark.parametrize("from_", Status.values)
@pytest.mark.parametrize("to", Status.values)
def test_a_report_may_change_what_its_table_says(from_, to):
    if to in BY_REPORT[Status(from_)]:
        workflow.check_transition(Status(from_), Status(to), BY_REPORT)
    else:
        with pytest.raises(Refused):
            workflow.check_transition(Status(from_), Status(to), BY_REPORT)


# --- What a decision leaves ---------------------------------------------------------------------------


def test_a_decision_leaves_a_row_that_says_who_why_and_from_when(manager, asked):
    change = decide(asked, manager, effective_on=DAY)
    assert (change.ground, change.by, change.why, change.effective_on) == (
        "decision",
        manager,
        "The office told us.",
        DAY,
    )


def test_a_decision_rolls_the_item_up_and_marks_it_as_worked_on(manager, asked):
    decide(asked, manager)
    item = ActionItem.objects.get(pk=asked.assignment.item_id)
    assert (item.status, item.worked_on) == (Status.IN_PROGRESS, True)


def test_a_change_of_status_tells_when_the_occurrence_changed(manager, asked):
    long_ago = timezone.now() - dt.timedelta(days=30)
    Occurrence.objects.filter(pk=asked.pk).update(updated_at=long_ago)
    decide(asked, manager)
    asked.refresh_from_db()
    assert asked.updated_at == timezone.now()


def test_a_decision_on_a_version_that_is_no_longer_there_is_a_conflict(manager, asked):
    decide(asked, manager)
    with pytest.raises(Conflict, match="was “Not started” and is now “In progress”"):
        decide(asked, manager, Status.IMPLEMENTED, seen_version=1)


def test_a_decision_on_a_row_that_was_read_before_another_s_is_a_conflict(manager, asked):
    seen = Occurrence.objects.get(pk=asked.pk)
    decide(asked, manager)
    with pytest.raises(Conflict):
        decide(seen, manager, Status.IMPLEMENTED)
    assert StatusChange.objects.filter(ground="decision").count() == 1


# --- Many at once -------------------------------------------------------------------------------------


@pytest.fixture
def committed_register(committed_db):
    register()


@pytest.mark.usefixtures("committed_register")
def test_of_fifty_who_decide_at_once_one_wins_each_version_and_the_others_are_told_what_changed():
    managers = [person(f"manager {n}", roles.MANAGER) for n in range(50)]
    for version, to in ((1, Status.IN_PROGRESS), (2, Status.PARTIALLY_IMPLEMENTED)):
        seen = [(by, occurrence("Secretary-General")) for by in managers]
        ends = at_once([partial(decide, row, by, to, seen_version=version) for by, row in seen])
        won = [end for end in ends if isinstance(end, StatusChange)]
        lost = [end.message for end in ends if isinstance(end, Conflict)]
        assert (len(won), len(lost)) == (1, 49)
        assert all(f"is now “{to.label}”" in told and str(won[0].by) in told for told in lost)
        assert occurrence("Secretary-General").version == version + 1
    assert StatusChange.objects.filter(ground="decision").count() == 2


@pytest.mark.usefixtures("committed_register")
def test_of_twenty_who_accept_at_once_one_wins_and_the_others_are_told():
    author = person("author", roles.DATA_ENTRY)
    report = submitted(author, line(occurrence("Secretary-General")))
    reviewers: list[User] = [person(f"reviewer {n}", roles.REVIEWER) for n in range(20)]
    seen = [(by, FollowUpReport.objects.get(pk=report.pk)) for by in reviewers]
    ends = at_once([partial(reports.accept, report=row, by=by) for by, row in seen])
    assert ends.count(None) == 1
    assert sum(isinstance(end, Conflict) for end in ends) == 19
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED
    assert StatusChange.objects.filter(ground="report").count() == 1


@pytest.mark.usefixtures("committed_register")
def test_who_closes_the_last_assignment_sees_what_another_closes_at_the_same_moment():
    ActionItem.objects.update(worked_on=True)
    by = person("manager", roles.MANAGER)
    one, other = occurrence("Secretary-General"), occurrence("Norway")
    decided, second_is_under_way = threading.Event(), threading.Event()

    def first():
        with transaction.atomic():
            decide(one, by, Status.IMPLEMENTED)
            decided.set()
            second_is_under_way.wait(10)

    def second():
        decided.wait(10)
        threading.Timer(0.5, second_is_under_way.set).start()
        decide(other, by, Status.IMPLEMENTED)

    assert at_once([first, second]) == [None, None]
    assert ActionItem.objects.get(pk=one.assignment.item_id).status == Status.IMPLEMENTED
