"""A day, month or year as it is printed, as an interval of days: "31 May 2025", "end of June", "mid-2026".

Reads the words; writes first and last day. What names no year is the next such time after adoption.
"""

import calendar
import datetime as dt
import re

from msgspec import Struct

from resolutions.parsing.days import month_numbers, months

MONTH = "|".join(months("en"))
# In every printed date: a year, not in "(2019)", or a day of a month. "The end of May" has neither.
CALENDAR = re.compile(rf"\d(?:\d\d\d\b(?![)/])|\d? (?:{MONTH})\b)")
EDGES = r"(?:end|close|conclusion|beginning|start|middle) of |mid-|late |early "
PARTS = r"(?:first|second|third|fourth|last) (?:half|quarter) of "
# "31 May 2025", "May 31, 2025", "31 May", "the end of May 2025", "mid-2025", "the first half of 2026", "2025"
POINT = (
    rf"(?:(?:the )?(?:{EDGES}|{PARTS}))?(?:the (?:calendar )?year |(?:the )?month of |year )?"
    rf"(?:\d{{1,2}} (?:{MONTH})(?:,? \d{{4}})?|(?:{MONTH})(?: \d{{1,2}},)?(?: \d{{4}})?|\d{{4}})(?![\w/–-])"
)
DAY = rf"(?:\d{{1,2}} (?:{MONTH})(?:,? \d{{4}})?|(?:{MONTH}) \d{{1,2}}, \d{{4}})(?![\w/–-])"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?"
_PARTS = re.compile(
    rf"(?P<edge>{EDGES}|{PARTS})?(?:(?:the )?(?:calendar )?(?:year|month of) )?"
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{MONTH})|(?P<only>{MONTH})(?: (?P<late>\d{{1,2}}),)?)?"
    r",? ?(?P<year>\d{4})?$"
)
_MONTHS_OF = {
    "first half": (1, 6),
    "second half": (7, 12),
    "last half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
}


class Point(Struct, frozen=True):
    """A printed day, month or year.

    Args:
        first, last: the days it spans.
        bare_year: it is a year and nothing more, as policy targets are set.
        yearless: it names no year; the next one was taken.
    """

    first: dt.date
    last: dt.date
    bare_year: bool = False
    yearless: bool = False


def point(words: str, adopted_on: dt.date | None) -> Point | None:
    """Give the days of a printed time; None where the calendar has none such ("31 June 2025")."""
    found = _PARTS.match(words.removeprefix("the "))
    if found is None:
        return None
    month = month_numbers().get(found["month"] or found["only"] or "")
    day = int(found["day"] or found["late"] or 0)
    try:
        if found["year"]:
            first, last = _span(int(found["year"]), month, day)
        elif month and adopted_on:
            first, last = _next(adopted_on, month, day)
        else:
            return None
    except ValueError:
        return None
    edge = (found["edge"] or "").strip()
    if edge:
        first, last = _narrowed(edge, first, last)
    return Point(first, last, bare_year=not edge and month is None, yearless=not found["year"])


def _span(year: int, month: int | None, day: int) -> tuple[dt.date, dt.date]:
    if month and day:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _next(adopted_on: dt.date, month: int, day: int) -> tuple[dt.date, dt.date]:
    first, last = _span(adopted_on.year, month, day)
    return (first, last) if last >= adopted_on else _span(adopted_on.year + 1, month, day)


def _narrowed(edge: str, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Give the part of a month or year that "end of", "mid-" or "first half of" means."""
    if part := _MONTHS_OF.get(edge.removesuffix(" of")):
        return first.replace(month=part[0]), _span(last.year, part[1], 0)[1]
    if edge.startswith(("end", "close", "conclusion", "late")):
        return last, last
    if edge.startswith(("beginning", "start", "early")):
        return first, first
    return first, first + (last - first) / 2
