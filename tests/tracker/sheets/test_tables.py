"""Spreadsheets are read as rows of words, and what is none is refused in words."""

import datetime as dt
import io
import zipfile

import pytest

from tests.tracker.sheets.workbooks import workbook
from tracker.refusals import Refused
from tracker.sheets import tables
from tracker.sheets.tables import Row, read_table


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (tables.LARGEST_UNFOLDED + 1))
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no rows under a row of headings"),
        (b"Resolution,OP\n", "no rows under a row of headings"),
        (b"Resolution\nE/RES/2020/1\n", "at least two"),
        (b"\x00\x01\x02\x03", "neither a workbook"),
        (b"PK\x03\x04 broken", "damaged"),
        (workbook([["E/RES/2020/1", 1]])[:-300], "damaged"),
        (b"a,b\n" + b"1,2\n" * (tables.MOST_ROWS + 1), "more than 20,000 rows"),
        (b"x" * (tables.LARGEST_FILE + 1), "larger than 10 MB"),
    ],
    ids=["empty", "headings only", "one column", "binary", "no zip", "cut off", "too long", "too large"],
)
def test_what_is_no_table_is_refused_in_words(data, words):
    with pytest.raises(Refused, match=words):
        read_table(data)


def test_a_workbook_that_unfolds_to_too_much_is_refused_before_it_does():
    with pytest.raises(Refused, match="unfolds to more than it may"):
        read_table(bomb())


def test_the_cells_of_a_workbook_come_as_words_with_the_row_s_own_number():
    table = read_table(
        workbook([["E/RES/2020/1", 1, " Norway ", None, dt.datetime(2021, 2, 1)], [], ["E/RES/2020/1", 2.0]])
    )
    assert table.headings[:2] == ("Resolution", "OP")
    assert table.rows[0].cells[:5] == ("E/RES/2020/1", "1", "Norway", "", "2021-02-01")
    assert [row.number for row in table.rows] == [2, 4]


def test_a_formula_gives_no_words_of_its_own():
    table = read_table(workbook([["E/RES/2020/1", '=HYPERLINK("https://example.org","1")', "Norway"]]))
    assert table.rows[0].cells[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Resolution,OP\nE/RES/2020/1,3\n",
        "Resolution;OP\nE/RES/2020/1;3\n",
        "Resolution\tOP\nE/RES/2020/1\t3\n",
    ],
    ids=["comma", "semicolon", "tab"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_whatever_divides_it_and_however_it_is_encoded(text, encoding):
    table = read_table(text.encode(encoding))
    assert table.headings == ("Resolution", "OP")
    assert table.rows == (Row(2, ("E/RES/2020/1", "3")),)
