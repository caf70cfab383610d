"""Worklists for those who work offline: a spreadsheet goes out, and comes back as a draft."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from resolutions.models import Entity
from tracker.api.negotiation import StrictJSONParser
from tracker.api.parameters import check_parameters
from tracker.api.references import entity_named
from tracker.api.serializers.reports import ReportDetail
from tracker.api.serializers.strict import Input
from tracker.api.views.reports import Reports
from tracker.models import ReportingCycle
from tracker.offline.reading import check_size
from tracker.offline.taking_in import CellsRefused, take_in
from tracker.offline.worklist import worklist_of
from tracker.offline.writing import workbook_of
from tracker.uploads import read_upload

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class WorklistInput(Input):
    """A worklist that was filled in."""

    file = serializers.FileField(allow_empty_file=True)


class Worklists(Reports):
    """Worklists: `/api/v1/worklists/sg/` goes out, a POST to `/api/v1/worklists/` brings it back."""

    parser_classes = [StrictJSONParser, MultiPartParser]

    @extend_schema(
        parameters=[OpenApiParameter("cycle", int, description="Number of an open cycle that asks it.")],
        responses={(200, XLSX): OpenApiTypes.BINARY},
    )
    def take_out(self, request: Request, reference: str) -> HttpResponse:
        """Download an entity's worklist as a spreadsheet."""
        check_parameters(request.query_params, ["cycle", "format"])
        entity = entity_named(Entity.objects.in_use(), reference).first()
        if entity is None:
            raise NotFound(f"There is no entity “{reference}”.")
        cycle = self._cycle(request.query_params.get("cycle"), entity)
        worklist = worklist_of(entity=entity, cycle=cycle, by=self.person, on=self.today)
        disposition = f'attachment; filename="worklist-{entity.key}.xlsx"'
        return HttpResponse(
            workbook_of(worklist), content_type=XLSX, headers={"Content-Disposition": disposition}
        )

    @extend_schema(
        request={"multipart/form-data": WorklistInput}, responses={200: ReportDetail, 201: ReportDetail}
    )
    def bring_back(self, request: Request) -> Response:
        """Bring a worklist back: it becomes a draft, or changes the one it went out with.

        Each cell that cannot be taken is named in `errors`, and then nothing is taken.
        """
        given = WorklistInput(data=request.data)
        given.is_valid(raise_exception=True)
        data = read_upload(given.validated_data["file"], check_size)
        try:
            taken = take_in(data=data, by=self.person)
        except CellsRefused as refusal:
            raise ValidationError({f"{e.sheet}!{e.cell}": e.message for e in refusal.errors}) from refusal
        done = status.HTTP_201_CREATED if taken.is_new else status.HTTP_200_OK
        return Response(ReportDetail(self.one(str(taken.report.pk))).data, done)

    def _cycle(self, number: Any, entity: Entity) -> ReportingCycle | None:
        if not number:
            return None
        asking = ReportingCycle.objects.filter(closed_at=None, entities=entity)
        known = str(number).isdecimal() and len(str(number)) < 19
        cycle = asking.filter(pk=number).first() if known else None
        if cycle is None:
            raise ValidationError({"cycle": "There is no such open cycle that asks this entity."})
        return cycle
