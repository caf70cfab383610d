"""Read a worklist that came back: what was filled in, and every cell that cannot be taken."""

import datetime as dt
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tracker.offline.layout import (
    ABOUT_ROWS,
    BY_LABEL,
    DAYS,
    FORMAT,
    INDICATOR_ANSWERS,
    INDICATOR_COLUMNS,
    OBLIGATION_ANSWERS,
    OBLIGATION_COLUMNS,
    REPORT_ROWS,
    Sheet,
)
from tracker.offline.worklist import MOST_ROWS
from tracker.refusals import Refused
from tracker.statuses import Status

LARGEST_FILE = 5 * 1024 * 1024
# What the file may come to once it is unpacked, and into how many parts.
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 100
BROKEN = (
    BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, ValueError, TypeError,
    AttributeError, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError,
)  # fmt: skip
NO_WORKLIST = (
    "This is no worklist of the tracker, or it was damaged. Take out a worklist, fill it in, and save it as "
    "Excel workbook (.xlsx)."
)


# The columns of each sheet of rows, and those of them that tell a row when it comes back.
ROWS_OF: Mapping[Sheet, tuple[Mapping[str, tuple[str, str, int]], tuple[str, str]]] = {
    Sheet.OBLIGATIONS: (OBLIGATION_COLUMNS, ("occurrence", "version")),
    Sheet.INDICATORS: (INDICATOR_COLUMNS, ("occurrence", "indicator")),
}


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that cannot be taken, and what to do about it."""

    sheet: str
    cell: str
    message: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}: {self.message}"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that was filled in; `number` is its place in the sheet."""

    number: int
    values: Mapping[str, Any]


@dataclass(slots=True)
class Sheets:
    """What a workbook says: of what it is, the words, the rows; and every cell that is wrong in itself."""

    about: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    obligations: list[ReadRow] = field(default_factory=list)
    # Rows of which a cell is wrong, with the values of the others.
    in_part: list[ReadRow] = field(default_factory=list)
    indicators: list[ReadRow] = field(default_factory=list)
    errors: list[CellError] = field(default_factory=list)

    def wrong(self, sheet: str, cell: str, message: str) -> None:
        """Note a cell that cannot be taken."""
        self.errors.append(CellError(sheet, cell, message))


def check_size(size: int) -> None:
    """Check that a file of so many bytes may be a worklist.

    Raises:
        Refused: it is too large.
    """
    if size > LARGEST_FILE:
        raise Refused(
            f"The file has {size / 2**20:.0f} MB; a worklist has at most {LARGEST_FILE // 2**20}. Evidence "
            "is added on the report's page, not in the worklist.",
            field="file",
            code="too_large",
        )


def read(data: bytes) -> Sheets:
    """Read the bytes of an .xlsx file.

    Raises:
        Refused: it is too large, or no worklist.
    """
    check_size(len(data))
    try:
        _check_parts(data)
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        cells = {name: _cells(book[name]) for name in book.sheetnames if name in set(Sheet)}
    except BROKEN as error:
        raise Refused(NO_WORKLIST, field="file", code="unreadable") from error
    if not {Sheet.ABOUT, Sheet.REPORT, Sheet.OBLIGATIONS} <= set(cells):
        raise Refused(NO_WORKLIST, field="file", code="unreadable")
    about = {name: cells[Sheet.ABOUT].get(f"B{number}") for name, number in ABOUT_ROWS.items()}
    if about["format"] != FORMAT:
        raise Refused(NO_WORKLIST, field="file", code="unreadable")
    sheets = Sheets(about=about)
    _read_words(cells[Sheet.REPORT], sheets)
    _read_obligations(cells[Sheet.OBLIGATIONS], sheets)
    _read_indicators(cells.get(Sheet.INDICATORS, {}), sheets)
    return sheets


