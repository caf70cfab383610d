"""Entities, verbs and organs: found by key, lemma and code."""

import pytest

from resolutions.models import Entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(as_, viewer):
    return as_(viewer)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("q=norw", ["state-nor"]),
        ("iso3=nor", ["state-nor"]),
        ("iso3=NOR&group=true", []),
        ("member_of=ms&q=norway", ["state-nor"]),
        ("q=norway&merged=true", []),
        ("provisional=true", []),
    ],
)
def test_entities_are_narrowed(reader, query, keys):
    body = reader.get(f"/api/v1/entities/?{query}").json()
    assert [row["key"] for row in body["results"]] == keys


def test_an_entity_tells_its_names_its_members_and_its_groups(reader):
    group = reader.get("/api/v1/entities/ms/").json()
    assert group["is_group"] is True
    assert "state-nor" in [member["entity"] for member in group["members"]]
    member = reader.get("/api/v1/entities/state-nor/").json()
    assert "ms" in [held["entity"] for held in member["groups"]]


def test_a_merged_entity_leaves_the_list_and_its_key_goes_on_working(reader):
    old = Entity.objects.create(key="old-name", name="Old name", merged_into=Entity.objects.get(key="ms"))
    assert reader.get("/api/v1/entities/?q=old name").json()["count"] == 0
    assert reader.get("/api/v1/entities/?q=old name&merged=true").json()["count"] == 1
    assert reader.get("/api/v1/entities/old-name/").json()["merged_into"] == "ms"
    assert reader.get(f"/api/v1/entities/{old.pk}/").json()["key"] == "old-name"


@pytest.mark.parametrize(
    ("url", "name", "value"),
    [
        ("verbs/request", "type", "directive"),
        ("verbs/call upon", "lemma", "call upon"),
        ("organs/ECOSOC", "symbol_prefix", "E/RES/"),
    ],
)
def test_a_verb_and_an_organ_are_found_by_their_names(reader, url, name, value):
    assert reader.get(f"/api/v1/{url}/").json()[name] == value


def test_verbs_are_narrowed_by_what_they_do(reader):
    rows = reader.get("/api/v1/verbs/?type=directive&creates_action=yes&page_size=1000").json()["results"]
    assert {(row["type"], row["creates_action"]) for row in rows} == {("directive", "yes")}
