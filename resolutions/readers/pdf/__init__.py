"""PDF to blocks: what is printed where, in which type, tells what it is.

An engine gives the text of the pages in stretches (page.py, pdfium.py); rows.py makes lines of print of
them; measures.py, furniture.py, notes.py and paragraphs.py sort the lines. Nothing here knows what a
resolution is.
"""

from collections.abc import Iterator
from itertools import groupby

from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source, UnreadableSource
from resolutions.readers.effort import earn
from resolutions.readers.limits import MOST_LINES, check_count
from resolutions.readers.pdf.columns import find_gutter
from resolutions.readers.pdf.furniture import Page, furniture_of
from resolutions.readers.pdf.hyphens import Hyphens
from resolutions.readers.pdf.measures import measure
from resolutions.readers.pdf.notes import Note, part_notes
from resolutions.readers.pdf.page import Engine, PageText
from resolutions.readers.pdf.paragraphs import Draft, Paragraphs
from resolutions.readers.pdf.pdfium import read_pages
from resolutions.readers.pdf.rows import Line, lines_of
from resolutions.readers.pdf.stacked import check_stacked

__all__ = ["read"]

MEDIA_TYPE = "application/pdf"


def read(data: bytes, name: str, engine: Engine = read_pages) -> Source:
    """Read a PDF.

    Args:
        data: the whole content of the file.
        name: its name, for messages.
        engine: gives the text of its pages.

    Raises:
        UnreadableSource: code "encrypted", "damaged", "too_large", "scanned" (pictures of pages without a
            text layer) or "empty".
    """
    check_stacked(data, name)
    pages: list[Page] = []
    warnings: list[ReaderWarning] = []
    usual: float | None = None
    scanned = False
    count = 0
    for page in engine(data):
        gutter = find_gutter(page.stretches, page.width, usual)
        usual = gutter or usual
        pages.append(Page(page.height, lines_of(page, gutter)))
        earn(sum(len(stretch.text) for stretch in page.stretches))
        count += len(pages[-1].lines)
        check_count(count, MOST_LINES, "lines", name)
        warnings += _doubts(page)
        scanned |= page.has_images
    if not any(page.lines for page in pages):
        raise _without_text(name, len(pages), scanned=scanned)
    return Source(tuple(_blocks(pages)), MEDIA_TYPE, tuple(warnings))


def _without_text(name: str, pages: int, *, scanned: bool) -> UnreadableSource:
    if scanned:
        return UnreadableSource(
            "scanned",
            f"{name} holds pictures of {pages} page(s) and no text. Run text recognition (OCR) on it, or "
            "fetch the digital version from documents.un.org.",
        )
    return UnreadableSource("empty", f"{name} has no text in it. Check that the right file was given.")


def _doubts(page: PageText) -> Iterator[ReaderWarning]:
    """Name what of a page may be missing."""
    if page.has_images:
        message = f"Page {page.number} is a picture without text; what it says is missing here."
        yield ReaderWarning("page_without_text", message)
    if page.lost:
        message = (
            f"On page {page.number}, {page.lost} character(s) could not be told from their font and were "
            "left out. Compare with the original."
        )
        yield ReaderWarning("characters_lost", message)


def _blocks(pages: list[Page]) -> Iterator[Block]:
    """Sort the lines of all pages; a paragraph stands where it begins, a page's furniture after its notes."""
    lines = [line for page in pages for line in page.lines]
    measures, hyphens = measure(lines), Hyphens(lines)
    furniture = furniture_of(pages, measures)
    paragraphs = Paragraphs(measures, hyphens)
    ordered: list[Draft | Note | Line] = []
    for page in pages:
        kept = (line for line in page.lines if id(line) not in furniture)
        for _, column in groupby(kept, key=lambda line: line.column):
            text, rule, notes = part_notes(list(column), page.height, measures)
            known = len(paragraphs.drafts)
            for line in text:
                paragraphs.add(line)
            ordered += paragraphs.drafts[known:]
            ordered += [rule] if rule else []
            ordered += _new(notes, ordered)
        ordered += [line for line in page.lines if id(line) in furniture]
    for item in ordered:
        yield _block(item, hyphens)


def _block(item: Draft | Note | Line, hyphens: Hyphens) -> Block:
    if isinstance(item, Draft):
        return item.block()
    if isinstance(item, Note):
        return item.block(hyphens)
    label = (Run(item.label, superscript=True),) if item.label else ()
    return Block((*label, *item.runs), BlockKind.FURNITURE, page=item.page)


def _new(notes: list[Note], earlier: list[Draft | Note | Line]) -> list[Note]:
    """Give the notes that begin on a page; what has no number goes on with the last note before."""
    if not notes or notes[0].label:
        return notes
    last = next((item for item in reversed(earlier) if isinstance(item, Note)), None)
    if last is None:
        return notes
    last.lines += notes[0].lines
    return notes[1:]
