"""How strongly clauses ask, in words and as a condition of the register."""

import pytest

from resolutions.models import Clause
from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY
from tracker.filters import ActionItemFilter, problems
from tracker.models import ActionItem
from tracker.ordering import ordered
from tracker.strength import Strength, strength_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

# Whether it asks, the force towards the Secretariat and towards States, and how strongly that is.
CASES = [
    pytest.param(True, 9, 6, Strength.STRONG, id="requests"),
    pytest.param(True, 2, 7, Strength.STRONG, id="only towards States"),
    pytest.param(True, 6, 6, Strength.MODERATE, id="calls upon"),
    pytest.param(True, 5, 0, Strength.MODERATE, id="appeals"),
    pytest.param(True, 4, 4, Strength.WEAK, id="invites"),
    pytest.param(True, 0, 0, Strength.WEAK, id="a verb whose force nobody knows"),
    pytest.param(False, 9, 9, None, id="what asks for nothing"),
]


@pytest.mark.parametrize(("does_ask", "secretariat", "states", "strength"), CASES)
def test_the_greater_force_decides_and_the_filter_finds_just_these(
    manager, does_ask, secretariat, states, strength
):
    tracked(reading("E/RES/2020/1", paragraph("1", asks())))
    Clause.objects.update(asks=does_ask, force_secretariat=secretariat, force_states=states)
    assert strength_of(Clause.objects.get()) == strength
    for word in Strength.values:
        chosen = ActionItemFilter({"strength": word}, user=manager, on=TODAY)
        assert problems(chosen) == []
        assert chosen.qs.count() == (word == strength)


def test_the_list_can_be_ordered_by_force(manager):
    tracked(reading("E/RES/2020/1", *(paragraph(str(n), asks()) for n in range(1, 4))))
    for label, force in (("1", (3, 5)), ("2", (9, 1)), ("3", (1, 1))):
        Clause.objects.filter(paragraph__label=label).update(
            force_secretariat=force[0], force_states=force[1]
        )
    selection = ActionItemFilter({}, user=manager, on=TODAY).selection
    rows = ordered(ActionItem.objects.listed(), "-force", selection.occurrences())
    assert [item.clause.paragraph.label for item in rows] == ["2", "1", "3"]
