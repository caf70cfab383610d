"""What all resources share: who may ask, what may be asked, pages, CSV, and the way to one row."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from tracker.api.access import MaySee
from tracker.api.flat import columns_of, flat
from tracker.api.keyset import Key, ordered
from tracker.api.narrowing import ListFilter
from tracker.api.negotiation import CSVRenderer
from tracker.api.pagination import PARAMETERS, read_ordering
from tracker.api.parameters import check_parameters
from tracker.api.problems import TooLarge
from tracker.api.references import numbered
from tracker.api.serializers.strict import Input
from tracker.exports import ROWS_AT_A_TIME, stream_csv

CSV_PARAMETERS = ("bom",)


class Resource(GenericViewSet[Any]):
    """Rows of one model that can be listed and looked at.

    A subclass names the model, its serializers, its filter and its orderings (name → paths), and says in
    `rows` what the caller may see, in `listed` what a list holds, and in `named` how a reference is found.
    """

    model: type[Model]
    serializer_class: type[Serializer[Any]]
    detail_class: type[Serializer[Any]]
    filterset_class: Any = ListFilter
    orderings: Mapping[str, Sequence[str]] = {}
    default_ordering = ""
    permission_classes = [IsAuthenticated, MaySee]
    lookup_url_kwarg = "reference"

    def rows(self) -> QuerySet[Any]:
        """Return what the caller may see, with what a row needs beside it."""
        raise NotImplementedError

    def details(self) -> QuerySet[Any]:
        """Return what the caller may see, with what a single one shows."""
        return self.rows()

    def listed(self) -> QuerySet[Any]:
        """Return what a list without parameters holds."""
        return self.rows()

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Narrow to the row with the reference: one or none."""
        raise NotImplementedError

    @property
    def today(self) -> dt.date:
        """The day on which due and overdue are asked."""
        return timezone.localdate()

    @property
    def person(self) -> User:
        """The caller; the gate has let nobody unknown through."""
        return cast(User, self.request.user)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse bodies that are too large before a byte of them is kept, then ask the gate."""
        largest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
        declared = request.META.get("CONTENT_LENGTH") or ""
        if declared.isdecimal() and int(declared) > largest:
            raise TooLarge(f"The request is larger than the {largest // 2**20} MB this server reads.")
        super().initial(request, *args, **kwargs)

    def get_serializer_class(self) -> type[Serializer[Any]]:
        """Return the form of a row: flat in a list, with what belongs to it alone."""
        return self.serializer_class if self.action == "list" else self.detail_class

    def get_renderers(self) -> list[Any]:
        """Offer CSV for lists."""
        return [JSONRenderer(), CSVRenderer()] if self.action == "list" else [JSONRenderer()]

    def get_queryset(self) -> QuerySet[Any]:
        """Return the rows; the OpenAPI document is made without a caller."""
        if getattr(self, "swagger_fake_view", False):
            return self.model._default_manager.none()
        return self.listed() if self.action == "list" else self.details()

    def keys(self) -> tuple[Key, ...]:
        """Return the order that the caller asks for."""
        asked = self.request.query_params.get("ordering", "")
        return read_ordering(asked, self.orderings, self.default_ordering)

    def list(self, request: Request, **kwargs: Any) -> HttpResponseBase:
        """Answer with a page, or with the whole list as CSV."""
        as_csv = request.accepted_renderer.format == "csv"
        own = CSV_PARAMETERS if as_csv else PARAMETERS
        known = ["format", "ordering", *self.filterset_class.base_filters, *own]
        check_parameters(request.query_params, known)
        rows = self.filter_queryset(self.get_queryset())
        if as_csv:
            return self._csv(rows, bom=request.query_params.get("bom") == "1")
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(self.serializer_class(page, many=True).data)

    def _csv(self, rows: QuerySet[Any], *, bom: bool) -> StreamingHttpResponse:
        columns = columns_of(self.serializer_class())
        name = self.basename.removeprefix("api-")
        return stream_csv(columns, self._flat_rows(ordered(rows, self.keys()), columns), name=name, bom=bom)

    def _flat_rows(self, rows: QuerySet[Any], columns: Sequence[str]) -> Iterator[Sequence[Any]]:
        row = self.serializer_class()
        for instance in rows.iterator(chunk_size=ROWS_AT_A_TIME):
            yield flat(row.to_representation(instance), columns)

    def retrieve(self, request: Request, reference: str) -> Response:
        """Answer with one row."""
        check_parameters(request.query_params, ["format"])
        return Response(self.detail_class(self.one(reference)).data)

    def one(self, reference: str) -> Any:
        """Return the row with the reference.

        Raises:
            NotFound: there is none, or the caller may not see it.
        """
        found = self.named(self.get_queryset(), reference).first()
        if found is None:
            name = self.model._meta.verbose_name
            raise NotFound(f"There is no {name} “{reference}”, or you may not see it.")
        return found


class Numbered(Resource):
    """Rows that are found by their number alone."""

    lookup_value_regex = "[0-9]+"

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found

    def told(self, row: Any, code: int = status.HTTP_200_OK) -> Response:
        """Answer with a row as it stands after a deed."""
        return Response(self.detail_class(self.one(str(row.pk))).data, code)


def read(form: type[Input], request: Request, *, partial: bool = False) -> dict[str, Any]:
    """Return the checked values of a body.

    Raises:
        ValidationError: it says what cannot be taken, or says nothing that is known.
    """
    given = form(data=request.data, partial=partial)
    given.is_valid(raise_exception=True)
    values: dict[str, Any] = given.validated_data
    return values
