"""Work that goes over to others, and work on many rows."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from tracker import bulk, handing_over, large_work
from tracker.api.attention_filters import BulkJobFilter, BulkRefusalFilter, HandoverFilter
from tracker.api.parameters import check_conditions
from tracker.api.serializers.work import (
    BulkJobRow,
    BulkRefusalRow,
    HandoverInput,
    HandoverRow,
    ReassignmentInput,
)
from tracker.api.views.base import Numbered, read
from tracker.models import BulkJob, BulkRefusal, Handover
from tracker.reassigning import Handing
from tracker.tasks import run_bulk

ASK_AGAIN_SECONDS = "1"


class Handovers(Numbered):
    """Whose work for an entity went over to whom; a focal point sees those of which it is a part."""

    model = Handover
    serializer_class = detail_class = HandoverRow
    filterset_class = HandoverFilter
    orderings = {"effective": ("effective_on",), "recorded": ("recorded_at",)}
    default_ordering = "-recorded"

    def rows(self) -> QuerySet[Handover]:
        """Return what the caller may see."""
        seen = handing_over.seen_by(self.person)
        return seen.select_related("entity", "from_user", "to_user", "by")

    @extend_schema(request=HandoverInput, responses={201: HandoverRow(many=True)})
    def create(self, request: Request) -> Response:
        """Hand a focal point's work over from today; the answer has a row for each entity."""
        rows = handing_over.hand_over(by=self.person, **read(HandoverInput, request))
        told = [HandoverRow(row).data for row in rows]
        return Response(told, status.HTTP_201_CREATED)


def accepted(job: BulkJob, request: Request) -> Response:
    """Answer that a job was taken on, with where to ask how far it is."""
    location = reverse("api-bulk-jobs-detail", args=[job.pk], request=request)
    headers = {"Location": location, "Retry-After": ASK_AGAIN_SECONDS}
    return Response(BulkJobRow(job).data, status.HTTP_202_ACCEPTED, headers=headers)


class Reassignments(Numbered):
    """Assignments that go over from one entity to another, by a job."""

    model = BulkJob
    serializer_class = detail_class = BulkJobRow
    filter_backends = []

    @extend_schema(request=ReassignmentInput, responses={202: BulkJobRow})
    def create(self, request: Request) -> Response:
        """Hand assignments over by a job: all that are chosen, or none with the rows that kept it from it."""
        given = read(ReassignmentInput, request)
        conditions = given.get("conditions", "")
        chosen = check_conditions("conditions", conditions, by=self.person, on=self.today)
        handing = Handing(chosen.selection, given["of"], given["to"], given["why"])
        seen = given.get("seen")
        job = large_work.hand_over(handing=handing, seen=seen, by=self.person, enqueue=run_bulk.delay)
        return accepted(job, request)


class BulkJobs(Numbered):
    """Requests to do the same to many rows: all of them, or none."""

    model = BulkJob
    serializer_class = detail_class = BulkJobRow
    filterset_class = BulkJobFilter
    orderings = {"requested": ("requested_at",), "finished": ("finished_at",)}
    default_ordering = "-requested"

    def rows(self) -> QuerySet[BulkJob]:
        """Return the jobs the caller may look at."""
        return bulk.seen_by(self.person).select_related("requested_by")


class BulkRefusals(Numbered):
    """The rows that kept jobs from being done."""

    model = BulkRefusal
    serializer_class = detail_class = BulkRefusalRow
    filterset_class = BulkRefusalFilter
    orderings = {"number": ("pk",)}
    default_ordering = "number"

    def rows(self) -> QuerySet[BulkRefusal]:
        """Return those of jobs the caller may look at."""
        refused = BulkRefusal.objects.filter(job__in=bulk.seen_by(self.person).values("pk"))
        return refused.select_related("assignment__item__clause__paragraph__resolution", "assignment__entity")
