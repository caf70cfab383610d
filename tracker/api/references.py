"""Stable references, accepted wherever an id is: `E/RES/2004/33`, `E/RES/2004/33#op2`, `E/RES/2004/33#op2.2`,
an entity's key, a verb's lemma, an organ's code. The numbers that rows show as `id` work too."""

import datetime as dt
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from rest_framework.exceptions import ValidationError

from resolutions.models import Clause, Entity, Organ, Paragraph, Resolution, Verb
from tracker.models import ActionItem, Occurrence
from tracker.querysets import OccurrenceQuerySet, Person, groups_of

M = TypeVar("M", bound=Model)

LONGEST_NUMBER = 18


def numbered(queryset: QuerySet[M], reference: str) -> QuerySet[M] | None:
    """Return the row with the number, none at all for what no database holds; None where it is no number."""
    if "\0" in reference:
        return queryset.none()
    if not (reference.isascii() and reference.isdecimal()):
        return None
    return queryset.filter(pk=int(reference)) if len(reference) <= LONGEST_NUMBER else queryset.none()


def resolution_named(queryset: QuerySet[Resolution], reference: str) -> QuerySet[Resolution]:
    """Return the resolution with the symbol or number: one or none."""
    found = numbered(queryset, reference)
    return queryset.filter(symbol=reference) if found is None else found


def paragraph_named(queryset: QuerySet[Paragraph], reference: str) -> QuerySet[Paragraph]:
    """Return the paragraph with the reference or number: one or none."""
    found = numbered(queryset, reference)
    if found is not None:
        return found
    return queryset.filter(pk__in=Paragraph.objects.by_reference(reference).values("pk"))


def item_named(queryset: QuerySet[ActionItem], reference: str) -> QuerySet[ActionItem]:
    """Return the action item with the reference or number: one or none."""
    found = numbered(queryset, reference)
    if found is not None:
        return found
    return queryset.filter(clause__in=Clause.objects.by_reference(reference))


def entity_named(queryset: QuerySet[Entity], reference: str) -> QuerySet[Entity]:
    """Return the entity with the key or number: one or none."""
    found = numbered(queryset, reference)
    return queryset.filter(key=reference) if found is None else found


def verb_named(queryset: QuerySet[Verb], reference: str) -> QuerySet[Verb]:
    """Return the verb with the lemma or number: one or none."""
    found = numbered(queryset, reference)
    return queryset.filter(lemma=reference) if found is None else found


def organ_named(queryset: QuerySet[Organ], reference: str) -> QuerySet[Organ]:
    """Return the organ with the code or number: one or none."""
    found = numbered(queryset, reference)
    return queryset.filter(code=reference) if found is None else found


def occurrence_answered(
    *, item: str = "", occurrence: int | None = None, entity: Entity, by: Person, on: dt.date
) -> Occurrence:
    """Return the occurrence that a line of an entity's report is about.

    Args:
        item: the reference of an action item; its current occurrence that asks something of the entity.
        occurrence: the occurrence's number, where the item asks the entity twice.
        entity: who reports.
        by: who sends the report; what they may not see is not found.

    Raises:
        ValidationError: there is none, or more than one.
    """
    visible = Occurrence.objects.visible_to(by, on=on)
    if occurrence is not None:
        found = list(_with_resolution(visible.filter(pk=occurrence)))
        if not found:
            raise ValidationError({"occurrence": f"There is no occurrence {occurrence} that you may see."})
        return found[0]
    items = item_named(ActionItem.objects.all(), item)
    asked = visible.current().filter(assignment__item__in=items)
    found = _of_entity(_with_resolution(asked), entity, on)
    if not found:
        raise ValidationError({"item": f"There is no item {item} that asks something of {entity}."})
    if len(found) > 1:
        numbers = ", ".join(f"{row.pk} ({row.assignment.entity})" for row in found)
        raise ValidationError(
            {"item": f"{item} asks {entity} in several ways. Give `occurrence`, one of: {numbers}."}
        )
    return found[0]


def _with_resolution(occurrences: OccurrenceQuerySet) -> OccurrenceQuerySet:
    return occurrences.select_related(
        "assignment__entity",
        "assignment__item__clause__paragraph__resolution",
        "assignment__item__clause__version",
    )


def _of_entity(asked: OccurrenceQuerySet, entity: Entity, on: dt.date) -> list[Occurrence]:
    """Return what asks the entity itself, or else what asks it as a member or by name."""
    own = list(asked.filter(assignment__entity=entity))
    if own:
        return own
    groups = groups_of(Entity.objects.filter(pk=entity.pk), on=on)
    by_group: list[Any] = list(asked.filter(assignment__entity__in=groups))
    return by_group or list(asked.filter(responses__entity=entity))
