"""What happened to an item, as its page tells it, the newest first: decisions, reports, readings, mandate."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from resolutions.models import Clause, ReviewState, Verb
from tracker.mandate_history import mandate_told
from tracker.models import (
    ActionItem,
    DueDateChange,
    FollowUpReport,
    Ground,
    ReportStep,
    StatusChange,
)
from tracker.statuses import ReportState, Status
from tracker.wording import day


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    Args:
        when: when it was recorded.
        what: in words.
        who: the person, None where the text or an import did it.
        why: the reason or comment they gave.
        report: the report it rests on.
    """

    when: dt.datetime
    what: str
    who: User | None = None
    why: str = ""
    report: FollowUpReport | None = None


def history_of(
    item: ActionItem,
    *,
    changes: QuerySet[StatusChange],
    due_dates: QuerySet[DueDateChange],
    reports: list[FollowUpReport],
) -> list[Entry]:
    """Return what happened to an item, the newest first.

    Args:
        item: the item.
        changes: the changes of statuses under it that the reader may see.
        due_dates: the changes of due dates that the reader may see.
        reports: those of the reports on it that the reader may see.
    """
    entries = [
        *_statuses(changes, {report.pk for report in reports}),
        *_due_dates(due_dates),
        *_steps(reports),
        *_readings(item.clause),
        *(Entry(*told) for told in mandate_told(item)),
    ]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def _statuses(changes: QuerySet[StatusChange], shown: set[int]) -> Iterator[Entry]:
    for change in changes.select_related(
        "occurrence__assignment__entity", "response__entity", "by", "line__report"
    ):
        whose = change.response.entity if change.response else change.occurrence.assignment.entity
        report = change.line.report if change.line and change.line.report_id in shown else None
        yield Entry(change.recorded_at, f"{whose}: {became(change)}", change.by, change.why, report)


def became(change: StatusChange) -> str:
    """Return from what to what a status changed, in words."""
    to = Status(change.to_status).label
    if change.ground == Ground.INTAKE:
        return f"{'assigned' if change.by_id else 'taken in from the text'} as “{to}”"
    since = day(change.effective_on)
    if not change.from_status:
        return f"“{to}” as of {since}"
    return f"“{Status(change.from_status).label}” became “{to}” as of {since}"


def _due_dates(changes: QuerySet[DueDateChange]) -> Iterator[Entry]:
    for change in changes.select_related("occurrence__assignment__entity", "by"):
        before, after = day(change.from_due_to) or "none", day(change.to_due_to) or "none"
        what = f"{change.occurrence.assignment.entity}: due date {before} became {after}"
        yield Entry(change.recorded_at, what, change.by, change.why)


def _steps(reports: list[FollowUpReport]) -> Iterator[Entry]:
    by_id = {report.pk: report for report in reports}
    for step in ReportStep.objects.filter(report__in=reports).select_related("by"):
        report = by_id[step.report_id]
        behalf = " on its behalf" if report.on_behalf and step.to_state == ReportState.SUBMITTED else ""
        what = f"Report of {report.entity}: {ReportState(step.to_state).label.lower()}{behalf}"
        yield Entry(step.recorded_at, what, step.by, step.comment, report)


def _readings(clause: Clause) -> Iterator[Entry]:
    """Tell the readings from the rows that the database's triggers keep of the clause."""
    rows = list(clause.events.order_by("pgh_id"))  # type: ignore[attr-defined] # made by pghistory
    verbs = dict(Verb.objects.filter(pk__in={row.verb_id for row in rows}).values_list("pk", "lemma"))
    people = User.objects.in_bulk({row.reviewed_by_id for row in rows if row.reviewed_by_id})
    if rows:
        yield Entry(rows[0].pgh_created_at, f"Read as “{verbs[rows[0].verb_id]}”", _reviewer(rows[0], people))
    for before, after in pairwise(rows):
        if what := _difference(before, after, verbs):
            settled = before.reviewed_at != after.reviewed_at
            yield Entry(after.pgh_created_at, what, _reviewer(after, people) if settled else None)


def _reviewer(row: Any, people: dict[int, User]) -> User | None:
    return people.get(row.reviewed_by_id)


def _difference(before: Any, after: Any, verbs: dict[int, str]) -> str:
    """Return what a person would call the change of a clause, nothing where only bookkeeping changed."""
    said = []
    if before.verb_id != after.verb_id:
        said.append(f"verb “{verbs[before.verb_id]}” became “{verbs[after.verb_id]}”")
    if before.asks != after.asks:
        said.append("asks for something" if after.asks else "asks for nothing")
    if before.vanished != after.vanished:
        said.append("no longer in the text" if after.vanished else "in the text again")
    if before.reviewed_at != after.reviewed_at:
        taken_back = after.review_state == ReviewState.SUGGESTED
        said.insert(0, "confirmation taken back" if taken_back else after.review_state)
    return f"Reading: {', '.join(said)}" if said else ""
