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
OFTEN = 0.4  # of the most frequent distance: how often a smaller one must occur to be that of lines


@dataclass(frozen=True, slots=True)
class Measures:
    """The usual print of a document.

    Args:
        size: of the running text.
        right: where its full lines end.
        leadings: distance from line to line by size of type, in points.
        gapped: whether wider gaps stand between paragraphs.
    """

    size: float
    right: float
    leadings: dict[float, float]
    gapped: bool = True

    def leading(self, size: float) -> float:
        """Give the distance from line to line in a paragraph of that size."""
        return self.leadings.get(round(size, 1), USUAL_LEADING * size)


def measure(lines: Sequence[Line]) -> Measures:
    """Measure the lines of a document, in reading order."""
    sizes: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    for before, line in pairwise(lines):
        size, step = round(line.size, 1), round(2 * (before.y - line.y)) / 2
        if before.page == line.page and round(before.size, 1) == size and 0 < step < WIDEST_LEADING * size:
            steps.setdefault(size, Counter())[step] += 1
    body = max(sizes, key=lambda size: sizes[size], default=10.0)
    leadings = {size: _usual(found) for size, found in steps.items()}
    gapped = body not in steps or _is_gapped(steps[body], leadings[body])
    return Measures(body, _right_edge(lines, body), leadings, gapped)


def _is_gapped(steps: Counter[float], leading: float) -> bool:
    wider = sum(count for step, count in steps.items() if step > GAP * leading)
    return wider > GAPPED * steps.total()


def _usual(steps: Counter[float]) -> float:
    """Give the smallest distance that is frequent; larger ones part paragraphs."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= OFTEN * most)


def _right_edge(lines: Iterable[Line], size: float) -> float:
    ends = sorted(line.x1 for line in lines if round(line.size, 1) == size and len(line.text) > LEAST_LINE)
    return ends[int(EDGE * (len(ends) - 1))] if ends else 0.0
