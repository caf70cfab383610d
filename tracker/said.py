"""What a clause says beside the action, in words: its times, how often, on what conditions, what for."""

import datetime as dt
from collections.abc import Iterator

from resolutions.models import Clause, ClauseDeadline
from resolutions.parsing.ordinals import ordinal_word
from tracker.wording import day, interval

UNITS = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day", "HOURLY": "hour"}
WEEKDAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday"}
WEEKDAYS |= {"SA": "Saturday", "SU": "Sunday"}


def rhythm(rule: str) -> str:
    """Return how often something recurs.

    Args:
        rule: an RFC 5545 rule as readings and occurrences hold it.

    >>> rhythm("FREQ=YEARLY;INTERVAL=2;COUNT=2")
    'every 2 years, 2 times'
    """
    said = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    unit, step = UNITS.get(said.get("FREQ", ""), ""), said.get("INTERVAL", "1")
    if not unit:
        return ""
    words = f"every {unit}" if step == "1" else f"every {step} {unit}s"
    if "BYMONTH" in said:
        words += f" {_day_of_year(said)}"
    if "COUNT" in said:
        words += f", {said['COUNT']} times"
    return f"{words} until {_until(said['UNTIL'])}" if "UNTIL" in said else words


def _until(written: str) -> str:
    return day(dt.date.fromisoformat(written[:8]))


def _day_of_year(said: dict[str, str]) -> str:
    month = f"{dt.date(2000, int(said['BYMONTH']), 1):%B}"
    if "BYDAY" in said:
        nth, weekday = said["BYDAY"][:-2], WEEKDAYS[said["BYDAY"][-2:]]
        return f"on the {'last' if nth == '-1' else ordinal_word(int(nth))} {weekday} of {month}"
    return f"on {said.get('BYMONTHDAY', '1')} {month}"


def time_said(time: ClauseDeadline) -> tuple[str, str]:
    """Return what a time is and when, for instance ("Mandate ends", "31 October 2026")."""
    quoted = f"“{time.text}”"
    when = interval(time.first_day, time.last_day) + (" (estimated)" if time.estimated else "")
    if time.target:
        return "Aim", quoted
    if time.expiry:
        end = f"{day(time.last_day)}{' (estimated)' if time.estimated else ''}"
        return ("Mandate ends", f"{end}, {quoted}") if time.last_day else ("Lasts", quoted)
    if time.recurrence and time.kind == "recurring":
        return "How often", f"{rhythm(time.recurrence).capitalize()}, {quoted}"
    if time.first_day and not time.last_day:
        return "From", f"{day(time.first_day)}, {quoted}"
    often = f", {rhythm(time.recurrence)}" if time.recurrence else ""
    label = "Due" if time.governs else "Also named"
    return label, f"{when}, {quoted}{often}" if time.last_day else f"{quoted}, no day known{often}"


def beside(clause: Clause) -> Iterator[tuple[str, str]]:
    """Return what the clause says beside who is to do what: pairs of a heading and its words."""
    for time in clause.deadlines.all():
        yield time_said(time)
    if clause.reporting:
        yield "Report", _report(clause)
    for title in clause.agenda_items:
        yield "Agenda item", title
    if clause.procedure:
        yield "Procedure", clause.get_procedure_display()
    if clause.resources:
        yield "Resources", clause.resources
    for condition in clause.conditions:
        yield "Condition", condition
    for purpose in clause.purposes:
        yield "Purpose", purpose


def _report(clause: Clause) -> str:
    to = f" to {clause.report_to}" if clause.report_to else ""
    often = f", {rhythm(clause.report_recurrence)}" if clause.report_recurrence else ""
    return f"{(clause.report_what or 'report').capitalize()}{to}{often}"
