"""A resolution as a file: who gets it, in what form, and where the page offers it."""

import pytest
from django.test import Client

from resolutions.models import Resolution
from resolutions.parsing import parse
from resolutions.readers import read
from tests.builders import asks, paragraph, reading, states, tracked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SYMBOL = "E/RES/2020/1"
ADDRESS = f"/exports/{{}}/{SYMBOL}/"


@pytest.fixture
def resolution(db) -> Resolution:
    return tracked(reading(SYMBOL, paragraph("1", states()), paragraph("2", asks())))


@pytest.mark.parametrize("form", ["akn", "md", "docx"])
def test_a_stranger_gets_no_file(client: Client, stranger, resolution, form):
    client.force_login(stranger)
    assert client.get(ADDRESS.format(form)).status_code == 403


def test_whoever_is_not_logged_in_logs_in_first(client: Client, resolution):
    assert client.get(ADDRESS.format("akn"))["Location"] == f"/login/?next={ADDRESS.format('akn')}"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/exports/akn/E/RES/1999/99/", id="an unknown symbol"),
        pytest.param("/exports/pdf/E/RES/2020/1/", id="an unknown form"),
        pytest.param("/exports/akn/E/RES/2020/1/?language=fr", id="a language that is not held"),
        pytest.param("/exports/akn/E/RES/2020/2/", id="a resolution without a text"),
    ],
)
def test_what_is_not_there_is_not_found(client: Client, viewer, resolution, address):
    Resolution.objects.create(symbol="E/RES/2020/2")
    client.force_login(viewer)
    assert client.get(address).status_code == 404


def test_nothing_but_reading_is_answered(client: Client, viewer, resolution):
    client.force_login(viewer)
    assert client.post(ADDRESS.format("akn")).status_code == 405


@pytest.mark.parametrize(
    ("form", "name", "media_type"),
    [
        ("akn", "E-RES-2020-1.xml", "application/akn+xml"),
        ("md", "E-RES-2020-1.md", "text/markdown; charset=utf-8"),
        (
            "docx",
            "E-RES-2020-1.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_the_file_is_a_download_that_reads_back(client: Client, viewer, resolution, form, name, media_type):
    client.force_login(viewer)
    answer = client.get(ADDRESS.format(form))
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"] == media_type
    (again,) = parse(read(answer.content, name))
    assert (again.symbol, [p.text for p in again.operative]) == (
        SYMBOL,
        ["Welcomes the progress made;", "Requests the Secretary-General to report;"],
    )


def test_the_page_offers_every_form_and_the_original(client: Client, viewer, resolution):
    client.force_login(viewer)
    page = client.get(f"/resolutions/{SYMBOL}/").content.decode()
    addresses = [ADDRESS.format(form) for form in ("akn", "md", "docx")]
    original = f"/sources/{resolution.versions.get().source_id}/"
    for address in [*addresses, original]:
        assert f'<a href="{address}">' in page
        assert client.get(address).status_code == 200


def test_a_resolution_without_a_text_offers_none(client: Client, viewer):
    Resolution.objects.create(symbol="E/RES/2020/2")
    client.force_login(viewer)
    assert "/exports/" not in client.get("/resolutions/E/RES/2020/2/").content.decode()
