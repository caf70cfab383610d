"""The API's pages: an opaque signed cursor over `tracker.api.keyset`, bound to the list it was made for.

`?page_size=` (50, at most 1000), `?ordering=`, `?cursor=` from the links `next` and `previous`. `count` is
exact up to 10,000 rows and null beyond, unless asked for with `?count=exact`; `?count=none` spares it.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from tracker.api.keyset import Key, Position, read_page
from tracker.api.parameters import unknown_value

PAGE_SIZE = 50
LARGEST_PAGE = 1000
COUNTED_AT_ONCE = 10_000
PARAMETERS = ("cursor", "page_size", "count")
SALT = "tracker.api.cursor"


class KeysetPagination(BasePagination):
    """Reads one page for a view that names its `orderings`."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """Return the rows of the page that the request asks for.

        Raises:
            ValidationError: a size, count or cursor that cannot be; the cursor of another list.
        """
        self.request = request
        self.count = _count(queryset, request.query_params.get("count", ""))
        position, backwards = _read_cursor(request)
        self.page = read_page(
            queryset, view.keys(), size=_size(request), position=position, backwards=backwards
        )
        return self.page.rows

    def get_paginated_response(self, data: Any) -> Response:
        """Return the rows between the links to the next and the previous page."""
        following = self._link(self.page.after, backwards=False)
        preceding = self._link(self.page.before, backwards=True)
        body = {"count": self.count, "next": following, "previous": preceding, "results": data}
        links = [f'<{url}>; rel="{rel}"' for rel, url in (("next", following), ("prev", preceding)) if url]
        return Response(body, headers={"Link": ", ".join(links)} if links else None)

    def _link(self, position: Position | None, *, backwards: bool) -> str | None:
        if position is None:
            return None
        query = self.request.query_params.copy()
        query["cursor"] = _cursor(position, backwards=backwards, request=self.request)
        return self.request.build_absolute_uri(f"{self.request.path}?{query.urlencode()}")

    def get_paginated_response_schema(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Describe the envelope for the OpenAPI document."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {
                    "type": ["integer", "null"],
                    "description": "All rows of the list; null above 10,000 unless `count=exact`.",
                },
                "next": link,
                "previous": link,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the parameters for the OpenAPI document."""
        names = [sign + name for name in view.orderings for sign in ("", "-")]
        return [
            _parameter(
                "ordering",
                f"Order of the rows: one or more, separated by commas, of {', '.join(names)}. A minus turns "
                f"an order round. Default: {view.default_ordering}.",
                {"type": "string"},
            ),
            _parameter(
                "page_size",
                "Rows a page.",
                {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
            ),
            _parameter(
                "cursor", "Where a page begins; take it from `next` or `previous`.", {"type": "string"}
            ),
            _parameter(
                "count",
                "Whether to count all rows: always, or never. Otherwise up to 10,000.",
                {"type": "string", "enum": ["exact", "none"]},
            ),
            _parameter(
                "format",
                "Form of the answer; csv gives the whole list, without pages, as `Accept: text/csv` does.",
                {"type": "string", "enum": ["json", "csv"], "default": "json"},
            ),
            _parameter(
                "bom",
                "1 puts a byte order mark before the CSV, for Excel.",
                {"type": "string", "enum": ["1"]},
            ),
        ]


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def read_ordering(asked: str, orderings: Mapping[str, Sequence[str]], default: str) -> tuple[Key, ...]:
    """Return the keys of an ordering such as `-adopted,symbol`, closed by the primary key.

    Args:
        asked: the parameter's value, empty where none was given.
        orderings: the paths behind each name that may be asked for; a path may begin with a minus.
        default: the ordering that holds without any.

    Raises:
        ValidationError: a name that is none of them, with the nearest one that is.
    """
    keys: list[Key] = []
    for term in (asked or default).split(","):
        name = term.strip().removeprefix("-")
        if name not in orderings:
            raise ValidationError({"ordering": unknown_value(name, orderings)})
        turned = term.strip().startswith("-")
        keys += [Key(path.removeprefix("-"), path.startswith("-") != turned) for path in orderings[name]]
    return (*keys, Key("pk", keys[-1].descending))


def _size(request: Request) -> int:
    given = request.query_params.get("page_size", str(PAGE_SIZE))
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:9]) <= LARGEST_PAGE):
        raise ValidationError({"page_size": f"“{given}” is no page size. Give 1 to {LARGEST_PAGE}."})
    return int(given)


def _count(queryset: QuerySet[Any], asked: str) -> int | None:
    if asked not in ("", "exact", "none"):
        raise ValidationError({"count": unknown_value(asked, ("exact", "none"))})
    if asked == "none":
        return None
    if asked == "exact":
        return queryset.order_by().count()
    few = queryset.order_by()[: COUNTED_AT_ONCE + 1].count()
    return few if few <= COUNTED_AT_ONCE else None


def _list_of(request: Request) -> str:
    """Return a fingerprint of the list a request asks for, whatever page of it."""
    asked = sorted((name, values) for name, values in request.query_params.lists() if name not in PARAMETERS)
    return hashlib.sha256(json.dumps([request.path, asked]).encode()).hexdigest()[:16]


def _cursor(position: Position, *, backwards: bool, request: Request) -> str:
    plain = [value.isoformat() if isinstance(value, dt.date) else value for value in position]
    return signing.dumps([_list_of(request), backwards, plain], salt=SALT)


def _read_cursor(request: Request) -> tuple[Position | None, bool]:
    given = request.query_params.get("cursor")
    if given is None:
        return None, False
    try:
        bound_to, backwards, position = signing.loads(given, salt=SALT)
    except signing.BadSignature:
        raise ValidationError(
            {"cursor": "This cursor cannot be read. Take it whole from `next` or `previous`."}
        ) from None
    if bound_to != _list_of(request):
        raise ValidationError(
            {"cursor": "This cursor belongs to another list: its filters or its ordering differ. Begin anew."}
        )
    return position, backwards
