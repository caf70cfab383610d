"""Stretches become lines of print.

Reads the stretches of a page in the order of the file; writes its lines from top to bottom. A raised
number joins the line it hangs on; a wide gap parts a line into two (the cells of a table or masthead,
the columns of a page).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from resolutions.readers.blocks import Run
from resolutions.readers.pdf.page import PageText, Stretch

WIDE = 4.0  # ems: a gap that parts a line
AFTER_MARKER = 8.0  # ems: the tab after "12." can be wide
SPACE = 0.155  # ems: a wider gap is a space; a smaller one is none, though PDF readers write one
SPACE_BEFORE_STOP = 0.3  # ems: the same before a full stop or comma
RAISED = 0.15  # ems above the baseline
SMALL = 0.85  # of the line's size: type of a footnote's number
SAME_ROW = 0.5  # ems
MARKER = re.compile(r"(?:\d{1,3}[.)]?|\(?[a-z]{1,4}[.)]|\([A-Z\d]{1,3}\)|[•▪●○◦‣·–—-]|\uf0b7) *")
CALL = re.compile(r"\d{1,3}|\*{1,3}|[†‡]|[a-z]")
# A raised number can take the comma beside it along: ",1"
CALL_WITH_STOPS = re.compile(r"([,;.:]*)\s*(\d{1,3}|\*{1,3}|[†‡])\s*([,;.:]*)\s*")
ENDS = re.compile(r"(?:[.,;:?!][”\"’)\]]*|[;,] (?:and|or))$")
END = 12  # characters: more than any end of a sentence
ABBREVIATED = re.compile(r"\b(?:Nos?|vols?|paras?|chaps?|sects?|arts?|pp?|Corr|Add|Rev|Mr|Ms|Mrs|Dr|St)\.$")
NUMBER = re.compile(r"\d{1,3} ?")
STOP_AFTER_NUMBER = re.compile(r"[.)] *")
STOP = re.compile(r"[.,;:)\]]")


@dataclass(slots=True)
class Line:
    """A line of print, or a part of one between wide gaps.

    Args:
        runs: its text in styles, without space at either end.
        label: the raised number or sign it opens with, as a footnote does; not in `runs`.
        column: counts the columns of its page in reading order.
        left, edge: where its column begins and ends; 0 and None where the page has one column.
        text: its words without styles.
    """

    runs: tuple[Run, ...]
    page: int
    x0: float
    x1: float
    y: float
    size: float
    label: str = ""
    upright: bool = True
    column: int = 0
    left: float = 0.0
    edge: float | None = None
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(run.text for run in self.runs)

    def drop_last(self) -> None:
        """Take the last character away."""
        last = self.runs[-1]
        self.runs = (*self.runs[:-1], replace(last, text=last.text[:-1]))
        self.text = self.text[:-1]

    def drop_first(self, count: int) -> None:
        """Take the first characters away, which can reach over several runs."""
        self.text = self.text[count:]
        runs: list[Run] = []
        for run in self.runs:
            kept, count = run.text[count:], max(count - len(run.text), 0)
            runs += [replace(run, text=kept)] if kept else []
        self.runs = tuple(runs)

    @property
    def indent(self) -> float:
        """How far from the left of its column it begins."""
        return self.x0 - self.left

    @property
    def ended(self) -> bool:
        """Whether a sentence or an item of a list ends with it, a footnote's call aside."""
        at = len(self.runs) - 1
        while at > 0 and self.runs[at].superscript:
            at -= 1
        words = self.runs[at].text[-END:]
        return ENDS.search(words) is not None and ABBREVIATED.search(words) is None

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, a footnote's call aside."""
        return all(run.bold or run.superscript or not run.text.strip() for run in self.runs)


def lines_of(page: PageText, gutter: float | None = None) -> list[Line]:
    """Give the lines of a page in reading order: column by column, from top to bottom, left to right.

    Args:
        page: its stretches.
        gutter: what parts its columns, None where it has one.
    """
    lines = [_line(group, page.number) for group in _groups(page.stretches, gutter)]
    ordered = _in_rows([line for line in lines if line.runs])
    return ordered if gutter is None else _in_columns(ordered, gutter)


def _groups(stretches: Iterable[Stretch], gutter: float | None) -> Iterable[list[Stretch]]:
    """Part the stretches into lines."""
    group: list[Stretch] = []
    for stretch in stretches:
        if group and (_parted(group[-1], stretch, gutter) or not _goes_on(group, stretch)):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _parted(last: Stretch, stretch: Stretch, gutter: float | None) -> bool:
    return gutter is not None and last.x1 <= gutter <= stretch.x0


def _goes_on(group: Sequence[Stretch], stretch: Stretch) -> bool:
    last = group[-1]
    base = last if last.y == stretch.y else max(group, key=lambda earlier: earlier.size)
    size = max(base.size, stretch.size)
    if abs(stretch.y - base.y) > SAME_ROW * size and not _hangs(base, stretch):
        return False
    gap = (stretch.x0 - last.x1) / size if size else 0.0
    if gap > WIDE:
        return gap < AFTER_MARKER and len(group) == 1 and MARKER.fullmatch(last.text) is not None
    return gap > -SAME_ROW and stretch.upright == last.upright


def _hangs(base: Stretch, stretch: Stretch) -> bool:
    """Tell whether a number is raised as a call, however high."""
    upper, lower = (stretch, base) if stretch.y > base.y else (base, stretch)
    return upper.y - lower.y < lower.size and CALL.fullmatch(upper.text.strip()) is not None


