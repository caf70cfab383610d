"""Clauses of a new reading beside those that stand."""

import datetime as dt

import pytest
from msgspec.structs import replace

from resolutions import corrections, importing, missed, suggestions
from resolutions.corrections import Correction, Named
from resolutions.models import Clause, ClauseSuggestion, Entity, Verb
from resolutions.parsing.document import AddresseeRole
from tests.builders import asks, paragraph, reading, states, stored

pytestmark = pytest.mark.django_db

REPORT = "Requests the Secretary-General to report on cooperation to the Council"
HELP = "invites Member States to help in the work of the programme"
WELCOME = "welcomes the efforts of the regional commissions in this field"
DAY = dt.date(2021, 12, 31)


def ask_report(**more):
    return asks(REPORT, **more)


def ask_help(words=HELP):
    return asks(words, verb="invite", of=["Member States"])


def of_paragraph(*clauses):
    return reading("E/RES/2020/1", paragraph("1", *clauses))


def clause(number):
    return Clause.objects.by_reference(f"E/RES/2020/1#op1.{number}").get()


def words_of(each):
    return each.paragraph.texts.get(version=each.version).text[each.start : each.end]


# --- Doubts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "doubts"),
    [
        pytest.param(
            dt.date(2020, 7, 19), ["two_readings", "due_before_adoption"], id="the day before adoption"
        ),
        pytest.param(dt.date(2020, 7, 20), ["two_readings"], id="the day of adoption"),
        pytest.param(None, ["two_readings"], id="no due date"),
    ],
)
def test_a_due_date_before_the_adoption_is_doubted(due, doubts):
    stored(of_paragraph(ask_report(due=due, doubts=["two_readings"])))
    assert clause(1).doubts == doubts


def test_the_end_of_a_mandate_may_lie_before_the_adoption_of_what_recalls_it():
    ended = ask_report(due=dt.date(2019, 12, 31))
    assert ended.deadline is not None
    expiry = replace(ended.deadline, expiry=True)
    stored(of_paragraph(replace(ended, deadline=expiry, deadlines=(expiry,))))
    assert clause(1).doubts == []


# --- Numbers ------------------------------------------------------------------------------------------


def test_clauses_are_numbered_in_reading_order():
    stored(of_paragraph(ask_report(), ask_help()))
    assert [(c.number, c.verb.lemma) for c in Clause.objects.all()] == [(1, "request"), (2, "invite")]


def test_a_missed_clause_gets_the_next_free_number_and_the_others_keep_theirs():
    stored(of_paragraph(ask_report(), ask_help()))
    result = stored(of_paragraph(ask_report(), states(WELCOME), ask_help()))
    assert [(c.number, c.verb.lemma) for c in Clause.objects.all()] == [
        (1, "request"),
        (2, "invite"),
        (3, "welcome"),
    ]
    assert (result.clauses.added, result.clauses.updated) == (1, 2)


def test_a_vanished_clause_keeps_its_number_for_ever():
    stored(of_paragraph(ask_report(), ask_help()))
    result = stored(of_paragraph(ask_report(), states(WELCOME)))
    assert [(c.number, c.verb.lemma, c.vanished) for c in Clause.objects.all()] == [
        (1, "request", False),
        (2, "invite", True),
        (3, "welcome", False),
    ]
    assert result.clauses.vanished == 1


def test_a_vanished_clause_is_counted_as_vanished_once():
    stored(of_paragraph(ask_report(), ask_help()), file="one")
    stored(of_paragraph(ask_report()), file="two")
    assert stored(of_paragraph(ask_report(due=DAY)), file="three").clauses.vanished == 0


def test_clauses_that_change_places_keep_their_numbers():
    stored(of_paragraph(ask_report(), ask_help()))
    stored(of_paragraph(ask_help(), ask_report()))
    assert [(c.number, c.verb.lemma) for c in Clause.objects.all()] == [(1, "request"), (2, "invite")]
    assert words_of(clause(1)) == REPORT


# --- What nobody touched follows the text -------------------------------------------------------------


def test_a_new_reading_replaces_the_values_of_an_untouched_clause():
    stored(of_paragraph(ask_report(doubts=["addressee"])))
    stored(of_paragraph(ask_report(due=DAY)))
    assert clause(1).doubts == []
    assert clause(1).deadlines.get(governs=True).last_day == DAY


