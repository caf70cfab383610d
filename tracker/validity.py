"""Whether an item is in force on a day: what follows from relations, retirements and dates of expiry.

In the order in which they tell: retired; ended by a later item; expired; extended; in force. What a person
undid or lifted counts no more. A mandate whose day of expiry has come goes on while a later item that is
not itself expired extends it, also over several steps.

The days of expiry, which texts name, go by the day of the organ (`tracker.organ_days`). Those from which
relations and retirements hold are entered by people here, and go by the day that is asked.
"""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Concat

from tracker.organ_days import OF_ITEM, by_day, elsewhere

if TYPE_CHECKING:
    from tracker.models import (  # noqa: F401
        ActionItem,
        ItemRelation,
        Occurrence,
        RelationProposal,
        Retirement,
    )

Items = TypeVar("Items", bound="QuerySet[ActionItem]")
Occurrences = TypeVar("Occurrences", bound="QuerySet[Occurrence]")

# What ends the earlier item, done to the whole of it.
ENDING = ("supersedes", "renews", "merges", "replaces")
EXTENDING = "extends"


class Validity(models.TextChoices):
    """How an item stands on a day."""

    IN_FORCE = "in_force", "In force"
    EXTENDED = "extended", "In force, extended"
    SUPERSEDED = "superseded", "Superseded"
    EXPIRED = "expired", "Expired"
    RETIRED = "retired", "Retired"


IN_FORCE = (Validity.IN_FORCE, Validity.EXTENDED)


class RelationQuerySet(models.QuerySet["ItemRelation"]):
    """Questions about relations of items."""

    def standing(self) -> Self:
        """Those not undone."""
        return self.filter(undone_at=None)

    def on(self, on: dt.date) -> Self:
        """Standing ones that have taken effect by the day."""
        return self.standing().filter(effective_on__lte=on)

    def ending(self, on: dt.date) -> Self:
        """Those by which an earlier item is no longer in force on the day."""
        return self.on(on).filter(kind__in=ENDING, in_part=False)

    def extending(self, on: dt.date) -> Self:
        """Those that extend an earlier item on the day."""
        return self.on(on).filter(kind=EXTENDING)


class RetirementQuerySet(models.QuerySet["Retirement"]):
    """Questions about retirements."""

    def standing(self) -> Self:
        """Those not lifted."""
        return self.filter(lifted_at=None)

    def on(self, on: dt.date) -> Self:
        """Standing ones that have taken effect by the day."""
        return self.standing().filter(effective_on__lte=on)


class ProposalQuerySet(models.QuerySet["RelationProposal"]):
    """Questions about proposed relations."""

    def waiting(self) -> Self:
        """Those that nobody has settled."""
        return self.filter(state="proposed")


def ended(on: dt.date) -> Q:
    """Return the condition that an item is no longer in force on the day."""
    return Q(pk__in=_superseded(on)) | Q(pk__in=_retired(on)) | Q(pk__in=_expired(on))


def ended_items(on: dt.date) -> QuerySet["ActionItem"]:
    """Return the items no longer in force on the day, found from the few rows that end one."""
    items: QuerySet[ActionItem] = _rows("ActionItem").filter(ended(on))
    return items


def _rows(model: str) -> Any:
    return apps.get_model("tracker", model)._default_manager.all()


def _superseded(on: dt.date) -> QuerySet["ItemRelation"]:
    relations: QuerySet[ItemRelation] = _rows("ItemRelation").ending(on).values("earlier")
    return relations


def _retired(on: dt.date) -> QuerySet["Retirement"]:
    retirements: QuerySet[Retirement] = _rows("Retirement").on(on).values("item")
    return retirements


def _expired(on: dt.date) -> QuerySet["ActionItem"]:
    days = elsewhere(on)
    organs = [(organ, day) for day, pks in days.items() for organ in pks]
    lasting = [on, [organ for organ, _ in organs], [day for _, day in organs], on, on]
    past = _past_expiry(on, days).exclude(pk__in=RawSQL(EXTENDED_UNTIL_NOW, lasting))
    return past.only("pk")


