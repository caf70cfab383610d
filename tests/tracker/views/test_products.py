"""The pages of inventory chart, matrix and section, and their files, for whoever may see the register."""

import datetime as dt

import pytest
from django.test import Client

from tests.builders import asks, paragraph, reading, tracked
from tests.register import occurrence
from tracker import cycles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

KINDS = ("inventory", "matrix", "section")


@pytest.fixture(autouse=True)
def register():
    tracked(reading("E/RES/2020/1", paragraph("1", asks("Requests the Secretary-General to report"))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_gets_no_document(client: Client, stranger, kind):
    assert client.get(f"/documents/{kind}/").status_code == 302
    client.force_login(stranger)
    for form in ("", "?as=docx", "?as=xlsx"):
        assert client.get(f"/documents/{kind}/{form}").status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_shows_the_words_and_leads_to_its_files(client: Client, viewer, kind):
    client.force_login(viewer)
    page = client.get(f"/documents/{kind}/?resolution=E/RES/2020/1").content.decode()
    assert "Requests the Secretary-General to report" in page
    assert "Resolution E/RES/2020/1: 1 obligation, as of 1 March 2021." in page
    assert "as=docx" in page
    assert ("as=xlsx" in page) == (kind != "section")


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("xlsx", b"PK")])
def test_a_file_is_saved_under_the_symbol(client: Client, viewer, form, begins):
    client.force_login(viewer)
    answer = client.get(f"/documents/matrix/?resolution=E/RES/2020/1&as={form}")
    assert answer["Content-Disposition"] == f'attachment; filename="matrix-E-RES-2020-1.{form}"'
    assert answer.content.startswith(begins)


@pytest.mark.parametrize("address", ["poem/", "inventory/?as=pdf", "section/?as=xlsx"])
def test_what_there_is_not_is_not_found(client: Client, viewer, address):
    client.force_login(viewer)
    assert client.get(f"/documents/{address}").status_code == 404


def test_a_wrong_filter_is_refused_and_not_left_out(client: Client, viewer):
    client.force_login(viewer)
    answer = client.get("/documents/inventory/?entity=nobody-at-all")
    assert answer.status_code == 400
    assert "There is no entity with the key “nobody-at-all”" in answer.content.decode()


def test_too_much_for_one_document_is_refused_with_the_number(client: Client, viewer, monkeypatch):
    monkeypatch.setattr("tracker.views.products.MOST_PROVISIONS", 0)
    client.force_login(viewer)
    answer = client.get("/documents/inventory/")
    assert answer.status_code == 400
    assert "1 obligations are too many for one document" in answer.content.decode()


def test_a_resolution_and_the_register_lead_to_the_documents(client: Client, viewer):
    client.force_login(viewer)
    page = client.get("/resolutions/E/RES/2020/1/").content.decode()
    for kind in KINDS:
        assert f"/documents/{kind}/?resolution=" in page
    assert "/documents/inventory/?q=report" in client.get("/register/?q=report").content.decode()


def test_each_cell_but_the_first_says_its_column_for_a_narrow_page(client: Client, viewer):
    client.force_login(viewer)
    page = client.get("/documents/inventory/").content.decode()
    assert '<td data-label="Responsible entity">Secretary-General</td>' in page
    assert '<td data-label="Remarks">' not in page


def test_the_page_of_an_entity_leads_to_its_documents(client: Client, viewer):
    client.force_login(viewer)
    shown = client.get("/entities/sg/").content.decode()
    for kind in KINDS:
        address = f"/documents/{kind}/?entity=sg&amp;nature=obligation"
        assert f'href="{address}"' in shown
        product = client.get(address.replace("&amp;", "&")).content.decode()
        assert "addressee Secretary-General: 1 obligation, as of 1 March 2021." in product


def test_a_matrix_too_wide_for_a_page_leads_to_the_workbook(client: Client, viewer, monkeypatch):
    monkeypatch.setattr("tracker.products.product.MOST_COLUMNS_SHOWN", 1)
    client.force_login(viewer)
    page = client.get("/documents/matrix/?resolution=E/RES/2020/1").content.decode()
    assert "this table has 2 columns and is left out here" in page
    assert '<a href="?resolution=E%2FRES%2F2020%2F1&amp;as=xlsx">the workbook</a>' in page


@pytest.mark.parametrize("address", [*(f"/documents/{kind}/" for kind in KINDS), "/register/"])
def test_a_cycle_is_told_by_its_name_to_those_who_may_see_it(
    client: Client, viewer, manager, norway, address
):
    cycle = cycles.open_cycle(
        name="Reports for 2020",
        period_from=dt.date(2020, 1, 1),
        period_to=dt.date(2020, 12, 31),
        due_on=dt.date(2021, 3, 31),
        entities=[occurrence("Secretary-General").assignment.entity],
        by=manager,
    )
    client.force_login(viewer)
    page = client.get(f"{address}?cycle={cycle.pk}").content.decode()
    assert "Reports for 2020" in page
    assert "with the number" not in page
    client.force_login(norway)
    assert "Reports for 2020" not in client.get(f"{address}?cycle={cycle.pk}").content.decode()
