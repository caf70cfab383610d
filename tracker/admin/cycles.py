"""Reporting cycles: opened and closed through their doors."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from resolutions.admin.base import person
from tracker import cycles, large_work, permissions
from tracker.admin.base import ByDoorAdmin
from tracker.admin.deeds import Deed, Deeds
from tracker.cycle_progress import cycles_seen_by
from tracker.models import BulkJob, ReportingCycle
from tracker.tasks import run_bulk

CLOSE = Deed(
    name="close",
    label="Close the cycle",
    do=lambda cycle, by: cycles.close_cycle(cycle=cycle, by=by),
    done="The cycle is closed; reports already begun may still be finished.",
    offered=permissions.may_open_cycle,
    possible=lambda user, cycle: cycle.closed_at is None,
)


@admin.register(ReportingCycle)
class ReportingCycleAdmin(Deeds, ByDoorAdmin):
    """Periods for which entities are asked to report."""

    list_display = ("name", "period_from", "period_to", "due_on", "closed_at")
    search_fields = ("name",)
    date_hierarchy = "due_on"
    autocomplete_fields = ("entities",)
    deeds = (CLOSE,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Show a focal point the cycles that ask one of its entities."""
        seen = cycles_seen_by(person(request), on=timezone.localdate())
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Ask for what opens a cycle; of an open one show the rest as well."""
        asked = ("name", "period_from", "period_to", "due_on", "entities")
        return asked if obj is None else (*asked, "opened_by", "opened_at", "closed_at")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What entities were asked is not changed behind them: a cycle is closed and another opened."""
        return False

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Open the cycle, or ask for a job that does."""
        opened = large_work.open_cycle(by=person(request), enqueue=run_bulk.delay, **form.cleaned_data)
        if isinstance(opened, BulkJob):
            form.instance.opening = opened
        else:
            form.instance.pk = opened.pk

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Note what was opened; what a job is still to open is no cycle yet."""
        return super().log_addition(request, obj, message) if obj.pk else None

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Go on to the job where one opens the cycle."""
        if obj.pk:
            return super().response_add(request, obj, post_url_continue)
        return redirect(obj.opening)
