"""Several resolutions in one file."""

from resolutions.parsing import parse
from resolutions.readers import read

FIRST = """\
85/1. Lamps

The General Assembly,

Recalling its resolution on lamps, 12

1. Urges States to act.

60th plenary meeting
12 December 2030

"""
SECOND = """\
85/2. Oil

The General Assembly,

Recalling the report on oil, 13

"""
NOTES = "________\n12 See A/85/1.\n13 See A/85/2.\n"


def documents(text):
    return parse(read(text.encode(), "made.txt"))


def test_whole_neighbours_are_documents_with_the_notes_they_call():
    first, second = documents(FIRST + SECOND + "1. Welcomes it.\n\n" + NOTES)
    assert (first.symbol, second.symbol) == ("A/RES/85/1", "A/RES/85/2")
    assert [(note.label, note.text) for note in first.footnotes] == [("12", "See A/85/1.")]
    assert [(note.label, note.text) for note in second.footnotes] == [("13", "See A/85/2.")]


def test_a_last_one_that_breaks_off_is_told_and_left_out():
    (only,) = documents(FIRST + SECOND + NOTES)
    assert (only.symbol, [note.label for note in only.footnotes]) == ("A/RES/85/1", ["12"])
    assert [said.code for said in only.warnings] == ["cut_off"]
    assert only.warnings[0].message.startswith("A/RES/85/2 begins at the end of the file")


def test_a_single_text_without_operative_paragraphs_is_still_given():
    (only,) = documents(SECOND)
    assert only.symbol == "A/RES/85/2"
    assert "no_operative_paragraphs" in [said.code for said in only.warnings]
