"""A product's tables as a workbook: one sheet each, with filters and a head that stays."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from resolutions.exporting.akn_names import plain
from tracker.products.product import Product, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
LONGEST_NAME = 31
WIDTH, WIDE = 24, 60
WRAPPED = Alignment(wrap_text=True, vertical="top")


def to_workbook(product: Product) -> bytes:
    """Give the file; the title and what it is of stand on a sheet of their own."""
    book = Workbook()
    about = book.active
    assert isinstance(about, Worksheet)
    about.title = "About"
    for row, words in enumerate((product.title, product.lead), 1):
        _put(about, row, 1, words)
    about.column_dimensions["A"].width = 2 * WIDE
    for table in product.tables:
        _sheet(book.create_sheet(table.name[:LONGEST_NAME]), table)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _sheet(sheet: Worksheet, table: Table) -> None:
    for number, values in enumerate((table.head, *table.rows), 1):
        for column, value in enumerate(values, 1):
            # A matrix is mostly empty; cells that hold nothing would be most of the work.
            if value:
                _put(sheet, number, column, value)
    for column in range(1, len(table.head) + 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDE if column == 1 else WIDTH
    sheet.freeze_panes = "B2"
    last = get_column_letter(len(table.head))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"


def _put(sheet: Worksheet, row: int, column: int, words: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = plain(words)[:LONGEST_CELL]
    # Words that begin with "=" are words all the same, never a formula.
    cell.data_type = "s"
    cell.alignment = WRAPPED
