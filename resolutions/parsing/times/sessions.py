"""Sessions and meetings: "at its forty-eighth session", "by the main part of its eighty-second session".

Reads the text of a clause; writes the days of each session from the table of sessions. "Its" is the body
named last before it ("to the Council, at its fifty-ninth session"), else the adopting body.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.ordinals import ORDINAL, ordinal_number
from resolutions.parsing.times.points import MONTH, point
from resolutions.parsing.times.session_owners import is_of_another, table, whose_session
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.vocabulary import SessionEntry, sessions
from resolutions.parsing.words import lowered

KINDS = (
    r"(?:(?:next|regular|annual|ordinary|special|substantive|resumed|organizational|main|reconvened"
    r"|present|current|forthcoming|upcoming|coming|formal|informal|emergency|respective|intersessional) )*"
)
PART = (
    r"(?:(?:the )?(?P<part>(?:(?:first|second|main|resumed) )+part|end|close|closing|conclusion|beginning"
    r"|start|opening|work|(?:first|second|third|fourth|last) (?:quarter|half)|high-level (?:segment|week)"
    r"|(?:general|management|humanitarian affairs|coordination) (?:debate|segment)) of )?"
)
BEGINS = r"from|as of|as from|beginning (?:with|at|from)|starting (?:with|from|at)|commencing (?:with|at)"
ENDS = r"until|up to|through"
PREPOSITION = (
    r"(?:no later than|not later than|prior to|ahead of|in advance of|in time for|throughout"
    rf"|at|by|before|during|in|to|over|{ENDS}|{BEGINS})"
)
YEAR = rf"(?:(?:{MONTH.lower()}) )?\d{{4}}"
# In lower case, as is the text it is tried on; the body and the year that follow are read where it ends.
SESSION = re.compile(
    rf"(?:\b(?P<prep>{PREPOSITION}) |(?<=agenda of )|(?<=agenda for )){PART}"
    rf"(?P<owner>its|the|their) {KINDS}"
    rf"(?:(?P<ordinals>{ORDINAL}(?:(?:,? and |, | to | through ){ORDINAL})*)"
    rf" {KINDS}(?:sessions?|meeting(?= of the (?:conference|(?:states )?parties)"
    rf"|,? (?:to be held )?in {YEAR}))\b"
    rf"|(?P<year>\d{{4}}) {KINDS}session\b"
    rf"|sessions?(?: to be held)? (?:of|in) (?:(?:{MONTH.lower()}) )?(?P<late>\d{{4}})\b"
    r"|(?:session|meeting)\b|(?P<several>sessions)\b)"
)
BODY = re.compile(r" of the (?P<body>[A-Z][\w-]+(?: (?:(?:and|of|on|for|the|to) )*[A-Z][\w-]+)*)")
HELD = re.compile(rf",?(?: to be held)? (?:in|of) (?P<held>(?:(?:{MONTH}) )?\d{{4}})\b")
# "at its session *following the conclusion of the expert meeting*": an event says which one
AFTER = re.compile(
    r" (?:immediately )?(?:following|after) (?:the|its|their) [^,;.]{3,120}?(?=[,;.]|$| (?:and|to|with|as)\b)"
)
EACH = re.compile(
    r"\b(?:at|before|prior to|ahead of|in advance of|during|after) (?:each|every|each of its|all)"
    r"(?: (?:one )?of its)? (?:annual |regular |substantive )*sessions?\b"
    r"|\b(?:at|during) its (?:annual|regular) sessions?\b(?! (?:in|of) \d)"
)
UNNUMBERED = re.compile(r"\b(?:next|forthcoming|upcoming|coming|current|present)\b")
# Special sessions are numbered apart, and those with numbers are past.
SPECIAL = re.compile(r"special session|emergency")
THRICE_A_YEAR = ("HRC",)
BEFORE_IT = ("before", "prior to", "ahead of", "in advance of", "in time for")


class Named(Struct, frozen=True):
    """A session as it is named: the words in lower case, the body and year after them, and where it ends.

    It is `chosen` where an event whose day nobody printed says which one it is.
    """

    found: re.Match[str]
    body: str | None
    held: str | None
    end: int
    chosen: bool = False

    @classmethod
    def at(cls, found: re.Match[str], text: str) -> "Named":
        """Read what follows the word "session"."""
        body = BODY.match(text, found.end())
        end = body.end() if body else found.end()
        if after := AFTER.match(text, end):
            return cls(found, body and body["body"], None, after.end(), chosen=True)
        held = HELD.match(text, end)
        return cls(found, body and body["body"], held and held["held"], held.end() if held else end)


def sessions_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give the sessions at which something is due, unless they were over on the day of adoption."""
    for found in SESSION.finditer(lowered(text)):
        deadline = _read(Named.at(found, text), text, offset, setting)
        if deadline is not None:
            yield deadline


