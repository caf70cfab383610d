"""Evidence over the API: files byte for byte, symbols and links, and who may fetch them."""

import hashlib
import io
from typing import Any

import pytest

from tests.tracker.api.register import register
from tests.tracker.api.test_reports import REPORTS, body
from tracker.models import Evidence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def url(as_, secretariat) -> str:
    """Give the address of the evidence of a draft."""
    register()
    made = as_(secretariat).post(REPORTS, body(), format="json").json()
    return f"{REPORTS}{made['id']}/evidence/"


def sent(**changes: Any) -> dict[str, Any]:
    whole = {"title": "The report", "speaks_for": "2021-02-01", "symbol": "E/2021/9", **changes}
    return {name: value for name, value in whole.items() if value is not None}


def a_file(data: bytes, name: str = "report.pdf") -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        (sent(title=None), "title", "required"),
        (sent(title=" "), "title", "blank"),
        (sent(speaks_for="2021-03-02"), "speaks_for", "lies in the future"),
        (sent(symbol=None), "file", "exactly one of"),
        (sent(url="https://example.org"), "file", "exactly one of"),
        (sent(symbol=None, url="javascript:alert(1)"), "url", "no web address"),
        (sent(revises=1), "revises", "Only a file"),
        (sent(colour="green"), "colour", "There is no field “colour”"),
    ],
)
def test_evidence_that_cannot_be_is_refused_with_its_field(as_, secretariat, url, given, field, words):
    response = as_(secretariat).post(url, given, format="json")
    assert response.status_code == 400
    assert words in {fault["field"]: fault["message"] for fault in response.json()["errors"]}[field]
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "The file is empty"), (b"x" * (20 * 2**20 + 1), "at most 20 MB are kept")],
    ids=["empty", "too large"],
)
def test_a_file_that_cannot_be_kept_is_refused(as_, secretariat, url, data, words):
    response = as_(secretariat).post(url, sent(symbol=None, file=a_file(data)), format="multipart")
    assert response.status_code == 400
    assert words in response.json()["errors"][0]["message"]
    assert response.json()["errors"][0]["field"] == "file"


@pytest.mark.parametrize("person", ["viewer", "reviewer", "norway"])
def test_who_may_not_see_a_draft_finds_no_evidence_of_it(as_, request, secretariat, url, person):
    as_(secretariat).post(url, sent(symbol=None, file=a_file(b"%PDF-1")), format="multipart")
    other = as_(request.getfixturevalue(person))
    number = Evidence.objects.get().pk
    assert other.post(url, sent(), format="json").status_code == 404
    for address in (url, f"/api/v1/evidence/{number}/", f"/api/v1/evidence/{number}/content/"):
        assert other.get(address).status_code == 404
    assert other.get("/api/v1/evidence/").json()["count"] == 0


def test_a_reviewer_sees_the_evidence_of_a_submitted_report_and_adds_none(as_, secretariat, reviewer, url):
    as_(secretariat).post(url, sent(), format="json")
    as_(secretariat).post(url.replace("evidence", "submit"), {}, format="json")
    assert as_(reviewer).get(url).json()["count"] == 1
    assert as_(reviewer).post(url, sent(), format="json").status_code == 403


def test_a_file_comes_back_byte_for_byte_and_no_browser_opens_it(as_, secretariat, url):
    data = b"<script>alert(1)</script>\0\xff"
    made = as_(secretariat).post(
        url, sent(symbol=None, file=a_file(data, 'Überblick "1".html')), format="multipart"
    )
    assert made.status_code == 201
    assert made.json()["sha256"] == hashlib.sha256(data).hexdigest()
    assert made.json()["size"] == len(data)
    response = as_(secretariat).get(f"/api/v1/evidence/{made.json()['id']}/content/")
    assert b"".join(response.streaming_content) == data
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_file_may_take_the_place_of_an_earlier_one(as_, secretariat, url):
    first = as_(secretariat).post(url, sent(symbol=None, file=a_file(b"1")), format="multipart").json()
    again = sent(symbol=None, file=a_file(b"2"), revises=first["id"])
    assert as_(secretariat).post(url, again, format="multipart").json()["revises"] == first["id"]
    wrong = sent(symbol=None, file=a_file(b"3"), revises=99)
    response = as_(secretariat).post(url, wrong, format="multipart")
    assert "has no evidence 99" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    ("given", "kind"),
    [(sent(), "document"), (sent(symbol=None, url="https://example.org/a"), "link")],
    ids=["symbol", "link"],
)
def test_a_symbol_and_a_link_have_no_content(as_, secretariat, url, given, kind):
    made = as_(secretariat).post(url, given, format="json").json()
    assert made["kind"] == kind
    response = as_(secretariat).get(f"/api/v1/evidence/{made['id']}/content/")
    assert response.status_code == 404
    assert "is no file" in response.json()["detail"]


def test_the_evidence_of_a_report_is_a_list_like_every_other(as_, secretariat, url):
    for title in ("One", "Two", "Three"):
        as_(secretariat).post(url, sent(title=title), format="json")
    page = as_(secretariat).get(f"{url}?page_size=2").json()
    assert [row["title"] for row in page["results"]] == ["One", "Two"]
    assert [row["title"] for row in as_(secretariat).get(page["next"]).json()["results"]] == ["Three"]
    csv = b"".join(as_(secretariat).get(f"{url}?format=csv").streaming_content).decode()
    assert len(csv.splitlines()) == 4
