"""The doors to follow-up reports: draft, submit, send back, accept, withdraw, open again.

Accepting changes the statuses in the same transaction, each with a row that names the line. A report's
author cannot accept it. Every step leaves a row.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions, report_lines, workflow
from tracker.models import (
    FollowUpReport,
    Ground,
    ReportingCycle,
    ReportLine,
    ReportStep,
)
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.report_lines import Line
from tracker.statuses import CLOSED, REPORT_TRANSITIONS, ReportState, Status

__all__ = [
    "Line",
    "Words",
    "accept",
    "draft",
    "edit",
    "reopen",
    "send_back",
    "submit",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report and the period they are about."""

    period_from: dt.date
    period_to: dt.date
    action_taken: str
    results: str = ""
    challenges: str = ""
    next_steps: str = ""


@transaction.atomic
def draft(
    *,
    entity: Entity,
    by: User,
    words: Words,
    lines: Sequence[Line],
    cycle: ReportingCycle | None = None,
) -> FollowUpReport:
    """Write a draft of an entity's report.

    Args:
        entity: who reports.
        by: its focal point, or someone who records what it sent in (kept as `on_behalf`).
        words: period and text.
        lines: one for each occurrence the report answers, at least one.
        cycle: the reporting cycle it answers, where it does.

    Raises:
        NotAllowed: the person may not report for the entity.
        Refused: the cycle is closed or does not ask the entity, or the words or a line are not as they must
            be; nothing is written.
    """
    if not permissions.may_report_for(by, entity):
        raise NotAllowed(
            f"You may not report for {entity}. You can report for the entities you are focal point of.",
            field="entity",
        )
    if cycle is not None and cycle.closed_at:
        raise Refused(f"“{cycle}” is closed; report without a cycle or in an open one.", field="cycle")
    if cycle is not None and not cycle.entities.filter(pk=entity.pk).exists():
        raise Refused(f"“{cycle}” does not ask {entity}; report without a cycle.", field="cycle")
    _check_words(words)
    report = FollowUpReport.objects.create(
        entity=entity,
        cycle=cycle,
        author=by,
        on_behalf=not permissions.is_focal_point(by, entity),
        **_fields(words),
    )
    report_lines.write(report, lines)
    _step(report, by, "", ReportState.DRAFT)
    return report


@transaction.atomic
def edit(*, report: FollowUpReport, by: User, words: Words, lines: Sequence[Line]) -> None:
    """Change the words and lines of a draft or of a report that was sent back.

    Raises:
        NotAllowed: the person is neither its author nor its entity's focal point.
        Refused: it is under review or done; or the words or a line are not as they must be.
    """
    _lock(report)
    if report.state not in (ReportState.DRAFT, ReportState.SENT_BACK):
        raise Refused(f"A report that is {report.get_state_display().lower()} cannot be changed.")
    permissions.require(permissions.may_edit_report(by, report), "change this report")
    _check_words(words)
    for name, value in _fields(words).items():
        setattr(report, name, value)
    report.save(update_fields=[*_fields(words), "updated_at"])
    report_lines.drop(report, keep=lines)
    report_lines.write(report, lines)


def submit(*, report: FollowUpReport, by: User, seen: dt.datetime | None = None) -> None:
    """Hand a draft in for review.

    Raises:
        NotAllowed: the person is neither its author nor its entity's focal point.
        Refused: it is not a draft or sent back, or has no line.
    """
    with transaction.atomic():
        _lock(report, seen)
        _check_step(report, ReportState.SUBMITTED)
        permissions.require(permissions.may_edit_report(by, report), "submit this report")
        if not report.lines.exists():
            raise Refused("Name at least one obligation that the report answers.", field="lines")
        report.submitted_at = timezone.now()
        report.reviewed_by = report.reviewed_at = None
        _move(report, by, ReportState.SUBMITTED)


def send_back(*, report: FollowUpReport, by: User, comment: str, seen: dt.datetime | None = None) -> None:
    """Send a submitted report back to its author with a comment.

    Args:
        seen: the `updated_at` of the report that the person had before them, where they tell it; so in
            every step.

    Raises:
        NotAllowed: the person is no reviewer, or wrote it.
        Refused: it is not submitted, or no comment says what is to be mended.
        Conflict: somebody changed it since it was seen.
    """
    with transaction.atomic():
        _lock(report, seen)
        if report.state == ReportState.ACCEPTED:
            raise Refused("An accepted report is opened again with a reason, not sent back.", field="state")
        _check_step(report, ReportState.SENT_BACK)
        _review(report, by, comment, must_say="Say what is to be mended, so that the author can.")
        _move(report, by, ReportState.SENT_BACK, comment)


def accept(*, report: FollowUpReport, by: User, comment: str = "", seen: dt.datetime | None = None) -> None:
    """Accept a submitted report: its lines take effect, all or none.

    Raises:
        NotAllowed: the person is no reviewer, or wrote it.
        Refused: it is not submitted, or a line proposes a status that cannot be reached any more, or is about
            an assignment that was withdrawn since.
        Conflict: somebody changed it since it was seen: other words than these would take effect.
    """
    with transaction.atomic():
        _lock(report, seen)
        _check_step(report, ReportState.ACCEPTED)
        _review(report, by, comment)
        _move(report, by, ReportState.ACCEPTED, comment)
        for line in _in_one_order(report.lines.select_related("report")):
            workflow.accept_line(line=line, by=by)


