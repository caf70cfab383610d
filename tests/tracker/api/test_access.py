"""Who may ask for what: every role at every address with every method, by token and by session."""

import base64
import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from tests.conftest import person
from tests.tracker.api.register import register
from tests.tracker.api.test_reports import body
from tracker import cycles, evidence, reports, roles
from tracker.models import Assignment, Evidence, FollowUpReport, ImportJob, Occurrence
from tracker.reports import Line, Words
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

# What everybody with a role may read, and what only those who see it may.
PUBLIC = [
    "",
    "resolutions/",
    "resolutions/E/RES/2020/1/",
    "resolutions/E/RES/2020/1/export/",
    "paragraphs/",
    "paragraphs/E/RES/2020/1%23op2/",
    "action-items/",
    "assignments/",
    "reports/",
    "evidence/",
    "indicators/",
    "indicator-values/",
    "states/",
    "comments/",
    "watches/",
    "saved-filters/",
    "feeds/",
    "cycles/",
    "notices/",
    "notice-preference/",
    "taken-readings/",
    "handovers/",
    "bulk-jobs/",
    "bulk-refusals/",
    "imports/",
    "entities/",
    "entities/sg/",
    "verbs/",
    "verbs/request/",
    "organs/",
    "organs/ECOSOC/",
]
NARROWED = [
    "action-items/E/RES/2020/1%23op2.1/",
    "assignments/{assignment}/",
    "reports/{report}/",
    "reports/{report}/evidence/",
    "evidence/{evidence}/",
    "evidence/{evidence}/content/",
    "cycles/{cycle}/",
]
WRITES = [
    ("post", "reports/"),
    ("put", "reports/{report}/"),
    ("patch", "reports/{report}/"),
    ("post", "reports/{report}/submit/"),
    ("post", "reports/{report}/accept/"),
    ("post", "reports/{report}/send-back/"),
    ("post", "reports/{report}/withdraw/"),
    ("post", "reports/{report}/reopen/"),
    ("post", "reports/{report}/evidence/"),
    ("post", "imports/"),
    ("post", "cycles/"),
    ("post", "cycles/{cycle}/close/"),
    ("post", "reassignments/"),
]
ROLES = ["viewer", "clerk", "secretariat", "norway", "reviewer", "manager", "administrator"]


@pytest.fixture
def address(secretariat):
    """Fill the places of an address with a submitted report of the Secretary-General and what hangs on it."""
    register()
    occurrence = Occurrence.objects.get(due_to="2021-12-31")
    day = dt.date(2021, 2, 1)
    report = reports.draft(
        entity=occurrence.assignment.entity,
        by=secretariat,
        words=Words(day, day, "Wrote the report."),
        lines=[Line(occurrence, Status.IN_PROGRESS, day)],
    )
    added = evidence.add_file(
        report=report, by=secretariat, title="Report", speaks_for=day, name="report.txt", data=b"Trees"
    )
    reports.submit(report=report, by=secretariat)
    cycle = cycles.open_cycle(
        name="2021", period_from=day, period_to=day, due_on=day, entities=[report.entity],
        by=person("whoever opens", roles.MANAGER),
    )  # fmt: skip
    numbers = {
        "assignment": occurrence.assignment_id, "report": report.pk, "evidence": added.pk, "cycle": cycle.pk,
    }  # fmt: skip
    return lambda path: f"/api/v1/{path.format(**numbers)}"


def reads(client, address, paths):
    return {path: client.get(address(path)).status_code for path in paths}


def writes(client, address):
    return {
        (method, path): getattr(client, method)(address(path), body(), format="json").status_code
        for method, path in WRITES
    }


def test_nobody_unknown_reads_or_writes_anything(anonymous, address):
    assert set(reads(anonymous, address, [*PUBLIC, *NARROWED]).values()) == {401}
    assert set(writes(anonymous, address).values()) == {401}
    response = anonymous.get("/api/v1/reports/")
    assert response["WWW-Authenticate"] == "Token"
    assert response["Content-Type"] == "application/problem+json"


def test_an_account_without_a_role_reads_or_writes_nothing(as_, stranger, address):
    assert set(reads(as_(stranger), address, [*PUBLIC, *NARROWED]).values()) == {403}
    assert set(writes(as_(stranger), address).values()) == {403}
    assert "no role" in as_(stranger).get("/api/v1/reports/").json()["detail"]
    assert FollowUpReport.objects.count() == Evidence.objects.count() == 1
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_with_a_role_reads_all_but_the_follow_up_of_others(as_, request, address, role):
    client = as_(request.getfixturevalue(role))
    assert reads(client, address, PUBLIC) == dict.fromkeys(PUBLIC, 200)
    assert reads(client, address, NARROWED) == dict.fromkeys(NARROWED, 404 if role == "norway" else 200)


