"""A sign is seen in a clause where one of its words stands, and only there."""

import pytest

from resolutions.parsing.signs import any_of, sign, wording
from resolutions.parsing.words import words_of

YEARLY = sign("nnual", "every ")
ENDS = sign("end of ", "expir")


def said(text, first=0, last=None):
    return wording(words_of(text), first, last)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("to submit its Annual report", True),
        ("to report biannually", True),
        ("to report every two years", True),
        ("to report to everybody", False),
        ("to report to the Council", False),
        ("", False),
    ],
)
def test_a_sign_is_a_word_or_a_part_of_one_in_either_case(text, has):
    assert said(text).has(YEARLY) is has


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("by the end of May", True),
        ("before the mandate expires", True),
        ("to end on 3 May, and of course", False),
        ("to send, of late, more", False),
    ],
)
def test_a_sign_of_several_words_stands_as_it_is(text, has):
    assert said(text).has(ENDS) is has


def test_only_the_words_asked_for_are_looked_at():
    text = "Requests an annual report and welcomes the end of the war"
    assert said(text, 0, 4).text == "Requests an annual report"
    assert said(text, 0, 4).has(YEARLY)
    assert not said(text, 0, 4).has(ENDS)


def test_several_signs_are_asked_for_at_once():
    assert said("by the end of May").signs & any_of((YEARLY, ENDS))
    assert not said("by May").signs & any_of((YEARLY, ENDS))


def test_a_capital_that_grows_in_lower_case_moves_nothing():
    text = "the annual İstanbul forum, every year"
    assert len(said(text).low) == len(text)


def test_a_sign_made_later_is_seen_in_words_that_were_looked_at_before():
    assert not said("the quorum").has(ENDS)
    quorum = sign("quorum")
    assert said("the quorum").has(quorum)
