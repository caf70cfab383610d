"""Occurrences: due dates and statuses, moved by reasoned deeds alone."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from resolutions.admin.history import Entry
from tracker import permissions, schedule, workflow
from tracker.admin.base import NarrowedInline, NarrowedReadOnlyAdmin
from tracker.admin.deeds import Deed, DeedForm, Deeds, ReasonForm, day_field
from tracker.admin.filters import AskedFilter, DueFilter
from tracker.admin.told import decisions_about
from tracker.models import ActionItem, DueDateChange, MemberResponse, Occurrence, StatusChange
from tracker.querysets import Person, answers_seen_by, changes_seen_by
from tracker.statuses import BY_DECISION, Status


class DueForm(ReasonForm):
    """A due date; left empty, none stands."""

    due_from = day_field("First due day", required=False, help_text="Only where it is a span of days.")
    due_to = day_field("Due", required=False, help_text="Leave empty where nothing is due on a day.")
    field_order = ("due_to", "due_from", "why")

    def __init__(self, *args: Any, about: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if about is not None:
            self.initial = {"due_to": about.due_to, **self.initial}


class DecisionForm(ReasonForm):
    """A status, from when it holds, and why."""

    to = forms.ChoiceField(label="New status")
    effective_on = day_field("From", initial=timezone.localdate)
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ("to", "effective_on", "why", "seen_version")

    def __init__(self, *args: Any, about: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        to = BY_DECISION[Status(about.status)] if about else tuple(Status)
        self.fields["to"].choices = [(status.value, status.label) for status in to]  # type: ignore[attr-defined]
        self.initial["seen_version"] = about.version if about else None


class ReviewDayForm(DeedForm):
    """When to look at it again."""

    review_on = day_field("Look at it again on", required=False)


def may_set_due(user: Person) -> bool:
    """Whether the user may correct readings or take decisions, and so set due dates."""
    return permissions.may_decide(user) or permissions.may_correct(user)


SET_DUE = Deed(
    name="due",
    label="Correct the due date",
    do=lambda occurrence, by, **given: schedule.set_due(occurrence=occurrence, by=by, **given),
    done="The due date is set; no import moves it.",
    offered=may_set_due,
    form=DueForm,
)
SET_REVIEW_DAY = Deed(
    name="review-day",
    label="Set the review day",
    do=lambda occurrence, by, review_on: schedule.set_review_day(
        occurrence=occurrence, review_on=review_on, by=by
    ),
    done="The review day is set.",
    offered=may_set_due,
    possible=lambda user, occurrence: occurrence.due_to is None,
    form=ReviewDayForm,
)
DECIDE = Deed(
    name="decide",
    label="Decide the status",
    do=lambda occurrence, by, to, **given: workflow.decide_status(
        occurrence=occurrence, by=by, to=Status(to), **given
    ),
    done="The status is changed, with your reason.",
    offered=permissions.may_decide,
    form=DecisionForm,
)


class StatusChangeInline(NarrowedInline):
    """How the status came about."""

    model = StatusChange
    seen_with, seen_through = Occurrence, "occurrence"
    fields = ("recorded_at", "ground", "from_status", "to_status", "effective_on", "by", "why")
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out how other members of a group answered."""
        rows = super().get_queryset(request)
        return rows.filter(changes_seen_by(person(request), on=timezone.localdate()))


class DueDateChangeInline(NarrowedInline):
    """How the due date came about."""

    model = DueDateChange
    seen_with, seen_through = Occurrence, "occurrence"
    fields = ("recorded_at", "from_due_to", "to_due_to", "by", "why")
    show_change_link = False


class ResponseInline(NarrowedInline):
    """What members of a group have done."""

    model = MemberResponse
    seen_with, seen_through = Occurrence, "occurrence"
    fields = ("entity", "named", "status", "percentage")
    readonly_fields = ("status", "percentage")
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Show a member its own answer alone."""
        rows = super().get_queryset(request)
        return rows.filter(answers_seen_by(person(request), on=timezone.localdate()))


@admin.register(Occurrence)
class OccurrenceAdmin(Deeds, NarrowedReadOnlyAdmin):
    """What is due, when, and how far it is."""

    seen_with = Occurrence
    list_display = ("asked_in", "asked", "due_to", "due_source", "status", "is_current")
    list_filter = ("status", DueFilter, AskedFilter, "due_source", "is_current")
    list_select_related = ("assignment__item__clause__paragraph__resolution", "assignment__entity")
    search_fields = ("assignment__entity__name",)
    search_help_text = "Words of the paragraph, or a symbol."
    ordering = ("-id",)
    readonly_fields = ("status", "percentage")
    fields = (
        "assignment",
        ("due_from", "due_to", "due_source"),
        "due_words",
        "recurrence",
        "review_on",
        ("status", "percentage"),
        "reason",
    )
    inlines = (StatusChangeInline, DueDateChangeInline, ResponseInline)
    deeds = (SET_DUE, SET_REVIEW_DAY, DECIDE)
    bulk_deeds = (SET_DUE, DECIDE)
    history_of = ((MemberResponse, "occurrence"),)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search the texts by their index."""
        if not search_term:
            return queryset, False
        return queryset.filter(assignment__item__in=ActionItem.objects.search(search_term)), False

    def entries_about(self, obj: Any, reader: User) -> Iterable[Entry]:
        """Tell the decisions as well."""
        yield from super().entries_about(obj, reader)
        yield from decisions_about(Occurrence.objects.filter(pk=obj.pk), reader)

    @admin.display(description="obligation")
    def asked_in(self, occurrence: Occurrence) -> str:
        """Return the stable id of the clause."""
        return occurrence.assignment.item.reference

    @admin.display(description="asked")
    def asked(self, occurrence: Occurrence) -> str:
        """Return who is asked."""
        return occurrence.assignment.entity.name
