"""The door through which a worklist comes back: it becomes a draft, or every reason why not is told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from resolutions.models import Entity
from tracker import recording, report_lines, reports, workflow
from tracker.models import FollowUpReport, Indicator, Occurrence, ReportingCycle
from tracker.offline.layout import DAYS, OBLIGATION_COLUMNS, REPORT_ROWS, Sheet
from tracker.offline.reading import NO_WORKLIST, CellError, ReadRow, Sheets, read
from tracker.offline.worklist import Row, Worklist, require_reporter, worklist_of
from tracker.offline.writing import as_written
from tracker.quoting import same
from tracker.refusals import Conflict, Refused
from tracker.report_lines import Line, Measure
from tracker.reports import Words

# The column that a refusal of a line is about; what concerns the whole line is told at its status.
COLUMN_OF = {"effective_on": "since", "percentage": "percentage"}


class CellsRefused(Refused):
    """A worklist that cannot be taken, with every cell that keeps it from being."""

    code = "cells_refused"

    def __init__(self, errors: Sequence[CellError]) -> None:
        count = len(errors)
        super().__init__(
            f"Nothing was taken in: {count} cell{'s' if count != 1 else ''} must be mended first.",
            field="file",
        )
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The draft that a worklist became, and whether it is a new one."""

    report: FollowUpReport
    is_new: bool


@transaction.atomic
def take_in(*, data: bytes, by: User) -> TakenIn:
    """Make a draft of a worklist that comes back, or change the draft it went out with; never more.

    Args:
        data: the bytes of the workbook.
        by: who brings it: somebody who may report for its entity.

    Raises:
        NotAllowed: the person may not report for the entity.
        CellsRefused: cells cannot be taken, or statuses changed since it went out; nothing is written.
        Conflict: the draft was changed, handed in or begun since it went out.
        Refused: it is no worklist, it is too large, or its cycle is closed.
    """
    sheets = read(data)
    worklist = _worklist(sheets, by)
    _check_draft(sheets, worklist)
    rows = {row.occurrence.pk: row for row in worklist.rows}
    _check_period(sheets)
    lines = _lines(sheets, rows, worklist.entity)
    if not sheets.errors and not lines:
        sheets.wrong(Sheet.OBLIGATIONS, "F2", "Choose the status of at least one obligation.")
    if sheets.errors:
        raise CellsRefused(sheets.errors)
    words = Words(**sheets.words)
    if worklist.draft:
        recording.change(report=worklist.draft, by=by, words=words, lines=lines)
        return TakenIn(worklist.draft, is_new=False)
    made = recording.record(entity=worklist.entity, by=by, words=words, lines=lines, cycle=worklist.cycle)
    return TakenIn(made, is_new=True)


def _worklist(sheets: Sheets, by: User) -> Worklist:
    entity = Entity.objects.filter(key=str(sheets.about["entity"])).first()
    number = sheets.about["cycle"]
    cycle = ReportingCycle.objects.filter(pk=number).first() if type(number) is int else None
    if entity is None or (number is not None and cycle is None):
        raise Refused(NO_WORKLIST, field="file", code="unreadable")
    require_reporter(by, entity)
    # Held, so that a second copy of the same worklist waits for the first and finds its draft.
    Entity.objects.select_for_update(no_key=True).get(pk=entity.pk)
    return worklist_of(entity=entity, cycle=cycle, by=by, on=timezone.localdate())


def _check_draft(sheets: Sheets, worklist: Worklist) -> None:
    number, seen, now = sheets.about["report"], sheets.about["report_seen"], worklist.draft
    if number is None and now is None:
        return
    if number is None:
        raise Conflict(
            "Since this worklist was taken out a draft was begun, perhaps by bringing it back before. Take "
            "out a new worklist: it holds the draft.",
            field="file",
        )
    if now is None or now.pk != number:
        raise Conflict(
            "The draft that this worklist went out with was handed in or withdrawn since. Take out a new "
            "worklist.",
            field="file",
        )
    if parse_datetime(str(seen)) != now.updated_at:
        raise Conflict(
            "Somebody changed the draft since this worklist was taken out. Take out a new one: it holds the "
            "draft as it is now.",
            field="file",
        )


