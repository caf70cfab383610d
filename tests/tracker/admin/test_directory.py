"""Placing new names and merging entities in the admin."""

import pytest
from django.urls import reverse

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked
from tests.tracker.admin.conftest import enter
from tests.tracker.admin.forms import fill
from tracker.models import Assignment

pytestmark = pytest.mark.django_db

NEW_NAME = "regional funding bodies"


@pytest.fixture
def new_name() -> Entity:
    tracked(reading("E/RES/2020/1", paragraph("1", asks(f"Invites {NEW_NAME} to help", of=[NEW_NAME]))))
    return Entity.objects.get(name=NEW_NAME)


def deed(entity: Entity, name: str) -> str:
    return reverse("admin:resolutions_entity_deed", args=[entity.pk, name])


@pytest.mark.parametrize("name", ["place", "rename", "merge"])
def test_who_only_reads_can_do_neither(client, viewer, new_name, name):
    client.force_login(viewer)
    assert client.post(deed(new_name, name)).status_code == 403
    new_name.refresh_from_db()
    assert new_name.provisional


def test_a_new_name_is_placed(client, clerk, new_name):
    client.force_login(clerk)
    client.post(deed(new_name, "place"))
    new_name.refresh_from_db()
    assert not new_name.provisional


def test_no_form_places_a_name_past_its_deed(client, clerk, new_name):
    client.force_login(clerk)
    page = client.get(reverse("admin:resolutions_entity_change", args=[new_name.pk]))
    assert "provisional" not in page.context["adminform"].form.fields


def test_a_merge_without_a_reason_is_asked_for_one(client, clerk, new_name, entity):
    client.force_login(clerk)
    answer = client.post(deed(new_name, "merge"), {"into": entity("World Bank").pk, "why": ""})
    assert answer.context["form"].errors["why"]
    assert Assignment.objects.get().entity == new_name


def test_a_new_name_is_merged_into_the_entity_it_means(client, clerk, new_name, entity):
    client.force_login(clerk)
    client.post(deed(new_name, "merge"), {"into": entity("World Bank").pk, "why": "The Bank is meant"})
    assert Assignment.objects.get().entity == entity("World Bank")


def test_an_entity_is_renamed_with_a_day_and_a_reason_and_not_by_its_form(client, clerk, new_name):
    enter(client, clerk)
    page = client.get(reverse("admin:resolutions_entity_change", args=[new_name.pk])).content.decode()
    assert 'name="name"' not in page
    said = {"name": "Regional funds", "since": "2021-01-01", "why": "Decision 2021/9."}
    assert client.post(deed(new_name, "rename"), said).status_code == 302
    new_name.refresh_from_db()
    assert new_name.name == "Regional funds"
    shown = client.get(f"/entities/{new_name.key}/").content.decode()
    assert "former name, until 31 December 2020" in shown


def test_an_entity_that_is_added_bears_its_own_name(client, clerk):
    fields = {"name": "Bank of Trees", "key": "bank-of-trees", "type": "other"}
    fill(enter(client, clerk), reverse("admin:resolutions_entity_add"), **fields)
    assert [row.name for row in Entity.objects.get(key="bank-of-trees").names.all()] == ["Bank of Trees"]
