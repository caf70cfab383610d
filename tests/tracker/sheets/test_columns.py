"""Columns are guessed from their headings and from the words trackers use; what is unclear is asked."""

import pytest

from tests.tracker.sheets.workbooks import HEADINGS, workbook
from tracker.refusals import Refused
from tracker.sheets.columns import Field, Mapped, check, from_json, guess
from tracker.sheets.tables import Row, Table, read_table
from tracker.statuses import Status


def table(*headings: str, rows: tuple[tuple[str, ...], ...] = ()) -> Table:
    return Table(headings, tuple(Row(n, cells) for n, cells in enumerate(rows, 2)))


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (
            HEADINGS,
            {"symbol": 0, "paragraph": 1, "entity": 2, "status": 3, "since": 4, "due": 5, "remark": 6},
        ),
        (("Mandate", "Lead entity", "Progress"), {"reference": 0, "entity": 1, "status": 2}),
        (
            ("Due date", "Para.", "Document symbol", "Owner"),
            {"due": 0, "paragraph": 1, "symbol": 2, "entity": 3},
        ),
        (("Column A", "Column B"), {}),
    ],
)
def test_columns_are_guessed_from_their_headings(headings, columns):
    assert {str(f): n for f, n in guess(table(*headings)).columns.items()} == columns


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Completed", Status.IMPLEMENTED),
        ("ON TRACK", Status.IN_PROGRESS),
        ("n/a", Status.NO_ACTION),
        ("Superseded", Status.OVERTAKEN),
    ],
)
def test_the_usual_words_for_a_status_are_understood(word, status):
    held = read_table(workbook([["E/RES/2020/1", 1, "Norway", word]]))
    assert guess(held).statuses == {word.casefold(): status}


@pytest.mark.parametrize(
    ("mapped", "words"),
    [
        (Mapped({Field.ENTITY: 2}, {}), "the column with the reference"),
        (Mapped({Field.SYMBOL: 0, Field.ENTITY: 2}, {}), "the column with the reference"),
        (Mapped({Field.REFERENCE: 0}, {}), "who is responsible"),
        (Mapped({Field.REFERENCE: 0, Field.ENTITY: 0}, {}), "named for two things"),
        (
            Mapped({Field.REFERENCE: 0, Field.ENTITY: 2, Field.STATUS: 3}, {}),
            "which status is meant by “red”",
        ),
    ],
    ids=["no reference", "symbol alone", "nobody", "twice", "unknown status"],
)
def test_columns_that_do_not_say_enough_are_refused_in_words(mapped, words):
    with pytest.raises(Refused, match=words):
        check(read_table(workbook([["E/RES/2020/1", 1, "Norway", "Red"]])), mapped)


def test_a_mapping_is_stored_and_comes_back_the_same():
    mapped = Mapped({Field.REFERENCE: 0, Field.ENTITY: 2}, {"red": Status.NOT_STARTED})
    assert from_json(mapped.as_json()) == mapped
    assert from_json({}) == Mapped({}, {})


def test_a_row_that_is_shorter_than_the_headings_says_nothing_in_the_rest():
    assert Mapped({Field.REMARK: 6}, {}).told(Row(2, ("E/RES/2020/1",)), Field.REMARK) == ""
