"""The description of the API as a person reads it, under the same Content-Security-Policy as every page."""

import pytest

from tests.conftest import person
from tracker import roles

pytestmark = pytest.mark.browser


def test_the_description_shows_every_resource_and_carries_out_a_request(open_page):
    page = open_page(person("viewer", roles.VIEWER), "/api/docs/")
    page.get_by_role("link", name="action-items", exact=True).first.wait_for()
    page.locator("#operations-organs-organs_list button.opblock-summary-control").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.locator(".live-responses-table .response-col_status", has_text="200").wait_for()
    assert "ECOSOC" in page.locator(".live-responses-table").inner_text()


def test_somebody_unknown_is_asked_to_log_in_first(open_page):
    page = open_page(None, "/api/docs/")
    assert "/login/?next=/api/docs/" in page.url
