"""How far a reporting cycle is: which of the entities that were asked have reported."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from resolutions.models import Entity
from tracker.models import FollowUpReport, ReportingCycle
from tracker.querysets import Person, entities_of, sees_all
from tracker.statuses import ReportState

# The further a report is, the more it says of its entity; a withdrawn one says nothing.
FURTHEST_FIRST = (ReportState.ACCEPTED, ReportState.SUBMITTED, ReportState.SENT_BACK, ReportState.DRAFT)


@dataclass(frozen=True, slots=True)
class Progress:
    """One asked entity and its furthest report, None where it has not begun.

    `readable` says whether the asker may open the report; that a draft exists may be told, not its words.
    """

    entity: Entity
    report: FollowUpReport | None
    readable: bool

    @property
    def reported(self) -> bool:
        """Whether a report was handed in and stands."""
        return self.report is not None and self.report.state in (ReportState.ACCEPTED, ReportState.SUBMITTED)


def cycles_seen_by(user: Person, *, on: dt.date) -> QuerySet[ReportingCycle]:
    """Return the cycles a person may see: all, or those that ask an entity they speak for."""
    if sees_all(user):
        return ReportingCycle.objects.all()
    return ReportingCycle.objects.filter(entities__in=entities_of(user, on=on)).distinct()


def progress(cycle: ReportingCycle, user: Person, *, on: dt.date) -> list[Progress]:
    """Return the asked entities that the person may see, each with its furthest report."""
    asked = cycle.entities.all() if sees_all(user) else cycle.entities.filter(pk__in=entities_of(user, on=on))
    reports = list(cycle.reports.exclude(state=ReportState.WITHDRAWN))
    readable = set(cycle.reports.visible_to(user, on=on).values_list("pk", flat=True))
    rows = []
    for entity in asked:
        own = [report for report in reports if report.entity_id == entity.pk]
        furthest = min(own, key=lambda report: FURTHEST_FIRST.index(ReportState(report.state)), default=None)
        rows.append(Progress(entity, furthest, furthest is not None and furthest.pk in readable))
    return rows
