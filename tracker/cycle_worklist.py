"""What a reporting cycle asks of one entity: each obligation, how it stands, the report that answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from resolutions.models import Entity
from tracker.cycle_progress import FURTHEST_FIRST
from tracker.models import FollowUpReport, Occurrence, ReportingCycle, ReportLine
from tracker.statuses import BY_REPORT, ReportState, Status

# More in one report make a form that nobody fills in; for those there is the worklist as a spreadsheet.
MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """One obligation that is asked about, with its status for the entity and the report on it, if any."""

    occurrence: Occurrence
    status: Status
    report: FollowUpReport | None

    @property
    def to_answer(self) -> bool:
        """Whether a new report can answer it: no report does, and its status can still change by one."""
        return self.report is None and bool(BY_REPORT[self.status])


@dataclass(frozen=True, slots=True)
class Worklist:
    """What a cycle asks of an entity; `total` counts also what is not among the rows."""

    entity: Entity
    rows: Sequence[Asked]
    total: int


def worklist(cycle: ReportingCycle, entity: Entity) -> Worklist:
    """Return what a cycle asks of an entity, what no report answers yet first, then by due date."""
    lines = ReportLine.objects.filter(report__cycle=cycle, report__entity=entity)
    lines = lines.exclude(report__state=ReportState.WITHDRAWN)
    asked = Occurrence.objects.filter(cycle_requests__cycle=cycle, cycle_requests__entity=entity).annotate(
        answered=Exists(lines.filter(occurrence=OuterRef("pk")))
    )
    shown = asked.select_related(
        "assignment__entity", "assignment__item__clause__paragraph__resolution"
    ).prefetch_related("responses", "assignment__item__clause__paragraph__texts")
    reports = _furthest(lines.select_related("report"))
    rows = [
        Asked(each, _status(each, entity), reports.get(each.pk))
        for each in shown.order_by("answered", "due_to", "pk")[:MOST_ROWS]
    ]
    return Worklist(entity, rows, asked.count())


def _furthest(lines: Iterable[ReportLine]) -> dict[int, FollowUpReport]:
    """Return the furthest report on each occurrence."""
    by_rank = sorted(lines, key=lambda line: FURTHEST_FIRST.index(ReportState(line.report.state)))
    return {line.occurrence_id: line.report for line in reversed(by_rank)}


def _status(occurrence: Occurrence, entity: Entity) -> Status:
    if occurrence.assignment.entity_id == entity.pk:
        return Status(occurrence.status)
    own = (each for each in occurrence.responses.all() if each.entity_id == entity.pk)
    response = next(own, None)
    return Status(response.status) if response else Status.NOT_STARTED
