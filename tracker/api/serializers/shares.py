"""Shares of the review queue as the API tells and takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from resolutions.models import Organ
from tracker.api.serializers.attention import ResolutionField
from tracker.api.serializers.strict import Input
from tracker.doubts import KINDS
from tracker.models import TakenReading
from tracker.shares import MOST_TAKEN


class TakenReadingRow(serializers.Serializer[TakenReading]):
    """A doubtful reading that somebody has taken: until then nobody else takes or settles it."""

    id = serializers.IntegerField()
    item = serializers.CharField(source="clause.reference", help_text="Reference of the item.")
    by = serializers.CharField(source="by.username")
    taken_at = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="From then on it is free again.")


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "The worst of a resolution",
            request_only=True,
            value={"number": 20, "resolution": "E/RES/2004/33"},
        )
    ]
)
class TakeInput(Input):
    """How many readings to take, and of which part of the queue; without one, of all of it."""

    number = serializers.IntegerField(help_text=f"At most so many, up to {MOST_TAKEN}; the worst come first.")
    resolution = ResolutionField(required=False)
    organ = serializers.SlugRelatedField(
        slug_field="code",
        queryset=Organ.objects.all(),
        required=False,
        help_text="Code of the organ.",
        error_messages={"does_not_exist": "There is no organ “{value}”. See /api/v1/organs/."},
    )
    doubt = serializers.ChoiceField(required=False, choices=list(KINDS), help_text="What is doubtful.")


@extend_schema_serializer(examples=[OpenApiExample("All that one has taken", request_only=True, value={})])
class GiveBackInput(Input):
    """Nothing need be said: all that the caller has taken and not settled is given back."""


class TakenAnswer(serializers.Serializer[Any]):
    """How many were taken: fewer where fewer are free."""

    taken = serializers.IntegerField()


class FreeAnswer(serializers.Serializer[Any]):
    """How many are free again."""

    free = serializers.IntegerField()
