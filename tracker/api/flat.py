"""Rows of the API made flat for CSV: nested values become columns (`occurrence_status`), lists are joined."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rest_framework.serializers import Serializer

Row = Mapping[str, Any]


def columns_of(row: Serializer[Any], prefix: str = "") -> list[str]:
    """Return the flat column names of a serializer, the same whether or not there are rows."""
    columns: list[str] = []
    for name, field in row.fields.items():
        inner = (
            columns_of(field, f"{prefix}{name}_") if isinstance(field, Serializer) else [f"{prefix}{name}"]
        )
        columns += inner
    return columns


def flat(row: Row, columns: Sequence[str]) -> list[Any]:
    """Return the values of a nested row in the order of the columns."""
    values = dict(_flattened(row))
    return [_joined(values.get(column)) for column in columns]


def _flattened(row: Row, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from _flattened(value, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", value


def _joined(value: Any) -> Any:
    return "; ".join(_word(inner) for inner in value) if isinstance(value, list) else value


def _word(value: Any) -> str:
    """Return a list's member as words: a nested row by its first value and, in brackets, its status."""
    if isinstance(value, Mapping):
        return f"{next(iter(value.values()))} ({value.get('status', '')})"
    return str(value)
