"""Frozen values to JSON and back, for a process that is not trusted: nothing but data comes out of it.

What comes back is built by the types the values declare; anything else is refused, so that a reader that
a hostile file took over can at worst give wrong words.
"""

import dataclasses
import datetime as dt
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
PLAIN = (str, int, bool)


class NotPlain(ValueError):
    """The data does not have the shape that its type declares."""


def to_plain(value: Any) -> Any:
    """Give a value of dataclasses, tuples, enums, dates and plain values in the terms of JSON."""
    if value is None or type(value) in PLAIN:
        return value
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    kind: Any = type(value)
    return {name: to_plain(getattr(value, name)) for name in _fields(kind)}


def from_plain(kind: type[T], data: Any) -> T:
    """Build a value of a type from the terms of JSON.

    Raises:
        NotPlain: the data has another shape.
    """
    built: T = _built(kind, data)
    return built


def _built(kind: Any, data: Any) -> Any:
    if kind in PLAIN:
        if type(data) is not kind:
            raise NotPlain(f"{kind.__name__} expected")
        return data
    if typing.get_origin(kind) is tuple:
        return _tuple(typing.get_args(kind), data)
    if isinstance(kind, types.UnionType):
        return None if data is None else _built(typing.get_args(kind)[0], data)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, data)
    try:
        return dt.date.fromisoformat(data) if kind is dt.date else kind(data)
    except (TypeError, ValueError) as error:
        raise NotPlain(f"{kind.__name__} expected") from error


def _tuple(kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    """Build a tuple of any length ("tuple[X, ...]") or of fixed places ("tuple[X, Y]")."""
    if not isinstance(data, list):
        raise NotPlain("a list expected")
    if kinds[-1] is Ellipsis:
        return tuple(_built(kinds[0], one) for one in data)
    if len(kinds) != len(data):
        raise NotPlain(f"{len(kinds)} values expected")
    return tuple(_built(kind, one) for kind, one in zip(kinds, data, strict=True))


def _dataclass(kind: Any, data: Any) -> Any:
    fields = _fields(kind)
    if not isinstance(data, dict) or data.keys() != fields.keys():
        raise NotPlain(f"{kind.__name__} expected")
    return kind(**{name: _built(of, data[name]) for name, of in fields.items()})


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """Give the fields of a dataclass with their types."""
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
