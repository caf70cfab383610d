"""Frozen values to JSON and back, for a process that is not trusted: nothing but data comes out of it.

What comes back is built by the types the values declare; anything else is refused, so that a reader that
a hostile file took over can at worst give wrong words.
"""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class NotPlain(ValueError):
    """The data does not have the shape that its type declares."""


def to_plain(value: Any) -> Any:
    """Give a value of records, tuples, enums, dates and plain values in the terms of JSON."""
    return msgspec.to_builtins(value)


def from_plain(kind: type[T], data: Any) -> T:
    """Build a value of a type from the terms of JSON; what the type does not know is left out.

    Raises:
        NotPlain: the data has another shape; says where.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise NotPlain(str(error)) from error
