"""Series: the next time of a recurring obligation opens when one is met or lapses, at most once.

The old one stays with its status and its history; it is no longer the running one. A status is not changed
here: what was missed was missed.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from tracker import rollup
from tracker.models import Ground, MemberResponse, Nature, Occurrence, StatusChange
from tracker.organ_days import past_due
from tracker.policies import policy_of
from tracker.recurrence import Days, next_days
from tracker.statuses import OPEN, Status

# A yearly report asked for in 1946 has not come round more often than that.
MOST_TIMES_AT_ONCE = 200


@transaction.atomic
def keep_up(occurrence: Occurrence, *, was: Status) -> None:
    """Let a series follow a change of status: open the next time once one is met, take it back once not.

    Two who do it at once open one next time: the second finds that the first is no longer the running one.
    """
    if occurrence.recurrence and occurrence.status == Status.IMPLEMENTED:
        held = _hold(occurrence.pk)
        if held is not None:
            _open_next(held)
    elif was == Status.IMPLEMENTED and not occurrence.is_current:
        _take_back(occurrence)


def _take_back(occurrence: Occurrence) -> None:
    """Let an earlier time run again that turned out not to be met, unless work on the next has begun."""
    following = Occurrence.objects.filter(
        assignment=occurrence.assignment_id, sequence=occurrence.sequence + 1, is_current=True
    )
    begun = Q(lines__isnull=False) | Q(due_date_changes__isnull=False) | ~Q(status=Status.NOT_STARTED)
    if following.exclude(begun).update(is_current=False, updated_at=timezone.now()):
        occurrence.is_current = True
        occurrence.save(update_fields=["is_current", "updated_at"])


def lapse(*, on: dt.date) -> int:
    """Open the next time of every series whose running time has passed; beat asks for it every day.

    What is open gives way once the days of grace are over, what was closed otherwise once its due day is.
    Each is done in a transaction of its own, so that one that fails keeps no other from it.

    Returns:
        how many were opened.
    """
    passed = Occurrence.objects.current().in_force(on).filter(past_due(on)).exclude(recurrence="")
    return sum(_catch_up(pk, on) for pk in list(passed.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _catch_up(pk: int, on: dt.date) -> int:
    """Open times until the running one has not passed yet; returns how many."""
    opened = 0
    held = _hold(pk)
    while held is not None and opened < MOST_TIMES_AT_ONCE and _has_passed(held, on):
        following = _open_next(held, lapsed_on=on)
        opened += following is not None
        held = following
    return opened


def _hold(pk: int) -> Occurrence | None:
    """Hold the running time of a standing assignment; None where it is no longer the running one."""
    running = Occurrence.objects.filter(
        pk=pk,
        is_current=True,
        assignment__withdrawn_at=None,
        assignment__item__nature=Nature.OBLIGATION,
    )
    return running.select_for_update(no_key=True, of=("self",)).first()


def _has_passed(occurrence: Occurrence, on: dt.date) -> bool:
    if occurrence.due_to is None or occurrence.status == Status.NO_ACTION:
        return False
    grace = policy_of(occurrence.assignment.item.clause).grace_days if occurrence.status in OPEN else 0
    return occurrence.due_to + dt.timedelta(days=grace) < on


def _open_next(old: Occurrence, lapsed_on: dt.date | None = None) -> Occurrence | None:
    days = next_days(old)
    if days is None:
        return None
    old.is_current = False
    old.lapsed_on = lapsed_on if old.status in OPEN else None
    old.save(update_fields=["is_current", "lapsed_on", "updated_at"])
    taken_back = Occurrence.objects.filter(assignment=old.assignment, sequence=old.sequence + 1)
    if taken_back.update(is_current=True, updated_at=timezone.now()):
        return taken_back.get()
    following = Occurrence.objects.create(**_fields(old, days))
    StatusChange.objects.create(
        occurrence=following,
        ground=Ground.INTAKE,
        to_status=following.status,
        effective_on=timezone.localdate(),
        why=f"The next time after {old.due_to:%-d %B %Y}.",
    )
    named = old.responses.filter(named=True).values_list("entity", flat=True)
    MemberResponse.objects.bulk_create(
        [MemberResponse(occurrence=following, entity_id=entity, named=True) for entity in named]
    )
    rollup.refresh(old.assignment.item)
    return following


def _fields(old: Occurrence, days: Days) -> dict[str, object]:
    return {
        "assignment": old.assignment,
        "sequence": old.sequence + 1,
        "due_from": days.first,
        "due_to": days.last,
        "due_estimated": days.estimated,
        "due_words": old.due_words,
        "due_source": old.due_source,
        "recurrence": old.recurrence,
    }


def earlier_times(occurrences: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Return those of the occurrences that the running one has followed, the latest first."""
    running = Occurrence.objects.filter(
        assignment=OuterRef("assignment"), is_current=True, sequence__gt=OuterRef("sequence")
    )
    return occurrences.filter(Exists(running)).order_by("assignment", "-sequence")
