"""Filters of the lists: by a name one types, and by due dates."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.models import Entity, Organ, Resolution
from tracker.models import ActionItem, Occurrence

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList


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
        asked = Occurrence.objects.filter(
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


class DueFilter(admin.SimpleListFilter):
    """When something is due, as of today."""

    title, parameter_name = "due", "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [
            ("overdue", "Overdue"),
            ("30", "Within 30 days"),
            ("90", "Within 90 days"),
            ("none", "No due date stated"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if not self.value():
            return queryset
        due = _due(self.value() or "", timezone.localdate())
        if queryset.model is Occurrence:
            return queryset.filter(pk__in=due.values("pk"))
        return queryset.filter(pk__in=ActionItem.objects.having(due).values("pk"))


def _due(choice: str, today: dt.date) -> QuerySet[Occurrence]:
    current = Occurrence.objects.current()
    if choice == "overdue":
        return current.overdue(today)
    if choice == "none":
        return current.open().undated()
    return current.due_within(int(choice), today) if choice.isdecimal() else current
