"""What a document's print is like: the size of its text, the distance of its lines, its right edge.

Reads all lines; everything that tells one kind of line from another measures against these.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolutions.readers.pdf.rows import Line

LEAST_LINE = 40  # characters: a line that shows how wide the text is set
USUAL_LEADING = 1.2  # ems
WIDEST_LEADING = 2.2  # ems: lines further apart are not lines of one paragraph
EDGE = 0.9  # this share of the long lines ends at the right edge or left of it
GAP = 1.25  # of the usual distance: lines further apart belong to two paragraphs
GAPPED = 0.04  # of the distances are wider where gaps part paragraphs, however long these are
FEW, EVEN = 3, 0.6  # so many sizes make up this share of an evenly set text
SMALLER, SMALLER_IF_UNEVEN = 0.95, 0.8  # of the text's size
SAME, SAME_IF_UNEVEN = 0.08, 0.35  # share by which type must differ to be another
OFTEN = 0.4  # of the most frequent distance: how often a smaller one must occur to be that of lines


@dataclass(frozen=True, slots=True)
class Measures:
    """The usual print of a document.

    Args:
        size: of the running text.
        right: where its full lines end.
        leadings: distance from line to line by size of type, in points.
        gapped: whether wider gaps stand between paragraphs.
        even: whether type is set in a few sizes; text recognition gives each word its own.
    """

    size: float
    right: float
    leadings: dict[float, float]
    gapped: bool = True
    even: bool = True

    def leading(self, size: float) -> float:
        """Give the distance from line to line in a paragraph of that size."""
        size = size if self.even else self.size
        return self.leadings.get(round(size, 1), USUAL_LEADING * size)

    def is_smaller(self, line: Line) -> bool:
        """Tell whether a line is set in smaller type than the running text."""
        return line.size < (SMALLER if self.even else SMALLER_IF_UNEVEN) * self.size

    def is_same(self, one: Line, other: Line) -> bool:
        """Tell whether two lines are set in the same type."""
        most = SAME if self.even else SAME_IF_UNEVEN
        return one.bold == other.bold and abs(one.size - other.size) < most * max(one.size, other.size)


def measure(lines: Sequence[Line]) -> Measures:
    """Measure the lines of a document, in reading order."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    even = sum(count for _, count in sizes.most_common(FEW)) > EVEN * sizes.total()
    body = max(sizes, key=lambda size: sizes[size], default=10.0) if even else _median(sizes)
    steps = _steps(lines, None if even else body)
    leadings = {size: _usual(found) for size, found in steps.items()}
    gapped = body not in steps or _is_gapped(steps[body], leadings[body])
    return Measures(body, _right_edge(lines, body if even else None), leadings, gapped, even)


def _steps(lines: Iterable[Line], one_size: float | None) -> dict[float, Counter[float]]:
    """Count the distances from line to line, by size of type or, where that is uneven, for all together."""
    steps: dict[float, Counter[float]] = {}
    for before, line in pairwise(lines):
        size, step = round(line.size, 1), before.y - line.y
        if before.page != line.page or not 0 < step < WIDEST_LEADING * size:
            continue
        if one_size is not None:
            steps.setdefault(one_size, Counter())[round(step)] += 1
        elif round(before.size, 1) == size:
            steps.setdefault(size, Counter())[round(2 * step) / 2] += 1
    return steps


def _median(sizes: Counter[float]) -> float:
    passed = 0
    for size in sorted(sizes):
        passed += sizes[size]
        if 2 * passed >= sizes.total():
            return size
    return 0.0


def _is_gapped(steps: Counter[float], leading: float) -> bool:
    wider = sum(count for step, count in steps.items() if step > GAP * leading)
    return wider > GAPPED * steps.total()


def _usual(steps: Counter[float]) -> float:
    """Give the smallest distance that is frequent; larger ones part paragraphs."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= OFTEN * most)


def _right_edge(lines: Iterable[Line], size: float | None) -> float:
    long = (line for line in lines if len(line.text) > LEAST_LINE)
    ends = sorted(line.x1 for line in long if size is None or round(line.size, 1) == size)
    return ends[int(EDGE * (len(ends) - 1))] if ends else 0.0
