"""Days from which something holds and on which it happens: "from 1 November", "on 15 April 2026".

An occasion counts where it is still to come and where it is the action's own: the days of "the conference
to be held in Nairobi from 3 to 6 May" are the conference's.
"""

import datetime as dt
import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta
from msgspec.structs import replace

from resolutions.parsing.document import Deadline
from resolutions.parsing.times.dates import before, dated, day_of
from resolutions.parsing.times.points import DAY, MONTH, WEEKDAY, Point
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.words import mentions

# "from 1 November 2025", "effective 1 January 2009"; with an end, "from 1 July until 31 October 2026" or
# "from Tuesday, 16 April, to Thursday, 18 April 2030"
START = re.compile(
    r"\b(?:from|as from|as of|(?:with effect|effective)(?: from| on| as of)?|"
    rf"(?:beginning|starting|commencing)(?: on| from)?) (?P<first>{WEEKDAY}{DAY})"
    rf"(?P<end>,? (?:until|to|through) (?P<last>{WEEKDAY}{DAY}))?"
)
# "from 18 to 26 February 2025": the month stands with the second day only
DAYS = re.compile(rf"\b(?:from|between) (?P<from>\d{{1,2}}) (?:to|and) (?P<last>{DAY})")
LONGEST = dt.timedelta(days=31)  # between two days on which the same is held
START_WORDS = ("from ", "as of ", "effect", "beginning ", "starting ", "commencing ")  # one is in each match
DAYS_WORDS = ("from ", "between ")
BUDGET = re.compile(
    r"\bperiods?,? (?:of \w+ months? )?$"
)  # "for the period from 1 July 2025 to 30 June 2026"
ON = re.compile(rf"[Oo]n (?<=\b[Oo]n )(?P<point>{WEEKDAY}{DAY})(?<=\d{{4}})")
# "on 3 and 4 June 2030", "on Thursday, 31 January, and Friday, 1 February 2030"
ON_DAYS = re.compile(
    rf"[Oo]n (?<=\b[Oo]n )(?P<from>{WEEKDAY}\d{{1,2}}(?P<month> (?:{MONTH}))?),? and"
    rf" (?P<last>{WEEKDAY}\d{{1,2}} (?P<of>{MONTH}) \d{{4}})"
)
IN = re.compile(
    r"\b(?:in|during|throughout|in the course of) "
    r"(?P<point>(?:the (?:month|(?:first|second|third|fourth|last) (?:half|quarter)) of |early |late |mid-)?"
    rf"(?:(?:{MONTH}) )?\d{{4}})(?![\w/–-])"
)
# What a date after it belongs to: "the conference held in Rome on", "the expiry of its mandate on"
OF_ANOTHER = re.compile(
    r"(?:\b(?:of|and|or|due|open|\w+ed|held|begun|given|made|taken|being|was|were|taking place|expiry"
    r"|expiration|termination|mandate|office|anniversary)"
    r"(?:,? (?:in|at) (?:the )?[A-Z][\w’-]+(?:,? [A-Z][\w’-]+)*)?,?|[(“])\s?$"
)
# "the negotiating round, which will begin on", "elections due to take place"
IN_ASIDE = re.compile(
    r"\b(?:which|who|that) (?:will|would|is|are|was|were|shall|has|have)\b[^;]*$"
    r"|\b(?:due|scheduled|planned|expected|foreseen) (?:to|for)\b[^,;]*$"
)
SHALL_BE = re.compile(
    r"\b(?:shall|will|should|must) be (?:\w+ )?(?:held|convened|opened|observed|organized)\b[^,;]*$"
)
# Deeds that have an occasion; "the conduct of elections in 2026" is none of the clause
EVENT = re.compile(
    r"(?<!\bthe )\b(?:hold|convene|meet|organize|conduct|reconvene|resume|take place|enter into force"
    r"|come into force|take effect|begin|commence|launch|observe|open|close|review|consider|undertake"
    r"|devote|establish|start|initiate|complete|conclude|finali[sz]e|adopt|host|commemorate|celebrate"
    r"|submit|present|report(?= (?:back|to|on|in|again)\b))\b"
)


def starts_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the days from which something holds, and stretches of days on which it is held."""
    low = text.lower()
    for found in START.finditer(text) if mentions(low, START_WORDS) else ():
        last = day_of(found["last"], setting) if found["last"] else None
        first = _first(found["first"], last, setting)
        if first is None or BUDGET.search(before(found)) or (last and last.last < first.first):
            continue
        ends = last is not None and " to " not in found["end"]
        if last is None or ends or _is_held(found, first.first, setting):
            yield dated(found, offset, first.first, last.last if last else None, expiry=ends)
    for found in DAYS.finditer(text) if mentions(low, DAYS_WORDS) else ():
        last = day_of(found["last"], setting)
        if last and int(found["from"]) <= last.last.day:
            first_day = last.last.replace(day=int(found["from"]))
            if _is_held(found, first_day, setting):
                yield dated(found, offset, first_day, last.last)


def occasions_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the days on which the action itself happens: "shall enter into force on 15 April 2026"."""
    for pattern in (ON, IN):
        for found in pattern.finditer(text):
            day = day_of(found["point"], setting)
            if day and _to_come(day.last, setting) and _is_own(found) and _has_occasion(found, day):
                yield dated(found, offset, day.first, day.last)
    for found in filter(_is_of_an_event, ON_DAYS.finditer(text)):
        last = day_of(found["last"], setting)
        first = _first(found["from"] + ("" if found["month"] else f" {found['of']}"), last, setting)
        if first and last and _is_stretch(first, last) and _is_held(found, first.first, setting):
            yield dated(found, offset, first.first, last.last)


def _first(words: str, last: Point | None, setting: Setting) -> Point | None:
    """Give the first day; one without a year is in that of the last: "from 30 June to 3 July 2026"."""
    first = day_of(words, setting)
    if first is None or last is None or not first.yearless:
        return first
    years = last.last.year - first.first.year
    day = first.first + relativedelta(years=years)
    return replace(first, first=day, last=day) if day <= last.last else first


def _is_stretch(first: Point, last: Point) -> bool:
    return dt.timedelta() <= last.last - first.first <= LONGEST


def _is_held(found: re.Match[str], first: dt.date, setting: Setting) -> bool:
    return _to_come(first, setting) and _is_own(found)


def _is_own(found: re.Match[str]) -> bool:
    """Tell whether the days are the action's, and not those of something it names."""
    words = before(found)
    if IN_ASIDE.search(words):
        return False
    return SHALL_BE.search(words) is not None or OF_ANOTHER.search(words) is None


def _has_occasion(found: re.Match[str], day: Point) -> bool:
    """Tell whether the action is of a kind that has an occasion, where only a month or year is named."""
    return day.first == day.last or _is_of_an_event(found)


def _is_of_an_event(found: re.Match[str]) -> bool:
    words = before(found)
    return bool(SHALL_BE.search(words) or EVENT.search(words))


def _to_come(day: dt.date, setting: Setting) -> bool:
    return setting.adopted_on is not None and day > setting.adopted_on
