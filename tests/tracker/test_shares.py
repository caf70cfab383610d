"""Shares of the review queue: who takes what, for how long, and that no two people have the same."""

import datetime as dt
from functools import partial

import pytest
import time_machine
from django.apps import apps

from resolutions.corrections import Correction
from resolutions.models import Clause, ReviewState
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, person
from tests.together import at_once
from tracker import checking, corrections, doubt_queue, roles, shares
from tracker.doubt_queue import Narrowed
from tracker.models import ActionItem, TakenReading
from tracker.refusals import Conflict, NotAllowed, Refused

ALL = Narrowed()


def doubtful(symbol: str, number: int) -> None:
    """Store a resolution with so many doubtful readings."""
    clauses = [asks(f"Requests the Secretary-General to {n}", doubts=["two_readings"]) for n in range(number)]
    tracked(reading(symbol, *(paragraph(str(n), clause) for n, clause in enumerate(clauses, 1))))


@pytest.fixture
def queue(db: None, today: dt.date) -> list[Clause]:
    """Give five doubtful readings of two resolutions."""
    doubtful("E/RES/2020/1", 3)
    doubtful("E/RES/2020/2", 2)
    return list(doubt_queue.waiting(ALL, on=TODAY))


def left(reader) -> list[Clause]:
    return list(doubt_queue.left_to(reader, ALL, on=TODAY))


@pytest.mark.parametrize("who", ["stranger", "viewer", "secretariat", "manager"])
def test_whoever_may_not_correct_readings_takes_none(request, queue, who):
    user = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        shares.take(narrowed=ALL, number=1, by=user)
    with pytest.raises(NotAllowed):
        shares.give_back(by=user)
    assert not TakenReading.objects.exists()


@pytest.mark.parametrize("number", [0, -1, 101])
def test_so_many_cannot_be_taken(reviewer, queue, number):
    with pytest.raises(Refused, match="between 1 and 100"):
        shares.take(narrowed=ALL, number=number, by=reviewer)


def test_the_worst_free_ones_are_taken_and_others_are_left_the_rest(reviewer, clerk, queue):
    assert shares.take(narrowed=ALL, number=2, by=reviewer) == 2
    assert left(clerk) == queue[2:]
    assert left(reviewer) == queue
    assert list(doubt_queue.waiting(Narrowed(share_of=reviewer), on=TODAY)) == queue[:2]
    assert shares.take(narrowed=ALL, number=20, by=clerk) == 3
    with pytest.raises(Refused, match="None of these is free"):
        shares.take(narrowed=ALL, number=20, by=reviewer)


def test_a_share_may_be_of_one_resolution(reviewer, queue):
    assert shares.take(narrowed=Narrowed(resolution="E/RES/2020/2"), number=20, by=reviewer) == 2
    taken = doubt_queue.waiting(Narrowed(share_of=reviewer), on=TODAY)
    assert {clause.paragraph.resolution.symbol for clause in taken} == {"E/RES/2020/2"}


def test_what_is_left_and_what_others_have_adds_up_to_what_the_register_calls_doubtful(
    reviewer, clerk, administrator, queue
):
    shares.take(narrowed=ALL, number=2, by=reviewer)
    shares.take(narrowed=ALL, number=1, by=clerk)
    others = shares.held_from(administrator, ALL, on=TODAY)
    assert {o.username: vars(o)["number"] for o in others} == {"clerk": 1, "reviewer": 2}
    assert len(left(administrator)) + 3 == ActionItem.objects.doubtful().count() == 5
    assert [o.username for o in shares.held_from(clerk, ALL, on=TODAY)] == ["reviewer"]


@pytest.mark.parametrize("deed", ["confirm", "correct", "choose"])
def test_what_somebody_took_nobody_else_settles(reviewer, clerk, queue, deed):
    queue[0].alternatives = [{"doubt": "two_readings", "of": "asks", "text": "Requests", "value": "no"}]
    queue[0].save()
    shares.take(narrowed=ALL, number=1, by=reviewer)
    settle = {
        "confirm": lambda by: corrections.confirm_clause(clause=queue[0], by=by),
        "correct": lambda by: corrections.correct_clause(
            clause=queue[0], by=by, correction=Correction(asks=False)
        ),
        "choose": lambda by: corrections.choose(clause=queue[0], number=1, by=by),
    }[deed]
    with pytest.raises(Conflict, match=r"reviewer has taken .* until 2 March 2021, 12:00"):
        settle(clerk)
    settle(reviewer)
    queue[0].refresh_from_db()
    assert queue[0].reviewed_by == reviewer


def test_among_several_at_once_those_that_somebody_took_are_left_out(reviewer, clerk, queue):
    shares.take(narrowed=ALL, number=2, by=reviewer)
    seen = {clause.pk: checking.seen_as(clause) for clause in queue}
    assert corrections.confirm_as_seen(seen=seen, by=clerk) == 3
    assert Clause.objects.filter(review_state=ReviewState.CONFIRMED, taken=None).count() == 3


def test_after_a_day_it_is_free_again(reviewer, clerk, queue):
    shares.take(narrowed=ALL, number=5, by=reviewer)
    with time_machine.travel(dt.datetime(2021, 3, 2, 11, 59, tzinfo=dt.UTC), tick=False):
        assert left(clerk) == []
    with time_machine.travel(dt.datetime(2021, 3, 2, 12, tzinfo=dt.UTC), tick=False):
        assert left(clerk) == queue
        assert shares.take(narrowed=ALL, number=5, by=clerk) == 5
        assert left(reviewer) == []


def test_whoever_gives_back_frees_what_they_have_not_settled_and_the_history_tells(reviewer, clerk, queue):
    shares.take(narrowed=ALL, number=3, by=reviewer)
    shares.take(narrowed=ALL, number=1, by=clerk)
    corrections.confirm_clause(clause=queue[0], by=reviewer)
    assert shares.give_back(by=reviewer) == 2
    assert left(clerk) == queue[1:]
    assert left(reviewer) == [queue[1], queue[2], queue[4]]
    kept = apps.get_model("tracker", "TakenReadingEvent")
    events = kept.objects.filter(clause=queue[1]).order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert", "delete"]
    assert {event.pgh_context.metadata["user"] for event in events} == {reviewer.pk}


def test_what_is_taken_back_waits_for_whoever_had_taken_it(reviewer, clerk, queue):
    shares.take(narrowed=ALL, number=1, by=reviewer)
    corrections.confirm_clause(clause=queue[0], by=reviewer)
    corrections.take_back(clause=queue[0], by=reviewer)
    assert left(clerk) == queue[1:]


@pytest.mark.usefixtures("committed_db")
def test_of_people_who_take_at_the_same_moment_no_two_get_the_same():
    doubtful("E/RES/2020/1", 12)
    people = [person(f"checker{n}", roles.REVIEWER) for n in range(4)]
    ends = at_once([partial(shares.take, narrowed=ALL, number=5, by=by) for by in people])
    assert sorted(end for end in ends if isinstance(end, int)) == [2, 5, 5]
    assert [type(end) for end in ends if not isinstance(end, int)] == [Refused]
    assert TakenReading.objects.count() == 12
