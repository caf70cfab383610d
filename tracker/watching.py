"""The doors to watches: a person asks to be told of an item, a resolution or an entity, or no longer."""

import datetime as dt
from typing import Any, TypeAlias

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from resolutions.models import Entity, Resolution
from tracker.acting import acting
from tracker.models import ActionItem, Watch
from tracker.refusals import NotAllowed, Refused

Watched: TypeAlias = ActionItem | Resolution | Entity


@transaction.atomic
def watch(*, about: Watched, by: User) -> Watch:
    """Keep a person told of what changes; watching again changes nothing.

    Raises:
        NotAllowed: the person may not see the item.
        Refused: the entity was merged into another.
    """
    if isinstance(about, ActionItem) and not _sees(by, about):
        raise NotAllowed("You may not see this obligation, so you cannot watch it.", field="item")
    if isinstance(about, Entity) and about.merged_into:
        raise Refused(f"{about} was merged into {about.merged_into}; watch that one.", field="entity")
    with acting(by):
        kept, _ = Watch.objects.get_or_create(user=by, **_field_of(about))
    return kept


@transaction.atomic
def unwatch(*, about: Watched, by: User) -> bool:
    """Tell a person no more of it; returns whether they watched it."""
    with acting(by):
        deleted, _ = Watch.objects.filter(user=by, **_field_of(about)).delete()
    return deleted > 0


def is_watched(about: Watched, *, by: User) -> bool:
    """Whether the person watches just this."""
    return Watch.objects.filter(user=by, **_field_of(about)).exists()


def watches_of(user: User, *, on: dt.date) -> QuerySet[Watch]:
    """Return what a person watches, as far as they may see it on the day."""
    items = ActionItem.objects.visible_to(user, on=on).values("pk")
    mine = Watch.objects.filter(Q(item=None) | Q(item__in=items), user=user)
    return mine.select_related("item__clause__paragraph__resolution", "resolution", "entity")


def watched_by(user: User) -> Q:
    """Return the condition that an occurrence is among what the person watches."""
    mine = Watch.objects.filter(user=user)
    return (
        Q(assignment__item__in=mine.filter(item__isnull=False).values("item"))
        | Q(
            assignment__item__clause__paragraph__resolution__in=mine.filter(resolution__isnull=False).values(
                "resolution"
            )
        )
        | Q(assignment__entity__in=mine.filter(entity__isnull=False).values("entity"))
    )


def _sees(user: User, item: ActionItem) -> bool:
    return ActionItem.objects.visible_to(user, on=timezone.localdate()).filter(pk=item.pk).exists()


def kind_of(about: Watched) -> str:
    """Return `item`, `resolution` or `entity`."""
    if isinstance(about, ActionItem):
        return "item"
    return "resolution" if isinstance(about, Resolution) else "entity"


def _field_of(about: Watched) -> dict[str, Any]:
    return {kind_of(about): about}
