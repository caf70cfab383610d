"""Indicators and their values: as the API tells them, and as it takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from tracker.api.serializers.strict import Input
from tracker.models import Assignment, Indicator, IndicatorValue
from tracker.models.measures import DIGITS, PLACES


def amount(**options: Any) -> serializers.DecimalField:
    """Return the field of a value, in the indicator's unit."""
    return serializers.DecimalField(
        max_digits=DIGITS, decimal_places=PLACES, normalize_output=True, **options
    )


class IndicatorRow(serializers.Serializer[Indicator]):
    """What is measured of an item."""

    id = serializers.IntegerField()
    item = serializers.CharField(source="item.reference")
    assignment = serializers.IntegerField(
        source="assignment_id", allow_null=True, help_text="Whom it measures; null where all who are asked."
    )
    entity = serializers.CharField(source="assignment.entity.key", default=None, allow_null=True)
    name = serializers.CharField()
    unit = serializers.CharField()
    adds_up = serializers.BooleanField()
    baseline = amount(allow_null=True)
    baseline_on = serializers.DateField(allow_null=True)
    target = amount(allow_null=True)
    target_on = serializers.DateField(allow_null=True)
    defined_by = serializers.CharField(source="defined_by.username")
    retired_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class IndicatorValueRow(serializers.Serializer[IndicatorValue]):
    """A value of an accepted report."""

    id = serializers.IntegerField()
    indicator = serializers.IntegerField(source="indicator_id")
    name = serializers.CharField(source="indicator.name")
    unit = serializers.CharField(source="indicator.unit")
    item = serializers.CharField(source="indicator.item.reference")
    entity = serializers.CharField(source="line.report.entity.key")
    entity_name = serializers.CharField(source="line.report.entity.name")
    value = amount()
    measured_on = serializers.DateField()
    note = serializers.CharField()
    report = serializers.IntegerField(source="line.report_id")


class DefinitionInput(Input):
    """What is measured; a value comes with its day."""

    name = serializers.CharField(max_length=200)
    unit = serializers.CharField(max_length=60)
    adds_up = serializers.BooleanField(required=False, help_text="The values of several entities are summed.")
    baseline = amount(required=False, allow_null=True)
    baseline_on = serializers.DateField(required=False, allow_null=True)
    target = amount(required=False, allow_null=True)
    target_on = serializers.DateField(required=False, allow_null=True)
    assignment = serializers.PrimaryKeyRelatedField(
        queryset=Assignment.objects.all(), required=False, allow_null=True
    )


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "Contributions to a fund",
            request_only=True,
            value={
                "item": "E/RES/2004/33#op6.1",
                "name": "Voluntary contributions to the Fund",
                "unit": "US dollars per year",
                "adds_up": True,
                "target": "2000000",
                "target_on": "2030-12-31",
            },
        )
    ]
)
class IndicatorInput(DefinitionInput):
    """A new indicator."""

    item = serializers.CharField(help_text="For instance E/RES/2004/33#op6.1.")
