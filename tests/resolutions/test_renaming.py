"""An entity bears another name from a day on; texts of the old days are matched by the old one."""

import datetime as dt

import pytest

from resolutions.corrections import CannotCorrect
from resolutions.directory import Directory
from resolutions.models import Entity, EntityName
from resolutions.renaming import rename_entity
from tests.builders import asks, paragraph, reading, stored

pytestmark = pytest.mark.django_db

SINCE = dt.date(2010, 7, 2)
OLD, NEW = "Board of Lighthouses", "Office for Safe Coasts"


@pytest.fixture
def board():
    """Give an entity with one official name."""
    entity = Entity.objects.create(key="lighthouses", name=OLD)
    EntityName.objects.create(entity=entity, name=OLD, kind="official")
    return entity


def names(entity):
    return {(row.name, row.kind, row.valid_from, row.valid_until) for row in entity.names.all()}


@pytest.mark.parametrize(
    ("name", "since", "words"),
    [
        ("  ", SINCE, "Give a name"),
        ("x" * 501, SINCE, "Give a name"),
        (OLD, SINCE, "already"),
        ("world bank", SINCE, "official name of another entity"),
    ],
)
def test_what_is_no_new_name_is_refused(board, name, since, words):
    with pytest.raises(CannotCorrect, match=words):
        rename_entity(entity=board, name=name, since=since)
    assert names(board) == {(OLD, "official", None, None)}


def test_a_name_does_not_end_before_it_began(board):
    rename_entity(entity=board, name=NEW, since=SINCE)
    with pytest.raises(CannotCorrect, match="holds only since 2 July 2010"):
        rename_entity(entity=board, name="Coast Office", since=SINCE)


def test_the_old_name_stays_with_its_last_day_and_both_find_the_entity(board):
    rename_entity(entity=board, name=NEW, since=SINCE)
    assert board.name == NEW
    assert names(board) == {(OLD, "former", None, dt.date(2010, 7, 1)), (NEW, "official", SINCE, None)}
    for words in (OLD, NEW, "safe coasts"):
        assert Entity.objects.search(words).get() == board


def test_an_entity_that_was_added_without_names_keeps_the_old_one_all_the_same(board):
    board.names.all().delete()
    rename_entity(entity=board, name=NEW, since=SINCE)
    assert {row[0] for row in names(board)} == {OLD, NEW}


def test_a_name_may_come_back(board):
    rename_entity(entity=board, name=NEW, since=SINCE)
    rename_entity(entity=board, name=OLD, since=dt.date(2015, 1, 1))
    rename_entity(entity=board, name=NEW, since=dt.date(2020, 1, 1))
    assert names(board) == {
        (OLD, "former", None, dt.date(2019, 12, 31)),
        (NEW, "former", SINCE, dt.date(2014, 12, 31)),
        (NEW, "official", dt.date(2020, 1, 1), None),
    }


@pytest.mark.parametrize(
    ("adopted", "key"), [(dt.date(2005, 7, 21), "lighthouses"), (dt.date(2012, 7, 26), "second-board")]
)
def test_a_name_that_another_bears_now_means_in_an_old_text_who_bore_it_then(board, adopted, key):
    rename_entity(entity=board, name=NEW, since=SINCE)
    second = Entity.objects.create(key="second-board", name=OLD)
    EntityName.objects.create(entity=second, name=OLD, kind="official", valid_from=SINCE)
    words = f"Requests the {OLD} to report"
    kept = stored(reading("E/RES/2005/90", paragraph("1", asks(words, of=[OLD])), adopted=adopted))
    (clause,) = kept.resolution.paragraphs.get(eid="op1").clauses.all()
    assert [named.entity.key for named in clause.addressees.all()] == [key]


def test_without_a_day_an_official_name_comes_before_a_former_one(board):
    rename_entity(entity=board, name=NEW, since=SINCE)
    second = Entity.objects.create(key="second-board", name=OLD)
    EntityName.objects.create(entity=second, name=OLD, kind="official")
    assert Directory([OLD]).find(OLD) == second
