"""What a person is told, how often mail brings it, and the link that stops the mail."""

import pytest

from tests.conftest import TODAY
from tests.tracker.test_reminders import NOON, PAST, register
from tracker import notices, reminders
from tracker.models import FocalPoint, Notice, NoticePreference
from tracker.refusals import NotAllowed, Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def told(secretariat) -> Notice:
    register(due=PAST)
    reminders.tell_due(at=NOON)
    return Notice.objects.get()


def test_nobody_sees_what_another_person_is_told(told, manager, secretariat):
    assert list(notices.seen_by(manager, on=TODAY)) == []
    assert list(notices.seen_by(secretariat, on=TODAY)) == [told]


def test_nobody_reads_for_another_person(told, manager):
    for wanted in (told.pk, told.pk + 1):
        with pytest.raises(NotAllowed, match="no such notice"):
            notices.mark_read(by=manager, only=wanted)
    assert notices.mark_read(by=manager, upto=told.pk) == 0
    assert Notice.objects.get().read_at is None


def test_whoever_left_office_is_no_longer_shown_what_they_were_told(told, secretariat):
    FocalPoint.objects.update(valid_until=PAST)
    assert notices.unread_by(secretariat, on=TODAY).count() == 0


def test_what_came_after_the_page_was_shown_stays_unread(told, secretariat):
    assert notices.mark_read(by=secretariat, upto=told.pk - 1) == 0
    assert notices.mark_read(by=secretariat, upto=told.pk) == 1
    assert notices.mark_read(by=secretariat) == 0
    assert notices.unread_by(secretariat, on=TODAY).count() == 0


def test_mail_comes_once_a_day_where_nobody_said_otherwise(secretariat):
    assert notices.preference_of(secretariat).frequency == "daily"
    assert not NoticePreference.objects.exists()


@pytest.mark.parametrize(
    ("wish", "said"), [({"frequency": "hourly"}, "choose one"), ({"frequency": "weekly", "weekday": 7}, "0")]
)
def test_a_wish_that_cannot_be_is_refused(wish, said, secretariat):
    with pytest.raises(Refused, match=said):
        notices.prefer(by=secretariat, **wish)
    assert not NoticePreference.objects.exists()


def test_a_wish_is_kept_with_who_made_it(secretariat):
    preference = notices.prefer(by=secretariat, frequency="weekly", weekday=4)
    assert (preference.frequency, preference.weekday) == ("weekly", 4)
    event = preference.events.get()  # type: ignore[attr-defined] # made by pghistory
    assert event.pgh_context.metadata["user"] == secretariat.pk


@pytest.mark.parametrize("token", ["", "1", "1:forged", "1:forged:more"])
def test_a_link_that_was_not_made_here_stops_nothing(token, secretariat):
    with pytest.raises(Refused, match="not whole"):
        notices.unsubscribe(token=token)
    assert not NoticePreference.objects.exists()


def token_of(user) -> str:
    return notices.unsubscribe_address(user).rstrip("/").rpartition("/")[2]


def test_the_link_stops_the_mail_of_the_person_it_was_made_for(secretariat, manager):
    notices.prefer(by=secretariat, frequency="weekly", weekday=2)
    assert notices.unsubscribe(token=token_of(secretariat)) == secretariat
    held = notices.preference_of(secretariat)
    assert (held.frequency, held.weekday) == ("off", 2)
    assert notices.preference_of(manager).frequency == "daily"


def test_the_link_of_a_closed_account_says_so(secretariat):
    secretariat.is_active = False
    secretariat.save()
    with pytest.raises(Refused, match="closed"):
        notices.unsubscribe(token=token_of(secretariat))
