"""Worklists over the API."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.register import register
from tests.tracker.offline.books import ANSWER, WORDS, filled
from tracker.models import FollowUpReport

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BOOK = "/api/v1/worklists/sg/"


@pytest.fixture(autouse=True)
def asked(db) -> None:
    register()


def brought(client, data: bytes):
    file = SimpleUploadedFile("worklist.xlsx", data)
    return client.post("/api/v1/worklists/", {"file": file}, format="multipart")


def test_nobody_unknown_gets_one(anonymous):
    assert anonymous.get(BOOK).status_code == brought(anonymous, b"").status_code == 401


@pytest.mark.parametrize("who", ["stranger", "viewer", "norway", "reviewer", "manager"])
def test_others_neither_take_it_out_nor_bring_it_back(as_, request, secretariat, who):
    book = filled(as_(secretariat).get(BOOK).content, WORDS, ANSWER)
    client = as_(request.getfixturevalue(who))
    assert client.get(BOOK).status_code == brought(client, book).status_code == 403
    assert not FollowUpReport.objects.exists()


def test_it_goes_out_and_comes_back_once(as_, secretariat):
    client = as_(secretariat)
    book = filled(client.get(BOOK).content, WORDS, ANSWER)
    answer = brought(client, book)
    assert (answer.status_code, answer.json()["state"]) == (201, "draft")
    assert brought(client, book).status_code == 409
    changed = filled(client.get(BOOK).content, {"Report!B5": "More."})
    answer = brought(client, changed)
    assert (answer.status_code, answer.json()["results"]) == (200, "More.")


def test_each_cell_that_is_wrong_is_an_error_of_its_own(as_, secretariat):
    client = as_(secretariat)
    wrong = filled(client.get(BOOK).content, WORDS, ANSWER, {"Obligations!G2": "many", "Report!B4": None})
    answer = brought(client, wrong)
    assert answer.status_code == 400
    assert {error["field"] for error in answer.json()["errors"]} == {"Obligations!G2", "Report!B4"}


@pytest.mark.parametrize(("address", "status"), [(f"{BOOK}?cycle=9", 400), ("/api/v1/worklists/xx/", 404)])
def test_what_does_not_exist_is_told(as_, secretariat, address, status):
    assert as_(secretariat).get(address).status_code == status
