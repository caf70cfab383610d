"""What the caller is told, and how often mail brings it."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import notices
from tracker.api.attention_filters import NoticeFilter
from tracker.api.parameters import check_parameters
from tracker.api.serializers.attention import (
    NoticeRow,
    PreferenceInput,
    PreferenceRow,
    ReadAnswer,
    ReadInput,
)
from tracker.api.views.base import Numbered, read
from tracker.models import Notice, NoticePreference
from tracker.refusals import NotAllowed


class Notices(Numbered):
    """What the caller is told, as far as they may still see it."""

    model = Notice
    serializer_class = detail_class = NoticeRow
    filterset_class = NoticeFilter
    orderings = {"created": ("created_at",)}
    default_ordering = "-created"

    def rows(self) -> QuerySet[Notice]:
        """Return the caller's own."""
        seen = notices.seen_by(self.person, on=self.today)
        return seen.select_related("item__clause__paragraph__resolution")

    @extend_schema(request=ReadInput, responses=ReadAnswer)
    @action(detail=False, methods=["post"], url_path="read")
    def mark_read(self, request: Request) -> Response:
        """Mark one as read, or all up to one."""
        given = read(ReadInput, request)
        try:
            return Response({"read": notices.mark_read(by=self.person, **given)})
        except NotAllowed as refused:
            raise NotFound(refused.message) from refused


class Preference(Numbered):
    """How often mail brings what is new to the caller."""

    model = NoticePreference
    detail_class = serializer_class = PreferenceRow
    filter_backends = []

    @extend_schema(responses=PreferenceRow)
    def show(self, request: Request) -> Response:
        """Answer with the caller's own choice; who made none gets one mail a day."""
        check_parameters(request.query_params, ["format"])
        return Response(PreferenceRow(notices.preference_of(self.person)).data)

    @extend_schema(request=PreferenceInput, responses=PreferenceRow)
    def choose(self, request: Request) -> Response:
        """Choose how often mail comes; what is not named stays."""
        held = PreferenceRow(notices.preference_of(self.person)).data
        given = {**held, **read(PreferenceInput, request, partial=True)}
        return Response(PreferenceRow(notices.prefer(by=self.person, **given)).data)
