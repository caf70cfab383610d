"""The overview and the register in a real browser."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import overflow, violations
from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import accepted, line
from tracker.models import Occurrence

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def filled(committed_db, secretariat, reviewer) -> None:
    both = "Requests the Secretary-General and the World Bank to report"
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(both, of=["Secretary-General", "World Bank"])),
            paragraph("2", asks(due=dt.date(2021, 1, 31), doubts=["unsure"])),
            paragraph("3", asks("Invites Norway to help", verb="invite", of=["Norway"])),
            paragraph("4", states()),
        )
    )
    done = occurrence_of_first("Secretary-General")
    accepted(secretariat, reviewer, line(done))


def occurrence_of_first(entity: str):
    return Occurrence.objects.filter(assignment__entity__name=entity).order_by("pk")[0]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
def test_both_pages_meet_wcag_and_fit_their_window(open_page, manager, width, scheme):
    wrong = []
    for address in ("/", "/register/?state=open&adopted_from=2000-01-01", "/register/?status=overtaken"):
        page = open_page(manager, address, width=width, scheme=scheme)
        for summary in page.locator("summary:visible").all():
            summary.press("Enter")
        wrong += violations(page)
        wrong += [f"{address} is {overflow(page)} px too wide"] if overflow(page) else []
    assert wrong == []


@pytest.mark.usefixtures("filled")
def test_a_filter_narrows_the_list_in_place_and_the_address_with_it(open_page, manager):
    page = open_page(manager, "/register/")
    expect(page.locator("tr[data-row]")).to_have_count(4)
    verb = page.get_by_label("Verb", exact=True)
    verb.focus()
    verb.select_option("invite")
    expect(page.locator("tr[data-row]")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="clause")).to_have_text(
        re.compile(r"1\s+clause matches")
    )
    expect(page).to_have_url(re.compile(r"/register/\?verb=invite$"))
    expect(verb).to_be_focused()
    page.go_back()
    expect(page.locator("tr[data-row]")).to_have_count(4)


@pytest.mark.usefixtures("filled")
def test_a_part_of_a_bar_leads_to_its_list(open_page, manager):
    page = open_page(manager, "/")
    page.locator("#panel-addressees svg a:has(.fill-implemented)").click()
    expect(page).to_have_url(re.compile(r"entity=sg&entity_status=implemented$"))
    expect(page.locator("tr[data-row]")).to_have_count(1)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("width", [320, 1280])
def test_filters_work_without_scripts(open_page, manager, width):
    page = open_page(manager, "/register/", scripts=False, width=width)
    if width == 320:
        page.locator(".filter-box > summary").click()
    page.get_by_label("Verb", exact=True).select_option("invite")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/register/\?verb=invite$"))
    expect(page.locator("tr[data-row]")).to_have_count(1)


@pytest.mark.usefixtures("filled")
def test_keys_walk_through_the_rows(open_page, manager):
    page = open_page(manager, "/register/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr[data-row]").nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/items/\d+/$"))


@pytest.mark.usefixtures("filled")
def test_the_menu_closes_by_escape_and_when_the_focus_leaves_it(open_page, manager):
    page = open_page(manager, "/")
    menu, more = page.locator("details.menu"), page.locator("details.menu summary")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Shift+Tab")
    expect(menu).not_to_have_attribute("open", "")
