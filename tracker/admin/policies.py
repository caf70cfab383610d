"""Review policies, changed by whoever keeps them; the review days follow by a deed of their own."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from resolutions.admin.base import HouseAdmin, person
from tracker import large_work, permissions, reviewing
from tracker.models import BulkJob, ReviewPolicy
from tracker.tasks import run_bulk


@admin.register(ReviewPolicy)
class ReviewPolicyAdmin(HouseAdmin):
    """When what has no due date is looked at, and how long a missed time waits."""

    list_display = ("__str__", "first_months", "then_months", "grace_days")
    list_select_related = ("organ",)
    autocomplete_fields = ("organ",)
    fields = ("organ", "type", "force_from", "first_months", "then_months", "grace_days")
    actions = ("show_moves", "apply")

    @admin.action(description="Show which review days would move", permissions=["change"])
    def show_moves(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Say it for all policies, since one takes obligations from another."""
        for moved in reviewing.preview():
            messages.info(
                request, f"{moved.policy}: {moved.moves} of {moved.governs} review days would move."
            )

    @admin.action(description="Let all review days follow the policies", permissions=["change"])
    def apply(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Move them, where they are many by a job; those that a person set stay."""
        moved = large_work.follow_policies(by=person(request), enqueue=run_bulk.delay)
        if isinstance(moved, BulkJob):
            return redirect(moved)
        messages.success(request, f"{moved} review days moved. Those that a person set stay.")
        return None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask as the door does."""
        return permissions.may_keep_policies(person(request))
