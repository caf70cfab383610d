"""Correct what was read, and the obligations follow where nobody has worked on them."""

import datetime as dt

import pytest

from resolutions.corrections import Correction, Named
from resolutions.models import Clause, ClauseSuggestion, Resolution, Role, Verb
from tests.builders import asks, paragraph, reading, states, stored, tracked
from tests.register import drafted, line, occurrence, register
from tests.snapshot import snapshot
from tracker import assigning, corrections, intake
from tracker.models import ActionItem, Assignment, Nature, Occurrence
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

REPORT = "Requests the Secretary-General to report to the Council on cooperation"
DUE = dt.date(2021, 12, 31)


@pytest.fixture
def clause(db):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(REPORT), states())))
    return Clause.objects.by_reference("E/RES/2020/1#op1.1").get()


def assigned():
    return [a.entity.name for a in Assignment.objects.standing().order_by("id")]


# --- Refusals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["secretariat", "manager", "viewer", "stranger"])
@pytest.mark.parametrize(
    "deed",
    [
        lambda c, by: corrections.confirm_clause(clause=c, by=by),
        lambda c, by: corrections.correct_clause(clause=c, by=by, correction=Correction(asks=False)),
        lambda c, by: corrections.add_clause(paragraph=c.paragraph, words=REPORT, verb=c.verb, by=by),
        lambda c, by: corrections.correct_resolution(
            resolution=c.paragraph.resolution, by=by, symbol="E/RES/2020/9"
        ),
        lambda c, by: corrections.set_nature(item=c.action_item, nature=Nature.NONE, by=by),
    ],
    ids=["confirm", "correct", "add", "resolution", "nature"],
)
def test_only_those_who_may_correct_do(deed, who, request, clause):
    user = request.getfixturevalue(who)
    before = snapshot()
    with pytest.raises(NotAllowed, match="You may not confirm or correct"):
        deed(clause, user)
    assert snapshot() == before


def test_an_entity_named_twice_is_refused_and_nothing_is_written(clerk, clause, entity):
    before = snapshot()
    twice = Correction(asks=False, addressees=[Named(entity("Norway")), Named(entity("Norway"))])
    with pytest.raises(Refused, match="named twice") as refusal:
        corrections.correct_clause(clause=clause, by=clerk, correction=twice)
    assert refusal.value.field == "addressees"
    assert snapshot() == before


def test_a_merged_entity_is_refused_and_its_successor_named(clerk, clause, entity):
    merged = entity("Finland")
    merged.merged_into = entity("Sweden")
    merged.save()
    with pytest.raises(Refused, match="merged into Sweden; name that one"):
        corrections.correct_clause(clause=clause, by=clerk, correction=Correction(addressees=[Named(merged)]))


@pytest.mark.parametrize("words", ["", "   ", "Requests Norway to report"], ids=["none", "spaces", "others"])
def test_a_clause_whose_words_do_not_stand_there_is_refused(words, clerk, clause):
    with pytest.raises(Refused, match="do not stand in the paragraph") as refusal:
        corrections.add_clause(paragraph=clause.paragraph, words=words, verb=clause.verb, by=clerk)
    assert refusal.value.field == "words"


def test_the_same_words_are_not_added_twice(clerk, clause):
    added = {"paragraph": clause.paragraph, "verb": clause.verb, "by": clerk}
    corrections.add_clause(**added, words="report to the Council")
    before = snapshot()
    for words, number in (("report to the Council", 3), (REPORT, 1)):
        with pytest.raises(Refused, match=f"are clause {number} of this paragraph already") as refusal:
            corrections.add_clause(**added, words=words)
        assert refusal.value.field == "words"
    assert snapshot() == before


TWICE = "Urges States to report, calls on them to act, and again calls on them to act"


@pytest.mark.parametrize(
    ("words", "occurrence", "message"),
    [
        ("calls on them to act", None, "2 times; say which you mean, from 1 to 2"),
        ("calls on them to act", 3, "2 times; say which you mean, from 1 to 2"),
        ("calls on them to act", 0, "2 times; say which you mean, from 1 to 2"),
        ("again calls on them to act", 2, "stand in the paragraph once"),
    ],
    ids=["none chosen", "beyond the last", "before the first", "of the only one"],
)
def test_words_that_stand_there_several_times_are_refused_unless_one_is_chosen(
    words, occurrence, message, clerk, clause
):
    place = tracked(reading("E/RES/2020/3", paragraph("1", asks(TWICE, of=[])))).paragraphs.get(eid="op1")
    before = snapshot()
    with pytest.raises(Refused, match=message) as refusal:
        corrections.add_clause(
            paragraph=place, words=words, verb=clause.verb, by=clerk, occurrence=occurrence
        )
    assert refusal.value.field == "occurrence"
    assert snapshot() == before


