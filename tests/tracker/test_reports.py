"""Follow-up reports while they are written: drafting and editing, refusals first."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.register import DAY, WORDS, drafted, line, occurrence, register, submitted
from tests.snapshot import snapshot
from tracker import assigning, cycles, reports
from tracker.models import FollowUpReport
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def _register(db):
    register()


@pytest.fixture
def asked(db):
    """Give the occurrence that asks the Secretary-General."""
    return occurrence("Secretary-General")


# --- Drafting: refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["norway", "reviewer", "manager", "viewer", "stranger"])
def test_nobody_reports_for_somebody_else_s_entity(who, request, asked):
    with pytest.raises(NotAllowed, match="You may not report for Secretary-General"):
        drafted(request.getfixturevalue(who), line(asked))
    assert not FollowUpReport.objects.exists()


def test_a_focal_point_whose_time_is_over_no_longer_reports(secretariat, asked):
    secretariat.focal_points.update(valid_until=dt.date(2021, 2, 28))
    with pytest.raises(NotAllowed):
        drafted(secretariat, line(asked))


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"action_taken": "  "}, "action_taken", "Say what was done"),
        ({"period_to": dt.date(2020, 7, 31)}, "period_to", "ends before it begins"),
    ],
    ids=["no words", "period backwards"],
)
def test_words_that_cannot_be_are_refused(changed, field, message, secretariat, asked):
    before = snapshot()
    with pytest.raises(Refused, match=message) as refusal:
        reports.draft(
            entity=asked.assignment.entity,
            by=secretariat,
            words=replace(WORDS, **changed),
            lines=[line(asked)],
        )
    assert refusal.value.field == field
    assert snapshot() == before


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"effective_on": dt.date(2021, 3, 2)}, "effective_on", "lies in the future"),
        ({"effective_on": dt.date(2020, 7, 19)}, "effective_on", "before the adoption on 20 July 2020"),
        ({"percentage": 101}, "percentage", "between 0 and 100"),
        ({"percentage": -1}, "percentage", "between 0 and 100"),
        ({"proposed_status": Status.NO_ACTION}, "status", "cannot become “No action required”"),
    ],
    ids=["in the future", "before adoption", "over 100", "below 0", "status jump"],
)
def test_a_line_that_cannot_be_is_refused_and_nothing_is_written(changed, field, message, secretariat, asked):
    before = snapshot()
    with pytest.raises(Refused, match=message) as refusal:
        drafted(secretariat, replace(line(asked), **changed))
    assert refusal.value.field == field
    assert snapshot() == before


def test_a_report_without_a_line_is_refused(secretariat):
    with pytest.raises(Refused, match="at least one obligation"):
        drafted(secretariat)


def test_the_same_obligation_twice_is_refused(secretariat, asked):
    with pytest.raises(Refused, match="twice"):
        drafted(secretariat, line(asked), line(asked, Status.IN_PROGRESS))


def test_a_line_on_what_asks_nothing_of_the_entity_is_refused(secretariat, asked):
    before = snapshot()
    with pytest.raises(NotAllowed, match="asks nothing of Secretary-General"):
        drafted(secretariat, line(asked), line(occurrence("Norway")))
    assert snapshot() == before


def test_a_line_on_a_withdrawn_assignment_is_refused(secretariat, manager, asked):
    assigning.withdraw(assignment=asked.assignment, by=manager, why="Another office does it.")
    with pytest.raises(Refused, match="was withdrawn"):
        drafted(secretariat, line(occurrence("Secretary-General")))


def test_no_report_is_begun_in_a_closed_cycle(secretariat, manager, asked):
    cycle = cycles.open_cycle(
        name="2020",
        period_from=WORDS.period_from,
        period_to=WORDS.period_to,
        due_on=DAY,
        entities=[asked.assignment.entity],
        by=manager,
    )
    cycles.close_cycle(cycle=cycle, by=manager)
    with pytest.raises(Refused, match="is closed") as refusal:
        drafted(secretariat, line(asked), cycle=cycle)
    assert refusal.value.field == "cycle"


def test_a_report_answers_no_cycle_that_does_not_ask_its_entity(secretariat, manager, asked, entity):
    cycle = cycles.open_cycle(
        name="2020",
        period_from=WORDS.period_from,
        period_to=WORDS.period_to,
        due_on=DAY,
        entities=[entity("Norway")],
        by=manager,
    )
    with pytest.raises(Refused, match="“2020” does not ask Secretary-General") as refusal:
        drafted(secretariat, line(asked), cycle=cycle)
    assert refusal.value.field == "cycle"
    assert not FollowUpReport.objects.exists()


# --- Drafting -----------------------------------------------------------------------------------------


def test_a_draft_changes_no_status_and_leaves_a_step(secretariat, asked):
    report = drafted(secretariat, line(asked))
    asked.refresh_from_db()
    assert (report.state, report.on_behalf, asked.status) == (ReportState.DRAFT, False, Status.NOT_STARTED)
    assert list(report.steps.values_list("from_state", "to_state", "by")) == [("", "draft", secretariat.pk)]


def test_a_line_remembers_the_text_its_author_had_before_them(secretariat, asked):
    report = drafted(secretariat, line(asked))
    assert report.lines.get().version == asked.assignment.item.clause.version


def test_what_a_person_records_for_an_entity_is_marked_as_on_behalf(clerk, asked):
    assert drafted(clerk, line(asked)).on_behalf


def test_an_item_with_a_draft_counts_as_worked_on(secretariat, asked):
    drafted(secretariat, line(asked))
    asked.assignment.item.refresh_from_db()
    assert asked.assignment.item.worked_on


@pytest.mark.parametrize(
    ("who", "sees"),
    [("secretariat", True), ("norway", False), ("reviewer", False), ("manager", False), ("stranger", False)],
)
def test_a_draft_is_seen_by_its_entity_only(who, sees, request, secretariat, today, asked):
    drafted(secretariat, line(asked))
    user = request.getfixturevalue(who)
    assert FollowUpReport.objects.visible_to(user, on=today).exists() == sees


@pytest.mark.parametrize(
    ("who", "sees"),
    [("secretariat", True), ("norway", False), ("reviewer", True), ("viewer", True), ("stranger", False)],
)
def test_a_submitted_report_is_seen_by_its_entity_and_by_whoever_sees_all(
    who, sees, request, secretariat, today, asked
):
    submitted(secretariat, line(asked))
    user = request.getfixturevalue(who)
    assert FollowUpReport.objects.visible_to(user, on=today).exists() == sees


# --- Editing ------------------------------------------------------------------------------------------


def test_only_its_people_change_a_draft(secretariat, norway, reviewer, asked):
    report = drafted(secretariat, line(asked))
    for somebody in (norway, reviewer):
        with pytest.raises(NotAllowed):
            reports.edit(report=report, by=somebody, words=WORDS, lines=[line(asked)])


def test_a_report_under_review_cannot_be_changed(secretariat, asked):
    report = submitted(secretariat, line(asked))
    with pytest.raises(Refused, match="submitted cannot be changed"):
        reports.edit(report=report, by=secretariat, words=WORDS, lines=[line(asked)])


def test_editing_replaces_words_and_lines(secretariat, asked):
    register("E/RES/2020/2")
    other = occurrence("Secretary-General", "E/RES/2020/2")
    report = drafted(secretariat, line(asked))
    words = replace(WORDS, action_taken="Two offices were named.")
    reports.edit(report=report, by=secretariat, words=words, lines=[line(other, Status.IN_PROGRESS)])
    report.refresh_from_db()
    assert report.action_taken == "Two offices were named."
    assert [(each.occurrence, each.proposed_status) for each in report.lines.all()] == [
        (other, Status.IN_PROGRESS)
    ]


def test_an_edit_that_is_refused_leaves_the_draft_as_it_was(secretariat, asked):
    report = drafted(secretariat, line(asked))
    before = snapshot()
    with pytest.raises(NotAllowed):
        reports.edit(
            report=report,
            by=secretariat,
            words=replace(WORDS, action_taken="Other words."),
            lines=[line(occurrence("Norway"))],
        )
    assert snapshot() == before


def test_an_edit_of_a_report_that_was_submitted_meanwhile_is_a_conflict(secretariat, asked):
    report = drafted(secretariat, line(asked))
    seen = FollowUpReport.objects.get(pk=report.pk)
    reports.submit(report=report, by=secretariat)
    with pytest.raises(Conflict, match="it is now submitted"):
        reports.edit(report=seen, by=secretariat, words=WORDS, lines=[line(asked)])