def _check_parts(data: bytes) -> None:
    """Look at the directory of the archive before a byte is unpacked.

    Raises:
        Refused: it would unpack to too much.
        BadZipFile, OSError: it is no archive.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Refused(
                "The file unpacks to more than any worklist holds. Take out a new worklist.",
                field="file",
                code="too_large",
            )
        # The directory may lie about sizes: no part is read further than it says.
        for part in parts:
            with archive.open(part) as opened:
                if len(opened.read(part.file_size + 1)) > part.file_size:
                    raise BadZipFile(part.filename)


def _cells(sheet: Any) -> dict[str, Any]:
    """Return the values of a sheet by cell; a formula gives a `Formula`."""
    values: dict[str, Any] = {}
    # What a sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=MOST_ROWS * 10, max_col=len(OBLIGATION_COLUMNS)):
        for cell in row:
            if cell.value is not None:
                values[cell.coordinate] = Formula() if cell.data_type == "f" else cell.value
    return values


class Formula:
    """What stands in a cell that holds a formula instead of a value."""


def _read_words(cells: Mapping[str, Any], sheets: Sheets) -> None:
    for name, (number, label) in REPORT_ROWS.items():
        at = f"B{number}"
        try:
            sheets.words[name] = day(cells.get(at)) if name in DAYS else text(cells.get(at))
            if name in DAYS and sheets.words[name] is None:
                raise ValueError(f"Give the day of “{label}”.")
        except ValueError as error:
            sheets.wrong(Sheet.REPORT, at, str(error))
    if not sheets.words.get("action_taken", "-"):
        sheets.wrong(Sheet.REPORT, f"B{REPORT_ROWS['action_taken'][0]}", "Say what was done in the period.")


def _read_obligations(cells: Mapping[str, Any], sheets: Sheets) -> None:
    readers = {"status": status, "percentage": per_cent, "since": day, "note": text, "words": text}
    for row in _rows(cells, OBLIGATION_COLUMNS, OBLIGATION_ANSWERS):
        before = len(sheets.errors)
        values = _read_row(row, readers, Sheet.OBLIGATIONS, sheets)
        if values.get("status", "wrong") is None:
            sheets.wrong(
                Sheet.OBLIGATIONS, f"F{row.number}", "Choose the status, or empty the other cells of the row."
            )
        elif values.get("since", "wrong") is None:
            sheets.wrong(Sheet.OBLIGATIONS, f"H{row.number}", "Give the day since when the status holds.")
        whole = len(sheets.errors) == before
        (sheets.obligations if whole else sheets.in_part).append(ReadRow(row.number, values))


def _read_indicators(cells: Mapping[str, Any], sheets: Sheets) -> None:
    readers = {"value": amount, "measured_on": day, "note": text}
    for row in _rows(cells, INDICATOR_COLUMNS, INDICATOR_ANSWERS):
        if row.values["value"] is None and row.values["note"] is None:
            continue  # a day alone says nothing
        before = len(sheets.errors)
        values = _read_row(row, readers, Sheet.INDICATORS, sheets)
        if values.get("value", "wrong") is None:
            sheets.wrong(Sheet.INDICATORS, f"F{row.number}", "Give the value, or empty the row.")
        if values.get("measured_on", "wrong") is None:
            sheets.wrong(Sheet.INDICATORS, f"G{row.number}", "Give the day for which it is measured.")
        if len(sheets.errors) == before:
            sheets.indicators.append(ReadRow(row.number, values))


def _rows(
    cells: Mapping[str, Any], columns: Mapping[str, Any], answers: tuple[str, ...]
) -> Iterator[ReadRow]:
    """Yield the rows below the head in which anything was filled in, with what stands in them."""
    letters = {name: columns[name][0] for name in columns}
    answered = {letters[name] for name in answers}
    numbers = {int(at[1:]) for at, value in cells.items() if at[0] in answered and value != ""}
    for number in sorted(numbers - {1}):
        yield ReadRow(number, {name: cells.get(f"{letter}{number}") for name, letter in letters.items()})


def _read_row(row: ReadRow, readers: Mapping[str, Any], sheet: Sheet, sheets: Sheets) -> dict[str, Any]:
    """Return a row's values without those of cells that are wrong; each that is wrong is noted."""
    columns, keys = ROWS_OF[sheet]
    values: dict[str, Any] = {}
    for name, reader in readers.items():
        try:
            values[name] = reader(row.values[name])
        except ValueError as error:
            sheets.wrong(sheet, f"{columns[name][0]}{row.number}", str(error))
    for name in keys:
        values[name] = row.values[name]
        if type(values[name]) is not int:
            message = "This row was not in the worklist as it went out. Rows can be sorted, not added."
            sheets.wrong(sheet, f"A{row.number}", message)
            break
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Formula):
        raise ValueError("A formula stands here. Write the value itself.")
    return None if isinstance(value, str) and not value.strip() else value


def text(value: Any) -> str:
    """Return what was written; a number is taken as written."""
    value = _plain(value)
    return "" if value is None else str(value).strip()


def day(value: Any) -> dt.date | None:
    """Return a day, None where there is none; raise ValueError for anything else."""
    value = _plain(value)
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(f"“{value}” is no day. Write it as 2026-03-31.") from None


def status(value: Any) -> Status | None:
    """Return the status with the label, None where there is none; raise ValueError for any other word."""
    value = _plain(value)
    if value is None:
        return None
    found = BY_LABEL.get(str(value).strip().casefold())
    if found is None:
        raise ValueError(f"“{value}” is no status. Choose one from the list in the cell.")
    return found


def per_cent(value: Any) -> int | None:
    """Return a whole number from 0 to 100, None where there is none; raise ValueError for any other."""
    number = amount(value)
    if number is None:
        return None
    if number != int(number) or not 0 <= number <= 100:
        raise ValueError("Write a whole number from 0 to 100.")
    return int(number)


def amount(value: Any) -> Decimal | None:
    """Return a number, None where there is none; raise ValueError for anything else."""
    value = _plain(value)
    if value is None:
        return None
    try:
        number = Decimal(str(value).strip()) if not isinstance(value, bool) else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"“{value}” is no number. Write digits, with a point before decimals.")
    return number