def test_the_same_phrase_a_second_time_is_a_clause_of_its_own(clerk, clause):
    place = tracked(reading("E/RES/2020/3", paragraph("1", asks(TWICE, of=[])))).paragraphs.get(eid="op1")
    words = "calls on them to act"
    first, second = (
        corrections.add_clause(paragraph=place, words=words, verb=clause.verb, by=clerk, occurrence=n)
        for n in (1, 2)
    )
    assert (first.start, second.start) == (TWICE.index(words), TWICE.rindex(words))
    with pytest.raises(Refused, match=f"are clause {second.number} of this paragraph already"):
        corrections.add_clause(paragraph=place, words=words, verb=clause.verb, by=clerk, occurrence=2)


@pytest.mark.parametrize(
    ("symbol", "message"), [("E/RES/2020/2", "in the register already"), ("", "Give the symbol")]
)
def test_a_symbol_that_cannot_be_is_refused(symbol, message, clerk, clause):
    tracked(reading("E/RES/2020/2", paragraph("1", states())))
    with pytest.raises(Refused, match=message) as refusal:
        corrections.correct_resolution(resolution=clause.paragraph.resolution, by=clerk, symbol=symbol)
    assert refusal.value.field == "symbol"


def test_an_obligation_that_somebody_works_on_does_not_become_none(clerk, secretariat):
    register()
    asked = occurrence("Secretary-General")
    drafted(secretariat, line(asked))
    item = ActionItem.objects.get(pk=asked.assignment.item_id)
    with pytest.raises(Refused, match="Close it by a decision"):
        corrections.set_nature(item=item, nature=Nature.NONE, by=clerk)


def test_work_that_began_since_the_item_was_looked_at_is_not_written_over(clerk, manager, entity):
    register()
    looked_at = ActionItem.objects.get(assignments__entity__name="Member States")
    assigning.assign(item=ActionItem.objects.get(pk=looked_at.pk), entity=entity("Norway"), by=manager)
    with pytest.raises(Refused, match="Close it by a decision"):
        corrections.set_nature(item=looked_at, nature=Nature.NONE, by=clerk)
    looked_at.worked_on = False
    corrections.set_nature(item=looked_at, nature=Nature.OBLIGATION, by=clerk)
    assert ActionItem.objects.get(pk=looked_at.pk).worked_on


# --- Confirm and correct ------------------------------------------------------------------------------


def test_confirming_says_who_and_when_and_settles_the_doubts(clerk, clause):
    Clause.objects.filter(pk=clause.pk).update(doubts=["addressee"])
    corrections.confirm_clause(clause=clause, by=clerk)
    clause.refresh_from_db()
    assert (clause.review_state, clause.reviewed_by, clause.doubts) == ("confirmed", clerk, [])
    assert clause.reviewed_at


def test_another_verb_brings_its_type_and_force(clerk, clause):
    verb = Verb.objects.get(lemma="welcome")
    corrections.correct_clause(clause=clause, by=clerk, correction=Correction(verb=verb))
    clause.refresh_from_db()
    assert (clause.type, clause.force_states, clause.review_state) == (
        verb.type,
        verb.force_states,
        "corrected",
    )


def test_assignments_follow_corrected_addressees(clerk, clause, entity):
    named = [Named(entity("Norway")), Named(entity("Sweden"), role=Role.CONSULTED)]
    corrections.correct_clause(clause=clause, by=clerk, correction=Correction(addressees=named))
    assert assigned() == ["Norway"]


def test_what_asks_nothing_after_all_needs_no_action(clerk, clause):
    corrections.correct_clause(clause=clause, by=clerk, correction=Correction(asks=False))
    item = ActionItem.objects.get(clause=clause)
    assert (item.nature, item.status, assigned()) == (Nature.NONE, "no_action", [])


def test_what_asks_after_all_asks_those_it_named(clerk, clause):
    corrections.correct_clause(clause=clause, by=clerk, correction=Correction(asks=False))
    clause.refresh_from_db()
    corrections.correct_clause(clause=clause, by=clerk, correction=Correction(asks=True))
    item = ActionItem.objects.get(clause=clause)
    assert (item.nature, item.status, assigned()) == (
        Nature.OBLIGATION,
        "not_started",
        ["Secretary-General"],
    )


def test_a_correction_takes_nothing_from_those_who_reported(clerk, secretariat, entity):
    register()
    asked = occurrence("Secretary-General")
    drafted(secretariat, line(asked))
    corrections.correct_clause(
        clause=asked.assignment.item.clause,
        by=clerk,
        correction=Correction(addressees=[Named(entity("Sweden"))]),
    )
    assert "Secretary-General" in assigned()
    assert "Norway" not in assigned()


def test_a_clause_that_was_missed_gets_the_next_number_and_an_item(clerk, clause, entity):
    added = corrections.add_clause(
        paragraph=clause.paragraph,
        words=" report to the Council ",
        verb=Verb.objects.get(lemma="request"),
        by=clerk,
        addressees=[Named(entity("Norway"))],
    )
    assert (added.reference, added.rule, added.phrase) == ("E/RES/2020/1#op1.3", "person", "report")
    text = clause.paragraph.texts.get().text
    assert text[added.start : added.end] == "report to the Council"
    assert assigned() == ["Secretary-General", "Norway"]


