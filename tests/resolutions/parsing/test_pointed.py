"""Numbers of several parts, and letters for numbers: each stands below the paragraph it names."""

import pytest

from tests.resolutions.parsing.test_outline import tree
from tests.resolutions.parsing.texts import document, resolution


def labels(*operative: str) -> list[str]:
    return [label for _, label, _ in tree(*operative)]


@pytest.mark.parametrize(
    ("operative", "expected"),
    [
        pytest.param(
            ("1. Requests States:", "1.1 to act;", "1.2 to wait;", "2. Decides to rest."),
            [("op1", "1"), ("op1_1", "1.1"), ("op1_2", "1.2"), ("op2", "2")],
            id="two parts",
        ),
        pytest.param(
            ("1. Requests States:", "1.1. To act:", "1.1.1. Now;", "1.1.2. Soon;", "1.2. To wait;"),
            [("op1", "1"), ("op1_1", "1.1"), ("op1_1_1", "1.1.1"), ("op1_1_2", "1.1.2"), ("op1_2", "1.2")],
            id="three parts, with stops",
        ),
        pytest.param(
            ("1. Invites States:", "1.a to pay;", "1.b) to report;", "2. Decides to rest."),
            [("op1", "1"), ("op1_a", "1.a"), ("op1_b", "1.b"), ("op2", "2")],
            id="number and letter",
        ),
        pytest.param(
            ("1. Requests States:", "1.1 to light:", "(a) the coast;", "(b) the pier;", "1.2 to wait;"),
            [("op1", "1"), ("op1_1", "1.1"), ("op1_1_a", "1.1(a)"), ("op1_1_b", "1.1(b)"), ("op1_2", "1.2")],
            id="letters below",
        ),
        pytest.param(
            ("1. Requests States:", "1) To act;", "2) To wait;", "2. Decides to rest."),
            [("op1", "1"), ("op1_1", "1(1)"), ("op1_2", "1(2)"), ("op2", "2")],
            id="another stop",
        ),
    ],
)
def test_numbers_of_several_parts_are_levels_of_their_own(operative, expected):
    assert [(eid, label) for eid, label, _ in tree(*operative)] == expected


def test_items_with_such_numbers_take_over_the_verb_and_the_asked():
    requests, plan, harbour = resolution(
        "1. Requests the Secretary-General:", "1.1 to prepare a plan;", "1.2 to light the harbour;"
    ).operative
    assert [clause.verb for each in (plan, harbour) for clause in each.clauses] == ["request", "request"]
    assert plan.parent == harbour.parent == requests.eid


@pytest.mark.parametrize(
    "words",
    ["2.5 million lamps shall be lit;", "1.7 million lamps shall be lit;", "10.30 a.m. is the hour;"],
)
def test_an_amount_or_an_hour_numbers_nothing(words):
    assert labels("1. Decides as follows:", "(a) To act;", words, "2. Urges States to act.") == [
        "1",
        "1(a)",
        "2",
    ]


def test_an_amount_at_the_beginning_of_a_wrapped_line_numbers_nothing():
    [paragraph] = resolution("1. Decides to spend an amount of\n1.1 million on lamps.").operative
    assert paragraph.text == "Decides to spend an amount of 1.1 million on lamps."


UNION = """\
The Plenipotentiary Conference of the International Telecommunication Union (Lumen, 2031),

considering

that the sea is dark,

resolves

1 to light the harbours;

1.1 to publish a list of them;

1.2 to keep it up to date;

2 to give priority to pilots.
"""


def test_items_of_the_union_have_items_of_their_own():
    assert [each.label for each in document(UNION).operative] == [
        "u1",
        "u1(1)",
        "u1(1.1)",
        "u1(1.2)",
        "u1(2)",
    ]


def test_letters_stand_for_numbers_once_a_colon_announces_them():
    text = ("Adopts the following resolution:", "A. A Panel is hereby established.", "B. It shall act.")
    assert labels(*text) == ["u1", "A", "B"]


@pytest.mark.parametrize(
    "heading", ["A. Lamps and wicks", "B. The lamps shall be lit."], ids=["a heading", "not the first"]
)
def test_a_letter_that_no_colon_announces_stands_for_no_number(heading):
    assert heading[0] not in labels("1. Decides to act.", heading, "2. Urges States to act.")
