"""Reminders: each person is told of each due date once when it comes near and once when it has passed."""

import datetime as dt

import pytest
from django.contrib.auth.models import User

from resolutions.models import Entity, EntityMembership, Organ
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, speaks_for
from tracker import assigning, organ_days, reminders, reports, schedule, workflow
from tracker.models import ActionItem, ItemRelation, Notice, Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NOON = dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC)
SOON = TODAY + dt.timedelta(days=10)
PAST = TODAY - dt.timedelta(days=12)


def days_later(days: int) -> dt.datetime:
    return NOON + dt.timedelta(days=days)


def register(due: dt.date | None = SOON) -> Occurrence:
    """Return the occurrence of one obligation of the Secretary-General."""
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=due))))
    return Occurrence.objects.get()


def asked_of_states() -> Occurrence:
    """Return the occurrence of one obligation of Member States, of which Norway is one."""
    tracked(
        reading(
            "E/RES/2020/2",
            paragraph("1", asks("Invites Member States to help", of=["Member States"], due=SOON)),
        )
    )
    return Occurrence.objects.get(assignment__entity__name="Member States")


@pytest.mark.parametrize(
    "due",
    [
        pytest.param(None, id="no due date stated"),
        pytest.param(TODAY + dt.timedelta(days=31), id="due in more than thirty days"),
    ],
)
def test_nobody_is_told_of_what_is_far_off(due, secretariat):
    register(due=due)
    assert reminders.tell_due(at=NOON) == 0
    assert not Notice.objects.exists()


def test_whoever_speaks_for_another_entity_is_told_nothing(norway):
    register()
    assert reminders.tell_due(at=NOON) == 0


def test_a_person_whose_account_is_closed_is_left_out(secretariat):
    User.objects.filter(pk=secretariat.pk).update(is_active=False)
    register()
    assert reminders.tell_due(at=NOON) == 0


def test_a_focal_point_out_of_office_is_told_nothing(secretariat):
    secretariat.focal_points.update(valid_until=TODAY - dt.timedelta(days=1))
    register()
    assert reminders.tell_due(at=NOON) == 0


@pytest.mark.parametrize(("due", "words"), [(SOON, "Due 11 March 2021"), (PAST, "Was due 17 February 2021")])
def test_a_notice_says_when_it_is_due_and_leads_to_the_item(due, words, secretariat):
    occurrence = register(due=due)
    reminders.tell_due(at=NOON)
    notice = Notice.objects.get()
    assert (notice.user, notice.words, notice.due_to) == (secretariat, words, due)
    assert notice.get_absolute_url() == occurrence.assignment.item.get_absolute_url()


def test_a_second_run_adds_nothing(secretariat):
    register()
    assert (reminders.tell_due(at=NOON), reminders.tell_due(at=NOON)) == (1, 0)
    assert reminders.tell_due(at=days_later(1)) == 0


def test_what_was_announced_is_told_once_more_when_it_is_overdue(secretariat):
    register()
    reminders.tell_due(at=NOON)
    assert reminders.tell_due(at=days_later(11)) == 1
    assert sorted(Notice.objects.values_list("kind", flat=True)) == ["due_soon", "overdue"]


def test_a_due_date_that_was_moved_is_told_anew(secretariat, manager):
    occurrence = register()
    reminders.tell_due(at=NOON)
    schedule.set_due(
        occurrence=occurrence, due_to=SOON + dt.timedelta(days=5), by=manager, why="Asked for time."
    )
    assert reminders.tell_due(at=days_later(1)) == 1
    assert Notice.objects.filter(occurrence=occurrence).count() == 2


def test_the_members_of_a_group_are_told_of_what_the_group_is_asked(norway):
    occurrence = asked_of_states()
    assert reminders.tell_due(at=NOON) == 1
    assert Notice.objects.get().occurrence == occurrence


def test_a_state_that_left_the_group_is_told_nothing(norway):
    EntityMembership.objects.filter(member__name="Norway", group__name="Member States").update(
        valid_from=None, valid_until=TODAY - dt.timedelta(days=1)
    )
    asked_of_states()
    assert reminders.tell_due(at=NOON) == 0


def test_a_member_that_has_done_its_part_is_left_in_peace_and_the_others_are_told(norway, clerk, reviewer):
    occurrence = asked_of_states()
    report = reports.draft(
        entity=Entity.objects.get(name="Norway"),
        by=norway,
        words=reports.Words(dt.date(2021, 1, 1), TODAY, "Helped."),
        lines=[reports.Line(occurrence, Status.IMPLEMENTED, TODAY)],
    )
    reports.submit(report=report, by=norway)
    reports.accept(report=report, by=reviewer)
    speaks_for(clerk, "Sweden")
    assert reminders.tell_due(at=NOON) == 1
    assert Notice.objects.get().user == clerk


# --- What stops a reminder ----------------------------------------------------------------------------


def done(occurrence: Occurrence, manager: User) -> None:
    workflow.decide_status(occurrence=occurrence, to=Status.IMPLEMENTED, by=manager, why="It is out.")


def reassigned(occurrence: Occurrence, manager: User) -> None:
    assigning.withdraw(assignment=occurrence.assignment, by=manager, why="Misread.")


def superseded(occurrence: Occurrence, manager: User) -> None:
    tracked(reading("E/RES/2021/1", paragraph("1", asks("Requests Norway to report anew", of=["Norway"]))))
    later = ActionItem.objects.exclude(pk=occurrence.assignment.item_id).get()
    ItemRelation.objects.create(
        later=later,
        earlier=occurrence.assignment.item,
        kind="supersedes",
        effective_on=TODAY,
        recorded_by=manager,
    )


@pytest.mark.parametrize("end", [done, reassigned, superseded])
def test_reminders_stop_when_it_is(end, secretariat, manager):
    end(register(due=PAST), manager)
    assert reminders.tell_due(at=NOON) == 0


# --- Whose day it is ----------------------------------------------------------------------------------

LATE_IN_THE_EVENING = dt.datetime(2021, 3, 12, 2, tzinfo=dt.UTC)  # in New York it is still the eleventh


@pytest.mark.parametrize(
    ("zone", "kind"),
    [("America/New_York", "due_soon"), ("Africa/Nairobi", "overdue"), ("Europe/Vienna", "overdue")],
)
def test_overdue_begins_when_the_day_is_over_where_the_organ_sits(zone, kind, secretariat):
    Organ.objects.filter(code="ECOSOC").update(time_zone=zone)
    register(due=dt.date(2021, 3, 11))
    assert reminders.tell_due(at=LATE_IN_THE_EVENING) == 1
    assert Notice.objects.get().kind == kind


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "../../etc/passwd"])
def test_a_time_zone_that_is_none_gives_way_to_that_of_the_installation(zone, settings):
    settings.TIME_ZONE = "UTC"
    assert organ_days.day_in(zone, LATE_IN_THE_EVENING) == dt.date(2021, 3, 12)


def test_what_no_known_organ_adopted_goes_by_the_day_of_the_installation(secretariat):
    occurrence = register(due=PAST)
    resolution = occurrence.assignment.item.clause.paragraph.resolution
    type(resolution).objects.update(organ=None, session=None)
    assert reminders.tell_due(at=NOON) == 1
