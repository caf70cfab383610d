"""Plain text of pages in two columns: side by side in every line, as tools that keep the layout write it.

Reads the lines of a page; finds the gutter, a band of spaces that most lines have in one place with words on
both sides, and gives the columns one after the other. A line that runs over the gutter stays with the left.
"""

import re
from collections.abc import Sequence

GUTTER = 3  # spaces at least; two stand after a full stop
BAND = re.compile(r"(?<=\S) {3,}(?=\S)")
LEAST_LINES = 8  # with words on both sides
SHARE = 0.6  # of the lines with words past the gutter have it
LEAST_WIDTH = 15  # characters of a column's usual line; cells of a table are shorter


def columns_of(lines: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Give the left and the right column of a page, line by line; None for a page in one column."""
    gutter = _gutter(lines)
    if gutter is None:
        return None
    left, right = [], []
    for line in lines:
        parts = line[: gutter - 1].rstrip(), line[gutter:].strip()
        apart = not line[gutter - 2 : gutter].strip() or len(line) <= gutter
        left.append(parts[0] if apart else line)
        right.append(parts[1] if apart else "")
    return left, right


def _gutter(lines: Sequence[str]) -> int | None:
    """Give the place where the right column begins in most lines that have one."""
    starts = [found.end() for line in lines if "   " in line for found in BAND.finditer(line)]
    if len(starts) < LEAST_LINES:
        return None
    gutter = max(set(starts), key=starts.count)
    both = [line for line in lines if line[gutter:].strip() and line[:gutter].strip()]
    parted = [line for line in both if not line[gutter - 2 : gutter].strip()]
    if starts.count(gutter) < LEAST_LINES or len(parted) < SHARE * len(both):
        return None
    return gutter if _are_columns(parted, gutter) else None


def _are_columns(parted: Sequence[str], gutter: int) -> bool:
    """Tell whether the usual line of either side is long enough for running text."""
    sides = ([line[:gutter].strip() for line in parted], [line[gutter:].strip() for line in parted])
    return all(sorted(map(len, side))[len(side) // 2] >= LEAST_WIDTH for side in sides)
