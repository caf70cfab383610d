"""What happened to obligations, as one reader may know it: the source of notices and of the Atom feeds."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from tracker.history import became
from tracker.models import (
    ActionItem,
    Comment,
    DueDateChange,
    FollowUpReport,
    Ground,
    NoticeKind,
    Occurrence,
    ReportStep,
    StatusChange,
)
from tracker.querysets import changes_seen_by
from tracker.statuses import ReportState
from tracker.wording import day

# A draft is nobody's news.
STEPS = (ReportState.SUBMITTED, ReportState.SENT_BACK, ReportState.ACCEPTED, ReportState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened.

    Args:
        key: what it is, the same for every reader and for ever: `status:204`.
        kind: what it is about.
        when: when it was recorded.
        words: in one sentence.
        by: who did it, None where a text or the clock did.
        detail: the reason or the comment.
        item: the item it is about, None where it is about a report.
        row: the row that recorded it.
    """

    key: str
    kind: NoticeKind
    when: dt.datetime
    words: str
    by: User | None
    detail: str
    item: ActionItem | None
    report: FollowUpReport | None
    row: StatusChange | DueDateChange | ReportStep | Comment


def news(
    *, reader: User, on: dt.date, among: Q, since: dt.datetime | None = None, most: int | None = None
) -> list[News]:
    """Return what happened to some occurrences, the newest first.

    Args:
        reader: whose eyes it is for; what they may not see on the day is left out.
        on: the day.
        among: the condition on the occurrences.
        since: only what was recorded after that moment.
        most: how many at most, of each kind and altogether.
    """
    occurrences = Occurrence.objects.visible_to(reader, on=on).filter(among)
    reports = FollowUpReport.objects.visible_to(reader, on=on).filter(lines__occurrence__in=occurrences)
    found = [
        *_statuses(_recorded(StatusChange, since, most, changes_seen_by(reader, on=on), occurrences)),
        *_due_dates(_recorded(DueDateChange, since, most, Q(), occurrences)),
        *_steps(_after(ReportStep.objects.filter(report__in=reports, to_state__in=STEPS), since, most)),
        *_comments(_written(occurrences, reports, since, most)),
    ]
    return sorted(found, key=lambda each: (each.when, each.key), reverse=True)[:most]


def _after(
    rows: QuerySet[Any], since: dt.datetime | None, most: int | None, moment: str = "recorded_at"
) -> QuerySet[Any]:
    chosen = rows.filter(**{f"{moment}__gt": since}) if since else rows
    return chosen.order_by("-id")[:most]


def _recorded(
    model: type[StatusChange] | type[DueDateChange],
    since: dt.datetime | None,
    most: int | None,
    seen: Q,
    occurrences: QuerySet[Occurrence],
) -> QuerySet[Any]:
    rows = model._default_manager.filter(seen, occurrence__in=occurrences)
    return _after(rows, since, most).select_related(
        "occurrence__assignment__entity",
        "occurrence__assignment__item__clause__paragraph__resolution",
        "by",
    )


def _written(
    occurrences: QuerySet[Occurrence],
    reports: QuerySet[FollowUpReport],
    since: dt.datetime | None,
    most: int | None,
) -> QuerySet[Comment]:
    rows = Comment.objects.filter(
        Q(item__in=occurrences.values("assignment__item")) | Q(report__in=reports.values("pk")),
        removed_at=None,
    )
    return _after(rows, since, most, "written_at").select_related(
        "author", "item__clause__paragraph__resolution", "report__entity"
    )


def _statuses(changes: QuerySet[StatusChange]) -> Iterator[News]:
    for change in changes:
        if change.ground == Ground.INTAKE and change.by is None:
            continue  # taken in from the text: nobody did anything yet
        assigned = change.ground == Ground.INTAKE
        whose = change.response.entity if change.response else change.occurrence.assignment.entity
        yield News(
            key=f"status:{change.pk}",
            kind=NoticeKind.ASSIGNED if assigned else NoticeKind.STATUS,
            when=change.recorded_at,
            words=f"{whose}: {became(change)}",
            by=change.by,
            detail=change.why,
            item=change.occurrence.assignment.item,
            report=None,
            row=change,
        )


def _due_dates(changes: QuerySet[DueDateChange]) -> Iterator[News]:
    for change in changes:
        assignment = change.occurrence.assignment
        before, after = day(change.from_due_to) or "none", day(change.to_due_to) or "none"
        yield News(
            key=f"due-date:{change.pk}",
            kind=NoticeKind.DUE_DATE,
            when=change.recorded_at,
            words=f"{assignment.entity}: due date {before} became {after}",
            by=change.by,
            detail=change.why,
            item=assignment.item,
            report=None,
            row=change,
        )


def _steps(steps: QuerySet[ReportStep]) -> Iterator[News]:
    for step in steps.select_related("report__entity", "by"):
        yield News(
            key=f"report-step:{step.pk}",
            kind=NoticeKind.REPORT,
            when=step.recorded_at,
            words=f"{step.report.entity}: report {ReportState(step.to_state).label.lower()}",
            by=step.by,
            detail=step.comment,
            item=None,
            report=step.report,
            row=step,
        )


def _comments(comments: QuerySet[Comment]) -> Iterator[News]:
    for comment in comments:
        yield News(
            key=f"comment:{comment.pk}",
            kind=NoticeKind.COMMENT,
            when=comment.written_at,
            words=f"{comment.author.get_full_name() or comment.author.get_username()} commented",
            by=comment.author,
            detail=comment.text,
            item=comment.item,
            report=comment.report,
            row=comment,
        )
