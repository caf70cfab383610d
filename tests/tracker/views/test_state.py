"""The page "State on …" of a resolution and of an item."""

import pytest
from django.test import Client

from tests.tracker.views.report_pages import occurrence
from tracker import workflow
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

RESOLUTION = "/resolutions/E/RES/2020/1/"


@pytest.fixture
def addresses(asked, manager) -> tuple[str, str]:
    """Give the pages of a resolution and of an item that was begun on the first of March."""
    workflow.decide_status(occurrence=asked, to=Status.IN_PROGRESS, by=manager, why="A letter came.")
    return RESOLUTION, asked.assignment.item.get_absolute_url()


def test_an_account_without_a_role_is_turned_away(client: Client, stranger, addresses):
    client.force_login(stranger)
    assert {client.get(f"{a}?as_at=2021-02-28").status_code for a in addresses} == {403}


def test_a_focal_point_sees_of_the_past_what_it_sees_today(client: Client, norway, addresses):
    client.force_login(norway)
    resolution, item = addresses
    assert client.get(f"{item}?as_at=2021-03-01").status_code == 404
    shown = client.get(f"{resolution}?as_at=2021-03-01").content.decode()
    assert "Member States" in shown
    assert "Secretary-General</td>" not in shown


def test_both_pages_tell_the_state_of_the_day_and_what_explains_it(client: Client, viewer, addresses):
    client.force_login(viewer)
    for address in addresses:
        assert 'name="as_at"' in client.get(address).content.decode()
        before = client.get(f"{address}?as_at=2021-02-28").content.decode()
        assert "on 28 February 2021" in before
        assert "A letter came." not in before
        assert "A letter came." in client.get(f"{address}?as_at=2021-03-01").content.decode()
    then = client.get(f"{RESOLUTION}?as_at=2021-03-01").context["then"]
    assert [each.status for each in then] == ["in_progress", "not_started", "not_started"]


def test_before_the_adoption_there_is_nothing_and_the_page_says_so(client: Client, viewer, addresses):
    client.force_login(viewer)
    assert "Nothing stood on that day" in client.get(f"{RESOLUTION}?as_at=2019-01-01").content.decode()


@pytest.mark.parametrize(
    ("day", "told"),
    [("soon", "This is no day."), ("2021-03-02", "still to come"), ("", "Give the day.")],
)
def test_a_day_that_is_none_is_told_beside_the_field(client: Client, viewer, addresses, day, told):
    client.force_login(viewer)
    answer = client.get(f"{addresses[1]}?as_at={day}")
    assert (answer.status_code, told in answer.content.decode()) == (400, True)


def test_the_reports_obligation_of_another_day_counts_the_same_queries(
    client: Client, viewer, addresses, django_assert_max_num_queries
):
    client.force_login(viewer)
    assert occurrence("op2")
    with django_assert_max_num_queries(12):
        client.get(f"{RESOLUTION}?as_at=2021-03-01")
