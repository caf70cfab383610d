"""The way in: the list of resources, and a token for a name and a pass phrase."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from tracker.api.access import MaySee
from tracker.models import ActionItem

RESOURCES = (
    "resolutions",
    "paragraphs",
    "action-items",
    "assignments",
    "reports",
    "evidence",
    "indicators",
    "indicator-values",
    "states",
    "relations",
    "relation-proposals",
    "retirements",
    "comments",
    "watches",
    "saved-filters",
    "feeds",
    "notices",
    "taken-readings",
    "handovers",
    "cycles",
    "bulk-jobs",
    "bulk-refusals",
    "imports",
    "entities",
    "verbs",
    "organs",
)


class Index(APIView):
    """The resources of version 1."""

    model = ActionItem
    permission_classes = [IsAuthenticated, MaySee]

    @extend_schema(responses={200: {"type": "object", "additionalProperties": {"type": "string"}}})
    def get(self, request: Request) -> Response:
        """Answer with the address of each list."""
        return Response({name: reverse(f"api-{name}-list", request=request) for name in RESOURCES})


class TokenAnswer(serializers.Serializer[Any]):
    """The token to send as `Authorization: Token …`."""

    token = serializers.CharField()


class Token(ObtainAuthToken):
    """A person's token; ten attempts a minute from one address."""

    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "token"

    @extend_schema(responses={200: TokenAnswer}, auth=[])
    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Answer with the caller's token, the same one each time."""
        return super().post(request, *args, **kwargs)
