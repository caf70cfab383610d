"""Readings: correct what a clause was read as, and add a clause that was missed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from resolutions.admin.base import ReadOnlyAdmin, ReadOnlyInline, TabularInline, person
from resolutions.admin.forms import HouseForm, RowFormSet
from resolutions.corrections import Correction, Named
from resolutions.models import (
    Clause,
    ClauseAddressee,
    ClauseDeadline,
    ClauseSuggestion,
    Entity,
    Paragraph,
    ParagraphText,
    Verb,
)
from tracker import corrections, permissions
from tracker.admin.base import ByDoorAdmin, NarrowedAdmin
from tracker.admin.choosing import choose, choose_some
from tracker.admin.deeds import Deed, DeedForm, Deeds
from tracker.admin.filters import OrganFilter
from tracker.models import ActionItem, ReportingCycle

CONFIRM = Deed(
    name="confirm",
    label="Confirm as read",
    do=lambda clause, by: corrections.confirm_clause(clause=clause, by=by),
    done="The reading is confirmed.",
    offered=permissions.may_correct,
    possible=lambda user, clause: not clause.touched,
)


class AddresseeForm(HouseForm):
    """One addressee: who, in what role, in which words."""

    class Meta:
        model = ClauseAddressee
        fields = ("entity", "role", "text")
        widgets = {"text": forms.TextInput(attrs={"class": "vTextField"})}


class AddresseeInline(TabularInline):
    """Whom the clause names; the order is the text's."""

    model = ClauseAddressee
    form = AddresseeForm
    formset = RowFormSet
    verbose_name, verbose_name_plural = "addressee", "whom it names"
    fk_name = "clause"
    extra = 0
    autocomplete_fields = ("entity",)
    ordering = ("position",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may correct the clause names somebody."""
        return permissions.may_correct(person(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may correct the clause corrects whom it names."""
        return permissions.may_correct(person(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may correct the clause takes somebody out."""
        return permissions.may_correct(person(request))


class DeadlineInline(ReadOnlyInline):
    """The times a clause states; a due date is corrected at the obligation."""

    model = ClauseDeadline
    verbose_name_plural = "times as read (a due date is corrected where the obligation is followed up)"
    fields = (
        "text",
        "kind",
        "governs",
        "first_day",
        "last_day",
        "estimated",
        "recurrence",
        "expiry",
        "target",
    )


class DoubtFilter(admin.SimpleListFilter):
    """Readings that carry doubts nobody settled."""

    title, parameter_name = "doubts", "doubts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the one choice."""
        return [("open", "Doubtful, not yet looked at")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if self.value() != "open":
            return queryset
        return queryset.filter(action_item__in=ActionItem.objects.doubtful())


@admin.register(Clause)
class ClauseAdmin(Deeds, ByDoorAdmin):
    """What each clause was read as; saving settles it, and no later reading overwrites it."""

    list_display = ("reference", "verb", "asks", "named", "review_state", "doubtful", "vanished")
    list_filter = (
        "review_state",
        DoubtFilter,
        "asks",
        "type",
        "reporting",
        "vanished",
        OrganFilter,
    )
    list_select_related = ("paragraph__resolution", "verb")
    search_fields = ("paragraph__resolution__symbol",)
    search_help_text = "Words of the paragraph, or a symbol."
    ordering = ("-id",)
    autocomplete_fields = ("verb",)
    readonly_fields = ("reference", "words", "doubtful", "rule", "review_state", "reviewed_by", "reviewed_at")
    fields = ("reference", "words", "verb", "asks", "action", *readonly_fields[2:])
    inlines = (AddresseeInline, DeadlineInline)
    history_of = ((ClauseAddressee, "clause"), (ClauseDeadline, "clause"), (ClauseSuggestion, "clause"))
    deeds = bulk_deeds = (CONFIRM,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the clauses with whom they name."""
        return super().get_queryset(request).prefetch_related("addressees__entity")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A missed clause is added from its paragraph."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only whoever may correct readings."""
        return super().has_change_permission(request, obj) and permissions.may_correct(person(request))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search the texts by their index."""
        if not search_term:
            return queryset, False
        return queryset.filter(action_item__in=ActionItem.objects.search(search_term)), False

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Hand what changed to the door of corrections; what did not change stays as it is."""
        changed = {name: form.cleaned_data[name] for name in form.changed_data}
        addressees = formsets[0]
        if addressees.has_changed():
            changed["addressees"] = [_named(row) for row in addressees.cleaned_data if _is_kept(row)]
        if changed:
            clause = Clause.objects.get(pk=form.instance.pk)
            corrections.correct_clause(clause=clause, by=person(request), correction=Correction(**changed))

    @admin.display(description="names")
    def named(self, clause: Clause) -> str:
        """Return the names of those the clause names."""
        return ", ".join(addressee.entity.name for addressee in clause.addressees.all())

    @admin.display(description="doubts")
    def doubtful(self, clause: Clause) -> str:
        """Return what the parser was not sure of."""
        return ", ".join(doubt.replace("_", " ") for doubt in clause.doubts)

    @admin.display(description="words")
    def words(self, clause: Clause) -> SafeString:
        """Return the paragraph with the clause's own words marked."""
        row = ParagraphText.objects.filter(paragraph=clause.paragraph_id, version=clause.version_id).first()
        text = row.text if row else ""
        before, own, after = text[: clause.start], text[clause.start : clause.end], text[clause.end :]
        return format_html('<div class="reading-text">{}<mark>{}</mark>{}</div>', before, own, after)


def _is_kept(row: dict[str, Any]) -> bool:
    return bool(row.get("entity")) and not row.get("DELETE")


def _named(row: dict[str, Any]) -> Named:
    return Named(entity=row["entity"], role=row["role"], text=row["text"])


class MissedClauseForm(DeedForm):
    """What a person says of a clause that the parser missed."""

    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text="Copy them from the paragraph, from the verb to the end of what it asks.",
    )
    occurrence = forms.IntegerField(
        label="Which of the places",
        required=False,
        min_value=1,
        help_text="Only where these words stand in the paragraph several times: 1 is the first place.",
    )
    verb = choose(Clause, "verb")
    asks = forms.BooleanField(label="asks for something", required=False, initial=True)
    asked = choose_some(ReportingCycle, "entities", required=False, label="Who is asked")


def add_missed_clause(
    paragraph: Paragraph,
    *,
    by: Any,
    words: str,
    verb: Verb,
    asks: bool,
    asked: QuerySet[Entity],
    occurrence: int | None,
) -> None:
    """Add a missed clause through its door."""
    named = [Named(entity=entity) for entity in asked]
    corrections.add_clause(
        paragraph=paragraph,
        words=words,
        verb=verb,
        by=by,
        asks=asks,
        addressees=named,
        occurrence=occurrence,
    )


def _current_words(paragraph: Paragraph) -> str:
    row = paragraph.texts.filter(version__is_current=True).first()
    return f"{row.text} {row.tail}".strip() if row else ""


class ClauseInline(ReadOnlyInline):
    """The clauses found in a paragraph."""

    model = Clause
    fields = ("phrase", "verb", "asks", "action", "review_state", "vanished")


@admin.register(Paragraph)
class ParagraphAdmin(Deeds, NarrowedAdmin, ReadOnlyAdmin):
    """Paragraphs and what was found in them."""

    list_display = ("reference", "kind", "label", "part")
    list_filter = ("kind",)
    list_select_related = ("resolution",)
    search_fields = ("resolution__symbol",)
    ordering = ("-id",)
    readonly_fields = ("reference", "current_text")
    fields = ("reference", "label", "heading", "current_text")
    inlines = (ClauseInline,)
    deeds = (
        Deed(
            name="add-clause",
            label="Add a missed clause",
            do=add_missed_clause,
            done="The clause is added and tracked.",
            offered=permissions.may_correct,
            possible=lambda user, paragraph: paragraph.kind == "operative",
            form=MissedClauseForm,
            shows=_current_words,
        ),
    )

    @admin.display(description="text")
    def current_text(self, paragraph: Paragraph) -> SafeString:
        """Return the paragraph's words in the current version."""
        return format_html('<div class="reading-text">{}</div>', _current_words(paragraph))
