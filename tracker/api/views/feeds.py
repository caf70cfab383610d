"""Feeds: secret addresses under which a calendar or a reader fetches what the caller may see."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import feeds
from tracker.api.attention_filters import FeedFilter
from tracker.api.serializers.feeds import FeedInput, FeedOpened, FeedRow
from tracker.api.views.base import Numbered, read
from tracker.models import Feed


class Feeds(Numbered):
    """The caller's open feeds; their addresses are told once, when they are opened."""

    model = Feed
    serializer_class = detail_class = FeedRow
    filterset_class = FeedFilter
    orderings = {"created": ("created_at",)}
    default_ordering = "-created"

    def rows(self) -> QuerySet[Feed]:
        """Return the caller's own."""
        return feeds.feeds_of(self.person)

    @extend_schema(request=FeedInput, responses={201: FeedOpened})
    def create(self, request: Request) -> Response:
        """Open a feed, or renew its address; the old one stops at once. Keep the addresses secret."""
        feed, secret = feeds.open_feed(by=self.person, **read(FeedInput, request))
        told = {**FeedRow(feed).data, **feeds.addresses(secret)}
        return Response(told, status.HTTP_201_CREATED, headers={"Cache-Control": "no-store"})

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, reference: str) -> Response:
        """Close a feed for ever."""
        feeds.revoke(feed=self.one(reference), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)
