"""Reminders: a focal point is told once when something comes near its due day, and once when it is overdue.

The day is that of the organ that adopted the resolution, in its own time zone: what is due in New York today
is not overdue there while Nairobi sleeps. A notice is written once for each person, occurrence, kind and due
date, so a second run adds nothing.
"""

import datetime as dt
from collections import defaultdict
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from resolutions.models import Organ
from tracker.models import ActionItem, FocalPoint, Notice, NoticeKind, Occurrence
from tracker.querysets import OccurrenceQuerySet, Person
from tracker.wording import day as in_words

DAYS_AHEAD = 30
RESOLUTION = "assignment__item__clause__paragraph__resolution"


def days_of_organs(at: dt.datetime) -> dict[dt.date, Q]:
    """Return which day it is at a moment, each with the condition on occurrences whose organ has that day.

    What no known organ adopted goes by the day of the installation.
    """
    days: dict[dt.date, list[int]] = defaultdict(list)
    for pk, zone in Organ.objects.order_by("pk").values_list("pk", "time_zone"):
        days[day_in(zone, at)].append(pk)
    own = timezone.localdate(at)
    conditions = {day: Q(**{f"{RESOLUTION}__organ__in": organs}) for day, organs in days.items()}
    return {**conditions, own: conditions.get(own, Q()) | Q(**{f"{RESOLUTION}__organ": None})}


def day_in(zone: str, at: dt.datetime) -> dt.date:
    """Return the day in a time zone, that of the installation where there is no zone of that name."""
    try:
        return timezone.localdate(at, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.localdate(at)


def tell_due(*, at: dt.datetime) -> int:
    """Write the notices of what newly falls due or is newly overdue, to everybody it waits for.

    Returns:
        how many notices were written; a second run at the same moment writes none.
    """
    return sum(
        _tell(person, adopted_there, day)
        for day, adopted_there in days_of_organs(at).items()
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
