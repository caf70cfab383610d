"""The life of mandates: relations of items, proposals of them, retirements."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import mandates
from tracker.api.mandate_filters import ProposalFilter, RelationFilter, RetirementFilter
from tracker.api.serializers.mandates import (
    DismissInput,
    ProposalRow,
    RelationInput,
    RelationRow,
    RetirementInput,
    RetirementRow,
    WhyInput,
)
from tracker.api.views.base import Numbered, read
from tracker.models import ItemRelation, RelationKind, RelationProposal, Retirement
from tracker.seen_mandates import proposals_seen_by, relations_seen_by, retirements_seen_by

PAIR = ("later__clause__paragraph__resolution", "earlier__clause__paragraph__resolution")


class Relations(Numbered):
    """What later items do to earlier ones; those undone stay listed."""

    model = ItemRelation
    serializer_class = RelationRow
    detail_class = RelationRow
    filterset_class = RelationFilter
    orderings = {"effective": ("effective_on",), "recorded": ("recorded_at",)}
    default_ordering = "-effective"

    def rows(self) -> QuerySet[ItemRelation]:
        """Return the relations of items the caller may see."""
        seen = relations_seen_by(self.person, on=self.today)
        return seen.select_related(*PAIR, "recorded_by", "undone_by")

    @extend_schema(request=RelationInput, responses={201: RelationRow})
    def create(self, request: Request) -> Response:
        """Record what a later item does; where it ends the earlier one, open work is carried over."""
        values = read(RelationInput, request)
        kind = RelationKind(values.pop("kind"))
        relation = mandates.relate(kind=kind, by=self.person, **values)
        return self.told(relation, status.HTTP_201_CREATED)

    @extend_schema(request=WhyInput, responses=RelationRow)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, reference: str) -> Response:
        """Undo it, with the reason, while nobody has gone on with the work."""
        relation = self.one(reference)
        mandates.undo(relation=relation, by=self.person, **read(WhyInput, request))
        return self.told(relation)


class Proposals(Numbered):
    """What later items seem to do to earlier ones. To confirm one, POST its pair to `relations/`."""

    model = RelationProposal
    serializer_class = ProposalRow
    detail_class = ProposalRow
    filterset_class = ProposalFilter
    orderings = {"score": ("score",), "proposed": ("proposed_at",)}
    default_ordering = "-score"

    def rows(self) -> QuerySet[RelationProposal]:
        """Return the proposals about items the caller may see."""
        return proposals_seen_by(self.person, on=self.today).select_related(*PAIR, "settled_by")

    @extend_schema(request=DismissInput, responses=ProposalRow)
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, reference: str) -> Response:
        """Dismiss it; the pair is not proposed again."""
        proposal = self.one(reference)
        mandates.dismiss(proposal=proposal, by=self.person, **read(DismissInput, request))
        return self.told(proposal)


class Retirements(Numbered):
    """Items that were retired; those lifted stay listed."""

    model = Retirement
    serializer_class = RetirementRow
    detail_class = RetirementRow
    filterset_class = RetirementFilter
    orderings = {"effective": ("effective_on",), "recorded": ("recorded_at",)}
    default_ordering = "-effective"

    def rows(self) -> QuerySet[Retirement]:
        """Return the retirements of items the caller may see."""
        seen = retirements_seen_by(self.person, on=self.today)
        return seen.select_related("item__clause__paragraph__resolution", "recorded_by", "lifted_by")

    @extend_schema(request=RetirementInput, responses={201: RetirementRow})
    def create(self, request: Request) -> Response:
        """Retire an item, with the reason."""
        retirement = mandates.retire(by=self.person, **read(RetirementInput, request))
        return self.told(retirement, status.HTTP_201_CREATED)

    @extend_schema(request=WhyInput, responses=RetirementRow)
    @action(detail=True, methods=["post"])
    def lift(self, request: Request, reference: str) -> Response:
        """Lift it, with the reason."""
        retirement = self.one(reference)
        mandates.lift(retirement=retirement, by=self.person, **read(WhyInput, request))
        return self.told(retirement)
