"""Handovers and jobs over many rows as the API tells and takes them."""

from typing import Any

from django.contrib.auth.models import User
from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from tracker import progress
from tracker.api.serializers.mandates import ItemField
from tracker.api.serializers.strict import EntityField, Input
from tracker.models import BulkJob, BulkKind, BulkRefusal, BulkState, Handover


@extend_schema_field({"type": "string", "example": "secretariat"})
class PersonField(serializers.Field[User, Any, str, User]):
    """A person by their user name."""

    default_error_messages = {"unknown": "Nobody here has the user name “{given}”."}

    def to_internal_value(self, data: Any) -> User:
        """Return the person; raise ValidationError where there is none."""
        user = User.objects.filter(username=str(data).replace("\0", "")).first()
        if user is None:
            self.fail("unknown", given=data)
        return user

    def to_representation(self, value: User) -> str:
        """Return the user name."""
        return value.get_username()


class HandoverRow(serializers.Serializer[Handover]):
    """That one person's work for an entity went over to another."""

    id = serializers.IntegerField()
    entity = EntityField()
    from_user = PersonField()
    to_user = PersonField()
    effective_on = serializers.DateField()
    drafts = serializers.IntegerField(source="moved.drafts", default=0, help_text="How many went along.")
    watches = serializers.IntegerField(source="moved.watches", default=0, help_text="How many went along.")
    by = PersonField()
    why = serializers.CharField()
    recorded_at = serializers.DateTimeField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "All that somebody spoke for",
            request_only=True,
            value={"from_user": "ana", "to_user": "kofi", "why": "Ana left the office."},
        )
    ]
)
class HandoverInput(Input):
    """Whose work goes over to whom, and why; without `entities` all that the person speaks for."""

    from_user = PersonField()
    to_user = PersonField()
    why = serializers.CharField()
    entities = serializers.ListField(child=EntityField(), required=False, allow_empty=False)


class BulkJobRow(serializers.Serializer[BulkJob]):
    """One request to do the same to many rows, how far it is, and what it came to."""

    id = serializers.IntegerField()
    kind = serializers.CharField(help_text=f"{', '.join(BulkKind.values)}.")
    summary = serializers.CharField(help_text="What is asked, in words.")
    state = serializers.CharField(help_text=f"{', '.join(BulkState.values)}.")
    stage = serializers.CharField()
    total = serializers.IntegerField(help_text="Rows to be done.")
    done = serializers.SerializerMethodField(help_text="Rows done so far.")
    requested_by = serializers.CharField(source="requested_by.username")
    requested_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    error = serializers.CharField(help_text="Why nothing was done; the rows are in /bulk-refusals/?job=.")
    cycle = serializers.IntegerField(
        source="result.cycle", default=None, allow_null=True, help_text="Number of the cycle that was opened."
    )

    def get_done(self, job: BulkJob) -> int:
        """Return how many rows are done, of a job at work as it tells beside its transaction."""
        return job.done if job.finished else progress.told(job.pk) or job.done


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "What the Council asks of one office",
            request_only=True,
            value={
                "of": "sg",
                "to": "unodc",
                "why": "The office moved.",
                "conditions": "organ=ECOSOC",
                "seen": 12,
            },
        )
    ]
)
class ReassignmentInput(Input):
    """Which entity's assignments go over to which; all of them or none."""

    of = EntityField(help_text="Who has them now.")
    to = EntityField(help_text="Who is to have them.")
    why = serializers.CharField()
    conditions = serializers.CharField(
        required=False,
        allow_blank=True,
        help_text="Parameters of the register that choose among them; without, all go over.",
    )
    seen = serializers.IntegerField(
        required=False, min_value=1, help_text="How many you expect; 409 where there are others by now."
    )


class BulkRefusalRow(serializers.Serializer[BulkRefusal]):
    """A row that kept a job from being done."""

    id = serializers.IntegerField()
    job = serializers.IntegerField(source="job_id")
    item = ItemField(source="assignment.item")
    entity = EntityField(source="assignment.entity")
    why = serializers.CharField()