@pytest.mark.parametrize(
    ("nature", "status"), [(Nature.NONE, "no_action"), (Nature.OBLIGATION, "not_started")]
)
def test_a_nature_that_a_person_set_is_not_changed_by_an_import(nature, status, clerk, clause):
    number = 1 if nature == Nature.NONE else 2
    item = ActionItem.objects.get(clause__number=number)
    corrections.set_nature(item=item, nature=nature, by=clerk)
    intake.track(clause.paragraph.resolution)
    item.refresh_from_db()
    assert (item.nature, item.status, item.nature_set_by) == (nature, status, clerk)


# --- Suggestions --------------------------------------------------------------------------------------


@pytest.fixture
def suggestion(clerk, clause):
    """Give what a corrected text says of the confirmed clause: an invitation to Norway, by a day."""
    corrections.confirm_clause(clause=clause, by=clerk)
    another = asks(
        REPORT.replace("the Secretary-General", "Norway and others"), verb="invite", of=["Norway"], due=DUE
    )
    tracked(reading("E/RES/2020/1", paragraph("1", another, states())))
    return ClauseSuggestion.objects.get()


def test_a_suggestion_that_is_taken_brings_verb_addressees_and_due_date(clerk, clause, suggestion):
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=True)
    clause.refresh_from_db()
    assert (clause.verb.lemma, clause.review_state) == ("invite", "corrected")
    assert assigned() == ["Norway"]
    assert Occurrence.objects.get(assignment__entity__name="Norway").due_to == DUE
    assert (suggestion.taken, suggestion.settled_by) == (True, clerk)


def test_a_suggestion_that_is_dismissed_changes_nothing(clerk, clause, suggestion):
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=False)
    clause.refresh_from_db()
    assert (clause.verb.lemma, clause.review_state, assigned()) == (
        "request",
        "confirmed",
        ["Secretary-General"],
    )


def test_a_suggestion_whose_verb_is_gone_is_refused_and_can_be_dismissed(clerk, suggestion):
    suggestion.reading["verb"] = "adjure"
    suggestion.save()
    before = snapshot()
    with pytest.raises(Refused, match="“adjure” is no longer in the vocabulary"):
        corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=True)
    assert snapshot() == before
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=False)
    assert suggestion.settled_by == clerk


def test_a_suggestion_is_settled_once(clerk, suggestion):
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=False)
    with pytest.raises(Refused, match="settled already"):
        corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=True)


def test_of_two_who_settle_a_suggestion_at_once_the_later_is_told(clerk, reviewer, suggestion):
    seen_before = ClauseSuggestion.objects.get(pk=suggestion.pk)
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=False)
    with pytest.raises(Refused, match="settled already"):
        corrections.settle_suggestion(suggestion=seen_before, by=reviewer, take=True)
    suggestion.refresh_from_db()
    assert (suggestion.taken, suggestion.settled_by) == (False, clerk)


def test_what_was_taken_is_not_suggested_again(clerk, suggestion):
    corrections.settle_suggestion(suggestion=suggestion, by=clerk, take=True)
    stored(
        reading(
            "E/RES/2020/1",
            paragraph(
                "1",
                asks(
                    REPORT.replace("the Secretary-General", "Norway and others"),
                    verb="invite",
                    of=["Norway"],
                    due=DUE,
                ),
            ),
        )
    )
    assert ClauseSuggestion.objects.filter(settled_at=None).count() == 0


# --- The resolution itself ----------------------------------------------------------------------------


def test_what_a_person_says_of_a_resolution_is_not_overwritten_by_an_import(clerk, clause):
    resolution = clause.paragraph.resolution
    corrections.correct_resolution(resolution=resolution, by=clerk, title="Another title")
    stored(reading("E/RES/2020/1", paragraph("1", asks(REPORT))))
    resolution.refresh_from_db()
    assert (resolution.title, resolution.corrected_fields) == ("Another title", ["title"])


def test_a_symbol_that_a_person_sets_is_no_longer_provisional(clerk, db):
    nameless = reading(None, paragraph("1", asks(REPORT)))
    resolution = tracked(nameless, file="nameless")
    corrections.correct_resolution(resolution=resolution, by=clerk, symbol="E/RES/2020/7")
    assert tracked(nameless, file="nameless") == resolution
    assert [(r.symbol, r.symbol_is_provisional) for r in Resolution.objects.all()] == [
        ("E/RES/2020/7", False)
    ]


def test_review_days_follow_a_corrected_day_of_adoption(clerk, clause):
    corrections.correct_resolution(
        resolution=clause.paragraph.resolution, by=clerk, adopted_on=dt.date(2019, 7, 1)
    )
    assert Occurrence.objects.get().review_on == dt.date(2021, 7, 1)
