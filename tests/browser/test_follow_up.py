"""The way of a follow-up report in a real browser, and the pages of daily work before the axe checker."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, overflow, violations
from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import person, speaks_for
from tracker import cycles, reports, roles
from tracker.models import ActionItem, FollowUpReport, ImportJob, Occurrence
from tracker.statuses import Status

pytestmark = pytest.mark.browser

DUE = dt.date.today() + dt.timedelta(days=20)
WAYS = [
    pytest.param({"width": 1280}, id="wide, light"),
    pytest.param({"width": 1280, "scheme": "dark"}, id="wide, dark"),
    pytest.param({"width": 320}, id="narrow, light"),
    pytest.param({"width": 320, "scheme": "dark"}, id="narrow, dark"),
]


def register() -> ActionItem:
    """Track a resolution and return the item of its first obligation."""
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(due=DUE), states("welcomes the progress made")),
            paragraph(
                "2",
                asks(
                    "Requests the Secretary-General to inform States",
                    due=dt.date(2022, 1, 1),
                    doubts=["two_readings"],
                ),
            ),
        )
    )
    item = ActionItem.objects.order_by("pk").first()
    assert item is not None
    return item


def proposed(item: ActionItem) -> Occurrence:
    return Occurrence.objects.get(assignment__item=item)


def test_a_report_is_written_sent_back_mended_and_accepted(open_page: OpenPage):
    item = register()
    focal_point = speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")
    reviewer = person("reviewer", roles.REVIEWER)

    page = open_page(focal_point, "/my-work/")
    page.get_by_role("link", name="Record follow-up on E/RES/2020/1#op1.1").click()
    page.get_by_label("Action taken").fill("Experts met twice.")
    page.get_by_label("Status now").first.select_option("implemented")
    page.get_by_text("Add evidence").click()
    page.get_by_label("What it is").fill("Report of the experts")
    page.get_by_label("Date it speaks for").fill(dt.date.today().isoformat())
    page.get_by_label("or document symbol").fill("E/2021/15")
    page.get_by_role("button", name="Hand in for review").click()
    expect(page.get_by_text("The report is handed in for review.")).to_be_visible()
    assert violations(page) == []

    review = open_page(reviewer, "/my-work/")
    review.get_by_role("link", name="1 report to review").click()
    review.get_by_role("link", name="Secretary-General").click()
    review.get_by_label("What is to be mended").fill("Say who took part.")
    review.get_by_role("button", name="Send back").click()
    expect(review.get_by_text("The report is sent back")).to_be_visible()

    page.goto("/my-work/")
    expect(page.get_by_text("“Say who took part.”")).to_be_visible()
    page.get_by_role("heading", name="Sent back to you").locator("+ ul").get_by_role("link").click()
    page.get_by_role("link", name="Change it").click()
    page.get_by_label("Action taken").fill("Experts of twelve States met twice.")
    page.get_by_role("button", name="Hand in for review").click()

    review.goto("/reviews/")
    review.get_by_role("link", name="Secretary-General").click()
    expect(review.get_by_text("Experts of twelve States met twice.")).to_be_visible()
    review.get_by_role("button", name="Accept").click()
    expect(review.get_by_text("The report is accepted; its statuses hold now.")).to_be_visible()

    page.goto(item.get_absolute_url())
    expect(page.locator("main .status.tone-implemented").first).to_be_visible()
    assert proposed(item).status == Status.IMPLEMENTED


def test_a_report_can_be_written_without_any_script(open_page: OpenPage):
    item = register()
    focal_point = speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")
    page = open_page(focal_point, f"/reports/new/?occurrence={proposed(item).pk}", scripts=False)
    page.get_by_label("Action taken").fill("Experts met twice.")
    page.get_by_label("Status now").first.select_option("in_progress")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()


def test_the_keys_settle_the_queue_of_doubts(open_page: OpenPage):
    register()
    page = open_page(person("reviewer", roles.REVIEWER), "/doubts/")
    page.keyboard.press("c")
    expect(page.get_by_text("No reading is in doubt.")).to_be_visible()


def test_names_of_entities_are_suggested_while_one_types(open_page: OpenPage):
    page = open_page(person("manager", roles.MANAGER), "/cycles/")
    page.get_by_label("Another entity").press_sequentially("Norw")
    expect(page.locator("#entity-names option")).to_have_attribute("value", "Norway")


def test_the_page_of_an_import_goes_on_by_itself(open_page: OpenPage):
    clerk = person("clerk", roles.DATA_ENTRY)
    page = open_page(clerk, "/resolutions/add/")
    page.get_by_label("or the text itself").fill("Dear colleague, see you tomorrow.")
    job = ImportJob.objects.create(source=tracked_source(), requested_by=clerk, stage="Waiting for a worker")
    page.goto(job.get_absolute_url())
    expect(page.get_by_label("Waiting for a worker")).to_be_visible()
    ImportJob.objects.update(state="running", stage="Reading the file", progress=10)
    expect(page.get_by_label("Reading the file")).to_be_visible()
    ImportJob.objects.update(
        state="failed", error="The file is a picture.", finished_at=dt.datetime.now(dt.UTC)
    )
    expect(page.get_by_text("The file is a picture.")).to_be_visible()
    expect(page.locator("[hx-trigger]")).to_have_count(0)


def test_a_file_can_be_dropped_beside_its_field(open_page: OpenPage):
    page = open_page(person("clerk", roles.DATA_ENTRY), "/resolutions/add/")
    dropped = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["1. Decides"], "a.md"));
            return data;
        }"""
    )
    page.dispatch_event("[data-drop] .hint >> nth=-1", "drop", {"dataTransfer": dropped})
    assert page.get_by_label("File").evaluate("(field) => field.files[0].name") == "a.md"


def tracked_source():
    """Return the source file of a tracked resolution."""
    return register().clause.version.source


@pytest.mark.parametrize("way", WAYS)
def test_every_page_of_daily_work_is_accessible(open_page: OpenPage, way):
    item = register()
    administrator = speaks_for(person("administrator", roles.ADMINISTRATOR), "Secretary-General")
    author = speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")
    report = reported(item, author)
    cycle = cycles.open_cycle(
        name="Reports for this year",
        period_from=dt.date(2021, 1, 1),
        period_to=dt.date(2021, 12, 31),
        due_on=dt.date(2022, 1, 31),
        entities=[report.entity],
        by=administrator,
    )
    job = ImportJob.objects.create(source=item.clause.version.source, stage="Waiting for a worker")
    page = open_page(administrator, "/my-work/", **way)
    wrong = []
    for address in (
        "/my-work/",
        f"/reports/new/?occurrence={proposed(item).pk}",
        f"/reports/{report.pk}/",
        "/reviews/",
        "/resolutions/add/",
        "/imports/",
        f"/imports/{job.pk}/",
        "/check/E/RES/2020/1/",
        "/doubts/",
        "/cycles/",
        f"/cycles/{cycle.pk}/",
    ):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        wrong += faults(page)
    assert wrong == []


def reported(item: ActionItem, by) -> FollowUpReport:
    """Return a report that waits for its review."""
    occurrence = proposed(item)
    today = dt.date.today()
    report = reports.draft(
        entity=occurrence.assignment.entity,
        by=by,
        words=reports.Words(today, today, "Experts met."),
        lines=[reports.Line(occurrence, Status.IN_PROGRESS, today)],
    )
    reports.submit(report=report, by=by)
    return report


def faults(page: Page) -> list[str]:
    wide = overflow(page)
    return [*violations(page), *([f"{page.url} is {wide} pixels too wide"] if wide else [])]
