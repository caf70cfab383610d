"""Times counted from an event: "within ninety days", "six months after adoption", "for a further year".

Reads the text of a clause; writes the day it comes to where the event is the adoption, a printed day or the
end of a mandate that was read before. What counts from another event ("within five days of receiving it") has
words and no day.
"""

import datetime as dt
import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.ordinals import CARDINAL, cardinal_number
from resolutions.parsing.times.ends import MANDATE
from resolutions.parsing.times.points import DAY, point
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.words import mentions

SIZE = r"(?:(?:calendar|working|consecutive|full) )?(?P<unit>(?:hour|day|week|month|year)s?)\b"
COUNT = rf"(?P<count>{CARDINAL}|(?<!\bin )an?)(?: \(\d{{1,3}}\))?(?: |-(?=\w+ (?:period|term)\b)){SIZE}"
ADOPTION = r"(?:(?:the |its )?adoption(?: (?:of )?(?:the present|this) (?:resolution|decision)|(?! of\b)))"
# What happens at a time of its own: "the entry into force of", "receipt of the notification"; a sentence of
# its own, "the Assembly takes note", says what another may do and when
EVENT = (
    r"(?:(?:the|its|their|his|such|any) (?!\w+ (?:takes|has|have|is|are)\b)"
    r"|receiv|receipt |notif|submission |entry |[A-Z][\w-]+’s? )"
    r"[^,;.]{2,120}?"
    r"(?=[,;.]|$| (?:and|or|to|with|on|in order|as|for|unless|if|pursuant)\b)"
)
MANDATE_ENDING = rf"(?:the )?(?:end|expiry|expiration|termination) of {MANDATE}"
# What the counting begins with: adoption, a printed day, or something else
FROM = (
    r"(?: (?:from|of|after|following|as from|beginning(?: on)?|starting(?: on)?|effective)"
    r" (?:(?:the )?(?:date|day|time|moment) of )?(?:[\d:]+ (?:[A-Z][a-z]+ )*(?:[Tt]ime )?on )?"
    rf"(?:(?P<day>{DAY})|{ADOPTION}|(?:the present|this) (?:resolution|decision)"
    rf"|(?P<event>{EVENT})))?"
)
WITHIN = re.compile(
    r"\b(?:[Ww]ithin(?: the (?:next|first|following))?(?: (?:a|the|any) (?:maximum )?period of)?(?: at most)?"
    rf"|(?:no|not) later than|(?:[Dd]uring|[Ii]n|[Oo]ver) the (?:first|next|coming)|in) {COUNT}"
    rf"(?! (?:before|prior to|in advance of|ago|old|period)){FROM}(?: or sooner)?"
)
AFTER = re.compile(
    rf"\b(?:(?:at the latest|(?:no|not) more than|at least|not less than) )?{COUNT}"
    r" (?:after|from|following|of) (?:(?:the )?(?:date|day|time) of )?"
    rf"(?:{ADOPTION}|(?:the present|this) (?:resolution|decision)|(?P<day>{DAY}))"
)
# "from the date of adoption of this resolution"
FROM_ADOPTION = re.compile(
    r"\b(?:(?:with effect |effective )?(?:from|as of|as from)|effective(?: on| upon)?)"
    r" (?:the )?(?:(?:date|day|time|moment) of )?(?:the |its )?adoption of (?:the present|this)"
    r" (?:resolution|decision)"
)
ENDS = re.compile(r"\b(?:cease|expire|terminat|lapse|lift)\w*\b[^,;]*$")
# "ninety days after the entry into force of the agreement", "thirty days following receipt of the notice"
AFTER_EVENT = re.compile(
    rf"\b(?:(?:at the latest|(?:no|not) more than|at least|not less than) )?{COUNT}"
    rf" (?:after|from|following) (?!(?:the |its )?(?:date of )?(?:the |its )?adoption\b)(?P<event>{EVENT})"
)
# "after a period of ninety (90) days", "at the end of six months"; "after two years of drought" is past
ELAPSED = re.compile(
    rf"\b(?:[Aa]fter|[Aa]t the end of)(?: (?:a|an initial|the first|this)(?: further)? period of)? {COUNT}"
    r"(?=[,;.]|$| (?:and|or|to|on|if|unless)\b)"
)
BEFORE = re.compile(
    rf"\b(?:(?:at least|no later than|not later than|not less than) )?{COUNT}"
    r" (?:before|prior to|in advance of|ahead of)"
    rf" (?P<event>(?:{MANDATE_ENDING}|{EVENT}|each [^,;.]{{2,60}}))"
)
# Each match of the patterns above holds one of these.
WITHIN_WORDS = ("within ", "later than ", "in ", "during the ", "over the ")
AFTER_WORDS = ("adoption", "resolution", "decision", "20", "19")  # a printed day has a year
ELAPSED_WORDS = ("after ", "at the end of ")
EVENT_WORDS = (
    "s after ",
    "r after ",
    "h after ",
    "k after ",
    "y after ",
    "s from ",
    "h from ",
    "s following ",
)
BEFORE_WORDS = (" before ", " prior to ", " in advance of ", " ahead of ")
MANDATE_END = re.compile(rf"(?:{MANDATE_ENDING}|(?:its|their) expir)")
# "for a further period of six months", "for one year", "for an additional 12-month period"
WORDS_OF_LENGTH = (
    "further|additional|initial|new|final|renewable|limited|maximum|interim|transitional|extended|single"
)
LENGTH = re.compile(
    rf"\b[Ff]or (?:(?:a|an|another|the next)(?: (?:{WORDS_OF_LENGTH}|period|term))* )?"
    rf"(?:(?:period|term) )?(?:of )?(?:up to )?{COUNT}(?: (?:period|term)\b)?{FROM}"
)
NAMED_LENGTH = re.compile(rf"\b(?:period|term|{WORDS_OF_LENGTH}|another)\b")
# What gives a bare "for one year" the meaning of a mandate's length
MANDATES = re.compile(
    r"\b(?:extend|renew|prolong|maintain|establish|authori|appoint|remain|continu|creat|mandate|prevent)",
    re.IGNORECASE,
)
STEPS = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}


