"""People: who speaks for which entity, and who has which role."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from tracker.admin.base import NarrowedAdmin
from tracker.models import FocalPoint
from tracker.querysets import sees_all

admin.site.unregister(User)


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    """Accounts and their roles; whoever appoints focal points may look people up, and no more."""

    seen_by_others: ClassVar[Any] = ((None, {"fields": ("username", "first_name", "last_name", "email")}),)
    show_full_result_count = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let those who appoint focal points find people."""
        appoints = person(request).has_perm("tracker.add_focalpoint")
        return appoints or super().has_view_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show names alone to people who may not change accounts."""
        if obj is not None and not self.has_change_permission(request, obj):
            return self.seen_by_others
        return super().get_fieldsets(request, obj)


class InOfficeFilter(admin.SimpleListFilter):
    """Focal points in office today."""

    title, parameter_name = "in office", "in_office"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choice."""
        return [("today", "Today")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if self.value() != "today":
            return queryset
        return queryset.active(timezone.localdate())  # type: ignore[attr-defined, no-any-return]


@admin.register(FocalPoint)
class FocalPointAdmin(NarrowedAdmin):
    """Who sees and reports for which entity, between which days."""

    list_display = ("user", "entity", "valid_from", "valid_until")
    list_filter = (InOfficeFilter,)
    list_select_related = ("user", "entity")
    search_fields = ("user__username", "user__last_name", "entity__name")
    autocomplete_fields = ("user", "entity")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return everybody's appointments, to a focal point its own."""
        rows = super().get_queryset(request)
        return rows if sees_all(person(request)) else rows.filter(user=person(request))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Suggest that an appointment begins today."""
        return {"valid_from": timezone.localdate(), **super().get_changeform_initial_data(request)}
