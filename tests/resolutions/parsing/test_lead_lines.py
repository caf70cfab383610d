"""Resolutions of the International Telecommunication Union and of UNESCO, which print their own way."""

import pytest

from resolutions.parsing.lead_lines import with_leads
from resolutions.parsing.paragraphs import Paragraph
from tests.resolutions.parsing.texts import document

UNION = """\
RESOLUTION 2 (REV. LUMEN, 2031)

World lamp policy forum

The Plenipotentiary Conference of the International Telecommunication Union (Lumen, 2031),

considering

a) the lamps of the coasts;

b) that the sea is dark,

conscious

that lamps are needed,

resolves

1 to hold the forum beside the summit;

2) that it shall be lit,

instructs the Secretary-General

to make the necessary preparations by 31 December 2032,

further instructs the ITU Council

1 to choose the dates;

2 to adopt a procedure,

invites Member States

to take part.
"""
CONFERENCE = """\
Lamps of the coasts

The General Conference,

1. Having examined document 51 C/5,

2. Recalling 49 C/Resolution 12,

3. Takes note of the report;

4. Requests the Director-General to light lamps;

5. Invites Member States to help.
"""


def test_each_lead_in_small_letters_opens_a_paragraph_with_its_items():
    found = document(UNION)
    assert [(each.label, each.text) for each in found.operative] == [
        ("u1", "resolves"),
        ("u1(1)", "to hold the forum beside the summit;"),
        ("u1(2)", "that it shall be lit,"),
        ("u2", "instructs the Secretary-General to make the necessary preparations by 31 December 2032,"),
        ("u3", "further instructs the ITU Council"),
        ("u3(1)", "to choose the dates;"),
        ("u3(2)", "to adopt a procedure,"),
        ("u4", "invites Member States to take part."),
    ]
    assert [(recital.phrase, recital.text) for recital in found.preamble] == [
        ("considering", "considering a) the lamps of the coasts; b) that the sea is dark,"),
        ("conscious", "conscious that lamps are needed,"),
    ]


def test_the_items_take_verb_and_addressee_from_their_lead():
    clauses = [
        (clause.verb, clause.inherited, [each.text for each in clause.addressees])
        for paragraph in document(UNION).operative
        for clause in paragraph.clauses
    ]
    assert clauses == [
        ("resolve", False, []),
        ("resolve", True, []),
        ("resolve", True, []),
        ("instruct", False, ["Secretary-General"]),
        ("instruct", False, ["ITU Council"]),
        ("instruct", True, ["ITU Council"]),
        ("instruct", True, ["ITU Council"]),
        ("invite", False, ["Member States"]),
    ]


@pytest.mark.parametrize(
    ("text", "organ", "head"),
    [
        (UNION, "ITU PP", "Secretary-General of the International Telecommunication Union"),
        (
            CONFERENCE,
            "UNESCO",
            "Director-General of the United Nations Educational, Scientific and Cultural Organization",
        ),
        (
            "The Ninety-fifth World Health Assembly,\n\n1. REQUESTS the Director-General to report.",
            "WHA",
            "Director-General of the World Health Organization",
        ),
        (
            "The General Assembly,\n\n1. Requests the Secretary-General to report.",
            "GA",
            "Secretary-General",
        ),
    ],
    ids=["ITU", "UNESCO", "WHO", "United Nations"],
)
def test_the_executive_head_is_that_of_the_body_s_own_organization(text, organ, head):
    found = document(text)
    asked = [
        each.entity
        for paragraph in found.operative
        for clause in paragraph.clauses
        for each in clause.addressees
    ]
    assert found.organ == organ
    assert head in asked


def test_recitals_that_are_numbered_with_the_paragraphs_are_recitals():
    found = document(CONFERENCE)
    assert [recital.text for recital in found.preamble] == [
        "Having examined document 51 C/5,",
        "Recalling 49 C/Resolution 12,",
    ]
    assert [each.label for each in found.operative] == ["3", "4", "5"]
    assert "numbering_gap" not in [said.code for said in found.warnings]


@pytest.mark.parametrize(
    "texts",
    [
        ["Noting that the Council", "requests the Secretary-General", "1 to act"],
        ["1. Urges States:", "reviews the lamps", "2. Welcomes it."],
        ["Recalling it,", "requests the Secretary-General to report."],
    ],
    ids=["the middle of a sentence", "an item without a stop", "a whole sentence"],
)
def test_other_lines_in_small_letters_stay_what_they_are(texts):
    paragraphs = [Paragraph(text) for text in texts]
    assert with_leads(paragraphs) == paragraphs
