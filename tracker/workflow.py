"""The only doors to a status: an accepted report (through `tracker.reports`) or a reasoned decision."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tracker import permissions, rollup, series
from tracker.models import ActionItem, Ground, MemberResponse, Occurrence, ReportLine, StatusChange
from tracker.policies import note_look
from tracker.refusals import Conflict, Refused
from tracker.statuses import BY_DECISION, BY_REPORT, Status


@dataclass(frozen=True, slots=True)
class Because:
    """What a status change rests on."""

    ground: Ground
    effective_on: dt.date
    by: User | None = None
    why: str = ""
    line: ReportLine | None = None


@transaction.atomic
def decide_status(
    *,
    occurrence: Occurrence,
    to: Status,
    by: User,
    why: str,
    effective_on: dt.date | None = None,
    seen_version: int | None = None,
) -> StatusChange:
    """Change a status by a reasoned decision of someone who may take it.

    Args:
        occurrence: whose status changes.
        to: the new status, reachable by `BY_DECISION`.
        why: the reason, kept for ever.
        effective_on: the day from which it holds, today where not given; not in the future.
        seen_version: the occurrence's version the person had before them; an older one is refused.

    Raises:
        NotAllowed: the person may not decide.
        Refused: no reason is given, the assignment was withdrawn, the day is in the future, or the table
            forbids the change.
        Conflict: somebody changed the status meanwhile.
    """
    permissions.require(permissions.may_decide(by), "change a status by a decision")
    if not why.strip():
        raise Refused("Say why the status changes; the reason is kept in the history.", field="why")
    check_standing(occurrence)
    day = check_effective_day(occurrence, effective_on or timezone.localdate())
    if seen_version is not None and seen_version != occurrence.version:
        raise _changed_meanwhile(occurrence)
    check_transition(Status(occurrence.status), to, BY_DECISION)
    because = Because(Ground.DECISION, day, by=by, why=why.strip())
    return apply(row=occurrence, to=to, because=because)


def check_standing(occurrence: Occurrence) -> None:
    """Check that somebody is still assigned.

    Raises:
        Refused: the assignment was withdrawn; what was done about it no longer counts anywhere.
    """
    assignment = occurrence.assignment
    if assignment.withdrawn_at:
        raise Refused(
            f"The assignment of {assignment.entity} to {assignment.item.reference} was withdrawn. Assign "
            "it again first.",
            field="occurrence",
            code="withdrawn",
        )


def check_effective_day(occurrence: Occurrence, day: dt.date) -> dt.date:
    """Return the day a status takes effect if it can be one.

    Raises:
        Refused: it lies in the future or before the adoption of the resolution.
    """
    adopted = occurrence.assignment.item.clause.paragraph.resolution.adopted_on
    if day > timezone.localdate():
        raise Refused("The day from which the status holds lies in the future.", field="effective_on")
    if adopted and day < adopted:
        raise Refused(
            f"The day from which the status holds lies before the adoption on {adopted:%-d %B %Y}.",
            field="effective_on",
        )
    return day


def check_transition(from_: Status, to: Status, table: dict[Status, tuple[Status, ...]]) -> None:
    """Check a change against a table of `tracker.statuses`.

    Raises:
        Refused: with the statuses that can be reached from here.
    """
    if to in table[from_]:
        return
    ways = ", ".join(f"“{status.label}”" for status in table[from_]) or "nothing"
    hint = "" if table is BY_DECISION else " A manager can open it again by a decision."
    raise Refused(
        f"“{from_.label}” cannot become “{to.label}”; from here it can become {ways}."
        + (hint if not table[from_] else ""),
        field="status",
        code="status_jump",
    )


def accept_line(*, line: ReportLine, by: User) -> StatusChange | None:
    """Let an accepted report's line take effect; only `tracker.reports.accept` calls this.

    A member of a group answers for itself: its line changes its own response, not the group's status.

    Returns:
        the change, None where the line proposes the status that already stands.

    Raises:
        Refused: the status it proposes cannot be reached from the one that stands now, or the assignment
            was withdrawn since.
    """
    check_standing(line.occurrence)
    row = _row_answered(line)
    if isinstance(row, Occurrence):
        note_look(row, on=timezone.localdate())
    proposed = Status(line.proposed_status)
    if proposed == row.status:
        if line.percentage is not None:  # a line that says nothing of it leaves what was said before
            type(row)._default_manager.filter(pk=row.pk).update(percentage=line.percentage, **_now(row))
        return None
    check_transition(Status(row.status), proposed, BY_REPORT)
    because = Because(Ground.REPORT, line.effective_on, by=by, line=line)
    return apply(row=row, to=proposed, because=because, percentage=line.percentage)


def _row_answered(line: ReportLine) -> Occurrence | MemberResponse:
    if line.report.entity_id == line.occurrence.assignment.entity_id:
        return line.occurrence
    response, _ = MemberResponse.objects.get_or_create(occurrence=line.occurrence, entity=line.report.entity)
    return response


def apply(
    *,
    row: Occurrence | MemberResponse,
    to: Status,
    because: Because,
    percentage: int | None = None,
) -> StatusChange:
    """Write a status that has been checked, with the row that explains it.

    The write is a conditional update: of writers that saw the same version one wins.

    Raises:
        Conflict: another writer was first.
    """
    won = type(row)._default_manager.filter(pk=row.pk, status=row.status, version=row.version)
    if won.update(status=to, version=F("version") + 1, percentage=percentage, **_now(row)) != 1:
        raise _changed_meanwhile(row)
    occurrence = row if isinstance(row, Occurrence) else row.occurrence
    change = StatusChange.objects.create(
        occurrence=occurrence,
        response=None if isinstance(row, Occurrence) else row,
        ground=because.ground,
        from_status=row.status,
        to_status=to,
        effective_on=because.effective_on,
        by=because.by,
        why=because.why,
        line=because.line,
    )
    row.refresh_from_db(fields=["status", "version", "percentage"])
    mark_worked_on(occurrence.assignment.item)
    if isinstance(row, Occurrence):
        series.keep_up(row, was=Status(change.from_status))
    rollup.refresh(occurrence.assignment.item)
    return change


def _now(row: Occurrence | MemberResponse) -> dict[str, dt.datetime]:
    """Return when the row changed, where it tells so; an update past `save` does not set it by itself."""
    return {"updated_at": timezone.now()} if isinstance(row, Occurrence) else {}


def mark_worked_on(item: ActionItem) -> None:
    """Note that a person has worked on the item; from now on no import takes it off the lists."""
    if not item.worked_on:
        item.worked_on = True
        item.save(update_fields=["worked_on", "updated_at"])


def _changed_meanwhile(row: Occurrence | MemberResponse) -> Conflict:
    """Say who was first, what they changed and why."""
    changes = StatusChange.objects.select_related("by")
    mine = (
        changes.filter(occurrence=row, response=None)
        if isinstance(row, Occurrence)
        else changes.filter(response=row)
    )
    last = mine.first()
    if last is None:
        return Conflict("Somebody changed this meanwhile. Look at the change and try again.", field="status")
    who = (last.by.get_full_name() or last.by.get_username()) if last.by else "An import"
    when = timezone.localtime(last.recorded_at)
    why = f" Reason given: {last.why}" if last.why else ""
    return Conflict(
        f"{who} changed this meanwhile, on {when:%-d %B %Y at %H:%M}: the status was "
        f"“{Status(last.from_status).label}” and is now “{Status(last.to_status).label}”.{why} "
        "Look at the change and try again.",
        field="status",
    )
