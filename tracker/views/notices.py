"""Notifications: what the person is told, how often mail brings it, and the link that stops the mail."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tracker import notices
from tracker.forms.fields import tell
from tracker.forms.notices import PreferenceForm
from tracker.models import NoticePreference
from tracker.refusals import NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person

PER_PAGE = 50


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: HttpRequest) -> HttpResponse:
    """List what the person is told, the newest first; a POST marks it as read or sets the mail."""
    if request.POST.get("deed") == "read":
        return _read(request)
    held = notices.preference_of(person(request))
    form = PreferenceForm(request.POST or None, initial=_as_initial(held))
    if request.method == "POST" and form.is_valid():
        try:
            notices.prefer(by=person(request), **form.cleaned_data)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, "Your choice is kept; it holds from the next mail on.")
            return redirect("notices")
    return _page(request, form, HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK)


def _as_initial(held: NoticePreference) -> dict[str, object]:
    return {"frequency": held.frequency, "weekday": held.weekday}


def _page(request: HttpRequest, form: PreferenceForm, status: HTTPStatus) -> HttpResponse:
    user, today = person(request), timezone.localdate()
    told = notices.seen_by(user, on=today).select_related(
        "item__clause__paragraph__resolution", "report__entity", "comment"
    )
    page = Paginator(told, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "unread": notices.unread_by(user, on=today).count(),
        "newest": told.values_list("pk", flat=True).first(),
        "form": form,
        "address": user.email,
    }
    return render(request, "tracker/notices/notices.html", context, status=status)


def _read(request: HttpRequest) -> HttpResponse:
    only, upto = request.POST.get("only", ""), request.POST.get("upto", "")
    if not (only or upto).isdecimal():
        raise Http404("There is no such notice.")
    number = int(only or upto)
    try:
        notices.mark_read(by=person(request), **({"only": number} if only else {"upto": number}))
    except NotAllowed as refused:
        raise Http404("There is no such notice.") from refused
    return redirect("notices")


@csrf_exempt  # A mail program posts here (RFC 8058); the signed link says whose mail it is about.
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether mail is to stop; a POST stops it. Looking changes nothing: programs look too."""
    try:
        done = request.method == "POST"
        whose = notices.unsubscribe(token=token) if done else notices.whose_link(token)
    except Refused as refused:
        context: dict[str, object] = {"refused": refused.message}
        return render(request, "tracker/notices/unsubscribe.html", context, status=HTTPStatus.NOT_FOUND)
    return render(request, "tracker/notices/unsubscribe.html", {"done": done, "whose": whose})
