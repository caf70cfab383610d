"""Follow-up reports: written, submitted, reviewed and opened again, each through its door."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from resolutions.admin.base import StackedInline, person
from resolutions.admin.forms import RowFormSet
from resolutions.admin.history import Entry
from tracker import evidence, permissions, reports
from tracker.admin.base import ByDoorAdmin
from tracker.admin.choosing import choose
from tracker.admin.deeds import DeedForm, Deeds
from tracker.admin.report_deeds import ACCEPT, REOPEN, SEND_BACK, SUBMIT, WITHDRAW
from tracker.admin.report_forms import (
    EvidenceForm,
    LineForm,
    ObligationChoices,
    ReportForm,
    entity_of,
)
from tracker.admin.told import steps_of
from tracker.models import Evidence, FollowUpReport, ReportLine
from tracker.querysets import entities_of
from tracker.statuses import EDITABLE, Status
from tracker.uploads import read_upload


class _WithReport:
    """Rows of a report: whoever may change the report now may change them."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Add rows to a new report, or to one that may be changed now."""
        return obj is None or obj.pk is None or permissions.may_edit_report(person(request), obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Change rows under the same condition."""
        return self.has_add_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Take rows out under the same condition."""
        return self.has_add_permission(request, obj)


class LineInline(_WithReport, StackedInline):
    """What the report says of each obligation."""

    model = ReportLine
    form = LineForm
    formset = RowFormSet
    fields = ("occurrence", ("proposed_status", "percentage", "effective_on"), "note")
    extra = 1
    verbose_name, verbose_name_plural = "obligation", "obligations it answers"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Offer the obligations of the report's entity."""
        entity = obj.entity if obj and obj.pk else request.entity  # type: ignore[attr-defined]
        form = type("LineForm", (LineForm,), {"entity": entity})
        return super().get_formset(request, obj, form=form, **kwargs)


class EvidenceInline(_WithReport, StackedInline):
    """What shows that something was done; added, never changed."""

    model = Evidence
    form = EvidenceForm
    extra = 0
    can_delete = False
    verbose_name_plural = "evidence"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Offer the report's own files to be replaced."""
        form = type("EvidenceForm", (EvidenceForm,), {"report": obj if obj and obj.pk else None})
        return super().get_formset(request, obj, form=form, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Evidence that was given stays as it is."""
        return False

    @admin.display(description="file")
    def file(self, given: Evidence) -> str:
        """Return the file's name."""
        return given.name

    @admin.display(description="link")
    def link(self, given: Evidence) -> str:
        """Return the link."""
        return given.url


@admin.register(FollowUpReport)
class FollowUpReportAdmin(Deeds, ByDoorAdmin):
    """What entities report. A report's statuses stand once a reviewer accepts it."""

    seen_with = FollowUpReport
    list_display = ("entity", "period_from", "period_to", "state", "author", "on_behalf", "submitted_at")
    list_filter = ("state", "on_behalf", ("cycle", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("entity", "author")
    search_fields = ("entity__name", "entity__names__name", "author__username")
    date_hierarchy = "period_to"
    form = ReportForm
    autocomplete_fields = ("cycle",)
    fields = ReportForm.Meta.fields
    readonly_fields = (
        "entity",
        "state",
        "author",
        "on_behalf",
        "submitted_at",
        "reviewed_by",
        "review_comment",
    )
    inlines = (LineInline, EvidenceInline)
    deeds = (SUBMIT, ACCEPT, SEND_BACK, WITHDRAW, REOPEN)
    bulk_deeds = (ACCEPT,)
    history_of = ((ReportLine, "report"), (Evidence, "report"))

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the obligations to choose from."""
        choices = self.admin_site.admin_view(ObligationChoices.as_view(admin_site=self.admin_site))
        return [path("obligations/", choices, name="tracker_obligation_choices"), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show where an existing report stands before its words."""
        return ReportForm.Meta.fields if obj is None else (*self.readonly_fields, *ReportForm.Meta.fields)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Words are changed only before review, by its author or its entity's focal point."""
        allowed = super().has_change_permission(request, obj)
        if obj is None:
            return allowed
        return allowed and obj.state in EDITABLE and permissions.may_edit_report(person(request), obj)

    def entries_about(self, obj: Any, reader: User) -> Iterable[Entry]:
        """Tell the steps of the report as well."""
        yield from super().entries_about(obj, reader)
        yield from steps_of(obj)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask first who reports, then for the report."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if "entity" not in request.GET:
            return self._choose_entity(request)
        entity = entity_of(request.GET["entity"])
        if not permissions.may_report_for(person(request), entity):
            raise PermissionDenied
        request.entity = entity  # type: ignore[attr-defined]
        context = {"title": f"Record a follow-up report of {entity}", **(extra_context or {})}
        return super().add_view(request, request.get_full_path(), context)

    def _choose_entity(self, request: HttpRequest) -> HttpResponse:
        """Ask who reports; a focal point of one entity is not asked."""
        own = list(entities_of(person(request), on=timezone.localdate())[:2])
        on_behalf = permissions.may_report_on_behalf(person(request))
        if len(own) == 1 and not on_behalf:
            return HttpResponseRedirect(f"{request.path}?entity={own[0].pk}")
        form = WhoReportsForm() if on_behalf else _own_form(person(request))
        context = {
            **self.admin_site.each_context(request),
            "title": "Record a follow-up report",
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
            "method": "get",
        }
        return TemplateResponse(request, "admin/deed.html", context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give a new report its entity and its author."""
        form = super().get_form(request, obj, change, **kwargs)
        if obj is not None:
            return form
        given = {"entity": request.entity, "author": person(request)}  # type: ignore[attr-defined]
        return type("NewReportForm", (form,), given)

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Draft or change the report, then add its new evidence."""
        words = reports.Words(
            **{name: form.cleaned_data[name] for name in reports.Words.__dataclass_fields__}
        )
        lines = [_line(row) for row in formsets[0].cleaned_data if row and not row.get("DELETE")]
        by = person(request)
        if form.instance.pk is None:
            report = reports.draft(
                entity=form.entity, by=by, words=words, lines=lines, cycle=form.cleaned_data["cycle"]
            )
            form.instance.pk = report.pk
        else:
            report = FollowUpReport.objects.get(pk=form.instance.pk)
            reports.edit(report=report, by=by, words=words, lines=lines)
        for row in formsets[1].extra_forms:
            if row.has_changed():
                _add_evidence(report, by, row.cleaned_data)


class WhoReportsForm(DeedForm):
    """Which entity the report is of, found by name."""

    entity = choose(FollowUpReport, "entity", label="Who reports")


def _own_form(user: Any) -> DeedForm:
    """Return the same question with the person's own entities to choose from."""
    form = DeedForm()
    form.fields["entity"] = forms.ModelChoiceField(
        entities_of(user, on=timezone.localdate()),
        label="Who reports",
        help_text="You can report for the entities you are focal point of.",
    )
    return form


def _line(row: dict[str, Any]) -> reports.Line:
    return reports.Line(
        occurrence=row["occurrence"],
        proposed_status=Status(row["proposed_status"]),
        effective_on=row["effective_on"],
        percentage=row["percentage"],
        note=row["note"],
    )


def _add_evidence(report: FollowUpReport, by: Any, given: dict[str, Any]) -> None:
    about = {"report": report, "by": by, "title": given["title"], "speaks_for": given["speaks_for"]}
    if given["file"]:
        file = given["file"]
        data = read_upload(file, evidence.check_size)
        media_type, revises = file.content_type or "", given["revises"]
        evidence.add_file(**about, name=file.name, data=data, media_type=media_type, revises=revises)
    elif given["symbol"]:
        evidence.add_document(**about, symbol=given["symbol"])
    else:
        evidence.add_link(**about, url=given["link"])
