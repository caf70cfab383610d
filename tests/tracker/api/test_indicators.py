"""Indicators over the API: defined, answered by reports, read as JSON and CSV."""

import pytest

from tests.tracker.api.register import register
from tracker import reports
from tracker.models import FollowUpReport, Indicator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ITEM = "E/RES/2020/1#op2.1"
TREES = {"item": ITEM, "name": "Trees planted", "unit": "trees", "target": "1000", "target_on": "2021-12-31"}


@pytest.fixture
def trees(as_, manager) -> int:
    register()
    response = as_(manager).post("/api/v1/indicators/", TREES, format="json")
    assert response.status_code == 201, response.json()
    number: int = response.json()["id"]
    return number


def body(trees: int, value: str = "250.5") -> dict[str, object]:
    measure = {"indicator": trees, "value": value, "measured_on": "2021-02-01"}
    line = {
        "item": ITEM,
        "proposed_status": "in_progress",
        "effective_on": "2021-02-01",
        "measures": [measure],
    }
    period = {"period_from": "2021-01-01", "period_to": "2021-01-31"}
    return {
        "entity": "sg",
        **period,
        "action_taken": "Trees were planted.",
        "lines": [line | {"measures": [measure]}],
    }


@pytest.mark.parametrize(("who", "status"), [("stranger", 403), ("viewer", 403), ("secretariat", 403)])
def test_whoever_may_not_measure_is_refused(as_, request, who, status):
    register()
    client = as_(request.getfixturevalue(who))
    assert client.post("/api/v1/indicators/", TREES, format="json").status_code == status
    assert not Indicator.objects.exists()


def test_another_entity_sees_neither_the_indicator_nor_its_values(as_, trees, norway):
    client = as_(norway)
    assert client.get(f"/api/v1/indicators/{trees}/").status_code == 404
    assert client.patch(f"/api/v1/indicators/{trees}/", {"target": "1"}, format="json").status_code == 404
    assert client.get("/api/v1/indicators/").json()["results"] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"item": "E/RES/2020/1#op9.1"}, "item", id="no such item"),
        pytest.param({"target_on": None}, "target", id="a target of no day"),
        pytest.param({"target": "many"}, "target", id="no number"),
        pytest.param({"colour": "green"}, "colour", id="a field that means nothing"),
    ],
)
def test_what_is_wrong_is_named(as_, manager, change, field):
    register()
    response = as_(manager).post("/api/v1/indicators/", TREES | change, format="json")
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_an_indicator_is_changed_in_part_and_retired_with_a_reason(as_, trees, manager):
    client, address = as_(manager), f"/api/v1/indicators/{trees}/"
    assert client.patch(address, {"target": "1200"}, format="json").json()["target"] == "1200"
    assert client.post(f"{address}retire/", {"why": ""}, format="json").status_code == 400
    retired = client.post(f"{address}retire/", {"why": "No longer planted."}, format="json").json()
    assert (retired["name"], bool(retired["retired_at"])) == ("Trees planted", True)


def test_a_reports_value_is_told_with_its_line_and_counts_once_accepted(
    as_, trees, secretariat, reviewer, viewer
):
    sent = as_(secretariat).post("/api/v1/reports/", body(trees), format="json").json()
    (measure,) = sent["lines"][0]["measures"]
    assert (measure["name"], measure["value"], measure["measured_on"]) == (
        "Trees planted", "250.5", "2021-02-01"
    )  # fmt: skip
    values = "/api/v1/indicator-values/"
    assert as_(viewer).get(values).json()["results"] == []
    report = FollowUpReport.objects.get()
    reports.submit(report=report, by=secretariat)
    reports.accept(report=report, by=reviewer)
    (row,) = as_(viewer).get(f"{values}?indicator={trees}").json()["results"]
    assert (row["item"], row["entity"], row["value"], row["unit"]) == (ITEM, "sg", "250.5", "trees")
    csv = b"".join(as_(viewer).get(f"{values}?format=csv").streaming_content).decode()
    assert "sg,Secretary-General,250.5,2021-02-01" in csv


def test_changing_other_parts_of_a_report_keeps_its_values(as_, trees, secretariat):
    number = as_(secretariat).post("/api/v1/reports/", body(trees), format="json").json()["id"]
    answer = as_(secretariat).patch(f"/api/v1/reports/{number}/", {"results": "Shade."}, format="json")
    assert len(answer.json()["lines"][0]["measures"]) == 1


def test_a_value_of_another_items_indicator_is_refused(as_, trees, manager, secretariat):
    other = as_(manager).post("/api/v1/indicators/", TREES | {"item": "E/RES/2020/1#op3.2"}, format="json")
    response = as_(secretariat).post("/api/v1/reports/", body(other.json()["id"]), format="json")
    assert response.status_code == 400
    assert "does not measure what" in response.json()["errors"][0]["message"]
    assert not FollowUpReport.objects.exists()
