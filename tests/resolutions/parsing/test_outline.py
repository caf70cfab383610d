"""The parts of a resolution and the tree of its operative paragraphs."""

import datetime as dt

import pytest

from tests.resolutions.parsing.texts import CLOSING, HEAD, document, resolution


def tree(*operative, closing=CLOSING):
    return [(each.eid, each.label, each.text) for each in resolution(*operative, closing=closing).operative]


def test_levels_are_labelled_as_printed():
    assert tree(
        "1. Decides:", "(a) To act:", "(i) Now;", "(ii) Later;", "(b) To wait;", "2. Urges States to act."
    ) == [
        ("op1", "1", "Decides:"),
        ("op1_a", "1(a)", "To act:"),
        ("op1_a_i", "1(a)(i)", "Now;"),
        ("op1_a_ii", "1(a)(ii)", "Later;"),
        ("op1_b", "1(b)", "To wait;"),
        ("op2", "2", "Urges States to act."),
    ]


def test_the_ninth_letter_is_no_roman_numeral():
    letters = [f"({letter}) To act;" for letter in "abcdefghij"]
    assert [label for _, label, _ in tree("1. Decides:", *letters)][-2:] == ["1(i)", "1(j)"]


def test_digits_that_a_scan_made_of_letters_are_read_as_letters():
    labels = [
        label for _, label, _ in tree("1. Decides that States shall:", "(2) Act;", "(6) Wait;", "(c) Rest;")
    ]
    assert labels == ["1", "1(a)", "1(b)", "1(c)"]


def test_items_numbered_in_parentheses_stay_numbers():
    labels = [label for _, label, _ in tree("1. Urges States:", "(1) to act;", "(2) to wait;")]
    assert labels == ["1", "1(1)", "1(2)"]


def test_items_whose_bullets_were_lost_are_counted():
    labels = [
        label for _, label, _ in tree("Decides to consider:", "Lamps and wicks;", "Oil.", "Requests a study;")
    ]
    assert labels == ["u1", "u1(•1)", "u1(•2)", "u2"]


def test_bullets_are_counted():
    assert tree("1. Decides to:", "• Act;", "• Wait;")[1:] == [
        ("op1_b1", "1(•1)", "Act;"),
        ("op1_b2", "1(•2)", "Wait;"),
    ]


def test_words_after_a_list_are_the_tail_of_its_paragraph():
    first, *_ = resolution(
        "1. Decides:", "(a) To act;", "and to do so with care;", "2. Urges States to act."
    ).operative
    assert (first.text, first.tail) == ("Decides:", "and to do so with care;")


def test_unnumbered_paragraphs_are_counted():
    assert tree("Urges States to act;", "Requests the Secretary-General to act.") == [
        ("opu1", "u1", "Urges States to act;"),
        ("opu2", "u2", "Requests the Secretary-General to act."),
    ]


def test_a_heading_goes_with_the_paragraphs_under_it_and_closes_nothing():
    found = resolution("1. Urges States to act;", "Follow-up", "2. Requests the Secretary-General to act.")
    assert [(each.label, each.part, each.heading) for each in found.operative] == [
        ("1", None, None),
        ("2", None, "Follow-up"),
    ]


def test_a_part_counts_where_the_numbering_restarts():
    parts = resolution("I", "1. Urges States to act;", "II", "1. Requests a lamp.")
    assert [(each.eid, each.part, each.label) for each in parts.operative] == [
        ("I_op1", "I", "1"),
        ("II_op1", "II", "1"),
    ]
    running = resolution("I", "1. Urges States to act;", "II", "2. Requests a lamp.")
    assert [(each.eid, each.part) for each in running.operative] == [("op1", None), ("op2", None)]


def test_a_repeated_number_gets_an_eid_of_its_own():
    eids = [eid for eid, _, _ in tree("1. Urges States to act;", "2. Notes it;", "2. Notes it again;")]
    assert len(set(eids)) == 3


def test_an_annex_is_kept_apart_with_its_numbers():
    closing = CLOSING + "\nAnnex\n\nTerms of reference\n\n1. The Committee shall meet.\n"
    found = resolution("1. Urges States to act.", closing=closing)
    assert [each.label for each in found.operative] == ["1"]
    assert [(annex.title, annex.text) for annex in found.annexes] == [
        ("Annex: Terms of reference", "1. The Committee shall meet.")
    ]


def test_a_numbered_paragraph_is_no_title_of_an_annex():
    found = resolution("1. Urges States to act.", closing=CLOSING + "\nAnnex\n\n1. Ada Wick\n\nA keeper.\n")
    assert [(annex.title, annex.text) for annex in found.annexes] == [("Annex", "1. Ada Wick\n\nA keeper.")]


