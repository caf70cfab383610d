"""A session named by the body's number: "to the Sixty-ninth World Health Assembly".

The World Health Assembly's own way of speaking (its resolutions since WHA1): each yearly session is an
Assembly with a number. One that is over by the day of adoption is no time at which anything is due.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.ordinals import ORDINAL, ordinal_number
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.vocabulary import SessionEntry, sessions
from resolutions.parsing.words import lowered

ORGAN = "WHA"
# Not "by": "endorsed by the Sixty-fifth World Health Assembly" tells of the past.
NUMBERED = re.compile(
    rf"\b(?P<prep>to|at|before|prior to|in time for|for consideration (?:by|at)|until|no later than) the"
    rf" (?P<number>{ORDINAL}) (?:world )?health assembly\b(?P<year>(?:,)? (?:in|of) (?:may )?\d{{4}})?"
)
BEFORE = ("before", "prior to")
OF_THE_PAST = re.compile(r"\b(?:held|adopted|made|taken|submitted|presented|reported|agreed) $")


def assemblies_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the Health Assemblies by which something is due.

    >>> from resolutions.parsing.anaphora import Context
    >>> setting = Setting(Context("WHA"), dt.date(2013, 5, 27))
    >>> (found,) = assemblies_in("to report to the Sixty-ninth World Health Assembly", 0, setting)
    >>> found.text, found.first.year, found.estimated
    ('to the Sixty-ninth World Health Assembly', 2016, True)
    """
    low = lowered(text)
    for found in NUMBERED.finditer(low):
        session = _assemblies().get(str(ordinal_number(found["number"])))
        if OF_THE_PAST.search(low, max(0, found.start() - 40), found.start()) or _is_over(session, setting):
            continue
        opens, closes = (session.opens, session.closes) if session else (None, None)
        is_before = found["prep"] in BEFORE
        yield Deadline(
            text=text[found.start() : found.end()],
            kind=DeadlineKind.SESSION,
            start=offset + found.start(),
            end=offset + found.end(),
            first=None if is_before else opens,
            last=opens - dt.timedelta(days=1) if is_before and opens else closes,
            estimated=session is not None and session.estimated,
            expiry=found["prep"] == "until",
        )


def _is_over(session: SessionEntry | None, setting: Setting) -> bool:
    return bool(session and setting.adopted_on and session.closes < setting.adopted_on)


@cache
def _assemblies() -> dict[str, SessionEntry]:
    return {session.label: session for session in sessions() if session.organ == ORGAN}
