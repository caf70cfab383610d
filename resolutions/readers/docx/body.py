"""The body of a Word file as blocks: paragraphs with their numbers, headings, tables, text boxes, notes."""

from collections.abc import Iterator

from lxml import etree

from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run
from resolutions.readers.docx.names import R, W, child, number, switch, value
from resolutions.readers.docx.notes import Notes
from resolutions.readers.docx.numbering import Numbering
from resolutions.readers.docx.package import Package
from resolutions.readers.docx.styles import BODY_LEVEL, Styles
from resolutions.readers.docx.text import TextReader
from resolutions.readers.runs import join_runs
from resolutions.readers.tables import table_blocks

LONGEST_HEADING = 200  # characters: a longer paragraph in a style of headings is a paragraph
GONE = {f"{W}{name}" for name in ("del", "moveFrom", "sectPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr")}
CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


class Body:
    """One pass over a document; lists, fields and notes count on from paragraph to paragraph."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._root = package.document()
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        calls = sum(1 for _ in self._root.iter(f"{W}footnoteReference"))
        self._notes = Notes(self._part("footnotes"), self._part("endnotes"), calls)
        self._text = TextReader(self._styles, self._notes)
        self._torn: list[Run] = []  # of a paragraph whose end was deleted: the next one goes on with it
        self.warnings: list[ReaderWarning] = []

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in reading order: the first page's header, the text, the notes."""
        yield from self._first_header()
        body = child(self._root, "body")
        if body is not None:
            yield from self._inside(body)
        if self._torn:
            yield Block(join_runs(self._torn))
        yield from self._note_blocks()
        if next(self._root.iter(*CHANGES), None) is not None:
            self.warnings.append(
                ReaderWarning(
                    "tracked_changes",
                    "The file holds tracked changes; it was read as if all were accepted. "
                    "Check that it is the final text.",
                )
            )

    def _part(self, kind: str) -> etree._Element | None:
        path = next(iter(self._package.related(self._package.main, kind)), None)
        return None if path is None else self._package.part(path)

    def _first_header(self) -> Iterator[Block]:
        """Give the header of the first page: the mastheads of UN documents stand there."""
        section = next(self._root.iter(f"{W}sectPr"), None)
        kind = "first" if switch(section, "titlePg") else "default"
        for reference in [] if section is None else section.findall(f"{W}headerReference"):
            if reference.get(f"{W}type", "default") == kind:
                path = self._package.target(self._package.main, reference.get(f"{R}id", ""))
                header = self._package.part(path) if path else None
                yield from self._inside(header) if header is not None else ()

    def _inside(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
                yield from self._box_blocks()
            elif element.tag == f"{W}tbl":
                yield from table_blocks([self._row(row) for row in _rows(element)])
            elif element.tag == f"{W}altChunk":
                self._left_out()
            elif element.tag not in GONE:
                yield from self._inside(element)

    def _row(self, row: etree._Element) -> list[list[Block]]:
        return [list(self._inside(cell)) for cell in row.iterchildren(f"{W}tc", f"{W}sdt")]

    def _box_blocks(self) -> Iterator[Block]:
        """Give the text of the boxes that hang on the paragraph just read."""
        boxes, self._text.boxes = self._text.boxes, []
        for box in boxes:
            yield from self._inside(box)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle") or self._styles.default
        runs = [*self._torn, *self._text.runs(paragraph, style)]
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._torn = runs
            return
        self._torn = []
        text = join_runs(runs)
        if not text and switch(mark, "vanish"):
            return
        marker, depth = self._number(properties, style)
        if text:
            yield self._block(text, marker, depth, self._heading_depth(properties, style))

    def _block(self, runs: tuple[Run, ...], marker: str, depth: int, heading: int) -> Block:
        if heading and sum(len(run.text) for run in runs) <= LONGEST_HEADING:
            return Block(runs, BlockKind.HEADING, marker, heading)
        return Block(runs, BlockKind.LIST_ITEM if marker else BlockKind.TEXT, marker, depth)

    def _number(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        """Give the printed number of a paragraph and its depth; "" and 0 where it has none."""
        direct = child(properties, "numPr")
        num_id, level = value(direct, "numId"), value(direct, "ilvl")
        if num_id is None:
            num_id, styled = self._styles.numbering(style) or (None, None)
            level = level or styled
        if num_id is None:
            return "", 0
        at = number(level, 0) if level else self._numbering.level_of_style(num_id, style)
        marker = self._numbering.next_marker(num_id, at)
        return marker, at + 1 if marker else 0

    def _heading_depth(self, properties: etree._Element | None, style: str) -> int:
        level = value(properties, "outlineLvl")
        if level is None:
            return self._styles.heading_depth(style)
        depth = number(level, BODY_LEVEL)
        return depth + 1 if depth < BODY_LEVEL else 0

    def _note_blocks(self) -> Iterator[Block]:
        """Give each note that was called as one block, its paragraphs as lines."""
        for label, note in list(self._notes.called):
            runs: list[Run] = []
            for block in self._inside(note):
                runs += [Run("\n")] if runs else []
                runs += block.runs
            runs = _without_label(runs, label)
            if runs:
                yield Block(join_runs(runs), BlockKind.FOOTNOTE, label)

    def _left_out(self) -> None:
        self.warnings.append(
            ReaderWarning(
                "part_left_out",
                "The file embeds a part of another document, which was not read. Open it in Word, save it "
                "anew and add it again.",
            )
        )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Give the rows of a table that a reader sees, those inside content controls too."""
    for element in table:
        if element.tag == f"{W}tr":
            properties = child(element, "trPr")
            if child(properties, "del") is None and not switch(properties, "hidden"):
                yield element
        elif element.tag not in GONE:
            yield from _rows(element)


def _without_label(runs: list[Run], label: str) -> list[Run]:
    """Take away a mark that the author wrote in front of the note as well."""
    if runs and not label.isdigit() and runs[0].text.strip().startswith(label):
        return [Run(runs[0].text.strip().removeprefix(label)), *runs[1:]]
    return runs
