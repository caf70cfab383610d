"""Shares of the review queue by API: taken, told of, given back, by the same rules as on the page."""

import pytest

from tests.builders import asks, paragraph, reading, tracked
from tracker import shares
from tracker.doubt_queue import Narrowed
from tracker.models import TakenReading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "queue")]

ADDRESS = "/api/v1/taken-readings/"


@pytest.fixture
def queue(db: None) -> None:
    """Store two resolutions with two doubtful readings each."""
    for symbol, doubt in (("E/RES/2020/1", "two_readings"), ("E/RES/2020/2", "soft_need")):
        clauses = [asks(f"Requests the Secretary-General to {n}", doubts=[doubt]) for n in range(2)]
        tracked(reading(symbol, *(paragraph(str(n), clause) for n, clause in enumerate(clauses, 1))))


def take(client, **body):
    return client.post(ADDRESS, body, format="json")


def listed(client, **narrowed):
    return [(row["item"], row["by"]) for row in client.get(ADDRESS, narrowed).json()["results"]]


@pytest.mark.parametrize("who", ["viewer", "secretariat", "manager"])
def test_whoever_may_not_check_readings_takes_none_and_is_told_of_none(as_, request, reviewer, who):
    shares.take(narrowed=Narrowed(), number=1, by=reviewer)
    client = as_(request.getfixturevalue(who))
    assert take(client, number=1).status_code == 403
    assert client.post(f"{ADDRESS}give-back/", {}, format="json").status_code == 403
    assert listed(client) == []
    assert TakenReading.objects.get().by == reviewer


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        ({}, "number", "required"),
        ({"number": 0}, "number", "between 1 and 100"),
        ({"number": 1, "resolution": "E/RES/1/1"}, "resolution", "There is no resolution"),
        ({"number": 1, "organ": "XX"}, "organ", "There is no organ “XX”"),
        ({"number": 1, "doubt": "bad_mood"}, "doubt", "not a valid choice"),
        ({"number": 1, "organs": "GA"}, "organs", "There is no field"),
        ({"number": 1, "doubt": "no_addressee"}, "number", "None of these is free"),
    ],
)
def test_what_cannot_be_taken_is_named(as_, reviewer, body, field, words):
    answer = take(as_(reviewer), **body)
    assert answer.status_code == 400
    faults = {fault["field"]: fault["message"] for fault in answer.json()["errors"]}
    assert words in faults[field]
    assert not TakenReading.objects.exists()


@pytest.mark.parametrize(
    ("narrowed", "symbol"),
    [
        ({"resolution": "E/RES/2020/2"}, "E/RES/2020/2"),
        ({"doubt": "two_readings"}, "E/RES/2020/1"),
    ],
)
def test_a_part_of_the_queue_is_taken_and_everybody_who_checks_is_told(
    as_, reviewer, clerk, narrowed, symbol
):
    assert take(as_(reviewer), number=20, organ="ECOSOC", **narrowed).json() == {"taken": 2}
    held = [(f"{symbol}#op{n}.1", "reviewer") for n in (1, 2)]
    assert sorted(listed(as_(clerk))) == held
    assert listed(as_(clerk), by="clerk") == []
    assert sorted(listed(as_(clerk), resolution=symbol)) == held


def test_only_ones_own_are_given_back(as_, reviewer, clerk):
    take(as_(reviewer), number=1)
    take(as_(clerk), number=2)
    assert as_(clerk).post(f"{ADDRESS}give-back/", {}, format="json").json() == {"free": 2}
    assert [by for _, by in listed(as_(reviewer))] == ["reviewer"]
