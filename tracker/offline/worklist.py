"""What a worklist holds: the obligations that wait for an entity, and the draft that answers them so far."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Prefetch

from resolutions.models import Entity
from tracker import permissions
from tracker.models import (
    CycleRequest,
    FollowUpReport,
    Indicator,
    IndicatorValue,
    MemberResponse,
    Occurrence,
    ReportingCycle,
    ReportLine,
)
from tracker.querysets import OccurrenceQuerySet
from tracker.quoting import words_of
from tracker.recording import measured_by
from tracker.refusals import NotAllowed
from tracker.statuses import BY_REPORT, EDITABLE, Status

# More than a person fills in; the rest waits for the next worklist.
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """An obligation on the list.

    Args:
        occurrence: the obligation.
        status: the status that the entity's report would change.
        version: grows with every change of that status; 0 where a group's member has not answered yet.
        line: what the draft says of it so far.
    """

    occurrence: Occurrence
    status: Status
    version: int
    line: ReportLine | None

    @property
    def words(self) -> str:
        """The words of the clause, in the text they were read from."""
        return words_of(self.occurrence.assignment.item.clause)

    @property
    def measures(self) -> list[tuple[Indicator, IndicatorValue | None]]:
        """The indicators to be answered, each with the values that the draft gives so far."""
        held = list(self.line.measures.all()) if self.line else []
        asked: list[tuple[Indicator, IndicatorValue | None]] = []
        for indicator in measured_by(self.occurrence):
            own = [value for value in held if value.indicator_id == indicator.pk]
            asked += [(indicator, value) for value in own] or [(indicator, None)]
        return asked


@dataclass(frozen=True, slots=True)
class Worklist:
    """What an entity may report on, for a cycle where one asks, and its newest draft for it."""

    entity: Entity
    cycle: ReportingCycle | None
    draft: FollowUpReport | None
    rows: tuple[Row, ...]


def require_reporter(by: User, entity: Entity) -> None:
    """Raise NotAllowed unless the person may report for the entity."""
    if not permissions.may_report_for(by, entity):
        raise NotAllowed(
            f"You may not report for {entity}. You can report for the entities you are focal point of.",
            field="entity",
        )


def worklist_of(*, entity: Entity, cycle: ReportingCycle | None, by: User, on: dt.date) -> Worklist:
    """Return an entity's worklist of today.

    Args:
        entity: whose it is.
        cycle: the cycle it answers, None for all that waits.
        by: who takes it out: somebody who may report for the entity.
        on: today.

    Raises:
        NotAllowed: the person may not report for the entity.
    """
    require_reporter(by, entity)
    draft = current_draft(entity, cycle)
    lines = {line.occurrence_id: line for line in draft.lines.prefetch_related("measures")} if draft else {}
    asked = _asked(entity, cycle, on)
    wanted = Occurrence.objects.filter(pk__in=asked.values("pk")) | Occurrence.objects.filter(pk__in=lines)
    rows = [
        _row(occurrence, entity, lines.get(occurrence.pk)) for occurrence in _in_order(wanted, entity, on)
    ]
    return Worklist(entity, cycle, draft, tuple(row for row in rows if row.line or BY_REPORT[row.status]))


def current_draft(entity: Entity, cycle: ReportingCycle | None) -> FollowUpReport | None:
    """Return the entity's newest report for the cycle that may still be changed."""
    return entity.reports.filter(cycle=cycle, state__in=EDITABLE).order_by("-updated_at").first()


def _asked(entity: Entity, cycle: ReportingCycle | None, on: dt.date) -> OccurrenceQuerySet:
    """Return what the cycle asks the entity about, or all that waits where it names nothing."""
    waiting = Occurrence.objects.current().asking(entity, on=on)
    named = CycleRequest.objects.filter(cycle=cycle, entity=entity) if cycle else None
    if named is not None and named.exists():
        return waiting.filter(pk__in=named.values("occurrence"))
    return waiting.open()


def _in_order(occurrences: OccurrenceQuerySet, entity: Entity, on: dt.date) -> OccurrenceQuerySet:
    item = "assignment__item__clause__paragraph"
    own = MemberResponse.objects.filter(entity=entity)
    return (
        occurrences.seen_on(on)
        .select_related("assignment__entity", f"{item}__resolution")
        .prefetch_related(
            f"{item}__texts",
            Prefetch("responses", own, to_attr="own_responses"),
            Prefetch("assignment__item__indicators", Indicator.objects.in_use(), to_attr="measured"),
        )
        .order_by(
            f"{item}__resolution__symbol", f"{item}__position", "assignment__item__clause__number", "pk"
        )
    )[:MOST_ROWS]


def _row(occurrence: Occurrence, entity: Entity, line: ReportLine | None) -> Row:
    if occurrence.assignment.entity_id == entity.pk:
        return Row(occurrence, Status(occurrence.status), occurrence.version, line)
    (response,) = [*occurrence.own_responses, None][:1]  # type: ignore[attr-defined] # prefetched
    if response is None:
        return Row(occurrence, Status.NOT_STARTED, 0, line)
    return Row(occurrence, Status(response.status), response.version, line)
