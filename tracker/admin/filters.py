"""Filters of the lists: by a name one types, and by due dates."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from resolutions.models import Entity, Organ, Resolution
from tracker.models import ActionItem, Occurrence
from tracker.querysets import OccurrenceQuerySet
from tracker.statuses import Status

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList


DAYS_AHEAD = ("30", "90")


class AskedFilter(admin.SimpleListFilter):
    """Whom an item asks, by any name or acronym; the directory is too long for a list of links."""

    title, parameter_name = "who is asked", "asked"
    template = "admin/typed_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return a choice, without which Django leaves the filter out; the template shows a field."""
        return [("", "Anybody")]

    def choices(self, changelist: "ChangeList") -> Iterator[Any]:
        """Yield the other filters in use, which the field's form carries on."""
        kept = [(name, value) for name, value in changelist.params.items() if name != self.parameter_name]
        yield {"kept": kept, "value": self.value() or "", "name": self.parameter_name}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        words = (self.value() or "").strip()
        if not words:
            return queryset
        asked = _seen(request).filter(
            assignment__entity__in=Entity.objects.search(words).values("pk"),
            assignment__withdrawn_at=None,
        )
        if queryset.model is Occurrence:
            return queryset.filter(pk__in=asked.values("pk"))
        return queryset.filter(pk__in=ActionItem.objects.having(asked).values("pk"))


class OrganFilter(admin.SimpleListFilter):
    """The organ that adopted the text; the organs are asked of the resolutions, not of a million items."""

    title, parameter_name = "organ", "organ"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the organs that adopted anything we hold."""
        adopted = Resolution.objects.filter(organ=OuterRef("pk"))
        return list(Organ.objects.filter(Exists(adopted)).values_list("code", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if not self.value():
            return queryset
        path = "clause__paragraph" if queryset.model is ActionItem else "paragraph"
        return queryset.filter(**{f"{path}__resolution__organ__code": self.value()})


class StatusFilter(admin.SimpleListFilter):
    """How an item stands, as far as the person may see it."""

    title, parameter_name = "status", "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the statuses."""
        return [(str(value), str(label)) for value, label in Status.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        return queryset.filter(seen_status=self.value()) if self.value() else queryset


class DueFilter(admin.SimpleListFilter):
    """When something is due, as of today."""

    title, parameter_name = "due", "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [
            ("overdue", "Overdue"),
            *((days, f"Within {days} days") for days in DAYS_AHEAD),
            ("none", "No due date stated"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if not self.value():
            return queryset
        due = _due(_seen(request).current(), self.value() or "", timezone.localdate())
        if queryset.model is Occurrence:
            return queryset.filter(pk__in=due.values("pk"))
        return queryset.filter(pk__in=ActionItem.objects.having(due).values("pk"))


def _seen(request: HttpRequest) -> OccurrenceQuerySet:
    """Return the occurrences the person may see: a list must not tell by its length what others have done."""
    return Occurrence.objects.visible_to(person(request), on=timezone.localdate())


def _due(current: OccurrenceQuerySet, choice: str, today: dt.date) -> QuerySet[Occurrence]:
    if choice == "overdue":
        return current.overdue(today)
    if choice == "none":
        return current.open().undated()
    return current.due_within(int(choice), today) if choice in DAYS_AHEAD else current
