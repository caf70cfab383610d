"""The state of a past day over the API."""

import pytest

from tests.register import DAY, accepted, line, occurrence, register
from tracker.models import Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def done(secretariat, reviewer) -> Occurrence:
    """Give an obligation of the Secretary-General that is implemented since the first of February."""
    register()
    asked = occurrence("Secretary-General")
    accepted(secretariat, reviewer, line(asked))
    return asked


def states(client, query: str) -> dict[str, str]:
    answer = client.get(f"/api/v1/states/{query}")
    assert answer.status_code == 200, answer.json()
    return {row["entity"]: row["status"] for row in answer.json()["results"]}


def test_another_day_gives_another_state(as_, viewer, done):
    client = as_(viewer)
    assert states(client, "?entity=sg&as_at=2021-01-31") == {"sg": "not_started"}
    assert states(client, f"?entity=sg&as_at={DAY}") == {"sg": "implemented"}
    assert states(client, "?entity=sg") == {"sg": "implemented"}
    assert states(client, f"?entity=sg&as_at={DAY}&known_on=2021-02-28") == {}


def test_the_status_narrows_by_what_it_was_on_the_day(as_, viewer, done):
    query = "?status=not_started&as_at="
    assert "sg" in states(as_(viewer), f"{query}2021-01-31")
    assert "sg" not in states(as_(viewer), f"{query}2021-02-01")


def test_a_row_says_since_when_and_on_what_ground(as_, viewer, done):
    (row,) = as_(viewer).get(f"/api/v1/states/?entity=sg&as_at={DAY}").json()["results"]
    assert (row["item"], row["since"], row["ground"]) == ("E/RES/2020/1#op1.1", str(DAY), "report")


def test_another_entity_sees_nothing_of_it(as_, norway, done):
    assert "sg" not in states(as_(norway), f"?as_at={DAY}")


@pytest.mark.parametrize("query", ["?as_at=yesterday", "?as_on=2021-01-01", "?status=lost"])
def test_what_cannot_be_read_is_refused(as_, viewer, query):
    assert as_(viewer).get(f"/api/v1/states/{query}").status_code == 400