def _check_period(sheets: Sheets) -> None:
    first, last = (sheets.words.get(name) for name in DAYS)
    if first is None or last is None:
        return
    try:
        reports.check_period(first, last)
    except Refused as refusal:
        sheets.wrong(Sheet.REPORT, f"B{REPORT_ROWS[refusal.field][0]}", refusal.message)


def _lines(sheets: Sheets, rows: dict[int, Row], entity: Entity) -> list[Line]:
    measures = _measures(sheets, rows)
    lines = []
    for read_row in sheets.obligations:
        row = rows.get(read_row.values["occurrence"])
        problem = _changed_since(read_row, row)
        if problem or row is None:
            sheets.wrong(Sheet.OBLIGATIONS, f"F{read_row.number}", problem)
            continue
        line = _line(read_row, row.occurrence, measures)
        if _check_cells(read_row, row.occurrence, entity, sheets):
            _check(line, read_row, entity, sheets)
        lines.append(line)
    for read_row in sheets.in_part:
        row = rows.get(read_row.values.get("occurrence", 0))
        if row:
            _check_cells(read_row, row.occurrence, entity, sheets)
    answered = {line.occurrence.pk for line in lines}
    for number, occurrence in ((r.number, r.values["occurrence"]) for r in sheets.indicators):
        if occurrence not in answered and not sheets.errors:
            message = "Choose the status of this obligation too, or empty this row."
            sheets.wrong(Sheet.INDICATORS, f"F{number}", message)
    return lines


def _changed_since(read_row: ReadRow, row: Row | None) -> str:
    if row is None:
        return (
            "This obligation no longer waits for the entity: it was closed or withdrawn since. Empty the "
            "row's answers, or take out a new worklist."
        )
    if not same(as_written(row.words), read_row.values["words"]):
        return (
            "A corrected text came in since this worklist was taken out: the words are now "
            f"“{row.words}” Empty the row's answers, or take out a new worklist and answer those."
        )
    if row.version != read_row.values["version"]:
        return (
            f"The status changed since this worklist was taken out: it is now “{row.status.label}”. Empty "
            "the row's answers, or take out a new worklist."
        )
    return ""


def _line(read_row: ReadRow, occurrence: Occurrence, measures: dict[int, list[Measure]]) -> Line:
    told = read_row.values
    return Line(
        occurrence,
        told["status"],
        told["since"],
        told["percentage"],
        told["note"],
        measures=tuple(measures[occurrence.pk]),
    )


def _check_cells(read_row: ReadRow, occurrence: Occurrence, entity: Entity, sheets: Sheets) -> bool:
    """Ask the door's rules for the day and the status each by itself; return whether both can be taken."""
    day, status = read_row.values.get("since"), read_row.values.get("status")
    before = len(sheets.errors)
    if day:
        with _told(read_row, sheets):
            workflow.check_effective_day(occurrence, day)
    if status:
        with _told(read_row, sheets):
            report_lines.check_status(entity, occurrence, status)
    return len(sheets.errors) == before


def _check(line: Line, read_row: ReadRow, entity: Entity, sheets: Sheets) -> None:
    """Ask the rules of the door for each line by itself, so that all that is wrong is told at once."""
    with _told(read_row, sheets):
        report_lines.check(entity, line)


@contextmanager
def _told(read_row: ReadRow, sheets: Sheets) -> Iterator[None]:
    """Note what is refused within at the cell of the row that it is about."""
    try:
        yield
    except Refused as refusal:
        column = OBLIGATION_COLUMNS[COLUMN_OF.get(refusal.field, "status")][0]
        sheets.wrong(Sheet.OBLIGATIONS, f"{column}{read_row.number}", refusal.message)


def _measures(sheets: Sheets, rows: dict[int, Row]) -> dict[int, list[Measure]]:
    by_occurrence: dict[int, list[Measure]] = defaultdict(list)
    asked: dict[tuple[int, int], Indicator] = {
        (row.occurrence.pk, indicator.pk): indicator for row in rows.values() for indicator, _ in row.measures
    }
    for read_row in sheets.indicators:
        told: Any = read_row.values
        indicator = asked.get((told["occurrence"], told["indicator"]))
        if indicator is None:
            message = "This is no longer measured. Empty the row."
            sheets.wrong(Sheet.INDICATORS, f"F{read_row.number}", message)
        else:
            measure = Measure(indicator, told["value"], told["measured_on"], told["note"])
            by_occurrence[told["occurrence"]].append(measure)
    return by_occurrence
