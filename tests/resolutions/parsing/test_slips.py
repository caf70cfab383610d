"""Numbers of paragraphs as scans and typists leave them."""

import pytest

from resolutions.parsing.slips import marker_of
from tests.resolutions.parsing.texts import document, resolution


@pytest.mark.parametrize(
    "text",
    [
        "30 September 2032.",
        "1, 3 and 5 of the report",
        "13 States have lit their lamps",
        "I Commend the lamps",
        "lamps, Requests",
        "1994 Requests for lamps",
        "A. Requests for lamps",
        "C. Lamps are requested;",
    ],
)
def test_other_figures_are_no_number_of_a_paragraph(text):
    assert marker_of(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("1. Requests it", "1", "Requests it"),
        ("1, Requests it", "1", "Requests it"),
        ("l. Requests it", "1", "Requests it"),
        ("I. Also requests it", "1", "Also requests it"),
        ("ll. Calls once again for it", "11", "Calls once again for it"),
        ("l3. Calls upon them", "13", "Calls upon them"),
        ("1O. Calls upon them", "10", "Calls upon them"),
        ("13 Urges all States", "13", "Urges all States"),
        ("6Also reaffirms it", "6", "Also reaffirms it"),
        ("4; Decides so", "4", "Decides so"),
    ],
)
def test_a_spoiled_number_is_read_before_an_operative_verb(text, value, rest):
    marker, after = marker_of(text)
    assert marker is not None
    assert (marker.value, after) == (value, rest)


def test_capitals_stand_for_numbers_and_a_warning_says_so():
    found = resolution("A. Requests the Secretary-General to report;", "B. Decides to go on.")
    assert [(each.label, each.eid) for each in found.operative] == [("A", "opA"), ("B", "opB")]
    assert [(each.code, each.eid) for each in found.warnings] == [
        ("number_read", "opA"),
        ("number_read", "opB"),
    ]


def test_spoiled_numbers_part_wrapped_lines():
    found = document(
        "Resolution 2999 (2030)\n\nThe Security Council,\n\nRecalling it,\n\n1, Urges States to\n"
        "light lamps;\n"
        "2 Requests the Secretary-General\nto report;\nl3. Decides to remain seized."
    )
    assert [each.label for each in found.operative] == ["1", "2", "13"]
    assert len(found.preamble) == 1


def test_a_long_roman_item_belongs_to_its_list():
    items = "".join(f"\n\n({value}) To light lamp {value};" for value in ("i", "ii", "iii", "iv", "viii"))
    found = resolution(f"1. Requests States:{items}")
    assert [each.label for each in found.operative][1:] == ["1(i)", "1(ii)", "1(iii)", "1(iv)", "1(viii)"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("1.\nUrges States to act;\n\n2.\n\nRequests a lamp.", ["1", "2"], id="above"),
        pytest.param(
            "1. Requests:\n\n(a)\n\nA great lamp;\n\n(b)\nA small lamp;", ["1", "1(a)", "1(b)"], id="items"
        ),
        pytest.param(
            "1. Asks:\n\nTo light;\n\n(i)\n\nTo trim;\n\n(ii)\n\n(iii) To rest;\n\n2. Requests oil.",
            ["1", "1(i)", "1(ii)", "1(iii)", "2"],
            id="below",
        ),
    ],
)
def test_a_number_on_a_line_of_its_own_finds_its_paragraph(text, labels):
    found = resolution(text)
    assert [each.label for each in found.operative] == labels
    assert not any("(" in each.text or "." in each.text[:-1] for each in found.operative)
