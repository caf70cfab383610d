"""Every refusal of the API in one form: `application/problem+json` (RFC 9457), whatever raised it.

    {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": "…",
     "errors": [{"field": "lines.0.percentage", "code": "max_value", "message": "…"}]}

`field` names the input as it was sent, with dots into nested ones; it is empty where a refusal concerns
the whole request.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.views import set_rollback

from tracker.refusals import Conflict, NotAllowed, Refused

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
WRONG_INPUT = "The request was not carried out; `errors` says which input is wrong and why."


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: with which input, as a word for programs, and as a sentence for people."""

    field: str
    code: str
    message: str


class TooLarge(APIException):
    """A body larger than this server reads."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"


def problem(status: int, detail: str, faults: Iterable[Fault] = ()) -> HttpResponse:
    """Return a problem response."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [asdict(fault) for fault in faults],
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def answer(error: Exception, context: Mapping[str, Any]) -> HttpResponse:
    """Turn whatever a view raised into a problem; it is the framework's exception handler.

    An error of this program is logged with its trace and told as a 500 without any detail of it.
    """
    set_rollback()
    if isinstance(error, Refused):
        return _refusal(error)
    if isinstance(error, ValidationError):
        return problem(error.status_code, WRONG_INPUT, faults_of(error.detail))
    if isinstance(error, APIException):
        return _framework_refusal(error)
    return _other(error, context)


def _refusal(error: Refused) -> HttpResponse:
    status = HTTPStatus.BAD_REQUEST
    if isinstance(error, NotAllowed):
        status = HTTPStatus.FORBIDDEN
    elif isinstance(error, Conflict):
        status = HTTPStatus.CONFLICT
    return problem(status, error.message, [Fault(error.field, error.code, error.message)])


def _framework_refusal(error: APIException) -> HttpResponse:
    detail = error.detail if isinstance(error.detail, ErrorDetail) else ErrorDetail(str(error.detail))
    response = problem(error.status_code, detail, [Fault("", detail.code or "error", detail)])
    if challenge := getattr(error, "auth_header", ""):
        response["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(int(wait))
    return response


def _other(error: Exception, context: Mapping[str, Any]) -> HttpResponse:
    if isinstance(error, Http404):
        return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address, or you may not see it.")
    if isinstance(error, PermissionDenied):
        return problem(HTTPStatus.FORBIDDEN, str(error) or "You may not do this.")
    if isinstance(error, RequestDataTooBig):
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is larger than this server reads.")
    if isinstance(error, SuspiciousOperation):
        return problem(HTTPStatus.BAD_REQUEST, "The request cannot be read.")
    logger.error("%s failed", getattr(context.get("request"), "path", "A request"), exc_info=error)
    if isinstance(error, OperationalError):
        response = problem(HTTPStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again.")
        response["Retry-After"] = "10"
        return response
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "An error in this program stopped the request; it was logged. Tell an administrator the time.",
    )


def faults_of(detail: Any, field: str = "") -> Iterator[Fault]:
    """Walk the framework's nested errors and name each place with dots: `lines.0.percentage`."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            within = "" if name == "non_field_errors" else str(name)
            yield from faults_of(inner, ".".join(part for part in (field, within) if part))
    elif isinstance(detail, list) and not all(isinstance(inner, str) for inner in detail):
        for place, inner in enumerate(detail):
            yield from faults_of(inner, f"{field}.{place}" if field else str(place))
    else:
        for message in detail if isinstance(detail, list) else [detail]:
            yield Fault(field, getattr(message, "code", "invalid"), str(message))


def no_such_address(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer an address under /api/ that means nothing, with a hint where only the last slash is missing."""
    hint = "The list of resources is at /api/v1/, their description at /api/docs/."
    if not request.path.endswith("/") and _leads_somewhere(f"{request.path}/"):
        hint = f"Addresses end with a slash: {request.path}/"
    return problem(HTTPStatus.NOT_FOUND, f"There is nothing at {request.path}. {hint}")


def _leads_somewhere(path: str) -> bool:
    try:
        return resolve(path).func is not no_such_address
    except Resolver404:
        return False
