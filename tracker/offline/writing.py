"""Write a worklist as a workbook: locked cells, lists to choose from, a sheet that explains."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tracker.offline.layout import (
    ABOUT_ROWS,
    DAYS,
    FORMAT,
    HIDDEN,
    INDICATOR_ANSWERS,
    INDICATOR_COLUMNS,
    INSTRUCTIONS,
    OBLIGATION_ANSWERS,
    OBLIGATION_COLUMNS,
    REPORT_ROWS,
    Sheet,
)
from tracker.offline.worklist import Row, Worklist
from tracker.statuses import BY_REPORT
from tracker.wording import due_words

Value = str | int | Decimal | dt.date | None
Columns = Mapping[str, tuple[str, str, int]]

LOCKED = PatternFill("solid", fgColor="ECE9E2")
WRAP = Alignment(wrap_text=True, vertical="top")
# A spreadsheet holds no longer text in one cell.
LONGEST_TEXT = 32_767


def workbook_of(worklist: Worklist) -> bytes:
    """Return a worklist as the bytes of an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _help(book.create_sheet(Sheet.HELP))
    _report(book.create_sheet(Sheet.REPORT), worklist)
    _obligations(book.create_sheet(Sheet.OBLIGATIONS), worklist.rows)
    if any(row.measures for row in worklist.rows):
        _indicators(book.create_sheet(Sheet.INDICATORS), worklist.rows)
    _about(book.create_sheet(Sheet.ABOUT), worklist)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_written(text: str) -> str:
    """Return a text as a cell can hold it."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_TEXT]


def _put(sheet: Worksheet, at: str, value: Value, *, open_: bool = False) -> None:
    """Write a value; text stays text, also where it begins like a formula."""
    cell = sheet[at]
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        value = as_written(value)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, dt.date):
        cell.number_format = "yyyy-mm-dd"
    cell.alignment = WRAP
    cell.protection = Protection(locked=not open_)
    if not open_:
        cell.fill = LOCKED


def _lock(sheet: Worksheet) -> None:
    # Without a password: the lock keeps from slips, and what comes back is checked all the same.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.sort = sheet.protection.autoFilter = False


def _help(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, sentence in enumerate(INSTRUCTIONS, 1):
        _put(sheet, f"A{number}", sentence)
    _lock(sheet)


def _report(sheet: Worksheet, worklist: Worklist) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 100
    _put(sheet, "A1", "Report of")
    _put(sheet, "B1", str(worklist.entity))
    of = worklist.draft or worklist.cycle
    for name, (number, label) in REPORT_ROWS.items():
        _put(sheet, f"A{number}", label)
        begun = getattr(of, name, None) if of else None
        _put(sheet, f"B{number}", begun or None, open_=True)
        if name in DAYS:
            sheet[f"B{number}"].number_format = "yyyy-mm-dd"
    _validate_days(sheet, "B2:B3")
    _lock(sheet)


def _heads(sheet: Worksheet, columns: Columns) -> None:
    for name, (letter, head, width) in columns.items():
        _put(sheet, f"{letter}1", head)
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].hidden = name in HIDDEN
    sheet.freeze_panes = "B2"


def _write_row(
    sheet: Worksheet, number: int, columns: Columns, values: Mapping[str, Value], answers: Sequence[str]
) -> None:
    for name, (letter, _, _) in columns.items():
        _put(sheet, f"{letter}{number}", values.get(name), open_=name in answers)


def _obligations(sheet: Worksheet, rows: Sequence[Row]) -> None:
    _heads(sheet, OBLIGATION_COLUMNS)
    choices: dict[str, DataValidation] = {}
    for number, row in enumerate(rows, 2):
        _write_row(sheet, number, OBLIGATION_COLUMNS, _obligation(row), OBLIGATION_ANSWERS)
        words = ",".join(status.label for status in (row.status, *BY_REPORT[row.status]))
        choices.setdefault(words, _choice(words)).add(f"F{number}")
    last = max(len(rows), 1) + 1
    for choice in choices.values():
        sheet.add_data_validation(choice)
    whole = DataValidation(type="whole", operator="between", formula1="0", formula2="100", allow_blank=True)
    whole.error, whole.showErrorMessage = "A whole number from 0 to 100.", True
    whole.add(f"G2:G{last}")
    sheet.add_data_validation(whole)
    _validate_days(sheet, f"H2:H{last}")
    _lock(sheet)


def _obligation(row: Row) -> dict[str, Value]:
    item, line = row.occurrence.assignment.item, row.line
    return {
        "reference": item.reference,
        "words": row.words,
        "asked_of": str(row.occurrence.assignment.entity),
        "due": due_words(row.occurrence),
        "now": row.status.label,
        "status": line.get_proposed_status_display() if line else None,
        "percentage": line.percentage if line else None,
        "since": line.effective_on if line else None,
        "note": (line.note or None) if line else None,
        "occurrence": row.occurrence.pk,
        "version": row.version,
    }


def _indicators(sheet: Worksheet, rows: Sequence[Row]) -> None:
    _heads(sheet, INDICATOR_COLUMNS)
    asked = [(row, indicator, held) for row in rows for indicator, held in row.measures]
    for number, (row, indicator, held) in enumerate(asked, 2):
        values: dict[str, Value] = {
            "reference": row.occurrence.assignment.item.reference,
            "name": indicator.name,
            "unit": indicator.unit,
            "baseline": indicator.baseline,
            "target": indicator.target,
            "value": held.value if held else None,
            "measured_on": held.measured_on if held else None,
            "note": (held.note or None) if held else None,
            "occurrence": row.occurrence.pk,
            "indicator": indicator.pk,
        }
        _write_row(sheet, number, INDICATOR_COLUMNS, values, INDICATOR_ANSWERS)
    _validate_days(sheet, f"G2:G{len(asked) + 1}")
    _lock(sheet)


def _about(sheet: Worksheet, worklist: Worklist) -> None:
    told: dict[str, Value] = {
        "format": FORMAT,
        "entity": worklist.entity.key,
        "cycle": worklist.cycle.pk if worklist.cycle else None,
        "report": worklist.draft.pk if worklist.draft else None,
        "report_seen": worklist.draft.updated_at.isoformat() if worklist.draft else None,
    }
    for name, number in ABOUT_ROWS.items():
        _put(sheet, f"A{number}", name)
        _put(sheet, f"B{number}", told[name])
    sheet.sheet_state = "veryHidden"
    _lock(sheet)


def _choice(words: str) -> DataValidation:
    choice = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    choice.error, choice.showErrorMessage = "Choose one of the statuses of the list.", True
    return choice


def _validate_days(sheet: Worksheet, cells: str) -> None:
    day = DataValidation(
        type="date",
        operator="between",
        formula1="DATE(1945,1,1)",
        formula2="DATE(2100,12,31)",
        allow_blank=True,
    )
    day.error, day.showErrorMessage = "Write a day, for instance 2026-03-31.", True
    day.add(cells)
    sheet.add_data_validation(day)
