"""Evidence: beside a report that is being written, and on its own with the file it holds."""

from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import evidence
from tracker.api.filters import EvidenceFilter
from tracker.api.negotiation import StrictJSONParser
from tracker.api.references import numbered
from tracker.api.serializers.reports import EvidenceInput, EvidenceRow
from tracker.api.views.base import Resource
from tracker.models import Evidence, FollowUpReport
from tracker.uploads import read_upload


class EvidenceResource(Resource):
    """Evidence of reports that the caller may see."""

    model = Evidence
    serializer_class = detail_class = EvidenceRow
    filterset_class = EvidenceFilter
    orderings = {"added": ("added_at",)}
    default_ordering = "added"
    lookup_value_regex = "[0-9]+"

    def rows(self) -> QuerySet[Evidence]:
        """Return the evidence of the reports the caller may see."""
        reports_seen = FollowUpReport.objects.visible_to(self.person, on=self.today)
        seen = Evidence.objects.filter(report__in=reports_seen)
        return seen.defer("content").select_related("added_by")

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found


class ReportEvidence(EvidenceResource):
    """The evidence of one report."""

    parser_classes = [StrictJSONParser, MultiPartParser]

    def listed(self) -> QuerySet[Evidence]:
        """Return the evidence of the report in the address."""
        return self.rows().filter(report=self._report())

    @extend_schema(
        request={"multipart/form-data": EvidenceInput, "application/json": EvidenceInput},
        responses={201: EvidenceRow},
    )
    def create(self, request: Request, reference: str) -> Response:
        """Add a file (multipart), or a document's symbol or a link (JSON), to a report being written."""
        report = self._report()
        given = EvidenceInput(data=request.data)
        given.is_valid(raise_exception=True)
        added = self._add(report, dict(given.validated_data))
        return Response(EvidenceRow(added).data, status.HTTP_201_CREATED)

    def _report(self) -> FollowUpReport:
        visible = FollowUpReport.objects.visible_to(self.person, on=self.today)
        found = numbered(visible, self.kwargs["reference"])
        report = found.first() if found is not None else None
        if report is None:
            raise NotFound(f"There is no report {self.kwargs['reference']}, or you may not see it.")
        return report

    def _add(self, report: FollowUpReport, values: dict[str, Any]) -> Evidence:
        said: dict[str, Any] = {"report": report, "by": self.person}
        said |= {"title": values["title"], "speaks_for": values["speaks_for"]}
        if "symbol" in values:
            return evidence.add_document(**said, symbol=values["symbol"])
        if "url" in values:
            return evidence.add_link(**said, url=values["url"])
        upload = values["file"]
        return evidence.add_file(
            **said,
            name=upload.name,
            data=read_upload(upload, evidence.check_size),
            media_type=upload.content_type or "",
            revises=_revised(report, values.get("revises")),
        )


def _revised(report: FollowUpReport, number: int | None) -> Evidence | None:
    if number is None:
        return None
    revised = report.evidence.filter(pk=number).first()
    if revised is None:
        raise ValidationError({"revises": f"This report has no evidence {number}."})
    return revised


class EvidenceItems(EvidenceResource):
    """Evidence of any report: `/api/v1/evidence/7/`, its file at `/api/v1/evidence/7/content/`."""

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"])
    def content(self, request: Request, reference: str) -> FileResponse:
        """Download the file, byte for byte; browsers save it and never show it."""
        found = self.one(reference)
        if found.content is None:
            raise NotFound(f"Evidence {reference} is no file but a {found.get_kind_display().lower()}.")
        response = FileResponse(
            BytesIO(found.content), as_attachment=True, filename=found.name, content_type=found.media_type
        )
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response
