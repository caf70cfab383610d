"""People: who speaks for which entity, and who has which role."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from tracker import permissions
from tracker.admin.base import NarrowedAdmin, NarrowedReadOnlyAdmin
from tracker.admin.choosing import choose
from tracker.admin.deeds import Deed, Deeds, ReasonForm
from tracker.handing_over import check_can_answer, hand_over, seen_by, who_can_answer
from tracker.models import FocalPoint, Handover
from tracker.querysets import Person, sees_all

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

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Offer, where a focal point is chosen, only those who could answer."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        if request.GET.get("model_name") == "focalpoint":
            found = found.filter(pk__in=who_can_answer().values("pk"))
        return found, doubled

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


class HandOverForm(ReasonForm):
    """Who takes the work over, and why."""

    to_user = choose(FocalPoint, "user", label="Who takes it over")
    field_order = ("to_user", "why")


def _in_office(user: Person, appointment: FocalPoint) -> bool:
    return FocalPoint.objects.active(timezone.localdate()).filter(pk=appointment.pk).exists()


HAND_OVER = Deed(
    name="hand-over",
    label="Hand the work over",
    do=lambda appointment, by, to_user, why: hand_over(
        from_user=appointment.user, to_user=to_user, by=by, why=why, entities=[appointment.entity]
    ),
    done="The work for this entity is handed over, with its drafts and watches.",
    offered=permissions.may_appoint,
    possible=_in_office,
    form=HandOverForm,
)


@admin.register(FocalPoint)
class FocalPointAdmin(Deeds, NarrowedAdmin):
    """Who sees and reports for which entity, between which days."""

    list_display = ("user", "entity", "valid_from", "valid_until")
    list_filter = (InOfficeFilter,)
    list_select_related = ("user", "entity")
    search_fields = ("user__username", "user__last_name", "entity__name")
    autocomplete_fields = ("user", "entity")
    deeds = (HAND_OVER,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return everybody's appointments, to a focal point its own."""
        rows = super().get_queryset(request)
        return rows if sees_all(person(request)) else rows.filter(user=person(request))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Appoint whoever could answer; another's appointment may still be ended."""
        if "user" in form.changed_data:
            check_can_answer(obj.user, field="user")
        super().save_model(request, obj, form, change)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Suggest that an appointment begins today."""
        return {"valid_from": timezone.localdate(), **super().get_changeform_initial_data(request)}


@admin.register(Handover)
class HandoverAdmin(NarrowedReadOnlyAdmin):
    """Whose work went over to whom, by whom, and why."""

    list_display = ("entity", "from_user", "to_user", "effective_on", "by")
    list_select_related = ("entity", "from_user", "to_user", "by")
    search_fields = ("entity__name", "from_user__username", "to_user__username")
    date_hierarchy = "effective_on"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return all, to a focal point those of which it is a part."""
        return super().get_queryset(request).filter(pk__in=seen_by(person(request)).values("pk"))
