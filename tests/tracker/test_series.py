"""The next time of a series opens once one is met or lapses, and at most once."""

from functools import partial

import pytest
from django.contrib.auth.models import User

from tests.conftest import person
from tests.register import WORDS, line
from tests.series import asked_every, day
from tests.snapshot import snapshot
from tests.together import at_once
from tracker import assigning, reports, roles, series, workflow
from tracker.models import ActionItem, FollowUpReport, Occurrence, ReviewPolicy
from tracker.statuses import Status

YEARLY = "FREQ=YEARLY"
DUE = day("2021-01-31")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def asked(db: None) -> Occurrence:
    return asked_every(YEARLY, last=DUE)


def times() -> list[tuple[int, str, str, bool]]:
    """Return each time of the series: number, due day, status, whether it runs."""
    rows = Occurrence.objects.order_by("sequence").values_list("sequence", "due_to", "status", "is_current")
    return [(number, str(due), status, runs) for number, due, status, runs in rows]


def answer(asked: Occurrence, by: User, reviewer: User, to: Status = Status.IMPLEMENTED) -> FollowUpReport:
    report = reports.draft(entity=asked.assignment.entity, by=by, words=WORDS, lines=[line(asked, to)])
    reports.submit(report=report, by=by)
    reports.accept(report=report, by=reviewer)
    return report


def test_an_accepted_report_that_implements_one_time_opens_the_next(asked, secretariat, reviewer):
    answer(asked, secretariat, reviewer)
    assert times() == [
        (1, "2021-01-31", "implemented", False),
        (2, "2022-01-31", "not_started", True),
    ]
    assert asked.status_changes.count() == 2
    following = Occurrence.objects.get(is_current=True)
    assert (following.recurrence, following.due_words, following.lapsed_on) == (YEARLY, asked.due_words, None)
    assert ActionItem.objects.get().status == Status.PARTIALLY_IMPLEMENTED


@pytest.mark.parametrize("to", [Status.IN_PROGRESS, Status.PARTIALLY_IMPLEMENTED, Status.OVERTAKEN])
def test_one_that_is_not_met_opens_nothing_yet(asked, to, secretariat, reviewer):
    answer(asked, secretariat, reviewer, to)
    assert [number for number, *_ in times()] == [1]


def test_what_turns_out_not_to_be_met_runs_again_and_once_met_leads_to_the_same_next_time(
    asked, secretariat, reviewer
):
    report = answer(asked, secretariat, reviewer)
    reports.reopen(report=report, by=reviewer, why="A file is missing.")
    assert times() == [(1, "2021-01-31", "in_progress", True), (2, "2022-01-31", "not_started", False)]
    assert not series.earlier_times(Occurrence.objects.all())
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer)
    assert times() == [(1, "2021-01-31", "implemented", False), (2, "2022-01-31", "not_started", True)]


def test_work_begun_on_the_next_time_is_not_taken_back(asked, secretariat, reviewer, manager):
    report = answer(asked, secretariat, reviewer)
    following = Occurrence.objects.get(is_current=True)
    workflow.decide_status(occurrence=following, to=Status.IN_PROGRESS, by=manager, why="Begun.")
    reports.reopen(report=report, by=reviewer, why="A file is missing.")
    assert times() == [(1, "2021-01-31", "in_progress", False), (2, "2022-01-31", "in_progress", True)]


@pytest.mark.parametrize(
    ("on", "grace", "opened"),
    [
        ("2021-02-01", 0, 1),
        ("2021-01-31", 0, 0),
        ("2021-05-01", 90, 0),
        ("2021-05-02", 90, 1),
        ("2024-06-01", 90, 4),
    ],
    ids=["the day after", "still due", "last day of grace", "grace is over", "years later"],
)
def test_one_that_was_not_met_gives_way_once_its_days_of_grace_are_over(asked, on, grace, opened):
    ReviewPolicy.objects.create(first_months=24, then_months=12, grace_days=grace)
    assert series.lapse(on=day(on)) == opened
    assert series.lapse(on=day(on)) == 0
    assert Occurrence.objects.get(is_current=True).sequence == opened + 1
    missed = Occurrence.objects.filter(is_current=False)
    assert {one.status for one in missed} <= {Status.NOT_STARTED}
    assert {one.lapsed_on for one in missed} <= {day(on)}


def test_one_that_was_closed_otherwise_gives_way_without_grace_and_was_not_missed(asked, manager):
    workflow.decide_status(occurrence=asked, to=Status.OVERTAKEN, by=manager, why="The Council met.")
    assert series.lapse(on=day("2021-02-01")) == 1
    assert Occurrence.objects.get(sequence=1).lapsed_on is None


@pytest.mark.parametrize(
    "end",
    [
        lambda asked, by: assigning.withdraw(assignment=asked.assignment, by=by, why="By mistake."),
        lambda asked, by: workflow.decide_status(occurrence=asked, to=Status.NO_ACTION, by=by, why="No."),
        lambda asked, by: Occurrence.objects.update(recurrence=""),
        lambda asked, by: ActionItem.objects.update(nature="none", status="no_action"),
    ],
    ids=["withdrawn", "no action required", "no series", "no obligation"],
)
def test_what_asks_no_more_does_not_come_round(asked, end, manager):
    end(asked, manager)
    before = snapshot()
    assert series.lapse(on=day("2024-06-01")) == 0
    assert snapshot() == before


def test_members_whom_the_text_names_are_asked_again():
    asked_every(YEARLY, last=DUE, including=("Norway",))
    series.lapse(on=day("2021-06-01"))
    (response,) = Occurrence.objects.get(is_current=True).responses.all()
    assert (response.entity.name, response.named, response.status) == ("Norway", True, "not_started")


def test_a_missed_time_is_listed_and_can_be_reported_on_late(asked, secretariat, reviewer):
    series.lapse(on=day("2021-06-01"))
    (missed,) = series.earlier_times(Occurrence.objects.all())
    assert missed == asked
    answer(missed, secretariat, reviewer)
    assert times() == [(1, "2021-01-31", "implemented", False), (2, "2022-01-31", "not_started", True)]


@pytest.mark.usefixtures("committed_db")
def test_of_many_who_open_the_next_time_at_once_one_does():
    asked_every(YEARLY, last=DUE)
    ReviewPolicy.objects.create(first_months=24, then_months=12, grace_days=0)
    ends = at_once([partial(series.lapse, on=day("2021-02-15"))] * 8)
    assert sorted(ends) == [0] * 7 + [1]
    assert [number for number, *_ in times()] == [1, 2]


@pytest.mark.usefixtures("committed_db")
def test_a_decision_and_the_day_that_meet_open_one_next_time():
    asked = asked_every(YEARLY, last=DUE)
    ReviewPolicy.objects.create(first_months=24, then_months=12, grace_days=0)
    manager = person("manager", roles.MANAGER)
    decide = partial(
        workflow.decide_status, occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="It is out."
    )
    at_once([decide, partial(series.lapse, on=day("2021-02-15"))])
    assert [number for number, *_ in times()] == [1, 2]
    assert Occurrence.objects.get(sequence=1).status == Status.IMPLEMENTED
