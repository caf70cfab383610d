"""The page "State on …": how a resolution or an item stood on a past day."""

from http import HTTPStatus

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tracker.forms.state import AsAtForm
from tracker.models import ActionItem
from tracker.state import counted, state_on
from tracker.views.people import person


def is_asked(request: HttpRequest) -> bool:
    """Whether the address asks for the state of a past day."""
    return request.method != "POST" and "as_at" in request.GET


def show(request: HttpRequest, items: QuerySet[ActionItem], *, of: str, back: str) -> HttpResponse:
    """Show how items stood on the day in the address.

    Args:
        items: which items; the reader sees of them what they may.
        of: what they belong to, for the heading.
        back: the page of today's state.
    """
    form = AsAtForm(request.GET)
    context = {"form": form, "of": of, "back": back}
    if not form.is_valid():
        return render(request, "tracker/state.html", context, status=HTTPStatus.BAD_REQUEST)
    day, known_on = form.cleaned_data["as_at"], form.cleaned_data["known_on"]
    then = state_on(items, day=day, reader=person(request), on=timezone.localdate(), known_on=known_on)
    context |= {"day": day, "known_on": known_on, "then": then, "counted": counted(then)}
    return render(request, "tracker/state.html", context)
