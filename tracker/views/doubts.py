"""The queue of doubtful readings: one at a time, the worst first, settled with few keystrokes."""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from resolutions.models import Clause, Organ, Verb
from tracker import checking, corrections, doubt_queue, shares
from tracker.doubt_queue import MOST_ALIKE, Narrowed
from tracker.forms.checking import CorrectClauseForm
from tracker.reading import read_one
from tracker.refusals import Conflict, NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.checking import clause_asked_for, correct, require_checker
from tracker.views.people import person

MOST_LISTED = 30


@role_required
def doubts(request: HttpRequest) -> HttpResponse:
    """Show one doubtful reading and those that follow; a POST settles it and goes on."""
    require_checker(request)
    refused = None
    if request.method == "POST":
        try:
            refused = _settle(request)
        except Conflict as conflict:
            messages.error(request, conflict.message)
            return redirect(_address(request, request.POST["clause"]))
        if refused is None:
            return redirect(_address(request, request.POST.get("next", "")))
    return _show(request, refused)


def _show(request: HttpRequest, refused: CorrectClauseForm | None) -> HttpResponse:
    narrowed, today = _narrowed(request), timezone.localdate()
    waiting = doubt_queue.left_to(person(request), narrowed, on=today)
    queue = list(waiting[:MOST_LISTED])
    here = _here(queue, request.POST.get("clause") or request.GET.get("at"))
    total, done = waiting.count(), doubt_queue.settled_today(narrowed, on=today).count()
    context = {
        "queue": queue,
        "waiting": total,
        "done": done,
        "of": total + done,
        "narrowed": narrowed,
        "query": _query(narrowed),
        "kinds": doubt_queue.counts_by_kind(person(request), narrowed, on=today),
        "organs": Organ.objects.filter(resolutions__isnull=False).distinct(),
        "undo": doubt_queue.last_confirmed(person(request), on=today),
        "verbs": Verb.objects.all(),
        "mine": doubt_queue.waiting(Narrowed(share_of=request.user), on=today).count(),
        "others": shares.held_from(person(request), narrowed, on=today),
        "most_taken": shares.MOST_TAKEN,
        "here": here,
        **(_about(request, queue, here, refused) if here else {}),
    }
    return render(request, "tracker/checking/doubts.html", context)


def _about(
    request: HttpRequest, queue: list[Clause], here: Clause, refused: CorrectClauseForm | None
) -> dict[str, object]:
    """Return what the page shows of the reading it is about."""
    today = timezone.localdate()
    here.form = refused or CorrectClauseForm(clause=here)  # type: ignore[attr-defined]
    at = queue.index(here)
    others = len(queue) > 1
    return {
        "passages": read_one(here.action_item, reader=request.user, on=today)[1],
        "reasons": doubt_queue.reasons(here, on=today),
        "next": queue[(at + 1) % len(queue)] if others else None,
        "before": queue[at - 1] if others else None,
        "alike": doubt_queue.alike(person(request), here, on=today).count() - 1,
        "settled_at_once": list(enumerate(here.alternatives, 1)),
    }


@role_required
@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """Take the worst of what is free, or give back what one took and has not settled."""
    try:
        if request.POST.get("deed") == "give-back":
            free = shares.give_back(by=person(request))
            messages.success(request, f"{free} reading{' is' if free == 1 else 's are'} free again.")
            return redirect("doubts")
        asked = request.POST.get("number", "")
        number = int(asked) if asked.isdecimal() and len(asked) < 5 else 0
        narrowed = replace(_narrowed(request), share_of=None)
        taken = shares.take(narrowed=narrowed, number=number, by=person(request))
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(_address(request, ""))
    messages.success(request, f"You have taken {taken} reading{'' if taken == 1 else 's'}, for a day.")
    return redirect(f"{reverse('doubts')}?share=mine")


@role_required
def alike(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the readings that are doubtful in the same way; a POST confirms those that were ticked."""
    require_checker(request)
    today = timezone.localdate()
    clause = checking.read_clauses().filter(pk=pk).first()
    if clause is None:
        raise Http404
    if request.method == "POST":
        return _confirm_ticked(request)
    rows = doubt_queue.alike(person(request), clause, on=today)
    context = {"clause": clause, "rows": rows[:MOST_ALIKE], "total": rows.count()}
    return render(request, "tracker/checking/alike.html", context)


def _confirm_ticked(request: HttpRequest) -> HttpResponse:
    ticked = [int(number) for number in request.POST.getlist("clause") if number.isdecimal()]
    try:
        confirmed = corrections.confirm_as_seen(
            seen={n: request.POST.get(f"seen-{n}", "") for n in ticked[:MOST_ALIKE]}, by=person(request)
        )
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    messages.success(request, f"{confirmed} reading{'' if confirmed == 1 else 's'} confirmed.")
    if confirmed < len(ticked):
        left = len(ticked) - confirmed
        messages.error(request, f"Still waiting, as somebody changed or took them meanwhile: {left}.")
    return redirect("doubts")


def _narrowed(request: HttpRequest) -> Narrowed:
    asked = {name: request.GET.get(name, "").strip() for name in ("kind", "organ", "resolution")}
    chosen = {name: value.replace("\0", "") for name, value in asked.items()}
    return Narrowed(**chosen, share_of=request.user if request.GET.get("share") == "mine" else None)


def _query(narrowed: Narrowed) -> str:
    chosen = {name: getattr(narrowed, name) for name in ("kind", "organ", "resolution")}
    chosen["share"] = "mine" if narrowed.share_of else ""
    return urlencode({name: value for name, value in chosen.items() if value})


def _here(queue: list[Clause], at: str | None) -> Clause | None:
    return next((c for c in queue if str(c.pk) == at), queue[0] if queue else None)


def _settle(request: HttpRequest) -> CorrectClauseForm | None:
    clause, by, deed = clause_asked_for(request), person(request), request.POST.get("deed", "")
    try:
        if deed == "correct":
            return correct(request, clause)
        if deed == "undo":
            corrections.take_back(clause=clause, by=by)
        elif deed.startswith("choose-") and deed[7:].isdecimal():
            corrections.choose(clause=clause, number=int(deed[7:]), by=by)
        else:
            corrections.confirm_clause(clause=clause, by=by)
    except NotAllowed as refusal:
        raise PermissionDenied(refusal.message) from refusal
    except Conflict:
        raise
    except Refused as refusal:
        messages.error(request, refusal.message)
    return None


def _address(request: HttpRequest, at: str) -> str:
    parts = (_query(_narrowed(request)), urlencode({"at": at}) if at else "")
    asked = "&".join(part for part in parts if part)
    return f"{reverse('doubts')}?{asked}" if asked else reverse("doubts")
