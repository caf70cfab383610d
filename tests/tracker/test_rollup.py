"""The one rule by which assignments make the status of their item, as a table."""

import pytest

from tests.register import occurrence, register
from tracker import assigning, workflow
from tracker.models import ActionItem
from tracker.rollup import refresh, roll_up, status_of
from tracker.statuses import Status

N, P, H, I, O, X, A = (  # noqa: E741 - the letters of the table below
    Status.NOT_STARTED,
    Status.IN_PROGRESS,
    Status.PARTIALLY_IMPLEMENTED,
    Status.IMPLEMENTED,
    Status.OVERTAKEN,
    Status.NOT_IMPLEMENTED,
    Status.NO_ACTION,
)


@pytest.mark.parametrize(
    ("assignments", "item"),
    [
        ([], N),
        ([N], N),
        ([P], P),
        ([H], H),
        ([I], I),
        ([O], O),
        ([X], X),
        ([A], A),
        ([N, P], P),
        ([N, H], H),
        ([N, I], H),
        ([P, I], H),
        ([N, O], N),
        ([N, X], N),
        ([P, X], P),
        ([N, A], N),
        ([I, I], I),
        ([I, O], I),
        ([I, A], I),
        ([I, X], X),
        ([O, X], X),
        ([O, A], O),
        ([I, O, X, N], H),
    ],
    ids=lambda value: "+".join(value) or "nobody" if isinstance(value, list) else None,
)
def test_the_status_of_an_item_follows_from_those_of_its_assignments(assignments, item):
    assert roll_up(assignments) == item
    assert roll_up(list(reversed(assignments))) == item


@pytest.mark.django_db
def test_a_withdrawn_assignment_no_longer_counts(manager):
    register()
    done, open_ = occurrence("Secretary-General"), occurrence("Norway")
    workflow.decide_status(occurrence=done, to=I, by=manager, why="The report is out.")
    assigning.withdraw(assignment=open_.assignment, by=manager, why="Named by mistake.")
    assert ActionItem.objects.get(pk=done.assignment.item_id).status == I


@pytest.mark.django_db
def test_a_roll_up_that_was_lost_is_found_again():
    register()
    item = occurrence("Norway").assignment.item
    ActionItem.objects.filter(pk=item.pk).update(status=I)
    assert status_of(item) == N
    refresh(item)
    item.refresh_from_db()
    assert item.status == N
