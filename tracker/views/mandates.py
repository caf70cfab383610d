"""The life of mandates: what is proposed, two items side by side, and what a person says of them."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from resolutions.models import Clause
from tracker import mandates, permissions
from tracker.comparing import compare
from tracker.forms.fields import tell
from tracker.forms.mandates import CompareForm, DismissForm, RelateForm
from tracker.models import ActionItem, RelationKind, RelationProposal
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person

PER_PAGE = 30
PAIR = ("later__clause__paragraph__resolution", "earlier__clause__paragraph__resolution")


@role_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List the proposals that wait, the likeliest first; a form compares any two items."""
    _require(request)
    waiting = RelationProposal.objects.waiting().select_related(*PAIR).order_by("basis", "-score", "pk")
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    asked = {name: request.GET.get(name, "") for name in CompareForm.base_fields}
    form = CompareForm(asked if all(asked.values()) else None, initial=asked)
    if form.is_bound and form.is_valid():
        pair = {name: _named(form, name) for name in ("later", "earlier")}
        if all(pair.values()):
            return redirect("compare", later=pair["later"].pk, earlier=pair["earlier"].pk)  # type: ignore[union-attr]
    return render(request, "tracker/mandates/proposals.html", {"page": page, "form": form})


def _named(form: CompareForm, name: str) -> ActionItem | None:
    reference = form.cleaned_data[name].strip()
    found = ActionItem.objects.filter(clause__in=Clause.objects.by_reference(reference)).first()
    if found is None:
        form.add_error(name, f"There is no item {reference}. Copy its reference from its page.")
    return found


def _require(request: HttpRequest) -> None:
    if not permissions.may_relate(request.user):
        raise PermissionDenied(f"You may not {mandates.RELATE}. Ask an administrator for a role that may.")


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a proposed pair side by side; a POST confirms or dismisses it."""
    _require(request)
    found = get_object_or_404(RelationProposal.objects.select_related(*PAIR, "settled_by"), pk=pk)
    if request.method == "POST" and request.POST.get("deed") == "dismiss":
        return _dismiss(request, found)
    return _side_by_side(request, found.later, found.earlier, found)


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, later: int, earlier: int) -> HttpResponse:
    """Show any two items side by side; a POST says what the later one does."""
    _require(request)
    items = ActionItem.objects.select_related("clause__paragraph__resolution", "clause__version")
    return _side_by_side(
        request, get_object_or_404(items, pk=later), get_object_or_404(items, pk=earlier), None
    )


def _dismiss(request: HttpRequest, found: RelationProposal) -> HttpResponse:
    form = DismissForm(request.POST)
    if form.is_valid():
        try:
            mandates.dismiss(proposal=found, by=person(request), reason=form.cleaned_data["reason"])
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, "Dismissed. This pair is not proposed again.")
    return redirect("proposals")


def _side_by_side(
    request: HttpRequest, later: ActionItem, earlier: ActionItem, proposed: RelationProposal | None
) -> HttpResponse:
    form = RelateForm(
        request.POST if request.method == "POST" else None, initial=RelateForm.first(later, proposed)
    )
    status = HTTPStatus.OK
    if form.is_bound:
        status = _relate(request, form, later, earlier)
        if status == HTTPStatus.FOUND:
            return redirect("proposals") if proposed else redirect(earlier)
    context: dict[str, Any] = {
        "proposal": proposed,
        "compared": compare(later=later, earlier=earlier, reader=request.user, on=timezone.localdate()),
        "form": form if proposed is None or proposed.state == "proposed" else None,
        "dismiss": DismissForm() if proposed and proposed.state == "proposed" else None,
    }
    return render(request, "tracker/mandates/compare.html", context, status=status)


def _relate(request: HttpRequest, form: RelateForm, later: ActionItem, earlier: ActionItem) -> HTTPStatus:
    if not form.is_valid():
        return HTTPStatus.BAD_REQUEST
    said = {**form.cleaned_data, "kind": RelationKind(form.cleaned_data["kind"])}
    try:
        relation = mandates.relate(later=later, earlier=earlier, by=person(request), **said)
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Refused as refusal:
        tell(form, refusal)
        return HTTPStatus.CONFLICT if isinstance(refusal, Conflict) else HTTPStatus.BAD_REQUEST
    carried = relation.carried.count()
    went = f" The open work of {carried} addressee{'s'[: carried != 1]} was carried over." if carried else ""
    messages.success(request, f"Recorded: {earlier.reference} is {relation.passive} {later.reference}.{went}")
    return HTTPStatus.FOUND
