"""The door to due dates: a person sets, moves or clears one, with a reason that is kept."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from tracker import permissions
from tracker.acting import acting
from tracker.models import DueDateChange, DueSource, Occurrence
from tracker.policies import note_look, review_day
from tracker.refusals import Refused
from tracker.workflow import check_standing, mark_worked_on


@transaction.atomic
def set_due(
    *,
    occurrence: Occurrence,
    due_to: dt.date | None,
    by: User,
    why: str,
    due_from: dt.date | None = None,
) -> DueDateChange:
    """Set when an occurrence is due; no import moves it afterwards.

    Args:
        occurrence: whose due date it is.
        due_to: the last due day, None where none is to stand; it is then looked at again in time.
        by: someone who may correct readings or take decisions.
        why: the reason, kept for ever.
        due_from: the first due day, the same as the last where not given.

    Raises:
        NotAllowed: the person may do neither.
        Refused: no reason; the assignment was withdrawn; the first day is after the last; or the day lies
            before the adoption.
    """
    allowed = permissions.may_decide(by) or permissions.may_correct(by)
    permissions.require(allowed, "set a due date")
    if not why.strip():
        raise Refused("Say why the due date changes; the reason is kept in the history.", field="why")
    _hold(occurrence)
    first = (due_from or due_to) if due_to else None
    check_days(occurrence, first, due_to)
    change = DueDateChange.objects.create(
        occurrence=occurrence,
        from_due_from=occurrence.due_from,
        from_due_to=occurrence.due_to,
        to_due_from=first,
        to_due_to=due_to,
        by=by,
        why=why.strip(),
    )
    occurrence.due_from, occurrence.due_to = first, due_to
    occurrence.due_source, occurrence.due_estimated = DueSource.PERSON, False
    if due_to is None and occurrence.review_on is None:
        occurrence.review_on = review_day(occurrence.assignment.item.clause, timezone.localdate())
    occurrence.save(
        update_fields=["due_from", "due_to", "due_source", "due_estimated", "review_on", "updated_at"]
    )
    mark_worked_on(occurrence.assignment.item)
    return change


def _hold(occurrence: Occurrence) -> None:
    """See the occurrence as it is now, keep others off it, and refuse one of a withdrawn assignment."""
    occurrence.refresh_from_db(from_queryset=Occurrence.objects.select_for_update(no_key=True))
    check_standing(occurrence)


def check_days(occurrence: Occurrence, first: dt.date | None, last: dt.date | None) -> None:
    """Check the days between which an occurrence is to be due.

    Raises:
        Refused: the first is after the last, or the last before the adoption.
    """
    adopted = occurrence.assignment.item.clause.paragraph.resolution.adopted_on
    if first and last and first > last:
        raise Refused("The first due day lies after the last.", field="due_from")
    if adopted and last and last < adopted:
        raise Refused(
            f"The due date lies before the adoption of the resolution on {adopted:%-d %B %Y}.", field="due_to"
        )


@transaction.atomic
def set_review_day(*, occurrence: Occurrence, review_on: dt.date | None, by: User) -> None:
    """Set when an occurrence without a stated due date is looked at again; no policy moves it afterwards.

    Without a day the policy's own stands again.

    Raises:
        NotAllowed: the person may neither correct readings nor take decisions.
        Refused: the assignment was withdrawn.
    """
    allowed = permissions.may_decide(by) or permissions.may_correct(by)
    permissions.require(allowed, "set a review day")
    _hold(occurrence)
    clause = occurrence.assignment.item.clause
    occurrence.review_on = review_on or review_day(clause, occurrence.looked_on)
    occurrence.review_set_by = by if review_on else None
    with acting(by):
        occurrence.save(update_fields=["review_on", "review_set_by", "updated_at"])
        mark_worked_on(occurrence.assignment.item)


@transaction.atomic
def look_at(*, occurrence: Occurrence, by: User, why: str = "") -> None:
    """Note that an occurrence was looked at and goes on as it is; the policy says when it is looked at next.

    Args:
        why: what was found, kept in the row history.

    Raises:
        NotAllowed: the person may neither correct readings nor take decisions.
        Refused: the assignment was withdrawn, or it has a due date and needs no review.
    """
    allowed = permissions.may_decide(by) or permissions.may_correct(by)
    permissions.require(allowed, "note a review")
    _hold(occurrence)
    if occurrence.due_to is not None:
        raise Refused("It has a due date, so it needs no day to be looked at.", field="occurrence")
    with acting(by, why=why):
        note_look(occurrence, on=timezone.localdate())
        mark_worked_on(occurrence.assignment.item)