def test_the_formula_of_an_annexed_text_begins_no_second_resolution():
    found = document(
        HEAD + "1. Adopts it.\n\nAnnex\n\nDeclaration\n\nThe General Assembly,\n\nProclaims the following:"
    )
    assert len(found.operative) == 1
    assert "Proclaims" in found.annexes[0].text


def test_chapter_vii_is_a_flag_of_the_document():
    assert document(
        "The Security Council,\n\nActing under Chapter VII of the Charter,\n\n1. Decides to act."
    ).chapter_vii
    assert not resolution("1. Urges States to act.").chapter_vii


def test_a_list_inside_a_sentence_is_no_list_of_paragraphs():
    wrapped = (
        "Resolution 2999 (2030)\n\nThe Security Council,\n\nRecalling it,\n\n"
        "1. Requests a report on (a) lamps;\n"
        "(b) wicks; and (c) the oil;\n2. Requests:\n(a) A lamp;\n(b) Oil."
    )
    assert [(each.label, each.text) for each in document(wrapped).operative] == [
        ("1", "Requests a report on (a) lamps; (b) wicks; and (c) the oil;"),
        ("2", "Requests:"),
        ("2(a)", "A lamp;"),
        ("2(b)", "Oil."),
    ]


def test_a_figure_in_parentheses_stands_beside_the_letters_unless_it_begins_a_list():
    found = tree(
        "1. Decides:",
        "(a) To light lamps:",
        "(1) Great ones;",
        "(2) Small ones;",
        "(b) To trim wicks;",
        "(3) To rest.",
    )
    assert [label for _, label, _ in found] == ["1", "1(a)", "1(a)(1)", "1(a)(2)", "1(b)", "1(3)"]


def test_tasks_of_a_body_are_items_and_no_paragraphs():
    found = tree(
        "Decides to ensure that the panel:",
        "Is open to all;",
        "Undertakes work on lamps;",
        "Reviews the wicks;",
        "Requests the Secretary-General to report.",
    )
    assert [label for _, label, _ in found] == ["u1", "u1(•1)", "u1(•2)", "u1(•3)", "u2"]


def test_short_lines_that_no_paragraph_follows_are_kept_as_text():
    found = resolution(
        "Establishes the following list of keepers:", "Ms. Ada WICK (Malta)", "Mr. Bo OIL (Peru)"
    )
    assert [(each.label, each.text, each.heading) for each in found.operative] == [
        ("u1", "Establishes the following list of keepers:", None),
        ("u1(•1)", "Ms. Ada WICK (Malta)", None),
        ("u1(•2)", "Mr. Bo OIL (Peru)", None),
    ]


def test_the_rows_of_a_table_are_no_headings():
    rows = ["State Lamps", "Chile 3", "Fiji 7", "Ghana 2", "Malta 4", "Peru 1"]
    found = resolution(
        "1. Resolves that the scale of lamps shall be as follows:", *rows, "2. Takes note of it."
    )
    assert [(each.label, each.heading) for each in found.operative] == [
        ("1", None),
        *((f"1(•{nth})", None) for nth in range(1, 7)),
        ("2", None),
    ]


def test_an_unnumbered_verb_among_recitals_is_a_slip():
    found = resolution("Recalls the lamps of old,", "1. Urges States to act;", "2. Welcomes it.")
    assert [recital.text for recital in found.preamble][-1] == "Recalls the lamps of old,"
    assert [each.label for each in found.operative] == ["1", "2"]
    assert [each.label for each in resolution("Resolves:", "1. That oil be bought.").operative] == ["u1", "1"]


def test_numbers_inside_a_numbered_paragraph_are_items():
    found = tree(
        "1. Requests the mission to:", "(a) Help them to:", "1. protect lamps;", "2. trim wicks;", "2. Ends."
    )
    assert [label for _, label, _ in found] == ["1", "1(a)", "1(a)(1)", "1(a)(2)", "2"]


def test_the_ninth_letter_is_told_from_the_first_roman_number():
    letters = [f"({letter}) Lamps;" for letter in "abcdefgh"]
    plain = tree("1. Requests:", *letters, "(i) Oil;", "(j) Wicks.")
    assert [label for _, label, _ in plain][-2:] == ["1(i)", "1(j)"]
    nested = tree("1. Requests:", *letters[:-1], "(h) Lamps that:", "(i) Burn;", "(ii) Shine;", "(i) Oil.")
    assert [label for _, label, _ in nested][-4:] == ["1(h)", "1(h)(i)", "1(h)(ii)", "1(i)"]


