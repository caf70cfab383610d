"""Presidential statements and decisions: texts without an opening formula."""

import datetime as dt

import pytest

from tests.resolutions.parsing.texts import document

STATEMENT = """\
United Nations S/PRST/2030/4
Security Council Distr.: General
3 May 2030

Statement by the President of the Security Council

At the 9999th meeting of the Security Council, held on 3 May 2030, in connection
with the Council’s consideration of the item entitled “Lamps of the coast”, the
President of the Security Council made the following statement on behalf of the
Council:

“The Security Council expresses its concern at the darkness of the coast and
calls upon all parties to light their lamps.

“The Council recalls its resolution 2998 (2030). The Council requests the
Secretary-General to report by 1 June 2030.

“The Security Council will remain seized of the matter.”
"""
PAST = """\
Decision 80/501

At its 12th plenary meeting, on 5 June 2030, the General Assembly, on the proposal of its President,
decided to include the lamps in its agenda and requested the Secretary-General to report.
"""
ONE_SENTENCE = """\
2030/201. Lamps of the coast

At its 3rd plenary meeting, on 8 February 2030, the Economic and Social Council took note of the report.
"""
RUN_ON = """\
Draft decision

Lamps

The General Assembly, recalling its resolutions 79/1 of 3 October 2024 and 80/2 of 4 October 2025,
decides to include the item in the provisional agenda of its session:

(a) Lamps;

(b) Oil.
"""


def test_the_heading_nearest_to_the_text_says_what_it_is():
    found = document(
        "Decision\n\nAt its 229th meeting the Council decided so.\n\n39 (2030). Resolution of 3 May 2030\n\n"
        "The Security Council,\n\n1. Urges States to act."
    )
    assert (found.kind, found.symbol) == ("resolution", "S/RES/39 (2030)")


def verbs(found):
    return [[clause.verb for clause in paragraph.clauses] for paragraph in found.operative]


def test_a_presidential_statement_speaks_in_every_paragraph():
    found = document(STATEMENT)
    assert (found.kind, found.organ, found.symbol) == ("presidential statement", "SC", "S/PRST/2030/4")
    assert (found.meeting, found.adopted_on) == ("9999th meeting", dt.date(2030, 5, 3))
    assert [each.label for each in found.operative] == ["u1", "u2", "u3"]
    assert found.operative[0].text.startswith("“The Security Council expresses its concern")
    assert found.operative[0].text.endswith("light their lamps.")
    assert verbs(found)[:2] == [["express concern", "call upon"], ["recall", "request"]]
    assert found.operative[1].clauses[1].addressees[0].entity == "Secretary-General"
    assert found.preamble == ()


@pytest.mark.parametrize(
    ("text", "symbol", "adopted_on", "expected"),
    [
        pytest.param(PAST, "A/DEC/80/501", dt.date(2030, 6, 5), [["decide", "request"]], id="past"),
        pytest.param(ONE_SENTENCE, "E/DEC/2030/201", dt.date(2030, 2, 8), [["take note"]], id="one sentence"),
        pytest.param(RUN_ON, None, None, [["decide"], [], []], id="run-on sentence"),
    ],
)
def test_a_decision_is_a_sentence_that_names_the_body(text, symbol, adopted_on, expected):
    found = document(text)
    assert (found.kind, found.symbol, found.adopted_on) == ("decision", symbol, adopted_on)
    assert verbs(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Report\n\nAt its 12th meeting, on 5 June 2030, the General Assembly decided to light lamps.",
        "Letter dated 3 May 2030\n\nThe Security Council calls upon all parties to light their lamps.",
    ],
)
def test_a_report_on_what_a_body_decided_is_no_decision(text):
    found = document(text)
    assert (found.kind, found.operative) == ("other", ())


def test_a_decision_can_announce_a_list_whose_items_carry_the_verbs():
    found = document(
        "Decision 2030/301\n\nLamps\n\nAt its 15th plenary meeting, on 5 June 2030, the Economic and Social "
        "Council:\n\n(a) Took note of the report;\n\n(b) Approved the agenda.\n"
    )
    assert (found.kind, found.symbol) == ("decision", "E/DEC/2030/301")
    assert [each.label for each in found.operative] == ["u1", "u1(a)", "u1(b)"]
    assert [(each.code, each.eid) for each in found.warnings] == [("no_operative_verb", "opu1")]
