"""Spreadsheets as secretariats keep them, made on the spot."""

import io
from collections.abc import Sequence

from openpyxl import Workbook

HEADINGS = ("Resolution", "OP", "Responsible office", "Status", "Status date", "Deadline", "Comments")


def workbook(rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS) -> bytes:
    """Return an .xlsx file with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
