"""When something is due: "at its forty-eighth session", "by 31 December 2026", "within 90 days".

Reads the text of a clause; writes its time expressions as intervals of days where the calendar, the table of
sessions or the day of adoption gives them. An end of a mandate ("until 31 July 1994") is no due day, and
neither is the year of an aim ("by 2030").
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from resolutions.parsing.document import Deadline, DeadlineKind
from resolutions.parsing.signs import Sign, Wording, any_of, sign
from resolutions.parsing.times.assemblies import assemblies_in
from resolutions.parsing.times.dates import dates_in
from resolutions.parsing.times.ends import ends_in
from resolutions.parsing.times.events import events_in
from resolutions.parsing.times.next_reports import next_reports_in
from resolutions.parsing.times.occasions import occasions_in, starts_in
from resolutions.parsing.times.points import CALENDAR
from resolutions.parsing.times.recurring import recurring_in
from resolutions.parsing.times.sessions import each_session_in, sessions_in
from resolutions.parsing.times.setting import Setting
from resolutions.parsing.times.spans import lengths_in, spans_in

__all__ = ["Setting", "deadlines_in", "governing"]

RANK = {
    DeadlineKind.SESSION: 0,
    DeadlineKind.DATE: 0,
    DeadlineKind.RELATIVE: 1,
    DeadlineKind.RECURRING: 1,
}
NO_TIME = 2  # the rank of words that name no time of their own: "regularly", "in his next report"
NEXT_REPORT = "next report"
ADJACENT = 12  # characters between a rhythm and its end: "annually, and until"

Reader = Callable[[str, int, Setting], Iterator[Deadline]]
_UNITS = ("day", "week", "month", "year", "hour")
_MEETINGS = ("next meeting", "coming meeting", "meeting of the", "meeting in", "meetings in", "meeting, in")
_ENDS = (
    *("until ", "end of ", "expir", "conclusion of ", "completion of ", "termination of "),
    *("for the period ", "for the bienn"),
)
_EVENTS = ("head of the", "dvance of", "prior to the", "before the ", "coming ", " the next ")
_RHYTHMS = (
    *("nnual", "ennial", "uarter", "daily", "every ", "week", "month", "year"),
    *("regularly", "regular basis", "periodic"),
)
_END = sign("end of ")
_READERS: tuple[tuple[Sign, str, Reader], ...] = (
    (sign("session", *_MEETINGS), "session", sessions_in),
    (sign("session"), "each session", each_session_in),
    (sign("health assembly"), "numbered assembly", assemblies_in),
    (sign(*_UNITS, "adoption"), "span of time", spans_in),
    (sign(*_UNITS), "length of a mandate", lengths_in),
    (sign(*_ENDS), "end of a period", ends_in),
    (sign("next ", "coming ", "subsequent "), NEXT_REPORT, next_reports_in),
    (sign(*_EVENTS), "event", events_in),
    (sign(*_RHYTHMS), "recurrence", recurring_in),
)
_ANY = any_of(each for each, _, _ in _READERS)
_DATED: tuple[tuple[str, Reader], ...] = (
    ("date", dates_in),
    ("beginning", starts_in),
    ("occasion", occasions_in),
)


def deadlines_in(said: Wording, offset: int, setting: Setting) -> tuple[Deadline, ...]:
    """Give the time expressions of a clause, in order, none within another.

    Args:
        said: the clause's words.
        offset: where the clause begins in its paragraph.
        setting: whose sessions "its" means, and the day from which "within 90 days" counts.
    """
    found: list[Deadline] = []
    if CALENDAR.search(said.text) or said.has(_END):
        for rule, read in _DATED:
            found += (replace(each, rule=rule) for each in read(said.text, offset, setting))
    for sign_, rule, read in _READERS if said.signs & _ANY else ():
        if said.has(sign_):
            found += (replace(each, rule=rule) for each in read(said.text, offset, setting))
    return _with_ends(_apart(found)) if found else ()


def _apart(found: list[Deadline]) -> list[Deadline]:
    """Give the expressions in order; of two that overlap only the longer one."""
    kept: list[Deadline] = []
    for each in sorted(found, key=lambda deadline: (deadline.start, -deadline.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.end > kept[-1].end and each.end - each.start > kept[-1].end - kept[-1].start:
            kept[-1] = each
    return kept


def _with_ends(found: list[Deadline]) -> tuple[Deadline, ...]:
    """Let a rhythm end where the text says so: "annually until its eighty-fifth session"."""
    for nth, (each, after) in enumerate(pairwise(found)):
        near = after.start - each.end <= ADJACENT
        if each.kind is DeadlineKind.RECURRING and each.recurrence and near and after.expiry and after.last:
            found[nth] = replace(each, recurrence=f"{each.recurrence};UNTIL={after.last:%Y%m%d}")
    return tuple(found)


def _rank(deadline: Deadline) -> int:
    aimless = deadline.kind is DeadlineKind.RECURRING and not deadline.recurrence
    return NO_TIME if aimless or deadline.rule == NEXT_REPORT else RANK[deadline.kind]


def governing(found: tuple[Deadline, ...]) -> Deadline | None:
    """Give the expression that governs: the first session or date, else the first span or recurrence.

    Of a session whose days nobody knows and a due day beside it ("to review it at its fifty-ninth session and
    to report by 1 June 2028") the day governs. The year of an aim never does.
    """
    due = [deadline for deadline in found if not deadline.target]
    first = min(due, key=lambda deadline: (_rank(deadline), deadline.start), default=None)
    if first is None or first.kind is not DeadlineKind.SESSION or first.last:
        return first
    dated = (
        other for other in due if RANK[other.kind] == RANK[first.kind] and other.last and not other.expiry
    )
    return next(dated, first)
