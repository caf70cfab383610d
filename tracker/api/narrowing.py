"""How a list is narrowed by its parameters, and how they are described."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from django_filters.utils import translate_validation
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from resolutions.models import Entity, Organ
from tracker.filter_fields import FlagFilter, VocabularyFilter, WordFilter
from tracker.filters import entity_key, organ_code
from tracker.querysets import Person

Rows = QuerySet[Any]


def organ_filter(path: str) -> VocabularyFilter:
    """Return a filter by an organ's code."""
    return VocabularyFilter(
        field_name=path,
        label="Code of the organ",
        what="organ",
        offered=tuple,
        known=organ_code,
        words=lambda: Organ.objects.values_list("code", flat=True),
    )


def entity_filter(**options: Any) -> VocabularyFilter:
    """Return a filter by an entity's key."""
    return VocabularyFilter(
        what="entity with the key",
        offered=tuple,
        known=entity_key,
        words=lambda: Entity.objects.values_list("key", flat=True),
        **options,
    )


class ListFilter(filters.FilterSet):
    """The base of the filters.

    Args:
        data: the query parameters.
        queryset: what is narrowed.
        user: who asks.
        on: the day on which due and overdue are asked.
    """

    def __init__(
        self, data: Mapping[str, Any], queryset: Rows, *, user: Person, on: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(data, queryset, **kwargs)
        self.user, self.on = user, on


class Narrowing(BaseFilterBackend):
    """Narrows a list by the view's filter class."""

    def filter_queryset(self, request: Request, queryset: Rows, view: Any) -> Rows:
        """Return what meets the parameters.

        Raises:
            ValidationError: a value that cannot be read, with the nearest that can.
        """
        chosen = view.filterset_class(request.query_params, queryset, user=request.user, on=view.today)
        if not chosen.is_valid():
            raise translate_validation(chosen.errors)
        narrowed: Rows = chosen.qs
        return narrowed

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the parameters for the OpenAPI document."""
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": f"{chosen.label}.",
                "schema": _schema(chosen),
            }
            for name, chosen in view.filterset_class.base_filters.items()
        ]


def _schema(chosen: filters.Filter) -> dict[str, Any]:
    if isinstance(chosen, WordFilter):
        return {"type": "string", "enum": [str(value) for value, _ in chosen.extra["words"]]}
    if isinstance(chosen, FlagFilter):
        return {"type": "boolean"}
    if isinstance(chosen, filters.DateFilter):
        return {"type": "string", "format": "date"}
    return {"type": "integer"} if isinstance(chosen, filters.NumberFilter) else {"type": "string"}
