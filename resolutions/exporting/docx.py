"""A document as a Word file: lead phrases in italics, numbers as text, true footnotes.

python-docx writes the file; `resolutions.exporting.notes` the footnotes, which it does not know.
"""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from resolutions.exporting.akn_names import plain
from resolutions.exporting.layout import Kind, Printed, layout
from resolutions.exporting.notes import Notes
from resolutions.parsing.document import Document

STYLES = {Kind.TITLE: "Title", Kind.HEADING: "Heading 2"}
INDENT = Cm(1)
LONGEST_PROPERTY = 255  # characters; the whole title stands in the text


def to_docx(document: Document) -> bytes:
    """Give the file."""
    word = docx.Document()
    word.core_properties.title = plain(document.title or document.symbol or "")[:LONGEST_PROPERTY]
    word.core_properties.subject = plain(document.symbol or "")[:LONGEST_PROPERTY]
    word.core_properties.author = ""
    word.core_properties.comments = ""
    notes = Notes(document.footnotes)
    for printed in layout(document):
        _line(word, printed, notes)
    for note in notes.waiting:
        paragraph = word.add_paragraph()
        paragraph.add_run(plain(note.label)).font.superscript = True
        paragraph.add_run(f" {plain(note.text)}")
    notes.attach(word)
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def _line(word: WordDocument, printed: Printed, notes: Notes) -> None:
    paragraph = word.add_paragraph(style=STYLES.get(printed.kind, "Normal"))
    paragraph.paragraph_format.left_indent = INDENT * printed.depth or None
    if printed.kind not in STYLES:
        paragraph.paragraph_format.space_after = Pt(6)
    if printed.number:
        paragraph.add_run(f"{printed.number}\t")
    at = 0
    for stop in sorted({printed.italic, *(call.at for call in printed.calls), len(printed.text)}):
        _words(paragraph, printed.text[at:stop], italic=at < printed.italic)
        for call in printed.calls:
            if call.at == stop:
                notes.call(paragraph, call.label)
        at = stop


def _words(paragraph: Paragraph, text: str, *, italic: bool) -> None:
    """Write words; a line break in them breaks the line and not the paragraph."""
    if text:
        run = paragraph.add_run(plain(text))
        run.italic = italic or None
