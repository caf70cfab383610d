"""Work on many rows: hand assignments over, see how far a job is, take away what kept it from being done."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from tracker import bulk, large_work, permissions, progress
from tracker.exports import stream_csv
from tracker.filters import ActionItemFilter, problems
from tracker.forms.bulk import ReassignForm
from tracker.forms.fields import tell
from tracker.listing import chips_of
from tracker.ordering import DEFAULT_ORDER
from tracker.reassigning import Handing
from tracker.refusals import Refused
from tracker.tasks import run_bulk
from tracker.views.access import role_required
from tracker.views.people import person

REFUSED_COLUMNS = ("obligation", "entity", "why")


@role_required
def reassign(request: HttpRequest) -> HttpResponse:
    """Choose from whom to whom, see how many that are, confirm; the conditions are the register's."""
    user = person(request)
    if not permissions.may_assign(user):
        raise PermissionDenied("You may not hand assignments over.")
    chosen = ActionItemFilter(request.GET, user=user, on=timezone.localdate())
    start = {"of": chosen.selection.values.get("entity", "")}
    form = ReassignForm(request.POST) if request.method == "POST" else ReassignForm(initial=start)
    count, unread = None, problems(chosen, besides=["order"])
    if not unread and form.is_valid():
        given = form.cleaned_data
        handing = Handing(chosen.selection, given["of"], given["to"], given["why"])
        try:
            handing.check()
            count = handing.occurrences().count()
            if count and given["seen"] == count:
                job = large_work.hand_over(handing=handing, seen=count, by=user, enqueue=run_bulk.delay)
                return redirect(job)
        except Refused as refusal:
            tell(form, refusal)
    context = {"form": form, "count": count, "chips": chips_of(chosen, DEFAULT_ORDER), "problems": unread}
    return render(request, "tracker/bulk/reassign.html", context)


@role_required
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a job is, and what kept it from being done; htmx asks for the moving part alone."""
    job = get_object_or_404(bulk.seen_by(person(request)), pk=pk)
    part = "tracker/bulk/progress.html" if request.headers.get("HX-Request") else "tracker/bulk/job.html"
    return render(request, part, {"job": job, "refused": job.refusals.count(), "told": progress.told(job.pk)})


@role_required
@require_GET
def refused(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Give every row that kept a job from being done, with its reason, as CSV."""
    job = get_object_or_404(bulk.seen_by(person(request)), pk=pk)
    rows = job.refusals.select_related(
        "assignment__entity", "assignment__item__clause__paragraph__resolution"
    ).iterator(chunk_size=2000)
    told = ((r.assignment.item.reference, r.assignment.entity.name, r.why) for r in rows)
    return stream_csv(REFUSED_COLUMNS, told, name=f"refused-{job.pk}")
