"""Response rates of groups over the API."""

import pytest

from tests.register import accepted, line, occurrence, register
from tracker.statuses import Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def address(norway, reviewer) -> str:
    """Give the address of Member States' answers, of which Norway has given one."""
    register()
    asked = occurrence("Member States")
    accepted(norway, reviewer, line(asked, Status.IN_PROGRESS, percentage=20), entity="Norway")
    return f"/api/v1/assignments/{asked.assignment_id}/responses/"


def test_it_names_who_has_answered_and_who_has_not(as_, viewer, address):
    told = as_(viewer).get(address).json()
    assert (told["answered"], told["members"]) == (1, len(told["results"]))
    by_key = {row["entity"]: row for row in told["results"]}
    norway = next(row for row in told["results"] if row["answered"])
    assert (norway["entity_name"], norway["status"], norway["percentage"]) == ("Norway", "in_progress", 20)
    assert len(by_key) - 1 == sum(not row["answered"] for row in told["results"])


def test_a_member_reads_the_numbers_and_its_own_answer(as_, norway, address):
    told = as_(norway).get(address).json()
    assert told["members"] > 100
    assert [row["entity_name"] for row in told["results"]] == ["Norway"]


@pytest.mark.parametrize(("who", "status"), [("stranger", 403), ("secretariat", 404)])
def test_others_do_not_read_it(as_, request, address, who, status):
    assert as_(request.getfixturevalue(who)).get(address).status_code == status
