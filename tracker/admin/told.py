"""Decisions as lines of a history, beside what the rows themselves tell."""

from collections.abc import Iterator

from django.utils import timezone

from resolutions.admin.history import Entry
from tracker.models import DueDateChange, FollowUpReport, Ground, StatusChange
from tracker.querysets import OccurrenceQuerySet, Person, changes_seen_by
from tracker.statuses import Status


def decisions_about(occurrences: OccurrenceQuerySet, reader: Person) -> Iterator[Entry]:
    """Yield the changes of status and due date of some occurrences, with their grounds and their reasons.

    What the reader may not see of the follow-up is left out.
    """
    today = timezone.localdate()
    seen = occurrences.visible_to(reader, on=today)
    told = ("occurrence__assignment__entity", "response__entity", "by")
    steps = StatusChange.objects.filter(changes_seen_by(reader, on=today), occurrence__in=seen)
    for change in steps.select_related(*told):
        yield _status_entry(change)
    changes = DueDateChange.objects.filter(occurrence__in=seen)
    for moved in changes.select_related("occurrence__assignment__entity", "by"):
        yield _due_entry(moved)


def _status_entry(change: StatusChange) -> Entry:
    who = change.response.entity if change.response else change.occurrence.assignment.entity
    before = f"{Status(change.from_status).label} → " if change.from_status else ""
    details = [f"since {change.effective_on:%-d %B %Y}", ground_of(change)]
    if change.why:
        details.append(f"reason: {change.why}")
    return Entry(
        change.recorded_at,
        change.by.get_username() if change.by else "the program",
        f"Status of {who}: {before}{Status(change.to_status).label}",
        tuple(details),
    )


def ground_of(change: StatusChange) -> str:
    """Return what a change rests on; a first status comes from the text or with an assignment."""
    assigned = change.ground == Ground.INTAKE and change.by_id
    return "assigned by a person" if assigned else change.get_ground_display().lower()


def _due_entry(change: DueDateChange) -> Entry:
    before, after = (
        f"{day:%-d %B %Y}" if day else "no due date" for day in (change.from_due_to, change.to_due_to)
    )
    return Entry(
        change.recorded_at,
        change.by.get_username(),
        f"Due date of {change.occurrence.assignment.entity}: {before} → {after}",
        (f"reason: {change.why}",),
    )


def steps_of(report: FollowUpReport) -> Iterator[Entry]:
    """Yield the steps of a report on its way."""
    for step in report.steps.select_related("by"):
        details = (step.comment,) if step.comment else ()
        yield Entry(step.recorded_at, step.by.get_username(), step.get_to_state_display(), details)
