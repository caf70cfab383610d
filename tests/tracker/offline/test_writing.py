"""A worklist as it goes out: what it holds, what may be changed in it."""

import pytest

from resolutions.models import Entity
from tests.conftest import TODAY
from tests.register import DAY, accepted, drafted, line, occurrence, register
from tests.tracker.offline.books import opened, taken_out
from tracker import indicators
from tracker.models import CycleRequest, Occurrence, ReportingCycle
from tracker.offline.worklist import worklist_of
from tracker.refusals import NotAllowed
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def asked(db) -> None:
    register()


@pytest.mark.parametrize("who", ["stranger", "viewer", "norway", "reviewer", "manager"])
def test_nobody_takes_out_the_worklist_of_an_entity_they_do_not_report_for(request, who):
    with pytest.raises(NotAllowed):
        taken_out(request.getfixturevalue(who))


def test_only_answers_are_open_and_what_tells_a_row_is_hidden(secretariat):
    book = opened(taken_out(secretariat))
    assert book.sheetnames == ["How to fill in", "Report", "Obligations", "About"]
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    row = book["Obligations"][2]
    assert [cell.coordinate for cell in row if not cell.protection.locked] == ["F2", "G2", "H2", "I2"]
    hidden = book["Obligations"].column_dimensions
    assert [letter for letter in "ABCDEFGHIJK" if hidden[letter].hidden] == ["J", "K"]
    assert book["About"].sheet_state == "veryHidden"


def test_a_row_shows_the_words_and_offers_the_statuses_that_can_be_reached(secretariat):
    sheet = opened(taken_out(secretariat))["Obligations"]
    assert [cell.value for cell in sheet[2]][:6] == [
        "E/RES/2020/1#op1.1",
        "Requests the Secretary-General and Norway to report",
        "Secretary-General",
        "no due date stated",
        "Not started",
        None,
    ]
    (choice,) = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert choice.formula1.startswith('"Not started,In progress,')
    assert str(choice.sqref) == "F2"


def test_a_member_finds_what_its_groups_are_asked_with_its_own_status(norway, reviewer):
    states = occurrence("Member States")
    accepted(norway, reviewer, line(states, Status.IN_PROGRESS), entity="Norway")
    sheet = opened(taken_out(norway, "Norway"))["Obligations"]
    assert {(row[2].value, row[4].value, row[10].value) for row in sheet.iter_rows(min_row=2)} == {
        ("Norway", "Not started", 1), ("Member States", "In progress", 2)
    }  # fmt: skip


def test_what_is_closed_for_the_entity_is_left_out(secretariat, reviewer):
    accepted(secretariat, reviewer, line(occurrence("Secretary-General")))
    assert opened(taken_out(secretariat))["Obligations"].max_row == 1


def test_a_draft_goes_out_with_the_list(secretariat):
    drafted(
        secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS, percentage=40, note="Soon.")
    )
    book = opened(taken_out(secretariat))
    assert [cell.value for cell in book["Obligations"][2]][5:9:3] == ["In progress", "Soon."]
    assert book["Obligations"]["G2"].value == 40
    assert book["Obligations"]["H2"].value.date() == DAY
    assert book["Report"]["B4"].value == "A focal point was named."


def test_text_that_begins_like_a_formula_goes_out_as_text(secretariat):
    drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS, note='=HYPERLINK("x")'))
    cell = opened(taken_out(secretariat))["Obligations"]["I2"]
    assert cell.data_type == "s"


def test_indicators_have_a_sheet_of_their_own(secretariat, manager):
    item = occurrence("Secretary-General").assignment.item
    indicators.define(item=item, by=manager, as_=indicators.Definition("Advisers in post", "posts"))
    sheet = opened(taken_out(secretariat))["Indicators"]
    assert [cell.value for cell in sheet[2]][:3] == ["E/RES/2020/1#op1.1", "Advisers in post", "posts"]


def test_a_cycle_that_names_what_it_asks_gives_a_list_of_that_alone(norway, manager, asked_by_cycle):
    cycle, states = asked_by_cycle
    found = Entity.objects.get(name="Norway")
    worklist = worklist_of(entity=found, cycle=cycle, by=norway, on=TODAY)
    assert [row.occurrence for row in worklist.rows] == [states]


@pytest.fixture
def asked_by_cycle(manager) -> tuple[ReportingCycle, Occurrence]:
    """Give a cycle that asks Norway about the obligation of Member States alone."""
    norway, states = Entity.objects.get(name="Norway"), occurrence("Member States")
    days = {"period_from": DAY, "period_to": TODAY, "due_on": TODAY}
    cycle = ReportingCycle.objects.create(name="2021", opened_by=manager, **days)
    cycle.entities.add(norway)
    CycleRequest.objects.create(cycle=cycle, entity=norway, occurrence=states)
    return cycle, states
