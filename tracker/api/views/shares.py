"""Who has taken which doubtful readings; taking some, and giving them back."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import shares
from tracker.api.attention_filters import TakenReadingFilter
from tracker.api.serializers.shares import (
    FreeAnswer,
    GiveBackInput,
    TakeInput,
    TakenAnswer,
    TakenReadingRow,
)
from tracker.api.views.base import Numbered, read
from tracker.doubt_queue import Narrowed
from tracker.models import TakenReading


class TakenReadings(Numbered):
    """Doubtful readings that somebody has taken to check and that are not free again yet."""

    model = TakenReading
    serializer_class = detail_class = TakenReadingRow
    filterset_class = TakenReadingFilter
    orderings = {"taken": ("taken_at",), "until": ("until",)}
    default_ordering = "until"

    def rows(self) -> QuerySet[TakenReading]:
        """Return those that the caller may be told of."""
        seen = shares.seen_by(self.person)
        return seen.select_related("by", "clause__paragraph__resolution")

    @extend_schema(request=TakeInput, responses={201: TakenAnswer})
    def create(self, request: Request) -> Response:
        """Take the worst readings of the queue that nobody has, for a day."""
        values = read(TakeInput, request)
        narrowed = Narrowed(
            kind=values.get("doubt", ""),
            organ=values["organ"].code if "organ" in values else "",
            resolution=values["resolution"].symbol if "resolution" in values else "",
        )
        taken = shares.take(narrowed=narrowed, number=values["number"], by=self.person)
        return Response({"taken": taken}, status.HTTP_201_CREATED)

    @extend_schema(request=GiveBackInput, responses=FreeAnswer)
    @action(detail=False, methods=["post"], url_path="give-back")
    def give_back(self, request: Request) -> Response:
        """Give back all that the caller has taken and not settled."""
        read(GiveBackInput, request)
        return Response({"free": shares.give_back(by=self.person)})
