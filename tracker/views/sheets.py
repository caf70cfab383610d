"""Taking over a tracking spreadsheet: hand it in, name its columns, see every row's fate, take it over."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tracker import bulk, permissions
from tracker.forms.fields import tell
from tracker.forms.sheets import ColumnsForm, SheetForm, check_size
from tracker.models import BulkKind, Fate, TrackingSheet
from tracker.refusals import Refused
from tracker.sheets import doors
from tracker.sheets.columns import from_json
from tracker.tasks import run_bulk
from tracker.uploads import read_upload
from tracker.views.access import role_required
from tracker.views.people import person

ROWS_ON_A_PAGE = 100


def _allowed(request: HttpRequest) -> None:
    if not permissions.may_take_over(person(request)):
        raise PermissionDenied("You may not take spreadsheets over. Ask a manager.")


@role_required
def listed(request: HttpRequest) -> HttpResponse:
    """List the spreadsheets and take another in."""
    _allowed(request)
    user = person(request)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            sheet = doors.take_in(data=read_upload(file, check_size), name=file.name, by=user)
        except Refused as refusal:
            tell(form, refusal)
        else:
            return redirect(sheet)
    context = {"form": form, "sheets": doors.sheets_seen_by(user)[:ROWS_ON_A_PAGE]}
    return render(request, "tracker/sheets/sheets.html", context)


@role_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the columns mean and what becomes of each row; a POST checks, or takes over."""
    _allowed(request)
    sheet = get_object_or_404(doors.sheets_seen_by(person(request)), pk=pk)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and sent.get("deed") == "take over":
        return _take_over(request, sheet, leave_out=bool(sent.get("leave_out")))
    form = ColumnsForm(sent, table=doors.table_of(sheet), mapped=from_json(sheet.mapping))
    if form.is_valid():
        try:
            doors.name_columns(sheet=sheet, mapped=form.mapped(), by=person(request))
        except Refused as refusal:
            tell(form, refusal)
        else:
            return _ask(request, sheet, BulkKind.CHECK_SHEET)
    return render(request, "tracker/sheets/sheet.html", _context(request, sheet, form))


def _take_over(request: HttpRequest, sheet: TrackingSheet, leave_out: bool) -> HttpResponse:
    """Ask for the job, or show at the tick that it is needed."""
    try:
        doors.check_left_out(sheet, leave_out)
    except Refused as refusal:
        form = ColumnsForm(None, table=doors.table_of(sheet), mapped=from_json(sheet.mapping))
        context = _context(request, sheet, form) | {"unticked": refusal.message}
        return render(request, "tracker/sheets/sheet.html", context, status=HTTPStatus.BAD_REQUEST)
    return _ask(request, sheet, BulkKind.TAKE_OVER, leave_out=leave_out)


def _context(request: HttpRequest, sheet: TrackingSheet, form: ColumnsForm) -> dict[str, object]:
    rows = sheet.rows.all()
    chosen = request.GET.get("fate", "")
    if chosen in Fate.values:
        rows = rows.filter(fate=chosen)
    counts = [(fate, sheet.rows.filter(fate=fate).count()) for fate in Fate]
    return {
        "sheet": sheet,
        "form": form,
        "fields": [form[name] for name in form.fields],
        "counts": counts,
        "faults": dict(counts)[Fate.FAULT],
        "changes": dict(counts)[Fate.CHANGES],
        "page": Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page")),
    }


def _ask(request: HttpRequest, sheet: TrackingSheet, kind: BulkKind, **more: object) -> HttpResponse:
    job = bulk.request(
        kind=kind,
        parameters={"sheet": sheet.pk, **more},
        summary=f"{BulkKind(kind).label}: {sheet.name}",
        total=len(doors.table_of(sheet).rows),
        by=person(request),
        enqueue=run_bulk.delay,
    )
    return redirect(job)
