"""The parameters that narrow the lists of relations, proposals and retirements."""

import django_filters as filters

from tracker.api.narrowing import ListFilter, Rows
from tracker.api.references import item_named
from tracker.filter_fields import FlagFilter, WordFilter
from tracker.models import (
    ActionItem,
    Basis,
    ItemRelation,
    ProposalState,
    RelationKind,
    RelationProposal,
    Retirement,
)


class PairFilter(ListFilter):
    """Which pairs of items."""

    later = filters.CharFilter(label="Reference of the later item", method="by_item")
    earlier = filters.CharFilter(label="Reference of the earlier item", method="by_item")
    kind = WordFilter(label="What the later item does", words=RelationKind.choices)

    class Meta:
        model = ItemRelation
        fields: list[str] = []

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to the pairs with the item on that side."""
        return rows.filter(**{f"{name}__in": item_named(ActionItem.objects.all(), reference)})


class RelationFilter(PairFilter):
    """Which relations."""

    undone = FlagFilter(label="Undone", field_name="undone_at", lookup_expr="isnull", exclude=True)


class ProposalFilter(PairFilter):
    """Which proposals."""

    basis = WordFilter(label="What made it", words=Basis.choices)
    state = WordFilter(label="What became of it", words=ProposalState.choices)

    class Meta:
        model = RelationProposal
        fields: list[str] = []


class RetirementFilter(ListFilter):
    """Which retirements."""

    item = filters.CharFilter(label="Reference of the action item", method="by_item")
    lifted = FlagFilter(label="Lifted", field_name="lifted_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Retirement
        fields: list[str] = []

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to the retirements of one item."""
        return rows.filter(item__in=item_named(ActionItem.objects.all(), reference))
