"""What calendars and readers fetch by a secret address: no login, and nothing of others to see."""

import hashlib
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from tracker import feeds
from tracker.atom import atom_of
from tracker.calendars import calendar_of
from tracker.models import Feed

KINDS = ("event", "todo")


@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Give what falls due as a calendar; `?as=todo` gives tasks for the programs that know them."""
    feed = _feed(secret)
    kind = request.GET.get("as", "event")
    if kind not in KINDS:
        sentence = f"“as” can be {' or '.join(KINDS)}."
        return HttpResponse(sentence, status=HTTPStatus.BAD_REQUEST, content_type="text/plain; charset=utf-8")
    body = calendar_of(feed, on=timezone.localdate(), as_tasks=kind == "todo")
    changed = _noted(feed, body) if kind == "event" else None
    return _answer(request, body, "text/calendar; charset=utf-8", changed)


@require_safe
def atom(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Give what changed as an Atom feed."""
    feed = _feed(secret)
    body, changed = atom_of(feed, on=timezone.localdate())
    return _answer(request, body.encode(), "application/atom+xml; charset=utf-8", int(changed.timestamp()))


def _feed(secret: str) -> Feed:
    feed = feeds.feed_behind(secret)
    if feed is None:
        raise Http404("There is no such feed. Its owner may have closed it or renewed its address.")
    return feed


def _noted(feed: Feed, body: bytes) -> int:
    """Return when the calendar last became what it is now, and remember it where it has just changed."""
    now = hashlib.sha256(body).hexdigest()
    if feed.content_hash != now or feed.changed_at is None:
        feed.content_hash, feed.changed_at = now, timezone.now()
        feed.save(update_fields=["content_hash", "changed_at"])
    return int(feed.changed_at.timestamp())


def _answer(request: HttpRequest, body: bytes, media_type: str, changed: int | None) -> HttpResponseBase:
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    whole = HttpResponse(body, content_type=media_type)
    answer = get_conditional_response(request, etag=etag, last_modified=changed, response=whole) or whole
    answer["ETag"] = etag
    if changed is not None:
        answer["Last-Modified"] = http_date(changed)
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return answer
