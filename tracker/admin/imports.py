"""Imports: add a resolution by its file or by its words, and see what came of it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from resolutions.admin.base import person
from resolutions.admin.forms import HouseForm
from resolutions.models import Resolution
from resolutions.readers import FORMATS, SUFFIXES
from tracker import imports, tasks
from tracker.admin.base import ByDoorAdmin
from tracker.import_results import stored_by, warnings_of
from tracker.models import ImportJob, ImportState
from tracker.uploads import read_upload


class ImportForm(HouseForm):
    """A file, or pasted words with a name for them."""

    file = forms.FileField(
        required=False,
        help_text=f"The resolution's text as a file: {FORMATS}.",
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    text = forms.CharField(
        label="or its text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField"}),
        help_text="Paste the whole resolution, with its symbol, title and paragraph numbers.",
    )
    name = forms.CharField(
        label="name of the text",
        required=False,
        max_length=200,
        help_text="Only with pasted text; by default “Pasted text”.",
    )

    class Meta:
        model = ImportJob
        fields = ("file", "text", "name", "replaces")

    def clean(self) -> dict[str, Any]:
        """Want a file or a text, not both and not neither."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("file") and given.get("text"):
            raise forms.ValidationError("Choose a file or paste a text, not both.")
        if not given.get("file") and not given.get("text") and not self.errors:
            raise forms.ValidationError("Choose the resolution's file, or paste its text.")
        return given

    def content(self) -> dict[str, Any]:
        """Return the bytes, their name and their media type.

        Raises:
            Refused: the file is too large.
        """
        file = self.cleaned_data.get("file")
        if file:
            data = read_upload(file, imports.check_size)
            return {"data": data, "name": file.name, "media_type": file.content_type or ""}
        name = self.cleaned_data["name"] or "Pasted text"
        name = name if name.endswith((".md", ".txt")) else f"{name}.txt"
        return {"data": self.cleaned_data["text"].encode(), "name": name, "media_type": "text/plain"}


@admin.register(ImportJob)
class ImportJobAdmin(ByDoorAdmin):
    """Imports with their progress and their result."""

    list_display = ("source", "state", "stage", "progress_in_words", "requested_by", "requested_at")
    list_filter = ("state",)
    list_select_related = ("source", "requested_by")
    search_fields = ("source__name", "resolutions__symbol")
    date_hierarchy = "requested_at"
    form = ImportForm
    readonly_fields = (
        "source",
        "state",
        "stage",
        "progress_in_words",
        "result",
        "warnings_in_words",
        "error",
        "requested_by",
        "requested_at",
        "finished_at",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Show whoever does not see all their own alone."""
        seen = imports.seen_by(person(request))
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Ask for the text of a new one, tell the result of an old one."""
        return ImportForm.Meta.fields if obj is None else self.readonly_fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An import is done once; nobody changes it."""
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the form under its own name."""
        return super().add_view(request, form_url, {"title": "Add a resolution", **(extra_context or {})})

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Hand the text to the door; a worker reads it."""
        job = imports.request_import(
            **form.content(),
            by=person(request),
            enqueue=tasks.run_import.delay,
            replaces=form.cleaned_data["replaces"],
        )
        form.instance.pk, form.instance.source = job.pk, job.source

    def response_add(
        self, request: HttpRequest, obj: ImportJob, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Go to the import's page, where its result will stand."""
        self.message_user(request, "The text is taken in and will be read now. Reload to see how far it is.")
        return HttpResponseRedirect(reverse("admin:tracker_importjob_change", args=[obj.pk]))

    @admin.display(description="progress")
    def progress_in_words(self, job: ImportJob) -> str:
        """Return how far it is."""
        return f"{job.progress} per cent"

    @admin.display(description="result")
    def result(self, job: ImportJob) -> SafeString | str:
        """Return each resolution read, with a link to what was read and the counts."""
        if job.state in (ImportState.QUEUED, ImportState.RUNNING):
            return "Not finished. Reload this page to see how far it is."
        lines = [_line(row, resolution) for row, resolution in stored_by(job)]
        return format_html_join("\n", "<p>{}</p>", ((line,) for line in lines))

    @admin.display(description="warnings")
    def warnings_in_words(self, job: ImportJob) -> SafeString | str:
        """Return what the reader was not sure of, one sentence a line."""
        lines = [(f"{told.where}: " if told.where else "", told.message) for told in warnings_of(job)]
        return format_html_join("\n", "<p>{}{}</p>", lines) or "none"


def _line(row: dict[str, Any], resolution: Resolution | None) -> SafeString:
    counts = ", ".join(f"{count} {name}" for name, count in row["clauses"].items() if count)
    words = f"{row['outcome']}; clauses: {counts or 'none changed'}; {row['tracked']['items']} items added"
    if resolution is None:
        return format_html("{}: {}", row["symbol"], words)
    url = reverse("admin:resolutions_resolution_change", args=[resolution.pk])
    return format_html('<a href="{}">Check what was read in {}</a>: {}', url, row["symbol"], words)
