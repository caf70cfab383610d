"""The page "Work offline": take out a worklist, bring it back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.tracker.offline.books import ANSWER, WORDS, filled
from tracker.models import FollowUpReport

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "asked")]

BOOK = "/offline/sg.xlsx"


def brought(client: Client, data: bytes):
    return client.post("/offline/", {"file": SimpleUploadedFile("worklist.xlsx", data)})


def test_an_account_without_a_role_is_turned_away(client: Client, stranger):
    client.force_login(stranger)
    assert {client.get(address).status_code for address in ("/offline/", BOOK)} == {403}
    assert brought(client, b"").status_code == 403


@pytest.mark.parametrize("who", ["viewer", "norway", "reviewer", "manager"])
def test_others_neither_take_it_out_nor_bring_it_back(client: Client, request, secretariat, who):
    client.force_login(secretariat)
    book = filled(client.get(BOOK).content, WORDS, ANSWER)
    client.force_login(request.getfixturevalue(who))
    assert client.get(BOOK).status_code == 403
    assert brought(client, book).status_code == 403
    assert not FollowUpReport.objects.exists()


@pytest.mark.parametrize("cycle", ["99", "one", "9" * 30])
def test_a_cycle_that_does_not_ask_is_not_found(client: Client, secretariat, cycle):
    client.force_login(secretariat)
    assert client.get(f"{BOOK}?cycle={cycle}").status_code == 404


def test_a_worklist_goes_out_and_comes_back_as_a_draft(client: Client, secretariat):
    client.force_login(secretariat)
    assert BOOK in client.get("/offline/").content.decode()
    book = client.get(BOOK)
    assert book["Content-Disposition"] == 'attachment; filename="worklist-sg.xlsx"'
    answer = brought(client, filled(book.content, WORDS, ANSWER))
    report = FollowUpReport.objects.get()
    assert (answer["Location"], report.state) == (f"/reports/{report.pk}/", "draft")
    assert brought(client, filled(book.content, WORDS, ANSWER)).status_code == 409


def test_cells_that_must_be_mended_stand_in_a_table(client: Client, secretariat):
    client.force_login(secretariat)
    wrong = filled(client.get(BOOK).content, WORDS, ANSWER, {"Obligations!G2": "many", "Report!B4": None})
    answer = brought(client, wrong)
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "2 cells must be mended first" in shown
    assert "Obligations, G2" in shown
    assert "Report, B4" in shown


def test_no_file_is_told_beside_the_field(client: Client, secretariat):
    client.force_login(secretariat)
    assert "Choose a file." in client.post("/offline/").content.decode()


def test_whoever_enters_data_names_the_entity(client: Client, clerk):
    client.force_login(clerk)
    assert "/offline/no.xlsx" not in client.get("/offline/").content.decode()
    assert BOOK in client.get("/offline/?entity=Secretary-General").content.decode()
    assert "of this name alone" in client.get("/offline/?entity=Atlantis").content.decode()
