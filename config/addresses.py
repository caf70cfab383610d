"""Addresses that can mean nothing are refused before a page asks the database about them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

# The API says in its own form which of its parameters is wrong.
ANSWERS_ITSELF = "/api/"


def refuse_null(get_response: Answer) -> Answer:
    """Return the middleware that refuses null characters: PostgreSQL knows none, so nothing has one."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if _has_null(request) and not request.path_info.startswith(ANSWERS_ITSELF):
            return HttpResponse(
                "The address holds a null character (%00), which no symbol, name or text has. Take it out.",
                status=400,
                content_type="text/plain; charset=utf-8",
            )
        return get_response(request)

    return answer


def _has_null(request: HttpRequest) -> bool:
    return "\0" in request.path_info or "%00" in request.META["QUERY_STRING"]
