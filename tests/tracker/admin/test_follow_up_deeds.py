"""What a manager does to indicators and focal points in the admin."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import person
from tests.register import occurrence
from tests.register import register as fill_register
from tests.tracker.admin.conftest import enter
from tests.tracker.admin.forms import fill, said
from tracker import roles
from tracker.models import Handover, Indicator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def deed(thing, name: str) -> str:
    return reverse(f"admin:tracker_{thing._meta.model_name}_deed", args=[thing.pk, name])


@pytest.mark.parametrize("who", ["viewer", "secretariat", "reviewer"])
def test_whoever_may_not_gets_no_form(client: Client, request, secretariat, who):
    fill_register()
    enter(client, request.getfixturevalue(who))
    item = occurrence("Secretary-General").assignment.item
    assert client.get(deed(item, "indicator")).status_code == 403
    appointment = secretariat.focal_points.get()
    assert client.get(deed(appointment, "hand-over")).status_code in (403, 404)


def test_an_indicator_is_defined_changed_and_retired(client: Client, manager):
    fill_register()
    enter(client, manager)
    item = occurrence("Secretary-General").assignment.item
    fill(client, deed(item, "indicator"), name="Advisers in post", unit="posts")
    indicator = Indicator.objects.get()
    fill(client, deed(indicator, "change"), target="2", target_on="2021-12-31")
    fill(client, deed(indicator, "retire"), why="All are filled.")
    indicator.refresh_from_db()
    assert (indicator.name, indicator.target) == ("Advisers in post", Decimal(2))
    assert indicator.retired_at


def test_whoever_only_looks_is_neither_offered_nor_appointed(client: Client, manager, viewer, secretariat):
    enter(client, manager)
    address = reverse("admin:tracker_focalpoint_add")
    sent = {"user": viewer.pk, "entity": secretariat.focal_points.get().entity_id, "valid_from": "2021-03-01"}
    assert "Choose somebody with another role" in said(client.post(address, sent))
    assert not viewer.focal_points.exists()
    asked = {"app_label": "tracker", "model_name": "focalpoint", "field_name": "user", "term": "e"}
    offered = client.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert {row["text"] for row in offered} == {"manager", "secretariat"}


def test_work_is_handed_over(client: Client, manager, secretariat):
    successor = person("successor", roles.FOCAL_POINT)
    enter(client, manager)
    fill(client, deed(secretariat.focal_points.get(), "hand-over"), to_user=successor.pk, why="Retired.")
    assert Handover.objects.get().to_user == successor
