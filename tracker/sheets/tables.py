"""Reading a spreadsheet or a CSV file as rows of words; a file is hostile until it is read."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook

from resolutions.readers import UnreadableSource
from resolutions.readers.encoding import decode
from tracker.refusals import Refused

LARGEST_FILE = 10 * 2**20
# What a workbook may unfold to: a sheet of so many rows stays far below it.
LARGEST_UNFOLDED = 200 * 2**20
# As many as one job does in its time and a page reads at once; docs/speed.md has the figures.
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the headings.

    Args:
        number: its number in the file, as the spreadsheet shows it.
        cells: its words by column; a date is written as 2026-12-31.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a sheet and the rows below them that hold anything."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(data: bytes) -> Table:
    """Return the first sheet of a workbook (.xlsx), or a CSV file, whichever the bytes are.

    Raises:
        Refused: it is empty, too large, damaged, or has no row of headings with at least two columns.
    """
    if len(data) > LARGEST_FILE:
        raise _refused(f"The file is larger than {LARGEST_FILE // 2**20} MB. Leave out what is not needed.")
    rows = _of_workbook(data) if data.startswith(b"PK") else _of_csv(data)
    filled = [row for row in _numbered(rows) if any(row.cells)]
    if len(filled) < 2:
        raise _refused("The file has no rows under a row of headings.")
    headings = tuple(filled[0].cells)
    if sum(bool(heading) for heading in headings) < 2:
        raise _refused("The first row must hold the headings of the columns, at least two.")
    return Table(headings, tuple(filled[1:]))


def _numbered(rows: Iterable[Iterable[Any]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS + 1:
            raise _refused(f"The file has more than {MOST_ROWS:,} rows. Split it.")
        yield Row(number, tuple(_words(cell) for cell in cells))


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())[:LONGEST_CELL]


def _of_csv(data: bytes) -> list[list[str]]:
    try:
        text, _ = decode(data)
    except UnreadableSource as error:
        raise _refused("This is neither a workbook (.xlsx) nor a CSV file.") from error
    try:
        dialect: Any = csv.Sniffer().sniff(text[:10_000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    try:
        return [row[:MOST_COLUMNS] for row in csv.reader(io.StringIO(text), dialect)]
    except csv.Error as error:
        raise _refused(f"The CSV file cannot be read: {error}.") from error


def _of_workbook(data: bytes) -> list[tuple[Any, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNFOLDED:
                raise _refused("The workbook unfolds to more than it may. Save the sheet alone as CSV.")
        # Values only: what a formula last came to, never the formula. Nothing is fetched.
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        return list(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True))
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise _refused("The workbook is damaged or is no .xlsx file. Save it again, or as CSV.") from error


def _refused(message: str) -> Refused:
    return Refused(message, field="file", code="unreadable_sheet")
