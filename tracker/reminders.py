"""Reminders: a focal point is told once when something comes near its due day, and once when it is overdue.

The day is that of the organ that adopted the resolution, in its own time zone: what is due in New York today
is not overdue there while Nairobi sleeps. A notice is written once for each person, occurrence, kind and due
date, so a second run adds nothing.
"""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from tracker.models import ActionItem, FocalPoint, Notice, NoticeKind, Occurrence
from tracker.organ_days import of_organs
from tracker.querysets import OccurrenceQuerySet, Person
from tracker.wording import day as in_words

DAYS_AHEAD = 30


def tell_due(*, at: dt.datetime) -> int:
    """Write the notices of what newly falls due or is newly overdue, to everybody it waits for.

    Returns:
        how many notices were written; a second run at the same moment writes none.
    """
    return sum(
        _tell(person, adopted_there, day)
        for day, adopted_there in of_organs(at).items()
        for person in User.objects.filter(
            pk__in=FocalPoint.objects.active(day).values("user"), is_active=True
        )
    )


@transaction.atomic
def _tell(user: User, adopted_there: Q, day: dt.date) -> int:
    told = set(
        Notice.objects.filter(user=user, kind__in=[NoticeKind.DUE_SOON, NoticeKind.OVERDUE]).values_list(
            "key", flat=True
        )
    )
    waiting = reminded_of(user, on=day).filter(adopted_there)
    notices = [
        _notice(user, kind, occurrence, occurrence.due_to)
        for kind, occurrences in (
            (NoticeKind.OVERDUE, waiting.overdue(day)),
            (NoticeKind.DUE_SOON, waiting.due_within(DAYS_AHEAD, day)),
        )
        for occurrence in occurrences.select_related("assignment").order_by("due_to", "pk")
        if occurrence.due_to
    ]
    fresh = [notice for notice in notices if notice.key not in told]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def reminded_of(user: Person, *, on: dt.date) -> OccurrenceQuerySet:
    """Return what a person is reminded of: what waits for their entities and is in force."""
    in_force = ActionItem.objects.in_force(on)
    return Occurrence.objects.awaiting(user, on=on).filter(assignment__item__in=in_force)


def _notice(user: User, kind: NoticeKind, occurrence: Occurrence, due_to: dt.date) -> Notice:
    verb = "Was due" if kind == NoticeKind.OVERDUE else "Due"
    return Notice(
        user=user,
        kind=kind,
        key=f"{kind}:{occurrence.pk}:{due_to}",
        words=f"{verb} {in_words(due_to)}",
        item_id=occurrence.assignment.item_id,
        occurrence=occurrence,
        due_to=due_to,
    )
