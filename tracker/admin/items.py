"""Action items and their assignments: looked at here, changed by deeds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator

from resolutions.admin.base import person
from resolutions.admin.history import Entry
from resolutions.models import Clause
from tracker import assigning, corrections, permissions
from tracker.admin.base import NarrowedInline, NarrowedReadOnlyAdmin
from tracker.admin.choosing import choose
from tracker.admin.deeds import Deed, DeedForm, Deeds, ReasonForm
from tracker.admin.filters import AskedFilter, DueFilter, OrganFilter, StatusFilter
from tracker.admin.indicators import DEFINE
from tracker.admin.told import decisions_about
from tracker.models import ActionItem, Assignment, AssignmentRole, Nature, Occurrence
from tracker.querysets import Person, sees_all
from tracker.statuses import Status


class AssignForm(DeedForm):
    """Who is to be assigned."""

    entity = choose(Assignment, "entity")
    role = forms.ChoiceField(choices=AssignmentRole.choices, initial=AssignmentRole.LEAD)


class NatureForm(DeedForm):
    """Whether a clause obliges anybody."""

    nature = forms.ChoiceField(choices=Nature.choices)


def _is_suggested(user: Person, item: ActionItem) -> bool:
    return not item.clause.touched


CONFIRM = Deed(
    name="confirm",
    label="Confirm the reading",
    do=lambda item, by: corrections.confirm_clause(clause=item.clause, by=by),
    done="The reading is confirmed.",
    offered=permissions.may_correct,
    possible=_is_suggested,
)
ASSIGN = Deed(
    name="assign",
    label="Assign an entity",
    do=lambda item, by, entity, role: assigning.assign(
        item=item, entity=entity, by=by, role=AssignmentRole(role)
    ),
    done="The entity is assigned.",
    offered=permissions.may_assign,
    possible=lambda user, item: item.nature == Nature.OBLIGATION,
    form=AssignForm,
)
NATURE = Deed(
    name="nature",
    label="Say whether it is an obligation",
    do=lambda item, by, nature: corrections.set_nature(item=item, nature=Nature(nature), by=by),
    done="It is kept as you said, whatever a later reading says.",
    offered=permissions.may_correct,
    form=NatureForm,
)
WITHDRAW = Deed(
    name="withdraw",
    label="Withdraw the assignment",
    do=lambda assignment, by, why: assigning.withdraw(assignment=assignment, by=by, why=why),
    done="The assignment is withdrawn; its reports and history stay.",
    offered=permissions.may_assign,
    possible=lambda user, assignment: assignment.withdrawn_at is None,
    form=ReasonForm,
)


class AssignmentInline(NarrowedInline):
    """Who is asked."""

    model = Assignment
    seen_with = Assignment
    fields = ("entity", "role", "source", "withdrawn_at", "withdrawn_why")


@admin.register(ActionItem)
class ActionItemAdmin(Deeds, NarrowedReadOnlyAdmin):
    """What each clause asks. Its status is the roll-up of those asked, and is set nowhere by hand."""

    seen_with = ActionItem
    list_display = ("reference", "says_in_short", "nature", "stands", "reviewed", "adopted_on")
    list_filter = (
        StatusFilter,
        "nature",
        AskedFilter,
        DueFilter,
        "clause__review_state",
        "clause__verb__type",
        OrganFilter,
    )
    list_select_related = ("clause__paragraph__resolution", "clause__verb")
    search_fields = ("clause__paragraph__resolution__symbol",)
    search_help_text = "Words of the paragraph, or a symbol."
    ordering = ("-id",)
    fields = ("reference", "says", "nature", "nature_set_by", "stands", "reviewed", "clause")
    readonly_fields = ("reference", "says", "stands", "reviewed")
    inlines = (AssignmentInline,)
    deeds = (CONFIRM, ASSIGN, NATURE, DEFINE)
    bulk_deeds = (CONFIRM, ASSIGN)
    history_of = ((Assignment, "item"),)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search the texts by their index."""
        return (queryset.search(search_term) if search_term else queryset), False  # type: ignore[attr-defined]

    def entries_about(self, obj: Any, reader: User) -> Iterable[Entry]:
        """Tell the decisions as well."""
        told = super().entries_about(obj, reader)
        yield from told if sees_all(reader) else _without_status(told)
        yield from decisions_about(Occurrence.objects.filter(assignment__item=obj), reader)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Tell how each stands as far as the person may see it."""
        items: Any = super().get_queryset(request)
        seen: QuerySet[Any] = items.with_status_seen_by(person(request), on=timezone.localdate())
        return seen

    @admin.display(description="status", ordering="seen_status")
    def stands(self, item: ActionItem) -> str:
        """Return the roll-up of those asked whom the person may see."""
        return Status(item.seen_status).label  # type: ignore[attr-defined]

    @admin.display(description="says")
    def says(self, item: ActionItem) -> str:
        """Return the verb and what follows it."""
        clause: Clause = item.clause
        return clause.action or clause.phrase

    @admin.display(description="says")
    def says_in_short(self, item: ActionItem) -> str:
        """Return the same, no longer than a line or two."""
        return Truncator(f"{item.clause.phrase} {item.clause.action}").chars(140)

    @admin.display(description="reading")
    def reviewed(self, item: ActionItem) -> str:
        """Return whether a person has looked at the reading."""
        return item.clause.get_review_state_display()

    @admin.display(description="adopted on")
    def adopted_on(self, item: ActionItem) -> Any:
        """Return the day of adoption."""
        return item.clause.paragraph.resolution.adopted_on


class OccurrenceInline(NarrowedInline):
    """The due dates of an assignment, each with its status."""

    model = Occurrence
    seen_with = Occurrence
    fields = ("sequence", "is_current", "due_from", "due_to", "due_source", "review_on", "status")
    readonly_fields = ("status",)


@admin.register(Assignment)
class AssignmentAdmin(Deeds, NarrowedReadOnlyAdmin):
    """Who is asked to do what; an assignment is withdrawn, never deleted."""

    seen_with = Assignment
    list_display = ("item", "entity", "role", "source", "withdrawn_at")
    list_filter = ("role", "source", ("withdrawn_at", admin.EmptyFieldListFilter))
    list_select_related = ("item__clause__paragraph__resolution", "entity")
    search_fields = ("entity__name", "item__clause__paragraph__resolution__symbol")
    ordering = ("-id",)
    inlines = (OccurrenceInline,)
    deeds = bulk_deeds = (WITHDRAW,)
    history_of = ((Occurrence, "assignment"),)

    def entries_about(self, obj: Any, reader: User) -> Iterable[Entry]:
        """Tell the decisions as well."""
        yield from super().entries_about(obj, reader)
        yield from decisions_about(Occurrence.objects.filter(assignment=obj), reader)


def _without_status(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Leave out the roll-up's own history, which tells how others stand."""
    for entry in entries:
        kept = tuple(detail for detail in entry.details if not detail.startswith("status: "))
        if kept or not entry.details:
            yield replace(entry, details=kept)
