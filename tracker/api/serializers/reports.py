"""Follow-up reports and their evidence: as the API tells them, and as it takes them."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from tracker.api.serializers.strict import EntityField, Input
from tracker.models import (
    Evidence,
    FollowUpReport,
    Indicator,
    IndicatorValue,
    ReportingCycle,
    ReportLine,
)
from tracker.models.measures import DIGITS, PLACES
from tracker.quoting import Quote, clause_of, quote
from tracker.statuses import Status

MOST_LINES = 1000
MOST_MEASURES = 100


class ReportRow(serializers.Serializer[FollowUpReport]):
    """A report in a list."""

    id = serializers.IntegerField()
    entity = serializers.CharField(source="entity.key")
    entity_name = serializers.CharField(source="entity.name")
    cycle = serializers.IntegerField(source="cycle_id", allow_null=True)
    period_from = serializers.DateField()
    period_to = serializers.DateField()
    action_taken = serializers.CharField()
    results = serializers.CharField()
    challenges = serializers.CharField()
    next_steps = serializers.CharField()
    state = serializers.CharField()
    author = serializers.CharField(source="author.username")
    on_behalf = serializers.BooleanField(help_text="Recorded by somebody who is not its focal point.")
    submitted_at = serializers.DateTimeField(allow_null=True)
    reviewed_by = serializers.CharField(source="reviewed_by.username", allow_null=True)
    reviewed_at = serializers.DateTimeField(allow_null=True)
    review_comment = serializers.CharField()
    items = serializers.SerializerMethodField(help_text="References of the items it answers.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()

    def get_items(self, report: FollowUpReport) -> list[str]:
        """Return the references of the items that its lines answer."""
        return [line.occurrence.assignment.item.reference for line in report.lines.all()]


class MeasureRow(serializers.Serializer[IndicatorValue]):
    """What was measured: the value of an indicator on a day."""

    indicator = serializers.IntegerField(source="indicator_id")
    name = serializers.CharField(source="indicator.name")
    unit = serializers.CharField(source="indicator.unit")
    value = serializers.DecimalField(max_digits=DIGITS, decimal_places=PLACES, normalize_output=True)
    measured_on = serializers.DateField()
    note = serializers.CharField()


class LineRow(serializers.Serializer[ReportLine]):
    """What a report says of one occurrence."""

    occurrence = serializers.IntegerField(source="occurrence_id")
    item = serializers.CharField(source="occurrence.assignment.item.reference")
    assigned_to = serializers.CharField(source="occurrence.assignment.entity.key")
    text_version = serializers.IntegerField(source="version.number", help_text="The text its author read.")
    answered = serializers.SerializerMethodField(help_text="The words that it answers, in that text.")
    words_today = serializers.SerializerMethodField(
        help_text="The item's words today, where they are others; empty where the text no longer has any."
    )
    proposed_status = serializers.CharField()
    percentage = serializers.IntegerField(allow_null=True)
    effective_on = serializers.DateField()
    note = serializers.CharField()
    measures = MeasureRow(many=True)

    def get_answered(self, line: ReportLine) -> str:
        """Return the words its author had before them."""
        return _quote(line).said

    def get_words_today(self, line: ReportLine) -> str | None:
        """Return today's words, None where they are those that were answered."""
        said = _quote(line)
        return said.today if said.differs else None


def _quote(line: ReportLine) -> Quote:
    paragraph = clause_of(line).paragraph
    return quote(line, {(paragraph.pk, text.version_id): text.text for text in paragraph.texts.all()})


class EvidenceRow(serializers.Serializer[Evidence]):
    """A piece of evidence, without the bytes of its file."""

    id = serializers.IntegerField()
    report = serializers.IntegerField(source="report_id")
    kind = serializers.CharField()
    title = serializers.CharField()
    speaks_for = serializers.DateField()
    name = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField(allow_null=True)
    sha256 = serializers.CharField()
    symbol = serializers.CharField()
    url = serializers.CharField()
    revises = serializers.IntegerField(source="revises_id", allow_null=True)
    added_by = serializers.CharField(source="added_by.username")
    added_at = serializers.DateTimeField()


class StepRow(serializers.Serializer[Any]):
    """One step of a report on its way."""

    from_state = serializers.CharField()
    to_state = serializers.CharField()
    by = serializers.CharField(source="by.username")
    comment = serializers.CharField()
    recorded_at = serializers.DateTimeField()


class ReportDetail(ReportRow):
    """A report with its lines, its evidence and the steps it took, the newest first."""

    lines = LineRow(many=True)
    evidence = EvidenceRow(many=True)
    steps = StepRow(many=True)


