"""Resolutions: what was read in them, and the facts a person sets."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from resolutions.admin.base import person
from resolutions.models import Clause, ParagraphText, Resolution
from tracker import corrections, permissions
from tracker.admin.base import ByDoorAdmin


@admin.register(Resolution)
class ResolutionAdmin(ByDoorAdmin):
    """The register of texts. A new one is added by its file or its words, under "Imports"."""

    list_display = ("symbol", "title", "organ", "kind", "adopted_on", "symbol_is_provisional")
    list_filter = (
        "symbol_is_provisional",
        "kind",
        ("organ", admin.RelatedOnlyFieldListFilter),
        "chapter_vii",
    )
    list_select_related = ("organ",)
    date_hierarchy = "adopted_on"
    search_fields = ("symbol", "title")
    search_help_text = "A symbol, words of the title, or words of the text."
    autocomplete_fields = ("organ", "session")
    fieldsets = (
        (None, {"fields": (("symbol", "kind"), "title", ("organ", "session"), ("adopted_on", "meeting"))}),
        ("More", {"fields": ("agenda_item", "proponent", "vote", "chapter_vii"), "classes": ("collapse",)}),
        (None, {"fields": ("what_was_read",)}),
    )
    readonly_fields = ("what_was_read",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A resolution enters by its text."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only whoever may correct readings."""
        return super().has_change_permission(request, obj) and permissions.may_correct(person(request))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search symbols, titles and texts."""
        return (queryset.search(search_term) if search_term else queryset), False  # type: ignore[attr-defined]

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Hand what changed to the door; no import overwrites it afterwards."""
        changed = {name: form.cleaned_data[name] for name in form.changed_data}
        if changed:
            resolution = Resolution.objects.get(pk=form.instance.pk)
            corrections.correct_resolution(resolution=resolution, by=person(request), **changed)

    @admin.display(description="what was read")
    def what_was_read(self, resolution: Resolution) -> SafeString:
        """Return the paragraphs in reading order, each with the clauses found in it."""
        clauses = Clause.objects.select_related("verb").prefetch_related("addressees__entity", "deadlines")
        texts = ParagraphText.objects.filter(version__is_current=True).defer("search")
        paragraphs = resolution.paragraphs.prefetch_related(
            Prefetch("clauses", clauses.order_by("number")), Prefetch("texts", texts)
        )
        context = {"paragraphs": paragraphs.select_related("resolution")}
        return render_to_string("admin/what_was_read.html", context)
