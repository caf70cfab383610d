"""A spreadsheet is taken over whole: checked row by row with nothing changed, then done, or not at all."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import occurrence
from tests.snapshot import snapshot
from tests.tracker.sheets.workbooks import workbook
from tracker import assigning, workflow
from tracker.models import Assignment, DueDateChange, Occurrence, SheetRow, StatusChange, TrackingSheet
from tracker.refusals import NotAllowed, Refused
from tracker.sheets import writing
from tracker.sheets.columns import Field, from_json
from tracker.sheets.doors import check_rows, name_columns, sheets_seen_by, take_in, take_over
from tracker.statuses import Status
from tracker.verification import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

OF_SHEETS = ("TrackingSheet", "TrackingSheetEvent", "SheetRow")


@pytest.fixture
def register(db: None) -> None:
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph(
                "1",
                asks(
                    "Requests the Secretary-General and Norway to report", of=["Secretary-General", "Norway"]
                ),
            ),
            paragraph(
                "2",
                asks("Invites Sweden to help", verb="invite", of=["Sweden"]),
                asks("requests the World Bank to pay", of=["World Bank"]),
            ),
            paragraph("3", states()),
        )
    )


def checked(by, *rows) -> TrackingSheet:
    """Take rows in as a spreadsheet and check them."""
    sheet = take_in(data=workbook(rows), name="Tracker 2021.xlsx", by=by)
    check_rows(sheet=sheet, by=by)
    return sheet


def fates(sheet: TrackingSheet) -> list[tuple[str, str]]:
    return list(SheetRow.objects.filter(sheet=sheet).order_by("number").values_list("fate", "words"))


DONE = [
    "E/RES/2020/1",
    "1",
    "Secretary-General",
    "Completed",
    "2021-02-01",
    "2021-06-30",
    "Annex III says so",
]


@pytest.mark.parametrize("who", ["stranger", "viewer", "clerk", "secretariat", "reviewer"])
def test_only_who_assigns_and_decides_may_take_a_spreadsheet_over(who, request, manager, register):
    user, sheet = request.getfixturevalue(who), checked(manager, DONE)
    assert not sheets_seen_by(user).exists()
    for deed in (
        lambda: take_in(data=workbook([DONE]), name="x", by=user),
        lambda: name_columns(sheet=sheet, mapped=from_json(sheet.mapping), by=user),
        lambda: check_rows(sheet=sheet, by=user),
        lambda: take_over(sheet=sheet, by=user, leave_out_faults=False),
    ):
        with pytest.raises(NotAllowed):
            deed()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({0: "E/RES/2020/9"}, "no resolution E/RES/2020/9. Is E/RES/2020/1 meant?"),
        ({0: ""}, "It names no paragraph"),
        ({1: "12"}, "has no paragraph “12”"),
        ({1: "3"}, "asks for nothing (Welcomes)"),
        (
            {1: "2"},
            "asks for several things: write which of E/RES/2020/1#op2.1 (Invites), E/RES/2020/1#op2.2",
        ),
        ({2: ""}, "does not say who is responsible"),
        ({2: "Atlantis"}, "no entity called “Atlantis”"),
        ({2: "Secretary-Gen"}, "Is Secretary-General meant?"),
        ({5: "soon"}, "The due date “soon” is no day. Write it as 2026-12-31."),
        ({5: "03/04/2026"}, "could be two days"),
        ({5: "2019-01-01"}, "before the adoption of the resolution"),
        ({4: "2999-01-01"}, "lies in the future"),
    ],
)
def test_a_row_that_cannot_be_taken_over_says_why_and_what_to_do(manager, register, change, words):
    row = [change.get(n, cell) for n, cell in enumerate(DONE)]
    ((fate, told),) = fates(checked(manager, row))
    assert (fate, words in told) == ("fault", True), told


def test_all_that_is_wrong_with_a_row_is_said_at_once(manager, register):
    rows = [
        ["E/RES/2020/9", "1", "Atlantis", "done", "later", "someday"],
        ["E/RES/2020/1", "1", "Norway", "done", "2999-01-01", "2019-01-01"],
        ["E/RES/2020/1", "2", "Atlantis", "done"],
    ]
    told = [words for _, words in fates(checked(manager, *rows))]
    for wrong in (
        "no resolution E/RES/2020/9",
        "no entity called “Atlantis”",
        "“later” is no",
        "“someday” is no",
    ):
        assert told[0].count(wrong) == 1, told[0]
    assert "before the adoption of the resolution" in told[1]
    assert "lies in the future" in told[1]
    assert told[2].count("Atlantis") == 1


def test_a_check_shows_every_row_s_fate_and_changes_nothing_in_the_register(manager, register):
    before = snapshot(but=OF_SHEETS)
    sheet = checked(
        manager,
        DONE,
        ["E/RES/2020/1", "para. 1", "NORWAY", "Not started"],
        ["e/res/2020/1", "OP 2.2", "Sweden", "ongoing", "", "31 December 2021"],
        DONE,
    )
    assert fates(sheet) == [
        (
            "changes",
            "E/RES/2020/1#op1.1, Secretary-General: due 30 June 2021; “Not started” becomes “Implemented” "
            "as of 1 February 2021.",
        ),
        ("nothing", "E/RES/2020/1#op1.1, Norway: stands so already."),
        (
            "changes",
            "E/RES/2020/1#op2.2, Sweden: Sweden is assigned; due 31 December 2021; “Not started” becomes "
            "“In progress”.",
        ),
        ("fault", "Row 2 speaks of Secretary-General on E/RES/2020/1#op1.1 already."),
    ]
    assert snapshot(but=OF_SHEETS) == before


def test_what_was_checked_is_taken_over_through_the_doors_with_the_row_as_its_reason(manager, register):
    sheet = checked(manager, DONE, ["E/RES/2020/1", "2.2", "Sweden", "ongoing", "", "2021-12-31"])
    take_over(sheet=sheet, by=manager, leave_out_faults=False)
    change = StatusChange.objects.get(occurrence=occurrence("Secretary-General"), ground="decision")
    assert change.why == "Taken over from Tracker 2021.xlsx, row 2: Annex III says so"
    assert (change.to_status, change.effective_on, change.by) == ("implemented", dt.date(2021, 2, 1), manager)
    assert DueDateChange.objects.filter(to_due_to=dt.date(2021, 12, 31), by=manager).exists()
    assert Assignment.objects.get(item__clause__number=2, entity__name="Sweden").source == "person"
    assert list(faults()) == []


@pytest.mark.parametrize("where", ["Secretary-General", "Norway"], ids=["entity", "other entity"])
def test_a_paragraph_with_several_obligations_is_clear_where_the_entity_is_asked_in_one(
    where, manager, register
):
    rows = [["E/RES/2020/1", "2", "World Bank", "done"], ["E/RES/2020/1", "1", where, "done"]]
    assert [fate for fate, _ in fates(checked(manager, *rows))] == ["changes", "changes"]


def test_nothing_is_taken_over_while_a_row_is_at_fault_unless_it_is_left_out(manager, register):
    sheet = checked(manager, DONE, ["E/RES/2020/1", "99", "Norway", "done"])
    with pytest.raises(Refused, match="1 row cannot be taken over"):
        take_over(sheet=sheet, by=manager, leave_out_faults=False)
    assert occurrence("Secretary-General").status == Status.NOT_STARTED
    take_over(sheet=sheet, by=manager, leave_out_faults=True)
    assert occurrence("Secretary-General").status == Status.IMPLEMENTED


def test_what_changed_since_the_check_is_not_overwritten(manager, register):
    sheet = checked(manager, DONE, ["E/RES/2020/1", "1", "Norway", "done"])
    asked = occurrence("Secretary-General")
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="It began.")
    before = snapshot()
    with pytest.raises(Refused, match=r"changed since the check \(rows 2\)"):
        take_over(sheet=sheet, by=manager, leave_out_faults=False)
    assert snapshot() == before


def test_what_recurs_and_what_was_withdrawn_go_through_the_doors(manager, register):
    asked = occurrence("Secretary-General")
    Occurrence.objects.filter(pk=asked.pk).update(
        recurrence="FREQ=YEARLY", due_from=dt.date(2021, 1, 1), due_to=dt.date(2021, 1, 1), due_source="text"
    )
    assigning.withdraw(assignment=occurrence("Norway").assignment, by=manager, why="Misread.")
    sheet = checked(manager, [*DONE[:5]], ["E/RES/2020/1", "1", "Norway", "done"])
    take_over(sheet=sheet, by=manager, leave_out_faults=False)
    asked.refresh_from_db()
    assert (asked.status, asked.is_current) == (Status.IMPLEMENTED, False)
    assert occurrence("Secretary-General").sequence == 2
    assert occurrence("Norway").status == Status.IMPLEMENTED
    assert list(faults()) == []


def test_what_an_assignment_brings_along_is_recorded_as_no_change(manager):
    due = dt.date(2027, 6, 30)
    tracked(
        reading(
            "E/RES/2020/3", paragraph("1", asks("Requests Norway to act by then", of=["Norway"], due=due))
        )
    )
    norway = occurrence("Norway", "E/RES/2020/3")
    workflow.decide_status(occurrence=norway, to=Status.IN_PROGRESS, by=manager, why="It began.")
    assigning.withdraw(assignment=norway.assignment, by=manager, why="Misread.")
    told = ["E/RES/2020/3", "1"]
    rows = [[*told, "Sweden", "", "", "2027-06-30"], [*told, "Norway", "ongoing", "", "2027-06-30"]]
    take_over(sheet=checked(manager, *rows), by=manager, leave_out_faults=False)
    assert occurrence("Sweden", "E/RES/2020/3").due_to == occurrence("Norway", "E/RES/2020/3").due_to == due
    assert not DueDateChange.objects.exists()
    assert StatusChange.objects.filter(ground="decision").count() == 1


def many(number: int) -> list[list[str]]:
    """Track so many obligations of Chile; returns a row for each, and of every other one for Peru."""
    asked = [paragraph(str(n), asks("Requests Chile to plan", of=["Chile"])) for n in range(1, number + 1)]
    peru = paragraph(str(number + 1), asks("Requests Peru to plan", of=["Peru"]))
    tracked(reading("E/RES/2020/2", *asked, peru))
    done = ["done", "2021-02-01", "2021-06-30"]
    rows = [["E/RES/2020/2", str(n), "Chile", *done] for n in range(1, number + 1)]
    return rows + [["E/RES/2020/2", str(n), "Peru", "ongoing"] for n in range(1, number + 1, 2)]


def test_the_number_of_statements_does_not_grow_with_the_rows(manager, register):
    sheet, told = checked(manager, *many(60)), list[int]()
    assert set(sheet.rows.values_list("fate", flat=True)) == {"changes"}
    with CaptureQueriesContext(connection) as queries:
        take_over(sheet=sheet, by=manager, leave_out_faults=False, tell=told.append)
    assert told == [90]
    assert len(queries) <= 60
    assert list(faults()) == []
    assert StatusChange.objects.filter(ground="decision").count() == 90


def test_a_failure_in_the_middle_leaves_nothing(manager, register, monkeypatch):
    monkeypatch.setattr(writing, "AT_ONCE", 20)
    sheet = checked(manager, *many(30))
    before = snapshot()

    def stop(done: int) -> None:
        if done >= 40:
            raise RuntimeError("The worker is gone.")

    with pytest.raises(RuntimeError):
        take_over(sheet=sheet, by=manager, leave_out_faults=False, tell=stop)
    assert snapshot() == before


def test_a_spreadsheet_is_taken_over_once(manager, register):
    sheet = checked(manager, DONE)
    take_over(sheet=sheet, by=manager, leave_out_faults=False)
    for deed in (
        lambda: take_over(sheet=sheet, by=manager, leave_out_faults=False),
        lambda: name_columns(sheet=sheet, mapped=from_json(sheet.mapping), by=manager),
    ):
        with pytest.raises(Refused, match="taken over already"):
            deed()
    assert StatusChange.objects.filter(ground="decision").count() == 1


def test_it_is_not_taken_over_unchecked_nor_after_its_columns_were_named_anew(manager, register):
    sheet = checked(manager, DONE)
    mapped = from_json(sheet.mapping)
    name_columns(sheet=sheet, mapped=mapped, by=manager)
    with pytest.raises(Refused, match="Check the rows first"):
        take_over(sheet=sheet, by=manager, leave_out_faults=False)


def test_columns_named_once_are_known_in_the_next_spreadsheet_with_the_same_headings(manager, register):
    first = take_in(data=workbook([DONE]), name="Tracker 2021", by=manager)
    mapped = from_json(first.mapping)
    columns: dict[Field, int] = {field: n for field, n in mapped.columns.items() if field != Field.DUE}
    name_columns(sheet=first, mapped=type(mapped)(columns, mapped.statuses), by=manager)
    second = take_in(data=workbook([DONE, DONE]), name="Tracker 2022", by=manager)
    assert second.mapping == TrackingSheet.objects.get(pk=first.pk).mapping


def test_an_entity_that_is_not_asked_is_assigned_once_though_two_rows_name_its_items(manager, register):
    rows = [["E/RES/2020/1", "1", "Sweden", ""], ["E/RES/2020/1", "2.2", "Sweden", ""]]
    take_over(sheet=checked(manager, *rows), by=manager, leave_out_faults=False)
    sweden = Entity.objects.get(name="Sweden")
    assert Occurrence.objects.filter(assignment__entity=sweden).count() == 3
