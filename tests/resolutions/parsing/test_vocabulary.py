"""The tables hold together and say what the rules of the field say."""

import datetime as dt
from collections import Counter

import pytest

from resolutions.parsing.document import ClauseType
from resolutions.parsing.vocabulary import (
    entities,
    organs,
    sessions,
    verb_class_types,
    verb_phrases,
    verbs,
)
from resolutions.parsing.vocabulary.sessions import assembly_opening
from resolutions.parsing.vocabulary.tables import rows


def test_every_verb_is_listed_once():
    assert max(Counter(verb.lemma for verb in verbs()).values()) == 1


def test_every_phrase_means_a_listed_verb_and_every_verb_can_be_said():
    assert {phrase.lemma for phrase in verb_phrases()} == {verb.lemma for verb in verbs()}


def test_the_finer_classes_cover_all_five_types():
    assert set(verb_class_types().values()) == set(ClauseType)
    assert {verb.verb_class for verb in verbs()} <= set(verb_class_types())


@pytest.mark.parametrize(
    ("lemma", "type_", "creates_action"),
    [
        ("request", ClauseType.DIRECTIVE, "yes"),
        ("authorize", ClauseType.DECIDING, "yes"),
        ("commend", ClauseType.EVALUATIVE, "no"),
        ("recognize", ClauseType.OBSERVING, "no"),
        ("reiterate", ClauseType.REINFORCING, "conditional"),
        ("remain seized", ClauseType.DECIDING, "no"),
    ],
)
def test_a_verb_has_its_type_and_says_whether_it_asks(lemma, type_, creates_action):
    verb = next(verb for verb in verbs() if verb.lemma == lemma)
    assert (verb.type, verb.creates_action) == (type_, creates_action)


def test_forces_lie_between_none_and_ten():
    assert all(0 <= force <= 10 for verb in verbs() for force in (verb.force_secretariat, verb.force_states))


def test_an_entity_has_one_key_and_an_acronym_one_entity():
    keys = Counter(entity.key for entity in entities())
    acronyms = Counter(entity.acronym for entity in entities() if entity.acronym)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [acronym for acronym, times in acronyms.items() if times > 1] == []


def test_no_name_or_alias_means_two_entities():
    said = Counter(name.casefold() for entity in entities() for name in {entity.name, *entity.aliases})
    assert [name for name, times in said.items() if times > 1] == []


def test_all_member_states_are_there_with_their_iso_code():
    states = [entity for entity in entities() if entity.type == "state"]
    assert len(states) == 193
    assert len({state.iso3 for state in states if state.iso3}) == 193


def test_whom_a_body_calls_by_a_bare_title_is_in_the_directory():
    codes, names = {organ.code for organ in organs()}, {entity.name for entity in entities()}
    assert [row for row in rows("own_names") if row["organ"] not in codes or row["name"] not in names] == []


def test_bodies_have_their_own_code_and_prefix():
    codes = [organ.code for organ in organs()]
    assert len(codes) == len(set(codes))
    assert {"GA", "SC", "ECOSOC", "HRC"} <= set(codes)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        pytest.param(69, dt.date(2014, 9, 16), id="third week of September"),
        pytest.param(77, dt.date(2022, 9, 13), id="the last one in the third week"),
        pytest.param(78, dt.date(2023, 9, 5), id="the first one in the second week"),
        pytest.param(80, dt.date(2025, 9, 9), id="first of September is a Monday"),
    ],
)
def test_the_general_assembly_opens_on_the_ruled_tuesday(number, day):
    assert assembly_opening(number) == day
    assert day.weekday() == 1


def test_sessions_belong_to_listed_bodies_and_end_after_they_open():
    codes = {organ.code for organ in organs()}
    for session in sessions():
        assert session.organ in codes
        assert session.opens < session.closes, session


def test_a_known_session_replaces_its_estimate():
    held = {(session.organ, session.label): session for session in sessions()}
    assert held["HRC", "58"].opens == dt.date(2025, 2, 24)
    assert not held["HRC", "58"].estimated
    assert held["HRC", "61"].estimated
    assert held["ECOSOC", "2023"].opens.year == 2022
    assert len(held) == len(sessions())
