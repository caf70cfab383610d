"""Suggestions: what a later reading says of a clause that a person settled."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from resolutions.admin.base import ReadOnlyAdmin
from resolutions.models import ClauseSuggestion
from tracker import corrections, permissions
from tracker.admin.base import NarrowedAdmin
from tracker.admin.deeds import Deed, Deeds


def _unsettled(user: Any, suggestion: ClauseSuggestion) -> bool:
    return suggestion.settled_at is None


TAKE = Deed(
    name="take",
    label="Take over its verb",
    do=lambda thing, by: corrections.settle_suggestion(suggestion=thing, by=by, take=True),
    done="The clause now reads as suggested.",
    offered=permissions.may_correct,
    possible=_unsettled,
)
DISMISS = Deed(
    name="dismiss",
    label="Dismiss",
    do=lambda thing, by: corrections.settle_suggestion(suggestion=thing, by=by, take=False),
    done="The suggestion is dismissed; the clause stays as it is.",
    offered=permissions.may_correct,
    possible=_unsettled,
)


class OpenFilter(admin.SimpleListFilter):
    """Suggestions that wait for a person."""

    title, parameter_name = "settled", "settled"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [("no", "Waiting"), ("yes", "Settled")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        return queryset.filter(settled_at__isnull=self.value() == "no") if self.value() else queryset


@admin.register(ClauseSuggestion)
class SuggestionAdmin(Deeds, NarrowedAdmin, ReadOnlyAdmin):
    """Other readings of settled clauses, to take over or to dismiss."""

    list_display = ("clause", "stands", "suggested", "created_at", "taken")
    list_filter = (OpenFilter,)
    list_select_related = ("clause__paragraph__resolution", "clause__verb")
    search_fields = ("clause__paragraph__resolution__symbol",)
    fields = ("clause", "stands", "differences", "created_at", "settled_by", "settled_at", "taken")
    readonly_fields = ("stands", "differences")
    deeds = bulk_deeds = (TAKE, DISMISS)

    @admin.display(description="verb that stands")
    def stands(self, suggestion: ClauseSuggestion) -> str:
        """Return the verb a person settled."""
        return suggestion.clause.verb.lemma

    @admin.display(description="verb suggested")
    def suggested(self, suggestion: ClauseSuggestion) -> str:
        """Return the verb of the other reading."""
        return str(suggestion.reading.get("verb", ""))

    @admin.display(description="the other reading")
    def differences(self, suggestion: ClauseSuggestion) -> SafeString:
        """Return the other reading, line by line."""
        lines = [(name.replace("_", " "), _plain(value)) for name, value in suggestion.reading.items()]
        return format_html_join("\n", "<p>{}: {}</p>", lines)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each.get("entity", "")) for each in value)
    return "none" if value in (None, "") else str(value)
