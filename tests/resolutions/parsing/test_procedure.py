"""What a body decides about its own work, and the agenda items named."""

import pytest

from resolutions.parsing.document import Procedure
from tests.resolutions.parsing.texts import clause


@pytest.mark.parametrize(
    ("sentence", "procedure"),
    [
        ("Decides to include in the provisional agenda of its eightieth session the item;", Procedure.AGENDA),
        ("Decides to remain actively seized of the matter;", Procedure.SEIZED),
        ("Decides that the authorization shall expire on 31 May 2031;", Procedure.SUNSET),
        ("Decides to review the measures within one year;", Procedure.REVIEW),
        ("Decides to keep the situation under constant review;", Procedure.REVIEW),
        ("Decides to establish a fund;", None),
        ("Requests the Office to review its rules;", None),
    ],
)
def test_a_decision_on_the_bodys_own_work_is_told_apart(sentence, procedure):
    assert clause(sentence).procedure is procedure


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("under the item entitled “Lamps”", ("Lamps",)),
        ("under the item entitled “Light”, the sub-item entitled “Lamps”", ("Light", "Lamps")),
        ("under agenda item 5 (a)", ("5 (a)",)),
        ("under the items of its agenda", ()),
    ],
)
def test_agenda_items_are_named_as_printed(words, items):
    assert clause(f"Requests the Secretary-General to report to the Assembly, {words};").agenda_items == items
