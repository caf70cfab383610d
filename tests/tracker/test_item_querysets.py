"""Questions about action items: which are listed, in force, found, and in which order."""

import datetime as dt

import pytest

from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import occurrence, register
from tracker import assigning, corrections, workflow
from tracker.models import ActionItem, ItemRelation, Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DUE = dt.date(2021, 6, 30)
A_DAY = dt.timedelta(days=1)


def names(occurrences):
    return sorted(occurrences.values_list("assignment__entity__name", flat=True))


def test_what_asks_nothing_is_listed_but_never_among_obligations():
    tracked(reading("E/RES/2020/1", paragraph("1", states())))
    assert ActionItem.objects.listed().count() == 1
    assert not ActionItem.objects.obligations().exists()
    assert not ActionItem.objects.unassigned().exists()
    assert not ActionItem.objects.open().exists()


def test_a_vanished_clause_is_listed_only_where_somebody_worked_on_it(manager):
    register()
    item = occurrence("Norway").assignment.item
    Clause.objects.filter(pk=item.clause_id).update(vanished=True)
    assert item not in ActionItem.objects.listed()
    assert "Norway" not in names(Occurrence.objects.current())
    workflow.decide_status(
        occurrence=occurrence("Norway"), to=Status.IN_PROGRESS, by=manager, why="They told us."
    )
    assert item in ActionItem.objects.obligations()
    assert "Norway" in names(Occurrence.objects.current())


def test_an_obligation_of_nobody_is_unassigned(manager):
    tracked(reading("E/RES/2020/1", paragraph("1", asks("Calls for action", of=[])), paragraph("2", asks())))
    nobody, one = ActionItem.objects.order_by("id")
    assert list(ActionItem.objects.unassigned()) == [nobody]
    assigning.withdraw(assignment=one.assignments.get(), by=manager, why="Named by mistake.")
    assert set(ActionItem.objects.unassigned()) == {nobody, one}


def test_a_doubt_is_open_until_a_person_settles_it(clerk):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(doubts=["addressee"])), paragraph("2", asks())))
    (item,) = ActionItem.objects.doubtful()
    corrections.confirm_clause(clause=item.clause, by=clerk)
    assert not ActionItem.objects.doubtful().exists()


@pytest.mark.parametrize(
    ("kind", "in_part", "ends"),
    [
        ("supersedes", False, True),
        ("renews", False, True),
        ("merges", False, True),
        ("replaces", False, True),
        ("supersedes", True, False),
        ("extends", False, False),
        ("repeats", False, False),
    ],
)
def test_a_later_item_ends_an_earlier_one_from_its_day_on(kind, in_part, ends, manager):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    tracked(reading("E/RES/2021/1", paragraph("1", asks())))
    earlier, later = ActionItem.objects.order_by("id")
    ItemRelation.objects.create(
        earlier=earlier, later=later, kind=kind, in_part=in_part, effective_on=DUE, recorded_by=manager
    )
    assert earlier in ActionItem.objects.in_force(DUE - A_DAY)
    assert (earlier not in ActionItem.objects.in_force(DUE)) == ends
    assert later in ActionItem.objects.in_force(DUE)


def test_entity_status_and_date_are_asked_of_one_and_the_same_assignment(manager):
    register(due=DUE)
    workflow.decide_status(
        occurrence=occurrence("Norway"), to=Status.IMPLEMENTED, by=manager, why="They told us."
    )
    of_norway = Occurrence.objects.filter(assignment__entity__name="Norway")
    assert not ActionItem.objects.having(of_norway.overdue(DUE + A_DAY)).exists()
    assert ActionItem.objects.having(Occurrence.objects.overdue(DUE + A_DAY)).count() == 1


def test_the_newest_resolution_comes_first_and_paragraphs_in_their_order():
    tracked(reading("E/RES/2019/1", paragraph("1", asks()), adopted=dt.date(2019, 7, 1)))
    tracked(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks(), states())))
    assert [item.reference for item in ActionItem.objects.in_reading_order()] == [
        "E/RES/2020/1#op1.1",
        "E/RES/2020/1#op2.1",
        "E/RES/2020/1#op2.2",
        "E/RES/2019/1#op1.1",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [("E/RES/2020/1#op2", 2), ("E/RES/2020/1#op2.2", 1), ("E/RES/2020/1#op3", 0), ("E/RES/2020/1#op2.x", 0)],
    ids=["paragraph", "clause", "no such paragraph", "no number"],
)
def test_a_search_for_a_reference_finds_its_paragraph_or_clause(words, found):
    tracked(reading("E/RES/2020/1", paragraph("1", asks()), paragraph("2", asks(), states())))
    assert ActionItem.objects.search(words).count() == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("cooperate", 1), ("cooperation", 1), ("2020/1", 1), ("lighthouse", 0)],
    ids=["another form", "the word", "symbol", "not there"],
)
def test_a_search_finds_words_in_whatever_form_and_symbols(words, found):
    tracked(
        reading("E/RES/2020/1", paragraph("1", asks("Requests the Secretary-General to foster cooperation")))
    )
    assert ActionItem.objects.search(words).count() == found


def test_an_item_that_concerns_somebody_twice_is_seen_once(norway, today):
    both = "Requests Norway and Member States, including Norway, to act"
    tracked(
        reading(
            "E/RES/2020/1", paragraph("1", asks(both, of=["Norway", "Member States"], including=["Norway"]))
        )
    )
    assert ActionItem.objects.visible_to(norway, on=today).count() == 1
    assert Occurrence.objects.visible_to(norway, on=today).count() == 2
