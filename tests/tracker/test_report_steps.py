"""The way of a follow-up report: who may take which step, what accepting does, and opening one again."""

import datetime as dt

import pytest

from tests.register import DAY, WORDS, accepted, drafted, line, occurrence, register, submitted
from tests.snapshot import snapshot
from tracker import assigning, reports, workflow
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