def test_a_draft_that_the_body_recommends_is_kept_apart():
    found = document(
        "Resolution 2030/9\n\nThe Economic and Social Council,\n\nRecalling it,\n\n"
        "1. Takes note of it;\n\n2. Recommends to the General Assembly the adoption of the following draft "
        "resolution:\n\nLamps of the coast\n\n“The General Assembly,\n\n“Recalling lamps,\n\n"
        "“1. Urges States to act;\n\n“2. Requests a report.”\n\n47th plenary meeting\n21 July 2030"
    )
    assert [each.label for each in found.operative] == ["1", "2"]
    assert [recital.text for recital in found.preamble] == ["Recalling it,"]
    assert [annex.title for annex in found.annexes] == ["Lamps of the coast"]
    assert found.annexes[0].text.startswith("“The General Assembly,\n\n“Recalling lamps,")
    assert (found.meeting, found.adopted_on) == ("47th plenary meeting", dt.date(2030, 7, 21))


def test_an_agreement_that_the_body_approves_is_kept_apart():
    found = resolution(
        "Resolves to approve the following terms for the lamps of the coast:",
        "Article 1",
        "The lamps are placed under a keeper.",
        "Article 2",
        "1. The keeper shall promote light.",
        "2. Requests are made in writing.",
        closing="\n\nAdopted unanimously at the 124th meeting.",
    )
    assert [each.label for each in found.operative] == ["u1"]
    assert "The keeper shall promote light." in found.annexes[0].text
    assert found.vote == "Adopted unanimously"


def test_lettered_recitals_and_those_of_a_later_part_are_recitals():
    found = document(
        "Resolution 2999 (2030)\n\nThe Security Council,\na. Recalling lamps,\nb. Mindful of oil,\nA\n"
        "1. Urges States to act;\nB\nActing under Chapter VII of the Charter,\n1. Decides so."
    )
    assert [(each.phrase, each.text) for each in found.preamble] == [
        ("Recalling", "Recalling lamps,"),
        ("Mindful", "Mindful of oil,"),
        ("Acting", "Acting under Chapter VII of the Charter,"),
    ]
    assert [each.label for each in found.operative] == ["1", "1"]


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("It is resolved that the Security Council request the Secretary-General to advise it.", ["request"]),
        (
            "Now, therefore, the Security Council, having satisfied itself, hereby resolves to approve it.",
            ["resolve"],
        ),
    ],
)
def test_the_old_style_resolves_after_its_reasons(words, verbs):
    found = document(f"17 (1947). Resolution of 10 February 1947\n\nWhereas the lamps burn,\n\n{words}")
    assert [each.text for each in found.operative] == [words]
    assert [clause.verb for clause in found.operative[0].clauses] == verbs
    assert (found.symbol, [each.text for each in found.preamble]) == (
        "S/RES/17 (1947)",
        ["Whereas the lamps burn,"],
    )


def test_a_word_alone_that_could_be_a_verb_is_a_heading():
    found = resolution("1. Urges States to act;", "Reviews", "2. Welcomes it.")
    assert [(each.label, each.heading) for each in found.operative] == [("1", None), ("2", "Reviews")]


def test_a_number_on_the_line_of_its_first_item_is_a_paragraph_that_says_nothing_itself():
    found = resolution(
        "1. Urges States to act;",
        "2. (a) Decides to light lamps;",
        "(b) Requests States:",
        "(i) To trim wicks;",
        "3. Welcomes:",
        "(a) (i) The lamps;",
        "(ii) The oil.",
    )
    assert [(each.eid, each.text) for each in found.operative] == [
        ("op1", "Urges States to act;"),
        ("op2", ""),
        ("op2_a", "Decides to light lamps;"),
        ("op2_b", "Requests States:"),
        ("op2_b_i", "To trim wicks;"),
        ("op3", "Welcomes:"),
        ("op3_a", ""),
        ("op3_a_i", "The lamps;"),
        ("op3_a_ii", "The oil."),
    ]
    assert [clause.verb for each in found.operative for clause in each.clauses] == [
        *("urge", "decide", "request", "request", "welcome")
    ]
    assert not found.warnings


def test_a_letter_in_front_of_a_reference_begins_no_list():
    assert [label for _, label, _ in tree("1. (a) of paragraph 3 is deleted;", "2. Urges it.")] == ["1", "2"]


def test_paragraphs_are_numbered_past_a_thousand_and_years_are_no_numbers():
    many = [f"{n}. Urges States to light lamp {n};" for n in range(990, 1003)]
    found = tree(*many, "1945. Lamps of old;", "1003. Welcomes it.")
    assert [label for _, label, _ in found][-5:] == ["999", "1000", "1001", "1002", "1003"]
