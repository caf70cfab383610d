"""A worklist that comes back: a draft, or every reason why not; never anything in between."""

import datetime as dt
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from tests import builders
from tests.builders import asks, paragraph, tracked
from tests.register import drafted, line, occurrence, register
from tests.tracker.offline.books import ANSWER, WORDS, filled, opened, taken_out
from tracker import indicators, reports, workflow
from tracker.models import FollowUpReport, IndicatorValue, ReportLine, ReportStep
from tracker.offline import reading
from tracker.offline.taking_in import CellsRefused, take_in
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import ReportState, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def asked(db) -> None:
    register()


def cells_refused(data: bytes, by) -> dict[str, str]:
    """Return the cells that are refused, each with its message; nothing may have been written."""
    before = (FollowUpReport.objects.count(), ReportLine.objects.count(), ReportStep.objects.count())
    with pytest.raises(CellsRefused) as refused:
        take_in(data=data, by=by)
    after = (FollowUpReport.objects.count(), ReportLine.objects.count(), ReportStep.objects.count())
    assert before == after
    return {f"{error.sheet}!{error.cell}": error.message for error in refused.value.errors}


@pytest.mark.parametrize("who", ["stranger", "viewer", "norway", "reviewer", "manager"])
def test_nobody_brings_back_the_worklist_of_an_entity_they_do_not_report_for(request, secretariat, who):
    book = filled(taken_out(secretariat), WORDS, ANSWER)
    with pytest.raises(NotAllowed):
        take_in(data=book, by=request.getfixturevalue(who))
    assert not FollowUpReport.objects.exists()


def test_it_becomes_a_draft_and_hands_nothing_in(secretariat):
    answer = ANSWER | {"Obligations!G2": 30, "Obligations!I2": "One post of two is filled."}
    taken = take_in(data=filled(taken_out(secretariat), WORDS, answer), by=secretariat)
    report = FollowUpReport.objects.get()
    assert (taken.report, taken.is_new, report.state) == (report, True, ReportState.DRAFT)
    assert (report.author, report.on_behalf, report.action_taken) == (
        secretariat, False, "A focal point was named."
    )  # fmt: skip
    (told,) = report.lines.all()
    assert (told.proposed_status, told.percentage, told.note) == (
        "in_progress", 30, "One post of two is filled."
    )  # fmt: skip
    assert occurrence("Secretary-General").status == Status.NOT_STARTED


def test_whoever_enters_data_brings_it_back_on_behalf(clerk):
    taken = take_in(data=filled(taken_out(clerk), WORDS, ANSWER), by=clerk)
    assert taken.report.on_behalf


def test_a_draft_that_went_out_comes_back_changed(secretariat):
    draft = drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS, percentage=10))
    book = filled(taken_out(secretariat), {"Obligations!G2": 55, "Report!B5": "A second post."})
    taken = take_in(data=book, by=secretariat)
    assert (taken.report.pk, taken.is_new) == (draft.pk, False)
    draft.refresh_from_db()
    assert (draft.results, draft.lines.get().percentage) == ("A second post.", 55)


