"""Pages of a list as a caller walks them."""

import random
from typing import Any

import pytest

from resolutions.models import Resolution, Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(as_, viewer):
    return as_(viewer)


def told(response: Any) -> tuple[int, dict[str, str]]:
    return response.status_code, {fault["field"]: fault["message"] for fault in response.json()["errors"]}


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("page_size=0", "page_size", "Give 1 to 1000"),
        ("page_size=1001", "page_size", "Give 1 to 1000"),
        ("page_size=many", "page_size", "“many” is no page size"),
        ("page_size=٣", "page_size", "is no page size"),
        ("page_size=", "page_size", "is no page size"),
        ("count=all", "count", "Known here: exact, none"),
        ("ordering=lema", "ordering", "Did you mean “lemma”?"),
        ("ordering=lemma,", "ordering", "Known here: lemma, type"),
        ("cursor=nonsense", "cursor", "cannot be read"),
        ("cursor=", "cursor", "cannot be read"),
        ("page=2", "page", "There is no parameter “page”. Did you mean “page_size”?"),
        ("page_size=2&page_size=3", "page_size", "given 2 times"),
    ],
)
def test_a_page_that_cannot_be_is_refused_with_what_can(reader, query, field, words):
    status, faults = told(reader.get(f"/api/v1/verbs/?{query}"))
    assert status == 400
    assert words in faults[field]


def test_a_cursor_that_was_tampered_with_is_refused(reader):
    following = reader.get("/api/v1/verbs/?page_size=2").json()["next"]
    status, faults = told(reader.get(following.replace("cursor=W", "cursor=X")))
    assert (status, list(faults)) == (400, ["cursor"])


@pytest.mark.parametrize(
    "other", ["/api/v1/verbs/?ordering=-lemma", "/api/v1/verbs/?type=directive", "/api/v1/organs/?"]
)
def test_a_cursor_of_another_list_is_refused(reader, other):
    following = reader.get("/api/v1/verbs/?page_size=2").json()["next"]
    status, faults = told(reader.get(f"{other}&cursor={following.rpartition('cursor=')[2]}"))
    assert status == 400
    assert "belongs to another list" in faults["cursor"]


def test_a_walk_by_the_links_shows_every_row_once_and_back_again(reader):
    pages = [reader.get("/api/v1/verbs/?page_size=40").json()]
    while pages[-1]["next"]:
        pages.append(reader.get(pages[-1]["next"]).json())
    there = [row["lemma"] for page in pages for row in page["results"]]
    assert there == list(Verb.objects.order_by("lemma").values_list("lemma", flat=True))
    back = [pages[-1]]
    while back[-1]["previous"]:
        back.append(reader.get(back[-1]["previous"]).json())
    assert [row["lemma"] for page in reversed(back) for row in page["results"]] == there


def test_the_page_size_may_change_on_the_way(reader):
    following = reader.get("/api/v1/verbs/?page_size=2").json()["next"]
    page = reader.get(following.replace("page_size=2", "page_size=3")).json()
    assert len(page["results"]) == 3


def test_rows_that_share_their_time_are_walked_once_each(reader):
    dice = random.Random(1)
    Resolution.objects.bulk_create(Resolution(symbol=f"E/RES/{dice.random()}") for _ in range(300))
    Resolution.objects.update(updated_at="2021-01-01T00:00:00.123456Z")
    url, seen = "/api/v1/resolutions/?ordering=updated&page_size=70", []
    while url:
        page = reader.get(url).json()
        seen += [row["id"] for row in page["results"]]
        url = page["next"]
    assert (len(seen), len(set(seen))) == (300, 300)


@pytest.mark.parametrize(
    ("query", "counted"),
    [("", True), ("count=exact", True), ("count=none", False)],
    ids=["few", "exact", "none"],
)
def test_the_count_is_exact_or_left_out_as_asked(reader, query, counted):
    count = reader.get(f"/api/v1/verbs/?page_size=1&{query}").json()["count"]
    assert count == (Verb.objects.count() if counted else None)


def test_a_long_list_is_counted_only_on_demand(reader, monkeypatch):
    monkeypatch.setattr("tracker.api.pagination.COUNTED_AT_ONCE", 100)
    assert reader.get("/api/v1/verbs/").json()["count"] is None
    assert reader.get("/api/v1/verbs/?count=exact").json()["count"] == Verb.objects.count()


def test_the_links_stand_in_the_header_too(reader):
    response = reader.get("/api/v1/verbs/?page_size=100")
    assert response["Link"] == f'<{response.json()["next"]}>; rel="next"'
    assert 'rel="prev"' in reader.get(response.json()["next"])["Link"]
