"""The vocabulary of the database comes from the parser's tables; people's corrections last."""

import pytest

from resolutions.loading import Loaded, load_vocabulary
from resolutions.models import Entity, EntityMembership, EntityName, Organ, Session, Verb
from resolutions.parsing import vocabulary
from tests.snapshot import snapshot

pytestmark = pytest.mark.django_db


def test_every_row_of_the_tables_stands_in_the_database():
    assert set(Organ.objects.values_list("code", flat=True)) == {o.code for o in vocabulary.organs()}
    assert set(Verb.objects.values_list("lemma", flat=True)) == {v.lemma for v in vocabulary.verbs()}
    assert {e.key for e in vocabulary.entities()} <= set(Entity.objects.values_list("key", flat=True))
    assert Session.objects.count() == len(vocabulary.sessions())


def test_loading_again_changes_nothing_at_all():
    before = snapshot()
    assert load_vocabulary() == Loaded(0, 0, 0, 0, 0, 0)
    assert snapshot() == before


def test_what_was_lost_is_added_and_counted():
    Session.objects.all().delete()
    EntityName.objects.filter(entity__name="Norway").delete()
    loaded = load_vocabulary()
    assert loaded.sessions == len(vocabulary.sessions())
    assert loaded.names >= 1
    assert (loaded.organs, loaded.verbs, loaded.entities) == (0, 0, 0)


def test_corrections_of_people_last():
    Verb.objects.filter(lemma="request").update(force_secretariat=1)
    Entity.objects.filter(name="Norway").update(type="corrected")
    load_vocabulary()
    assert Verb.objects.get(lemma="request").force_secretariat == 1
    assert Entity.objects.get(name="Norway").type == "corrected"


def test_every_state_is_a_member_of_the_group_of_all_states():
    states = Entity.objects.filter(type="state")
    members = EntityMembership.objects.filter(group__name="Member States")
    assert states.count() > 150
    assert set(members.values_list("member", flat=True)) == set(states.values_list("pk", flat=True))
