"""Merge one entity of the directory into another: its names, memberships and mentions go over.

The merged entity stays and points to its successor, so that its key, its history and old links go on working.
`tracker.merging` is the door; it takes the follow-up along.
"""

from django.db import transaction

from resolutions.corrections import CannotCorrect
from resolutions.models import Clause, ClauseAddressee, Entity, EntityMembership, EntityName, NameKind


@transaction.atomic
def merge_entity(*, entity: Entity, into: Entity) -> None:
    """Let `into` stand for `entity` from now on.

    Raises:
        CannotCorrect: they are the same, or either was merged before.
    """
    if entity.pk == into.pk:
        raise CannotCorrect("An entity cannot be merged into itself.", "into")
    merged = next((e for e in (entity, into) if e.merged_into_id), None)
    if merged:
        raise CannotCorrect(f"{merged} was merged into {merged.merged_into} before.", "into")
    _names(entity, into)
    _mentions(entity, into)
    _memberships(entity, into)
    entity.merged_into, entity.provisional = into, False
    entity.save(update_fields=["merged_into", "provisional"])


def _names(entity: Entity, into: Entity) -> None:
    """Give the successor the names it lacks, as names it is also called by."""
    borne = {name.lower() for name in into.names.values_list("name", flat=True)}
    EntityName.objects.bulk_create(
        [
            EntityName(
                entity=into,
                name=row.name,
                kind=NameKind.ALIAS if row.kind == NameKind.OFFICIAL else row.kind,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
            )
            for row in entity.names.all()
            if row.name.lower() not in borne
        ],
        ignore_conflicts=True,
    )


def _mentions(entity: Entity, into: Entity) -> None:
    """Let clauses name the successor; where a clause names both in one role, one mention remains."""
    for mention in ClauseAddressee.objects.filter(entity=entity):
        twin = ClauseAddressee.objects.filter(
            clause=mention.clause_id, role=mention.role, entity=into
        ).first()
        if twin is None:
            mention.entity = into
            mention.save(update_fields=["entity"])
        else:
            mention.named_members.update(group=twin)
            mention.delete()
    Clause.objects.filter(report_to=entity).update(report_to=into)


def _memberships(entity: Entity, into: Entity) -> None:
    """Let members and groups of the one be those of the other, where they are not already."""
    own = EntityMembership.objects.filter
    own(group=entity, member=into).delete()
    own(group=into, member=entity).delete()
    own(group=entity, member__in=own(group=into).values("member")).delete()
    own(member=entity, group__in=own(member=into).values("group")).delete()
    own(group=entity).update(group=into)
    own(member=entity).update(member=into)
