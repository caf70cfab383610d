"""A feed as Atom (RFC 4287): what changed for an entity, a person's own, or what they watch."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed

from tracker.feeds import among
from tracker.models import Feed
from tracker.news import News, news

MOST = 50


class _Dated(Atom1Feed):
    """A feed whose date is that of its newest entry, or of its opening where it has none."""

    opened: dt.datetime

    def latest_post_date(self) -> dt.datetime:
        """Return when the feed last changed."""
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=self.opened)


def atom_of(feed: Feed, *, on: dt.date) -> tuple[str, dt.datetime]:
    """Return the newest changes in a feed, as its owner may know them on a day, and when it last changed."""
    written = _Dated(
        title=f"Obligations: {feed.entity or feed.get_scope_display()}",
        link=settings.SITE_URL + "/",
        description="What changed",
        feed_guid=f"{_tag()}:feed:{feed.pk}",
        language="en",
    )
    written.opened = feed.created_at
    for each in news(reader=feed.owner, on=on, among=among(feed, on=on), most=MOST):
        written.add_item(**_entry(each))
    return written.writeString("utf-8"), written.latest_post_date()


def _entry(each: News) -> dict[str, Any]:
    about = each.report or each.item
    assert about is not None  # news is about one of the two
    name = f"Report of {each.report}" if each.report else each.item.reference if each.item else ""
    return {
        "title": f"{name}: {each.words}",
        "link": settings.SITE_URL + about.get_absolute_url(),
        "description": each.detail,
        "unique_id": f"{_tag()}:{each.key}",
        "author_name": (each.by.get_full_name() or each.by.get_username()) if each.by else "",
        "pubdate": each.when,
        "updateddate": each.when,
        "categories": [each.kind.label],
    }


def _tag() -> str:
    host = settings.SITE_URL.partition("://")[2].partition(":")[0] or "localhost"
    return f"tag:{host},2004"
