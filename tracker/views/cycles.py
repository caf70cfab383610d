"""Reporting cycles: open one, see who has reported, close it; and the names of entities as one types."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from resolutions.models import Entity
from tracker import cycles, large_work, permissions
from tracker.cycle_progress import cycles_seen_by, progress
from tracker.cycle_worklist import Part, Worklist, worklist
from tracker.filters import ActionItemFilter, problems
from tracker.forms.cycles import OpenCycleForm, entity_named
from tracker.forms.fields import tell
from tracker.listing import chips_of
from tracker.models import ReportingCycle
from tracker.ordering import DEFAULT_ORDER
from tracker.refusals import NotAllowed, Refused
from tracker.tasks import run_bulk
from tracker.views.access import role_required
from tracker.views.people import person

MOST_SUGGESTIONS = 12


@role_required
def listed(request: HttpRequest) -> HttpResponse:
    """List the cycles; whoever may open one finds the form here, the conditions being the register's."""
    user, may_open = person(request), permissions.may_open_cycle(person(request))
    if request.method == "POST" and not may_open:
        raise PermissionDenied("You may not open a reporting cycle.")
    sent = request.POST if request.method == "POST" else None
    chosen = ActionItemFilter(request.GET, user=user, on=timezone.localdate())
    unread = problems(chosen, besides=["order"])
    form = OpenCycleForm(sent, among=chosen.selection.occurrences()) if may_open else None
    if form is not None and request.POST.get("deed") == "add":
        form = _with_another(form, request.POST)
    elif form is not None and not unread and form.is_valid():
        try:
            return redirect(_opened(request, form, chosen.selection.query))
        except Refused as refusal:
            tell(form, refusal)
    context = {
        "cycles": cycles_seen_by(user, on=timezone.localdate()).prefetch_related("entities"),
        "form": form,
        "chips": chips_of(chosen, DEFAULT_ORDER) if may_open else [],
        "problems": unread if may_open else [],
    }
    return render(request, "tracker/cycles/cycles.html", context)


def _opened(request: HttpRequest, form: OpenCycleForm, conditions: str) -> str:
    """Open the cycle at once, or ask for a job where that takes long; return where to look next."""
    user, name, asked = person(request), form.cleaned_data["name"], form.asked()
    days = {day: form.cleaned_data[day] for day in ("period_from", "period_to", "due_on")}
    opened = large_work.open_cycle(
        name=name, entities=asked, by=user, enqueue=run_bulk.delay, conditions=conditions, **days
    )
    if isinstance(opened, ReportingCycle):
        messages.success(request, f"“{opened}” is open; its entities see it in their work.")
    return opened.get_absolute_url()


def _with_another(sent: OpenCycleForm, posted: QueryDict) -> OpenCycleForm:
    """Return the form with the typed entity put into the list and ticked; nothing is opened yet."""
    data = posted.copy()
    entity = entity_named(data.get("another", ""))
    if entity:
        data.appendlist("entities", str(entity.pk))
        data["another"] = ""
    form = OpenCycleForm(data, among=sent.among)
    problem = None if entity else form.errors.get("another")
    form.errors.clear()
    if problem is not None:
        form.errors["another"] = problem
    return form


@role_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which of the asked entities have reported; a POST closes the cycle."""
    user, today = person(request), timezone.localdate()
    cycle = get_object_or_404(cycles_seen_by(user, on=today).select_related("opened_by"), pk=pk)
    if request.method == "POST":
        try:
            cycles.close_cycle(cycle=cycle, by=user)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.message) from refusal
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, "The cycle is closed. Reports already begun may still be finished.")
        return redirect("cycle", pk=cycle.pk)
    rows = progress(cycle, user, on=today)
    own = permissions.answered_by(user, on=today).filter(pk__in=cycle.entities.values("pk")).order_by("name")
    context = {
        "cycle": cycle,
        "rows": rows,
        "reported": sum(row.reported for row in rows),
        "asked": sum(row.asked for row in rows),
        "answered": sum(row.answered for row in rows),
        "worklists": [] if cycle.closed_at else [_worklist(request, cycle, entity) for entity in own],
        "may_close": permissions.may_open_cycle(user) and not cycle.closed_at,
    }
    return render(request, "tracker/cycles/cycle.html", context)


def _worklist(request: HttpRequest, cycle: ReportingCycle, entity: Entity) -> Worklist:
    """Return an entity's list: the part and page that the address asks for, if it asks for this entity's."""
    asked = request.GET if request.GET.get("of") == entity.key else {}
    part = asked.get("part", "")
    return worklist(
        cycle, entity, part=Part(part) if part in Part.values else Part.ALL, page=asked.get("page")
    )


@role_required
@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """Return names of entities that contain the words, as options of a datalist; beginnings come first."""
    # The words come under the name of whichever field asks for them.
    words = next((str(value).strip() for value in request.GET.values()), "")
    if len(words) < 2:
        return render(request, "tracker/parts/entity_options.html", {"entities": []})
    begins = Case(When(name__istartswith=words, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = Entity.objects.in_use().search(words).annotate(begins=begins).order_by("begins", "name")
    context = {"entities": found[:MOST_SUGGESTIONS]}
    return render(request, "tracker/parts/entity_options.html", context)
