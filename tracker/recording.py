"""Record a follow-up report in one deed: words, lines, first evidence and, if asked, handing it in.

What a person may report on, and what they said last time, stands here too.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions, reports
from tracker.models import FollowUpReport, Indicator, Occurrence, ReportingCycle, ReportLine
from tracker.reports import Line, Words
from tracker.statuses import ReportState

# Two equal reports of one person within this time are one report sent twice.
SENT_TWICE_WITHIN = dt.timedelta(minutes=10)
MOST_LINES_OFFERED = 30

AddEvidence = Callable[[FollowUpReport], object]


@transaction.atomic
def record(
    *,
    entity: Entity,
    by: User,
    words: Words,
    lines: Sequence[Line],
    cycle: ReportingCycle | None = None,
    add_evidence: AddEvidence | None = None,
    submit: bool = False,
) -> FollowUpReport:
    """Write a new report, all of it or nothing; the same words sent twice make one report.

    Args:
        add_evidence: called with the report while it may still be changed.
        submit: whether to hand it in at once; otherwise it stays a draft.

    Raises:
        NotAllowed, Refused, Conflict: as `tracker.reports` and `tracker.evidence` say.
    """
    # A second click waits here for the first.
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    twin = _twin(entity, by, words, lines)
    if twin:
        return twin
    report = reports.draft(entity=entity, by=by, words=words, lines=lines, cycle=cycle)
    _finish(report, by, add_evidence, submit)
    return report


@transaction.atomic
def change(
    *,
    report: FollowUpReport,
    by: User,
    words: Words,
    lines: Sequence[Line],
    add_evidence: AddEvidence | None = None,
    submit: bool = False,
) -> None:
    """Change a draft or a report that was sent back, all of it or nothing; arguments as for `record`.

    Raises:
        NotAllowed, Refused, Conflict: as `tracker.reports` and `tracker.evidence` say.
    """
    reports.edit(report=report, by=by, words=words, lines=lines)
    _finish(report, by, add_evidence, submit)


def _finish(report: FollowUpReport, by: User, add_evidence: AddEvidence | None, submit: bool) -> None:
    if add_evidence:
        add_evidence(report)
    if submit:
        reports.submit(report=report, by=by)


def _twin(entity: Entity, by: User, words: Words, lines: Iterable[Line]) -> FollowUpReport | None:
    said = {_said(line) for line in lines}
    alike = FollowUpReport.objects.filter(
        entity=entity,
        author=by,
        state__in=[ReportState.DRAFT, ReportState.SUBMITTED],
        created_at__gt=timezone.now() - SENT_TWICE_WITHIN,
        **{name: getattr(words, name) for name in Words.__dataclass_fields__},
    )
    alike = alike.prefetch_related("lines__measures")
    return next((r for r in alike if {_said_before(line) for line in r.lines.all()} == said), None)


def _said(line: Line) -> tuple[object, ...]:
    measures = {(m.indicator.pk, m.measured_on, m.value, m.note) for m in line.measures or ()}
    return (
        line.occurrence.pk,
        line.proposed_status,
        line.percentage,
        line.effective_on,
        line.note,
        frozenset(measures),
    )


def _said_before(line: ReportLine) -> tuple[object, ...]:
    measures = {(m.indicator_id, m.measured_on, m.value, m.note) for m in line.measures.all()}
    return (
        line.occurrence_id,
        line.proposed_status,
        line.percentage,
        line.effective_on,
        line.note,
        frozenset(measures),
    )


def reporters(user: User, occurrence: Occurrence, *, on: dt.date) -> QuerySet[Entity]:
    """Return the entities for which the user may report on an occurrence.

    A focal point's own that are asked; for whoever records on behalf all that are asked: the entity itself,
    a group's members, those named.
    """
    asked = occurrence.assignment.entity
    members = asked.memberships.filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_until=None) | Q(valid_until__gte=on)
    )
    all_asked = Entity.objects.filter(
        Q(pk=asked.pk) | Q(pk__in=members.values("member")) | Q(pk__in=occurrence.responses.values("entity"))
    )
    if permissions.may_report_on_behalf(user):
        return all_asked
    return all_asked.filter(pk__in=permissions.answered_by(user, on=on).values("pk"))


def answerable(entity: Entity, chosen: Sequence[int], *, on: dt.date) -> list[Occurrence]:
    """Return the occurrences a report of the entity may answer: the chosen ones, then a few more to add.

    Those of the same resolutions come before others, which come by due date.
    """
    wanted = Occurrence.objects.asking(entity, on=on).filter(pk__in=chosen)
    beside = wanted.values("assignment__item__clause__paragraph__resolution")
    others = Occurrence.objects.current().open().asking(entity, on=on).exclude(pk__in=chosen)
    same_first = Case(
        When(assignment__item__clause__paragraph__resolution__in=beside, then=Value(0)), default=Value(1)
    )
    more = others.order_by(same_first, "due_to", "pk")[:MOST_LINES_OFFERED]
    return [*_with_words(wanted.order_by("pk")), *_with_words(more)]


def _with_words(occurrences: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    return occurrences.select_related(
        "assignment__entity", "assignment__item__clause__paragraph__resolution"
    ).prefetch_related(
        "assignment__item__clause__paragraph__texts__version",
        "responses",
        Prefetch("assignment__item__indicators", Indicator.objects.in_use(), to_attr="measured"),
    )


def measured_by(occurrence: Occurrence) -> list[Indicator]:
    """Return the indicators in use of which a report on the occurrence may give values."""
    item = occurrence.assignment.item
    indicators = item.measured if hasattr(item, "measured") else item.indicators.in_use()
    return [i for i in indicators if i.assignment_id in (None, occurrence.assignment_id)]


def last_report(entity: Entity, chosen: Sequence[int]) -> FollowUpReport | None:
    """Return the entity's last report handed in on any of the occurrences; the next begins with its words."""
    told = FollowUpReport.objects.filter(
        entity=entity, lines__occurrence__in=chosen, submitted_at__isnull=False
    )
    return told.order_by("-submitted_at").first()
