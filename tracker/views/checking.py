"""Checking what was read: the source beside the reading, and the queue of doubtful readings."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from resolutions.models import Clause, ClauseSuggestion, Paragraph, Resolution, ReviewState, Verb
from tracker import checking, corrections, permissions
from tracker.extracts import Extracts, extracts
from tracker.forms.checking import CorrectClauseForm, FactsForm, MissedClauseForm
from tracker.forms.fields import tell
from tracker.locating import places_in_source
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person

Forms = dict[str, forms.Form]


@role_required
def check(request: HttpRequest, symbol: str) -> HttpResponse:
    """Show what was read of a resolution beside its source; a POST settles something on it."""
    require_checker(request)
    resolution = get_object_or_404(Resolution, symbol=symbol)
    if request.method == "POST":
        return _settle(request, resolution)
    return _show(request, resolution, {})


def require_checker(request: HttpRequest) -> None:
    """Show the page that says no to whoever may not settle readings."""
    if not permissions.may_correct(person(request)):
        raise PermissionDenied("You may not confirm or correct what was read.")


def _show(request: HttpRequest, resolution: Resolution, failed: Forms) -> HttpResponse:
    """Show the page; `failed` holds forms that were refused, by the name of their place."""
    sheet = checking.sheet(
        resolution,
        reader=person(request),
        on=timezone.localdate(),
        number="" if failed else request.GET.get("page", ""),
        at=next(iter(failed), request.GET.get("at", "")),
    )
    for place in sheet.places:
        for clause in place.clauses:
            clause.form = failed.get(f"clause-{clause.pk}") or CorrectClauseForm(clause=clause)  # type: ignore[attr-defined]
        prefix = f"missed-{place.passage.paragraph.pk}"
        place.passage.paragraph.form = failed.get(prefix) or MissedClauseForm(prefix=prefix)  # type: ignore[attr-defined]
    source = extracts(sheet.source) if sheet.source else Extracts()
    in_source = places_in_source(source.blocks, (place.passage for place in sheet.places))
    shown = [clause for place in sheet.places for clause in place.clauses]
    context = {
        "resolution": resolution,
        "sheet": sheet,
        "page": sheet.page,
        "extracts": source,
        "in_source": in_source,
        "in_reading": {at: eid for eid, at in in_source.items()},
        "facts": failed.get("facts") or FactsForm(resolution=resolution),
        "facts_failed": "facts" in failed,
        "verbs": Verb.objects.all(),
        "sure": [clause for clause in shown if not clause.touched and not clause.doubts],
    }
    return render(request, "tracker/checking/check.html", context)


def _settle(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    try:
        return deed(request, resolution)
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Conflict as refusal:
        messages.error(request, refusal.message)
        return _page(resolution, f"clause-{request.POST.get('clause')}")


def _page(resolution: Resolution, place: str = "") -> HttpResponse:
    """Go to the page, to the part of it that holds the place."""
    address = reverse("check-resolution", args=[resolution.symbol])
    return redirect(f"{address}?{urlencode({'at': place})}#{place}" if place else address)


def clause_asked_for(request: HttpRequest, **of: Any) -> Clause:
    """Return the clause a form was sent for, 404 where there is none.

    Raises:
        Conflict: it is read otherwise than the person saw it.
    """
    number = request.POST.get("clause", "")
    clauses = checking.read_clauses().filter(pk=int(number) if number.isdecimal() else 0, **of)
    clause = get_object_or_404(clauses)
    seen = request.POST.get("seen")
    if seen and seen != checking.seen_as(clause):
        raise Conflict(f"Somebody changed the reading of {clause.reference} meanwhile. Look at it again.")
    return clause


def correct(request: HttpRequest, clause: Clause) -> CorrectClauseForm | None:
    """Correct a clause by the form that was sent; return the form where it was refused."""
    form = CorrectClauseForm(request.POST, clause=clause)
    if not form.is_valid():
        return form
    try:
        corrections.correct_clause(clause=clause, by=person(request), correction=form.correction())
    except NotAllowed:
        raise
    except Refused as refusal:
        tell(form, Refused(refusal.message, field="add" if refusal.field == "addressees" else refusal.field))
        return form
    messages.success(request, f"{clause.reference} is corrected.")
    return None


def _correct(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    clause = clause_asked_for(request, paragraph__resolution=resolution)
    refused = correct(request, clause)
    if refused:
        return _show(request, resolution, {f"clause-{clause.pk}": refused})
    return _page(resolution, f"clause-{clause.pk}")


def _confirm(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    clause = clause_asked_for(request, paragraph__resolution=resolution)
    corrections.confirm_clause(clause=clause, by=person(request))
    return _page(resolution, f"clause-{clause.pk}")


def _confirm_all(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    """Confirm the readings that the page showed and nobody doubts; what was read since is not among them."""
    shown = [int(number) for number in request.POST.getlist("clause") if number.isdecimal()]
    sure = Clause.objects.filter(
        pk__in=shown, paragraph__resolution=resolution, review_state=ReviewState.SUGGESTED, doubts=[]
    )
    confirmed = 0
    for clause in sure:
        corrections.confirm_clause(clause=clause, by=person(request))
        confirmed += 1
    messages.success(request, f"{confirmed} reading{'' if confirmed == 1 else 's'} confirmed.")
    return redirect(request.get_full_path())


def _add(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    number = request.POST.get("paragraph", "")
    paragraph = get_object_or_404(
        Paragraph, resolution=resolution, pk=int(number) if number.isdecimal() else 0
    )
    form = MissedClauseForm(request.POST, prefix=f"missed-{paragraph.pk}")
    if form.is_valid():
        given = form.cleaned_data
        try:
            clause = corrections.add_clause(
                paragraph=paragraph,
                words=given["words"],
                occurrence=given["occurrence"],
                verb=given["verb"],
                asks=given["asks"],
                by=person(request),
                addressees=form.added(),
            )
        except NotAllowed:
            raise
        except Refused as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{clause.reference} is added.")
            return _page(resolution, f"clause-{clause.pk}")
    return _show(request, resolution, {f"missed-{paragraph.pk}": form})


def _suggestion(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    number = request.POST.get("suggestion", "")
    suggestion = get_object_or_404(
        ClauseSuggestion.objects.select_related("clause__paragraph"),
        pk=int(number) if number.isdecimal() else 0,
        clause__paragraph__resolution=resolution,
    )
    try:
        take = request.POST["deed"] == "take"
        corrections.settle_suggestion(suggestion=suggestion, by=person(request), take=take)
    except NotAllowed:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
    return _page(resolution, f"clause-{suggestion.clause_id}")


def _facts(request: HttpRequest, resolution: Resolution) -> HttpResponse:
    form = FactsForm(request.POST, resolution=resolution)
    held = resolution.symbol
    if form.is_valid():
        try:
            corrections.correct_resolution(resolution=resolution, by=person(request), **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The facts of the resolution are set.")
            return _page(resolution)
    resolution.symbol = held
    return _show(request, resolution, {"facts": form})


DEEDS: dict[str, Callable[[HttpRequest, Resolution], HttpResponse]] = {
    "confirm": _confirm,
    "confirm-all": _confirm_all,
    "correct": _correct,
    "add": _add,
    "keep": _suggestion,
    "take": _suggestion,
    "facts": _facts,
}
