"""Numbers in words."""

import pytest

from resolutions.parsing.ordinals import cardinal_number, ordinal_number, ordinal_word


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


def test_the_word_of_an_ordinal_is_read_back_to_its_number():
    words = [ordinal_word(number) for number in range(1, 100)]
    assert words[47] == "forty-eighth"
    assert [ordinal_number(word or "") for word in words] == list(range(1, 100))


@pytest.mark.parametrize("number", [0, 100])
def test_other_numbers_have_no_ordinal_in_words(number):
    assert ordinal_word(number) is None


@pytest.mark.parametrize(("word", "number"), [("six", 6), ("90", 90), ("thirty", 30), ("several", None)])
def test_cardinals(word, number):
    assert cardinal_number(word) == number
