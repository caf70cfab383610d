"""When a series falls due next: by its RRULE (RFC 5545), or by the sessions of the organ it is due at.

Nothing here writes. A step shorter than a week is no series: "every hour" in a resolution asks nobody for a
report each hour.
"""

import datetime as dt
from dataclasses import dataclass

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr

from resolutions.models import Clause, ClauseDeadline, DeadlineKind, Organ, Session
from tracker.models import Occurrence

SHORTEST_STEP = dt.timedelta(days=7)
LAST_DAY_OF_ANY_MONTH = 28
FREQUENCIES = (YEARLY, MONTHLY, WEEKLY, DAILY)


class NoRule(ValueError):
    """Words that are no recurrence rule, or one whose step is too short for a series."""


@dataclass(frozen=True, slots=True)
class Days:
    """The interval of days in which something is due."""

    first: dt.date
    last: dt.date
    estimated: bool = False


def rule_from(recurrence: str, start: dt.date) -> rrule:
    """Return the rule of a series that has `start` as one of its days.

    A yearly or monthly rule from the 29th to the 31st falls on a month's last day where it is shorter; by
    the standard alone such months, and three years of four after a 29 February, would be left out.

    Raises:
        NoRule: the words are no rule, or its days lie closer together than a week.
    """
    begin = dt.datetime.combine(start, dt.time())
    try:
        rule = rrulestr(recurrence, dtstart=begin)
    except (ValueError, AttributeError, TypeError) as error:
        raise NoRule(f"“{recurrence}” is no recurrence rule.") from error
    if not isinstance(rule, rrule) or rule._freq not in FREQUENCIES:  # type: ignore[attr-defined]
        raise NoRule(f"“{recurrence}” is no rule for a series of due dates.")
    first, second = (*rule.xafter(begin, count=2, inc=True), None, None)[:2]
    if first and second and second - first < SHORTEST_STEP:
        raise NoRule(f"“{recurrence}” comes round more often than once a week.")
    return _at_months_end(rule, start) if "BY" not in recurrence.upper() else rule


def _at_months_end(rule: rrule, start: dt.date) -> rrule:
    if start.day <= LAST_DAY_OF_ANY_MONTH or rule._freq not in (YEARLY, MONTHLY):  # type: ignore[attr-defined]
        return rule
    days = range(LAST_DAY_OF_ANY_MONTH, start.day + 1)
    if rule._freq == YEARLY:  # type: ignore[attr-defined]
        return rule.replace(bymonth=start.month, bymonthday=days, bysetpos=-1)
    return rule.replace(bymonthday=days, bysetpos=-1)


def next_days(occurrence: Occurrence) -> Days | None:
    """Return when the next time of a series is due, None where there is none.

    The rule counts from the first time of the series where the running one is one of its days, so that a
    short February does not shift all that follows; from the running one where a person has moved it.
    """
    if not occurrence.recurrence or occurrence.due_to is None:
        return None
    length = occurrence.due_to - (occurrence.due_from or occurrence.due_to)
    try:
        last = _day_after(occurrence, occurrence.due_to)
    except NoRule:
        return None
    if last is None:
        return None
    return _session_near(occurrence, last) or Days(last - length, last, occurrence.due_estimated)


def _day_after(occurrence: Occurrence, running: dt.date) -> dt.date | None:
    first = occurrence.assignment.occurrences.order_by("sequence").values_list("due_to", flat=True).first()
    moment = dt.datetime.combine(running, dt.time())
    rule = rule_from(occurrence.recurrence, first or running)
    if first and first < running and rule.after(moment, inc=True) != moment:
        rule = rule_from(occurrence.recurrence, running)
    following = rule.after(moment)
    return following.date() if following else None


def _session_near(occurrence: Occurrence, day: dt.date) -> Days | None:
    """Return the session nearest to a day, where the running time is the days of a session of that organ."""
    if occurrence.due_from is None or occurrence.due_to is None:
        return None
    held = Session.objects.filter(opens=occurrence.due_from, closes=occurrence.due_to)
    by_session = ClauseDeadline.objects.filter(
        clause=occurrence.assignment.item.clause_id, governs=True, kind=DeadlineKind.SESSION
    )
    organ = held.values_list("organ", flat=True).first() if by_session.exists() else None
    if organ is None:
        return None
    later = Session.objects.filter(organ=organ, opens__gt=occurrence.due_to)
    nearest = min(later, key=lambda session: abs(session.closes - day), default=None)
    return Days(nearest.opens, nearest.closes, nearest.estimated) if nearest else None


def first_days(clause: Clause, recurrence: str) -> Days | None:
    """Return when a series is due first of which the text says how often, but not from when.

    It is the next session of the organ that is reported to, where the calendar has one within the first
    step; else one step after the adoption. Either is an estimate.
    """
    adopted = clause.paragraph.resolution.adopted_on
    if not recurrence or adopted is None:
        return None
    try:
        following = rule_from(recurrence, adopted).after(dt.datetime.combine(adopted, dt.time()))
    except NoRule:
        return None
    if following is None:
        return None
    day = following.date()
    organ = Organ.objects.filter(name=clause.report_to.name).first() if clause.report_to else None
    soon = Session.objects.filter(organ=organ, opens__gt=adopted, closes__lte=day)
    session = soon.last() if organ else None
    return Days(session.opens, session.closes, True) if session else Days(day, day, True)
