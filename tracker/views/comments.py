"""Comments: write one on an item or a report, change it, take it away."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tracker import comments
from tracker.forms.fields import tell
from tracker.forms.talk import CommentForm
from tracker.models import ActionItem, FollowUpReport
from tracker.refusals import NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person


@role_required
@require_POST
def write(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Write a comment and come back to the page it is on; what is wrong with it is said beside the words."""
    about = _about(request, kind, pk)
    return _done(
        request,
        about,
        "Your comment is there.",
        lambda text: comments.write(on=about, by=person(request), text=text),
    )


@role_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the words of one's own comment, or take it away."""
    user = person(request)
    comment = get_object_or_404(comments.seen_by(user, on=timezone.localdate()), pk=pk)
    about = comments.on_what(comment)
    if request.POST.get("deed") != "remove":
        return _done(
            request,
            about,
            "Your comment is changed; its earlier words are kept.",
            lambda text: comments.edit(comment=comment, by=user, text=text),
        )
    try:
        comments.remove(comment=comment, by=user)
    except NotAllowed as refused:
        raise PermissionDenied(refused.message) from refused
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, "Your comment is taken away; a mark stays where it stood.")
    return _back(about)


def _about(request: HttpRequest, kind: str, pk: int) -> comments.Commented:
    today = timezone.localdate()
    if kind == "item":
        return get_object_or_404(ActionItem.objects.visible_to(request.user, on=today), pk=pk)
    if kind == "report":
        return get_object_or_404(FollowUpReport.objects.visible_to(request.user, on=today), pk=pk)
    raise Http404("There is nothing of that kind to comment on.")


def _done(
    request: HttpRequest, about: comments.Commented, said: str, door: Callable[[str], Any]
) -> HttpResponse:
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            door(form.cleaned_data["text"])
        except NotAllowed as refused:
            raise PermissionDenied(refused.message) from refused
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, said)
            return _back(about)
    context = {"form": form, "about": about}
    return render(request, "tracker/talk/form.html", context, status=HTTPStatus.BAD_REQUEST)


def _back(about: comments.Commented) -> HttpResponse:
    return redirect(f"{about.get_absolute_url()}#comments")
