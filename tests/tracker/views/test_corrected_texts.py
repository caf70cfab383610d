"""A corrected text that comes in while somebody writes a report."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.builders import asks, paragraph, reading, tracked
from tests.tracker.views.report_pages import filled, new, occurrence
from tracker.models import FollowUpReport, ReportLine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

THEN = "Requests the Secretary-General to report on fish"
NOW = "Requests the Secretary-General to report every year on fish & forests"


def comes_in(words: str, *, file: str) -> None:
    tracked(reading("E/RES/2020/1", paragraph("1", asks(words))), file=file)


@pytest.fixture
def asked(db):
    comes_in(THEN, file="one")
    return occurrence("op1")


def seen_on(page, asked) -> dict[str, str]:
    """Return what a browser sends back of the words that the page showed."""
    name = f"line-{asked.pk}-seen"
    (value,) = re.findall(rf'name="{name}" value="([^"]*)"', page.content.decode())
    return {name: html.unescape(value)}


def test_a_report_written_before_it_came_shows_both_texts_and_keeps_what_was_typed(
    client: Client, asked, secretariat
):
    client.force_login(secretariat)
    opened = seen_on(client.get(new(asked)), asked)
    comes_in(NOW, file="two")
    proof = {
        "evidence-title": "A note",
        "evidence-speaks_for": "2021-02-10",
        "evidence-file": SimpleUploadedFile("note.txt", b"They met.", "text/plain"),
    }
    note = {f"line-{asked.pk}-note": "Half is done."}
    refused = client.post(new(asked), filled(asked, deed="submit", **opened, **note, **proof))
    shown = refused.content.decode()
    assert refused.status_code == 409
    assert not FollowUpReport.objects.exists()
    assert "A corrected text came in meanwhile" in shown
    assert re.search(r"<ins>.*every year .*</ins>.*<ins>.*&amp; forests", shown)
    assert all(told in shown for told in ("Experts met twice.", "Half is done.", "Choose the file again"))

    again = filled(asked, deed="submit", **seen_on(refused, asked), **note)
    assert client.post(new(asked), again).status_code == 302
    line = ReportLine.objects.get()
    assert (line.version.number, line.note) == (2, "Half is done.")


def test_a_draft_from_before_it_says_so_when_it_is_opened(client: Client, asked, secretariat):
    client.force_login(secretariat)
    client.post(new(asked), filled(asked, **seen_on(client.get(new(asked)), asked)))
    edit = f"/reports/{FollowUpReport.objects.get().pk}/edit/"
    assert "The text was corrected meanwhile" not in client.get(edit).content.decode()
    comes_in(NOW, file="two")
    page = client.get(edit)
    assert "The text was corrected meanwhile" in page.content.decode()
    assert client.post(edit, filled(asked, **seen_on(page, asked))).status_code == 302
    assert "The text was corrected meanwhile" not in client.get(edit).content.decode()


def test_what_else_is_wrong_and_the_new_words_are_told_at_once(client: Client, asked, secretariat):
    client.force_login(secretariat)
    opened = seen_on(client.get(new(asked)), asked)
    comes_in(NOW, file="two")
    page = client.post(new(asked), filled(asked, action_taken="", **opened))
    assert (page.status_code, "The text was corrected meanwhile" in page.content.decode()) == (200, True)
    assert client.post(new(asked), filled(asked, **seen_on(page, asked))).status_code == 302
