"""Which relations, proposals and retirements of items a person may see: those of items they may see."""

import datetime as dt

from django.db.models import Q

from tracker.models import ActionItem, ItemRelation, RelationProposal, Retirement
from tracker.querysets import Person
from tracker.validity import ProposalQuerySet, RelationQuerySet, RetirementQuerySet


def relations_seen_by(user: Person, *, on: dt.date) -> RelationQuerySet:
    """Return the relations of which the user may see one item; the texts of both are open to them."""
    return ItemRelation.objects.filter(_of_seen(user, on))


def proposals_seen_by(user: Person, *, on: dt.date) -> ProposalQuerySet:
    """Return the proposals of which the user may see one item."""
    return RelationProposal.objects.filter(_of_seen(user, on))


def retirements_seen_by(user: Person, *, on: dt.date) -> RetirementQuerySet:
    """Return the retirements of items the user may see."""
    return Retirement.objects.filter(item__in=ActionItem.objects.visible_to(user, on=on).values("pk"))


def _of_seen(user: Person, on: dt.date) -> Q:
    seen = ActionItem.objects.visible_to(user, on=on).values("pk")
    return Q(later__in=seen) | Q(earlier__in=seen)
