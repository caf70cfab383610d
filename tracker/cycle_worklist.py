"""What a reporting cycle asks of one entity: each obligation, how it stands, the report that answers it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from resolutions.models import Entity
from tracker.cycle_progress import FURTHEST_FIRST
from tracker.models import FollowUpReport, Occurrence, ReportingCycle, ReportLine
from tracker.statuses import BY_REPORT, ReportState, Status

# More in one report make a form that nobody fills in; for those there is the worklist as a spreadsheet.
ROWS_ON_A_PAGE = 100


class Part(models.TextChoices):
    """Which of the obligations asked about a list shows."""

    ALL = "all", "All"
    WITHOUT = "without", "Without a report"
    WITH = "with", "With a report, a draft at least"


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
    """What a cycle asks of an entity: a page of the rows of one part, and how many each part has."""

    entity: Entity
    part: Part
    rows: Sequence[Asked]
    page: Page[Occurrence]
    counts: Mapping[Part, int]

    @property
    def total(self) -> int:
        """How many obligations it is asked about in all."""
        return self.counts[Part.ALL]

    @property
    def to_answer(self) -> bool:
        """Whether a new report can answer any row of this page."""
        return any(row.to_answer for row in self.rows)


def worklist(
    cycle: ReportingCycle, entity: Entity, *, part: Part = Part.ALL, page: str | None = None
) -> Worklist:
    """Return what a cycle asks of an entity, what no report answers yet first, then by due date.

    Args:
        page: its number; the first where there is no such page.
    """
    lines = ReportLine.objects.filter(report__cycle=cycle, report__entity=entity)
    lines = lines.exclude(report__state=ReportState.WITHDRAWN)
    asked = Occurrence.objects.filter(cycle_requests__cycle=cycle, cycle_requests__entity=entity).annotate(
        answered=Exists(lines.filter(occurrence=OuterRef("pk")))
    )
    shown = asked.select_related(
        "assignment__entity", "assignment__item__clause__paragraph__resolution"
    ).prefetch_related("responses", "assignment__item__clause__paragraph__texts")
    parts = {
        Part.ALL: shown,
        Part.WITHOUT: shown.filter(answered=False),
        Part.WITH: shown.filter(answered=True),
    }
    found = Paginator(parts[part].order_by("answered", "due_to", "pk"), ROWS_ON_A_PAGE).get_page(page)
    reports = _furthest(lines.select_related("report"))
    rows = [Asked(each, _status(each, entity), reports.get(each.pk)) for each in found]
    return Worklist(entity, part, rows, found, _counts(asked))


def _counts(asked: models.QuerySet[Any]) -> Mapping[Part, int]:
    counted = asked.aggregate(all=Count("pk"), begun=Count("pk", filter=Q(answered=True)))
    return {
        Part.ALL: counted["all"],
        Part.WITHOUT: counted["all"] - counted["begun"],
        Part.WITH: counted["begun"],
    }


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
