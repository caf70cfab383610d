"""Numbers in words."""

import pytest

from resolutions.parsing.ordinals import cardinal_number, ordinal_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("twelfth", 12),
        ("twentieth", 20),
        ("forty-eighth", 48),
        ("Seventy-ninth", 79),
        ("fortieth", 40),
        ("21st", 21),
        ("last", None),
        ("seventy-last", None),
    ],
)
def test_ordinals(word, number):
    assert ordinal_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("six", 6), ("90", 90), ("thirty", 30), ("several", None)])
def test_cardinals(word, number):
    assert cardinal_number(word) == number