def reopen(*, report: FollowUpReport, by: User, why: str, seen: dt.datetime | None = None) -> None:
    """Open an accepted report again, with a reason; what it had closed is in progress again.

    Raises:
        NotAllowed: the person is no reviewer, or wrote it.
        Refused: it is not accepted, or no reason is given.
    """
    with transaction.atomic():
        _lock(report, seen)
        if report.state != ReportState.ACCEPTED:
            raise Refused("Only an accepted report can be opened again.", field="state")
        _review(report, by, why, must_say="Say why the accepted report is opened again.")
        _move(report, by, ReportState.SENT_BACK, why)
        for line in _in_one_order(report.lines.all()):
            _undo_closing(line, by, why)


def _in_one_order(lines: QuerySet[ReportLine]) -> QuerySet[ReportLine]:
    # Two reviewers whose reports answer the same items take them in one order and do not block each other.
    return lines.select_related("occurrence__assignment__item__clause__paragraph__resolution").order_by(
        "occurrence__assignment__item_id", "occurrence_id"
    )


def withdraw(*, report: FollowUpReport, by: User, comment: str = "", seen: dt.datetime | None = None) -> None:
    """Withdraw a report that is not accepted.

    Raises:
        NotAllowed: the person is neither its author nor its entity's focal point.
        Refused: it is accepted or withdrawn already.
    """
    with transaction.atomic():
        _lock(report, seen)
        _check_step(report, ReportState.WITHDRAWN)
        permissions.require(permissions.may_withdraw_report(by, report), "withdraw this report")
        _move(report, by, ReportState.WITHDRAWN, comment)


def _fields(words: Words) -> dict[str, object]:
    return {name: getattr(words, name) for name in Words.__dataclass_fields__}


def _check_words(words: Words) -> None:
    if not words.action_taken.strip():
        raise Refused("Say what was done in the period.", field="action_taken")
    check_period(words.period_from, words.period_to)


def check_period(first: dt.date, last: dt.date) -> None:
    """Check the days of the period that a report is about.

    Raises:
        Refused: it ends before it begins.
    """
    if last < first:
        raise Refused("The period ends before it begins.", field="period_to")


def _lock(report: FollowUpReport, seen: dt.datetime | None = None) -> None:
    """Hold the report until the transaction ends, and see its newest state; `seen` is what a person saw."""
    newest = FollowUpReport.objects.select_for_update().get(pk=report.pk)
    if newest.state != report.state:
        raise Conflict(
            f"Somebody changed this report meanwhile: it is now {newest.get_state_display().lower()}.",
            field="state",
        )
    if seen is not None and newest.updated_at != seen:
        raise Conflict("Somebody changed this report since you opened it. Look at it again.", field="state")
    report.refresh_from_db()


def _check_step(report: FollowUpReport, to: ReportState) -> None:
    if to not in REPORT_TRANSITIONS[ReportState(report.state)]:
        raise Refused(
            f"A report that is {report.get_state_display().lower()} cannot become {to.label.lower()}.",
            field="state",
            code="state_jump",
        )


def _review(report: FollowUpReport, by: User, comment: str, must_say: str = "") -> None:
    if by.pk == report.author_id:
        raise NotAllowed("You wrote this report; another person has to review it.")
    permissions.require(permissions.is_reviewer(by), "review reports")
    if not permissions.may_review(by, report):
        raise NotAllowed(
            f"You speak for {report.entity} or handed this report in; another person has to review it."
        )
    if must_say and not comment.strip():
        raise Refused(must_say, field="comment")
    report.reviewed_by, report.reviewed_at, report.review_comment = by, timezone.now(), comment.strip()


def _move(report: FollowUpReport, by: User, to: ReportState, comment: str = "") -> None:
    from_ = report.state
    report.state = to
    report.save(
        update_fields=[
            "state", "submitted_at", "reviewed_by", "reviewed_at", "review_comment", "updated_at"
        ]
    )  # fmt: skip
    _step(report, by, from_, to, comment)


def _step(report: FollowUpReport, by: User, from_: str, to: ReportState, comment: str = "") -> None:
    ReportStep.objects.create(report=report, from_state=from_, to_state=to, by=by, comment=comment.strip())


def _undo_closing(line: ReportLine, by: User, why: str) -> None:
    """Open again what the line closed, where nothing was decided or reported since."""
    last = line.status_changes.first()
    if last is None or last.to_status not in CLOSED:
        return
    row = last.response or line.occurrence
    if last != line.occurrence.status_changes.filter(response=last.response).first():
        return
    because = workflow.Because(Ground.DECISION, timezone.localdate(), by=by, why=why.strip())
    workflow.apply(row=row, to=Status.IN_PROGRESS, because=because)
