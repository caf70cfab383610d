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
        ("Is deeply concerned by it;", "Is deeply concerned", "express concern", "evaluative"),
        ("Continues to be alarmed at it;", "Continues to be alarmed", "express concern", "evaluative"),
        ("States its intention to act;", "States its intention", "express intention", "deciding"),
        ("Renews its commitment to light;", "Renews its commitment", "reaffirm", "reinforcing"),
        (
            "Extends its warm thanks to the keepers;",
            "Extends its warm thanks",
            "express appreciation",
            "evaluative",
        ),
        ("Anticipates that the host will act;", "Anticipates", "anticipate", "evaluative"),
        ("We will spare no effort to act.", "will", "commit", "deciding"),
        ("We are determined to act.", "are determined to", "express intention", "deciding"),
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
        ("Notes the plan, and requests regular reviews of it;", ["Notes", "requests"]),
        ("Notes the plans, and requests made by States;", ["Notes"]),
        ("Urges States to honour their duties and pledges made in 2031;", ["Urges"]),
        ("Notes the plan, and on that basis invites States to act;", ["Notes", "invites"]),
        ("Notes it, and with regard to oil calls upon States to act;", ["Notes", "calls upon"]),
        ("Notes that it can fail, and further requires States to act;", ["Notes", "further requires"]),
        ("Notes that oil remains dear and stresses the need for it;", ["Notes", "stresses"]),
        ("Notes the report. The Assembly requests a study.", ["Notes", "requests"]),
        # What looks like a verb and is none of the body's:
        ("Notes the number of visits and requests for assistance;", ["Notes"]),
        ("Recalls the declaration which recognizes the harm and urges action;", ["Recalls"]),
        ("Notes the report (which notes the harm, and urges action);", ["Notes"]),
        ("Notes the words “the Council, and requests the States” in the report;", ["Notes"]),
        ("Calls upon States, while commending the Committee, to act;", ["Calls upon"]),
        ("Notes that trade can feed families, and creates jobs;", ["Notes"]),
        ("Requests the bodies, within their roles and mandates, to act;", ["Requests"]),
        ("Urges States to reply favourably to her letters and requests to visit them;", ["Urges"]),
        ("Demands that it cease levying fees and charges, which harm the keepers;", ["Demands"]),
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


@pytest.mark.parametrize(
    ("sentence", "phrase", "verb"),
    [
        (
            "Acting under Chapter VII of the Charter of the United Nations, decides to act;",
            "decides",
            "decide",
        ),
        ("Upon full cessation of hostilities, calls upon States to act;", "calls upon", "call upon"),
        ("Due to the risks of fire, further requests States to act;", "further requests", "request"),
        ("Conscious that coasts are dark, urges States to act;", "urges", "urge"),
        ("~— Requests all States to act;", "Requests", "request"),
        ("In deciding upon lamps, we recognize that coasts are dark.", "recognize", "recognize"),
    ],
)
def test_what_stands_before_the_verb_does_not_hide_it(sentence, phrase, verb):
    found = clause(sentence)
    assert (found.phrase, found.verb, found.doubts) == (phrase, verb, ())


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Request the Secretary-General to act;", "request"),
        ("Calling upon all States to act;", "call upon"),
    ],
)
def test_a_verb_that_lost_its_form_is_read_and_doubted(sentence, verb):
    *_, found = clauses("1. Notes the report;", f"2. {sentence}")
    assert (found.verb, found.doubts) == (verb, ("two_readings",))


@pytest.mark.parametrize(
    ("sentence", "phrase", "verb", "asked"),
    [
        ("The Secretary-General is requested to report;", "is requested", "request", ["Secretary-General"]),
        (
            "Member States and donors are strongly urged to give;",
            "are strongly urged",
            "urge",
            ["Member States", "donors"],
        ),
        (
            "That the Secretary-General be instructed to act;",
            "be instructed",
            "instruct",
            ["Secretary-General"],
        ),
    ],
)
def test_a_request_in_the_passive_asks_its_subject(sentence, phrase, verb, asked):
    found = clause(sentence)
    assert (found.phrase, found.verb, found.rule) == (phrase, verb, "passive")
    assert [addressee.text for addressee in found.addressees] == asked


