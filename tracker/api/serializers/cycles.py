"""Reporting cycles as the API tells and takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from tracker.api.serializers.strict import EntityField, Input
from tracker.cycle_progress import Progress
from tracker.models import ReportingCycle
from tracker.statuses import ReportState


class CycleRow(serializers.Serializer[ReportingCycle]):
    """A period for which entities are asked to report by a day."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    period_from = serializers.DateField()
    period_to = serializers.DateField()
    due_on = serializers.DateField()
    entities = serializers.ListField(
        child=EntityField(), source="entities.all", help_text="Keys of those asked, as far as you see them."
    )
    opened_by = serializers.CharField(source="opened_by.username")
    opened_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
    closing_words = serializers.CharField(help_text="What was said at its end.")


class ProgressRow(serializers.Serializer[Progress]):
    """One asked entity, and how far it is."""

    entity = EntityField()
    asked = serializers.IntegerField(help_text="Obligations it is asked about.")
    answered = serializers.IntegerField(help_text="Those that its reports handed in tell of.")
    reported = serializers.BooleanField(help_text="Whether a report was handed in and stands.")
    report = serializers.SerializerMethodField(help_text="Number of its furthest report, if you may read it.")
    report_state = serializers.SerializerMethodField(help_text=f"{', '.join(ReportState.values)}.")

    @extend_schema_field({"type": ["integer", "null"]})
    def get_report(self, row: Progress) -> int | None:
        """Return the report that the caller may read."""
        return row.report.pk if row.report and row.readable else None

    @extend_schema_field({"type": ["string", "null"]})
    def get_report_state(self, row: Progress) -> str | None:
        """Return how far it is; that there is a draft may be told, not its words."""
        return row.report.state if row.report else None


class CycleDetail(CycleRow):
    """The same with how far each entity is."""

    conditions = serializers.CharField(help_text="Those of the register that chose, as a query string.")
    progress = serializers.SerializerMethodField()

    @extend_schema_field(ProgressRow(many=True))
    def get_progress(self, cycle: ReportingCycle) -> Any:
        """Return what the view found out about the asked entities."""
        return ProgressRow(self.context["progress"], many=True).data


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "Two entities asked about a year",
            request_only=True,
            value={
                "name": "Reports for 2026",
                "period_from": "2026-01-01",
                "period_to": "2026-12-31",
                "due_on": "2027-01-31",
                "entities": ["sg", "unodc"],
            },
        )
    ]
)
class CycleInput(Input):
    """What opens a cycle; without `conditions` it asks about everything that is open."""

    name = serializers.CharField(max_length=200)
    period_from = serializers.DateField()
    period_to = serializers.DateField()
    due_on = serializers.DateField()
    entities = serializers.ListField(child=EntityField(), allow_empty=False)
    conditions = serializers.CharField(
        required=False, allow_blank=True, help_text="Parameters of the register: `organ=ECOSOC&verb=request`."
    )


@extend_schema_serializer(
    examples=[
        OpenApiExample("With a word", request_only=True, value={"words": "Three offices were reorganized."})
    ]
)
class ClosingInput(Input):
    """What is said at a cycle's end, if anything."""

    words = serializers.CharField(required=False, allow_blank=True)
