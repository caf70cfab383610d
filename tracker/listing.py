"""A page of the register as it is shown: rows with their addressees, sort links, chosen conditions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch

from resolutions.models import ClauseAddressee, ClauseDeadline
from tracker.cycle_progress import cycles_seen_by
from tracker.filters import ActionItemFilter
from tracker.models import ActionItem, Occurrence, ReportingCycle
from tracker.ordering import DEFAULT_ORDER, ordered
from tracker.selection import Selection, as_text
from tracker.statuses import OPEN
from tracker.wording import interval

PER_PAGE = 50
# Far pages cost the database ever more; whoever needs them is served better by filters or the CSV.
LAST_PAGE = 200

# The columns that can be sorted by: name in `tracker.ordering.ORDERS`, word in the head of the table.
SORTABLE = (("symbol", "Clause"), ("verb", "What is asked"), ("due", "Due"), ("status", "Status"))


class ShallowPaginator(Paginator):  # type: ignore[type-arg]  # no generic at run time
    """Pages of a list, up to a depth."""

    @property
    def num_pages(self) -> int:
        """How many pages can be turned to."""
        return min(super().num_pages, LAST_PAGE)

    @property
    def is_cut(self) -> bool:
        """Whether the list goes on after the last page."""
        return self.count > LAST_PAGE * PER_PAGE


@dataclass(slots=True)
class Row:
    """An action item with the current occurrences that the reader may see."""

    item: ActionItem
    occurrences: list[Occurrence] = field(default_factory=list)

    @property
    def due(self) -> Occurrence | None:
        """The occurrence whose due date the row shows: the earliest open one, else the earliest."""
        dated = [o for o in self.occurrences if o.due_to]
        pending = [o for o in dated if o.status in OPEN]
        return min(
            pending or dated or self.occurrences, key=lambda o: (o.due_to is None, o.due_to), default=None
        )

    @property
    def read_due(self) -> str:
        """The due date that the text states, in words: all there is while nobody is assigned."""
        for deadline in self.item.clause.deadlines.all():
            if deadline.governs and not deadline.expiry:
                estimated = " (estimated)" if deadline.estimated else ""
                known = interval(deadline.first_day, deadline.last_day)
                return f"due {known}{estimated}" if known else f"“{deadline.text}”, no day set"
        return ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen condition in words, and the query string without it."""

    label: str
    value: str
    query: str


# The label of a cycle's chip, which shows its name where the parameter takes its number.
OF_CYCLE = "Asked about in the reporting cycle"


@dataclass(frozen=True, slots=True)
class Column:
    """A head of the table that sorts: its word, the query string that sorts by it, how it sorts now."""

    name: str
    word: str
    query: str
    direction: str


def page_of(selection: Selection, order: str, number: Any) -> Page[ActionItem]:
    """Return a page of what is selected, in an order; a number that is no page gives the nearest."""
    items = ordered(selection.items(), order, selection.occurrences())
    shown = (
        items.with_validity(selection.on)
        .select_related("clause__verb", "clause__paragraph__resolution")
        .prefetch_related(
            "clause__paragraph__texts",
            Prefetch("clause__addressees", ClauseAddressee.objects.select_related("entity")),
            Prefetch("clause__deadlines", ClauseDeadline.objects.filter(governs=True)),
        )
    )
    return ShallowPaginator(shown, PER_PAGE).get_page(number)


def rows_of(items: Sequence[ActionItem], selection: Selection) -> list[Row]:
    """Return the rows of some items, with one query for all their occurrences."""
    rows = {item.pk: Row(item) for item in items}
    seen = Selection(selection.user, selection.on).occurrences()
    mine = (
        seen.seen_on(selection.on)
        .filter(assignment__item__in=list(rows))
        .select_related("assignment__entity")
    )
    for occurrence in mine.order_by("assignment_id"):
        rows[occurrence.assignment.item_id].occurrences.append(occurrence)
    return list(rows.values())


def chips_of(chosen: ActionItemFilter, order: str) -> list[Chip]:
    """Return the conditions that narrow the list now, each with the list without it."""
    selection = chosen.selection
    cycle = cycle_of(selection)
    words = {
        name: (str(chosen.filters[name].label), _in_words(chosen.form.fields[name], value))
        for name, value in selection.values.items()
    }
    if cycle:
        words["cycle"] = (OF_CYCLE, cycle.name)
    return [Chip(*told, query_of(selection.without(name), order)) for name, told in words.items()]


def cycle_of(selection: Selection) -> ReportingCycle | None:
    """Return the cycle that a selection names, None where it names none that its reader may see."""
    if "cycle" not in selection.values:
        return None
    seen = cycles_seen_by(selection.user, on=selection.on)
    return seen.filter(pk=selection.values["cycle"]).first()


def _in_words(form_field: forms.Field, value: Any) -> str:
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    text = as_text(value)
    choices: Any = form_field.choices if isinstance(form_field, forms.ChoiceField) else ()
    return str(dict(choices).get(text, text))


def columns_of(selection: Selection, order: str) -> list[Column]:
    """Return the heads of the table; following the one sorted by now turns the order round."""
    sorted_by = order.removeprefix("-")
    columns = []
    for name, word in SORTABLE:
        here = name == sorted_by
        direction = ("descending" if order.startswith("-") else "ascending") if here else ""
        next_order = f"-{name}" if direction == "ascending" else name
        columns.append(Column(name, word, query_of(selection, next_order), direction))
    return columns


def query_of(selection: Selection, order: str) -> str:
    """Return the query string of a list in an order."""
    parts = [selection.query] if selection.query else []
    if order != DEFAULT_ORDER:
        parts.append(urlencode({"order": order}))
    return "&".join(parts)
