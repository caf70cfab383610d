"""How far a reporting cycle is: which of the entities that were asked have reported."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from resolutions.models import Entity
from tracker.models import FollowUpReport, ReportingCycle, ReportLine
from tracker.querysets import Person, entities_of, sees_all
from tracker.statuses import ReportState

HANDED_IN = (ReportState.ACCEPTED, ReportState.SUBMITTED)
# The further a report is, the more it says of its entity; a withdrawn one says nothing.
FURTHEST_FIRST = (ReportState.ACCEPTED, ReportState.SUBMITTED, ReportState.SENT_BACK, ReportState.DRAFT)


@dataclass(frozen=True, slots=True)
class Progress:
    """One asked entity and its furthest report, None where it has not begun.

    `readable` says whether the asker may open the report; that a draft exists may be told, not its words.
    `asked` counts the obligations it is asked about, `answered` those that its reports handed in tell of.
    """

    entity: Entity
    report: FollowUpReport | None
    readable: bool
    asked: int = 0
    answered: int = 0

    @property
    def reported(self) -> bool:
        """Whether a report was handed in and stands."""
        return self.report is not None and self.report.state in HANDED_IN


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
    requests, answers = _asked_about(cycle), _answered(cycle)
    rows = []
    for entity in asked:
        own = [report for report in reports if report.entity_id == entity.pk]
        furthest = min(own, key=lambda report: FURTHEST_FIRST.index(ReportState(report.state)), default=None)
        may_read = furthest is not None and furthest.pk in readable
        numbers = (requests.get(entity.pk, 0), answers.get(entity.pk, 0))
        rows.append(Progress(entity, furthest, may_read, *numbers))
    return rows


def _asked_about(cycle: ReportingCycle) -> dict[int, int]:
    """Return by entity how many obligations a cycle asks about."""
    counted = cycle.requests.order_by().values("entity").annotate(number=Count("pk"))
    return dict(counted.values_list("entity", "number"))


def _answered(cycle: ReportingCycle) -> dict[int, int]:
    """Return by entity how many of these its reports in the cycle that stand tell of."""
    lines = ReportLine.objects.filter(
        report__cycle=cycle,
        report__state__in=HANDED_IN,
        occurrence__cycle_requests__cycle=cycle,
        occurrence__cycle_requests__entity=F("report__entity"),
    )
    counted = lines.order_by().values("report__entity").annotate(number=Count("occurrence", distinct=True))
    return dict(counted.values_list("report__entity", "number"))


def asking_now(entity: Entity, occurrences: Sequence[int]) -> ReportingCycle | None:
    """Return the open cycle that a new report on some occurrences most likely answers.

    It asks the entity about one of them and has no report of it that was handed in; of several, the one due
    first.
    """
    handed_in = FollowUpReport.objects.filter(entity=entity, state__in=HANDED_IN, cycle__isnull=False)
    asking = ReportingCycle.objects.filter(
        requests__entity=entity, requests__occurrence__in=occurrences, closed_at=None
    )
    return asking.exclude(pk__in=handed_in.values("cycle")).order_by("due_on", "pk").first()
