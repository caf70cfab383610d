"""Imports as the API tells them, and what it takes to ask for one."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from resolutions.readers import FORMATS
from tracker.api.serializers.strict import Input
from tracker.models import ImportJob


class ImportRow(serializers.Serializer[ImportJob]):
    """An import: how far it is and what it came to."""

    id = serializers.IntegerField()
    file_name = serializers.CharField(source="source.name")
    sha256 = serializers.CharField(source="source.sha256")
    size = serializers.IntegerField(source="source.size")
    state = serializers.CharField(help_text="queued, running, done or failed.")
    stage = serializers.CharField()
    progress = serializers.IntegerField(help_text="Per cent.")
    replaces = serializers.BooleanField()
    requested_by = serializers.CharField(source="requested_by.username", allow_null=True)
    requested_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    resolutions = serializers.SerializerMethodField(help_text="Symbols of what was read.")
    error_code = serializers.CharField()
    error = serializers.CharField()

    def get_resolutions(self, job: ImportJob) -> list[str]:
        """Return the symbols of the resolutions that the file held."""
        return [resolution.symbol for resolution in job.resolutions.all()]


class ImportDetail(ImportRow):
    """An import with what it changed and what the reader was not sure of."""

    summary = serializers.DictField()
    warnings = serializers.ListField(child=serializers.DictField())


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A text",
            request_only=True,
            value={"name": "forests.md", "text": "1. *Requests* the Secretary-General to report on forests."},
        )
    ]
)
class ImportInput(Input):
    """A resolution to read: a file, or its text."""

    file = serializers.FileField(required=False, allow_empty_file=True, help_text=f"{FORMATS}.")
    text = serializers.CharField(required=False, trim_whitespace=False)
    name = serializers.CharField(required=False, max_length=255, help_text="A name for the text.")
    replaces = serializers.BooleanField(
        default=False, help_text="It is a corrected text of a resolution in the register."
    )

    def validate(self, attrs: Any) -> Any:
        """Refuse nothing, and both at once."""
        if ("file" in attrs) == ("text" in attrs):
            raise serializers.ValidationError({"file": "Give either `file` or `text`."})
        return attrs
