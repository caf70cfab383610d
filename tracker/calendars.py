"""A feed as a calendar (RFC 5545): each due day is an event of a whole day, or a task for those who ask.

Most calendars ignore tasks, so events are the rule. The UID of an occurrence never changes; its SEQUENCE is
the number of rows in its history, which grows with every change of it, whatever wrote it.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.urls import reverse
from icalendar import Calendar, Component, Event, Todo

from tracker.feeds import cycles_in, due_in
from tracker.models import Feed, Occurrence, ReportingCycle
from tracker.quoting import words_of
from tracker.statuses import Status
from tracker.wording import due_words

PRODUCT = "-//Obligations tracker//EN"
ALL_DAY = dt.timedelta(days=1)


def calendar_of(feed: Feed, *, on: dt.date, as_tasks: bool) -> bytes:
    """Return what falls due in a feed on a day, as the bytes of a calendar.

    Args:
        feed: whose owner's eyes it is for.
        on: the day.
        as_tasks: give obligations as tasks (VTODO) instead of events.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Obligations: {feed.entity or feed.get_scope_display()}")
    for occurrence in _told(feed, on):
        calendar.add_component(_obligation(occurrence, on, Todo() if as_tasks else Event()))
    for cycle in (
        cycles_in(feed, on=on).annotate(changes=_changes_of(ReportingCycle)).order_by("due_on", "pk")
    ):
        calendar.add_component(_cycle(cycle))
    return bytes(calendar.to_ical())


def _told(feed: Feed, on: dt.date) -> Any:
    return (
        due_in(feed, on=on)
        .annotate(changes=_changes_of(Occurrence))
        .select_related(
            "assignment__entity",
            "assignment__item__clause__paragraph__resolution",
        )
        .prefetch_related("assignment__item__clause__paragraph__texts")
        .order_by("pk")
    )


def _changes_of(model: Any) -> Subquery:
    """Return how many rows the history of a row has beyond its first."""
    events = model.events.rel.related_model
    kept = events.objects.filter(pgh_obj=OuterRef("pk")).order_by().values("pgh_obj")
    return Subquery(kept.annotate(number=Count("pk") - 1).values("number"), output_field=IntegerField())


def _obligation(occurrence: Any, on: dt.date, entry: Component) -> Component:
    assignment, due = occurrence.assignment, occurrence.due_to
    item, day = assignment.item, due or occurrence.review_on
    what = "Due" if due else "Look again"
    entry.add("uid", f"occurrence-{occurrence.pk}@{_host()}")
    entry.add("summary", f"{what}: {item.reference}, {assignment.entity}")
    entry.add(
        "description",
        f"{words_of(item.clause)}\n\n{due_words(occurrence)}\n{Status(occurrence.status).label}",
    )
    entry.add("url", settings.SITE_URL + item.get_absolute_url())
    entry.add("categories", ["Obligation", "Due day" if due else "Review day"])
    if isinstance(entry, Todo):
        entry.add("due", day)
        entry.add("status", "NEEDS-ACTION" if occurrence.status == Status.NOT_STARTED else "IN-PROCESS")
        if occurrence.percentage is not None:
            entry.add("percent-complete", occurrence.percentage)
    else:
        _whole_day(entry, day)
    return _dated(entry, occurrence.updated_at, occurrence.changes)


def _cycle(cycle: Any) -> Component:
    entry = Event()
    entry.add("uid", f"cycle-{cycle.pk}@{_host()}")
    entry.add("summary", f"Reports due: {cycle.name}")
    entry.add("url", settings.SITE_URL + reverse("cycle", args=[cycle.pk]))
    entry.add("categories", ["Reporting cycle"])
    _whole_day(entry, cycle.due_on)
    return _dated(entry, cycle.opened_at, cycle.changes)


def _whole_day(entry: Component, day: dt.date) -> None:
    entry.add("dtstart", day)
    entry.add("dtend", day + ALL_DAY)
    entry.add("transp", "TRANSPARENT")  # a due day keeps nobody from meeting


def _dated(entry: Component, changed: dt.datetime, changes: int | None) -> Component:
    # The stamp is that of the change, not of this moment: unchanged, the calendar stays the same to the byte.
    for name in ("dtstamp", "last-modified"):
        entry.add(name, changed.astimezone(dt.UTC).replace(microsecond=0))
    entry.add("sequence", changes or 0)
    return entry


def _host() -> str:
    return settings.SITE_URL.partition("://")[2].partition(":")[0] or "localhost"
