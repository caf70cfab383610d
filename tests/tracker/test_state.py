"""The state of a past day, by what had taken effect and by what was known."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine

from tests.conftest import TODAY
from tests.register import accepted, line, occurrence, register
from tracker import assigning, reports, schedule, workflow
from tracker.models import ActionItem, Occurrence
from tracker.state import counted, state_on
from tracker.statuses import Status

pytestmark = pytest.mark.django_db

ADOPTED = dt.date(2020, 7, 20)
BEGUN = dt.date(2020, 9, 1)
DECIDED = dt.date(2020, 10, 1)
DONE = dt.date(2020, 12, 10)


def on(day: dt.date) -> time_machine.travel:
    """Put the clock to noon of a day."""
    return time_machine.travel(dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC), tick=False)


@pytest.fixture
def asked(manager) -> Iterator[Occurrence]:
    """Give one that began in September and was done in December, recorded in October and in March."""
    with on(DECIDED):
        register()
        asked = occurrence("Secretary-General")
        workflow.decide_status(
            occurrence=asked,
            to=Status.IN_PROGRESS,
            by=manager,
            why="A letter.",
            effective_on=dt.date(2020, 9, 1),
        )
    with on(TODAY):
        workflow.decide_status(
            occurrence=asked, to=Status.IMPLEMENTED, by=manager, why="A letter.", effective_on=DONE
        )
        yield asked


def then(day: dt.date, known_on: dt.date | None = None) -> list[str]:
    rows = Occurrence.objects.as_at(day, known_on=known_on)
    own = rows.filter(assignment__entity__name="Secretary-General")
    return [vars(row)["status_then"] for row in own]


@pytest.mark.parametrize(
    ("day", "known_on", "statuses"),
    [
        pytest.param(ADOPTED - dt.timedelta(days=1), None, [], id="before the adoption nothing stood"),
        pytest.param(ADOPTED, None, ["not_started"], id="adopted"),
        pytest.param(dt.date(2020, 8, 31), None, ["not_started"], id="the day before it began"),
        pytest.param(
            dt.date(2020, 9, 1),
            None,
            ["in_progress"],
            id="from the day it took effect, not that of recording",
        ),
        pytest.param(dt.date(2020, 12, 9), None, ["in_progress"], id="the day before it was done"),
        pytest.param(DONE, None, ["implemented"], id="done"),
        pytest.param(TODAY, None, ["implemented"], id="today"),
        pytest.param(
            dt.date(2020, 12, 10), dt.date(2021, 1, 1), ["in_progress"], id="as known before it was recorded"
        ),
        pytest.param(
            dt.date(2020, 9, 1), dt.date(2020, 9, 30), [], id="as known before anything was recorded"
        ),
    ],
)
@pytest.mark.usefixtures("asked")
def test_the_last_change_that_had_taken_effect_tells_the_status(day, known_on, statuses):
    assert then(day, known_on) == statuses


def test_today_the_state_is_the_one_that_every_page_shows(asked):
    told = {row.pk: vars(row)["status_then"] for row in Occurrence.objects.as_at(TODAY)}
    assert told == dict(Occurrence.objects.values_list("pk", "status"))


def test_what_was_opened_again_still_counts_as_done_in_between(today, secretariat, reviewer):
    register()
    report = accepted(secretariat, reviewer, line(occurrence("Secretary-General")))
    reports.reopen(report=report, by=reviewer, why="A file is missing.")
    assert then(dt.date(2021, 2, 28)) == ["implemented"]
    assert then(TODAY) == ["in_progress"]


def test_a_withdrawn_assignment_stood_until_it_was_withdrawn(asked, manager):
    assigning.withdraw(assignment=asked.assignment, by=manager, why="Not meant.")
    assert then(TODAY) == []
    assert then(TODAY - dt.timedelta(days=1)) == ["implemented"]


def test_overdue_is_asked_with_the_due_date_of_that_day(asked, manager, viewer):
    norway = occurrence("Norway")
    with on(dt.date(2020, 11, 1)):
        schedule.set_due(occurrence=norway, due_to=dt.date(2020, 11, 30), by=manager, why="Agreed.")
    schedule.set_due(occurrence=norway, due_to=dt.date(2021, 11, 30), by=manager, why="Put off.")

    def overdue(day: dt.date) -> bool:
        items = ActionItem.objects.filter(pk=norway.assignment.item_id)
        (told,) = state_on(items, day=day, reader=viewer, on=TODAY)
        return next(s.overdue for s in told.stood if s.occurrence == norway)

    days = [dt.date(2020, 10, 31), dt.date(2020, 11, 30), dt.date(2020, 12, 1), TODAY]
    assert [overdue(day) for day in days] == [False, False, True, False]


def test_an_item_follows_the_rule_of_the_roll_up_on_that_day(asked, viewer):
    told = state_on(ActionItem.objects.all(), day=dt.date(2020, 12, 10), reader=viewer, on=TODAY)
    assert [each.status for each in told] == [Status.PARTIALLY_IMPLEMENTED, Status.NOT_STARTED]
    assert counted(told) == [(Status.NOT_STARTED, 1), (Status.PARTIALLY_IMPLEMENTED, 1)]


def test_a_focal_point_sees_the_past_of_its_own_entities_alone(asked, norway):
    told = state_on(ActionItem.objects.all(), day=TODAY, reader=norway, on=TODAY)
    assert {str(each.occurrence.assignment.entity) for item in told for each in item.stood} == {
        "Norway", "Member States"
    }  # fmt: skip
