"""Days, months and years by which something is due or ends: "by 31 December 2026", "until 31 July".

A bare year after "by" is the year of an aim, as in "by 2030", and a time inside a purpose belongs to the
purpose: nothing is due then. "Before 5 August" of a day gone by tells of the past.
"""

import datetime as dt
import re
from collections.abc import Iterator

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.times.points import DAY, POINT, WEEKDAY, Point, point
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.words import mentions

LOOK_BACK = 120  # characters
# "by the end of 2025", "no later than June 2025", "before 30 April each year"
DUE = re.compile(
    r"\b(?P<prep>[Bb]y|[Bb]efore|(?:no|not) later than|on or before|prior to|not after|in advance of)"
    rf" (?P<point>{WEEKDAY}{POINT})(?P<yearly>,? (?:(?:of )?(?:each|every) year|annually))?"
)
# "until 31 July 2026", "for a further period ending on 15 June 1994", "shall expire on 31 May 2026"
EXPIRY = re.compile(
    r"\b(?:until|up to|[Tt]hrough|(?:ending|expiring|terminating|expires?|terminates?|ceases?)(?: on)?) "
    r"(?:the (?:end|expiry|expiration) of (?:the|its) (?:current |present )?"
    r"(?:mandate|term|period) (?:on )?)?"
    rf"(?P<point>{WEEKDAY}{POINT})"
)
# "for a further 13 months to 31 August 2014": the length and then the end
LENGTH_TO = re.compile(rf"\b(?:months?|years?|weeks?|days|period),? to (?P<point>{DAY})")
# Each match of the patterns above holds one of these.
DUE_WORDS = ("by ", "before ", "later than ", "prior to ", "not after ", "in advance of ")
EXPIRY_WORDS = ("until ", "up to ", "through ", "ending ", "expir", "terminat", "cease")
LENGTH_WORDS = ("month", "year", "week", "days", "period")
# "that have not submitted by", "any licence granted prior to"
PAST = re.compile(
    r"(?:\b(?:had|have|has) (?:not )?(?:yet )?\w+ed\b[^,;]*|(?<!be )(?<!been )\b(?:entered into|granted"
    r"|signed|concluded|existing|existed|occupied)(?: \w+){0,2} )$"
)
# "unless by 15 June the parties have agreed": the day of a condition, by which nothing is asked for
CONDITION = re.compile(r"\b(?:unless|if|provided that|in the event that|in case)\b[^,;]*$")
AIM = re.compile(
    r"\b(?:with a view to|in order to|so as to|aim(?:ed|ing)? (?:of|at|to)|goals?|targets?|objectives?"
    r"|commitments?|vision|pledge|achiev\w+|realiz\w+|attain\w+)\b[^,;:]*$",
    re.IGNORECASE,
)


def dates_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the days by which something is due, with which a mandate ends, or which an aim has set itself."""
    low = text.lower()
    for found in DUE.finditer(text) if mentions(low, DUE_WORDS) else ():
        day = day_of(found["point"], setting)
        if day is not None and not _looks_back(found, day, setting):
            yield _due(found, day, offset)
    for found in EXPIRY.finditer(text) if mentions(low, EXPIRY_WORDS) else ():
        if (day := day_of(found["point"], setting)) is not None:
            target = day.bare_year and found[0][0] in "tT"  # "through 2030", unlike "until 2030"
            yield dated(found, offset, day.first, day.last, expiry=not target, target=target)
    for found in LENGTH_TO.finditer(text) if mentions(low, LENGTH_WORDS) else ():
        if (day := day_of(found["point"], setting)) is not None:
            yield dated(found, offset, day.first, day.last, group="point", expiry=True)


def day_of(words: str, setting: Setting) -> Point | None:
    """Give the days that words mean, with or without their weekday."""
    return point(words.rpartition("day, ")[2], setting.adopted_on)


def before(found: re.Match[str]) -> str:
    """Give the words before a time that can say what it belongs to."""
    return found.string[max(0, found.start() - LOOK_BACK) : found.start()]


def _looks_back(found: re.Match[str], day: Point, setting: Setting) -> bool:
    """Tell whether the words tell of the past ("that had reported by May") or of a condition."""
    gone = setting.adopted_on is not None and day.last < setting.adopted_on
    if gone and found["prep"].lower() in ("before", "prior to"):
        return True
    words = before(found)
    return PAST.search(words) is not None or CONDITION.search(words) is not None


def _due(found: re.Match[str], day: Point, offset: int) -> Deadline:
    if found["yearly"]:
        rule = f"FREQ=YEARLY;BYMONTH={day.last.month};BYMONTHDAY={day.last.day}"
        return dated(found, offset, day.first, day.last, recurrence=rule)
    target = day.bare_year or AIM.search(before(found)) is not None
    first, last = day.first, day.last
    if found["prep"].lower() in ("before", "prior to") and first != last:
        first = last = first - dt.timedelta(days=1)  # "before 2026": the year before
    return dated(found, offset, first, last, target=target)


def dated(
    found: re.Match[str],
    offset: int,
    first: dt.date | None,
    last: dt.date | None,
    *,
    group: str | int = 0,
    recurrence: str | None = None,
    expiry: bool = False,
    target: bool = False,
) -> Deadline:
    """Give the time expression that a match stands for."""
    return Deadline(
        text=found[group],
        kind=DeadlineKind.RECURRING if recurrence else DeadlineKind.DATE,
        start=offset + found.start(group),
        end=offset + found.end(group),
        first=first,
        last=last,
        recurrence=recurrence,
        expiry=expiry,
        target=target,
    )
