"""Questions about occurrences, each on a given day, and who sees whose."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from resolutions.models import EntityMembership
from tests.register import occurrence, register
from tracker import assigning, schedule, workflow
from tracker.models import ActionItem, Assignment, FollowUpReport, Occurrence
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


def test_a_withdrawn_assignment_is_not_current(manager):
    register()
    assigning.withdraw(assignment=occurrence("Norway").assignment, by=manager, why="Named by mistake.")
    assert "Norway" not in names(Occurrence.objects.current())
    assert Assignment.objects.standing().count() == 2


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
