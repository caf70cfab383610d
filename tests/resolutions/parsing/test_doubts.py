"""Doubts about a reading, each with its place."""

import pytest

from tests.resolutions.parsing.texts import HEAD, document, resolution


def warned(found):
    return [(said.code, said.eid) for said in found.warnings]


def test_a_whole_resolution_leaves_no_doubt():
    assert warned(resolution("1. Urges States to act:", "(a) Now;", "(b) Then;", "2. Welcomes it.")) == []
    assert warned(resolution("I", "1. Urges States to act;", "II", "1. Welcomes it;", "2. Notes it.")) == []


@pytest.mark.parametrize(
    ("operative", "expected", "words"),
    [
        (["1. Urges it;", "3. Welcomes it."], [("numbering_gap", "op3")], "Paragraph 3 follows paragraph 1"),
        (
            ["2. Urges it;", "3. Welcomes it."],
            [("numbering_gap", "op2")],
            "Paragraph 2 follows the beginning",
        ),
        (["1. Urges it;", "2, Welcomes it."], [("number_read", "op2")], "“2,” was read as the number"),
        (
            ["1. Urges it" + " and it" * 1000 + "."],
            [("long_paragraph", "op1")],
            "several may have run together",
        ),
    ],
    ids=["gap", "no first", "spoiled number", "run together"],
)
def test_each_doubt_names_its_paragraph(operative, expected, words):
    found = resolution(*operative)
    assert warned(found) == expected
    assert words in found.warnings[0].message


def test_a_recital_without_a_participle_is_named():
    found = document(
        HEAD + "Of the lamps that burned of old, and more besides,\n\n1. Urges it.\n\n12 December 2030"
    )
    assert warned(found) == [("no_preambular_phrase", "pp3")]


def test_the_end_of_another_resolution_above_is_told():
    found = document("lamps and oil " * 100 + ".\n\n" + HEAD + "1. Urges it.\n\n12 December 2030")
    assert [said.code for said in found.warnings] == ["text_before"]
    assert "words stand before the resolution" in found.warnings[0].message
