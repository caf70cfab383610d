"""Reporting cycles: who is asked by when, how far they are; open one, close one."""

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from resolutions.models import Entity
from tracker import cycles, large_work
from tracker.api.cycle_filters import CycleFilter
from tracker.api.parameters import check_conditions, check_parameters
from tracker.api.serializers.cycles import ClosingInput, CycleDetail, CycleInput, CycleRow
from tracker.api.serializers.work import BulkJobRow
from tracker.api.views.base import Numbered, read
from tracker.api.views.work import accepted
from tracker.cycle_progress import cycles_seen_by, progress
from tracker.models import BulkJob, ReportingCycle
from tracker.querysets import entities_of, sees_all
from tracker.tasks import run_bulk


class Cycles(Numbered):
    """Periods for which entities are asked to report; a focal point sees those that ask its entities."""

    model = ReportingCycle
    serializer_class = CycleRow
    detail_class = CycleDetail
    filterset_class = CycleFilter
    orderings = {"due": ("due_on",), "opened": ("opened_at",), "name": ("name",)}
    default_ordering = "-due"

    def rows(self) -> QuerySet[ReportingCycle]:
        """Return what the caller may see, with those asked whom they may see."""
        seen = ReportingCycle.objects.filter(pk__in=cycles_seen_by(self.person, on=self.today).values("pk"))
        asked = Entity.objects.order_by("name")
        if not sees_all(self.person):
            asked = asked.filter(pk__in=entities_of(self.person, on=self.today).values("pk"))
        return seen.select_related("opened_by").prefetch_related(Prefetch("entities", queryset=asked))

    def retrieve(self, request: Request, reference: str) -> Response:
        """Answer with one cycle and how far each of its entities is."""
        check_parameters(request.query_params, ["format"])
        return self.told(self.one(reference))

    def told(self, row: ReportingCycle, code: int = status.HTTP_200_OK) -> Response:
        """Answer with a cycle as it stands, and how far each entity is."""
        cycle = self.one(str(row.pk))
        context = {"progress": progress(cycle, self.person, on=self.today)}
        return Response(CycleDetail(cycle, context=context).data, code)

    @extend_schema(request=CycleInput, responses={201: CycleDetail, 202: BulkJobRow})
    def create(self, request: Request) -> Response:
        """Open a cycle; where very many obligations are looked through, 202 with the job that opens it."""
        values = read(CycleInput, request)
        check_conditions("conditions", values.get("conditions", ""), by=self.person, on=self.today)
        opened = large_work.open_cycle(by=self.person, enqueue=run_bulk.delay, **values)
        if isinstance(opened, BulkJob):
            return accepted(opened, request)
        return self.told(opened, status.HTTP_201_CREATED)

    @extend_schema(request=ClosingInput, responses=CycleDetail)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, reference: str) -> Response:
        """Close a cycle; reports already begun may still be finished."""
        cycle = self.one(reference)
        cycles.close_cycle(cycle=cycle, by=self.person, **read(ClosingInput, request))
        return self.told(cycle)
