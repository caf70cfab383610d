"""A product as a Word file: headings, quotations, tables whose heads repeat, true footnotes."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as WordTable

from resolutions.exporting.akn_names import plain
from resolutions.exporting.notes import Notes
from resolutions.parsing.document import Footnote
from tracker.products.product import Block, Heading, Product, Quote, Table, Text

# A wider table cannot be read on paper; the workbook holds it.
MOST_COLUMNS = 9
TOO_WIDE = "This table has {} columns and is left out here; the workbook holds it."
SMALL = Pt(9)


def to_word(product: Product) -> bytes:
    """Give the file."""
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = plain(product.title), ""
    word.core_properties.comments = ""
    if product.tables:
        _turn(word)
    word.add_heading(plain(product.title), 0)
    word.add_paragraph(plain(product.lead))
    notes = _Numbered(product)
    for block in product.blocks:
        _write(word, block, notes)
    notes.attach(word)
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def _turn(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


class _Numbered(Notes):
    """The footnotes of a product, numbered from 1 as they are called."""

    def __init__(self, product: Product) -> None:
        super().__init__(Footnote(str(number), text) for number, text in enumerate(product.notes, 1))

    def next_label(self) -> str:
        """Return the label of the first note that was not called yet."""
        return self.waiting[0].label


def _write(word: WordDocument, block: Block, notes: _Numbered) -> None:
    if isinstance(block, Heading):
        # By the style's id: looking it up by its name for each of a thousand headings takes half the time.
        word.add_paragraph(plain(block.text))._p.style = f"Heading{block.level - 1}"
    elif isinstance(block, Quote):
        quoted = word.add_paragraph(plain(block.text))
        quoted.paragraph_format.left_indent = quoted.paragraph_format.right_indent = Cm(1)
    elif isinstance(block, Text):
        _paragraph(word, block, notes)
    elif len(block.head) > MOST_COLUMNS:
        word.add_paragraph(TOO_WIDE.format(len(block.head)))
    else:
        _table(word, block)


def _paragraph(word: WordDocument, block: Text, notes: _Numbered) -> None:
    paragraph = word.add_paragraph()
    if block.who:
        paragraph.add_run(plain(f"{block.who}. ")).bold = True
    paragraph.add_run(plain(block.text))
    for place, _ in enumerate(block.notes):
        if place:
            paragraph.add_run(",").font.superscript = True
        notes.call(paragraph, notes.next_label())


def _table(word: WordDocument, block: Table) -> None:
    caption = word.add_paragraph()
    caption.add_run(plain(block.caption)).bold = True
    if not block.rows:
        word.add_paragraph(block.empty)
        return
    table = word.add_table(rows=len(block.rows) + 1, cols=len(block.head), style="Table Grid")
    _repeat_head(table)
    for row, values in zip(table.rows, (block.head, *block.rows), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            if not value:
                continue
            paragraph = cell.paragraphs[0]
            paragraph.add_run(plain(value)).font.size = SMALL
            paragraph.runs[0].bold = values is block.head or None


def _repeat_head(table: WordTable) -> None:
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
