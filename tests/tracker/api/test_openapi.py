"""The OpenAPI document: whole, without warnings, and true to what is answered."""

import io
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from django.core.management import call_command

from tests.tracker.api.test_access import NARROWED, PUBLIC, address  # noqa: F401 - a fixture
from tracker.api.views.entry import RESOURCES

FILES = ("content/", "export/")  # answered with a file, which JSON Schema does not describe
METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """Give the document, made as the command does that fails on any warning."""
    out = io.StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    told: dict[str, Any] = yaml.safe_load(out.getvalue())
    return told


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    ]


def test_every_resource_is_described(document):
    assert {f"/api/v1/{name}/" for name in RESOURCES} < set(document["paths"])


def test_every_operation_says_what_it_does_and_how_it_refuses(document):
    for method, path, operation in operations(document):
        assert operation["description"], path
        refusals = {code: told for code, told in operation["responses"].items() if code >= "400"}
        assert "400" in refusals, path
        assert path == "/api/v1/token/" or {"401", "403"} < set(refusals), path
        assert method in ("get", "delete") or {"413", "415"} < set(refusals), path
        assert all(list(told["content"]) == ["application/problem+json"] for told in refusals.values())


def test_every_list_is_offered_as_csv_and_names_its_parameters(document):
    for name in RESOURCES:
        operation = document["paths"][f"/api/v1/{name}/"]["get"]
        assert set(operation["responses"]["200"]["content"]) == {"application/json", "text/csv"}
        names = {parameter["name"] for parameter in operation["parameters"]}
        assert {"ordering", "page_size", "cursor", "count", "format", "bom"} <= names
        assert all(parameter["description"] for parameter in operation["parameters"])


def test_every_body_that_is_sent_comes_with_an_example(document):
    for method, path, operation in operations(document):
        for media, content in operation.get("requestBody", {}).get("content", {}).items():
            partial = method in ("put", "patch") or path == "/api/v1/token/"
            assert partial or media != "application/json" or content["examples"], path


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_what_is_answered_is_what_is_described(document, as_, secretariat, address):  # noqa: F811
    checked = 0
    for path in [*PUBLIC, *NARROWED]:
        if path.endswith(FILES):
            continue
        described = document["paths"][template(path)]["get"]["responses"]["200"]["content"]
        schema = {**described["application/json"]["schema"], "components": closed(document)}
        answered = as_(secretariat).get(address(path)).json()
        jsonschema.validate(answered, schema, format_checker=jsonschema.FormatChecker())
        checked += 1
    assert checked == len(PUBLIC) + len(NARROWED) - len(FILES)


def test_a_field_that_is_not_described_would_be_noticed(document):
    schema = {"$ref": "#/components/schemas/VerbRow", "components": closed(document)}
    with pytest.raises(jsonschema.ValidationError, match="surprise"):
        jsonschema.validate({"surprise": 1}, schema)


def template(path: str) -> str:
    """Return the path as the document writes it, with its reference left open."""
    resource, _, rest = path.partition("/")
    if not rest:
        return f"/api/v1/{path}"
    return f"/api/v1/{resource}/{{reference}}/{'evidence/' if rest.endswith('evidence/') else ''}"


def closed(document: dict[str, Any]) -> dict[str, Any]:
    """Return the components such that a property nobody described is an error."""
    schemas = document["components"]["schemas"]
    return {"schemas": {name: {**schema, "additionalProperties": False} for name, schema in schemas.items()}}


@pytest.mark.django_db
def test_the_document_is_for_those_who_are_known(anonymous, as_, viewer):
    assert anonymous.get("/api/schema/").status_code == 401
    assert as_(viewer).get("/api/schema/").status_code == 200
    assert anonymous.get("/api/docs/").status_code == 302
