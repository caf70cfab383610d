"""Lists as CSV: whole, streamed from the database, safe to open in a spreadsheet."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Concat
from django.http import StreamingHttpResponse
from django.urls import reverse

from tracker.item_querysets import ActionItemQuerySet
from tracker.models import Nature
from tracker.querysets import OccurrenceQuerySet
from tracker.selection import RESOLUTION, Selection
from tracker.statuses import OPEN, Status

# A spreadsheet takes a cell that begins like this for a formula, and may run it (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_A_TIME = 2000

ACTION_ITEM_COLUMNS = (
    "reference",
    "symbol",
    "organ",
    "adopted_on",
    "paragraph",
    "verb",
    "type",
    "force_secretariat",
    "force_states",
    "action",
    "nature",
    "status",
    "validity",
    "validity_by",
    "entities",
    "due_from",
    "due_to",
    "estimated",
    "url",
)


class Echo:
    """A file that hands back what is written to it, for `csv.writer`."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def stream_csv(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], *, name: str, bom: bool = False
) -> StreamingHttpResponse:
    """Return a CSV download by RFC 4180, sent while the rows are still read.

    Args:
        columns: the names in the header.
        rows: the values of each row, in the order of the columns.
        name: the file's name without its ending.
        bom: begin with a byte order mark, by which Excel knows UTF-8.
    """
    response = StreamingHttpResponse(
        csv_lines(columns, rows, bom=bom), content_type="text/csv; charset=utf-8; header=present"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, bom: bool = False) -> Iterator[str]:
    """Yield the header and a line for each row."""
    writer = csv.writer(Echo())
    yield (BYTE_ORDER_MARK if bom else "") + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


def cell(value: Any) -> Any:
    """Return a value as a cell: numbers and days as they are, words so that none is taken for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def guarded(words: str) -> str:
    """Return words that no spreadsheet takes for a formula: an apostrophe stands before those it might.

    Words that begin with apostrophes before such a sign get one more, so that taking one away always gives
    the original again.
    """
    return f"'{words}" if words.lstrip("'").startswith(FORMULA_STARTS) else words


def action_item_csv(
    selection: Selection, items: ActionItemQuerySet, *, bom: bool = False
) -> StreamingHttpResponse:
    """Return action items as a CSV download.

    Args:
        selection: whose reader and day say which follow-up is told.
        items: the rows, in their order.
        bom: begin with a byte order mark.
    """
    return stream_csv(ACTION_ITEM_COLUMNS, action_item_rows(selection, items), name="action-items", bom=bom)


def action_item_rows(selection: Selection, items: ActionItemQuerySet) -> Iterator[Sequence[Any]]:
    """Yield the values of ACTION_ITEM_COLUMNS for each item, read in portions.

    `entities` tells every addressee whose follow-up the reader may see, with its status; the due date is
    the one that the register shows: the earliest among those still open, else the earliest.
    """
    rows = told(items, Selection(selection.user, selection.on).occurrences(), selection.on)
    address = settings.SITE_URL + reverse("item", args=[0]).removesuffix("0/")
    for pk, symbol, eid, number, *values in rows.iterator(chunk_size=ROWS_AT_A_TIME):
        yield (f"{symbol}#{eid}.{number}", symbol, *values, f"{address}{pk}/")


def told(items: ActionItemQuerySet, occurrences: OccurrenceQuerySet, on: dt.date) -> Any:
    """Return what the rows are made of, in one query."""
    clause, paragraph = "clause__", "clause__paragraph__"
    own = occurrences.filter(assignment__item=OuterRef("pk"))
    open_first = Case(When(status__in=OPEN, then=0), default=1)
    next_due = own.filter(due_to__isnull=False).order_by(open_first, "due_to", "pk")
    return (
        items.with_validity(on)
        .annotate(
            told_nature=labels(Nature, "nature"),
            told_status=labels(Status, "seen_status"),
            told_entities=Subquery(_entities(own)),
            told_due_from=Subquery(next_due.values("due_from")[:1]),
            told_due_to=Subquery(next_due.values("due_to")[:1]),
            told_estimated=Subquery(next_due.values("due_estimated")[:1]),
        )
        .values_list(
            "pk",
            f"{RESOLUTION}__symbol",
            f"{paragraph}eid",
            f"{clause}number",
            f"{RESOLUTION}__organ__code",
            f"{RESOLUTION}__adopted_on",
            f"{paragraph}label",
            f"{clause}verb__lemma",
            f"{clause}type",
            f"{clause}force_secretariat",
            f"{clause}force_states",
            f"{clause}action",
            "told_nature",
            "told_status",
            "validity",
            "ended_by",
            "told_entities",
            "told_due_from",
            "told_due_to",
            "told_estimated",
        )
    )


def _entities(occurrences: OccurrenceQuerySet) -> Any:
    one = Concat(F("assignment__entity__name"), Value(": "), labels(Status, "status"))
    by_item = occurrences.order_by().values("assignment__item")
    return by_item.annotate(all=StringAgg(one, "; ", order_by="assignment")).values("all")


def labels(choices: type[Nature] | type[Status], field: str) -> Case:
    """Return the expression that turns a field's value into its word."""
    return Case(
        *(When(**{field: value}, then=Value(label)) for value, label in choices.choices),
        output_field=CharField(),
    )