# What each role's writing comes to: done, refused by the door (400, 403), or not found.
OUTCOMES = {
    "viewer": (403, 400, 403, 403, 403, 400, 403, 403),
    "clerk": (201, 400, 403, 403, 403, 400, 403, 202),
    "norway": (400, 404, 404, 404, 404, 404, 404, 403),
    "secretariat": (201, 400, 403, 403, 200, 400, 403, 403),
    "reviewer": (403, 400, 200, 200, 403, 400, 403, 403),
    "manager": (403, 400, 403, 403, 403, 400, 403, 403),
}
DEEDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("reports/", body()),
    ("reports/{report}/submit/", {}),
    ("reports/{report}/accept/", {}),
    ("reports/{report}/send-back/", {"comment": "Mend it"}),
    ("reports/{report}/withdraw/", {}),
    ("reports/{report}/reopen/", {"why": "A mistake"}),
    ("reports/{report}/evidence/", {"title": "More", "speaks_for": "2021-02-01", "symbol": "E/2021/9"}),
    ("imports/", {"text": "1. *Requests* the Secretary-General to report."}),
)
DEEDS_TOLD = [path for path, _ in DEEDS]


@pytest.mark.parametrize("role", OUTCOMES)
def test_each_role_writes_what_it_may(as_, request, address, monkeypatch, role):
    monkeypatch.setattr("tracker.tasks.run_import.delay", lambda number: None)
    client = as_(request.getfixturevalue(role))
    outcomes = []
    for path, sent in DEEDS:
        before = transaction.savepoint()
        outcomes.append(client.post(address(path), sent, format="json").status_code)
        transaction.savepoint_rollback(before)
    assert dict(zip(DEEDS_TOLD, outcomes, strict=True)) == dict(zip(DEEDS_TOLD, OUTCOMES[role], strict=True))


def test_a_token_of_somebody_who_left_opens_nothing(as_, viewer):
    client = as_(viewer)
    viewer.is_active = False
    viewer.save()
    assert client.get("/api/v1/verbs/").status_code == 401


def test_a_wrong_token_opens_nothing(db):
    assert APIClient(headers={"authorization": "Token nonsense"}).get("/api/v1/verbs/").status_code == 401


@pytest.mark.parametrize(
    ("name", "password", "status"),
    [
        ("viewer", "token", 200),
        ("viewer", "a pass phrase", 401),
        ("clerk", "token", 401),
        ("", "token", 401),
        ("viewer", "", 401),
    ],
    ids=["the token", "the pass phrase", "another's name", "no name", "no token"],
)
def test_a_tool_that_knows_only_passwords_gives_the_token_as_one(viewer, name, password, status):
    given = Token.objects.create(user=viewer).key if password == "token" else password
    code = base64.b64encode(f"{name}:{given}".encode()).decode()
    client = APIClient(headers={"authorization": f"Basic {code}"})
    assert client.get("/api/v1/verbs/").status_code == status


def test_a_session_reads_as_a_token_does(client, viewer):
    client.force_login(viewer)
    assert client.get("/api/v1/verbs/request/").status_code == 200


def test_a_focal_point_counts_no_more_than_it_lists(as_, norway, address):
    body_ = as_(norway).get("/api/v1/assignments/?count=exact").json()
    assert (
        body_["count"]
        == len(body_["results"])
        == Assignment.objects.visible_to(norway, on=dt.date(2021, 3, 1)).count()
    )
    assert as_(norway).get("/api/v1/assignments/?entity=sg").json()["count"] == 0


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"username": "viewer", "password": "a pass phrase"}, 200),
        ({"username": "viewer", "password": "another"}, 400),
        ({"username": "nobody", "password": "a pass phrase"}, 400),
        ({"username": "viewer"}, 400),
        ({}, 400),
    ],
)
def test_a_token_is_given_for_a_name_and_its_pass_phrase_only(anonymous, viewer, given, status):
    response = anonymous.post("/api/v1/token/", given, format="json")
    assert response.status_code == status
    assert ("token" in response.json()) == (status == 200)
    assert Token.objects.count() == (1 if status == 200 else 0)


def test_guessing_pass_phrases_is_slowed_down(anonymous, viewer):
    wrong = {"username": "viewer", "password": "guess"}
    answers = [anonymous.post("/api/v1/token/", wrong, format="json") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [400] * 10 + [429]
    assert int(answers[-1]["Retry-After"]) > 0


def test_guessing_is_not_sped_up_by_naming_another_address_each_time(anonymous, viewer):
    wrong = {"username": "viewer", "password": "guess"}
    answers = [
        anonymous.post("/api/v1/token/", wrong, format="json", headers={"x-forwarded-for": f"10.0.0.{n}"})
        for n in range(11)
    ]
    assert answers[-1].status_code == 429
