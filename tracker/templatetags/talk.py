"""Parts that pages of items, reports, resolutions and entities share: comments, and the button to watch."""

from typing import Any

from django import template
from django.utils import timezone

from tracker import comments, permissions, watching
from tracker.models import ActionItem

register = template.Library()


@register.inclusion_tag("tracker/talk/comments.html", takes_context=True)
def comments_on(context: template.Context, about: comments.Commented) -> dict[str, Any]:
    """Show the comments on what the page is about, and the form for another."""
    user = context["user"]
    kind = "item" if isinstance(about, ActionItem) else "report"
    seen = comments.seen_by(user, on=timezone.localdate()).filter(**{kind: about})
    return {
        "comments": seen.select_related("author").prefetch_related("events"),
        "about": about,
        "kind": kind,
        "may_comment": permissions.may_comment(user),
        "user": user,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("tracker/talk/watch.html", takes_context=True)
def watch_button(context: template.Context, about: watching.Watched) -> dict[str, Any]:
    """Show the button that begins or ends watching what the page is about."""
    return {
        "about": about,
        "kind": watching.kind_of(about),
        "watched": watching.is_watched(about, by=context["user"]),
        "csrf_token": context.get("csrf_token"),
    }


@register.filter
def earlier_words(comment: Any) -> list[str]:
    """Return the words a comment had before its edits, the oldest first."""
    said = [event.text for event in sorted(comment.events.all(), key=lambda event: event.pgh_id)]
    return [words for words in dict.fromkeys(said) if words != comment.text]
