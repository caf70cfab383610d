"""The export menu of the reading view: opened without scripts, on a small screen, and with the keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import overflow, violations
from tests.builders import asks, paragraph, reading, tracked

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_export_menu_opens_and_hands_out_a_file(open_page, viewer, width):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    page = open_page(viewer, "/resolutions/E/RES/2020/1/", width=width, scripts=False)
    page.locator("summary", has_text="Export").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Word")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename == "E-RES-2020-1.docx"


def test_the_open_menu_is_accessible_and_fits_a_small_screen(open_page, viewer):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    page = open_page(viewer, "/resolutions/E/RES/2020/1/", width=320)
    page.locator("summary", has_text="Export").click()
    expect(page.get_by_role("link", name="Original file")).to_be_visible()
    assert violations(page) == []
    assert overflow(page) == 0
