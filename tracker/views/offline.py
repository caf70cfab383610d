"""The page "Work offline": take out worklists as spreadsheets, bring them back as drafts."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from resolutions.models import Entity
from tracker import permissions
from tracker.forms.fields import tell
from tracker.forms.offline import BringBackForm, WhoseForm
from tracker.models import ReportingCycle
from tracker.offline.taking_in import CellsRefused, take_in
from tracker.offline.worklist import worklist_of
from tracker.offline.writing import workbook_of
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """List the worklists a person may take out; take in the one that is brought back."""
    if request.method != "POST":
        return _page(request, BringBackForm())
    form = BringBackForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.BAD_REQUEST)
    try:
        taken = take_in(data=form.data_read(), by=person(request))
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Refused as refusal:
        tell(form, refusal)
        errors = refusal.errors if isinstance(refusal, CellsRefused) else ()
        status = HTTPStatus.CONFLICT if isinstance(refusal, Conflict) else HTTPStatus.BAD_REQUEST
        return _page(request, form, errors=errors, status=status)
    messages.success(
        request,
        f"The worklist {'became a draft' if taken.is_new else 'changed its draft'}. Look at it, add "
        "evidence, and hand it in.",
    )
    return redirect(taken.report)


def _page(
    request: HttpRequest, form: BringBackForm, *, errors: object = (), status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    user, today = person(request), timezone.localdate()
    may_choose = permissions.may_report_on_behalf(user)
    whose = WhoseForm(request.GET if "entity" in request.GET else None) if may_choose else None
    entities = list(permissions.answered_by(user, on=today).order_by("name"))
    if whose is not None and whose.is_valid():
        entities = [whose.cleaned_data["entity"]]
    open_cycles = ReportingCycle.objects.filter(closed_at=None).order_by("due_on")
    context = {
        "form": form,
        "errors": errors,
        "whose": whose,
        "lists": [(entity, open_cycles.filter(entities=entity)) for entity in entities],
        "reports": may_choose or bool(entities),
    }
    return render(request, "tracker/offline.html", context, status=status)


@role_required
@require_safe
def workbook(request: HttpRequest, key: str) -> HttpResponse:
    """Hand out an entity's worklist as a spreadsheet."""
    entity = get_object_or_404(Entity.objects.in_use(), key=key)
    try:
        cycle = cycle_asked(request.GET.get("cycle", ""), entity)
        worklist = worklist_of(entity=entity, cycle=cycle, by=person(request), on=timezone.localdate())
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    return handed_out(workbook_of(worklist), f"worklist-{entity.key}.xlsx")


def cycle_asked(number: str, entity: Entity) -> ReportingCycle | None:
    """Return the open cycle with the number that asks the entity, None where no number is given.

    Raises:
        Http404: there is none.
    """
    if not number:
        return None
    asking = ReportingCycle.objects.filter(closed_at=None, entities=entity)
    cycle = asking.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
    if cycle is None:
        raise Http404("There is no such open cycle that asks this entity.")
    return cycle


def handed_out(data: bytes, name: str) -> HttpResponse:
    """Return a workbook as a file to be saved."""
    return HttpResponse(
        data, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
