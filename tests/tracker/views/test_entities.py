"""The directory of entities and the page of one."""

import datetime as dt

import pytest
from django.test import Client

from resolutions.models import Entity
from tests.builders import asks, paragraph, reading, tracked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def opened(client: Client, user, address: str):
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer


def page_of(name: str) -> str:
    return f"/entities/{Entity.objects.get(name=name).key}/"


def test_an_unknown_key_is_not_found(client: Client, viewer):
    client.force_login(viewer)
    assert client.get("/entities/no-such-entity/").status_code == 404


def test_nothing_found_says_what_to_do(client: Client, viewer):
    assert "Try an acronym or fewer words" in opened(client, viewer, "/entities/?q=xyzzy").content.decode()


@pytest.mark.parametrize("words", ["Norway", "norw", " NORWAY "])
def test_an_entity_is_found_by_part_of_a_name_whatever_its_case(client: Client, viewer, words):
    found = opened(client, viewer, f"/entities/?q={words}").context["page"].object_list
    assert "Norway" in [entity.name for entity in found]


def test_names_to_be_placed_come_first_for_those_who_place_them(client: Client, viewer, clerk):
    Entity.objects.create(key="zz-fund", name="Zz fund", provisional=True)
    answer = opened(client, clerk, "/entities/")
    assert answer.context["page"].object_list[0].name == "Zz fund"
    assert "1 name that texts brought is to be placed" in " ".join(answer.content.decode().split())
    assert opened(client, viewer, "/entities/").context["page"].object_list[0].name != "Zz fund"


def test_every_number_is_the_length_of_its_list(client: Client, viewer):
    tracked(
        reading(
            "E/RES/2020/1",
            paragraph("1", asks(due=dt.date(2021, 2, 1))),
            paragraph("2", asks()),
            paragraph("3", asks("Urges Norway to act", of=["Norway"])),
        )
    )
    answer = opened(client, viewer, page_of("Secretary-General"))
    told = {figure.word: figure.number for figure in answer.context["figures"]}
    assert told == {"obligations": 2, "open": 2, "due within 90 days": 0, "overdue": 1, "implemented": 0}
    assert "E/RES/2020/1#op2.1" in answer.content.decode()
    norway = opened(client, viewer, page_of("Norway"))
    assert (norway.context["figures"][0].number, norway.context["figures"][0].word) == (1, "obligation")
    assert "Urges Norway to act" in norway.content.decode()


def test_a_focal_point_sees_no_numbers_of_another_entity(client: Client, norway):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    answer = opened(client, norway, page_of("Secretary-General"))
    assert {figure.number for figure in answer.context["figures"]} == {0}
    assert "Nothing that you may see is open here" in answer.content.decode()


def test_names_groups_and_members_stand_on_the_page(client: Client, viewer, secretariat):
    assert "Member States" in opened(client, viewer, page_of("Norway")).content.decode()
    assert "193 members" in opened(client, viewer, page_of("Member States")).content.decode()
    page = opened(client, viewer, page_of("Secretary-General")).content.decode()
    assert "secretariat <span" in page


def test_a_merged_entity_leads_to_the_one_that_stands_for_it(client: Client, viewer):
    norway = Entity.objects.get(name="Norway")
    middle = Entity.objects.create(key="kingdom", name="Kingdom", merged_into=norway)
    Entity.objects.create(key="old-kingdom", name="Old Kingdom", merged_into=middle)
    client.force_login(viewer)
    assert client.get("/entities/old-kingdom/")["Location"] == f"/entities/{norway.key}/"
