"""Feeds as the API tells and takes them."""

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from tracker.api.serializers.strict import EntityField, Input
from tracker.models import Feed, FeedScope


class FeedRow(serializers.Serializer[Feed]):
    """A feed, without its secret address."""

    id = serializers.IntegerField()
    scope = serializers.CharField(help_text=f"{', '.join(FeedScope.values)}.")
    entity = EntityField(allow_null=True)
    created_at = serializers.DateTimeField()


class FeedOpened(FeedRow):
    """A feed with its addresses, which cannot be read again."""

    calendar = serializers.URLField(help_text="iCalendar; `?as=todo` gives tasks.")
    atom = serializers.URLField()


@extend_schema_serializer(
    examples=[
        OpenApiExample("What I speak for", request_only=True, value={"scope": "own"}),
        OpenApiExample("One entity", request_only=True, value={"scope": "entity", "entity": "sg"}),
    ]
)
class FeedInput(Input):
    """What a feed holds; an entity where it is of one, and only there."""

    scope = serializers.ChoiceField(choices=FeedScope.choices)
    entity = EntityField(required=False)
