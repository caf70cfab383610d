"""Follow-up reports on their way: who may take which step, and what accepting does."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.register import DAY, WORDS, accepted, drafted, line, occurrence, register, submitted
from tests.snapshot import snapshot
from tracker import assigning, cycles, reports, workflow
from tracker.models import FollowUpReport, MemberResponse, ReportLine, ReportStep, StatusChange
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import REPORT_TRANSITIONS, ReportState, Status

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


# --- The way of a report, step by step ----------------------------------------------------------------

DEEDS = {
    "submit": lambda report, by, **seen: reports.submit(report=report, by=by, **seen),
    "accept": lambda report, by, **seen: reports.accept(report=report, by=by, **seen),
    "send back": lambda report, by, **seen: reports.send_back(
        report=report, by=by, comment="Add figures.", **seen
    ),
    "reopen": lambda report, by, **seen: reports.reopen(
        report=report, by=by, why="The figures were wrong.", **seen
    ),
    "withdraw": lambda report, by, **seen: reports.withdraw(report=report, by=by, **seen),
}
LEADS_TO = {
    ("draft", "submit"): "submitted",
    ("draft", "withdraw"): "withdrawn",
    ("submitted", "accept"): "accepted",
    ("submitted", "send back"): "sent_back",
    ("submitted", "withdraw"): "withdrawn",
    ("sent_back", "submit"): "submitted",
    ("sent_back", "withdraw"): "withdrawn",
    ("accepted", "reopen"): "sent_back",
}


def in_state(state, secretariat, reviewer, asked):
    report = drafted(secretariat, line(asked))
    way = {
        "draft": (),
        "submitted": ("submit",),
        "sent_back": ("submit", "send back"),
        "accepted": ("submit", "accept"),
        "withdrawn": ("withdraw",),
    }[state]
    for deed in way:
        DEEDS[deed](report, reviewer if deed in ("accept", "send back") else secretariat)
    assert report.state == state
    return report


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("state", ReportState.values)
def test_each_deed_leads_where_the_table_says_and_nowhere_else(state, deed, secretariat, reviewer, asked):
    report = in_state(state, secretariat, reviewer, asked)
    by = secretariat if deed in ("submit", "withdraw") else reviewer
    steps = report.steps.count()
    if (state, deed) not in LEADS_TO:
        before = snapshot()
        with pytest.raises(Refused):
            DEEDS[deed](report, by)
        assert snapshot() == before
        return
    DEEDS[deed](report, by)
    report.refresh_from_db()
    assert report.state == LEADS_TO[state, deed]
    assert report.state in REPORT_TRANSITIONS[ReportState(state)]
    assert report.steps.count() == steps + 1


def test_the_deeds_are_all_the_ways_of_the_table():
    ways = {(from_.value, to.value) for from_, tos in REPORT_TRANSITIONS.items() for to in tos}
    assert {(from_, to) for (from_, _), to in LEADS_TO.items()} == ways


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["norway", "viewer", "manager", "stranger"])
def test_nobody_else_takes_a_step(deed, who, request, secretariat, reviewer, asked):
    state = next(from_ for from_, name in LEADS_TO if name == deed)
    report = in_state(state, secretariat, reviewer, asked)
    with pytest.raises(NotAllowed):
        DEEDS[deed](report, request.getfixturevalue(who))
    report.refresh_from_db()
    assert report.state == state


@pytest.mark.parametrize("deed", ["accept", "send back"])
def test_the_author_does_not_review_even_with_every_role(deed, administrator, asked):
    administrator.is_superuser = True
    administrator.save()
    report = submitted(administrator, line(asked))
    with pytest.raises(NotAllowed, match="another person has to review"):
        DEEDS[deed](report, administrator)


@pytest.mark.parametrize(
    ("state", "deed", "message"),
    [
        ("submitted", lambda r, by: reports.send_back(report=r, by=by, comment=" "), "what is to be mended"),
        ("accepted", lambda r, by: reports.reopen(report=r, by=by, why=""), "Say why"),
    ],
    ids=["send back", "reopen"],
)
def test_what_undoes_another_s_work_needs_a_reason(state, deed, message, secretariat, reviewer, asked):
    report = in_state(state, secretariat, reviewer, asked)
    with pytest.raises(Refused, match=message):
        deed(report, reviewer)


def test_a_report_on_an_assignment_that_was_withdrawn_since_is_not_accepted(
    secretariat, reviewer, manager, asked
):
    report = submitted(secretariat, line(asked))
    assigning.withdraw(assignment=asked.assignment, by=manager, why="Another office does it.")
    before = snapshot()
    with pytest.raises(Refused, match="was withdrawn"):
        reports.accept(report=report, by=reviewer)
    assert snapshot() == before


def test_a_second_reviewer_who_saw_the_report_before_the_first_decided_is_told(secretariat, reviewer, asked):
    report = submitted(secretariat, line(asked))
    seen = FollowUpReport.objects.get(pk=report.pk)
    reports.send_back(report=report, by=reviewer, comment="Add figures.")
    with pytest.raises(Conflict, match="it is now sent back"):
        reports.accept(report=seen, by=reviewer)


@pytest.mark.parametrize("deed", ["accept", "send back", "reopen", "withdraw"])
def test_a_step_is_refused_where_the_report_changed_since_it_was_seen(deed, secretariat, reviewer, asked):
    report = submitted(secretariat, line(asked))
    seen = report.updated_at - dt.timedelta(microseconds=1)
    if deed == "reopen":
        reports.accept(report=report, by=reviewer)
    before = snapshot()
    by = secretariat if deed == "withdraw" else reviewer
    with pytest.raises(Conflict, match="since you opened it"):
        DEEDS[deed](report, by, seen=seen)
    assert snapshot() == before
    report.refresh_from_db()
    DEEDS[deed](report, by, seen=report.updated_at)
    assert report.state == LEADS_TO[("accepted" if deed == "reopen" else "submitted", deed)]


def test_sending_back_tells_the_author_what_to_mend(secretariat, reviewer, asked):
    report = in_state("sent_back", secretariat, reviewer, asked)
    assert (report.review_comment, report.reviewed_by) == ("Add figures.", reviewer)


# --- Accepting ----------------------------------------------------------------------------------------


def test_accepting_changes_the_status_with_a_row_that_names_the_line(secretariat, reviewer, asked):
    report = accepted(secretariat, reviewer, line(asked, percentage=100))
    asked.refresh_from_db()
    assert (asked.status, asked.percentage, asked.version) == (Status.IMPLEMENTED, 100, 2)
    change = StatusChange.objects.latest("id")
    assert (change.ground, change.from_status, change.to_status, change.effective_on) == (
        "report",
        Status.NOT_STARTED,
        Status.IMPLEMENTED,
        DAY,
    )
    assert (change.line, change.by) == (report.lines.get(), reviewer)


def test_accepting_rolls_the_item_up(secretariat, norway, reviewer, asked):
    item = asked.assignment.item
    accepted(secretariat, reviewer, line(asked))
    item.refresh_from_db()
    assert item.status == Status.PARTIALLY_IMPLEMENTED
    accepted(norway, reviewer, line(occurrence("Norway")), entity="Norway")
    item.refresh_from_db()
    assert item.status == Status.IMPLEMENTED


def test_accepting_is_all_or_nothing(secretariat, reviewer, manager, asked):
    register("E/RES/2020/2")
    other = occurrence("Secretary-General", "E/RES/2020/2")
    report = submitted(secretariat, line(asked, Status.IN_PROGRESS), line(other, Status.IN_PROGRESS))
    workflow.decide_status(occurrence=other, to=Status.OVERTAKEN, by=manager, why="The programme ended.")
    before = snapshot()
    with pytest.raises(Refused, match="“Overtaken by events” cannot become “In progress”"):
        reports.accept(report=report, by=reviewer)
    assert snapshot() == before


def test_a_line_that_proposes_what_stands_changes_only_the_percentage(secretariat, reviewer, asked):
    accepted(secretariat, reviewer, line(asked, Status.IN_PROGRESS, percentage=20))
    changes = StatusChange.objects.count()
    accepted(secretariat, reviewer, line(asked, Status.IN_PROGRESS, percentage=60))
    asked.refresh_from_db()
    assert (asked.percentage, StatusChange.objects.count()) == (60, changes)


def test_a_line_that_proposes_what_stands_and_no_percentage_keeps_the_one_told_before(
    secretariat, norway, reviewer, asked
):
    group = occurrence("Member States")
    for percentage in (20, None):
        accepted(secretariat, reviewer, line(asked, Status.IN_PROGRESS, percentage=percentage))
        accepted(norway, reviewer, line(group, Status.IN_PROGRESS, percentage=percentage), entity="Norway")
    asked.refresh_from_db()
    assert asked.percentage == 20
    assert MemberResponse.objects.get(entity__name="Norway").percentage == 20


def test_a_member_of_a_group_answers_for_itself(norway, reviewer):
    group = occurrence("Member States")
    accepted(norway, reviewer, line(group), entity="Norway")
    group.refresh_from_db()
    assert group.status == Status.NOT_STARTED
    answers = dict(MemberResponse.objects.values_list("entity__name", "status"))
    assert answers == {"Sweden": Status.NOT_STARTED, "Norway": Status.IMPLEMENTED}


def test_an_accepted_report_goes_on_pointing_at_the_words_it_answered(secretariat, reviewer, asked):
    report = accepted(secretariat, reviewer, line(asked))
    answered = report.lines.get().version
    register_again()
    assert report.lines.get().version == answered
    assert answered.paragraph_texts.filter(paragraph__eid="op1").exists()


def register_again():
    """Let a corrected text of the same resolution come in."""
    register(due=dt.date(2021, 12, 31))


# --- Opening an accepted report again -----------------------------------------------------------------


def test_opening_a_report_again_opens_what_it_had_closed(secretariat, reviewer, asked):
    report = accepted(secretariat, reviewer, line(asked))
    reports.reopen(report=report, by=reviewer, why="The figures were wrong.")
    asked.refresh_from_db()
    assert asked.status == Status.IN_PROGRESS
    change = StatusChange.objects.latest("id")
    assert (change.ground, change.why, change.by) == ("decision", "The figures were wrong.", reviewer)


def test_opening_a_report_again_leaves_what_was_decided_since(secretariat, reviewer, manager, asked):
    report = accepted(secretariat, reviewer, line(asked))
    asked.refresh_from_db()
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="A part is missing.")
    workflow.decide_status(occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="It came in.")
    reports.reopen(report=report, by=reviewer, why="The figures were wrong.")
    asked.refresh_from_db()
    assert asked.status == Status.IMPLEMENTED


def test_opening_a_member_s_report_again_opens_its_own_answer(norway, reviewer):
    report = accepted(norway, reviewer, line(occurrence("Member States")), entity="Norway")
    reports.reopen(report=report, by=reviewer, why="The figures were wrong.")
    assert MemberResponse.objects.get(entity__name="Norway").status == Status.IN_PROGRESS


def test_a_line_that_took_effect_is_changed_and_not_left_out(secretariat, reviewer, asked):
    register("E/RES/2020/2")
    other = occurrence("Secretary-General", "E/RES/2020/2")
    report = accepted(secretariat, reviewer, line(asked))
    reports.reopen(report=report, by=reviewer, why="The figures were wrong.")
    with pytest.raises(Refused, match="took effect"):
        reports.edit(report=report, by=secretariat, words=WORDS, lines=[line(other)])
    assert ReportLine.objects.get().occurrence == asked


def test_every_step_of_a_long_way_stands_in_its_history(secretariat, reviewer, asked):
    report = in_state("sent_back", secretariat, reviewer, asked)
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer, comment="Clear now.")
    assert list(ReportStep.objects.order_by("id").values_list("to_state", "comment")) == [
        ("draft", ""),
        ("submitted", ""),
        ("sent_back", "Add figures."),
        ("submitted", ""),
        ("accepted", "Clear now."),
    ]
