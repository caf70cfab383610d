"""Pages by position, not by number: the next page begins behind the last row seen.

A row that is added, changed or deleted meanwhile shifts nothing, and any number of rows may share a key:
the primary key always comes last and breaks the tie. Empty keys come last, in both directions of an order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

M = TypeVar("M", bound=Model)

Position = list[Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One column of an order, by its path from the listed model; never over a to-many relation."""

    path: str
    descending: bool = False

    def order(self, *, backwards: bool) -> OrderBy:
        """Return the ORDER BY term."""
        empty = {"nulls_first" if backwards else "nulls_last": True}
        return F(self.path).desc(**empty) if self.descending != backwards else F(self.path).asc(**empty)

    def beyond(self, value: Any, *, backwards: bool) -> Q | None:
        """Return the condition of lying further on than the value; None where nothing can."""
        if value is None:
            return Q(**{f"{self.path}__isnull": False}) if backwards else None
        further = Q(**{f"{self.path}__{'gt' if self.descending == backwards else 'lt'}": value})
        return further if backwards else further | Q(**{f"{self.path}__isnull": True})

    def at(self, value: Any) -> Q:
        """Return the condition of having the same value."""
        return Q(**{f"{self.path}__isnull": True}) if value is None else Q(**{self.path: value})


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page, and the positions behind and before it where there are more."""

    rows: list[Any]
    after: Position | None
    before: Position | None


def ordered(queryset: QuerySet[M], keys: Sequence[Key], *, backwards: bool = False) -> QuerySet[M]:
    """Return the queryset in the order of the keys, which end with the primary key."""
    return queryset.order_by(*(key.order(backwards=backwards) for key in keys))


def read_page(
    queryset: QuerySet[M],
    keys: Sequence[Key],
    *,
    size: int,
    position: Position | None = None,
    backwards: bool = False,
) -> Page:
    """Read the rows next to a position.

    Args:
        queryset: what is listed.
        keys: the order; the last key is the primary key.
        size: how many rows at most.
        position: the keys' values of the row at which the page before ended (or the page behind began);
            None for the first page.
        backwards: read the rows before the position.
    """
    if position is not None:
        queryset = queryset.filter(_beyond(keys, position, backwards=backwards))
    marked = queryset.annotate(**{f"key_{at}": F(key.path) for at, key in enumerate(keys)})
    rows = list(ordered(marked, keys, backwards=backwards)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Page([], None, None)
    return Page(
        rows,
        after=_position(rows[-1], keys) if more or backwards else None,
        before=_position(rows[0], keys) if (more if backwards else position is not None) else None,
    )


def _beyond(keys: Sequence[Key], position: Position, *, backwards: bool) -> Q:
    """Compare whole rows: further on in the first key, or level in it and further on in the second, …"""
    condition, level = Q(), Q()
    for key, value in zip(keys, position, strict=True):
        further = key.beyond(value, backwards=backwards)
        if further is not None:
            condition |= level & further
        level &= key.at(value)
    return condition


def _position(row: Any, keys: Sequence[Key]) -> Position:
    return [getattr(row, f"key_{at}") for at in range(len(keys))]