def test_a_name_the_directory_lacks_becomes_an_entity_to_be_placed():
    stored(of_paragraph(asks("Requests the Board of Lighthouses to act", of=["Board of Lighthouses"])))
    entity = clause(1).addressees.get().entity
    assert (entity.name, entity.provisional) == ("Board of Lighthouses", True)


def test_a_verb_the_vocabulary_lacks_is_added_as_the_reading_describes_it():
    stored(of_paragraph(asks("Petitions the Secretary-General", verb="petition")))
    assert (clause(1).verb.lemma, clause(1).verb.type) == ("petition", "directive")


def test_an_entity_that_was_merged_is_read_as_the_one_that_stands_for_it(entity):
    merged, standing = entity("Norway"), entity("Sweden")
    merged.merged_into = standing
    merged.save()
    stored(of_paragraph(asks("Requests Norway to act", of=["Norway"])))
    assert clause(1).addressees.get().entity == standing


def test_the_same_entity_named_twice_is_kept_once():
    twice = ask_report()
    stored(of_paragraph(replace(twice, addressees=twice.addressees * 2)))
    assert clause(1).addressees.count() == 1


def test_those_named_after_including_belong_to_the_addressee_before_them():
    stored(
        of_paragraph(
            asks(
                "Invites Member States, including Norway, to act", of=["Member States"], including=["Norway"]
            )
        )
    )
    group, named = clause(1).addressees.all()
    assert (named.role, named.group) == (AddresseeRole.INCLUDING, group)


def test_a_list_item_points_to_its_chapeau():
    chapeau = paragraph("1", asks("Requests the Secretary-General:"))
    item = paragraph("1_a", replace(asks("to report", of=[]), inherited=True, chapeau="op1.1"))
    stored(reading("E/RES/2020/1", chapeau, replace(item, parent="op1")))
    first, second = Clause.objects.all()
    assert (second.chapeau, second.paragraph.parent) == (first, first.paragraph)


# --- What a person settled stays ----------------------------------------------------------------------


def test_a_confirmed_clause_keeps_its_values_and_the_other_reading_stands_beside_it(clerk):
    stored(of_paragraph(ask_report()))
    corrections.confirm(clause=clause(1), by=clerk)
    result = stored(of_paragraph(ask_report(due=DAY)))
    assert (result.clauses.kept, result.clauses.suggested, result.clauses.updated) == (1, 1, 0)
    assert not clause(1).deadlines.exists()
    assert ClauseSuggestion.objects.get().reading["due_to"] == "2021-12-31"


@pytest.mark.parametrize(
    "another",
    [
        asks(REPORT, verb="invite"),
        replace(asks(REPORT), asks=False),
        asks(REPORT, of=["Secretary-General", "Council"]),
        asks(REPORT, due=DAY),
    ],
    ids=["verb", "whether it asks", "addressee", "due date"],
)
def test_whatever_the_other_reading_differs_in_is_suggested(clerk, another):
    stored(of_paragraph(ask_report()))
    corrections.confirm(clause=clause(1), by=clerk)
    stored(of_paragraph(another))
    assert ClauseSuggestion.objects.count() == 1
    assert [(c.verb.lemma, c.asks) for c in Clause.objects.all()] == [("request", True)]


def test_a_reading_that_says_the_same_suggests_nothing(clerk, monkeypatch):
    stored(of_paragraph(ask_report(due=DAY)), file="one")
    corrections.confirm(clause=clause(1), by=clerk)
    monkeypatch.setattr(importing, "PARSER_VERSION", "next")
    result = stored(of_paragraph(ask_report(due=DAY)), file="one")
    assert (result.clauses.kept, result.clauses.suggested) == (1, 0)


@pytest.mark.parametrize("dismissed", [True, False], ids=["dismissed", "still waiting"])
def test_a_reading_that_was_suggested_already_is_not_suggested_again(clerk, dismissed):
    stored(of_paragraph(ask_report()), file="one")
    corrections.confirm(clause=clause(1), by=clerk)
    stored(of_paragraph(ask_report(due=DAY)), file="two")
    if dismissed:
        suggestions.settle_suggestion(suggestion=ClauseSuggestion.objects.get(), by=clerk, take=False)
    result = stored(of_paragraph(ask_report(due=DAY), states(WELCOME)), file="three")
    assert result.clauses.suggested == 0
    assert ClauseSuggestion.objects.count() == 1


