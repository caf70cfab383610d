"""Last stage of cleaning: lines become paragraphs, torn sentences whole again.

Reads the lines of the running text; writes paragraphs with marks. A line break inside a block ends a
paragraph only where the text says so; a block's end does, unless footnotes or a page's end tore a sentence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resolutions.parsing.formulas import (
    is_annex_heading,
    is_date_line,
    is_formula,
    is_meeting_line,
    is_part_heading,
)
from resolutions.parsing.leads import opens_operative, opens_preambular
from resolutions.parsing.lines import Line
from resolutions.parsing.marks import ITALIC, ITALIC_END, without_marks
from resolutions.parsing.numbering import Style, split_marker
from resolutions.readers.blocks import BlockKind

ENDS = re.compile(r"(?:[,;:.?!]|[.,;]?[”\"’)\]])$")
STOPS = re.compile(r"[,;:.][”\"’)\]]*(?: ?\d{1,3}/?)?$")  # a footnote's number can stand after the stop
HYPHENATED = re.compile(r"(?<=[a-z])-$")  # a word parted at the line's end
KEEPS_HYPHEN = re.compile(
    r"\b(?:self|non|co|counter|inter|multi|anti|post|pre|re|well|so|follow|long|short|high|low|Secretary)-$",
    re.I,
)
# Lines that are never part of a sentence.
ALONE = (is_formula, is_meeting_line, is_date_line, is_part_heading, is_annex_heading)
ITEM = (Style.LETTER, Style.PARENTHESISED)
# "paragraph 3 / (b) of resolution …": the letter belongs to the sentence before.
POINTS_BACK = re.compile(r"(?:of|above|below|and|or|to)\b")


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the running text, marks inside."""

    text: str
    kind: BlockKind = BlockKind.TEXT
    number: int | None = None


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines to paragraphs."""
    found: list[Paragraph] = []
    for line in lines:
        if found and _belongs(found[-1], line):
            found[-1].text = _joined(found[-1].text, line.text)
        else:
            found.append(Paragraph(line.text, line.kind, line.number))
    return found


def _belongs(before: Paragraph, line: Line) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    text, earlier = without_marks(line.text), without_marks(before.text)
    if _stands_alone(earlier) or _stands_alone(text) or BlockKind.HEADING in (before.kind, line.kind):
        return False
    if _opens_by_number(text, earlier):
        return False
    if line.torn:
        return not ENDS.search(earlier) or text[:1].islower()
    if line.opens:
        return not ENDS.search(earlier) and text[:1].islower()
    stop = STOPS.search(earlier)
    if stop is None:
        return True
    if stop[0][0] == ":":  # "the Vienna Declaration on Crime and Justice: / Meeting the Challenges …"
        return not opens_operative(text)
    return not (stop[0][0] == ";" or _opens_by_lead(text))


def _stands_alone(text: str) -> bool:
    return any(alone(text) for alone in ALONE)


def _opens_by_number(text: str, earlier: str) -> bool:
    """Tell whether a line opens with a paragraph's number and not with the end of a reference."""
    marker, rest = split_marker(text)
    if marker is None:
        return False
    if STOPS.search(earlier):
        return True
    return not (marker.style in ITEM and POINTS_BACK.match(rest)) and not rest[:1].islower()


def _opens_by_lead(text: str) -> bool:
    return text[:1].isupper() and (opens_preambular(text) or opens_operative(text))


def _joined(before: str, after: str) -> str:
    """Put two lines together; a hyphen at the end parts a word or belongs to it."""
    if before.endswith(ITALIC_END) and after.startswith(ITALIC):
        before, after = before[:-1], after[1:]
    if HYPHENATED.search(before) and after[:1].islower():
        return before + after if KEEPS_HYPHEN.search(before) else before[:-1] + after
    if before.endswith("-") and after[:1].isupper():
        return before + after
    return f"{before} {after}"
