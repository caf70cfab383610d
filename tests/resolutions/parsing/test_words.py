"""Words and punctuation marks with their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.parsing.words import ASCII_WORD, WORD, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Requests it;", ("Requests", "it", ";")),
        ("S/RES/82 (1950)", ("S/RES/82", "(", "1950", ")")),
        ("the Council's follow-up", ("the", "Council's", "follow-up")),
        ("the Council’s café", ("the", "Council’s", "café")),
        ("a_b", ("a", "_", "b")),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text, words):
    assert words_of(text).printed == words


@given(st.text(st.sampled_from("aB1 _'./-,(\n\t\x1c"), max_size=30))
def test_the_quick_way_cuts_as_the_other_does(text):
    assert ASCII_WORD.split(text) == WORD.split(text)
