"""The door to due dates and review days."""

import datetime as dt

import pytest

from resolutions.models import Clause
from tests.register import occurrence, register
from tests.snapshot import snapshot
from tracker import assigning, intake
from tracker.models import DueDateChange, Occurrence
from tracker.refusals import NotAllowed, Refused
from tracker.schedule import set_due, set_review_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DUE, LATER = dt.date(2021, 6, 30), dt.date(2021, 12, 31)
ADOPTED = dt.date(2020, 7, 20)


@pytest.fixture
def asked(db):
    register(due=DUE)
    return occurrence("Secretary-General")


@pytest.mark.parametrize("who", ["secretariat", "viewer", "stranger"])
def test_only_those_who_correct_or_decide_move_a_due_date(who, request, asked):
    with pytest.raises(NotAllowed):
        set_due(occurrence=asked, due_to=LATER, by=request.getfixturevalue(who), why="Agreed.")
    assert not DueDateChange.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "manager", "reviewer"])
def test_those_who_correct_or_decide_move_a_due_date(who, request, asked):
    set_due(occurrence=asked, due_to=LATER, by=request.getfixturevalue(who), why="Agreed.")
    assert occurrence("Secretary-General").due_to == LATER


@pytest.mark.parametrize(
    ("days", "field", "message"),
    [
        ({"due_to": ADOPTED - dt.timedelta(days=1)}, "due_to", "before the adoption .* on 20 July 2020"),
        ({"due_to": DUE, "due_from": LATER}, "due_from", "after the last"),
        ({"due_to": LATER, "why": " "}, "why", "Say why"),
    ],
    ids=["before adoption", "days out of order", "no reason"],
)
def test_a_due_date_that_cannot_be_is_refused_and_nothing_is_written(days, field, message, manager, asked):
    before = snapshot()
    with pytest.raises(Refused, match=message) as refusal:
        set_due(**{"occurrence": asked, "by": manager, "why": "Agreed.", **days})
    assert refusal.value.field == field
    assert snapshot() == before


@pytest.mark.parametrize(
    "deed",
    [
        lambda asked, by: set_due(occurrence=asked, due_to=LATER, by=by, why="Agreed."),
        lambda asked, by: set_review_day(occurrence=asked, review_on=LATER, by=by),
    ],
    ids=["due date", "review day"],
)
def test_no_day_is_set_for_a_withdrawn_assignment_even_on_a_page_opened_before(deed, manager, asked):
    seen = Occurrence.objects.select_related("assignment").get(pk=asked.pk)
    assigning.withdraw(assignment=asked.assignment, by=manager, why="Another office does it.")
    before = snapshot()
    with pytest.raises(Refused, match="was withdrawn"):
        deed(seen, manager)
    assert snapshot() == before


def test_a_review_day_goes_to_the_occurrence_as_it_is_now(manager, asked):
    seen = Occurrence.objects.get(pk=asked.pk)
    set_due(occurrence=asked, due_to=LATER, by=manager, why="Agreed.")
    set_review_day(occurrence=seen, review_on=LATER, by=manager)
    assert (seen.due_to, occurrence("Secretary-General").due_to) == (LATER, LATER)


def test_the_day_of_adoption_itself_can_be_a_due_date(manager, asked):
    set_due(occurrence=asked, due_to=ADOPTED, by=manager, why="At once.")
    assert occurrence("Secretary-General").due_from == ADOPTED


def test_a_change_leaves_a_row_with_both_dates_and_the_reason(manager, asked):
    change = set_due(occurrence=asked, due_to=LATER, due_from=DUE, by=manager, why=" Agreed. ")
    assert (change.from_due_from, change.from_due_to) == (DUE, DUE)
    assert (change.to_due_from, change.to_due_to) == (DUE, LATER)
    assert (change.why, change.by) == ("Agreed.", manager)


def test_a_change_says_what_stood_before_even_if_the_person_saw_an_older_date(manager, asked):
    seen = Occurrence.objects.get(pk=asked.pk)
    set_due(occurrence=asked, due_to=LATER, by=manager, why="Agreed.")
    change = set_due(occurrence=seen, due_to=DUE, by=manager, why="Back again.")
    assert change.from_due_to == LATER


def test_a_date_that_a_person_set_is_not_moved_by_an_import(manager, asked):
    set_due(occurrence=asked, due_to=LATER, by=manager, why="Agreed.")
    Clause.objects.get(pk=asked.assignment.item.clause_id).deadlines.update(last_day=dt.date(2022, 1, 1))
    intake.track(asked.assignment.item.clause.paragraph.resolution)
    assert occurrence("Secretary-General").due_to == LATER
    assert occurrence("Norway").due_to == dt.date(2022, 1, 1)


def test_clearing_a_due_date_leaves_none(manager, asked):
    set_due(occurrence=asked, due_to=None, by=manager, why="None is stated.")
    cleared = occurrence("Secretary-General")
    assert (cleared.due_from, cleared.due_to, cleared.due_source) == (None, None, "person")


def test_what_has_no_due_date_any_more_is_looked_at_again(manager, asked):
    set_due(occurrence=asked, due_to=None, by=manager, why="None is stated.")
    assert occurrence("Secretary-General").review_on == dt.date(2022, 3, 1)


def test_a_review_day_is_set_by_those_who_may(manager, secretariat, asked):
    with pytest.raises(NotAllowed):
        set_review_day(occurrence=asked, review_on=LATER, by=secretariat)
    set_review_day(occurrence=asked, review_on=LATER, by=manager)
    assert occurrence("Secretary-General").review_on == LATER
