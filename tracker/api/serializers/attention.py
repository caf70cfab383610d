"""Comments, watches, saved filters and notices as the API tells and takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from resolutions.models import Resolution
from tracker.api.references import resolution_named
from tracker.api.serializers.mandates import ItemField
from tracker.api.serializers.strict import EntityField, Input
from tracker.models import (
    Comment,
    Frequency,
    Notice,
    NoticeKind,
    NoticePreference,
    SavedFilter,
    Watch,
    Weekday,
)


@extend_schema_field({"type": "string", "example": "E/RES/2004/33"})
class ResolutionField(serializers.Field[Resolution, Any, str, Resolution]):
    """A resolution by its symbol or number."""

    default_error_messages = {"unknown": "There is no resolution “{given}”. See /api/v1/resolutions/."}

    def to_internal_value(self, data: Any) -> Resolution:
        """Return the resolution; raise ValidationError where there is none."""
        resolution = resolution_named(Resolution.objects.all(), str(data)).first()
        if resolution is None:
            self.fail("unknown", given=data)
        return resolution

    def to_representation(self, value: Resolution) -> str:
        """Return the symbol."""
        return value.symbol


class CommentRow(serializers.Serializer[Comment]):
    """A remark on an item or on a report; of one that was taken away only the mark."""

    id = serializers.IntegerField()
    item = ItemField(allow_null=True)
    report = serializers.IntegerField(source="report_id", allow_null=True, help_text="Number of the report.")
    author = serializers.CharField(source="author.username")
    text = serializers.SerializerMethodField(help_text="Empty where it was taken away.")
    mentions = serializers.SerializerMethodField(help_text="User names of those who were told.")
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    removed_at = serializers.DateTimeField(allow_null=True)

    def get_text(self, comment: Comment) -> str:
        """Return the words that stand."""
        return "" if comment.removed_at else comment.text

    def get_mentions(self, comment: Comment) -> list[str]:
        """Return who is mentioned."""
        return [] if comment.removed_at else [user.username for user in comment.mentions.all()]


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A question to a colleague",
            request_only=True,
            value={"item": "E/RES/2004/33#op9.1", "text": "@secretariat When will it be handed in?"},
        )
    ]
)
class RemarkInput(Input):
    """What is commented on, one of both, and the words; `@name` tells the person of that user name."""

    item = serializers.CharField(required=False, help_text="Reference of an item.")
    report = serializers.IntegerField(required=False, help_text="Number of a report.")
    text = serializers.CharField()

    def validate(self, attrs: Any) -> Any:
        """Refuse nothing, and both at once."""
        if ("item" in attrs) == ("report" in attrs):
            raise serializers.ValidationError({"item": "Give either `item` or `report`."})
        return attrs


class OtherWordsInput(Input):
    """Other words for one's own comment."""

    text = serializers.CharField()


class WatchRow(serializers.Serializer[Watch]):
    """What one watches: an item, a resolution or an entity."""

    id = serializers.IntegerField()
    item = ItemField(allow_null=True)
    resolution = ResolutionField(allow_null=True)
    entity = EntityField(allow_null=True)
    created_at = serializers.DateTimeField()


@extend_schema_serializer(
    examples=[OpenApiExample("A resolution", request_only=True, value={"resolution": "E/RES/2004/33"})]
)
class WatchInput(Input):
    """What is to be watched: one of the three."""

    item = serializers.CharField(required=False, help_text="Reference of an item.")
    resolution = ResolutionField(required=False)
    entity = EntityField(required=False)

    def validate(self, attrs: Any) -> Any:
        """Refuse nothing, and several at once."""
        if len(attrs) != 1:
            raise serializers.ValidationError({"item": "Give one of `item`, `resolution` and `entity`."})
        return attrs


class SavedFilterRow(serializers.Serializer[SavedFilter]):
    """A list of the register that is kept under a name."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    query = serializers.CharField(help_text="Its conditions and order, as the register's address has them.")
    owner = serializers.CharField(source="owner.username")
    shared = serializers.BooleanField(help_text="Everybody with a role finds it.")
    on_my_work = serializers.BooleanField(help_text="It stands on its owner's page of work.")
    updated_at = serializers.DateTimeField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "What is overdue",
            request_only=True,
            value={"name": "Overdue", "query": "state=overdue&entity=sg", "shared": True},
        )
    ]
)
class SavedFilterInput(Input):
    """A list of the register and the name it is kept under."""

    name = serializers.CharField()
    query = serializers.CharField(allow_blank=True, help_text="As after the ? in the register's address.")
    shared = serializers.BooleanField(required=False)
    on_my_work = serializers.BooleanField(required=False)


class NoticeRow(serializers.Serializer[Notice]):
    """One thing that one is told."""

    id = serializers.IntegerField()
    kind = serializers.CharField(help_text=f"{', '.join(NoticeKind.values)}.")
    words = serializers.CharField()
    item = ItemField(allow_null=True)
    report = serializers.IntegerField(source="report_id", allow_null=True, help_text="Number of the report.")
    due_to = serializers.DateField(allow_null=True)
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)


@extend_schema_serializer(
    examples=[OpenApiExample("All up to the newest one seen", request_only=True, value={"upto": 117})]
)
class ReadInput(Input):
    """Which notices were read: one, or all up to one."""

    only = serializers.IntegerField(required=False, min_value=1)
    upto = serializers.IntegerField(required=False, min_value=1)

    def validate(self, attrs: Any) -> Any:
        """Refuse nothing, and both at once."""
        if len(attrs) != 1:
            raise serializers.ValidationError({"upto": "Give either `upto` or `only`."})
        return attrs


class ReadAnswer(serializers.Serializer[Any]):
    """How many of them had been unread."""

    read = serializers.IntegerField()


class PreferenceRow(serializers.Serializer[NoticePreference]):
    """How often mail brings what is new."""

    frequency = serializers.ChoiceField(choices=Frequency.choices)
    weekday = serializers.ChoiceField(choices=Weekday.choices, help_text="Of the weekly mail; 0 is Monday.")


class PreferenceInput(Input):
    """How often mail is to bring what is new."""

    frequency = serializers.ChoiceField(choices=Frequency.choices)
    weekday = serializers.ChoiceField(choices=Weekday.choices, help_text="Of the weekly mail; 0 is Monday.")
