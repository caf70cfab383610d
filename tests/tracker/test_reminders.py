"""Digests: each person is told of each due date once, in one e-mail a day."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from resolutions.models import Entity, EntityMembership
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, speaks_for
from tracker import assigning, reminders, reports, schedule, workflow
from tracker.models import Digest, DueNotice, Occurrence
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SOON = TODAY + dt.timedelta(days=10)
PAST = TODAY - dt.timedelta(days=12)
TEN_MINUTES_LATER = dt.datetime(2021, 3, 1, 12, 10, 1, tzinfo=dt.UTC)


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


def send_all() -> int:
    return sum(reminders.send(digest_id) for digest_id in reminders.waiting())


@pytest.mark.parametrize(
    "due",
    [
        pytest.param(None, id="no due date stated"),
        pytest.param(TODAY + dt.timedelta(days=31), id="due in more than thirty days"),
    ],
)
def test_nobody_is_told_of_what_is_far_off(due, secretariat):
    register(due=due)
    assert reminders.prepare(on=TODAY) == 0
    assert not Digest.objects.exists()


def test_whoever_speaks_for_another_entity_is_told_nothing(norway):
    register()
    assert reminders.prepare(on=TODAY) == 0


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}], ids=["no e-mail", "account closed"])
def test_a_person_who_cannot_be_reached_is_left_out(change, secretariat):
    User.objects.filter(pk=secretariat.pk).update(**change)
    register()
    assert reminders.prepare(on=TODAY) == 0


def test_a_focal_point_out_of_office_is_told_nothing(secretariat):
    secretariat.focal_points.update(valid_until=TODAY - dt.timedelta(days=1))
    register()
    assert reminders.prepare(on=TODAY) == 0


def test_one_digest_tells_all_that_is_overdue_and_due_soon(secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=SOON)), paragraph("2", asks(due=PAST))))
    assert reminders.prepare(on=TODAY) == 1
    assert send_all() == 1
    (message,) = mail.outbox
    assert message.to == ["secretariat@example.org"]
    assert message.subject == "Obligations: 1 overdue, 1 due within 30 days"
    assert (
        "E/RES/2020/1#op2.1, asked of Secretary-General\n"
        "  “Requests the Secretary-General to report”\n"
        "  Was due 17 February 2021\n"
    ) in message.body
    assert "  Due 11 March 2021\n" in message.body


def test_the_words_of_the_text_stand_in_a_digest_as_they_are(secretariat):
    words = 'Requests the Secretary-General to report on Member States\' "needs" & plans'
    tracked(reading("E/RES/2020/1", paragraph("1", asks(words, due=SOON))))
    reminders.prepare(on=TODAY)
    send_all()
    assert f"“{words}”" in mail.outbox[0].body


def test_the_links_of_a_digest_lead_to_the_items(secretariat, settings):
    settings.SITE_URL = "https://follow-up.example.org"
    occurrence = register()
    reminders.prepare(on=TODAY)
    send_all()
    body = mail.outbox[0].body
    assert f"https://follow-up.example.org{occurrence.assignment.item.get_absolute_url()}\n" in body
    assert "https://follow-up.example.org/my-work/" in body
    assert "&" not in body


def test_a_second_run_on_the_same_day_adds_nothing(secretariat):
    register()
    assert (reminders.prepare(on=TODAY), reminders.prepare(on=TODAY)) == (1, 0)
    assert (send_all(), send_all()) == (1, 0)
    assert len(mail.outbox) == 1


def test_the_next_day_brings_no_second_notice_of_the_same_due_date(secretariat):
    register()
    reminders.prepare(on=TODAY)
    assert reminders.prepare(on=TODAY + dt.timedelta(days=1)) == 0


def test_what_was_announced_is_told_once_more_when_it_is_overdue(secretariat):
    register()
    reminders.prepare(on=TODAY)
    assert reminders.prepare(on=SOON + dt.timedelta(days=1)) == 1
    assert sorted(DueNotice.objects.values_list("kind", flat=True)) == ["due_soon", "overdue"]


def test_a_due_date_that_was_moved_is_told_anew(secretariat, manager):
    occurrence = register()
    reminders.prepare(on=TODAY)
    schedule.set_due(
        occurrence=occurrence, due_to=SOON + dt.timedelta(days=5), by=manager, why="Asked for time."
    )
    assert reminders.prepare(on=TODAY + dt.timedelta(days=1)) == 1
    assert DueNotice.objects.filter(occurrence=occurrence).count() == 2


def test_the_members_of_a_group_are_told_of_what_the_group_is_asked(norway):
    asked_of_states()
    assert reminders.prepare(on=TODAY) == 1
    send_all()
    assert "asked of Member States" in mail.outbox[0].body


def test_a_state_that_left_the_group_is_told_nothing(norway):
    EntityMembership.objects.filter(member__name="Norway", group__name="Member States").update(
        valid_from=None, valid_until=TODAY - dt.timedelta(days=1)
    )
    asked_of_states()
    assert reminders.prepare(on=TODAY) == 0


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
    assert reminders.prepare(on=TODAY) == 1
    assert Digest.objects.get().user == clerk


def test_reminders_stop_when_the_work_is_done(secretariat, manager):
    workflow.decide_status(occurrence=register(), to=Status.IMPLEMENTED, by=manager, why="The report is out.")
    assert reminders.prepare(on=TODAY) == 0


def test_reminders_stop_when_the_assignment_is_withdrawn(secretariat, manager):
    assigning.withdraw(assignment=register().assignment, by=manager, why="Misread.")
    assert reminders.prepare(on=TODAY) == 0


def test_a_digest_that_another_worker_sends_is_left_to_it(secretariat):
    register()
    reminders.prepare(on=TODAY)
    Digest.objects.update(claimed_at=timezone.now())
    assert (reminders.waiting(), reminders.send(Digest.objects.get().pk)) == ([], False)
    assert mail.outbox == []


def test_a_digest_whose_sender_died_is_sent_by_another_with_the_same_message_id(secretariat, settings):
    settings.SITE_URL = "https://follow-up.example.org:8443"
    register()
    reminders.prepare(on=TODAY)
    Digest.objects.update(claimed_at=timezone.now())
    with time_machine.travel(TEN_MINUTES_LATER, tick=False):
        assert send_all() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == (
        f"<digest-{secretariat.pk}-20210301@follow-up.example.org>"
    )


def test_a_mail_server_that_refuses_leaves_the_digest_to_a_later_attempt(secretariat, settings):
    register()
    reminders.prepare(on=TODAY)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    with pytest.raises(ConnectionRefusedError):
        send_all()
    assert Digest.objects.get().sent_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(TEN_MINUTES_LATER, tick=False):
        assert send_all() == 1
