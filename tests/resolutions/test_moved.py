"""What a person settled survives a new text that has the words in another paragraph."""

import datetime as dt

import pytest

from resolutions import corrections, importing
from resolutions.corrections import Correction, Named
from resolutions.models import Clause, ClauseSuggestion, Entity, ReviewState, Verb
from resolutions.moved import places_of
from tests.builders import asks, paragraph, reading, states, stored

pytestmark = pytest.mark.django_db

WELCOMES = "Welcomes the efforts of the regional commissions in this field"
HELP = "invites Member States to help in the work of the programme and its partners"
DUE = dt.date(2021, 12, 31)


def joined(help_words: str = HELP):
    return reading("E/RES/2020/1", paragraph("1", states(WELCOMES), invites(help_words)))


def split(help_words: str = HELP):
    return reading("E/RES/2020/1", paragraph("1", states(WELCOMES)), paragraph("2", invites(help_words)))


def invites(words: str):
    return asks(words, verb="invite", of=["Member States"], due=DUE)


@pytest.fixture
def corrected(clerk) -> Clause:
    """Give a clause of which a person said that it urges Norway."""
    stored(joined(), file="one")
    clause = Clause.objects.get(asks=True)
    verb, _ = Verb.objects.get_or_create(lemma="urge", defaults={"type": "directive", "force_states": 7})
    norway, _ = Entity.objects.get_or_create(key="norway", defaults={"name": "Norway"})
    said = Correction(
        verb=verb, action="help at once", addressees=[Named(norway), Named(_members(), "Member States")]
    )
    corrections.correct(clause=clause, by=clerk, correction=said)
    return clause


def _members() -> Entity:
    return Entity.objects.get(name="Member States")


def read_again(monkeypatch, document) -> importing.Stored:
    """Let a better parser read the same file."""
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    return stored(document, file="one")


def elsewhere() -> Clause:
    return Clause.objects.by_reference("E/RES/2020/1#op2.1").get()


def test_a_correction_follows_words_that_a_reading_parts_from_their_paragraph(corrected, clerk, monkeypatch):
    result = read_again(monkeypatch, split())
    clause = elsewhere()
    assert (clause.verb.lemma, clause.action, clause.force_states) == ("urge", "help at once", 7)
    assert (clause.review_state, clause.reviewed_by, clause.doubts) == (ReviewState.CORRECTED, clerk, [])
    assert [(a.entity.name, a.text) for a in clause.addressees.all()] == [
        ("Norway", ""),
        ("Member States", "Member States"),
    ]
    assert clause.deadlines.get().last_day == DUE
    text = clause.paragraph.texts.get(version=result.version).text
    named = clause.addressees.get(text="Member States")
    assert text[named.start : named.end] == "Member States"
    corrected.refresh_from_db()
    assert (corrected.vanished, result.clauses.vanished, result.clauses.added) == (True, 1, 1)


def test_the_new_reading_is_suggested_beside_what_came_over(corrected, monkeypatch):
    assert read_again(monkeypatch, split()).clauses.suggested == 1
    assert ClauseSuggestion.objects.get(clause=elsewhere()).reading["verb"] == "invite"


def test_what_came_over_is_kept_by_every_reading_after_it(corrected, monkeypatch):
    read_again(monkeypatch, split())
    stored(split("Invites Member States to help in all the work of the programme"), file="two")
    assert (elsewhere().verb.lemma, elsewhere().review_state) == ("urge", ReviewState.CORRECTED)
    stored(joined(), file="three")
    corrected.refresh_from_db()
    assert (corrected.vanished, corrected.verb.lemma) == (False, "urge")


def test_other_words_in_another_paragraph_take_nothing_over(corrected, monkeypatch):
    read_again(monkeypatch, split("calls upon Member States to pay what they owe the programme"))
    assert (elsewhere().verb.lemma, elsewhere().review_state) == ("invite", ReviewState.SUGGESTED)


def test_what_nobody_settled_is_read_anew_where_it_stands(monkeypatch):
    stored(joined(), file="one")
    read_again(monkeypatch, split())
    assert elsewhere().review_state == ReviewState.SUGGESTED


@pytest.mark.parametrize(
    ("gone", "new", "places"),
    [
        ([], ["a b"], {}),
        (["a b"], [], {}),
        (["invites States to help"], ["welcomes it", "Invites States to help"], {0: 1}),
        (["invites States to help"], ["invites States to pay"], {}),
        (["x y", "x y"], ["x y"], {0: 0}),
        (["x y", "x y"], ["x y", "x y"], {0: 0, 1: 1}),
    ],
)
def test_each_place_is_taken_once_by_the_same_words_in_their_order(gone, new, places):
    assert places_of(gone, new) == places
