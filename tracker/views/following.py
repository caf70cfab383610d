"""What a person follows: what they watch, the filters they keep, the addresses of their feeds."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from resolutions.models import Entity, Resolution
from tracker import feeds, saved_filters, watching
from tracker.forms.fields import tell
from tracker.forms.following import EntityFeedForm, SavedFilterForm
from tracker.models import ActionItem, FeedScope, SavedFilter
from tracker.refusals import NotAllowed, Refused
from tracker.views.access import role_required
from tracker.views.people import person


@role_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show what the person watches, their filters and their feeds."""
    return _page(request)


def _page(request: HttpRequest, status: HTTPStatus = HTTPStatus.OK, **more: Any) -> HttpResponse:
    user = person(request)
    kept = saved_filters.seen_by(user)
    context = {
        "watches": watching.watches_of(user, on=timezone.localdate()),
        "own": kept.filter(owner=user),
        "shared": kept.exclude(owner=user),
        "feeds": feeds.feeds_of(user),
        "scopes": feeds.scopes_offered(user, on=timezone.localdate()),
        "form": EntityFeedForm(),
        **more,
    }
    return render(request, "tracker/following/following.html", context, status=status)


@role_required
@require_POST
def watch(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Begin or end watching an item, a resolution or an entity, and come back to its page."""
    about, back = _watched(request, kind, pk)
    if request.POST.get("deed") == "unwatch":
        watching.unwatch(about=about, by=person(request))
        messages.success(request, "You watch this no longer.")
    else:
        try:
            watching.watch(about=about, by=person(request))
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, "You watch this: what changes is told to you under Notifications.")
    return redirect(reverse("following") if request.POST.get("from") == "following" else back)


def _watched(request: HttpRequest, kind: str, pk: int) -> tuple[watching.Watched, str]:
    if kind == "item":
        seen = ActionItem.objects.visible_to(request.user, on=timezone.localdate())
        item = get_object_or_404(seen, pk=pk)
        return item, item.get_absolute_url()
    if kind == "resolution":
        resolution = get_object_or_404(Resolution, pk=pk)
        return resolution, resolution.get_absolute_url()
    if kind == "entity":
        entity = get_object_or_404(Entity.objects.select_related("merged_into"), pk=pk)
        return entity, reverse("entity", args=[entity.key])
    raise Http404("There is nothing of that kind to watch.")


@role_required
@require_POST
def save_filter(request: HttpRequest) -> HttpResponse:
    """Keep a list of the register under a name, and show it."""
    form = SavedFilterForm(request.POST)
    if form.is_valid():
        try:
            kept = saved_filters.save(by=person(request), **form.cleaned_data)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, f"“{kept}” is kept. Its address can be passed on.")
            return redirect(kept)
    return render(request, "tracker/following/save.html", {"form": form}, status=HTTPStatus.BAD_REQUEST)


@role_required
@require_http_methods(["GET", "HEAD", "POST"])
def saved_filter(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a filter of one's own, or let it go."""
    user = person(request)
    kept = get_object_or_404(saved_filters.seen_by(user), pk=pk)
    if kept.owner_id != user.pk:
        raise PermissionDenied("Only who keeps a filter may change it or let it go.")
    if request.POST.get("deed") == "delete":
        saved_filters.delete(kept=kept, by=user)
        messages.success(request, f"“{kept}” is gone. Its address leads nowhere from now on.")
        return redirect("following")
    form = SavedFilterForm(request.POST or None, initial=_as_initial(kept))
    if form.is_valid() and _changed(request, kept, form):
        return redirect("following")
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "tracker/following/save.html", {"form": form, "kept": kept}, status=status)


def _as_initial(kept: SavedFilter) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in ("name", "query", "shared", "on_my_work")}


def _changed(request: HttpRequest, kept: SavedFilter, form: Form) -> bool:
    try:
        saved_filters.change(kept=kept, by=person(request), **form.cleaned_data)
    except Refused as refused:
        tell(form, refused)
        return False
    messages.success(request, f"“{kept}” is changed.")
    return True


@role_required
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """Open a feed or renew its address, and show the address: this once and never again."""
    scope, entity = request.POST.get("scope", ""), None
    form = EntityFeedForm(request.POST if scope == FeedScope.ENTITY else None)
    if scope == FeedScope.ENTITY:
        if not form.is_valid():
            return _page(request, HTTPStatus.BAD_REQUEST, form=form)
        entity = form.cleaned_data["entity"]
    try:
        feed, secret = feeds.open_feed(by=person(request), scope=scope, entity=entity)
    except NotAllowed as refused:
        raise PermissionDenied(refused.message) from refused
    except Refused as refused:
        raise Http404(refused.message) from refused
    answer = _page(request, opened=feed, addresses=feeds.addresses(secret))
    answer["Cache-Control"] = "no-store"
    return answer


@role_required
@require_POST
def close_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a feed of one's own."""
    feed = get_object_or_404(feeds.feeds_of(person(request)), pk=pk)
    feeds.revoke(feed=feed, by=person(request))
    messages.success(request, "The feed is closed; its address answers no more.")
    return redirect("following")
