"""Relations of items, proposals and retirements by API, by the same rules as on the pages."""

import pytest

from tests.builders import asks, paragraph, reading, tracked
from tests.tracker.test_proposing import ANEW, EARLY, LATE, REPORT
from tracker.models import ItemRelation, RelationProposal, Retirement
from tracker.proposing import propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

EARLIER, LATER = "E/RES/2010/5#op1.1", "E/RES/2011/7#op1.1"
PAIR = {"later": LATER, "earlier": EARLIER, "kind": "renews", "effective_on": "2011-07-20"}
LISTS = ("relations/", "relation-proposals/", "retirements/")


@pytest.fixture(autouse=True)
def proposal():
    """Give the proposal that one request of the Secretary-General repeats another."""
    tracked(reading("E/RES/2010/5", paragraph("1", asks(REPORT)), adopted=EARLY))
    propose(tracked(reading("E/RES/2011/7", paragraph("1", asks(ANEW)), adopted=LATE)))
    return RelationProposal.objects.get()


def post(client, path, **body):
    return client.post(f"/api/v1/{path}", body, format="json")


def test_nobody_unknown_and_nobody_without_a_role_is_told_anything(anonymous, as_, stranger):
    for path in LISTS:
        assert anonymous.get(f"/api/v1/{path}").status_code == 401
        assert as_(stranger).get(f"/api/v1/{path}").status_code == 403
    assert post(anonymous, "relations/", **PAIR).status_code == 401
    assert post(as_(stranger), "retirements/", item=EARLIER, why="Done.").status_code == 403


@pytest.mark.parametrize("who", ["viewer", "clerk", "reviewer", "secretariat"])
def test_who_may_not_settle_them_is_refused(as_, request, who, proposal):
    client = as_(request.getfixturevalue(who))
    assert post(client, "relations/", **PAIR).status_code == 403
    assert post(client, f"relation-proposals/{proposal.pk}/dismiss/").status_code == 403
    assert post(client, "retirements/", item=EARLIER, why="Done.").status_code == 403
    assert not ItemRelation.objects.exists()
    assert not Retirement.objects.exists()


def test_who_may_see_neither_item_finds_neither_proposal_nor_relation(as_, manager, norway, proposal):
    relation = post(as_(manager), "relations/", **PAIR).json()
    retirement = post(as_(manager), "retirements/", item=LATER, why="Done.").json()
    client = as_(norway)
    for path, row in zip(LISTS, (relation, {"id": proposal.pk}, retirement), strict=True):
        assert client.get(f"/api/v1/{path}").json()["results"] == []
        assert client.get(f"/api/v1/{path}{row['id']}/").status_code == 404


def test_a_relation_is_recorded_shown_on_the_items_and_undone(as_, manager, proposal):
    client = as_(manager)
    answer = post(client, "relations/", **PAIR, why="Asked anew.")
    assert answer.status_code == 201
    told = answer.json()
    assert {name: told[name] for name in PAIR} == PAIR
    assert (told["recorded_by"], told["undone_at"]) == ("manager", None)
    item = client.get("/api/v1/action-items/E/RES/2010/5%23op1.1/").json()
    assert (item["validity"], item["validity_by"]) == ("superseded", LATER)
    listed = client.get("/api/v1/action-items/?validity=superseded").json()["results"]
    assert [row["reference"] for row in listed] == [EARLIER]
    assert client.get(f"/api/v1/relation-proposals/{proposal.pk}/").json()["state"] == "confirmed"
    assert post(client, f"relations/{told['id']}/undo/").status_code == 400
    undone = post(client, f"relations/{told['id']}/undo/", why="Another was meant.")
    assert (undone.status_code, undone.json()["undone_by"]) == (200, "manager")
    assert client.get("/api/v1/relations/?undone=false").json()["results"] == []
    assert len(client.get("/api/v1/relations/?undone=true").json()["results"]) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"later": "E/RES/1999/1#op1.1"}, "later"),
        ({"kind": "likes"}, "kind"),
        ({"effective_on": "2011-07-01"}, "effective_on"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(as_, manager, changed, field):
    answer = post(as_(manager), "relations/", **{**PAIR, **changed})
    assert answer.status_code == 400
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]


def test_a_proposal_is_listed_with_its_grounds_and_dismissed_once(as_, manager, proposal):
    client = as_(manager)
    (row,) = client.get(
        f"/api/v1/relation-proposals/?state=proposed&later={LATER.replace('#', '%23')}"
    ).json()["results"]
    assert (row["earlier"], row["kind"], row["basis"], row["score"] > 75) == (
        EARLIER,
        "repeats",
        "likeness",
        True,
    )
    dismissed = post(client, f"relation-proposals/{proposal.pk}/dismiss/", reason="Two groups.")
    assert (dismissed.json()["state"], dismissed.json()["reason"]) == ("dismissed", "Two groups.")
    assert post(client, f"relation-proposals/{proposal.pk}/dismiss/").status_code == 409


def test_an_item_is_retired_and_that_is_lifted(as_, manager):
    client = as_(manager)
    retired = post(client, "retirements/", item=EARLIER, why="Decision 2021/2.")
    assert (retired.status_code, retired.json()["effective_on"]) == (201, "2021-03-01")
    assert client.get("/api/v1/action-items/E/RES/2010/5%23op1.1/").json()["validity"] == "retired"
    lifted = post(client, f"retirements/{retired.json()['id']}/lift/", why="Amended.")
    assert lifted.json()["lifted_by"] == "manager"
    assert client.get("/api/v1/action-items/E/RES/2010/5%23op1.1/").json()["validity"] == "in_force"
