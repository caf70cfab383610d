"""Inventory chart, matrix and section of a reporting cycle: what its own reports say, and no other's."""

import datetime as dt

import pytest

from resolutions.models import Entity
from tests.conftest import TODAY
from tests.register import line, occurrence, register
from tests.series import SYMBOL as SERIES
from tests.series import asked_every
from tests.tracker.products.test_writing import asked, str_of
from tracker import cycles, reports
from tracker.models import ReportingCycle
from tracker.products.provisions import provisions
from tracker.products.writing import PRODUCTS, Asked, inventory, section
from tracker.reports import Words
from tracker.selection import Selection
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

BOTH = ["Secretary-General", "Norway"]


@pytest.fixture
def opened(manager):
    """Open a cycle of a year that asks the Secretary-General and Norway."""
    register()

    def opened(year: int) -> ReportingCycle:
        return cycles.open_cycle(
            name=f"Reports for {year}",
            period_from=dt.date(year, 1, 1),
            period_to=dt.date(year, 12, 31),
            due_on=dt.date(2021, 3, 31),
            entities=Entity.objects.filter(name__in=BOTH),
            by=manager,
        )

    return opened


@pytest.fixture
def accept(secretariat, reviewer):
    """Have a report of the Secretary-General accepted for a cycle, whose period is the cycle's."""

    def accept(cycle: ReportingCycle, to: Status, said: str, symbol: str = "E/RES/2020/1") -> None:
        words = Words(period_from=cycle.period_from, period_to=cycle.period_to, action_taken=said)
        report = reports.draft(
            entity=Entity.objects.get(name="Secretary-General"),
            by=secretariat,
            words=words,
            lines=[line(occurrence("Secretary-General", symbol), to)],
            cycle=cycle,
        )
        reports.submit(report=report, by=secretariat)
        reports.accept(report=report, by=reviewer)

    return accept


@pytest.fixture
def of_2019(opened, accept) -> ReportingCycle:
    """Give the cycle of 2019; what 2020's report says came after it and ends later."""
    cycle: ReportingCycle = opened(2019)
    accept(cycle, Status.PARTIALLY_IMPLEMENTED, "One of two posts is filled.")
    accept(opened(2020), Status.IMPLEMENTED, "Both posts are filled.")
    return cycle


def of(cycle: ReportingCycle, user) -> Asked:
    told = provisions(Selection(user, TODAY, {"cycle": cycle.pk}))
    return Asked(told, "All", TODAY, cycle.name)


def told(product) -> list[tuple[str, str]]:
    return [(block.who, block.text) for block in product.blocks if getattr(block, "who", "")]


@pytest.mark.usefixtures("of_2019")
def test_the_section_gives_each_report_the_status_it_gave(viewer):
    texts = [text for who, text in told(section(asked(viewer))) if who == "Secretary-General"]
    assert texts == [
        "Implemented. Both posts are filled.",
        "Partially implemented. One of two posts is filled.",
    ]


def test_the_section_of_a_cycle_tells_its_report_and_how_the_addressee_stands_by_now(viewer, of_2019):
    assert told(section(of(of_2019, viewer)))[:3] == [
        ("Secretary-General", "Implemented as of 1 March 2021."),
        ("Secretary-General", "Partially implemented. One of two posts is filled."),
        ("Norway", "Not started. No report on it for “Reports for 2019” has been accepted yet."),
    ]


def test_the_remarks_of_a_cycle_quote_its_report_though_another_ends_later(viewer, of_2019):
    remarks = [row[4] for table in inventory(of(of_2019, viewer)).tables for row in table.rows]
    assert "Secretary-General: One of two posts is filled." in remarks


@pytest.mark.parametrize("make", PRODUCTS.values(), ids=PRODUCTS)
def test_no_product_of_a_cycle_mixes_in_the_report_of_another(viewer, of_2019, make):
    words = str_of(make(of(of_2019, viewer)))
    assert "One of two posts is filled." in words
    assert "Both posts are filled." not in words


def test_a_cycle_tells_of_the_time_of_a_series_that_it_asked_about(viewer, opened, accept):
    first = asked_every("FREQ=YEARLY", last=dt.date(2021, 7, 20))
    cycle = opened(2020)
    accept(cycle, Status.IMPLEMENTED, "This year's round was held.", symbol=SERIES)
    assert occurrence("Secretary-General", SERIES) != first
    assert "This year's round was held." not in str_of(section(asked(viewer)))
    assert [words for _, words in told(section(of(cycle, viewer))) if "round" in words] == [
        "Implemented. This year's round was held."
    ]
