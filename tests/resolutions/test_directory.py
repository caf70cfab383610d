"""What a name means, and what becomes of one that nobody bears."""

import pytest

from resolutions.directory import Directory, keep_new_name, standing
from resolutions.models import Entity, EntityName

pytestmark = pytest.mark.django_db


def find(name):
    return Directory([name]).find(name)


def known(name, kind="official", **more):
    """Put an entity with one name into the directory."""
    entity = Entity.objects.create(key=name.lower().replace(" ", "-"), name=name, **more)
    EntityName.objects.create(entity=entity, name=name, kind=kind)
    return entity


@pytest.mark.parametrize(
    "written",
    ["Board of Lighthouses", "board of lighthouses", "BOARD OF LIGHTHOUSES", " Board  of\nLighthouses "],
    ids=["as it is", "small", "capitals", "spaces and line breaks"],
)
def test_a_name_is_found_whatever_its_case_and_spacing(written):
    entity = known("Board of Lighthouses")
    assert find(written) == entity


@pytest.mark.parametrize("kind", ["acronym", "alias", "former"])
def test_every_kind_of_name_is_found(kind):
    entity = known("Board of Lighthouses")
    EntityName.objects.create(entity=entity, name="BoLi", kind=kind)
    assert find("BoLi") == entity


def test_a_keyboard_s_apostrophe_finds_the_one_that_print_uses():
    entity = known("Sailors’ Home")
    assert Entity.objects.named("sailors' home").get() == entity
    assert Entity.objects.search("lors' h").get() == entity


def test_of_two_that_bear_a_name_the_official_bearer_wins():
    alias = known("Lighthouse Fund", kind="alias")
    EntityName.objects.create(entity=alias, name="Beacon", kind="alias")
    official = known("Beacon")
    assert find("Beacon") == official


@pytest.mark.parametrize("name", ["Government of Norway", "Norwegian authorities", "Norwegian Government"])
def test_a_government_is_kept_under_its_state(name):
    assert find(name) == Entity.objects.get(iso3="NOR")


def test_a_government_that_somebody_listed_by_name_is_itself():
    listed = known("Government of Norway")
    assert find("Government of Norway") == listed


def test_a_merged_entity_is_found_as_the_one_that_stands_for_it_today():
    last = known("Third Board")
    middle = known("Second Board", merged_into=last)
    first = known("First Board", merged_into=middle)
    assert find("First Board") == standing(first) == last


def test_a_name_that_nobody_bears_becomes_an_entity_to_be_placed_once():
    directory = Directory(["Board of Lighthouses"])
    entity = directory.find("Board of Lighthouses")
    assert (entity.provisional, entity.key) == (True, "board-of-lighthouses")
    assert directory.find("board of lighthouses") == entity
    assert find("Board of Lighthouses") == entity


def test_a_name_that_another_import_brought_meanwhile_is_not_brought_twice():
    directory = Directory(["Board of Lighthouses"])
    meanwhile = keep_new_name(name="Board of Lighthouses")
    assert directory.find("Board of Lighthouses") == meanwhile


@pytest.mark.parametrize(
    ("name", "key"),
    [("Norway!", "norway-2"), ("…", "entity"), ("x" * 600, "x" * 180), ("Über­see", "ubersee")],
    ids=["key is taken", "nothing to make a key of", "too long", "letters with marks"],
)
def test_every_name_gets_a_key_of_its_own(name, key):
    Entity.objects.get_or_create(key="norway", defaults={"name": "Norway"})
    assert keep_new_name(name=name).key == key