def _line(group: Sequence[Stretch], page: int) -> Line:
    base = max(group, key=lambda stretch: (CALL.fullmatch(stretch.text.strip()) is None, len(stretch.text)))
    label, rest = _label(group, base)
    runs = _stripped(_with_stop(_runs(rest, base)))
    if not runs and label:
        runs, label = (Run(label),), ""
    return Line(runs, page, group[0].x0, group[-1].x1, base.y, base.size, label, base.upright)


def _is_raised(stretch: Stretch, base: Stretch) -> bool:
    if stretch.y - base.y < RAISED * base.size:
        return False
    return stretch.size < SMALL * base.size or CALL.fullmatch(stretch.text.strip()) is not None


def _label(group: Sequence[Stretch], base: Stretch) -> tuple[str, Sequence[Stretch]]:
    """Part the raised number from a line that opens with one."""
    at = 0
    while at < len(group) - 1 and _is_raised(group[at], base):
        at += 1
    label = "".join(stretch.text for stretch in group[:at]).strip()
    return (label, group[at:]) if CALL.fullmatch(label) else ("", group)


def _runs(group: Sequence[Stretch], base: Stretch) -> list[Run]:
    runs: list[Run] = []
    before: Stretch | None = None
    for stretch in group:
        raised = stretch is not base and _is_raised(stretch, base)
        text = stretch.text
        if raised and (call := CALL_WITH_STOPS.fullmatch(text)):
            text = _beside(runs, call)
        elif before is not None and runs:
            text = _spaced(runs, before, stretch)
        style = (stretch.italic and not raised, stretch.bold and not raised, raised)
        append_run(runs, Run(text, *style))
        before = stretch
    return runs


def _spaced(runs: list[Run], before: Stretch, stretch: Stretch) -> str:
    """Give the text of a stretch with the space that the gap before it means; a space too many goes."""
    last = runs[-1]
    gap = (stretch.x0 - before.x1) / (max(before.size, stretch.size) or 1.0)
    close = gap < (SPACE_BEFORE_STOP if STOP.match(stretch.text) else SPACE)
    if close and last.text[-1:].isspace():
        runs[-1] = replace(last, text=last.text.rstrip())
    if close or last.text[-1:].isspace() or stretch.text[:1].isspace():
        return stretch.text
    return f" {stretch.text}"


def _with_stop(runs: list[Run]) -> list[Run]:
    """Keep the stop after a paragraph's number in the type of the number: "5" and italic ". Welcomes"."""
    if len(runs) > 1 and NUMBER.fullmatch(runs[0].text) and (stop := STOP_AFTER_NUMBER.match(runs[1].text)):
        first, second = runs[0], runs[1]
        runs[0] = Run(first.text.rstrip() + stop[0], first.italic, first.bold, first.superscript)
        runs[1] = Run(second.text[stop.end() :], second.italic, second.bold, second.superscript)
    return runs


def _beside(runs: list[Run], call: re.Match[str]) -> str:
    """Give the number of a call alone, close to the text before; a comma raised with it goes there."""
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip() + call[1] + call[3], last.italic, last.bold, last.superscript)
    return call[2]


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    """Take the space at both ends of a line away."""
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        first = runs[0]
        runs[0] = Run(first.text.lstrip(), first.italic, first.bold, first.superscript)
        last = runs[-1]
        runs[-1] = replace(last, text=last.text.rstrip())
    return tuple(runs)


def _in_rows(lines: list[Line]) -> list[Line]:
    """Sort lines from top to bottom; those on one baseline from left to right."""
    ordered = sorted(lines, key=lambda line: -line.y)
    rows: list[list[Line]] = []
    for line in ordered:
        if rows and abs(rows[-1][0].y - line.y) < SAME_ROW * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.x0)]


def _in_columns(lines: Iterable[Line], gutter: float) -> list[Line]:
    """Put the left column before the right one, above and below each line that runs over both."""
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.x1 <= gutter:
            line.edge = gutter
            left.append(line)
        elif line.x0 >= gutter:
            right.append(line)
        elif left or right or not columns:
            columns += [left, right, [line]]
            left, right = [], []
        else:
            columns[-1].append(line)
    columns += [left, right]
    for number, column in enumerate(columns):
        start = min((line.x0 for line in column), default=0.0)
        for line in column:
            line.column, line.left = number, start
    return [line for column in columns for line in column]


def joined(lines: Sequence[Line], joints: Sequence[str]) -> tuple[Run, ...]:
    """Give the text of several lines in styles; `joints` holds what stands between each two."""
    runs: list[Run] = []
    for joint, line in zip(["", *joints], lines, strict=True):
        label = (Run(line.label, superscript=True), Run(" ")) if line.label else ()
        for run in (Run(joint), *label, *line.runs):
            append_run(runs, run)
    return tuple(runs)


def append_run(runs: list[Run], run: Run) -> None:
    """Add a run to others; white space takes the style of what stands before it."""
    if not run.text:
        return
    last = runs[-1] if runs else None
    same = last and (run.italic, run.bold, run.superscript) == (last.italic, last.bold, last.superscript)
    if last and (same or (run.text.isspace() and not last.superscript)):
        runs[-1] = Run(last.text + run.text, last.italic, last.bold, last.superscript)
    else:
        runs.append(run)
