"""Any list as CSV: the same rows as in JSON, all of them, and nothing a spreadsheet would run."""

import csv
import io
from typing import Any

import pytest

from resolutions.models import Resolution, Verb
from tests.tracker.api.register import register
from tests.tracker.api.test_reports import REPORTS, body
from tracker.api.flat import flat
from tracker.models import ActionItem, Assignment, FollowUpReport

LISTS = ["resolutions", "paragraphs", "action-items", "assignments", "reports", "evidence", "imports"]
VOCABULARY = ["entities", "verbs", "organs"]


def rows(response: Any) -> list[dict[str, str]]:
    """Return the rows of a CSV answer."""
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_a_nested_row_is_laid_flat_in_the_order_of_the_columns():
    row = {
        "id": 1,
        "occurrence": {"status": "not_started", "percentage": None},
        "doubts": ["one", "two"],
        "responses": [{"entity": "state-nor", "named": True, "status": "implemented"}],
    }
    columns = ["id", "responses", "occurrence_percentage", "occurrence_status", "doubts"]
    assert flat(row, columns) == [1, "state-nor (implemented)", None, "not_started", "one; two"]


def test_what_a_row_does_not_have_is_left_empty():
    assert flat({"id": 1, "occurrence": None}, ["id", "occurrence_status"]) == [1, None]


@pytest.mark.django_db
def test_words_that_a_spreadsheet_would_run_are_disarmed(as_, viewer):
    Verb.objects.create(lemma="=1+1", type="directive")
    assert rows(as_(viewer).get("/api/v1/verbs/?format=csv"))[0]["lemma"] == "'=1+1"


@pytest.mark.django_db
def test_a_byte_order_mark_comes_on_demand(as_, viewer):
    def starts(query: str) -> bytes:
        return b"".join(as_(viewer).get(f"/api/v1/organs/?format=csv{query}").streaming_content)[:3]

    assert starts("&bom=1") == b"\xef\xbb\xbf"
    assert starts("") == b"id,"


@pytest.mark.django_db
@pytest.mark.parametrize("resource", [*LISTS, *VOCABULARY])
def test_every_list_comes_as_csv_with_the_same_columns_full_or_empty(as_, secretariat, viewer, resource):
    def header(user: Any) -> str:
        answer = as_(user).get(f"/api/v1/{resource}/", headers={"accept": "text/csv"})
        assert answer["Content-Type"].startswith("text/csv; charset=utf-8")
        assert answer["Content-Disposition"] == f'attachment; filename="{resource}.csv"'
        return b"".join(answer.streaming_content).decode().splitlines()[0]

    empty = header(viewer)
    register()
    as_(secretariat).post(REPORTS, body(), format="json")
    assert header(secretariat) == empty
    assert empty.startswith("id,")


@pytest.mark.django_db
def test_the_count_the_rows_of_all_pages_and_the_csv_agree(as_, secretariat, viewer):
    register()
    as_(secretariat).post(REPORTS, body(), format="json")
    expected = {
        "action-items/?": ActionItem.objects.listed().count(),
        "action-items/?nature=obligation&": ActionItem.objects.obligations().count(),
        "assignments/?": Assignment.objects.standing().count(),
        "resolutions/?": Resolution.objects.count(),
        "reports/?": FollowUpReport.objects.exclude(state="draft").count(),
        "verbs/?": Verb.objects.count(),
    }
    for url, count in expected.items():
        told = as_(viewer).get(f"/api/v1/{url}page_size=1000").json()
        written = rows(as_(viewer).get(f"/api/v1/{url}format=csv"))
        assert (told["count"], len(told["results"]), len(written)) == (count, count, count)


@pytest.mark.django_db
def test_csv_keeps_filters_and_order_and_is_not_cut_into_pages(as_, viewer):
    written = rows(as_(viewer).get("/api/v1/verbs/?format=csv&ordering=-lemma"))
    assert [row["lemma"] for row in written] == list(
        Verb.objects.order_by("-lemma").values_list("lemma", flat=True)
    )
    refused = as_(viewer).get("/api/v1/verbs/?format=csv&page_size=2")
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["field"] == "page_size"


@pytest.mark.django_db
def test_an_assignment_is_one_flat_row(as_, viewer):
    register()
    row = rows(as_(viewer).get("/api/v1/assignments/?format=csv&verb=invite"))[0]
    assert (row["entity"], row["occurrence_due_to"]) == ("ms", "2021-01-31")
    assert row["responses"] == "state-nor (not_started)"
