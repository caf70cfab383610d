"""Imports: hand in a resolution, then ask how far its reading is."""

import hashlib
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import imports, tasks
from tracker.api.filters import ImportFilter
from tracker.api.negotiation import StrictJSONParser
from tracker.api.references import numbered
from tracker.api.serializers.imports import ImportDetail, ImportInput, ImportRow
from tracker.api.views.base import Resource
from tracker.models import ImportJob
from tracker.uploads import read_upload

ASK_AGAIN_SECONDS = "1"


class Imports(Resource):
    """Requests to read a file into the register."""

    model = ImportJob
    serializer_class = ImportRow
    detail_class = ImportDetail
    filterset_class = ImportFilter
    orderings = {"requested": ("requested_at",), "finished": ("finished_at",)}
    default_ordering = "-requested"
    lookup_value_regex = "[0-9]+"
    parser_classes = [StrictJSONParser, MultiPartParser]

    def rows(self) -> QuerySet[ImportJob]:
        """Return the imports the caller may look at."""
        jobs = imports.seen_by(self.person).select_related("source", "requested_by").defer("source__content")
        return jobs.prefetch_related("resolutions")

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found

    @extend_schema(
        request={"multipart/form-data": ImportInput, "application/json": ImportInput},
        responses={202: ImportDetail},
    )
    def create(self, request: Request) -> Response:
        """Take a file (multipart) or a text (JSON) in; the answer says where to ask how far it is."""
        given = ImportInput(data=request.data)
        given.is_valid(raise_exception=True)
        job = imports.request_import(
            **_document(given.validated_data),
            by=self.person,
            enqueue=tasks.run_import.delay,
            replaces=given.validated_data["replaces"],
        )
        location = request.build_absolute_uri(f"{request.path}{job.pk}/")
        return Response(
            ImportDetail(self.one(str(job.pk))).data,
            status.HTTP_202_ACCEPTED,
            headers={"Location": location, "Retry-After": ASK_AGAIN_SECONDS},
        )


def _document(values: dict[str, Any]) -> dict[str, Any]:
    if "file" in values:
        upload = values["file"]
        data = read_upload(upload, imports.check_size)
        return {"data": data, "name": upload.name, "media_type": upload.content_type or ""}
    data = values["text"].encode()
    name = values.get("name") or f"text-{hashlib.sha256(data).hexdigest()[:8]}.md"
    return {"data": data, "name": name, "media_type": "text/markdown"}