def test_a_corrected_clause_moves_with_its_words_and_keeps_what_the_person_said(clerk, entity):
    stored(of_paragraph(ask_report(), ask_help()))
    corrections.correct(
        clause=clause(2),
        by=clerk,
        correction=Correction(addressees=[Named(entity("Norway"))]),
    )
    stored(of_paragraph(ask_report(), states(WELCOME), ask_help()))
    moved = clause(2)
    assert words_of(moved) == HELP
    assert [a.entity.name for a in moved.addressees.all()] == ["Norway"]
    assert moved.review_state == "corrected"


def test_a_clause_that_a_person_added_lives_on_where_the_parser_still_misses_it(clerk):
    resolution = stored(of_paragraph(ask_report(), states(WELCOME)), file="one").resolution
    added = missed.add_clause(
        paragraph=resolution.paragraphs.get(eid="op1"),
        words="efforts of the regional commissions",
        verb=Verb.objects.get(lemma="note"),
        by=clerk,
        asks=False,
    )
    result = stored(of_paragraph(states(WELCOME), ask_report()), file="two")
    added.refresh_from_db()
    assert (added.number, added.vanished, added.version) == (3, False, result.version)
    assert words_of(added) == "efforts of the regional commissions"


def test_a_second_identical_phrase_that_a_person_added_stays_at_its_own_place(clerk):
    twice = "calls on them to act, and again calls on them to act"
    resolution = stored(of_paragraph(states(twice)), file="one").resolution
    added = missed.add_clause(
        paragraph=resolution.paragraphs.get(eid="op1"),
        words="calls on them to act",
        verb=Verb.objects.get(lemma="call for"),
        by=clerk,
        occurrence=2,
    )
    stored(of_paragraph(states(WELCOME), states(twice)), file="two")
    added.refresh_from_db()
    text = added.paragraph.texts.get(version=added.version).text
    assert (added.start, added.vanished) == (text.rindex("calls on them to act"), False)


def test_a_clause_of_a_person_whose_words_are_gone_vanishes_but_stays(clerk):
    stored(of_paragraph(ask_report(), ask_help()))
    corrections.confirm(clause=clause(2), by=clerk)
    stored(of_paragraph(ask_report()))
    assert (clause(2).vanished, clause(2).review_state) == (True, "confirmed")


def test_a_person_s_clause_is_found_by_its_words_where_the_parser_cleans_the_text_anew(clerk, monkeypatch):
    resolution = stored(of_paragraph(states("12 " + WELCOME)), file="one").resolution
    added = missed.add_clause(
        paragraph=resolution.paragraphs.get(eid="op1"),
        words="efforts of the regional commissions",
        verb=Verb.objects.get(lemma="note"),
        by=clerk,
        asks=False,
    )
    monkeypatch.setattr(importing, "PARSER_VERSION", "drops the page number")
    stored(of_paragraph(states(WELCOME)), file="one")
    added.refresh_from_db()
    assert not added.vanished
    assert words_of(added) == "efforts of the regional commissions"


def test_an_addressee_of_a_moved_clause_is_anchored_in_its_own_words(clerk):
    again = "also requests the Secretary-General to inform the Assembly of it"
    stored(of_paragraph(ask_report(), asks(again)), file="one")
    corrections.confirm(clause=clause(2), by=clerk)
    stored(of_paragraph(states(WELCOME), ask_report(), asks(again)), file="two")
    named = clause(2).addressees.get()
    assert clause(2).start <= named.start < named.end <= clause(2).end


def test_a_translation_takes_no_number_that_is_in_use():
    stored(of_paragraph(ask_report(), ask_help()))
    stored(replace(of_paragraph(asks("Prie le Gouvernement", of=[])), language="fr"))
    assert [c.number for c in Clause.objects.all()] == [1, 2, 3]


def test_provisional_entities_are_not_doubled_by_another_case_or_spacing():
    stored(of_paragraph(asks("Requests the Board of Lighthouses to act", of=["Board of Lighthouses"])))
    shouted = asks("Requests the BOARD OF LIGHTHOUSES to act", of=["BOARD OF LIGHTHOUSES"])
    stored(reading("E/RES/2020/2", paragraph("1", shouted)))
    assert Entity.objects.filter(provisional=True).count() == 1