WRONG = {
    "a formula": ({"Obligations!G2": "=1+1"}, {"Obligations!G2": "A formula stands here"}),
    "an unknown status": ({"Obligations!F2": "Nearly done"}, {"Obligations!F2": "is no status"}),
    "a status that cannot be reached": (
        {"Obligations!F2": "No action required"}, {"Obligations!F2": "cannot become"}
    ),
    "a part of a per cent": ({"Obligations!G2": 12.5}, {"Obligations!G2": "whole number"}),
    "more than all": ({"Obligations!G2": 101}, {"Obligations!G2": "from 0 to 100"}),
    "a day in words": ({"Obligations!H2": "last week"}, {"Obligations!H2": "is no day"}),
    "a day to come": ({"Obligations!H2": dt.date(2021, 3, 2)}, {"Obligations!H2": "in the future"}),
    "a day before the adoption": (
        {"Obligations!H2": dt.date(2020, 1, 1)}, {"Obligations!H2": "before the adoption"}
    ),
    "no day": ({"Obligations!H2": None}, {"Obligations!H2": "Give the day"}),
    "a note without a status": (
        {"Obligations!F2": None, "Obligations!I2": "Soon."}, {"Obligations!F2": "Choose the status"}
    ),
    "a row that was added": (
        {"Obligations!F9": "In progress", "Obligations!H9": dt.date(2021, 2, 1)},
        {"Obligations!A9": "not in the worklist as it went out"},
    ),
    "a hidden number that was changed": ({"Obligations!J2": 999_999}, {"Obligations!F2": "no longer waits"}),
    "no words": ({"Report!B4": None}, {"Report!B4": "Say what was done"}),
    "no period": ({"Report!B2": None}, {"Report!B2": "Give the day of “Period from”"}),
    "nothing answered": (
        {"Obligations!F2": None, "Obligations!H2": None}, {"Obligations!F2": "at least one obligation"}
    ),
    "several at once": (
        {"Report!B3": "soon", "Obligations!F2": "Gone", "Obligations!G2": "many"},
        {"Report!B3": "is no day", "Obligations!F2": "is no status", "Obligations!G2": "is no number"},
    ),
    "a period that ends before it begins": (
        {"Report!B3": dt.date(2020, 7, 31)}, {"Report!B3": "The period ends before it begins."}
    ),
    "a day to come beside cells that say nothing": (
        {
            "Report!B3": dt.date(2020, 7, 31), "Report!B4": None, "Obligations!F2": "Gone",
            "Obligations!G2": 140, "Obligations!H2": dt.date(2021, 3, 2),
        },
        {
            "Report!B3": "ends before it begins", "Report!B4": "Say what was done",
            "Obligations!F2": "is no status", "Obligations!G2": "from 0 to 100",
            "Obligations!H2": "in the future",
        },
    ),
    "a status that cannot be reached beside a day to come": (
        {"Obligations!F2": "No action required", "Obligations!H2": dt.date(2021, 3, 2)},
        {"Obligations!F2": "cannot become", "Obligations!H2": "in the future"},
    ),
    "a status that is none and no day": (
        {"Obligations!F2": "Gone", "Obligations!H2": None},
        {"Obligations!F2": "is no status", "Obligations!H2": "Give the day"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "told"), WRONG.values(), ids=WRONG)
def test_every_cell_that_is_wrong_is_named_and_nothing_is_written(secretariat, change, told):
    refused = cells_refused(filled(taken_out(secretariat), WORDS, ANSWER, change), secretariat)
    assert set(refused) == set(told)
    for cell, words in told.items():
        assert words in refused[cell]


def test_a_status_that_changed_meanwhile_is_a_conflict_in_its_row(secretariat, manager):
    book = filled(taken_out(secretariat), WORDS, ANSWER)
    asked = occurrence("Secretary-General")
    workflow.decide_status(occurrence=asked, to=Status.PARTIALLY_IMPLEMENTED, by=manager, why="A letter.")
    told = cells_refused(book, secretariat)["Obligations!F2"]
    assert "it is now “Partially implemented”" in told


def test_the_same_worklist_comes_back_once(secretariat):
    book = filled(taken_out(secretariat), WORDS, ANSWER)
    take_in(data=book, by=secretariat)
    with pytest.raises(Conflict, match="it holds the draft"):
        take_in(data=book, by=secretariat)
    assert FollowUpReport.objects.count() == 1


@pytest.mark.parametrize(
    ("meanwhile", "told"),
    [
        pytest.param("changed", "Somebody changed the draft", id="changed on the page"),
        pytest.param("handed in", "handed in or withdrawn", id="handed in"),
    ],
)
def test_a_draft_that_moved_on_is_not_overwritten(secretariat, meanwhile, told):
    draft = drafted(secretariat, line(occurrence("Secretary-General"), Status.IN_PROGRESS))
    book = filled(taken_out(secretariat), {"Report!B4": "Other words."})
    if meanwhile == "changed":
        FollowUpReport.objects.filter(pk=draft.pk).update(updated_at=dt.datetime(2021, 3, 2, tzinfo=dt.UTC))
    else:
        reports.submit(report=draft, by=secretariat)
    with pytest.raises(Conflict, match=told):
        take_in(data=book, by=secretariat)
    draft.refresh_from_db()
    assert draft.action_taken == "A focal point was named."


def test_values_of_indicators_come_back_with_their_lines(secretariat, manager):
    item = occurrence("Secretary-General").assignment.item
    indicators.define(item=item, by=manager, as_=indicators.Definition("Advisers in post", "posts"))
    value = {"Indicators!F2": 1.5, "Indicators!G2": dt.date(2021, 1, 31)}
    book = taken_out(secretariat)
    told = cells_refused(filled(book, WORDS, ANSWER, {"Indicators!F2": "one"}), secretariat)
    assert set(told) == {"Indicators!F2", "Indicators!G2"}
    told = cells_refused(filled(book, WORDS, ANSWER, {"Indicators!F2": 1}), secretariat)
    assert set(told) == {"Indicators!G2"}
    take_in(data=filled(book, WORDS, ANSWER, value), by=secretariat)
    assert IndicatorValue.objects.get().value == 1.5
    take_in(data=filled(taken_out(secretariat), {"Indicators!F2": None}), by=secretariat)
    assert not IndicatorValue.objects.exists()


# --- Files that are no worklist -----------------------------------------------------------------------


def another_workbook() -> bytes:
    out = BytesIO()
    Workbook().save(out)
    return out.getvalue()


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    """Return the archive with one part replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


BOMB = b"<?xml version='1.0'?>" + b" " * (reading.LARGEST_UNPACKED + 1)
LAUGHS = b"""<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
SHEET = "xl/worksheets/sheet3.xml"

NO_WORKLISTS = {
    "nothing": (lambda book: b"", "no worklist"),
    "a text": (lambda book: b"Dear colleagues,", "no worklist"),
    "another workbook": (lambda book: another_workbook(), "no worklist"),
    "a sheet taken out": (lambda book: filled_without(book, "Obligations"), "no worklist"),
    "another format": (lambda book: filled(book, {"About!B1": "worklist-99"}), "no worklist"),
    "an unknown entity": (lambda book: filled(book, {"About!B2": "atlantis"}), "no worklist"),
    "an unknown cycle": (lambda book: filled(book, {"About!B3": 99}), "no worklist"),
    "cut short": (lambda book: book[: len(book) // 2], "no worklist"),
    "a broken sheet": (lambda book: repacked(book, SHEET, b"<worksheet><sheetData>"), "no worklist"),
    "entities that unfold": (lambda book: repacked(book, SHEET, LAUGHS), "no worklist"),
    "a bomb": (lambda book: repacked(book, SHEET, BOMB), "unpacks to more"),
    "far too large": (lambda book: book + b"0" * reading.LARGEST_FILE, "at most 5"),
}


def filled_without(data: bytes, sheet: str) -> bytes:
    book = opened(data)
    del book[sheet]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("spoil", "told"), NO_WORKLISTS.values(), ids=NO_WORKLISTS)
def test_what_is_no_worklist_is_refused_in_words(secretariat, spoil, told):
    with pytest.raises(Refused, match=told) as refusal:
        take_in(data=spoil(filled(taken_out(secretariat), WORDS, ANSWER)), by=secretariat)
    assert refusal.value.field == "file"
    assert not FollowUpReport.objects.exists()


def test_a_row_whose_words_were_corrected_meanwhile_is_told_with_those_of_today(secretariat):
    book = filled(taken_out(secretariat), WORDS, ANSWER)
    words = "Requests the Secretary-General and Norway to report every year"
    group = asks("Invites Member States, including Sweden, to help in the work", of=["Member States"])
    asked = asks(words, of=["Secretary-General", "Norway"])
    tracked(builders.reading("E/RES/2020/1", paragraph("1", asked), paragraph("2", group)))
    told = cells_refused(book, secretariat)
    assert set(told) == {"Obligations!F2"}
    assert f"the words are now “{words}”" in told["Obligations!F2"]
    assert take_in(data=filled(taken_out(secretariat), WORDS, ANSWER), by=secretariat).is_new
