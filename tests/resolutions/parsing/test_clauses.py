"""What a sentence of the operative part says."""

import pytest

from resolutions.parsing.document import ClauseType
from tests.resolutions.parsing.texts import clause, clauses, resolution


@pytest.mark.parametrize(
    ("sentence", "phrase", "verb", "type_"),
    [
        ("Requests the Secretary-General to report;", "Requests", "request", "directive"),
        ("Further requests him to report;", "Further requests", "request", "directive"),
        ("Calls upon all States to act;", "Calls upon", "call upon", "directive"),
        ("Calls once again upon all States to act;", "Calls once again upon", "call upon", "directive"),
        ("Calls, in this context, for restraint;", "Calls, in this context, for", "call for", "directive"),
        ("Strongly urges States to act;", "Strongly urges", "urge", "directive"),
        ("Decides also to act;", "Decides also", "decide", "deciding"),
        ("Decides to remain actively seized of the matter.", "Decides", "remain seized", "deciding"),
        ("Takes note of the report;", "Takes note of", "take note", "observing"),
        ("Takes note with appreciation of it;", "Takes note with appreciation of", "take note", "evaluative"),
        ("Notes with grave concern the fire;", "Notes with grave concern", "note", "evaluative"),
        ("Notes with interest the report;", "Notes with interest", "note", "observing"),
        ("Expresses its deep concern at it;", "Expresses its deep concern", "express concern", "evaluative"),
        ("Expresses its intention to act;", "Expresses its intention", "express intention", "deciding"),
        ("Recognises that coasts are dark;", "Recognises", "recognize", "observing"),
        ("Would welcome a report;", "Would welcome", "welcome", "evaluative"),
        ("Draws the attention of States to it;", "Draws the attention of", "draw attention", "directive"),
        ("Reaffirms its support for it;", "Reaffirms its support", "reaffirm", "reinforcing"),
    ],
)
def test_the_phrase_gives_verb_and_type(sentence, phrase, verb, type_):
    found = clause(sentence)
    assert (found.phrase, found.verb, found.type.value) == (phrase, verb, type_)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Reiterates its call upon States to act;", "call upon"),
        ("Reiterates its request to the Secretary-General to act;", "request"),
        ("Renews its appeal to States to act;", "appeal"),
    ],
)
def test_a_repeated_call_counts_as_the_call_and_is_marked(sentence, verb):
    found = clause(sentence)
    assert (found.verb, found.reiterated, found.type) == (verb, True, ClauseType.DIRECTIVE)


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Requests the Secretary-General to act;", True),
        ("Decides that States shall act;", True),
        ("Authorizes the Committee to act;", True),
        ("Stresses the need for States to act;", True),
        ("Emphasizes that States should act;", True),
        ("Reiterates the need to have lamps;", True),
        ("Stresses the importance of lamps;", False),
        ("Emphasizes that lamps are bright;", False),
        ("Commends the Committee for its work;", False),
        ("Recalls its resolution 84/1;", False),
        ("Welcomes the report of the Committee;", False),
        ("Decides to remain seized of the matter.", False),
    ],
)
def test_a_clause_asks_where_somebody_has_to_do_something(sentence, asks):
    assert clause(sentence).asks is asks


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Notes the report, and requests the Secretary-General to act;", ["Notes", "requests"]),
        ("Notes the report and encourages States to act;", ["Notes", "encourages"]),
        ("Notes the report, in this regard invites States to act;", ["Notes", "invites"]),
        (
            "Notes the report, also urges States to act, and further requests a study;",
            ["Notes", "also urges", "further requests"],
        ),
        ("Welcomes and endorses the report;", ["Welcomes", "endorses"]),
        # What looks like a verb and is none of the body's:
        ("Notes the number of visits and requests for assistance;", ["Notes"]),
        ("Recalls the declaration which recognizes the harm and urges action;", ["Recalls"]),
        ("Notes the report (which notes the harm, and urges action);", ["Notes"]),
        ("Notes the words “the Council, and requests the States” in the report;", ["Notes"]),
        ("Calls upon States, while commending the Committee, to act;", ["Calls upon"]),
    ],
)
def test_a_further_verb_is_told_from_a_noun_and_from_the_verbs_of_others(sentence, phrases):
    assert [found.phrase for found in clauses(f"1. {sentence}")] == phrases


