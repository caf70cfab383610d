"""Files and texts as they came in, to look at."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString

from resolutions.admin.base import ReadOnlyAdmin, ReadOnlyInline
from resolutions.models import Citation, Footnote, ParagraphText, ParseRun, SourceFile, TextVersion


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin):
    """The files that came in; each is kept once, byte for byte."""

    list_display = ("name", "media_type", "size", "uploaded_by", "uploaded_at")
    list_select_related = ("uploaded_by",)
    search_fields = ("name", "sha256")
    date_hierarchy = "uploaded_at"
    fields = ("name", "media_type", "size", "sha256", "uploaded_by", "uploaded_at")


class FootnoteInline(ReadOnlyInline):
    """The footnotes of a text."""

    model = Footnote
    fields = ("label", "text", "resolved")


class CitationInline(ReadOnlyInline):
    """The documents a text cites."""

    model = Citation
    fields = ("symbol", "relation", "text", "pinpoint")


class ParseRunInline(ReadOnlyInline):
    """The readings of a text."""

    model = ParseRun
    fields = ("parser", "ran_at", "warnings_in_words")
    readonly_fields = ("warnings_in_words",)

    @admin.display(description="warnings")
    def warnings_in_words(self, run: ParseRun) -> str:
        """Return the warnings as sentences."""
        return " ".join(warning["message"] for warning in run.warnings) or "none"


@admin.register(TextVersion)
class TextVersionAdmin(ReadOnlyAdmin):
    """A resolution in one language from one source."""

    list_display = ("resolution", "language", "number", "is_current", "source", "created_at")
    list_filter = ("language", "is_current")
    list_select_related = ("resolution", "source")
    search_fields = ("resolution__symbol",)
    ordering = ("-created_at", "id")
    fields = ("resolution", "language", "number", "is_current", "source", "created_at", "whole_text")
    readonly_fields = ("whole_text",)
    inlines = (ParseRunInline, FootnoteInline, CitationInline)

    @admin.display(description="text")
    def whole_text(self, version: TextVersion) -> SafeString:
        """Return the paragraphs of this version in reading order."""
        texts = ParagraphText.objects.filter(version=version).select_related("paragraph")
        body = "\n\n".join(f"{row.paragraph.label} {row.text}".strip() for row in texts)
        return format_html('<div class="reading-text">{}</div>', body)
