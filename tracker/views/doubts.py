"""The queue of doubtful readings: one at a time, the worst first, settled with few keystrokes."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Func, IntegerField, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from resolutions.models import Clause, Verb
from tracker import checking, corrections
from tracker.forms.checking import CorrectClauseForm
from tracker.models import ActionItem
from tracker.refusals import Conflict, NotAllowed
from tracker.views.access import role_required
from tracker.views.checking import clause_asked_for, correct, require_checker
from tracker.views.people import person

MOST_LISTED = 30


@role_required
def doubts(request: HttpRequest) -> HttpResponse:
    """Show one doubtful reading and those that follow; a POST confirms or corrects it and goes on."""
    require_checker(request)
    refused = None
    if request.method == "POST":
        try:
            refused = _settle(request)
        except Conflict as conflict:
            messages.error(request, conflict.message)
            return redirect(_address(request.POST["clause"]))
        if refused is None:
            return redirect(_address(request.POST.get("next", "")))
    queue = list(_queue()[:MOST_LISTED])
    here = _here(queue, request.POST.get("clause") or request.GET.get("at"))
    if here:
        here.form = refused or CorrectClauseForm(clause=here)  # type: ignore[attr-defined]
    context = {
        "here": here,
        "next": _after(queue, here),
        "queue": queue,
        "waiting": _queue().count(),
        "verbs": Verb.objects.all(),
    }
    return render(request, "tracker/checking/doubts.html", context)


def _queue() -> QuerySet[Clause]:
    """Return the doubtful readings: most doubts first, what asks for something before what does not."""
    doubts = Func(F("doubts"), function="cardinality", output_field=IntegerField())
    waiting = checking.read_clauses().filter(action_item__in=ActionItem.objects.doubtful())
    return waiting.annotate(how_many=doubts).order_by("-how_many", "-asks", "pk")


def _here(queue: list[Clause], at: str | None) -> Clause | None:
    return next((c for c in queue if str(c.pk) == at), queue[0] if queue else None)


def _after(queue: list[Clause], here: Clause | None) -> Clause | None:
    """Return the reading after this one, the first again after the last, none where it is the only one."""
    if here is None or len(queue) < 2:
        return None
    return queue[(queue.index(here) + 1) % len(queue)]


def _settle(request: HttpRequest) -> CorrectClauseForm | None:
    clause = clause_asked_for(request)
    try:
        if request.POST.get("deed") == "correct":
            return correct(request, clause)
        corrections.confirm_clause(clause=clause, by=person(request))
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    return None


def _address(at: str) -> str:
    return f"{reverse('doubts')}?{urlencode({'at': at})}" if at else reverse("doubts")