def test_welcomes_and_endorses_share_their_complement():
    first, second = clauses("1. Welcomes and endorses the report of the Committee;")
    assert first.action == second.action == "the report of the Committee"


def test_clauses_end_before_the_connector_and_offsets_give_their_words():
    text = "Notes the report, and requests the Secretary-General to act;"
    found = clauses(f"1. {text}")
    assert [text[each.start : each.end] for each in found] == [
        "Notes the report",
        "requests the Secretary-General to act",
    ]


def test_an_opening_aside_does_not_hide_the_verb():
    found = clause("Acting under Chapter VII of the Charter of the United Nations, decides to act;")
    assert (found.phrase, found.verb) == ("decides", "decide")


def test_an_unknown_verb_is_kept_with_a_doubt_and_asks_for_nothing():
    found = clause("Reprimands the keepers of the lamps;")
    assert (found.phrase, found.verb, found.asks, found.doubts) == (
        "Reprimands",
        "reprimand",
        False,
        ("unknown_verb",),
    )


def test_a_sentence_without_a_verb_of_the_body_has_no_clause_and_a_warning():
    document = resolution("1. The States concerned shall keep the lamps burning;")
    assert document.operative[0].clauses == ()
    assert [(said.code, said.eid) for said in document.warnings] == [("no_operative_verb", "op1")]


CHAPEAU = "1. Notes the report, and requests the Secretary-General, in consultation with States:"


def test_items_take_over_the_last_verb_and_the_addressees_of_their_chapeau():
    found = clauses(CHAPEAU, "(a) To light the lamps;", "(b) To report to the Council by 31 May 2031;")
    assert [(each.id, each.phrase, each.inherited, each.chapeau) for each in found] == [
        ("op1.1", "Notes", False, None),
        ("op1.2", "requests", False, None),
        ("op1_a.1", "requests", True, "op1.2"),
        ("op1_b.1", "requests", True, "op1.2"),
    ]
    assert [(each.text, each.eid) for each in found[3].addressees] == [("Secretary-General", "op1")]
    assert found[2].deadline is None
    assert [each.text for each in found[3].deadlines] == ["by 31 May 2031"]
    assert found[3].deadline == found[3].deadlines[0]


def test_an_item_names_who_is_asked_where_the_chapeau_names_nobody():
    _, found = clauses("1. Requests:", "(a) The Secretary-General to light the lamps;")
    assert (found.inherited, found.action) == (True, "light the lamps")
    assert [(each.text, each.eid) for each in found.addressees] == [("Secretary-General", None)]


@pytest.mark.parametrize(
    ("chapeau", "item", "phrases"),
    [
        pytest.param("Decides:", "To request the Committee to act;", ["To request"], id="verb of its own"),
        pytest.param("Decides:", "To renew the mandate;", ["Decides"], id="act of the body"),
        pytest.param("Decides that:", "States shall act;", ["Decides"], id="that States shall"),
        pytest.param("Urges States to:", "Light the lamps;", ["Urges"], id="bare verb after to"),
        pytest.param(
            "Decides to establish a Committee with these tasks:",
            "To recommend measures;",
            ["Decides"],
            id="task",
        ),
        pytest.param(
            "Decides that States shall:", "Light the lamps;", ["Decides"], id="bare verb after shall"
        ),
        pytest.param(
            "Notes that States help, including by:", "Lighting lamps;", ["Notes"], id="gerund after by"
        ),
        pytest.param("Urges States to act by:", "Lighting lamps;", ["Urges"], id="gerund"),
        pytest.param("Requests a report on:", "Lamps and wicks;", [], id="content of a report"),
        pytest.param("Welcomes:", "The report of the Committee;", [], id="things welcomed"),
        pytest.param("Decides as follows:", "Requests States to act;", ["Requests"], id="third person"),
        pytest.param(
            "Welcomes:", "The report, and takes note of the study;", ["takes note of"], id="second verb"
        ),
    ],
)
def test_an_item_is_a_clause_only_where_it_is_an_action(chapeau, item, phrases):
    document = resolution(f"1. {chapeau}", f"(a) {item}")
    assert [each.phrase for each in document.operative[1].clauses] == phrases
