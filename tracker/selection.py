"""A selection of the register: the conditions a reader chose, and the lists that meet them.

The register page, the overview, the API and the exports all ask here, so that a number on one of them is
the length of the list on another. The names of the conditions are those of the query string.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import Exists, OuterRef, Q

from tracker.item_querysets import ActionItemQuerySet
from tracker.models import ActionItem, CycleRequest, FocalPoint, Ground, Occurrence, StatusChange
from tracker.querysets import OccurrenceQuerySet, Person
from tracker.statuses import Status
from tracker.strength import Strength, of_strength

# How far "falls due soon" looks ahead where the reader does not say.
DUE_WITHIN_DAYS = 90

RESOLUTION = "clause__paragraph__resolution"


class State(models.TextChoices):
    """How work for one addressee stands on a day."""

    OPEN = "open", "Open"
    DUE = "due", "Falls due soon"
    OVERDUE = "overdue", "Overdue"
    COMING = "coming", "Open, due date still to come"
    UNDATED = "undated", "Open, no due date stated"
    TO_REVIEW = "to_review", "To be looked at again"
    CLOSED = "closed", "Closed"


STATES: Mapping[State, Callable[[OccurrenceQuerySet, dt.date, int], OccurrenceQuerySet]] = {
    State.OPEN: lambda occurrences, on, days: occurrences.open(),
    State.DUE: lambda occurrences, on, days: occurrences.due_within(days, on),
    State.OVERDUE: lambda occurrences, on, days: occurrences.overdue(on),
    State.COMING: lambda occurrences, on, days: occurrences.coming(on),
    State.UNDATED: lambda occurrences, on, days: occurrences.open().undated(),
    State.TO_REVIEW: lambda occurrences, on, days: occurrences.to_review(on),
    State.CLOSED: lambda occurrences, on, days: occurrences.closed(),
}

# Conditions on the item and its clause that are one look-up each.
ITEM_LOOKUPS: Mapping[str, str] = {
    "resolution": f"{RESOLUTION}__symbol",
    "organ": f"{RESOLUTION}__organ__code",
    "session": f"{RESOLUTION}__session__label",
    "adopted_from": f"{RESOLUTION}__adopted_on__gte",
    "adopted_to": f"{RESOLUTION}__adopted_on__lte",
    "verb": "clause__verb__lemma",
    "type": "clause__type",
    "review": "clause__review_state",
    "reporting": "clause__reporting",
    "nature": "nature",
    "status": "seen_status",
}

# Conditions on an addressee's current occurrence; all that are chosen hold for one and the same.
OCCURRENCE_LOOKUPS: Mapping[str, str] = {
    "entity": "assignment__entity__key",
    "to_be_placed": "assignment__entity__provisional",
    "entity_status": "status",
    "due_from": "due_to__gte",
    "due_to": "due_to__lte",
}
OCCURRENCE_CONDITIONS = (
    *OCCURRENCE_LOOKUPS,
    "state",
    "due_month",
    "implemented_from",
    "implemented_to",
    "changed_from",
    "changed_to",
    "without_focal_point",
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader may see on a day, narrowed by conditions.

    Args:
        user: the reader; nothing they may not see is counted or listed.
        on: the day on which due, overdue and in force are asked.
        values: condition → value, of the types that `tracker.filters.ActionItemFilter` cleans them to.
    """

    user: Person
    on: dt.date
    values: Mapping[str, Any] = field(default_factory=dict)

    def narrowed(self, **values: Any) -> "Selection":
        """Return the selection with further conditions; a condition given again is replaced."""
        return replace(self, values={**self.values, **values})

    def without(self, *names: str) -> "Selection":
        """Return the selection without some of its conditions."""
        return replace(self, values={k: v for k, v in self.values.items() if k not in names})

    @property
    def query(self) -> str:
        """The conditions as a query string that gives this selection again."""
        return urlencode({name: as_text(value) for name, value in self.values.items()})

    def items(self, among: ActionItemQuerySet | None = None) -> ActionItemQuerySet:
        """Return the action items that meet all conditions, those `among` the given or all listed ones."""
        items = ActionItem.objects.listed() if among is None else among
        items = items.visible_to(self.user, on=self.on).filter(**self._lookups(ITEM_LOOKUPS))
        for name, method in FLAGS.items():
            if name in self.values:
                chosen = method(items, self.on)
                items = chosen if self.values[name] else items.exclude(pk__in=chosen.values("pk"))
        if "in_force_on" in self.values:
            items = items.in_force(self.values["in_force_on"])
        if "cycle" in self.values:
            items = items.filter(pk__in=self._asked_about())
        if "strength" in self.values:
            items = items.filter(of_strength(Strength(self.values["strength"])))
        if "validity" in self.values:
            items = items.of_validity(self.values["validity"], self.on)
        if "q" in self.values:
            items = items.search(self.values["q"])
        return self._with_occurrences(items)

    def occurrences(self) -> OccurrenceQuerySet:
        """Return the current occurrences, visible to the reader, that meet the conditions on occurrences."""
        found = Occurrence.objects.current().visible_to(self.user, on=self.on)
        found = found.filter(**self._lookups(OCCURRENCE_LOOKUPS))
        if "state" in self.values:
            days = self.values.get("days", DUE_WITHIN_DAYS)
            found = STATES[State(self.values["state"])](found, self.on, days)
        if "due_month" in self.values:
            found = found.filter(due_to__range=days_of(self.values["due_month"]))
        if "without_focal_point" in self.values:
            spoken_for = Exists(self._spoken_for())
            found = found.filter(~spoken_for if self.values["without_focal_point"] else spoken_for)
        return self._with_changes(found)

    def _lookups(self, table: Mapping[str, str]) -> dict[str, Any]:
        return {lookup: self.values[name] for name, lookup in table.items() if name in self.values}

    def _with_occurrences(self, items: ActionItemQuerySet) -> ActionItemQuerySet:
        chosen = [name for name in OCCURRENCE_CONDITIONS if name in self.values]
        if not chosen:
            return items
        having = items.having(self.occurrences())
        if chosen == ["state"] and self.values["state"] == State.OPEN:
            # An obligation that nobody has been assigned has no occurrence, and yet all work is left to do.
            return items.filter(Q(pk__in=having.values("pk")) | Q(pk__in=items.unassigned().values("pk")))
        return having

    def _with_changes(self, found: OccurrenceQuerySet) -> OccurrenceQuerySet:
        for prefix, changes, day in (
            ("implemented", implementations(), "effective_on"),
            ("changed", recorded_changes(), "recorded_at__date"),
        ):
            ends = {f"{prefix}_from": f"{day}__gte", f"{prefix}_to": f"{day}__lte"}
            if chosen := self._lookups(ends):
                found = found.filter(Exists(changes.filter(**chosen, occurrence=OuterRef("pk"))))
        return found

    def _asked_about(self) -> models.QuerySet[CycleRequest, int]:
        requests = CycleRequest.objects.visible_to(self.user, on=self.on).filter(cycle=self.values["cycle"])
        return requests.order_by().values_list("occurrence__assignment__item", flat=True)

    def _spoken_for(self) -> models.QuerySet[FocalPoint]:
        return FocalPoint.objects.active(self.on).filter(entity=OuterRef("assignment__entity"))


# Yes-or-no conditions, each a question of the QuerySet.
FLAGS: Mapping[str, Callable[[ActionItemQuerySet, dt.date], ActionItemQuerySet]] = {
    "in_force": lambda items, on: items.in_force(on),
    "unassigned": lambda items, on: items.unassigned(),
    "doubtful": lambda items, on: items.doubtful(),
    "lost": lambda items, on: items.with_lost_work(on),
}


def recorded_changes() -> models.QuerySet[StatusChange]:
    """Return the changes of status that somebody made, without the first status each intake writes."""
    return StatusChange.objects.filter(response=None).exclude(ground=Ground.INTAKE)


def implementations() -> models.QuerySet[StatusChange]:
    """Return the changes that brought a status to implemented, where it still stands."""
    return recorded_changes().filter(to_status=Status.IMPLEMENTED, occurrence__status=Status.IMPLEMENTED)


def days_of(month: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a month written as `2021-03`."""
    year, number = (int(part) for part in month.split("-"))
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def as_text(value: Any) -> str:
    """Return a condition's value as it stands in a query string."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
