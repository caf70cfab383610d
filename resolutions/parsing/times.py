"""When something is due: "at its forty-eighth session", "by 31 December 2026", "within 90 days".

Reads the text of a clause; writes its time expressions as intervals of days where the calendar, the table
of sessions or the day of adoption gives them. An end of a mandate ("until 31 July 1994") is no due day.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from dateutil.relativedelta import relativedelta

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.formulas import MONTHS, read_date
from resolutions.parsing.ordinals import CARDINAL, ORDINAL, cardinal_number, ordinal_number
from resolutions.parsing.vocabulary import SessionEntry, organs, sessions

NUMBER = CARDINAL
UNIT = r"(?:hour|day|week|month|year)s?"
KINDS = r"(?:(?:next|regular|annual|special|substantive|resumed|organizational|main|reconvened|present) )*"
MONTH = "|".join(MONTHS)

# "at its forty-eighth session", "at its 2021 session", "at its substantive session of 2005", "of the Council"
SESSION = re.compile(
    rf"(?:(?P<prep>at|by|before|during|in|for|to) |(?<=agenda of )|(?<=agenda for ))"
    rf"(?P<owner>its|the|their) {KINDS}"
    rf"(?:(?P<ordinal>{ORDINAL})(?:,? and {ORDINAL})? {KINDS}sessions?|(?P<year>\d{{4}}) {KINDS}session"
    r"|session(?: (?:of|in) (?P<late>\d{4}))?)"
    r"(?: of the (?P<body>[A-Z][\w-]+(?: (?:[A-Z][\w-]+|and|of|on))*))?",
    re.IGNORECASE,
)
# "by 31 December 2026", "no later than June 2025", "by the end of 2025", "until 31 July 1994"
# "from 1 November 2024", "effective 1 January 2009"; "from 1 July to 30 June" is a budget's period
START = re.compile(rf"\b(?:from|as from|as of|effective(?: from)?) \d{{1,2}} (?:{MONTH}) \d{{4}}\b(?! to )")
# "at the end of this period": the period the text has just named
PERIOD_END = re.compile(r"\bat the end of (?:this|that|the) (?:\w+ )?period\b")
DATE = re.compile(
    rf"\b(?P<prep>by|before|no later than|not later than|until|up to|on or before) (?:the )?(?P<end>end of )?"
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{MONTH})(?: (?P<year>\d{{4}}))?"
    rf"|(?P<only>{MONTH}) (?P<of>\d{{4}})|(?P<bare>\d{{4}})\b)"
)
# "within thirty days", "within a period of 90 days", "for a further period of six months"
RELATIVE = re.compile(
    r"\b(?:(?P<for>for (?:a|an|another)(?: \w+)? period of)|within(?: the next| a period of)?"
    r"|no later than|not later than)"
    rf" (?P<count>{NUMBER}) (?P<unit>{UNIT})\b|\bfor another period of (?P<again>{NUMBER}) (?P<of>{UNIT})",
    re.IGNORECASE,
)
RECURRING = re.compile(
    rf"\b(?:(?P<every>every (?:(?P<count>{NUMBER}) )?(?P<unit>{UNIT}))"
    r"|(?P<word>annually|biennially|triennially|quarterly|monthly)"
    r"|on an? (?P<basis>annual|biennial|triennial|quarterly|monthly) basis|(?P<each>each year))\b",
    re.IGNORECASE,
)
RANK = {
    DeadlineKind.SESSION: 0,
    DeadlineKind.DATE: 0,
    DeadlineKind.RELATIVE: 1,
    DeadlineKind.RECURRING: 2,
}
RULES = {
    "annual": "FREQ=YEARLY",
    "biennial": "FREQ=YEARLY;INTERVAL=2",
    "triennial": "FREQ=YEARLY;INTERVAL=3",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "monthly": "FREQ=MONTHLY",
}
FREQUENCIES = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def deadlines_in(
    text: str, offset: int, organ: str | None, adopted_on: dt.date | None
) -> tuple[Deadline, ...]:
    """Give the time expressions of a clause, in order.

    Args:
        text: the clause's text.
        offset: where the clause begins in its paragraph.
        organ: the body whose sessions "its" means.
        adopted_on: the day from which "within 90 days" counts.
    """
    low = text.lower()
    found: list[Deadline] = []
    for words, rule, read in _READERS:
        if any(word in low for word in words):
            found += (replace(each, rule=rule) for each in read(text, offset, organ, adopted_on))
    return tuple(sorted(found, key=lambda deadline: deadline.start)) if found else ()


def governing(found: tuple[Deadline, ...]) -> Deadline | None:
    """Give the expression that governs: the first session or date, else a span, else the recurrence.

    Of a session whose days nobody knows and a due day beside it ("to review it at its fifty-ninth session and
    to report by 1 June 2028") the day governs.
    """
    first = min(found, key=lambda deadline: (RANK[deadline.kind], deadline.start), default=None)
    if first is None or first.kind is not DeadlineKind.SESSION or first.last:
        return first
    dated = (
        other for other in found if RANK[other.kind] == RANK[first.kind] and other.last and not other.expiry
    )
    return next(dated, first)


def _sessions(text: str, offset: int, organ: str | None, _adopted_on: dt.date | None) -> Iterator[Deadline]:
    for found in SESSION.finditer(text):
        number = ordinal_number(found["ordinal"]) if found["ordinal"] else None
        label = str(number) if number else found["year"] or found["late"]
        if label is None and "next" not in found[0].lower():
            continue  # "at its session" fixes no time
        body = _organ_code(found["body"]) or (organ if found["owner"].lower() == "its" else None)
        session = _session_table().get((body or "", label or ""))
        words = found[0].strip()
        start = offset + found.start()
        yield Deadline(
            text=words,
            kind=DeadlineKind.SESSION,
            start=start,
            end=start + len(words),
            first=session.opens if session else None,
            last=session.closes if session else None,
            estimated=session.estimated if session else False,
        )


@cache
def _session_table() -> dict[tuple[str, str], SessionEntry]:
    return {(session.organ, session.label): session for session in sessions()}


@cache
def _organ_names() -> dict[str, str]:
    return {organ.name: organ.code for organ in organs()}


def _organ_code(name: str | None) -> str | None:
    return _organ_names().get(name or "")


def _dates(text: str, offset: int, _organ: str | None, adopted_on: dt.date | None) -> Iterator[Deadline]:
    for found in DATE.finditer(text):
        first, last = _interval(found, adopted_on)
        if last is None:
            continue
        yield Deadline(
            text=found[0],
            kind=DeadlineKind.DATE,
            start=offset + found.start(),
            end=offset + found.end(),
            first=first,
            last=last,
            expiry=found["prep"] in ("until", "up to"),
        )


def _interval(found: re.Match[str], adopted_on: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Give the days of a date; a bare year without "end of" is a policy target and no deadline."""
    try:
        if found["day"]:
            year = int(found["year"]) if found["year"] else adopted_on.year if adopted_on else 0
            day = dt.date(year, MONTHS[found["month"]], int(found["day"]))
            return day, day
        if found["only"]:
            year, month = int(found["of"]), MONTHS[found["only"]]
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        if found["end"]:
            day = dt.date(int(found["bare"]), 12, 31)
            return day, day
    except ValueError:
        pass  # "31 June 2025": no such day, so there is nothing to be late for
    return None, None


def _spans(text: str, offset: int, _organ: str | None, adopted_on: dt.date | None) -> Iterator[Deadline]:
    for found in RELATIVE.finditer(text):
        count = cardinal_number(found["count"] or found["again"]) or 0
        unit = (found["unit"] or found["of"]).lower().rstrip("s") + "s"
        yield Deadline(
            text=found[0],
            kind=DeadlineKind.RELATIVE,
            start=offset + found.start(),
            end=offset + found.end(),
            first=adopted_on,
            last=_later(adopted_on, count, unit),
            estimated=True,
            expiry=bool(found["for"] or found["again"]),
        )


def _later(day: dt.date | None, count: int, unit: str) -> dt.date | None:
    if day is None:
        return None
    steps = {
        "hours": relativedelta(hours=count),
        "days": relativedelta(days=count),
        "weeks": relativedelta(weeks=count),
        "months": relativedelta(months=count),
        "years": relativedelta(years=count),
    }
    return (dt.datetime.combine(day, dt.time()) + steps[unit]).date()


def _starts(text: str, offset: int, _organ: str | None, _adopted_on: dt.date | None) -> Iterator[Deadline]:
    """Give the days from which something holds; they have no last day."""
    for found in START.finditer(text):
        day = read_date(found[0])
        if day is not None:
            at = offset + found.start()
            yield Deadline(found[0], DeadlineKind.DATE, start=at, end=at + len(found[0]), first=day)


def _period_ends(
    text: str, offset: int, _organ: str | None, _adopted_on: dt.date | None
) -> Iterator[Deadline]:
    for found in PERIOD_END.finditer(text):
        start = offset + found.start()
        yield Deadline(text=found[0], kind=DeadlineKind.RELATIVE, start=start, end=offset + found.end())


def _recurring(text: str, offset: int, _organ: str | None, _adopted_on: dt.date | None) -> Iterator[Deadline]:
    for found in RECURRING.finditer(text):
        yield Deadline(
            text=found[0],
            kind=DeadlineKind.RECURRING,
            start=offset + found.start(),
            end=offset + found.end(),
            recurrence=_rule(found),
        )


def _rule(found: re.Match[str]) -> str:
    if found["every"]:
        count = cardinal_number(found["count"]) if found["count"] else 1
        rule = f"FREQ={FREQUENCIES[found['unit'].lower().rstrip('s')]}"
        return rule if count == 1 else f"{rule};INTERVAL={count}"
    word = (found["word"] or found["basis"] or "annual").lower()
    return RULES[word if word in RULES else word.removesuffix("ly")]


# Most texts have no time expression, so each reader comes with words of which one is in all it can find,
# and with the rule's name.
_READERS: tuple[tuple[tuple[str, ...], str, Callable[..., Iterator[Deadline]]], ...] = (
    (("session",), "session", _sessions),
    (("by ", "before ", "later than ", "until ", "up to "), "date", _dates),
    (("within ", "period of ", "later than "), "span of time", _spans),
    (("from ", "as of ", "effective "), "beginning", _starts),
    (("period",), "end of a period", _period_ends),
    (("every ", "nnual", "ennial", "quarterly", "monthly", "each year"), "recurrence", _recurring),
)