def _past_expiry(on: dt.date, days: Mapping[dt.date, list[int]]) -> QuerySet["ActionItem"]:
    """Return the items whose text names a last day that is over; of several days the last one tells."""
    deadlines = apps.get_model("resolutions", "ClauseDeadline")._default_manager
    last_days = deadlines.filter(expiry=True).order_by().values("clause").annotate(last=Max("last_day"))
    condition = by_day(
        on, days, lambda day: Q(clause__in=last_days.filter(last__lt=day).values("clause")), OF_ITEM
    )
    over: QuerySet[ActionItem] = _rows("ActionItem").filter(condition)
    return over


# Items that a later one extends which has itself not expired by the day, over any number of steps. Its
# parameters: the day, the organs that have another one, that of each, and the day twice more.
EXTENDED_UNTIL_NOW = """
    WITH RECURSIVE lasting(item) AS (
        SELECT r.earlier_id FROM tracker_itemrelation r
          JOIN tracker_actionitem later ON later.id = r.later_id
          JOIN resolutions_clause c ON c.id = later.clause_id
          JOIN resolutions_paragraph p ON p.id = c.paragraph_id
          JOIN resolutions_resolution adopted ON adopted.id = p.resolution_id
         WHERE r.kind = 'extends' AND r.undone_at IS NULL AND r.effective_on <= %s
           AND coalesce((SELECT max(d.last_day) FROM resolutions_clausedeadline d
                          WHERE d.clause_id = later.clause_id AND d.expiry), 'infinity')
               >= coalesce((SELECT its.day FROM unnest(%s::bigint[], %s::date[]) its (organ, day)
                             WHERE its.organ = adopted.organ_id), %s)
        UNION
        SELECT r.earlier_id FROM tracker_itemrelation r JOIN lasting ON r.later_id = lasting.item
         WHERE r.kind = 'extends' AND r.undone_at IS NULL AND r.effective_on <= %s
    )
    SELECT item FROM lasting
"""


def with_validity(items: Items, on: dt.date) -> Items:
    """Return the items with `validity` on the day and `ended_by`, the reference of what ended them."""
    earlier_is_this = {"earlier": OuterRef("pk")}
    ending = _rows("ItemRelation").ending(on).filter(**earlier_is_this)
    extending = _rows("ItemRelation").extending(on).filter(**earlier_is_this)
    rows: Any = items
    told: Items = rows.annotate(
        validity=Case(
            When(pk__in=_retired(on), then=Value(Validity.RETIRED)),
            When(Exists(ending), then=Value(Validity.SUPERSEDED)),
            When(pk__in=_expired(on), then=Value(Validity.EXPIRED)),
            When(Exists(extending), then=Value(Validity.EXTENDED)),
            default=Value(Validity.IN_FORCE),
            output_field=CharField(),
        ),
        ended_by=Subquery(_reference(ending | extending).values("reference")[:1]),
    )
    return told


def standing_so(validity: str, on: dt.date) -> Any:
    """Return the ids of the items that have this validity on the day."""
    told: Any = with_validity(_rows("ActionItem"), on)
    return told.filter(validity=validity).values("pk")


def with_ended(occurrences: Occurrences, on: dt.date) -> Occurrences:
    """Return the occurrences with `ended`: whether their item is no longer in force on the day."""
    rows: Any = occurrences
    over = When(assignment__item__in=ended_items(on).values("pk"), then=Value(True))
    told: Occurrences = rows.annotate(ended=Case(over, default=Value(False), output_field=BooleanField()))
    return told


def _reference(relations: Any) -> Any:
    """Return the relations with the reference of the later item, those that end the earlier one first."""
    paragraph = "later__clause__paragraph__"
    return relations.order_by(
        Case(When(kind=EXTENDING, then=1), default=0), F("effective_on").desc(), "-id"
    ).annotate(
        reference=Concat(
            f"{paragraph}resolution__symbol",
            Value("#"),
            f"{paragraph}eid",
            Value("."),
            Cast("later__clause__number", CharField()),
            output_field=CharField(),
        )
    )


def in_words(validity: str, ended_by: str | None) -> str:
    """Return how an item stands as a sentence begins: "Superseded by E/RES/2011/7#op1.1".

    Args:
        validity: of an item with `with_validity`.
        ended_by: likewise.
    """
    told = Validity(validity)
    by_another = told in (Validity.SUPERSEDED, Validity.EXTENDED)
    return f"{told.label} by {ended_by}" if by_another and ended_by else str(told.label)
