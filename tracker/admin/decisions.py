"""Decisions as they were taken, to look at: statuses, due dates, steps of reports."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from tracker.admin.base import NarrowedReadOnlyAdmin
from tracker.models import DueDateChange, FollowUpReport, Occurrence, ReportStep, StatusChange
from tracker.querysets import changes_seen_by

OF_OCCURRENCE = (
    "occurrence__assignment__item__clause__paragraph__resolution",
    "occurrence__assignment__entity",
    "by",
)


@admin.register(StatusChange)
class StatusChangeAdmin(NarrowedReadOnlyAdmin):
    """Every change of a status, with its ground."""

    seen_with, seen_through = Occurrence, "occurrence"
    list_display = ("occurrence", "from_status", "to_status", "ground", "effective_on", "by", "recorded_at")
    list_filter = ("ground", "to_status")
    list_select_related = OF_OCCURRENCE

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out how other members of a group answered."""
        rows = super().get_queryset(request)
        return rows.filter(changes_seen_by(person(request), on=timezone.localdate()))


@admin.register(DueDateChange)
class DueDateChangeAdmin(NarrowedReadOnlyAdmin):
    """Every change of a due date, with its reason."""

    seen_with, seen_through = Occurrence, "occurrence"
    list_display = ("occurrence", "from_due_to", "to_due_to", "by", "recorded_at")
    list_select_related = OF_OCCURRENCE
    date_hierarchy = "recorded_at"


@admin.register(ReportStep)
class ReportStepAdmin(NarrowedReadOnlyAdmin):
    """Every step of a report on its way."""

    seen_with, seen_through = FollowUpReport, "report"
    list_display = ("report", "from_state", "to_state", "by", "recorded_at")
    list_filter = ("to_state",)
    list_select_related = ("report__entity", "by")
    date_hierarchy = "recorded_at"
