"""The lines of a follow-up report: what it says of each occurrence, and what was measured.

`tracker.reports` is the door; it calls `write` and `drop` while it holds the report.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from resolutions.models import Clause, Entity
from tracker import workflow
from tracker.indicators import check_amount
from tracker.models import FollowUpReport, Indicator, Occurrence, ReportLine
from tracker.querysets import groups_of
from tracker.quoting import same, words_of
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.statuses import BY_REPORT, Status


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured: the value of an indicator, in its unit, on a day."""

    indicator: Indicator
    value: Decimal
    measured_on: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What a report says of one occurrence.

    Args:
        measures: None leaves what was measured as it is.
        seen: the words of the clause that the author had before them, None where that is not told.
    """

    occurrence: Occurrence
    proposed_status: Status
    effective_on: dt.date
    percentage: int | None = None
    note: str = ""
    measures: tuple[Measure, ...] | None = None
    seen: str | None = None


class WordsChanged(Conflict):
    """A corrected text came in between: these lines answer other words than those of today."""

    code = "words_changed"

    def __init__(self, lines: Sequence[Line]) -> None:
        which = ", ".join(line.occurrence.assignment.item.reference for line in lines)
        super().__init__(
            f"A corrected text came in meanwhile, with other words than you had before you: {which}. Nothing "
            "is saved yet. Read both, change your answer where it must be, and send it again.",
            field="lines",
        )


def write(report: FollowUpReport, lines: Sequence[Line]) -> None:
    """Write the lines of a report; `tracker.reports` alone calls this.

    Raises:
        NotAllowed: a line is about an occurrence that asks nothing of the report's entity.
        Refused: there is no line, two are about the same, or one is not as it must be.
        WordsChanged: a line tells which words its author saw, and today's are others.
    """
    if not lines:
        raise Refused("Name at least one obligation that the report answers.", field="lines")
    if len({line.occurrence.pk for line in lines}) < len(lines):
        raise Refused("The report answers the same obligation twice. Keep one line for it.", field="lines")
    for line in lines:
        check(report.entity, line)
    for line, place in zip(lines, _places(lines), strict=True):
        row, _ = ReportLine.objects.update_or_create(
            report=report,
            occurrence=line.occurrence,
            defaults={
                **place,
                "proposed_status": line.proposed_status,
                "percentage": line.percentage,
                "effective_on": line.effective_on,
                "note": line.note,
            },
        )
        if line.measures is not None:
            _write_measures(row, line.measures)
        workflow.mark_worked_on(line.occurrence.assignment.item)


def drop(report: FollowUpReport, *, keep: Sequence[Line]) -> None:
    """Take out the lines about other occurrences than those to keep; `tracker.reports` alone calls this.

    Raises:
        Refused: one of them took effect before.
    """
    dropped = report.lines.exclude(occurrence__in=[line.occurrence for line in keep])
    took_effect = dropped.filter(status_changes__isnull=False).first()
    if took_effect:
        raise Refused(
            f"What this report says of {took_effect.occurrence.assignment.item.reference} took effect when "
            "it was accepted; change that line instead of leaving it out.",
            field="lines",
        )
    dropped.delete()


def _places(lines: Sequence[Line]) -> list[dict[str, object]]:
    """Return where the words stand that each line answers, as fields of a line.

    Each clause is read once: a text that comes in after that changes neither what is compared nor its place.
    """
    clauses = [
        Clause.objects.select_related("paragraph").get(action_item__assignments__occurrences=line.occurrence)
        for line in lines
    ]
    changed = [
        line
        for line, clause in zip(lines, clauses, strict=True)
        if line.seen is not None and not same(line.seen, words_of(clause))
    ]
    if changed:
        raise WordsChanged(changed)
    return [{"version_id": c.version_id, "start": c.start, "end": c.end} for c in clauses]


def check(entity: Entity, line: Line) -> None:
    """Check what an entity says of one occurrence; the day and the status as they are today.

    Raises:
        NotAllowed: the occurrence asks nothing of the entity.
        Refused: the assignment was withdrawn, the day cannot be, or the status cannot be reached from here.
    """
    if not concerns(entity, line.occurrence):
        raise NotAllowed(
            f"{line.occurrence.assignment.item.reference} asks nothing of {entity}.", field="lines"
        )
    workflow.check_standing(line.occurrence)
    workflow.check_effective_day(line.occurrence, line.effective_on)
    if line.percentage is not None and not 0 <= line.percentage <= 100:
        raise Refused("A percentage lies between 0 and 100.", field="percentage")
    check_status(entity, line.occurrence, line.proposed_status)
    for measure in line.measures or ():
        _check_measure(line, measure)


def check_status(entity: Entity, occurrence: Occurrence, proposed: Status) -> None:
    """Check that a report of the entity can propose a status; the one that stands can always be.

    Raises:
        Refused: it cannot be reached from the status of today.
    """
    now = status_seen_by(entity, occurrence)
    if proposed != now:
        workflow.check_transition(now, proposed, BY_REPORT)


def concerns(entity: Entity, occurrence: Occurrence) -> bool:
    """Whether an occurrence asks something of an entity: by itself, as a member of a group, or by name."""
    asked = occurrence.assignment.entity_id
    own = Entity.objects.filter(pk=entity.pk)
    return (
        asked == entity.pk
        or groups_of(own, on=timezone.localdate()).filter(pk=asked).exists()
        or occurrence.responses.filter(entity=entity).exists()
    )


def status_seen_by(entity: Entity, occurrence: Occurrence) -> Status:
    """Return the status that a report of the entity would change: the occurrence's, or its own response's."""
    if occurrence.assignment.entity_id == entity.pk:
        return Status(occurrence.status)
    response = occurrence.responses.filter(entity=entity).first()
    return Status(response.status) if response else Status.NOT_STARTED


def _check_measure(line: Line, measure: Measure) -> None:
    indicator, assignment = measure.indicator, line.occurrence.assignment
    if indicator.item_id != assignment.item_id or indicator.assignment_id not in (None, assignment.pk):
        raise Refused(
            f"“{indicator.name}” does not measure what {assignment.item.reference} asks of "
            f"{assignment.entity}.",
            field="measures",
        )
    check_amount(measure.value, field="measures")
    if measure.measured_on > timezone.localdate():
        raise Refused(
            f"The day for which “{indicator.name}” is measured lies in the future.", field="measures"
        )
    twice = [
        m for m in line.measures or () if (m.indicator, m.measured_on) == (indicator, measure.measured_on)
    ]
    if len(twice) > 1:
        raise Refused(
            f"“{indicator.name}” is given twice for the same day. Keep one value.", field="measures"
        )


def _write_measures(row: ReportLine, measures: Sequence[Measure]) -> None:
    held = {(m.indicator_id, m.measured_on): m for m in row.measures.all()}
    for measure in measures:
        key = (measure.indicator.pk, measure.measured_on)
        if key not in held and measure.indicator.retired_at:
            raise Refused(f"“{measure.indicator.name}” is no longer measured.", field="measures")
        held.pop(key, None)
        row.measures.update_or_create(
            indicator=measure.indicator,
            measured_on=measure.measured_on,
            defaults={"value": measure.value, "note": measure.note},
        )
    row.measures.filter(pk__in=[left.pk for left in held.values()]).delete()
