"""From a pass phrase to an accepted report, with nothing but the API."""

import io

import pytest
from rest_framework.test import APIClient

from tests.tracker.api.register import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def logged_in(name: str) -> APIClient:
    """Return a client with the token that the name and its pass phrase give."""
    given = {"username": name, "password": "a pass phrase"}
    token = APIClient().post("/api/v1/token/", given, format="json").json()["token"]
    return APIClient(headers={"authorization": f"Token {token}"})


def test_a_focal_point_finds_its_work_reports_on_it_and_sees_it_accepted(secretariat, reviewer):
    register()
    focal_point, other = logged_in("secretariat"), logged_in("reviewer")
    work = focal_point.get("/api/v1/assignments/?state=due&days=366").json()["results"][0]
    assert (work["item"], work["occurrence"]["due_to"]) == ("E/RES/2020/1#op2.1", "2021-12-31")

    made = focal_point.post(
        "/api/v1/reports/",
        {
            "entity": work["entity"],
            "period_from": "2020-08-01",
            "period_to": "2021-02-28",
            "action_taken": "The report on forests was submitted.",
            "lines": [{"item": work["item"], "proposed_status": "implemented", "effective_on": "2021-02-15"}],
        },
        format="json",
    )
    address = made["Location"]
    file = io.BytesIO(b"%PDF-1.7 forests")
    file.name = "forests.pdf"
    said = {"title": "Report on forests", "speaks_for": "2021-02-15", "file": file}
    assert focal_point.post(f"{address}evidence/", said, format="multipart").status_code == 201
    assert focal_point.post(f"{address}submit/").json()["state"] == "submitted"

    waiting = other.get("/api/v1/reports/?state=submitted").json()["results"]
    assert [report["items"] for report in waiting] == [[work["item"]]]
    assert other.get(address).json()["evidence"][0]["name"] == "forests.pdf"
    assert other.post(f"{address}accept/").json()["state"] == "accepted"

    assert (
        focal_point.get(f"/api/v1/assignments/{work['id']}/").json()["occurrence"]["status"] == "implemented"
    )
    done = focal_point.get("/api/v1/action-items/?status=implemented").json()["results"]
    assert [item["reference"] for item in done] == [work["item"]]
