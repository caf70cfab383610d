"""The page on which a manager hands a focal point's work over, with what was handed over before."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tracker import permissions
from tracker.forms.fields import tell
from tracker.forms.handing_over import HandOverForm
from tracker.handing_over import hand_over, who_can_answer
from tracker.models import Handover
from tracker.refusals import Refused
from tracker.views.access import role_required
from tracker.views.people import person

ROWS_ON_A_PAGE = 50
MOST_OFFERED = 200


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Show what was handed over; hand over what the form says."""
    if not permissions.may_appoint(person(request)):
        raise PermissionDenied("You may not hand a focal point's work over. A manager can.")
    form = HandOverForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            rows = hand_over(by=person(request), **form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            names = ", ".join(str(row.entity) for row in rows)
            messages.success(request, f"The work for {names} is handed over.")
            return redirect("handovers")
    done = Handover.objects.select_related("entity", "from_user", "to_user", "by")
    page = Paginator(done, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    context = {"form": form, "page": page, "people": who_can_answer()[:MOST_OFFERED]}
    return render(request, "tracker/handovers.html", context, status=status)
