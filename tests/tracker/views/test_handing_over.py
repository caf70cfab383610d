"""The page on which a manager hands a focal point's work over."""

import pytest
from django.test import Client

from tests.conftest import person, speaks_for
from tracker import roles
from tracker.models import Handover
from tracker.permissions import is_focal_point

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "clerk", "reviewer"])
def test_whoever_appoints_nobody_is_turned_away(client: Client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/handovers/").status_code == client.post("/handovers/").status_code == 403


def test_a_manager_ticks_what_goes_over_and_finds_it_in_the_list(
    client: Client, manager, secretariat, draft, entity
):
    person("successor", roles.FOCAL_POINT)
    speaks_for(secretariat, "Norway")
    client.force_login(manager)
    sent = {"from_user": secretariat.pk, "to_user": "successor", "why": "Moved to Nairobi."}
    asked = client.post("/handovers/", sent).content.decode()
    assert asked.count('name="entities"') == 2
    assert not Handover.objects.exists()
    sent["entities"] = draft.entity_id
    assert client.post("/handovers/", sent)["Location"] == "/handovers/"
    shown = client.get("/handovers/").content.decode()
    assert '<option value="successor">' in shown
    assert "Moved to Nairobi." in shown
    assert "1 draft, 0 watches" in shown
    assert is_focal_point(secretariat, entity("Norway"))


@pytest.mark.usefixtures("stranger", "viewer")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"to_user": "nobody"}, "Nobody here has this user name."),
        ({"to_user": "secretariat"}, "Choose another person"),
        ({"to_user": "stranger"}, "has no role here that answers"),
        ({"to_user": "viewer"}, "Choose somebody with another role"),
        ({"why": ""}, "Fill this in; it cannot stay empty."),
    ],
)
def test_what_is_wrong_is_told_beside_the_field(client: Client, manager, secretariat, entity, change, told):
    client.force_login(manager)
    sent = {"from_user": secretariat.pk, "to_user": "manager", "why": "On leave."} | change
    sent["entities"] = entity("Secretary-General").pk
    answer = client.post("/handovers/", sent)
    assert (answer.status_code, told in answer.content.decode()) == (400, True)
    assert not Handover.objects.exists()
