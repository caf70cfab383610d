"""From blocks to paragraphs: what belongs to the page leaves, what belongs together is joined."""

import pytest

from resolutions.parsing.footnotes import lift_footnotes
from resolutions.parsing.furniture import is_furniture, without_furniture
from resolutions.parsing.lines import lines_of
from resolutions.parsing.marks import CALL, CALL_END, unmark, without_marks
from resolutions.parsing.paragraphs import paragraphs_of
from resolutions.readers import read


def flow(text, name="made.txt"):
    return lift_footnotes(without_furniture(lines_of(read(text.encode(), name).blocks)))


def paragraphs(text, name="made.txt"):
    return [without_marks(paragraph.text) for paragraph in paragraphs_of(flow(text, name).lines)]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("seventy\u2011ninth", "seventy-ninth"),
        ("Secretary\u00a0General", "Secretary General"),
        ("co\u00adoperation", "cooperation"),
        ("2015–2030", "2015–2030"),
        ("“quoted”  twice", "“quoted” twice"),
    ],
)
def test_spaces_and_hyphens_are_evened_and_quotes_and_dashes_kept(printed, read_as):
    assert paragraphs(f"Recalling {printed},") == [f"Recalling {read_as},"]


@pytest.mark.parametrize(
    "line",
    [
        "S/RES/1941 (2010)",
        "A/RES/78/103",
        "Page 2",
        "2/6",
        "- 2 -",
        "44",
        "94-04992 (E) /...",
        "10-558862",
        "/...",
        "*0527133*",
        "<!-- Page 1 -->",
        "306-48464",
        "14-221742/4",
        "3/1414-29581",
        "English",
    ],
)
def test_page_headers_and_numbers_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["1. Decides", "resolution 1373 (2001)", "21 July 2004", "(a)", "A/RES/78/103, which"]
)
def test_lines_of_the_text_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Recalling the lamps\nof the coasts,\nNoting the wicks,",
            ["Recalling the lamps of the coasts,", "Noting the wicks,"],
            id="wrapped lines without blank lines",
        ),
        pytest.param(
            "1. Urges States to light the\n2. Requests a lamp;",
            ["1. Urges States to light the", "2. Requests a lamp;"],
            id="a number begins a paragraph",
        ),
        pytest.param(
            "as stated in paragraph 3\n(b) of the report;",
            ["as stated in paragraph 3 (b) of the report;"],
            id="reference",
        ),
        pytest.param(
            "Noting its develop-\nment,", ["Noting its development,"], id="hyphen at the line's end"
        ),
        pytest.param(
            "Noting the Secretary-\nGeneral,", ["Noting the Secretary-General,"], id="hyphen of a name"
        ),
        pytest.param(
            "Urges States to keep the lamps of\n\nS/RES/1 (2030)\nPage 2\n\nall coasts burning;",
            ["Urges States to keep the lamps of all coasts burning;"],
            id="torn by a page",
        ),
        pytest.param(
            "Recalling the lamps of the coasts, Their\n\n¹ A/1/2.\n\nWicks and Oil,",
            ["Recalling the lamps of the coasts, Their Wicks and Oil,"],
            id="torn by footnotes before a capital",
        ),
        pytest.param(
            "Recalling the lamps,¹\n\n¹ A/1/2.\n\nNoting the wicks,",
            ["Recalling the lamps,", "Noting the wicks,"],
            id="footnotes between whole paragraphs",
        ),
        pytest.param(
            "47th meeting\n21 July 2004", ["47th meeting", "21 July 2004"], id="adoption lines stand alone"
        ),
        pytest.param(
            "Having heard him at its\n2396th meeting,\nNoting it,",
            ["Having heard him at its 2396th meeting,", "Noting it,"],
            id="a meeting inside a sentence",
        ),
        pytest.param(
            "1. Requests a report not later than\n30 September 2030.",
            ["1. Requests a report not later than 30 September 2030."],
            id="a day inside a sentence",
        ),
        pytest.param(
            "1. Requests him to help achieve the aims of\nthe Security Council;",
            ["1. Requests him to help achieve the aims of the Security Council;"],
            id="the body named inside a sentence",
        ),
        pytest.param(
            "Noting the recommendation of the\n\nSecurity Council to extend it,",
            ["Noting the recommendation of the Security Council to extend it,"],
            id="a blank line inside a sentence",
        ),
        pytest.param(
            "Having received the report of the Republics, 14\n\fTakes note of that report.",
            ["Having received the report of the Republics, 14", "Takes note of that report."],
            id="a page ends after a footnote's number",
        ),
        pytest.param(
            "12. Decides to remain seized.\nAdopted at the 9999th meeting\nby 14 votes to none.",
            ["12. Decides to remain seized.", "Adopted at the 9999th meeting by 14 votes to none."],
            id="the adoption below the last paragraph",
        ),
        pytest.param(
            "(a) interest due on lamps, or\n\n(b) payments for oil,",
            ["(a) interest due on lamps, or", "(b) payments for oil,"],
            id="the item after one that ends with or",
        ),
        pytest.param(
            "(a) to be lit; or\n\n(b) to be put out by night,",
            ["(a) to be lit; or", "(b) to be put out by night,"],
            id="an item that opens as a reference could",
        ),
        pytest.param(
            "• lamps of the coast, and\n\n• oil for them;",
            ["• lamps of the coast, and", "• oil for them;"],
            id="a bullet after one that ends with and",
        ),
        pytest.param(
            "Noting that the day shall be fixed by the\nSecurity Council,\n\nRecalling it,",
            ["Noting that the day shall be fixed by the Security Council,", "Recalling it,"],
            id="the body named inside a sentence, as in a formula",
        ),
        pytest.param(
            "Recalling paragraphs 3 (a) and\n(b) of resolution 84/1,",
            ["Recalling paragraphs 3 (a) and (b) of resolution 84/1,"],
            id="letters that a reference names",
        ),
    ],
)
def test_lines_become_paragraphs(text, expected):
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "notes"),
    [
        ("Noting it,¹\n\n¹ A/58/6.\n\n² *Ibid.*, annex.", "a.md", [("1", "A/58/6."), ("2", "Ibid., annex.")]),
        ("Noting it,[^1]\n\n[^1]: A/58/6.", "a.md", [("1", "A/58/6.")]),
        ("Noting it, 1/ and\n\n________\n1/ S/1994/62.\n2/ S/1994/30,\npage 3.", "a.txt", None),
        (
            "Noting it, 12\n\n12 See Official Records,\nSupplement No. 3.",
            "a.txt",
            [("12", "See Official Records, Supplement No. 3.")],
        ),
        ("Noting it.\n\n24 League of Nations, No. 1.", "a.txt", [("24", "League of Nations, No. 1.")]),
    ],
)
def test_footnotes_leave_the_flow_of_the_text(text, name, notes):
    expected = notes or [("1", "S/1994/62."), ("2", "S/1994/30, page 3.")]
    found = flow(text, name)
    assert [(note.label, note.text) for note in found.notes] == expected
    assert len(found.lines) == 1


def test_a_number_that_opens_a_sentence_of_the_text_is_no_footnote():
    assert flow("12 States have lit their lamps.").notes == []


def test_marks_leave_the_text_and_give_their_places():
    found = unmark(f"lamps,{CALL}1{CALL_END} and \ue002oil\ue003")
    assert found.text == "lamps, and oil"
    assert [(call.label, call.at) for call in found.calls] == [("1", 6)]
    assert [found.text[start:end] for start, end in found.italics] == ["oil"]
