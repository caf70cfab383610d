"""Handing in a resolution over the API and asking how far its reading is."""

import io
from typing import Any

import pytest

from resolutions.models import SourceFile
from tracker import tasks
from tracker.imports import run_import
from tracker.models import ImportJob

IMPORTS = "/api/v1/imports/"
TEXT = """# Resolution 2020/3

*The Economic and Social Council*,

*Recalling* its earlier resolutions,

1. *Requests* the Secretary-General to submit a report on forests;

2. *Invites* Member States to plant trees.
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def handed_over(monkeypatch) -> list[int]:
    """Give the ids that reach the broker, which the tests do without."""
    ids: list[int] = []
    monkeypatch.setattr(tasks.run_import, "delay", ids.append)
    return ids


def a_file(data: bytes, name: str = "resolution.md") -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


@pytest.mark.parametrize(
    ("form", "given", "field", "words"),
    [
        ("json", {}, "file", "Give either"),
        ("json", {"text": TEXT, "nam": "x"}, "nam", "Did you mean “name”?"),
        ("json", {"text": ""}, "text", "blank"),
        ("json", {"text": TEXT, "replaces": "perhaps"}, "replaces", "boolean"),
        ("json", {"file": "C:\\resolution.md"}, "file", "file"),
        ("multipart", {"file": a_file(b"")}, "file", "The file is empty"),
        ("multipart", {"file": a_file(TEXT.encode()), "text": TEXT}, "file", "Give either"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_with_its_field(
    as_, clerk, handed_over, form, given, field, words
):
    response = as_(clerk).post(IMPORTS, given, format=form)
    assert response.status_code == 400
    assert words in {fault["field"]: fault["message"] for fault in response.json()["errors"]}[field]
    assert not SourceFile.objects.exists()
    assert handed_over == []


def test_a_file_that_the_readers_do_not_take_for_its_size_is_refused(as_, clerk):
    response = as_(clerk).post(IMPORTS, {"file": a_file(b"x" * (24 * 2**20))}, format="multipart")
    assert response.status_code == 400
    assert response.json()["errors"][0]["code"] == "too_large"


@pytest.mark.parametrize("person", ["viewer", "norway", "reviewer", "manager"])
def test_who_may_not_add_resolutions_is_told_so(as_, request, person):
    response = as_(request.getfixturevalue(person)).post(IMPORTS, {"text": TEXT}, format="json")
    assert response.status_code == 403
    assert "You may not add resolutions" in response.json()["detail"]
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\x89PNG\0\1", "binary"), (b"Dear colleague,\n\nthank you for your letter.\n", "not_a_resolution")],
    ids=["binary", "a letter"],
)
def test_what_turns_out_to_be_no_resolution_fails_with_its_reason(as_, clerk, data, code):
    made = as_(clerk).post(IMPORTS, {"file": a_file(data)}, format="multipart")
    assert made.status_code == 202
    run_import(made.json()["id"])
    told = as_(clerk).get(made["Location"]).json()
    assert (told["state"], told["error_code"], told["resolutions"]) == ("failed", code, [])
    assert told["error"]


@pytest.mark.parametrize(
    ("form", "given", "name"),
    [
        ("json", {"text": TEXT, "name": "forests.md"}, "forests.md"),
        ("multipart", {"file": a_file(TEXT.encode(), "trees.md")}, "trees.md"),
    ],
    ids=["text", "file"],
)
def test_a_resolution_is_handed_in_and_asked_after_until_it_is_read(
    as_, clerk, handed_over, django_capture_on_commit_callbacks, form, given, name
):
    with django_capture_on_commit_callbacks(execute=True):
        made = as_(clerk).post(IMPORTS, given, format=form)
    assert (made.status_code, made.json()["state"], made.json()["file_name"]) == (202, "queued", name)
    assert made["Retry-After"] == "1"
    assert handed_over == [made.json()["id"]]
    run_import(handed_over[0])
    told: dict[str, Any] = as_(clerk).get(made["Location"]).json()
    assert (told["state"], told["progress"], told["error"]) == ("done", 100, "")
    symbol = told["resolutions"][0]
    assert told["summary"]["resolutions"][0]["outcome"] == "new"
    items = as_(clerk).get("/api/v1/action-items/", {"resolution": symbol}).json()
    assert [row["verb"] for row in items["results"]] == ["request", "invite"]


def test_the_same_file_handed_in_again_changes_nothing(as_, clerk):
    for outcome in ("new", "unchanged"):
        made = as_(clerk).post(IMPORTS, {"text": TEXT}, format="json")
        run_import(made.json()["id"])
        told = as_(clerk).get(made["Location"]).json()
        assert told["summary"]["resolutions"][0]["outcome"] == outcome
    assert SourceFile.objects.count() == 1


def test_imports_are_listed_newest_first_and_narrowed(as_, clerk, manager):
    for number in range(3):
        as_(clerk).post(IMPORTS, {"text": f"{TEXT}{number}", "name": f"{number}.md"}, format="json")
    rows = as_(clerk).get(IMPORTS).json()["results"]
    assert [row["file_name"] for row in rows] == ["2.md", "1.md", "0.md"]
    for user, mine, count in ((clerk, "true", 3), (manager, "true", 0), (manager, "false", 3)):
        assert as_(user).get(f"{IMPORTS}?mine={mine}&state=queued").json()["count"] == count


def test_a_focal_point_sees_no_imports_of_others(as_, clerk, norway):
    made = as_(clerk).post(IMPORTS, {"text": TEXT}, format="json")
    assert as_(norway).get(made["Location"]).status_code == 404
    assert as_(norway).get(IMPORTS).json()["count"] == 0