class MeasureInput(Input):
    """A value of an indicator of the line's item, in the indicator's unit."""

    indicator = serializers.PrimaryKeyRelatedField(queryset=Indicator.objects.all())
    value = serializers.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    measured_on = serializers.DateField(help_text="The day it is measured for.")
    note = serializers.CharField(required=False, allow_blank=True, default="", max_length=300)


class LineInput(Input):
    """A line: the item by its reference, or one occurrence by its number."""

    item = serializers.CharField(required=False, help_text="For instance E/RES/2004/33#op2.2.")
    occurrence = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    proposed_status = serializers.ChoiceField(choices=Status.choices)
    effective_on = serializers.DateField(help_text="The day from which the status holds.")
    percentage = serializers.IntegerField(required=False, allow_null=True, min_value=0, max_value=100)
    note = serializers.CharField(required=False, allow_blank=True, default="")
    words = serializers.CharField(
        required=False, help_text="The item's words as you read them; 409 where today's are others."
    )
    measures = serializers.ListField(
        child=MeasureInput(),
        required=False,
        max_length=MOST_MEASURES,
        help_text="What was measured. Left out, held values stay; an empty list takes them out.",
    )

    def validate(self, attrs: Any) -> Any:
        """Refuse a line that names nothing, or two things."""
        if ("item" in attrs) == ("occurrence" in attrs):
            raise serializers.ValidationError({"item": "Give either `item` or `occurrence`."})
        return attrs


class WordsInput(Input):
    """The words of a report and its lines."""

    period_from = serializers.DateField()
    period_to = serializers.DateField()
    action_taken = serializers.CharField()
    results = serializers.CharField(required=False, allow_blank=True)
    challenges = serializers.CharField(required=False, allow_blank=True)
    next_steps = serializers.CharField(required=False, allow_blank=True)
    lines = serializers.ListField(child=LineInput(), allow_empty=False, max_length=MOST_LINES)


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A report of the Secretary-General on one item",
            request_only=True,
            value={
                "entity": "sg",
                "period_from": "2005-01-01",
                "period_to": "2005-12-31",
                "action_taken": "A report was submitted to the Council.",
                "lines": [
                    {
                        "item": "E/RES/2004/33#op6.1",
                        "proposed_status": "in_progress",
                        "effective_on": "2005-06-30",
                        "percentage": 50,
                    }
                ],
            },
        )
    ]
)
class ReportInput(WordsInput):
    """A new report."""

    entity = EntityField(help_text="Who reports: the key of an entity.")
    cycle = serializers.PrimaryKeyRelatedField(
        queryset=ReportingCycle.objects.all(), required=False, allow_null=True
    )


class StepInput(Input):
    """A step, taken only while the report is as the caller saw it, where they say so."""

    seen = serializers.DateTimeField(
        required=False,
        help_text="The report's `updated_at` as you read it; changed since then, the answer is 409.",
    )


@extend_schema_serializer(
    examples=[OpenApiExample("A comment", request_only=True, value={"comment": "Say in which countries."})]
)
class CommentInput(StepInput):
    """What is said with a step."""

    comment = serializers.CharField(required=False, allow_blank=True, default="")


@extend_schema_serializer(
    examples=[OpenApiExample("A reason", request_only=True, value={"why": "The figures were withdrawn."})]
)
class ReasonInput(StepInput):
    """Why an accepted report is opened again."""

    why = serializers.CharField()


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A document",
            request_only=True,
            value={"title": "Report to the Council", "speaks_for": "2005-05-10", "symbol": "E/2005/97"},
        )
    ]
)
class EvidenceInput(Input):
    """A piece of evidence: exactly one of a file, a document's symbol, and a link."""

    title = serializers.CharField(max_length=300)
    speaks_for = serializers.DateField(help_text="The day it speaks for, not the day of upload.")
    file = serializers.FileField(required=False, allow_empty_file=True)
    symbol = serializers.CharField(required=False, max_length=100)
    url = serializers.CharField(required=False, max_length=1000)
    revises = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        help_text="The evidence whose place this file takes.",
    )

    def validate(self, attrs: Any) -> Any:
        """Refuse evidence that is nothing, or several things."""
        given = [name for name in ("file", "symbol", "url") if name in attrs]
        if len(given) != 1:
            raise serializers.ValidationError({"file": "Give exactly one of `file`, `symbol` and `url`."})
        if "revises" in attrs and given != ["file"]:
            raise serializers.ValidationError({"revises": "Only a file takes the place of earlier evidence."})
        return attrs
