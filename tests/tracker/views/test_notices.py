"""The page of notifications, and the page that stops the mail."""

import pytest
from django.test import Client

from tests.tracker.test_notices import token_of
from tests.tracker.test_reminders import NOON, PAST, register
from tracker import notices, reminders
from tracker.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PAGE = "/notifications/"


@pytest.fixture
def told(secretariat) -> Notice:
    register(due=PAST)
    reminders.tell_due(at=NOON)
    return Notice.objects.get()


def shown(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_whoever_is_not_logged_in_logs_in_first(client: Client):
    assert client.get(PAGE)["Location"] == f"/login/?next={PAGE}"


def test_an_account_without_a_role_has_no_notifications(client: Client, stranger):
    client.force_login(stranger)
    assert client.get(PAGE).status_code == 403


def test_nobody_is_shown_the_notices_of_others(client: Client, told, manager):
    client.force_login(manager)
    page = shown(client)
    assert "Nothing yet" in page
    assert told.words not in page


def test_the_number_in_the_header_is_the_length_of_the_list_of_the_unread(client: Client, told, secretariat):
    client.force_login(secretariat)
    page = shown(client)
    assert 'Notifications <strong>1<span class="unseen"> unread</span></strong>' in page
    assert page.count("New:") == 1
    assert "Was due 17 February 2021" in page
    assert f'href="{told.get_absolute_url()}"' in page


@pytest.mark.parametrize("which", ["only", "upto"])
def test_a_notice_is_marked_as_read(client: Client, told, secretariat, which):
    client.force_login(secretariat)
    assert client.post(PAGE, {"deed": "read", which: told.pk}).status_code == 302
    page = shown(client)
    assert "Everything is read" in page
    assert "New:" not in page


def test_the_notice_of_another_is_not_there(client: Client, told, manager):
    client.force_login(manager)
    assert client.post(PAGE, {"deed": "read", "only": told.pk}).status_code == 404
    assert Notice.objects.get().read_at is None


@pytest.mark.parametrize("sent", [{}, {"only": "x"}, {"upto": "-1"}])
def test_what_is_no_notice_cannot_be_read(client: Client, told, secretariat, sent):
    client.force_login(secretariat)
    assert client.post(PAGE, {"deed": "read", **sent}).status_code == 404
    assert Notice.objects.get().read_at is None


def test_a_person_chooses_how_often_mail_comes(client: Client, secretariat):
    client.force_login(secretariat)
    client.post(PAGE, {"deed": "prefer", "frequency": "weekly", "weekday": "4"})
    assert notices.preference_of(secretariat).weekday == 4
    assert '<option value="4" selected>Friday</option>' in shown(client)


def test_a_frequency_that_is_none_is_refused_beside_its_field(client: Client, secretariat):
    client.force_login(secretariat)
    answer = client.post(PAGE, {"deed": "prefer", "frequency": "hourly", "weekday": "0"})
    assert answer.status_code == 400
    assert "This is not among what is offered here." in answer.content.decode()


def test_looking_at_the_link_of_a_mail_changes_nothing(client: Client, secretariat):
    page = shown(client, f"/unsubscribe/{token_of(secretariat)}/")
    assert "Shall secretariat get no more mail" in page
    assert notices.preference_of(secretariat).frequency == "daily"


def test_one_click_stops_the_mail_without_a_login(secretariat):
    program = Client(enforce_csrf_checks=True)
    answer = program.post(f"/unsubscribe/{token_of(secretariat)}/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert notices.preference_of(secretariat).frequency == "off"


def test_a_forged_link_says_what_to_do(client: Client, secretariat):
    answer = client.post(f"/unsubscribe/{secretariat.pk}:forged/")
    assert answer.status_code == 404
    assert "Copy it again, or log in" in answer.content.decode()
    assert notices.preference_of(secretariat).frequency == "daily"
