"""Page headers, page numbers and job numbers, told by where they stand, how large and how often.

Reads the lines of all pages; writes those that belong to the page and not to the text. Words alone decide
nothing: at the top of a page stands what is smaller than the text, or what other pages carry at the same
height; at its foot also what has the shape of a page or job number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from resolutions.readers.pdf.measures import Measures
from resolutions.readers.pdf.rows import Line

MARGIN = 0.14  # of the page's height: where headers and footers stand
APART = 1.4  # ems
NUMBERS = re.compile(r"\d+")
# "2/6", "- 2 -", "Page 3 of 4", "23-25877 (E) 050124", "*2325877*", "A/RES/78/103", "2/6 23-25877"
PAGE_MARK = re.compile(
    r"(?:(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]"
    r"|\d{2}-\d{5,7}(?: ?\([A-Z]\))?(?: ?\d{6})?"
    r"|\*\d{6,8}[A-Z]?\*|[A-Z]+(?:/[\w.() -]+)+|/?\.\.\.|\d{6})(?: |$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Page:
    """The lines of a page and its height."""

    height: float
    lines: list[Line]


def furniture_of(pages: Sequence[Page], measures: Measures) -> set[int]:
    """Give the identities (`id`) of the lines that belong to the pages."""
    repeated = _repeated(pages)
    found: set[int] = set()
    for number, page in enumerate(pages):
        found.update(id(line) for line in page.lines if not line.upright)
        found.update(map(id, _top(page, measures, repeated, first=number == 0)))
        found.update(map(id, _foot(page, repeated)))
    return found


def _top(
    page: Page, measures: Measures, repeated: Counter[tuple[str, int]], *, first: bool
) -> Iterable[Line]:
    """Give the header: the lines from the top on, up to the first that is text."""
    if first:
        return
    rows = list(_rows(page.lines))
    for row, below in zip_longest(rows, rows[1:]):
        if row[0].y < (1 - MARGIN) * page.height:
            return
        small = all(map(measures.is_smaller, row))
        marked = any(map(_is_mark, row)) and (len(row) > 1 or _is_apart(row, below))
        if not (small or marked or _is_repeated(row, repeated)):
            return
        yield from row


def _foot(page: Page, repeated: Counter[tuple[str, int]]) -> Iterable[Line]:
    """Give the footer: the lines from the foot on, up to the first that is text or a footnote."""
    rows = list(_rows(page.lines))[::-1]
    for row, above in zip_longest(rows, rows[1:]):
        if row[0].y > MARGIN * page.height:
            return
        marked = all(map(_is_mark, row)) and (_is_apart(above, row) or all(map(_is_mark, above or ())))
        if not (marked or _is_repeated(row, repeated)):
            return
        yield from row


def _is_apart(upper: Sequence[Line] | None, lower: Sequence[Line] | None) -> bool:
    """Tell whether two rows stand further apart than the lines of a table or text."""
    if not upper or not lower:
        return True
    return upper[0].y - lower[0].y > APART * max(lower[0].size, upper[0].size)


def _is_mark(line: Line) -> bool:
    text, at = line.text, 0
    while at < len(text) and (found := PAGE_MARK.match(text, at)):
        at = found.end()
    return at >= len(text) and not line.label


def _is_repeated(row: Sequence[Line], repeated: Counter[tuple[str, int]]) -> bool:
    return all(repeated[_key(line)] > 1 for line in row)


def _repeated(pages: Sequence[Page]) -> Counter[tuple[str, int]]:
    """Count on how many pages a line stands at the same height in a margin, numbers aside."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        low, high = MARGIN * page.height, (1 - MARGIN) * page.height
        counts.update({_key(line) for line in page.lines if not low < line.y < high and not line.label})
    return counts


def _key(line: Line) -> tuple[str, int]:
    return NUMBERS.sub("#", line.text), round(line.y / 4)


def _rows(lines: Iterable[Line]) -> Iterable[list[Line]]:
    """Give the lines of a page that share a baseline, from top to bottom."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if row and row[0].y - line.y > row[0].size / 2:
            yield row
            row = []
        row.append(line)
    if row:
        yield row
