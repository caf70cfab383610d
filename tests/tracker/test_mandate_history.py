"""The history of an item tells what later texts did to it, what it does to earlier ones, and retirements."""

import datetime as dt

import pytest

from tests.builders import asks, paragraph, reading, tracked
from tracker import mandates
from tracker.mandate_history import mandate_told
from tracker.models import ActionItem, RelationKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

EARLIER, LATER = "E/RES/2020/1#op1.1", "E/RES/2021/1#op1.1"
DAY = dt.date(2021, 2, 10)


@pytest.fixture
def pair():
    """Give an earlier and a later item."""
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    again = asks("Requests the Secretary-General to report once more")
    tracked(reading("E/RES/2021/1", paragraph("1", again), adopted=dt.date(2021, 2, 1)))
    return ActionItem.objects.order_by("pk")


def told(item):
    return [(what, str(who), why) for _, what, who, why in sorted(mandate_told(item), key=lambda t: t[0])]


@pytest.mark.parametrize(
    ("kind", "in_part", "of_the_earlier", "of_the_later"),
    [
        ("renews", False, f"Renewed by {LATER}", f"Renews {EARLIER}"),
        ("extends", True, f"Extended in part by {LATER}", f"Extends a part of {EARLIER}"),
        ("merges", False, f"Merged into {LATER}", f"Merges {EARLIER}"),
        ("supersedes", False, f"Superseded by {LATER}", f"Supersedes {EARLIER}"),
    ],
)
def test_a_relation_is_told_on_either_side(pair, manager, kind, in_part, of_the_earlier, of_the_later):
    earlier, later = pair
    mandates.relate(
        later=later, earlier=earlier, kind=RelationKind(kind), in_part=in_part, by=manager,
        effective_on=DAY, why="Paragraph 1.",
    )  # fmt: skip
    since = " as of 10 February 2021"
    assert told(earlier) == [(of_the_earlier + since, "manager", "Paragraph 1.")]
    assert told(later) == [(of_the_later + since, "manager", "Paragraph 1.")]


def test_what_was_undone_or_lifted_stays_told_with_its_reason(pair, manager, administrator):
    earlier, later = pair
    relation = mandates.relate(
        later=later, earlier=earlier, kind=RelationKind.REPEATS, by=manager, effective_on=DAY
    )
    mandates.undo(relation=relation, by=administrator, why="Another was meant.")
    assert told(earlier)[1:] == [
        (f"Undone: repeated by {LATER} as of 10 February 2021", "administrator", "Another was meant.")
    ]
    retirement = mandates.retire(item=later, by=manager, why="Nobody needs it.", effective_on=DAY)
    mandates.lift(retirement=retirement, by=manager, why="They do.")
    assert told(later)[2:] == [
        ("Retired as of 10 February 2021", "manager", "Nobody needs it."),
        ("Retirement as of 10 February 2021 lifted", "manager", "They do."),
    ]
