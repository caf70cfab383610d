"""Footnote calls in texts that know no superscripts."""

import pytest

from resolutions.parsing.calls import with_calls
from resolutions.parsing.marks import unmark
from tests.resolutions.parsing.texts import document

LABELS = frozenset({"1", "8", "21", "22", "42", "300"})


def read(text, labels=LABELS, slashed=False):
    found = unmark(with_calls(text, labels, slashed=slashed))
    return found.text, [call.label for call in found.calls]


@pytest.mark.parametrize(
    "text",
    [
        "in resolution 1 of the report",
        "the year 2021 and the next",
        "paragraphs 3, 8 and 21 of the report",
        "1,300 lamps and 8 wicks",
        "of 21 January 2030",
        "Article 42 of the Charter",
        "in 2010, 120 countries",
        "by 31 December 2030",
        "rules 1.1 to 1.8 and the rest",
        "8.8 Lamps shall be lit",
    ],
)
def test_figures_of_a_sentence_are_no_calls(text):
    assert read(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "words", "calls"),
    [
        ("the money-laundering,1 and", "the money-laundering, and", ["1"]),
        ("the Republic of Mali, 21 and", "the Republic of Mali, and", ["21"]),
        ("the Republic of the Congo, 21 22", "the Republic of the Congo,", ["21", "22"]),
        ("of the Secretary-General 42 at its", "of the Secretary-General at its", ["42"]),
        ("its first report 8 and its second", "its first report and its second", ["8"]),
        ("of 23 November 2031 8 would permit", "of 23 November 2031 would permit", ["8"]),
    ],
)
def test_a_number_with_a_footnote_is_a_call_where_the_place_fits(text, words, calls):
    assert read(text) == (words, calls)


@pytest.mark.parametrize(
    ("text", "words", "calls"),
    [
        ("Noting the reply of 9 December 2031,83", "Noting the reply of 9 December 2031,", ["83"]),
        ("for admission to membership, 369", "for admission to membership,", ["369"]),
        ("the High Commissioner for Refugees14 and", "the High Commissioner for Refugees and", ["14"]),
        ("and having heard his statement,15 and", "and having heard his statement, and", ["15"]),
        ("of 11 December 2031, 196 and thanks", "of 11 December 2031, and thanks", ["196"]),
    ],
)
def test_sure_places_need_no_footnote(text, words, calls):
    assert read(text, labels=frozenset()) == (words, calls)


def test_a_slash_marks_the_calls_of_its_kind():
    assert read("of 20 January 2034, 1/ and paragraph 8", slashed=True) == (
        "of 20 January 2034, and paragraph 8",
        ["1"],
    )


def test_a_call_leaves_no_space_and_keeps_its_place():
    found = document(
        "Resolution 2999 (2030)\n\nThe Security Council,\n\nHaving heard the report of the "
        "Secretary-General 42 at its\n9998th meeting,\n\n1. Urges States to act.\n\n42 Ibid., 9998th meeting."
    )
    (recital,) = found.preamble
    assert recital.text == "Having heard the report of the Secretary-General at its 9998th meeting,"
    assert [(call.label, recital.text[: call.at][-9:]) for call in recital.calls] == [("42", "y-General")]


def test_a_stray_superscript_does_not_make_the_other_calls_text():
    found = document(
        "The General Assembly,\n\nRecalling the Convention,8 the Declaration²¹ and the lamps,22\n\n"
        "1. Urges States to act.\n\n8 See A/85/8.\n\n21 See A/85/21.\n\n22 See A/85/22.\n"
    )
    assert [call.label for call in found.preamble[0].calls] == ["8", "21", "22"]