def spans_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give what is due a number of days, months or years after something or before it."""
    low = text.lower()
    for pattern, words in ((WITHIN, WITHIN_WORDS), (AFTER, AFTER_WORDS), (ELAPSED, ELAPSED_WORDS)):
        for found in pattern.finditer(text) if mentions(low, words) else ():
            yield _span(found, offset, *_counted(found, setting))
    for found in AFTER_EVENT.finditer(text) if mentions(low, EVENT_WORDS) else ():
        yield _span(found, offset, None, None)
    for found in FROM_ADOPTION.finditer(text) if "adoption of th" in low else ():
        ceases = ENDS.search(text, 0, found.start()) is not None
        begins = setting.adopted_on
        yield _span(found, offset, begins, begins if ceases else None, expiry=ceases)
    for found in BEFORE.finditer(text) if mentions(low, BEFORE_WORDS) else ():
        ends = setting.mandate_ends if MANDATE_END.match(found["event"]) else None
        day = _moved(ends, found, -1)
        yield _span(found, offset, day, day)


def lengths_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give for how long something is to last; its last day ends the mandate."""
    for found in LENGTH.finditer(text):
        if NAMED_LENGTH.search(found[0]) or MANDATES.search(text, 0, found.start()):
            yield _span(found, offset, *_counted(found, setting), expiry=True)


def _counted(found: re.Match[str], setting: Setting) -> tuple[dt.date | None, dt.date | None]:
    """Give the days on which the counting begins and ends; none where it begins with an unknown event."""
    said = found.groupdict()
    if said.get("event"):
        return None, None
    printed = point(said["day"], setting.adopted_on) if said.get("day") else None
    begins = printed.first if printed else setting.adopted_on
    last = _moved(begins, found, 1)
    return (begins, last) if last else (None, None)


def _moved(day: dt.date | None, found: re.Match[str], sign: int) -> dt.date | None:
    """Give the day that lies the printed number of units after (or before) another."""
    count = 1 if found["count"] in ("a", "an") else cardinal_number(found["count"])
    if day is None or count is None:
        return None
    step = relativedelta(**{STEPS[found["unit"].lower().rstrip("s")]: sign * count})  # type: ignore[arg-type]
    try:
        return (dt.datetime.combine(day, dt.time()) + step).date()
    except (ValueError, OverflowError):
        return None


def _span(
    found: re.Match[str], offset: int, first: dt.date | None, last: dt.date | None, *, expiry: bool = False
) -> Deadline:
    words = found[0].rstrip()
    return Deadline(
        text=words,
        kind=DeadlineKind.RELATIVE,
        start=offset + found.start(),
        end=offset + found.start() + len(words),
        first=first,
        last=last,
        estimated=last is not None,
        expiry=expiry,
    )
