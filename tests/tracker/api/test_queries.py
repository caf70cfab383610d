"""A list costs the same few queries whether it has three rows or thirty."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import asks, paragraph, reading, tracked
from tracker import evidence, imports, reports
from tracker.models import Occurrence
from tracker.reports import Line, Words
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DAY = dt.date(2021, 2, 1)
# The token, the person, two for their permissions, the count, the page, and one for each thing beside a row.
MOST = {
    "resolutions": 6,
    "paragraphs": 8,
    "action-items": 9,
    "assignments": 8,
    "reports": 7,
    "evidence": 6,
    "indicators": 6,
    "indicator-values": 6,
    "states": 6,
    "imports": 7,
    "entities": 7,
    "verbs": 6,
    "organs": 6,
}
WHOLE = {
    "resolutions/E/RES/2020/1/": 14,
    "paragraphs/E/RES/2020/1%23op1/": 7,
    "action-items/E/RES/2020/1%23op1.1/": 13,
    "entities/ms/": 8,
}


def fill(numbers: range, secretariat, clerk) -> None:
    """Add a resolution with three clauses, a report with evidence and an import for each number."""
    for number in numbers:
        clauses = [
            asks(
                "Requests the Secretary-General and Member States to act",
                of=["Secretary-General", "Member States"],
            )
        ]
        tracked(reading(f"E/RES/2020/{number}", *(paragraph(f"{n}", *clauses) for n in (1, 2, 3))))
        newest = Occurrence.objects.filter(assignment__entity__key="sg").latest("pk")
        report = reports.draft(
            entity=newest.assignment.entity,
            by=secretariat,
            words=Words(DAY, DAY, "Acted."),
            lines=[Line(newest, Status.IN_PROGRESS, DAY)],
        )
        evidence.add_document(report=report, by=secretariat, title="A", speaks_for=DAY, symbol="E/2021/9")
        imports.request_import(data=f"{number}".encode(), name="a.md", by=clerk, enqueue=lambda number: None)


@pytest.fixture
def clients(as_, secretariat, clerk, viewer):
    return {"viewer": as_(viewer), "secretariat": as_(secretariat)}


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(url)
        assert response.status_code == 200
        if response.streaming:
            b"".join(response.streaming_content)
    return len(captured)


def test_more_rows_cost_no_more_queries(clients, secretariat, clerk):
    def costs() -> dict[tuple[str, str], int]:
        return {
            (who, url): queries(client, f"/api/v1/{url}")
            for who, client in clients.items()
            for resource in MOST
            for url in (f"{resource}/?page_size=100", f"{resource}/?format=csv")
        }

    fill(range(1, 4), secretariat, clerk)
    few = costs()
    fill(range(4, 12), secretariat, clerk)
    assert costs() == few
    dear = {url: cost for (who, url), cost in few.items() if cost > MOST[url.partition("/")[0]] + 2}
    assert dear == {}


def test_one_row_with_all_that_belongs_to_it_costs_few(clients, secretariat, clerk):
    fill(range(1, 3), secretariat, clerk)
    cost = {url: queries(clients["viewer"], f"/api/v1/{url}") for url in WHOLE}
    assert {url: n for url, n in cost.items() if n > WHOLE[url]} == {}
