"""What becomes of each row: a plan, which changes nothing and has passed the checks of the usual doors."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils import timezone

from resolutions.models import Entity
from tracker import schedule, workflow
from tracker.models import ActionItem, Assignment, Fate, Occurrence
from tracker.refusals import Refused
from tracker.sheets.columns import Field, Mapped
from tracker.sheets.finding import Finder, NotFound
from tracker.sheets.tables import Row, Table
from tracker.statuses import BY_DECISION, Status
from tracker.wording import day

T = TypeVar("T")

_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d-%b-%Y")

# Of 03/04/2026 nobody knows which is the month.
_FIGURES = re.compile(r"(\d\d?)/(\d\d?)/\d{4}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a row would do: each part None where it changes nothing.

    Args:
        row: the row.
        item: what it is about.
        entity: whose assignment it is.
        assigns: whether the entity is to be assigned first.
        status: the status to be decided, with the day from which it holds.
        due_to: the due date to be set.
        remark: the reason, in the sheet's words.
        sentences: all this in words.
    """

    row: Row
    item: ActionItem
    entity: Entity
    assigns: bool = False
    status: tuple[Status, dt.date | None] | None = None
    due_to: dt.date | None = None
    remark: str = ""
    sentences: tuple[str, ...] = ()

    @property
    def pair(self) -> tuple[int, int]:
        """The item and the entity it is about, by their ids."""
        return self.item.pk, self.entity.pk

    @property
    def becomes(self) -> tuple[Status, dt.date | None]:
        """The status to be decided and since when it holds; only of a plan that has one."""
        assert self.status is not None
        return self.status

    def reason(self, sheet: str) -> str:
        """Return what to keep as the reason of its changes."""
        said = f": {self.remark}" if self.remark else "."
        return f"Taken over from {sheet}, row {self.row.number}{said}"

    @property
    def fate(self) -> Fate:
        """Whether it changes anything."""
        return Fate.CHANGES if self.sentences else Fate.NOTHING

    @property
    def words(self) -> str:
        """Say what becomes of the row."""
        about = f"{self.item.reference}, {self.entity}: "
        return about + ("; ".join(self.sentences) if self.sentences else "stands so already") + "."


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be taken over, and why."""

    row: Row
    words: str
    fate: Fate = Fate.FAULT


def plans(table: Table, mapped: Mapped) -> Iterator[Plan | Fault]:
    """Give the fate of each row in the order of the table; nothing is written."""
    finder = Finder()
    taken: dict[tuple[int, int], int] = {}
    for row in table.rows:
        try:
            plan = _plan(row, mapped, finder)
        except NotFound as reason:
            yield Fault(row, str(reason))
            continue
        before = taken.setdefault((plan.item.pk, plan.entity.pk), row.number)
        if before != row.number:
            yield Fault(row, f"Row {before} speaks of {plan.entity} on {plan.item.reference} already.")
        else:
            yield plan


class _Trying:
    """Does one thing after another and keeps in words what each found wrong."""

    def __init__(self) -> None:
        self.wrong: list[str] = []

    def __call__(self, do: Callable[[], T]) -> T | None:
        try:
            return do()
        except (NotFound, Refused) as reason:
            # The entity that is not found keeps the item from being found too.
            if str(reason) not in self.wrong:
                self.wrong.append(str(reason))
            return None


def _plan(row: Row, mapped: Mapped, finder: Finder) -> Plan:
    """Plan a row, or raise NotFound with all that is wrong with it."""
    trying = _Trying()
    entity = trying(lambda: _entity(row, mapped, finder))
    item = trying(lambda: finder.item(mapped, row))
    occurrence = _running(item, entity) if item and entity else None
    now = Status(occurrence.status) if occurrence else Status.NOT_STARTED
    to = _other_status(row, mapped, now)
    since = trying(lambda: _day(row, mapped, Field.SINCE, "since when the status holds")) if to else None
    due = trying(lambda: _day(row, mapped, Field.DUE, "due date"))
    if occurrence and occurrence.due_to == due:
        due = None
    if item and entity:
        at = occurrence or _would_be(item, entity)
        trying(lambda: schedule.check_days(at, due, due))
        if to:
            trying(lambda: _check_way(now, to))
            trying(lambda: workflow.check_effective_day(at, since or timezone.localdate()))
    if trying.wrong or item is None or entity is None:
        raise NotFound(" ".join(trying.wrong))
    status = (to, since) if to else None
    sentences = (
        "" if occurrence else f"{entity} is assigned",
        _falls_due(due, occurrence) if due else "",
        _becomes(status, occurrence) if status else "",
    )
    remark = mapped.told(row, Field.REMARK)
    return Plan(row, item, entity, occurrence is None, status, due, remark, tuple(filter(None, sentences)))


def _entity(row: Row, mapped: Mapped, finder: Finder) -> Entity:
    who = mapped.told(row, Field.ENTITY)
    if not who:
        raise NotFound("It does not say who is responsible.")
    return finder.entity(who)


def _would_be(item: ActionItem, entity: Entity) -> Occurrence:
    """Return the occurrence that an assignment would open, unsaved."""
    return Occurrence(assignment=Assignment(item=item, entity=entity))


def _running(item: ActionItem, entity: Entity) -> Occurrence | None:
    for assignment in item.assignments.all():
        if assignment.entity_id == entity.pk and assignment.withdrawn_at is None:
            return next(each for each in assignment.occurrences.all() if each.is_current)
    return None


def _other_status(row: Row, mapped: Mapped, now: Status) -> Status | None:
    """Return the status that a row says, None where it says none or the one that stands."""
    word = mapped.told(row, Field.STATUS).casefold()
    to = mapped.statuses[word] if word else now
    return None if to == now else to


def _check_way(now: Status, to: Status) -> None:
    if to not in BY_DECISION[now]:
        ways = ", ".join(f"“{way.label}”" for way in BY_DECISION[now])
        raise NotFound(f"“{now.label}” cannot become “{to.label}”; from here it can become {ways}.")


def _day(row: Row, mapped: Mapped, field: Field, what: str) -> dt.date | None:
    said = mapped.told(row, field)
    return _read_day(said, what) if said else None


def _read_day(said: str, what: str) -> dt.date:
    """Read a day in any of the usual ways of writing one.

    Raises:
        NotFound: it is none, or could be two.
    """
    figures = _FIGURES.fullmatch(said)
    if figures and figures[1] != figures[2] and int(figures[1]) <= 12 and int(figures[2]) <= 12:
        raise NotFound(f"The {what} “{said}” could be two days. Write it as 2026-12-31.")
    for form in _DAYS:
        try:
            return dt.datetime.strptime(said[:10] if form == _DAYS[0] else said, form).date()
        except ValueError:
            continue
    raise NotFound(f"The {what} “{said}” is no day. Write it as 2026-12-31.")


def _falls_due(due: dt.date, occurrence: Occurrence | None) -> str:
    before = occurrence.due_to if occurrence else None
    return f"due {day(due)}" + (f" instead of {day(before)}" if before else "")


def _becomes(status: tuple[Status, dt.date | None], occurrence: Occurrence | None) -> str:
    to, since = status
    before = Status(occurrence.status).label if occurrence else Status.NOT_STARTED.label
    return f"“{before}” becomes “{to.label}”" + (f" as of {day(since)}" if since else "")
