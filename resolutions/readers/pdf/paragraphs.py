"""Lines become paragraphs, over page ends too.

Reads the lines of the text in reading order; writes drafts of blocks. A paragraph begins after a wider
gap, with an indented first line, with another size or weight of type, or with a number where the line
before had come to its end. A line that ends early inside a paragraph keeps its line end, so that the
parser can look at it.
"""

import re
from dataclasses import dataclass, field

from resolutions.readers.blocks import Block, BlockKind
from resolutions.readers.pdf.hyphens import Hyphens
from resolutions.readers.pdf.measures import GAP, Measures
from resolutions.readers.pdf.rows import Line, joined

GAP_WITH_CALL = 1.6  # the same where a raised number pushes a line down in the middle of a sentence
INDENT = 0.8  # ems: a first line is indented by at least this
SAME = 0.5  # ems: two lines begin at the same place
NARROW = 0.25  # of the width: a heading's line that is a number
MARKER = re.compile(r"(?:\d{1,3}[.)]|\([a-z]{1,4}\)|\(\d{1,2}\)|[a-z][.)]|[•▪●○◦‣·–—]|- )\s*\S|\uf0b7")
HEADING = 200  # characters: the longest heading


@dataclass(slots=True)
class Draft:
    """A paragraph on its way: its lines, and before each but the first what joins it to the one before."""

    lines: list[Line]
    joints: list[str] = field(default_factory=list)
    row: bool = False

    @property
    def indented(self) -> bool | None:
        """Whether the first line is indented; None where there is only one."""
        if len(self.lines) == 1:
            return None
        return self.lines[0].x0 > self.lines[1].x0 + INDENT * self.lines[0].size

    def block(self) -> Block:
        """Give the finished block."""
        runs = joined(self.lines, self.joints)
        kind = BlockKind.HEADING if self._is_heading() else BlockKind.TEXT
        return Block(runs, BlockKind.TABLE_ROW if self.row else kind, page=self.lines[0].page)

    def _is_heading(self) -> bool:
        return all(line.bold for line in self.lines) and sum(len(line.text) for line in self.lines) < HEADING


class Paragraphs:
    """Collects the lines of a document's text."""

    def __init__(self, measures: Measures, hyphens: Hyphens) -> None:
        self.measures = measures
        self.hyphens = hyphens
        self.drafts: list[Draft] = []
        self.indents = False  # whether the paragraph read last that shows it has an indented first line

    def add(self, line: Line) -> None:
        """Take in the next line of the text."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is not None and self._is_cell(draft, line):
            draft.row = True
            self._join(draft, line, "\t")
        elif draft is None or self._begins(draft, line):
            self.drafts.append(Draft([line]))
        else:
            self._join(draft, line, self._joint(draft.lines[-1], line))

    def _join(self, draft: Draft, line: Line, joint: str) -> None:
        draft.lines.append(line)
        draft.joints.append(joint)
        if len(draft.lines) == 2 and not draft.row:
            self.indents = bool(draft.indented)

    def _is_cell(self, draft: Draft, line: Line) -> bool:
        """Tell whether a line is a further cell of a row of a table."""
        last = draft.lines[-1]
        beside = last.page == line.page and abs(last.y - line.y) < SAME * line.size
        return (
            beside
            and line.x0 > last.x1
            and self.measures.is_same(last, line)
            and (draft.row or len(draft.lines) == 1)
        )

    def _begins(self, draft: Draft, line: Line) -> bool:
        """Tell whether a line begins a paragraph."""
        last = draft.lines[-1]
        if draft.row or not self.measures.is_same(last, line):
            return True
        marked = MARKER.match(line.text) is not None
        if marked and (last.ended or self._is_short(last, line)):
            return True
        if (last.page, last.column) != (line.page, line.column):
            return self._begins_page(draft, line)
        gap = last.y - line.y
        if not 0 < gap < self._widest(last, line) * self.measures.leading(line.size):
            return True
        return self._begins_without_gap(draft, line)

    def _begins_without_gap(self, draft: Draft, line: Line) -> bool:
        """Tell by indentation and type, where no gap does, whether a line begins a paragraph."""
        last = draft.lines[-1]
        deeper = len(draft.lines) > 1 and line.x0 > last.x0 + INDENT * line.size
        if self.measures.gapped:
            return deeper and self._is_short(last, line)
        return last.ended and (deeper or _opens_in_italics(last, line))

    def _widest(self, last: Line, line: Line) -> float:
        """Give the widest distance from one line of a paragraph to the next."""
        called = line.label or any(run.superscript for run in line.runs)
        goes_on = called and not last.ended and not self._is_short(last, line)
        return GAP_WITH_CALL if goes_on else GAP

    def _begins_page(self, draft: Draft, line: Line) -> bool:
        """Tell whether the first line of a page or column begins a paragraph or goes on with one."""
        last = draft.lines[-1]
        first, size = draft.lines[0], line.size
        if not last.ended:
            return last.page == line.page and self._is_short(last, line) and not line.text[:1].islower()
        indented = draft.indented if draft.indented is not None else self.indents
        if len(draft.lines) > 1 and indented:
            return line.indent > last.indent + SAME * size
        if indented:
            return line.indent > first.indent - SAME * size
        return not line.text[:1].islower() and (
            line.text[:1].isalpha() or line.indent < last.indent - SAME * size
        )

    def _is_short(self, last: Line, line: Line) -> bool:
        """Tell whether the first word of a line would still have fitted into the line before it."""
        words = line.text
        word = words.partition(" ")[0]
        width = (line.x1 - line.x0) / max(len(words), 1)
        edge = self.measures.right if last.edge is None else last.edge
        return last.x1 + width * (len(word) + 1) < edge - SAME * line.size

    def _joint(self, last: Line, line: Line) -> str:
        """Give what stands between two lines of a paragraph: a line end after an early end or a column."""
        hyphenated = self.hyphens.joint(last, line)
        if hyphenated is not None:
            return hyphenated
        if last.column != line.column:
            return "\n"  # the other column can be in another language
        if not self._is_short(last, line):
            return " "
        if last.bold:
            return "\n" if last.x1 - last.x0 < NARROW * (self.measures.right - last.x0) else " "
        return "\n"


def _opens_in_italics(last: Line, line: Line) -> bool:
    """Tell whether a line opens with a phrase in italics, as paragraphs of resolutions do."""
    return line.runs[0].italic and line.text[:1].isupper() and not last.runs[-1].italic
