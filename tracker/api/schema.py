"""The OpenAPI document: what the framework's generator cannot see by itself.

Every operation tells its refusals as problems, and every list says that it comes as CSV too.
"""

from typing import Any

from drf_spectacular.authentication import BasicScheme
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema_serializer
from rest_framework import serializers

from tracker.api.problems import MEDIA_TYPE

NEEDS = {"GET": "see this", "POST": "do this", "PUT": "do this", "PATCH": "do this", "DELETE": "do this"}
WRITING = ("POST", "PUT", "PATCH")


class TokenAsPasswordScheme(BasicScheme):  # type: ignore[no-untyped-call]
    """Describes the user name with the token as password."""

    target_class = "tracker.api.authentication.TokenAsPassword"


class FaultRow(serializers.Serializer[Any]):
    """One thing that is wrong."""

    field = serializers.CharField(help_text="The input, with dots into nested ones; empty for the whole.")
    code = serializers.CharField(help_text="A word for programs.")
    message = serializers.CharField(help_text="A sentence for people.")


@extend_schema_serializer(
    component_name="Problem",
    examples=[
        OpenApiExample(
            "A filter that is misspelt",
            value={
                "type": "about:blank",
                "title": "Bad Request",
                "status": 400,
                "detail": "The request was not carried out; `errors` says which input is wrong and why.",
                "errors": [
                    {
                        "field": "sttus",
                        "code": "unknown",
                        "message": "There is no parameter “sttus”. Did you mean “status”?",
                    }
                ],
            },
        )
    ],
)
class ProblemRow(serializers.Serializer[Any]):
    """A refusal (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = FaultRow(many=True)  # type: ignore[assignment]


class APISchema(AutoSchema):
    """Describes one operation."""

    def get_tags(self) -> list[str]:
        """Group operations by resource."""
        parts = self.path.strip("/").split("/")
        return [parts[2] if len(parts) > 2 else "api"]

    def map_renderers(self, attribute: str) -> list[Any]:
        """Describe JSON; CSV is added where it differs, and the form of the document itself is left out."""
        names: list[Any] = super().map_renderers(attribute)
        return [name for name in names if name not in ("text/csv", "csv")] if "v1" in self.path else names

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        if self.method == "GET" and self._is_list_view():
            bodies["200"]["content"]["text/csv"] = {"schema": {"type": "string"}}
        for status, description in self._refusals().items():
            refused = OpenApiResponse(ProblemRow, description)
            bodies[str(status)] = self._get_response_for_code(  # type: ignore[no-untyped-call]
                refused, str(status), [MEDIA_TYPE], direction
            )
        return bodies

    def _refusals(self) -> dict[int, str]:
        """Return the refusals that the operation may answer with, each with its sentence."""
        writes = self.method in WRITING
        told = {400: "An input is wrong; `errors` says which and why."}
        if self.view.permission_classes:
            told[401] = "No token and no session, or one that does not hold."
            told[403] = f"You may not {NEEDS.get(self.method, 'do this')}."
        if "{" in self.path or self.path.endswith("/notices/read/"):
            told[404] = "There is nothing under this reference, or you may not see it."
        if writes and "reports" in self.path:
            told[409] = "Somebody else changed it meanwhile."
        if writes:
            told[413] = "The request is larger than this server reads."
            told[415] = "The body has a form that is not read here."
        return told
