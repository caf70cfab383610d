"""Indicators of items, and the values that accepted reports gave."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import indicators
from tracker.api.filters import IndicatorFilter, IndicatorValueFilter
from tracker.api.references import item_named, numbered
from tracker.api.serializers.indicators import (
    DefinitionInput,
    IndicatorInput,
    IndicatorRow,
    IndicatorValueRow,
)
from tracker.api.serializers.reports import ReasonInput
from tracker.api.views.base import Resource
from tracker.indicators import Definition
from tracker.measured import standing_values
from tracker.models import ActionItem, Indicator, IndicatorValue

ITEM = "item__clause__paragraph__resolution"
PARTS = tuple(Definition.__dataclass_fields__)


class Indicators(Resource):
    """What is measured of items."""

    model = Indicator
    serializer_class = detail_class = IndicatorRow
    filterset_class = IndicatorFilter
    orderings = {"created": ("created_at",), "name": ("name",), "updated": ("updated_at",)}
    default_ordering = "created"
    lookup_value_regex = "[0-9]+"

    def rows(self) -> QuerySet[Indicator]:
        """Return the indicators of items the caller may see."""
        seen = Indicator.objects.visible_to(self.person, on=self.today)
        return seen.select_related(ITEM, "assignment__entity", "defined_by")

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found

    @extend_schema(request=IndicatorInput, responses={201: IndicatorRow})
    def create(self, request: Request) -> Response:
        """Say what is measured of an item."""
        given = IndicatorInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = dict(given.validated_data)
        seen = ActionItem.objects.visible_to(self.person, on=self.today)
        item = item_named(seen, values.pop("item")).first()
        if item is None:
            raise ValidationError({"item": "There is no such item, or you may not see it."})
        indicator = indicators.define(item=item, by=self.person, as_=Definition(**values))
        location = request.build_absolute_uri(f"{request.path}{indicator.pk}/")
        told = IndicatorRow(self.one(str(indicator.pk))).data
        return Response(told, status.HTTP_201_CREATED, headers={"Location": location})

    @extend_schema(request=DefinitionInput, responses=IndicatorRow)
    def partial_update(self, request: Request, reference: str) -> Response:
        """Change what is measured; values that were reported stay."""
        indicator = self.one(reference)
        given = DefinitionInput(data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        held = {name: getattr(indicator, name) for name in PARTS}
        indicators.change(
            indicator=indicator, by=self.person, as_=Definition(**{**held, **given.validated_data})
        )
        return Response(IndicatorRow(self.one(reference)).data)

    @extend_schema(request=ReasonInput, responses=IndicatorRow)
    @action(detail=True, methods=["post"])
    def retire(self, request: Request, reference: str) -> Response:
        """Take it out of use, with the reason; its values stay."""
        given = ReasonInput(data=request.data)
        given.is_valid(raise_exception=True)
        indicators.retire(indicator=self.one(reference), by=self.person, why=given.validated_data["why"])
        return Response(IndicatorRow(self.one(reference)).data)


class IndicatorValues(Resource):
    """Values of accepted reports. Where an entity measured a day again, the later report counts."""

    model = IndicatorValue
    serializer_class = detail_class = IndicatorValueRow
    filterset_class = IndicatorValueFilter
    orderings = {"measured": ("measured_on",), "indicator": ("indicator", "measured_on")}
    default_ordering = "measured"
    lookup_value_regex = "[0-9]+"

    def rows(self) -> QuerySet[IndicatorValue]:
        """Return the values the caller may see."""
        told = standing_values(self.person, on=self.today)
        return told.select_related(f"indicator__{ITEM}", "line__report__entity")

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found
