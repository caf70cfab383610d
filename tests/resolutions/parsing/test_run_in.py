"""Operative paragraphs that stand on the line of the one before."""

import pytest

from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.run_in import parted
from tests.resolutions.parsing.texts import resolution


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. ENDORSES the plan; 2. URGES States:", ["1. ENDORSES the plan;", "2. URGES States:"]),
        ("8. Notes it; 9. Urges it; 10. Asks it.", ["8. Notes it;", "9. Urges it;", "10. Asks it."]),
        ("1. Endorses it; and 2. Requests it.", ["1. Endorses it; and", "2. Requests it."]),
        ("1. Endorses the plan. 2. Requests it.", ["1. Endorses the plan.", "2. Requests it."]),
    ],
)
def test_a_number_that_comes_next_begins_a_paragraph_before_a_verb(text, parts):
    assert [paragraph.text for paragraph in parted([Paragraph(text)])] == parts


@pytest.mark.parametrize(
    "text",
    [
        "1. Endorses the plan; 3. Urges States",
        "1. Endorses the plan; 2. Lamps of the coast",
        "1. Endorses table 2. Requests are made there",
        "Recalling it; 2. Urges States",
        "2. Urges States; 1. Requests them",
    ],
)
def test_any_other_figure_stays_where_it_is(text):
    assert [paragraph.text for paragraph in parted([Paragraph(text)])] == [text]


def test_the_items_below_belong_to_the_paragraph_that_ran_in():
    found = resolution(
        "1. ENDORSES the plan; 2. URGES Member States:", "(1) to light lamps;", "(2) to report."
    )
    assert [each.label for each in found.operative] == ["1", "2", "2(1)", "2(2)"]
    assert not found.warnings
