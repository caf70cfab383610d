"""Follow-up reports: write a draft, change it, take the steps."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from resolutions.models import Entity
from tracker import reports
from tracker.api.filters import ReportFilter
from tracker.api.references import numbered, occurrence_answered
from tracker.api.serializers.reports import (
    CommentInput,
    ReasonInput,
    ReportDetail,
    ReportInput,
    ReportRow,
    WordsInput,
)
from tracker.api.views.base import Resource
from tracker.models import Evidence, FollowUpReport, ReportLine, ReportStep
from tracker.report_lines import Line, Measure
from tracker.reports import Words
from tracker.statuses import Status

PARAGRAPH = "occurrence__assignment__item__clause__paragraph"
ITEM = f"{PARAGRAPH}__resolution"
BODY_FIELDS = tuple(Words.__dataclass_fields__)


class Reports(Resource):
    """Follow-up reports. A draft is seen by its entity only."""

    model = FollowUpReport
    serializer_class = ReportRow
    detail_class = ReportDetail
    filterset_class = ReportFilter
    orderings = {
        "created": ("created_at",),
        "updated": ("updated_at",),
        "submitted": ("submitted_at",),
        "period": ("period_to",),
        "entity": ("entity__name",),
    }
    default_ordering = "-created"
    lookup_value_regex = "[0-9]+"

    def rows(self) -> QuerySet[FollowUpReport]:
        """Return the reports the caller may see."""
        visible = FollowUpReport.objects.visible_to(self.person, on=self.today)
        return visible.select_related("entity", "author", "reviewed_by").prefetch_related(
            Prefetch("lines", ReportLine.objects.select_related(ITEM))
        )

    def details(self) -> QuerySet[FollowUpReport]:
        """Return reports with their lines, evidence and steps."""
        lines = ReportLine.objects.select_related(
            ITEM, "occurrence__assignment__entity", "version"
        ).prefetch_related("measures__indicator", f"{PARAGRAPH}__texts")
        return (
            self.rows()
            .prefetch_related(None)
            .prefetch_related(
                Prefetch("lines", lines),
                Prefetch("evidence", Evidence.objects.defer("content").select_related("added_by")),
                Prefetch("steps", ReportStep.objects.select_related("by")),
            )
        )

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found

    @extend_schema(request=ReportInput, responses={201: ReportDetail})
    def create(self, request: Request) -> Response:
        """Write the draft of a report."""
        given = ReportInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = given.validated_data
        report = reports.draft(
            entity=values["entity"],
            by=self.person,
            words=Words(**{name: values[name] for name in BODY_FIELDS if name in values}),
            lines=self._lines(values["lines"], values["entity"]),
            cycle=values.get("cycle"),
        )
        location = request.build_absolute_uri(f"{request.path}{report.pk}/")
        return Response(
            ReportDetail(self.one(str(report.pk))).data,
            status.HTTP_201_CREATED,
            headers={"Location": location},
        )

    @extend_schema(request=WordsInput, responses=ReportDetail)
    def update(self, request: Request, reference: str) -> Response:
        """Write a draft, or a report that was sent back, anew; what is left out becomes empty."""
        return self._edit(self.one(reference), request, partial_=False)

    @extend_schema(request=WordsInput, responses=ReportDetail)
    def partial_update(self, request: Request, reference: str) -> Response:
        """Change parts of a draft or of a report that was sent back. Lines are replaced as a whole."""
        return self._edit(self.one(reference), request, partial_=True)

    @extend_schema(request=CommentInput, responses=ReportDetail)
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, reference: str) -> Response:
        """Hand a draft in for review."""
        report = self.one(reference)
        said = _read(CommentInput, request)
        reports.submit(report=report, by=self.person, seen=said.get("seen"))
        return self._told(report)

    @extend_schema(request=CommentInput, responses=ReportDetail)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, reference: str) -> Response:
        """Accept a submitted report: its lines take effect, all or none."""
        return self._comment(reference, request, reports.accept)

    @extend_schema(request=CommentInput, responses=ReportDetail)
    @action(detail=True, methods=["post"], url_path="send-back")
    def send_back(self, request: Request, reference: str) -> Response:
        """Send a submitted report back, with a comment that says what is to be mended."""
        return self._comment(reference, request, reports.send_back)

    @extend_schema(request=CommentInput, responses=ReportDetail)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, reference: str) -> Response:
        """Withdraw a report that is not accepted."""
        return self._comment(reference, request, reports.withdraw)

    @extend_schema(request=ReasonInput, responses=ReportDetail)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, reference: str) -> Response:
        """Open an accepted report again, with the reason."""
        report = self.one(reference)
        reports.reopen(report=report, by=self.person, **_read(ReasonInput, request))
        return self._told(report)

    def _comment(self, reference: str, request: Request, door: Callable[..., None]) -> Response:
        report = self.one(reference)
        door(report=report, by=self.person, **_read(CommentInput, request))
        return self._told(report)

    def _told(self, report: FollowUpReport) -> Response:
        return Response(ReportDetail(self.one(str(report.pk))).data)

    def _edit(self, report: FollowUpReport, request: Request, *, partial_: bool) -> Response:
        given = WordsInput(data=request.data, partial=partial_)
        given.is_valid(raise_exception=True)
        values = given.validated_data
        held = {name: getattr(report, name) for name in BODY_FIELDS} if partial_ else {}
        words = Words(**{**held, **{name: values[name] for name in BODY_FIELDS if name in values}})
        lines = (
            self._lines(values["lines"], report.entity)
            if "lines" in values
            else [_line_again(line) for line in report.lines.all()]
        )
        reports.edit(report=report, by=self.person, words=words, lines=lines)
        return self._told(report)

    def _lines(self, given: Sequence[dict[str, Any]], entity: Entity) -> list[Line]:
        """Return the lines as the door takes them; a faulty one is named by its place."""
        lines, faults = [], {}
        find = partial(occurrence_answered, entity=entity, by=self.person, on=self.today)
        for place, line in enumerate(given):
            try:
                lines.append(_line(line, find))
            except ValidationError as error:
                faults[str(place)] = error.detail
        if faults:
            raise ValidationError({"lines": faults})
        return lines


def _read(form: type[CommentInput] | type[ReasonInput], request: Request) -> dict[str, Any]:
    given = form(data=request.data)
    given.is_valid(raise_exception=True)
    values: dict[str, Any] = given.validated_data
    return values


def _line(given: dict[str, Any], find: Callable[..., Any]) -> Line:
    return Line(
        occurrence=find(item=given.get("item", ""), occurrence=given.get("occurrence")),
        proposed_status=Status(given["proposed_status"]),
        effective_on=given["effective_on"],
        percentage=given.get("percentage"),
        note=given["note"],
        measures=tuple(Measure(**told) for told in given["measures"]) if "measures" in given else None,
        seen=given.get("words"),
    )


def _line_again(line: ReportLine) -> Line:
    return Line(
        occurrence=line.occurrence,
        proposed_status=Status(line.proposed_status),
        effective_on=line.effective_on,
        percentage=line.percentage,
        note=line.note,
    )
