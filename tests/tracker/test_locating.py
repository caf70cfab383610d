"""Where a reading's paragraphs stand in the text of their source."""

import pytest

from tests.builders import asks, paragraph, reading, states, tracked
from tests.conftest import TODAY
from tracker.extracts import Extract
from tracker.locating import places_in_source
from tracker.reading import read

pytestmark = pytest.mark.django_db


def blocks(*texts: str) -> list[Extract]:
    return [Extract(text, "text", None, ()) for text in texts]


@pytest.fixture
def passages(viewer):
    again = "Requests the Secretary-General to report once more to the Council"
    texts = [asks(again), states("Welcomes the efforts"), asks(again)]
    placed = [paragraph(str(n), text) for n, text in enumerate(texts, 1)]
    return read(tracked(reading("E/RES/2020/1", *placed)), reader=viewer, on=TODAY).passages


FIRST = "Requests the Secretary-\nGeneral to REPORT once more"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param((), {}, id="a file that cannot be shown"),
        pytest.param(("The Council,", "1. Welcomes the efforts"), {"op2": 2}, id="others are not in it"),
        pytest.param(
            (f"1. {FIRST}", "2. Welcomes the efforts", f"3. {FIRST}"),
            {"op1": 1, "op2": 2, "op3": 3},
            id="the same words twice, broken over lines, in other letters",
        ),
        pytest.param(
            (f"1. {FIRST} 2. Welcomes the efforts 3. {FIRST}",),
            {"op1": 1, "op2": 1, "op3": 1},
            id="all in one block",
        ),
    ],
)
def test_a_paragraph_is_found_by_its_first_words(passages, texts, found):
    assert places_in_source(blocks(*texts), passages) == found
