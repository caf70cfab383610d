"""The footnotes of a page, told by the rule above them, their smaller type and their raised numbers.

Reads the lines of a page without its furniture; writes the lines of the text and the notes. A note that
began on an earlier page goes on under the rule without a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resolutions.readers.blocks import Block, BlockKind
from resolutions.readers.pdf.hyphens import Hyphens
from resolutions.readers.pdf.measures import Measures
from resolutions.readers.pdf.rows import Line, joined

RULE = re.compile(r"[_—–-]{5,}")
PLAIN_LABEL = re.compile(r"(\*{1,3}|[†‡]|\d{1,3}) +(?=\S)")
ALIGNED = 1.0  # points
LOWER_HALF = 0.5  # of the page's height
APART = 1.5  # of the usual distance: the gap above notes of the text's own size


@dataclass(slots=True)
class Note:
    """A footnote on its way.

    Args:
        label: its number or sign; "" for one that began on an earlier page.
    """

    label: str
    lines: list[Line] = field(default_factory=list)

    def block(self, hyphens: Hyphens) -> Block:
        """Give the finished block."""
        self.lines[0].label = ""
        joints = [_or_space(hyphens.joint(last, line)) for last, line in pairwise(self.lines)]
        return Block(joined(self.lines, joints), BlockKind.FOOTNOTE, self.label, page=self.lines[0].page)


def _or_space(joint: str | None) -> str:
    return " " if joint is None else joint


def part_notes(
    lines: Sequence[Line], height: float, measures: Measures
) -> tuple[Sequence[Line], Line | None, list[Note]]:
    """Part a page into its text, the rule above the notes if one is printed, and the notes."""
    at = _first_note(lines, height, measures)
    rule = lines[at] if at < len(lines) and RULE.fullmatch(lines[at].text) else None
    notes: list[Note] = []
    for line in lines[at + (rule is not None) :]:
        label = line.label or _plain_label(line, notes)
        if label or not notes:
            notes.append(Note(label))
        notes[-1].lines.append(line)
    return lines[:at], rule, notes


def _plain_label(line: Line, notes: Sequence[Note]) -> str:
    """Take the sign, or the next number, that a note opens with on the line itself; "" where it opens none.

    "* Reissued on 3 May"; "4 Ibid." after note 3, but not "26 August 2002" in the middle of one.
    """
    found = PLAIN_LABEL.match(line.text)
    if found is None or (found[1].isdigit() and not _is_next(found[1], line, notes)):
        return ""
    line.drop_first(found.end())
    return found[1]


def _is_next(label: str, line: Line, notes: Sequence[Note]) -> bool:
    if not notes or not notes[-1].label.isdigit():
        return False
    aligned = line.x0 <= notes[-1].lines[0].x0 + ALIGNED
    return aligned and int(label) == int(notes[-1].label) + 1


def _first_note(lines: Sequence[Line], height: float, measures: Measures) -> int:
    """Give the index of the rule or of the first note, the number of lines where there is none."""
    small = len(lines)
    while small and measures.is_smaller(lines[small - 1]):
        small -= 1
    for at in range(small, len(lines)):
        if RULE.fullmatch(lines[at].text) or lines[at].label:
            return at
    for at, line in enumerate(lines):
        if RULE.fullmatch(line.text) and line.y < LOWER_HALF * height:
            return at
        if line.label and line.y < LOWER_HALF * height and _stands_apart(lines, at, measures):
            return at
    return len(lines)


def _stands_apart(lines: Sequence[Line], at: int, measures: Measures) -> bool:
    """Tell whether a line with a raised number in front is a note and no line that opens with a call."""
    if at == 0:
        return True
    gap = lines[at - 1].y - lines[at].y
    return gap > APART * measures.leading(lines[at].size) or not lines[at].text[:1].islower()
