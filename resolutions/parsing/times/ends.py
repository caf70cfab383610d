"""Ends without a day of their own: "at the end of this period", "until the mission has completed its work".

"This period" is the mandate whose end was read last; a biennium ends with its last year. What lasts until an
event has words and no day.
"""

import datetime as dt
import re
from collections.abc import Iterator

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.times.setting import Setting

MANDATE = r"(?:this|that|the|its|their|his|each) (?:[\w-]+ ){0,3}(?:period|mandate|term|extension)\b"
# "at the end of this period", "before the expiry of its mandate", "on the expiration of the Mission’s
# mandate"; but "report on the completion of its mandate" says on what
PERIOD_END = re.compile(
    r"\b(?P<prep>at|by|before|upon|prior to|until|after|[Oo]n(?= the (?:expir|terminat))) the "
    rf"(?:end|expiry|expiration|termination|conclusion|completion) of (?:{MANDATE}"
    r"|(?P<whose>(?:the )?[A-Z][\w-]+[’']s?) (?:[\w-]+ )?mandate\b)"
)
BIENNIUM_END = re.compile(
    r"\b(?:by|before|at|until) the end of the (?:biennium|triennium|quadrennium|period|[Dd]ecade)"
    r" \d{4}[–-](?P<year>\d{4})\b"
)
# "by the end of this year", "before the end of the year"
YEAR_END = re.compile(
    r"\b(?:by|before|prior to|until|[Aa]t|(?:no|not) later than|towards?) the end of"
    r" (?P<year>this|the(?: current| present| calendar)?|next) (?:calendar )?year\b"
)
# "to establish for the period 2031–2035 a working group"; "the budget for the biennium 2030–2031" is none
PERIOD = re.compile(r"\bfor the (?:period|biennium) (?P<first>\d{4})\s?[–-]\s?(?P<last>\d{4})\b")
PERIOD_OF = re.compile(r"\b(?:establish|extend|renew|prolong|appoint|convene|mandate)\b[^;]{0,80}$")
# "until the Council decides otherwise", "until such time as the parties agree"; never more than a dozen words
UNTIL = re.compile(
    r"\buntil (?:a|an|the|all|such|this|that|its|their|it|they|he)\b"
    r"(?! (?:end|expiry|expiration) of)(?![^,;.]{0,40}\bsession\b)(?: [^\s,;.]+){1,12}"
)


def ends_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the ends of periods and mandates that are named without a day, and of biennia."""
    for found in PERIOD_END.finditer(text):
        day = None if found["whose"] else setting.mandate_ends  # a named mission's may be another mandate
        yield _end(found, offset, day, found["prep"] == "until")
    for found in BIENNIUM_END.finditer(text):
        day = dt.date(int(found["year"]), 12, 31)
        yield Deadline(found[0], DeadlineKind.DATE, offset + found.start(), offset + found.end(), day, day)
    for found in PERIOD.finditer(text) if "for the " in text else ():
        if PERIOD_OF.search(text, max(0, found.start() - 120), found.start()):
            first, last = dt.date(int(found["first"]), 1, 1), dt.date(int(found["last"]), 12, 31)
            at = offset + found.start()
            yield Deadline(
                found[0], DeadlineKind.DATE, at, at + len(found[0]), first=first, last=last, expiry=True
            )
    for found in YEAR_END.finditer(text) if "year" in text else ():
        yield _year_end(found, offset, setting)
    for found in UNTIL.finditer(text) if "until " in text else ():
        yield _end(found, offset, None, True)


def _year_end(found: re.Match[str], offset: int, setting: Setting) -> Deadline:
    adopted = setting.adopted_on
    day = dt.date(adopted.year + (found["year"] == "next"), 12, 31) if adopted else None
    at = offset + found.start()
    return Deadline(found[0], DeadlineKind.DATE, at, at + len(found[0]), day, day)


def _end(found: re.Match[str], offset: int, day: dt.date | None, expiry: bool) -> Deadline:
    at = offset + found.start()
    return Deadline(
        text=found[0],
        kind=DeadlineKind.RELATIVE,
        start=at,
        end=at + len(found[0]),
        first=day,
        last=day,
        estimated=day is not None,
        expiry=expiry,
    )
