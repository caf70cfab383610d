"""Any list of the API as CSV: the same rows as in JSON, flat, the whole list, streamed.

Nested values become columns (`occurrence_status`), lists are joined with semicolons.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.http import StreamingHttpResponse
from rest_framework.serializers import Serializer

Row = Mapping[str, Any]

# A spreadsheet takes a cell that begins like this for a formula and may run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Echo:
    """A file that hands back what is written to it, for `csv.writer`."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def stream(rows: Iterable[Row], columns: Iterable[str], *, name: str) -> StreamingHttpResponse:
    """Return a CSV download.

    Args:
        rows: nested rows as they go out in JSON.
        columns: the flat names of the columns, in order.
        name: the file's name without its ending.
    """
    response = StreamingHttpResponse(lines(rows, list(columns)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def lines(rows: Iterable[Row], columns: list[str]) -> Iterator[str]:
    """Yield the header and one line a row, by RFC 4180."""
    writer = csv.writer(Echo())
    yield writer.writerow(columns)
    for row in rows:
        flat = dict(flattened(row))
        yield writer.writerow([cell(flat.get(column)) for column in columns])


def flattened(row: Row, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (column, value) pairs, nested names joined by an underscore."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", value


def cell(value: Any) -> Any:
    """Return a value as a cell: numbers as they are, words so that none is taken for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return cell("; ".join(_word(inner) for inner in value))
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _word(value: Any) -> str:
    """Return a list's member as words: a nested row as its first value and, in brackets, its status."""
    if isinstance(value, Mapping):
        return f"{next(iter(value.values()))} ({value.get('status', '')})"
    return str(value)


def columns_of(row: Serializer[Any], prefix: str = "") -> list[str]:
    """Return the flat column names of a serializer, the same whether or not there are rows."""
    columns: list[str] = []
    for name, field in row.fields.items():
        inner = (
            columns_of(field, f"{prefix}{name}_") if isinstance(field, Serializer) else [f"{prefix}{name}"]
        )
        columns += inner
    return columns
