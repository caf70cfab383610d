"""Every refusal is a problem document that says what is wrong, where, and what to do."""

import json
from http import HTTPStatus
from typing import Any

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from rest_framework.test import APIClient

from tracker.api.problems import answer, faults_of
from tracker.refusals import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db

BINARY = "application/octet-stream"


def check(response: Any, status: int) -> dict[str, Any]:
    """Check the form every problem has and return its body."""
    body: dict[str, Any] = json.loads(response.content)
    assert response["Content-Type"] == "application/problem+json"
    assert (response.status_code, body["status"]) == (status, status)
    assert body["title"] == HTTPStatus(status).phrase
    assert body["detail"]
    assert all(set(fault) == {"field", "code", "message"} for fault in body["errors"])
    return body


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/api/v1/nothing/", "There is nothing at /api/v1/nothing/"),
        ("/api/v1/reports", "Addresses end with a slash: /api/v1/reports/"),
        ("/api/", "at /api/docs/"),
        ("/api/v2/reports/", "at /api/docs/"),
    ],
)
def test_an_address_that_means_nothing_says_where_to_look(anonymous, url, words):
    assert words in check(anonymous.get(url), 404)["detail"]


@pytest.mark.parametrize(
    "reference",
    [
        "resolutions/E/RES/1900/1",
        "resolutions/a%00b",
        "resolutions/999999999999999999999999999999",
        "resolutions/٣",
        "paragraphs/E/RES/1900/1%23op1",
        "paragraphs/nothing",
        "action-items/E/RES/1900/1%23op1.1",
        "action-items/E/RES/1900/1%23op1.٣",
        "action-items/E/RES/1900/1%23op1.99999999999",
        "assignments/99",
        "reports/99",
        "reports/99/evidence",
        "reports/x/evidence",
        "evidence/99",
        "evidence/99/content",
        "imports/99",
        "entities/nobody",
        "entities/a%00b",
        "verbs/do",
        "organs/XX",
    ],
)
def test_a_reference_to_nothing_is_not_found(as_, manager, reference):
    check(as_(manager).get(f"/api/v1/{reference}/"), 404)


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("post", "/api/v1/resolutions/"),
        ("delete", "/api/v1/reports/1/"),
        ("put", "/api/v1/imports/1/"),
        ("options", "/api/v1/verbs/"),
        ("post", "/api/v1/"),
    ],
)
def test_a_method_that_is_not_offered_is_refused_with_those_that_are(as_, manager, method, url):
    response = getattr(as_(manager), method)(url)
    check(response, 405)
    assert "GET" in response["Allow"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        ('{"period_from": NaN}', "application/json", 400),
        ("[]", "application/json", 400),
        ("null", "application/json", 400),
        ("a=b", "application/x-www-form-urlencoded", 415),
        (b"\0\1", BINARY, 415),
        (b"\0\1", "no media type", 415),
    ],
    ids=["cut off", "deep", "not UTF-8", "not a number", "a list", "nothing", "a form", "binary", "nonsense"],
)
def test_a_body_that_cannot_be_read_is_refused(as_, manager, body, content_type, status):
    check(as_(manager).post("/api/v1/reports/", body, content_type=content_type), status)


@pytest.mark.parametrize("url", ["/api/v1/imports/", "/api/v1/reports/", "/api/v1/reports/1/evidence/"])
def test_a_body_that_is_declared_too_large_is_refused_unread(as_, manager, url):
    response = as_(manager).post(
        url, b"", content_type="multipart/form-data", CONTENT_LENGTH=str(200 * 2**20)
    )
    assert "25 MB" in check(response, 413)["detail"]


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("sttus=implemented", "sttus", "Did you mean “status”?"),
        ("status=implementd", "status", "Did you mean “implemented”?"),
        ("entity=secretary-genera", "entity", "Did you mean"),
        ("due_from=yesterday", "due_from", "2021-12-31"),
        ("unassigned=maybe", "unassigned", "true"),
        ("q=a%00b", "q", "Null characters"),
        ("format=xml", "format", "Known here: json, csv."),
        ("ordering=urgency", "ordering", "Known here: reading"),
    ],
)
def test_a_filter_that_is_not_understood_is_named_with_the_nearest_that_is(as_, manager, query, field, words):
    faults = check(as_(manager).get(f"/api/v1/action-items/?{query}"), 400)["errors"]
    assert [fault["field"] for fault in faults] == [field]
    assert words in faults[0]["message"]


def test_a_single_row_takes_no_filters(as_, manager):
    body = check(as_(manager).get("/api/v1/verbs/request/?type=directive"), 400)
    assert body["errors"][0]["field"] == "type"


def test_a_form_of_answer_that_is_not_offered_is_refused(as_, manager):
    check(as_(manager).get("/api/v1/verbs/", headers={"accept": "application/xml"}), 406)


def test_a_session_without_its_csrf_token_writes_nothing(manager):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(manager)
    assert "CSRF" in check(client.post("/api/v1/reports/", {}, format="json"), 403)["detail"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused("The period ends before it begins.", field="period_to", code="order"), 400),
        (NotAllowed("You may not report for Norway.", field="entity"), 403),
        (Conflict("Somebody changed this meanwhile.", field="state"), 409),
    ],
)
def test_a_doors_refusal_keeps_its_field_its_code_and_its_words(error, status):
    body = check(answer(error, {}), status)
    assert body["errors"] == [{"field": error.field, "code": error.code, "message": error.message}]


def test_an_error_of_the_program_is_logged_and_tells_nothing_of_itself(caplog):
    request = RequestFactory().get("/api/v1/verbs/")
    body = check(answer(RuntimeError("secret"), {"request": request}), 500)
    assert "secret" not in json.dumps(body)
    assert "/api/v1/verbs/ failed" in caplog.text
    assert "secret" in caplog.text


def test_a_silent_database_is_told_as_such():
    response = answer(OperationalError("gone"), {})
    check(response, 503)
    assert response["Retry-After"] == "10"


@pytest.mark.parametrize(
    ("detail", "fields"),
    [
        ({"title": ["Missing."]}, ["title"]),
        ({"lines": {"0": {"item": ["Unknown."]}}}, ["lines.0.item"]),
        ({"lines": [{}, {"item": ["Unknown."]}]}, ["lines.1.item"]),
        ({"lines": {0: {"non_field_errors": ["Both."]}}}, ["lines.0"]),
        ({"non_field_errors": ["Both."]}, [""]),
        (["Whole."], [""]),
    ],
)
def test_nested_errors_are_named_by_their_place(detail, fields):
    assert [fault.field for fault in faults_of(detail)] == fields
