"""What happened to the mandate of an item: what later texts did to it and it to earlier ones, retirements."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from django.contrib.auth.models import User
from django.db.models import Q

from tracker.models import ActionItem, ItemRelation, Retirement
from tracker.wording import day

Told: TypeAlias = tuple[dt.datetime, str, User | None, str]


def mandate_told(item: ActionItem) -> Iterator[Told]:
    """Yield when it was recorded, what it is in words, who recorded it and why; in no order.

    A relation that was undone, and a retirement that was lifted, are told twice: that they were recorded, and
    that they no longer hold.
    """
    yield from _relations(item)
    yield from _retirements(item)


def _relations(item: ActionItem) -> Iterator[Told]:
    rows = ItemRelation.objects.filter(Q(later=item) | Q(earlier=item)).select_related(
        "later__clause__paragraph__resolution",
        "earlier__clause__paragraph__resolution",
        "recorded_by",
        "undone_by",
    )
    for row in rows:
        what = _what(row, item)
        yield row.recorded_at, f"{what[:1].upper()}{what[1:]}", row.recorded_by, row.why
        if row.undone_at:
            yield row.undone_at, f"Undone: {what}", row.undone_by, row.undone_why


def _what(row: ItemRelation, item: ActionItem) -> str:
    """Return what the relation is from where the item stands."""
    if row.earlier_id == item.pk:
        return f"{row.passive} {row.later.reference} as of {day(row.effective_on)}"
    part = " a part of" if row.in_part else ""
    return f"{row.get_kind_display().lower()}{part} {row.earlier.reference} as of {day(row.effective_on)}"


def _retirements(item: ActionItem) -> Iterator[Told]:
    for row in Retirement.objects.filter(item=item).select_related("recorded_by", "lifted_by"):
        since = day(row.effective_on)
        yield row.recorded_at, f"Retired as of {since}", row.recorded_by, row.why
        if row.lifted_at:
            yield row.lifted_at, f"Retirement as of {since} lifted", row.lifted_by, row.lifted_why
