"""Rename an entity: the new name holds from a day on, the old one stays with the days on which it held.

`tracker.merging` is the door. Texts of the old days go on being matched to the entity by the old name.
"""

import datetime as dt

from django.db import transaction

from resolutions.corrections import CannotCorrect
from resolutions.models import Entity, EntityName, NameKind

LONGEST = 500


@transaction.atomic
def rename_entity(*, entity: Entity, name: str, since: dt.date) -> None:
    """Let an entity bear another official name from a day on.

    Args:
        entity: one that was not merged into another.
        name: the new official name.
        since: the first day of the new name; the old one holds until the day before.

    Raises:
        CannotCorrect: no name, one too long, the one it bears, or the official name of another; or the old
            name began only on that day or later.
    """
    name = " ".join(name.split())
    _check(entity, name)
    until = since - dt.timedelta(days=1)
    borne = list(EntityName.objects.filter(entity=entity, kind=NameKind.OFFICIAL, valid_until=None))
    late = next((row for row in borne if row.valid_from and row.valid_from > until), None)
    if late:
        raise CannotCorrect(
            f"“{late}” holds only since {late.valid_from:%-d %B %Y}. Give a later day.", "since"
        )
    for row in borne or [EntityName(entity=entity, name=entity.name)]:
        _end(row, until)
    EntityName.objects.create(entity=entity, name=name, kind=NameKind.OFFICIAL, valid_from=since)
    entity.name = name
    entity.save(update_fields=["name"])


def _check(entity: Entity, name: str) -> None:
    if not 0 < len(name) <= LONGEST:
        raise CannotCorrect(f"Give a name of 1 to {LONGEST} characters.", "name")
    if name == entity.name:
        raise CannotCorrect(f"It bears the name “{name}” already.", "name")
    if entity.merged_into_id:
        raise CannotCorrect(f"It was merged into {entity.merged_into}; rename that one.", "name")
    borne = EntityName.objects.filter(name__iexact=name, kind=NameKind.OFFICIAL, valid_until=None)
    other = borne.exclude(entity=entity).exclude(entity__merged_into__isnull=False).first()
    if other:
        raise CannotCorrect(
            f"“{name}” is the official name of another entity. Merge the two instead.", "name"
        )


def _end(row: EntityName, until: dt.date) -> None:
    """Keep an official name as a former one, with its last day; a name borne twice keeps its last time."""
    earlier = EntityName.objects.filter(entity=row.entity, name=row.name, kind=NameKind.FORMER).first()
    if earlier:
        earlier.valid_until = until
        earlier.save(update_fields=["valid_until"])
        if row.pk:
            row.delete()
        return
    row.kind, row.valid_until = NameKind.FORMER, until
    row.save()