def each_session_in(text: str, offset: int, setting: Setting) -> Iterator[Deadline]:
    """Give "at each session", which recurs with the body's rhythm where it meets once a year."""
    for found in EACH.finditer(lowered(text)):
        rule = None if _organ(Named.at(found, text), text, setting) in THRICE_A_YEAR else "FREQ=YEARLY"
        words, at = text[found.start() : found.end()], offset + found.start()
        yield Deadline(words, DeadlineKind.RECURRING, at, at + len(words), recurrence=rule)


def _read(named: Named, text: str, offset: int, setting: Setting) -> Deadline | None:
    found = named.found
    labels = _labels(found)
    which = labels or UNNUMBERED.search(found[0]) or (named.chosen and found["prep"])
    if not which or SPECIAL.search(found[0]):
        return None
    prep = found["prep"] or ""
    if prep and is_of_another(prep, text, found.start()):
        return None
    organ = _organ(named, text, setting, *labels[:1])
    held = [table().get((organ or "", label)) for label in labels] or [_around(organ, named, setting)]
    if held[0] and setting.adopted_on and all(e and e.closes < setting.adopted_on for e in held):
        if not _held_later(named, setting.adopted_on):
            return None
        held = [None]  # the body's own sessions are counted otherwise: "at its first session of 2026"
    first, last, estimated = _days(named, held[0])
    return Deadline(
        text=text[found.start() : named.end],
        kind=DeadlineKind.SESSION,
        start=offset + found.start(),
        end=offset + named.end,
        first=first,
        last=None if re.fullmatch(BEGINS, prep) else last,
        estimated=estimated,
        recurrence=_rhythm([e for e in held if e]) if len(labels) > 1 else None,
        expiry=re.fullmatch(ENDS, prep) is not None,
    )


def _labels(found: re.Match[str]) -> list[str]:
    """Give what the sessions are called in the table: "80", "2025"; a range gives its ends."""
    if found["ordinals"]:
        numbers = [ordinal_number(word) for word in re.findall(ORDINAL, found["ordinals"])]
        if re.search(r" (?:to|through) ", found["ordinals"]) and len(numbers) == 2 and all(numbers):
            numbers = list(range(numbers[0] or 0, (numbers[1] or 0) + 1))
        return [str(number) for number in numbers]
    named = found["year"] or found["late"]
    return [named] if named else []


def _organ(named: Named, text: str, setting: Setting, label: str | None = None) -> str | None:
    return whose_session(named.body, text, named.found.start(), setting, label)


def _held_later(named: Named, adopted_on: dt.date) -> bool:
    """Tell whether a year is printed beside the session that is not over."""
    printed = point(named.held, None) if named.held else None
    return printed is not None and printed.last > adopted_on


@cache
def _of_organ(organ: str) -> tuple[SessionEntry, ...]:
    return tuple(session for session in sessions() if session.organ == organ)


def _around(organ: str | None, named: Named, setting: Setting) -> SessionEntry | None:
    """Give the next session after adoption, or the one that is on; none of several or of one yet unknown."""
    day, low = setting.adopted_on, named.found[0]
    if day is None or named.chosen or named.found["several"]:
        return None
    own = _of_organ(organ or "")
    if re.search(r"\b(?:current|present)\b", low):
        return next((entry for entry in own if entry.opens <= day <= entry.closes), None)
    return next((entry for entry in own if entry.opens > day), None)


def _days(named: Named, session: SessionEntry | None) -> tuple[dt.date | None, dt.date | None, bool]:
    """Give first and last day and whether they are estimated; a year printed beside helps out."""
    found = named.found
    if session is None:
        year = named.held or found["late"]
        printed = point(year, None) if year else None
        return (printed.first, printed.last, True) if printed else (None, None, False)
    part, prep = found["part"] or "", found["prep"] or ""
    opens, closes, estimated = session.opens, session.closes, session.estimated
    if part in ("end", "close", "closing", "conclusion"):
        return closes, closes, estimated
    if part in ("beginning", "start", "opening"):
        return opens, opens, estimated
    if part == "main part":
        return opens, min(closes, dt.date(opens.year, 12, 31)), True
    if "part" in part or "resumed" in found[0]:
        return min(closes, dt.date(opens.year + 1, 1, 1)), closes, True
    if part:
        return opens, closes, True
    if prep in BEFORE_IT:
        return None, opens - dt.timedelta(days=1), estimated
    return opens, closes, estimated


def _rhythm(held: list[SessionEntry]) -> str | None:
    """Give the rule of several sessions that lie whole years apart: "at its eightieth and eighty-second"."""
    years = [round((b.opens - a.opens).days / 365.25) for a, b in pairwise(held)]
    even = len(years) > 0 and years[0] > 0 and len(set(years)) == 1
    near = even and abs((held[1].opens - held[0].opens).days / 365.25 - years[0]) < 0.15
    if not near:
        return None
    step = f";INTERVAL={years[0]}" if years[0] > 1 else ""
    return f"FREQ=YEARLY{step};COUNT={len(held)}"
