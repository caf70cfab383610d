"""The directory of entities: find what a name means, keep a new name for a person to place, merge two."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Lower
from django.utils.text import slugify

from resolutions.models import Entity, EntityName, NameKind
from resolutions.parsing.governments import state_of
from resolutions.turns import take_turn

KEY_LENGTH = 180
# The turn in which imports add verbs and entities that were unknown.
NEW_NAMES = "new names"
CLAIM = Case(
    *(When(kind=kind, then=Value(rank)) for rank, kind in enumerate(NameKind)), output_field=IntegerField()
)


class Directory:
    """The names of the directory as one import needs them, loaded with one query.

    A Government or authorities that nobody listed by name are kept under their State.
    """

    def __init__(self, names: Iterable[str], *, on: dt.date | None = None) -> None:
        """Load the entities that bear one of the names, or bore it.

        Args:
            names: what the texts say.
            on: the day of the document; who bore a name on that day comes before who bears it by now.
        """
        wanted = {_fold(said) for name in names if name for said in (name, state_of(name) or name)}
        self._entities: dict[str, Entity] = {}
        rows = EntityName.objects.annotate(folded=Lower("name")).filter(folded__in=wanted)
        # Official names before acronyms before aliases: where two bear a name, the better claim wins.
        for row in rows.select_related("entity__merged_into").order_by(*_of_the_day(on), CLAIM, "id"):
            self._entities.setdefault(_fold(row.name), standing(row.entity))

    def find(self, name: str) -> Entity:
        """Return the entity of that name; a name nobody bears becomes a provisional entity."""
        folded = _fold(name)
        if folded not in self._entities:
            state = self._entities.get(_fold(state_of(name) or name))
            self._entities[folded] = state or keep_new_name(name=name)
        return self._entities[folded]


def _of_the_day(on: dt.date | None) -> list[Case]:
    """Return the order in which names dated for the day come first, then undated ones, then all others."""
    if on is None:
        return []
    dated = Q(valid_from__isnull=False) | Q(valid_until__isnull=False)
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    holds = begun & (Q(valid_until=None) | Q(valid_until__gte=on))
    return [
        Case(
            When(dated & holds, then=Value(0)),
            When(holds, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
    ]


def _fold(name: str) -> str:
    return " ".join(name.split()).lower()


def standing(entity: Entity) -> Entity:
    """Follow the merges from an entity to the one that stands for it today."""
    while entity.merged_into is not None:
        entity = entity.merged_into
    return entity


def bear_own_name(entity: Entity) -> None:
    """Let an entity that a person added bear its name as an official one, by which texts are matched."""
    EntityName.objects.get_or_create(entity=entity, name=entity.name, kind=NameKind.OFFICIAL)


@transaction.atomic
def keep_new_name(*, name: str) -> Entity:
    """Create a provisional entity for a name that the directory does not know.

    Returns:
        the entity; where another import brought the same name meanwhile, that one.
    """
    name = " ".join(name.split())
    take_turn(NEW_NAMES)
    known = EntityName.objects.annotate(folded=Lower("name")).filter(folded=_fold(name)[:500]).first()
    if known:
        return standing(known.entity)
    entity = Entity.objects.create(key=_free_key(name), name=name[:500], provisional=True)
    EntityName.objects.create(entity=entity, name=entity.name, kind=NameKind.OFFICIAL)
    return entity


def _free_key(name: str) -> str:
    stem = slugify(name)[:KEY_LENGTH] or "entity"
    taken = set(Entity.objects.filter(key__startswith=stem).values_list("key", flat=True))
    if stem not in taken:
        return stem
    return next(key for n in range(2, len(taken) + 3) if (key := f"{stem}-{n}") not in taken)
