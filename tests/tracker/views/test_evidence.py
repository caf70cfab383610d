"""Evidence on the page of a report: added while it is written, handed out to whoever sees the report."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import TODAY
from tests.tracker.views.conftest import YEAR
from tracker import evidence, reports
from tracker.models import Evidence, FollowUpReport
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

MUST = {
    "title": "What it is",
    "speaks_for": "Date it speaks for",
    "file": "File",
    "symbol": "or document symbol",
    "url": "or link",
}


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param({}, "Say what the evidence is.", id="nothing"),
        pytest.param({"title": "A"}, "Give the day it speaks for.", id="no day"),
        pytest.param(
            {"title": "A", "speaks_for": "2021-02-01"}, "Give one of the three", id="none of the three"
        ),
        pytest.param(
            {"title": "A", "speaks_for": "2021-02-01", "symbol": "E/1", "url": "https://example.org"},
            "Give one of the three",
            id="two of the three",
        ),
        pytest.param(
            {"title": "A", "speaks_for": "2021-03-02", "symbol": "E/1"}, "lies in the future", id="tomorrow"
        ),
    ],
)
def test_evidence_that_is_not_whole_is_refused(client: Client, draft, secretariat, sent, told):
    client.force_login(secretariat)
    data = {f"evidence-{name}": value for name, value in sent.items()}
    answer = client.post(f"/reports/{draft.pk}/evidence/", data)
    assert told in answer.content.decode()
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("page", ["the report", "a new report"])
def test_what_a_piece_of_evidence_must_have_is_not_called_optional(client: Client, draft, secretariat, page):
    client.force_login(secretariat)
    number = draft.lines.get().occurrence_id
    address = f"/reports/{draft.pk}/" if page == "the report" else f"/reports/new/?occurrence={number}"
    words = client.get(address).content.decode()
    labels = {name: re.search(rf'<label for="id_evidence-{name}">(.*?)</label>', words) for name in MUST}
    assert {name: label and label[1].strip() for name, label in labels.items()} == MUST


def test_a_document_and_a_link_are_added_to_a_draft(client: Client, draft, secretariat):
    client.force_login(secretariat)
    for name, value in (("symbol", "E/2021/15"), ("url", "https://example.org/report")):
        data = {"evidence-title": name, "evidence-speaks_for": "2021-02-01", f"evidence-{name}": value}
        client.post(f"/reports/{draft.pk}/evidence/", data)
    assert [(e.symbol, e.url) for e in Evidence.objects.all()] == [
        ("E/2021/15", ""),
        ("", "https://example.org/report"),
    ]


def test_evidence_cannot_be_slipped_in_during_review(client: Client, submitted, secretariat):
    client.force_login(secretariat)
    data = {"evidence-title": "A", "evidence-speaks_for": "2021-02-01", "evidence-symbol": "E/2021/15"}
    assert client.post(f"/reports/{submitted.pk}/evidence/", data).status_code == 403


@pytest.fixture
def file(draft: FollowUpReport, secretariat) -> Evidence:
    return evidence.add_file(
        report=draft,
        by=secretariat,
        title="A page",
        speaks_for=TODAY,
        name="rapport “été”.html",
        data=b"<script>alert(1)</script>",
        media_type="text/html",
    )


def test_a_file_is_handed_out_to_be_saved_and_can_run_nothing(client: Client, file, secretariat):
    client.force_login(secretariat)
    answer = client.get(f"/evidence/{file.pk}/")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''rapport")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_media_type_that_is_none_becomes_plain_bytes(client: Client, file, secretariat):
    Evidence.objects.update(media_type="text/html\r\nX-Evil: yes")
    client.force_login(secretariat)
    assert client.get(f"/evidence/{file.pk}/")["Content-Type"] == "application/octet-stream"


def test_evidence_of_a_report_one_cannot_see_does_not_exist(client: Client, file, norway, reviewer):
    for user in (norway, reviewer):
        client.force_login(user)
        assert client.get(f"/evidence/{file.pk}/").status_code == 404


def test_a_newer_file_takes_the_place_of_an_older_one_and_both_are_shown(
    client: Client, draft, secretariat, file
):
    client.force_login(secretariat)
    said = {"evidence-title": "A page, corrected", "evidence-speaks_for": "2021-02-01"}
    revises = {"evidence-revises": str(file.pk)}
    no_file = client.post(f"/reports/{draft.pk}/evidence/", said | revises | {"evidence-symbol": "E/2021/15"})
    assert "Only a file takes the place of another." in no_file.content.decode()
    upload = SimpleUploadedFile("page.html", b"<p>Corrected</p>", "text/html")
    client.post(f"/reports/{draft.pk}/evidence/", said | revises | {"evidence-file": upload})
    newer = Evidence.objects.get(title="A page, corrected")
    assert newer.revises == file
    shown = client.get(f"/reports/{draft.pk}/").content.decode()
    assert "takes the place of “A page”" in shown
    assert "replaced since" in shown
    assert newer.sha256 in shown
    assert file.sha256 in shown


def test_a_file_of_another_report_cannot_be_replaced(client: Client, asked, draft, secretariat, file):
    other = reports.draft(
        entity=draft.entity,
        by=secretariat,
        words=reports.Words(*YEAR, "Another round."),
        lines=[reports.Line(asked, Status.IN_PROGRESS, TODAY)],
    )
    client.force_login(secretariat)
    upload = SimpleUploadedFile("page.html", b"<p>Corrected</p>", "text/html")
    said = {"evidence-title": "B", "evidence-speaks_for": "2021-02-01", "evidence-revises": str(file.pk)}
    client.post(f"/reports/{other.pk}/evidence/", said | {"evidence-file": upload})
    assert not Evidence.objects.filter(revises=file).exists()
