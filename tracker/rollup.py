"""Keep the status of items as the rule of `tracker.standing` makes it, and ask it of more than one item."""

from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from tracker.item_querysets import ActionItemQuerySet
from tracker.models import ActionItem, Nature, Occurrence
from tracker.standing import roll_up, rolled_up, telling
from tracker.statuses import Status


def status_of(item: ActionItem) -> Status:
    """Return what the item's assignments make of it today."""
    if item.nature != Nature.OBLIGATION:
        return Status.NO_ACTION
    # In no order: the usual one joins the text's tables, which a planner with stale statistics walks for
    # each row.
    told = telling(Occurrence.objects.filter(assignment__item=item)).order_by()
    return roll_up([Status(status) for status in told.values_list("status", flat=True)])


def refresh(item: ActionItem) -> None:
    """Write the roll-up to the item; every door that changes an assignment calls this last.

    The item is held first: of two people who close its last two assignments at once, the later one must
    see what the earlier one did.
    """
    item.refresh_from_db(
        fields=["nature", "status"], from_queryset=ActionItem.objects.select_for_update(no_key=True)
    )
    status = status_of(item)
    if item.status != status:
        item.status = status
        item.save(update_fields=["status", "updated_at"])


def refresh_all(items: ActionItemQuerySet) -> int:
    """Write the roll-up to many items in one statement; whoever calls it holds them.

    Returns:
        how many changed.
    """
    own = telling(Occurrence.objects.filter(assignment__item=OuterRef("pk")))
    rolled = Coalesce(
        Subquery(rolled_up(own, "assignment__item").values("rolled")), Value(Status.NOT_STARTED)
    )
    made = Case(
        When(nature=Nature.OBLIGATION, then=rolled), default=Value(Status.NO_ACTION), output_field=CharField()
    )
    changed = items.order_by().annotate(made=made).exclude(made=F("status"))
    return changed.update(status=F("made"), updated_at=timezone.now())


def status_over(items: ActionItemQuerySet, occurrences: QuerySet[Occurrence]) -> Status | None:
    """Return how several items stand together: those of a paragraph, a resolution, an entity.

    Args:
        items: what is asked; only obligations count.
        occurrences: those that the reader may see, so that nobody is told of others through the roll-up.

    Returns:
        the status, None where nothing obliges anybody.
    """
    obligations = items.order_by().filter(nature=Nature.OBLIGATION)
    told = telling(occurrences).filter(assignment__item__in=obligations.values("pk"))
    statuses = set(told.order_by().values_list("status", flat=True).distinct())
    if obligations.unassigned().exists():
        statuses.add(Status.NOT_STARTED)
    return roll_up([Status(status) for status in statuses]) if statuses else None
