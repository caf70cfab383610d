"""Action items and assignments: as the register counts them, and only what the caller may see."""

import datetime as dt

import pytest
from django.utils import timezone

from resolutions.models import Entity
from tests.tracker.api.register import PAST, register
from tracker import assigning
from tracker.models import ActionItem, Assignment, MemberResponse, Occurrence
from tracker.statuses import Status
from tracker.workflow import decide_status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

ITEMS = ["E/RES/2020/1#op1.1", "E/RES/2020/1#op2.1", "E/RES/2020/1#op3.1", "E/RES/2020/1#op3.2"]
WELCOMES, REPORT, TREES, HELP = ITEMS


@pytest.fixture(autouse=True)
def a_register(db):
    register()


@pytest.mark.parametrize("url", ["action-items/E/RES/2020/1%23op2.1", "assignments/{of_secretary_general}"])
def test_what_asks_nothing_of_a_focal_points_entity_is_not_found(as_, norway, url):
    number = Assignment.objects.get(item__clause__number=1, entity__name="Secretary-General").pk
    assert as_(norway).get(f"/api/v1/{url.format(of_secretary_general=number)}/").status_code == 404


def test_a_focal_point_lists_its_own_and_its_groups_items_only(as_, norway, secretariat):
    def seen(user, resource, name):
        body = as_(user).get(f"/api/v1/{resource}/").json()
        return body["count"], [row[name] for row in body["results"]]

    assert seen(norway, "action-items", "reference") == (1, [TREES])
    assert seen(norway, "assignments", "item") == (1, [TREES])
    assert seen(secretariat, "action-items", "reference") == (2, [REPORT, HELP])
    assert seen(secretariat, "assignments", "entity") == (2, ["sg", "sg"])


def test_a_focal_point_sees_no_other_members_answers(as_, norway, viewer):
    occurrence = Occurrence.objects.get(assignment__entity__name="Member States")
    MemberResponse.objects.create(occurrence=occurrence, entity=Entity.objects.get(name="Sweden"))

    def answers(user):
        row = as_(user).get(f"/api/v1/assignments/{occurrence.assignment_id}/").json()
        return [answer["entity"] for answer in row["responses"]]

    assert answers(norway) == ["state-nor"]
    assert answers(viewer) == ["state-nor", "state-swe"]


def test_another_entity_assigned_by_a_person_does_not_show_in_a_focal_points_row(as_, norway, manager):
    item = ActionItem.objects.get(clause__phrase="Invites")
    assigning.assign(item=item, entity=Entity.objects.get(name="World Bank"), by=manager)
    assert as_(norway).get("/api/v1/action-items/").json()["results"][0]["assignees"] == ["ms"]


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ITEMS),
        ("ordering=-reading", ITEMS[::-1]),
        ("ordering=due", [TREES, REPORT, WELCOMES, HELP]),
        ("ordering=-due", [REPORT, TREES, HELP, WELCOMES]),
        ("ordering=verb", [TREES, REPORT, HELP, WELCOMES]),
        ("verb=invite", [TREES]),
        ("state=overdue", [TREES]),
        ("entity=sg&state=open", [REPORT, HELP]),
        ("nature=none", [WELCOMES]),
        ("doubtful=true", [HELP]),
        ("q=forest", [REPORT]),
        ("resolution=E/RES/1999/9", []),
        ("due_from=2021-12-01&due_to=2021-12-31", [REPORT]),
    ],
)
def test_action_items_are_narrowed_and_ordered_as_in_the_register(as_, viewer, query, references):
    body = as_(viewer).get(f"/api/v1/action-items/?{query}").json()
    assert [row["reference"] for row in body["results"]] == references
    assert body["count"] == len(references)


def test_an_item_tells_what_it_asks_of_whom_and_by_when(as_, viewer):
    row = as_(viewer).get("/api/v1/action-items/E/RES/2020/1%23op3.1/").json()
    assert row["addressees"] == row["assignees"] == ["ms"]
    assert (row["verb"], row["status"], row["next_due_on"], row["overdue"]) == (
        "invite",
        "not_started",
        f"{PAST}",
        True,
    )
    assert [a["role"] for a in row["reading"]["addressees"]] == ["addressee", "including"]
    assert row["assignments"][0]["occurrence"]["due_to"] == f"{PAST}"


def test_the_number_leads_to_the_same_item(as_, viewer):
    row = as_(viewer).get("/api/v1/action-items/E/RES/2020/1%23op2.1/").json()
    assert as_(viewer).get(f"/api/v1/action-items/{row['id']}/").json() == row


@pytest.mark.parametrize(
    ("query", "items"),
    [
        ("", [REPORT, TREES, HELP]),
        ("entity=sg", [REPORT, HELP]),
        ("item=E/RES/2020/1%23op3.1", [TREES]),
        ("item=nothing", []),
        ("resolution=E/RES/2020/1&verb=invite", [TREES]),
        ("state=overdue", [TREES]),
        ("state=due&days=400", [REPORT]),
        ("state=due", []),
        ("due_from=2021-12-31", [REPORT]),
        ("due_to=2021-12-30", [TREES]),
        ("status=not_started&role=lead", [REPORT, TREES, HELP]),
        ("status=implemented", []),
        ("withdrawn=true", []),
    ],
)
def test_assignments_are_narrowed(as_, viewer, query, items):
    body = as_(viewer).get(f"/api/v1/assignments/?{query}").json()
    assert [row["item"] for row in body["results"]] == items


def test_a_withdrawn_assignment_is_listed_only_on_demand(as_, viewer, manager):
    assignment = Assignment.objects.get(entity__name="Member States")
    assigning.withdraw(assignment=assignment, by=manager, why="Named by mistake")
    assert as_(viewer).get("/api/v1/assignments/").json()["count"] == 2
    rows = as_(viewer).get("/api/v1/assignments/?withdrawn=true").json()["results"]
    assert [(row["item"], row["withdrawn_why"]) for row in rows] == [(TREES, "Named by mistake")]


def test_an_assignment_shows_its_running_occurrence_as_it_is_today(as_, viewer, manager):
    occurrence = Occurrence.objects.get(assignment__entity__name="Member States")
    url = f"/api/v1/assignments/{occurrence.assignment_id}/"
    assert as_(viewer).get(url).json()["occurrence"]["overdue"] is True
    decide_status(
        occurrence=occurrence,
        to=Status.OVERTAKEN,
        by=manager,
        why="The trees stand",
        effective_on=timezone.localdate() - dt.timedelta(days=1),
    )
    shown = as_(viewer).get(url).json()
    assert (shown["occurrence"]["status"], shown["occurrence"]["overdue"]) == ("overtaken", False)
    assert (shown["occurrence"]["version"], len(shown["occurrences"])) == (2, 1)
