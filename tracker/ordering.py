"""The orders in which action items can be listed; each is total, so that pages never overlap."""

from collections.abc import Mapping

from django.db.models import Case, F, IntegerField, OrderBy, OuterRef, Subquery, Value, When
from django.db.models.functions import Greatest

from tracker.item_querysets import ActionItemQuerySet
from tracker.querysets import OccurrenceQuerySet
from tracker.selection import RESOLUTION
from tracker.statuses import Status
from tracker.strength import FORCE

# Within equal keys: newest resolution first, then as one reads.
READING_ORDER = (
    F(f"{RESOLUTION}__adopted_on").desc(nulls_last=True),
    F(f"{RESOLUTION}__symbol").asc(),
    F("clause__paragraph__position").asc(),
    F("clause__number").asc(),
    F("pk").asc(),
)

# A status counts by how far the work is, not by its name.
STATUS_RANK = Case(
    *(When(seen_status=status, then=Value(rank)) for rank, status in enumerate(Status)),
    output_field=IntegerField(),
)

ORDERS: Mapping[str, F | Case | Greatest] = {
    "adopted": F(f"{RESOLUTION}__adopted_on"),
    "symbol": F(f"{RESOLUTION}__symbol"),
    "due": F("next_due"),
    "verb": F("clause__verb__lemma"),
    "status": STATUS_RANK,
    "force": FORCE,
    "updated": F("updated_at"),
}
DEFAULT_ORDER = "-adopted"


def is_order(order: str) -> bool:
    """Whether there is such an order: a name of ORDERS, with a minus before it for the reverse."""
    return order.removeprefix("-") in ORDERS


def with_next_due(items: ActionItemQuerySet, occurrences: OccurrenceQuerySet) -> ActionItemQuerySet:
    """Annotate `next_due`: the earliest last due day among the item's open ones of the occurrences."""
    dated = occurrences.open().filter(assignment__item=OuterRef("pk"), due_to__isnull=False)
    return items.annotate(next_due=Subquery(dated.order_by("due_to").values("due_to")[:1]))


def ordered(items: ActionItemQuerySet, order: str, occurrences: OccurrenceQuerySet) -> ActionItemQuerySet:
    """Return the items in an order; what has no value there comes last either way.

    Args:
        items: what to order.
        order: a name of ORDERS, with a minus before it for the reverse.
        occurrences: among these the due dates are looked for; those the reader may see and chose.

    Raises:
        KeyError: there is no such order; ask `is_order` first.
    """
    name = order.removeprefix("-")
    key = OrderBy(ORDERS[name], descending=order.startswith("-"), nulls_last=True)
    if name == "due":
        items = with_next_due(items, occurrences)
    return items.order_by(key, *READING_ORDER)
