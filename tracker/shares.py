"""The door to shares of the review queue: a person takes doubtful readings that others then leave alone.

What somebody took is free again after a day, so that a person on leave holds nothing up.
"""

import datetime as dt

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from resolutions.models import Clause, ReviewState
from tracker import permissions
from tracker.acting import acting
from tracker.doubt_queue import Narrowed, waiting
from tracker.models import TakenReading
from tracker.querysets import Person
from tracker.refusals import Conflict, Refused
from tracker.wording import moment

LASTS = dt.timedelta(days=1)
MOST_TAKEN = 100
# Whoever takes at the same time waits, and then no longer finds free what the first one took.
ONE_AT_A_TIME = "LOCK TABLE tracker_takenreading IN SHARE ROW EXCLUSIVE MODE"


@transaction.atomic
def take(*, narrowed: Narrowed, number: int, by: User) -> int:
    """Take the worst readings of the queue that nobody has, for a day.

    Args:
        narrowed: which part of the queue, for instance one resolution.
        number: how many at most, up to MOST_TAKEN.

    Returns:
        how many were taken: fewer where fewer are free.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: no such number can be taken, or none is free.
    """
    permissions.require(permissions.may_correct(by), "take readings to check")
    if not 1 <= number <= MOST_TAKEN:
        raise Refused(f"Take between 1 and {MOST_TAKEN} readings at a time.", field="number")
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    now = timezone.now()
    held = TakenReading.objects.in_force(now)
    queue = waiting(narrowed, on=timezone.localdate()).exclude(pk__in=held.values("clause"))
    chosen = list(queue.values_list("pk", flat=True)[:number])
    if not chosen:
        raise Refused("None of these is free: what still waits somebody has taken.", field="number")
    with acting(by):
        TakenReading.objects.filter(clause__in=chosen).delete()  # of earlier days
        TakenReading.objects.bulk_create(
            TakenReading(clause_id=pk, by=by, taken_at=now, until=now + LASTS) for pk in chosen
        )
    return len(chosen)


@transaction.atomic
def give_back(*, by: User) -> int:
    """Give back all that a person took and has not settled.

    Returns:
        how many are free again.

    Raises:
        NotAllowed: the person may not correct readings.
    """
    permissions.require(permissions.may_correct(by), "take readings to check")
    mine = TakenReading.objects.in_force(timezone.now()).filter(by=by)
    unsettled = mine.filter(clause__review_state=ReviewState.SUGGESTED)
    with acting(by):
        return unsettled.delete()[1].get(TakenReading._meta.label, 0)


def seen_by(reader: Person) -> QuerySet[TakenReading]:
    """Return the readings that somebody has taken; whoever may not check readings is told of none."""
    held = TakenReading.objects.in_force(timezone.now())
    return held if permissions.may_correct(reader) else held.none()


def held_from(reader: Person, narrowed: Narrowed, *, on: dt.date) -> QuerySet[User]:
    """Return the others who have taken some of the queue, each with their `number` and `until` when."""
    theirs = TakenReading.objects.held_from(reader, timezone.now())
    waits = theirs.filter(clause__in=waiting(narrowed, on=on).values("pk"))
    people = User.objects.filter(taken_readings__in=waits)
    told = people.annotate(number=Count("taken_readings"), until=Max("taken_readings__until"))
    return told.order_by("username")


def check_free(clause: Clause, by: User) -> None:
    """Refuse where somebody else has taken a reading.

    Raises:
        Conflict: it says who has it, and until when.
    """
    theirs = TakenReading.objects.held_from(by, timezone.now())
    taken = theirs.filter(clause=clause).select_related("by").first()
    if taken:
        who = taken.by.get_full_name() or taken.by.get_username()
        raise Conflict(
            f"{who} has taken {clause.reference} to check it, until {moment(taken.until)}. "
            "Ask them to give it back, or go on with another."
        )
