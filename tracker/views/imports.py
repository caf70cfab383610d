"""Adding resolutions: hand in a file, see how far its reading is, find what came in before."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from tracker import imports, permissions
from tracker.forms.fields import tell
from tracker.forms.imports import AddResolutionForm
from tracker.import_results import stored_by, warnings_of
from tracker.models import ImportJob, ImportState
from tracker.refusals import Refused
from tracker.tasks import run_import
from tracker.views.access import role_required
from tracker.views.people import person

ROWS_ON_A_PAGE = 50
NO_SYMBOL = "no_symbol"  # the reader's code


@role_required
def add(request: HttpRequest) -> HttpResponse:
    """Take a file or a text and queue its reading."""
    user = person(request)
    if not permissions.may_import(user):
        raise PermissionDenied("You may not add resolutions.")
    form = AddResolutionForm(request.POST, request.FILES) if request.method == "POST" else AddResolutionForm()
    if form.is_valid():
        try:
            data, name, media_type = form.content()
            job = imports.request_import(
                data=data,
                name=name,
                by=user,
                enqueue=run_import.delay,
                replaces=form.cleaned_data["replaces"],
                media_type=media_type,
            )
        except Refused as refusal:
            tell(form, refusal)
        else:
            return redirect(job)
    return render(request, "tracker/imports/add.html", {"form": form})


@role_required
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far an import is, and what it came to; htmx asks for the moving part alone."""
    seen = imports.seen_by(person(request)).select_related("source", "requested_by")
    job = get_object_or_404(seen, pk=pk)
    context = {
        "job": job,
        "finished": job.state in (ImportState.DONE, ImportState.FAILED),
        "left_waiting": imports.is_left_waiting(job, at=timezone.now()),
        "results": stored_by(job),
        "warnings": list(_warnings(job, leads=permissions.may_correct(person(request)))),
        "may_correct": permissions.may_correct(person(request)),
    }
    whole = not request.headers.get("HX-Request")
    template = "tracker/imports/import.html" if whole else "tracker/imports/progress.html"
    return render(request, template, context)


def _warnings(job: ImportJob, *, leads: bool) -> Iterator[tuple[str, str, str]]:
    """Yield each warning with its place in words and, for who may settle it, the address of that place."""
    for told in warnings_of(job):
        where, address = told.where, ""
        if leads and told.resolution:
            page = reverse("check-resolution", args=[told.resolution.symbol])
            if told.eid:
                address = f"{page}?at={told.eid}#{told.eid}"
            elif told.code == NO_SYMBOL and told.resolution.symbol_is_provisional:
                where, address = f"give {told.resolution.symbol} its symbol", f"{page}#facts"
            elif where == told.resolution.symbol:
                address = page
        yield told.message, where, address


@role_required
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """List the imports, the newest first."""
    jobs = imports.seen_by(person(request)).select_related("source", "requested_by")
    rows = jobs.prefetch_related("resolutions").order_by("-requested_at", "-pk")
    page = Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "may_import": permissions.may_import(person(request))}
    return render(request, "tracker/imports/imports.html", context)
