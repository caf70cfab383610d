"""The part of an item's page that tells its life: whether it is in force, and what later texts did to it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import QueryDict

from tracker import permissions
from tracker.forms.item_deeds import Deed
from tracker.forms.mandates import Undo, deeds_on_mandate
from tracker.models import ActionItem, CarriedOver, ItemRelation, Occurrence, RelationProposal, Retirement
from tracker.querysets import Person
from tracker.validity import in_words


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of the item, whether the reader may open the other one, and its undoing where they may."""

    relation: ItemRelation
    visible: bool
    undo: Deed | None


@dataclass(frozen=True, slots=True)
class Mandate:
    """What the page tells of an item's life."""

    words: str
    retirement: Retirement | None
    later: Sequence[Related]
    earlier: Sequence[Related]
    carried: Sequence[CarriedOver]
    proposals: Sequence[RelationProposal]
    deeds: Sequence[Deed]
    may_relate: bool

    @property
    def all_deeds(self) -> Iterator[Deed]:
        """Everything that may be done here, for the form that was sent to be found."""
        yield from self.deeds
        yield from (row.undo for row in (*self.later, *self.earlier) if row.undo)


def mandate_of(item: ActionItem, *, reader: Person, on: dt.date, sent: QueryDict | None) -> Mandate:
    """Return the life of an item as the reader may see it on the day; the deed that was `sent` is bound."""
    held = ActionItem.objects.with_validity(on).get(pk=item.pk)
    retirement = Retirement.objects.standing().filter(item=item).select_related("recorded_by").first()
    may_relate = permissions.may_relate(reader)
    return Mandate(
        words=in_words(held.validity, held.ended_by),
        retirement=retirement,
        later=_related(item, "later", reader, on, sent),
        earlier=_related(item, "earlier", reader, on, sent),
        carried=_carried(item, reader, on),
        proposals=_proposals(item) if may_relate else [],
        deeds=list(deeds_on_mandate(item, retirement, reader, sent)),
        may_relate=may_relate,
    )


def _related(
    item: ActionItem, side: str, reader: Person, on: dt.date, sent: QueryDict | None
) -> list[Related]:
    this = "earlier" if side == "later" else "later"
    relations = ItemRelation.objects.standing().filter(**{this: item})
    rows = list(relations.select_related(f"{side}__clause__paragraph__resolution"))
    others = [getattr(row, f"{side}_id") for row in rows]
    seen = set(
        ActionItem.objects.filter(pk__in=others).visible_to(reader, on=on).values_list("pk", flat=True)
    )
    may = permissions.may_relate(reader)
    return [
        Related(row, other in seen, Undo(sent, item=item, relation=row) if may else None)
        for row, other in zip(rows, others, strict=True)
    ]


def _carried(item: ActionItem, reader: Person, on: dt.date) -> list[CarriedOver]:
    seen = Occurrence.objects.visible_to(reader, on=on).filter(assignment__item=item).values("pk")
    carried = CarriedOver.objects.filter(
        Q(from_occurrence__in=seen) | Q(to_occurrence__in=seen), relation__undone_at=None
    )
    return list(
        carried.select_related(
            "relation__later__clause__paragraph__resolution",
            "relation__earlier__clause__paragraph__resolution",
            "from_occurrence__assignment__entity",
            "to_occurrence",
            "closed",
        )
    )


def _proposals(item: ActionItem) -> list[RelationProposal]:
    waiting = RelationProposal.objects.waiting().filter(Q(later=item) | Q(earlier=item))
    return list(
        waiting.select_related(
            "later__clause__paragraph__resolution", "earlier__clause__paragraph__resolution"
        )
    )
