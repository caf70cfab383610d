"""Days and due dates in the words of pages, messages and histories."""

import datetime as dt

from django.utils import timezone

from tracker.models import Occurrence
from tracker.statuses import OPEN

# From this many days on, "overdue" is told in months, then in years.
IN_MONTHS = 90
IN_YEARS = 730


def day(value: dt.date | dt.datetime | None) -> str:
    """Return a day as `21 July 2004`; a moment gives the day it fell on here; nothing gives nothing."""
    if not value:
        return ""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date()
    return f"{value.day} {value:%B %Y}"


def moment(value: dt.datetime) -> str:
    """Return a moment as `21 July 2004, 14:05`, in local time."""
    return f"{day(value)}, {timezone.localtime(value):%H:%M}"


def paragraph_words(label: str) -> str:
    """Return what to call a paragraph of that label; one that bears no number is counted.

    >>> [paragraph_words(label) for label in ("3", "3(a)", "u2")]
    ['paragraph 3', 'paragraph 3(a)', 'unnumbered paragraph 2']
    """
    return (
        f"unnumbered paragraph {label[1:]}"
        if label[:1] == "u" and label[1:2].isdigit()
        else f"paragraph {label}"
    )


def today_of(occurrence: Occurrence) -> dt.date:
    """Return which day it is for the occurrence's organ, as far as its row tells."""
    return occurrence.organ_day or timezone.localdate()


def due_words(occurrence: Occurrence, today: dt.date | None = None) -> str:
    """Return when an occurrence is due, in words: as seen on a day, else today where its organ is."""
    today = today or today_of(occurrence)
    last = occurrence.due_to
    if last is None:
        return f"“{occurrence.due_words}”, no day set" if occurrence.due_words else "no due date stated"
    due = f"{interval(occurrence.due_from, last)}{' (estimated)' if occurrence.due_estimated else ''}"
    if occurrence.status not in OPEN or occurrence.ended:
        return f"{'was due' if last < today else 'due'} {due}"
    if last < today:
        return f"overdue {_long((today - last).days)}"
    return "due today" if occurrence.due_from == last == today else f"due {due}"


def interval(first: dt.date | None, last: dt.date | None) -> str:
    """Return an interval of days as `1 June 2026 to 30 June 2026`; a day alone, or nothing, as `day` does."""
    if first is None or first == last:
        return day(last)
    return f"{day(first)} to {day(last)}"


def _long(days: int) -> str:
    if days < IN_MONTHS:
        number, unit = days, "day"
    elif days < IN_YEARS:
        number, unit = round(days / 30.44), "month"
    else:
        number, unit = int(days / 365.25), "year"
    return f"{number} {unit}{'' if number == 1 else 's'}"