@pytest.mark.parametrize(
    ("sentence", "phrases", "verb"),
    [
        ("Reprimands the keepers of the lamps;", ["Reprimands"], "reprimand"),
        ("Further envies the States that shall have lamps;", ["Further envies"], "envy"),
        ("We envisage a world of light.", ["envisage"], "envisage"),
        ("Notes the fire, and further reprimands the keepers;", ["Notes", "further reprimands"], "reprimand"),
    ],
)
def test_an_unknown_verb_is_found_by_its_place(sentence, phrases, verb):
    found = clauses(f"1. {sentence}")
    assert [each.phrase for each in found] == phrases
    assert (found[-1].verb, found[-1].asks, "unknown_verb" in found[-1].doubts) == (verb, False, True)


@pytest.mark.parametrize(
    ("sentence", "verb"), [("Re-emphasizes the duty;", "emphasize"), ("Recommits to it;", "commit")]
)
def test_a_verb_that_says_again_is_the_verb(sentence, verb):
    assert clause(sentence).verb == verb


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


def test_items_go_on_with_the_clause_that_speaks_of_what_follows():
    *_, found = clauses(
        "1. Decides that the Mission shall have the following tasks, and stresses the role of the keepers;",
        "(a) To light the lamps;",
    )
    assert (found.phrase, found.chapeau) == ("Decides", "op1.1")


def test_an_item_ends_where_its_second_verb_begins():
    _, first, second = clauses("1. Calls upon States:", "(a) To act, and urges donors to give by 1 May 2031;")
    assert (first.id, first.inherited, first.action, first.deadlines) == ("op1_a.1", True, "To act", ())
    assert (second.id, second.inherited) == ("op1_a.2", False)
    assert [each.text for each in second.deadlines] == ["by 1 May 2031"]


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
        pytest.param(
            "Calls upon States:",
            "To light the lamps, and encourages States to keep them lit;",
            ["Calls upon", "encourages"],
            id="an action and a second verb",
        ),
        pytest.param(
            "Demands that Norway:", "Light its lamps;", ["Demands"], id="bare verb after its subject"
        ),
        pytest.param(
            "Decides that the Mission shall have these tasks:",
            "Support the keepers;",
            ["Decides"],
            id="a verb that may be a noun",
        ),
        pytest.param("Decides that the tasks include:", "Support for the keepers;", [], id="the noun"),
        pytest.param(
            "Demands that the keepers:",
            "Immediately and safely release them;",
            ["Demands"],
            id="adverbs before the verb",
        ),
        pytest.param(
            "Recommends that States:",
            "Where the coasts are dark, to light them;",
            ["Recommends"],
            id="condition before the verb",
        ),
        pytest.param(
            "Affirms that the Mission goes on to lead in these areas:",
            "Provide lamps;",
            ["Affirms"],
            id="task below a verb that asks nothing",
        ),
        pytest.param(
            "Urges States to act by, inter alia:", "Firmly lighting lamps;", ["Urges"], id="by, inter alia"
        ),
        pytest.param(
            "Decides that the arrangements shall be as follows:",
            "The forum will be held on 5 May 2031;",
            ["Decides"],
            id="a sentence",
        ),
        pytest.param(
            "Urges States to end threats against those who:", "Keep the lamps;", [], id="what others do"
        ),
        pytest.param("Requests a report on:", "Progress made in lighting;", [], id="progress"),
    ],
)
def test_an_item_is_a_clause_only_where_it_is_an_action(chapeau, item, phrases):
    document = resolution(f"1. {chapeau}", f"(a) {item}")
    assert [each.phrase for each in document.operative[1].clauses] == phrases


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Reaffirms its intention to review the lamps at least once a year;", "at least once a year"),
        ("Stresses the need for the Office to report by 1 May 2031;", "by 1 May 2031"),
        ("Reminds States of the need to report by 1 May 2031;", "by 1 May 2031"),
        ("Stresses the need for better lamps by 1 May 2031;", None),
        ("Underlines its readiness to meet by 1 March 2032;", "by 1 March 2032"),
        ("Recalls its decision to review the lamps at least once a year;", None),
        ("Notes that the keepers meet at least once a year;", None),
    ],
)
def test_an_intention_or_a_need_of_somebody_has_a_time_and_what_is_only_recalled_has_none(sentence, due):
    found = clause(sentence).deadline
    assert (found and found.text) == due
