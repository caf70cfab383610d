"""The reading view, the item and the pages around them in a real browser."""

import datetime as dt

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from resolutions.models import Entity, Resolution
from resolutions.parsing.document import Footnote, FootnoteCall
from tests.browser.conftest import overflow, violations
from tests.builders import asks, paragraph, reading, states, tracked
from tracker.models import ActionItem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SYMBOL = "E/RES/2020/1"
PAGE = f"/resolutions/{SYMBOL}/"


@pytest.fixture
def resolution(committed_db) -> Resolution:
    first = replace(paragraph("1", states()), calls=(FootnoteCall("1", 8),))
    rest = [
        paragraph(
            str(n),
            asks(
                "Requests the Secretary-General and Member States, including Norway, to report",
                of=["Secretary-General", "Member States"],
                including=["Norway"],
                due=dt.date(2021, 1, n),
            ),
        )
        for n in range(2, 20)
    ]
    return tracked(replace(reading(SYMBOL, first, *rest), footnotes=(Footnote("1", "Resolution 55/2."),)))


def facts(page: Page):
    return page.locator(".facts:visible")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_meets_wcag_and_fits_its_window(open_page, resolution, manager, clerk, width, scheme):
    item = ActionItem.objects.obligations()[0]
    wrong = []
    for user, address in (
        (None, "/login/"),
        (clerk, PAGE),
        (manager, item.get_absolute_url()),
        (clerk, "/resolutions/"),
        (clerk, "/resolutions/?q=xyzzy"),
        (manager, "/search/?q=report"),
        (clerk, "/entities/?q=united"),
        (clerk, f"/entities/{Entity.objects.get(name='Secretary-General').key}/"),
    ):
        page = open_page(user, address, width=width, scheme=scheme)
        if address == item.get_absolute_url():
            for summary in page.locator("summary").all():
                summary.press("Enter")
        wrong += violations(page)
        if wide := overflow(page):
            wrong.append(f"{address} is {wide} px wider than its window")
    assert wrong == []


def test_what_was_read_stands_beside_the_paragraph_in_view_and_follows(open_page, resolution, viewer):
    page = open_page(viewer, PAGE)
    expect(facts(page)).to_have_count(1)
    expect(facts(page)).to_contain_text("Clause 1.1")
    page.locator("#op9").evaluate("el => window.scrollTo(0, el.offsetTop - 250)")
    expect(facts(page)).to_contain_text("Clause 9.1")
    page.locator("#op12 .words").click(position={"x": 300, "y": 5})
    expect(facts(page)).to_contain_text("Clause 12.1")


def test_a_link_to_a_clause_leads_to_its_paragraph(open_page, resolution, viewer):
    page = open_page(viewer, f"{PAGE}#op15.1")
    expect(page.locator("#op15")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scripts"), [(1280, False), (320, True)])
def test_without_a_script_or_room_it_stands_below_each_paragraph(
    open_page, resolution, viewer, width, scripts
):
    page = open_page(viewer, PAGE, width=width, scripts=scripts)
    expect(facts(page)).to_have_count(19)


def test_a_footnote_opens_and_closes_in_place(open_page, resolution, viewer):
    page = open_page(viewer, PAGE)
    call = page.locator("#op1 .call a")
    call.click()
    expect(page.locator("#op1 .note-open")).to_have_text("Resolution 55/2.")
    call.click()
    expect(page.locator(".note-open")).to_have_count(0)


def test_the_keys_lead_through_paragraphs_and_to_search(open_page, resolution, viewer):
    page = open_page(viewer, PAGE)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#op2")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#op1")).to_be_focused()
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.keyboard.press("/")
    page.keyboard.type("jk?report")
    expect(page.get_by_label("Words, a symbol")).to_have_value("jk?report")


def test_from_a_marked_verb_to_a_decision_by_keyboard_alone(open_page, resolution, manager):
    page = open_page(manager, f"{PAGE}#op2")
    page.locator("#op2 a.verb").press("Enter")
    page.wait_for_url("**/items/*/")
    summary = page.get_by_text("Decide the status", exact=True).first
    summary.press("Enter")
    row = page.get_by_role("row").filter(has_text="Secretary-General")
    row.get_by_label("New status").select_option(label="In progress")
    row.get_by_label("Reason").first.fill("Work has begun.")
    row.get_by_role("button", name="Decide the status").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Secretary-General: the status is now “In progress”.")
    expect(page.get_by_role("row").filter(has_text="Secretary-General")).to_contain_text("In progress")
