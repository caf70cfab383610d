"""Questions about obligations, each on a given day."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from resolutions.models import Clause, EntityMembership
from tests.builders import asks, paragraph, reading, states, tracked
from tests.register import line, occurrence, register, submitted
from tracker import assigning, corrections, schedule, workflow
from tracker.models import ActionItem, Assignment, FocalPoint, FollowUpReport, ItemRelation, Occurrence
from tracker.querysets import entities_of
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DUE = dt.date(2021, 6, 30)
A_DAY = dt.timedelta(days=1)


def names(occurrences):
    return sorted(occurrences.values_list("assignment__entity__name", flat=True))


# --- Due and overdue are computed for a day -----------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "overdue", "within_30"),
    [
        (DUE - 31 * A_DAY, False, False),
        (DUE - 30 * A_DAY, False, True),
        (DUE, False, True),
        (DUE + A_DAY, True, False),
    ],
    ids=["31 days before", "30 days before", "on the day", "the day after"],
)
def test_what_is_due_depends_on_the_day(on, overdue, within_30):
    register(due=DUE)
    dated = Occurrence.objects.filter(due_to=DUE)
    assert dated.overdue(on).exists() == overdue
    assert dated.due_within(30, on).exists() == within_30


@pytest.mark.parametrize("status", [s for s in Status if s not in ("not_started",)])
def test_only_open_work_is_overdue(status, manager):
    register(due=DUE)
    asked = occurrence("Secretary-General")
    workflow.decide_status(occurrence=asked, to=status, by=manager, why="The office told us.")
    expected = (
        ["Norway", "Secretary-General"]
        if asked.status in ("in_progress", "partially_implemented")
        else ["Norway"]
    )
    assert names(Occurrence.objects.current().overdue(DUE + A_DAY)) == expected


def test_without_a_due_date_nothing_is_overdue_and_its_review_day_comes(manager):
    register()
    assert not Occurrence.objects.overdue(dt.date(2100, 1, 1)).exists()
    schedule.set_review_day(occurrence=occurrence("Norway"), review_on=DUE, by=manager)
    assert names(Occurrence.objects.to_review(DUE - A_DAY)) == []
    assert names(Occurrence.objects.to_review(DUE)) == ["Norway"]


# --- What is listed and counted -----------------------------------------------------------------------


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


def test_a_withdrawn_assignment_is_not_current(manager):
    register()
    assigning.withdraw(assignment=occurrence("Norway").assignment, by=manager, why="Named by mistake.")
    assert "Norway" not in names(Occurrence.objects.current())
    assert Assignment.objects.standing().count() == 2


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


# --- Who sees what ------------------------------------------------------------------------------------

ALL = ["Member States", "Norway", "Secretary-General"]


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("viewer", ALL),
        ("clerk", ALL),
        ("reviewer", ALL),
        ("manager", ALL),
        ("administrator", ALL),
        ("secretariat", ["Secretary-General"]),
        ("norway", ["Member States", "Norway"]),
        ("stranger", []),
    ],
)
def test_follow_up_is_seen_by_whom_it_concerns_and_by_whoever_sees_all(who, sees, request, today):
    register()
    user = request.getfixturevalue(who)
    assert names(Occurrence.objects.visible_to(user, on=today)) == sees
    seen = Assignment.objects.visible_to(user, on=today)
    assert sorted(a.entity.name for a in seen) == sees
    items = ActionItem.objects.visible_to(user, on=today)
    assert items.count() == len({a.item_id for a in seen})


def test_nobody_without_a_name_sees_anything(today):
    register()
    anybody = AnonymousUser()
    assert not ActionItem.objects.visible_to(anybody, on=today).exists()
    assert not Occurrence.objects.visible_to(anybody, on=today).exists()
    assert not FollowUpReport.objects.visible_to(anybody, on=today).exists()


def test_a_state_that_left_a_group_no_longer_sees_what_the_group_is_asked(norway, today):
    register()
    EntityMembership.objects.filter(member__name="Norway").update(valid_until=today - A_DAY)
    assert names(Occurrence.objects.visible_to(norway, on=today)) == ["Norway"]
    assert "Member States" in names(Occurrence.objects.visible_to(norway, on=today - A_DAY))


def test_an_item_that_concerns_somebody_twice_is_seen_once(norway, today):
    both = "Requests Norway and Member States, including Norway, to act"
    tracked(
        reading(
            "E/RES/2020/1", paragraph("1", asks(both, of=["Norway", "Member States"], including=["Norway"]))
        )
    )
    assert ActionItem.objects.visible_to(norway, on=today).count() == 1
    assert Occurrence.objects.visible_to(norway, on=today).count() == 2


def test_a_focal_point_is_active_between_its_days(secretariat):
    FocalPoint.objects.update(valid_from=DUE, valid_until=DUE)
    assert [FocalPoint.objects.active(day).count() for day in (DUE - A_DAY, DUE, DUE + A_DAY)] == [0, 1, 0]
    assert entities_of(secretariat, on=DUE).count() == 1


def test_what_waits_for_review_is_what_was_submitted(secretariat):
    register()
    report = submitted(secretariat, line(occurrence("Secretary-General")))
    assert list(FollowUpReport.objects.to_review()) == [report]
