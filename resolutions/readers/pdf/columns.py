"""Pages set in two columns.

Reads the stretches of a page and finds the gutter: a place in the middle that hardly anything crosses
while text fills both sides. Reads the lines then and writes them in reading order: the left column, the
right one, and what runs over both where it stands. A table has a gap too, but its cells do not fill it.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Protocol

STEP = 4.0  # points
MIDDLE = (0.35, 0.65)  # of the width: where a gutter can be
CROSSING = 0.15  # of the lines may cross it, titles for instance
LEAST_LINES = 8  # on either side
FILLED = 0.6  # of a column's width is covered by its usual line


class Placed(Protocol):
    """Anything with a place on the page."""

    x0: float
    x1: float
    y: float


def find_gutter(stretches: Sequence[Placed], width: float, usual: float | None = None) -> float | None:
    """Give the middle of the gutter of a two-column page, None for other pages.

    Args:
        stretches: the text of the page.
        width: of the page.
        usual: the gutter of the page before: on a last page little text is needed to confirm it.
    """
    rows = len({round(stretch.y) for stretch in stretches})
    first, last = (int(share * width / STEP) for share in MIDDLE)
    covered = _coverage(stretches, int(width / STEP) + 1)
    empty = [at for at in range(first, last + 1) if covered[at] <= CROSSING * rows]
    if not empty or rows == 0:
        return None
    if usual is not None and int(usual / STEP) in empty:
        return usual
    middle = STEP * (empty[len(empty) // 2] + 0.5)
    return middle if _both_filled(stretches, middle) else None


def _coverage(stretches: Iterable[Placed], count: int) -> list[int]:
    """Give for each step across the page how many stretches lie on it."""
    changes = [0] * (count + 1)
    for stretch in stretches:
        changes[min(max(int(stretch.x0 / STEP), 0), count)] += 1
        changes[min(max(int(stretch.x1 / STEP) + 1, 0), count)] -= 1
    covered, level = [], 0
    for change in changes:
        level += change
        covered.append(level)
    return covered


def _both_filled(stretches: Iterable[Placed], middle: float) -> bool:
    """Tell whether the usual line of either side fills its side."""
    sides: tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]] = ({}, {})
    for stretch in stretches:
        if stretch.x0 < middle < stretch.x1:
            continue
        side = sides[stretch.x0 > middle]
        left, right = side.get(round(stretch.y), (stretch.x0, stretch.x1))
        side[round(stretch.y)] = (min(left, stretch.x0), max(right, stretch.x1))
    return all(_is_filled(list(side.values())) for side in sides)


def _is_filled(extents: Sequence[tuple[float, float]]) -> bool:
    if len(extents) < LEAST_LINES:
        return False
    width = max(right for _, right in extents) - min(left for left, _ in extents)
    return median(right - left for left, right in extents) > FILLED * width
