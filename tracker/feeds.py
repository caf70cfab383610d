"""The doors to feeds: a secret address under which a calendar or a reader fetches what its owner may see.

The secret is shown once and only its hash is kept, so nobody can read it from the database. A feed answers
with what its owner may see at that moment; an owner without an account or a role has none.
"""

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from resolutions.models import Entity
from tracker.acting import acting
from tracker.models import ActionItem, Feed, FeedScope, Occurrence, ReportingCycle
from tracker.querysets import OccurrenceQuerySet, entities_of
from tracker.refusals import NotAllowed, Refused
from tracker.reminders import reminded_of
from tracker.watching import watched_by

SEES_THE_REGISTER = "tracker.view_actionitem"


@transaction.atomic
def open_feed(*, by: User, scope: str, entity: Entity | None = None) -> tuple[Feed, str]:
    """Open a feed, or renew its address where the person has it already: the old one stops at once.

    Returns:
        the feed and its secret, which cannot be read again.

    Raises:
        NotAllowed: the person has no role.
        Refused: there is no such kind of feed, or it does not go with an entity, or the entity was merged.
    """
    if not by.has_perm(SEES_THE_REGISTER):
        raise NotAllowed("Your account has no role, so there is nothing a feed could hold.")
    if scope not in FeedScope.values:
        raise Refused(f"A feed is one of {', '.join(FeedScope.values)}.", field="scope")
    if (scope == FeedScope.ENTITY) != (entity is not None):
        raise Refused("Name the entity where the feed is of one, and only there.", field="entity")
    if entity and entity.merged_into:
        raise Refused(f"{entity} was merged into {entity.merged_into}; choose that one.", field="entity")
    secret = secrets.token_urlsafe(32)
    with acting(by):
        mine = Feed.objects.filter(owner=by, scope=scope, entity=entity, revoked_at=None)
        mine.update(revoked_at=timezone.now())
        feed = Feed.objects.create(owner=by, scope=scope, entity=entity, token_hash=hashed(secret))
    return feed, secret


@transaction.atomic
def revoke(*, feed: Feed, by: User) -> None:
    """Close a feed for ever; its address is unknown from then on.

    Raises:
        NotAllowed: another person opened it.
        Refused: it is closed already.
    """
    if feed.owner_id != by.pk:
        raise NotAllowed("Only who opened a feed may close it.")
    with acting(by):
        if not Feed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=timezone.now()):
            raise Refused("This feed is closed already.")


def scopes_offered(user: User, *, on: dt.date) -> list[FeedScope]:
    """Return what a feed is offered of by one press; who speaks for nobody has nothing of their own."""
    speaks = entities_of(user, on=on).exists()
    return [FeedScope.OWN, FeedScope.WATCHED] if speaks else [FeedScope.WATCHED]


def addresses(secret: str) -> dict[str, str]:
    """Return the whole addresses of a feed by what they give: `calendar` and `atom`."""
    return {name: settings.SITE_URL + reverse(f"feed-{name}", args=[secret]) for name in ("calendar", "atom")}


def feeds_of(user: User) -> QuerySet[Feed]:
    """Return the open feeds of a person."""
    return Feed.objects.filter(owner=user, revoked_at=None).select_related("entity")


def feed_behind(secret: str) -> Feed | None:
    """Return the open feed of a secret, None where there is none or its owner has no account or role."""
    feed = (
        Feed.objects.filter(token_hash=hashed(secret), revoked_at=None)
        .select_related("owner", "entity")
        .first()
    )
    return feed if feed and feed.owner.is_active and feed.owner.has_perm(SEES_THE_REGISTER) else None


def hashed(secret: str) -> str:
    """Return what is kept of a secret; it is long and random, so a plain hash cannot be turned round."""
    return hashlib.sha256(secret.encode()).hexdigest()


def among(feed: Feed, *, on: dt.date) -> Q:
    """Return the condition on the occurrences that a feed tells of."""
    if feed.scope == FeedScope.WATCHED:
        return watched_by(feed.owner)
    if feed.entity:
        return Q(pk__in=Occurrence.objects.asking(feed.entity, on=on).values("pk"))
    return Q(pk__in=Occurrence.objects.concerning(feed.owner, on=on).values("pk"))


def due_in(feed: Feed, *, on: dt.date) -> OccurrenceQuerySet:
    """Return the open occurrences in force with a due or a review day that a feed's calendar holds."""
    dated = Q(due_to__isnull=False) | Q(review_on__isnull=False)
    if feed.scope == FeedScope.OWN:
        return reminded_of(feed.owner, on=on).filter(dated).seen_on(on)
    visible = Occurrence.objects.current().open().visible_to(feed.owner, on=on)
    in_force = ActionItem.objects.in_force(on)
    return visible.filter(dated, among(feed, on=on), assignment__item__in=in_force).seen_on(on)


def cycles_in(feed: Feed, *, on: dt.date) -> QuerySet[ReportingCycle]:
    """Return the open cycles that ask the entities of a feed, as far as its owner may know of them."""
    own = entities_of(feed.owner, on=on)
    if feed.scope == FeedScope.WATCHED:
        return ReportingCycle.objects.none()
    asked = own if feed.entity is None else Entity.objects.filter(pk=feed.entity.pk)
    cycles = ReportingCycle.objects.filter(closed_at=None, entities__in=asked)
    if not feed.owner.has_perm("tracker.see_all_entities"):
        cycles = cycles.filter(entities__in=own)
    return cycles.distinct()
