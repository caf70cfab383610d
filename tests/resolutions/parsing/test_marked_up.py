"""Akoma Ntoso to documents: what the mark-up states holds, what it misplaces is put right."""

import datetime as dt

import pytest

from resolutions.parsing import parse
from resolutions.readers import read
from tests.resolutions.readers.akn_files import FORMULA, HEAD, RECITALS, akn, statement


def document(**parts):
    (found,) = parse(read(akn(statement(**parts)), "made.xml"))
    return found


def paragraph(number, words):
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content></paragraph>"


def unnumbered(words):
    return f"<paragraph><content><p>{words}</p></content></paragraph>"


ANNEX = """\
<attachments><attachment><doc name="annex"><mainBody>
<paragraph><subheading>Annex</subheading></paragraph>
<paragraph><subheading>Terms of reference</subheading></paragraph>
<paragraph><num>1.</num><content><p>Requests are made in writing.</p></content></paragraph>
</mainBody></doc></attachment></attachments>
"""


def test_a_marked_up_resolution_comes_out_whole():
    found = document(attachments=ANNEX)
    assert (found.symbol, found.organ, found.title) == ("A/RES/85/123", "GA", "Lighthouses of the world")
    assert (found.session, found.agenda_item) == ("85", "19 (a)")
    assert (found.adopted_on, found.meeting) == (dt.date(2030, 12, 12), "60th plenary meeting")
    assert found.vote == "Adopted without a vote"
    assert [recital.phrase for recital in found.preamble] == ["Recalling", "Noting"]
    (call,) = found.preamble[0].calls
    assert (call.label, found.preamble[0].text[: call.at].split()[-1]) == ("1", "2029,")
    assert [(note.label, note.text) for note in found.footnotes] == [("1", "See Official Records, chap. II.")]
    assert [(p.label, p.heading) for p in found.operative] == [
        ("1", None),
        ("2", "Follow-up"),
        ("2(a)", "Follow-up"),
        ("2(b)", "Follow-up"),
    ]
    assert [(annex.title, annex.text) for annex in found.annexes] == [
        ("Annex: Terms of reference", "1. Requests are made in writing.")
    ]
    assert found.warnings == ()


def test_the_last_recital_in_the_main_body_is_a_recital():
    body = unnumbered("Stressing the need for light,") + paragraph("1.", "Decides to meet again.")
    found = document(body=body)
    assert [recital.phrase for recital in found.preamble] == ["Recalling", "Noting", "Stressing"]
    assert [p.label for p in found.operative] == ["1"]


def test_a_recital_with_a_slip_in_its_verb_is_known_by_its_comma():
    body = unnumbered("Recalls that the tower stood,") + paragraph("1.", "Decides to meet again.")
    found = document(body=body)
    assert [recital.text for recital in found.preamble][-1] == "Recalls that the tower stood,"
    assert [p.label for p in found.operative] == ["1"]


def test_a_heading_in_front_of_the_first_paragraph_is_no_recital():
    body = unnumbered("A. Lights and towers") + paragraph("1.", "Decides to meet again.")
    found = document(body=body)
    assert [recital.phrase for recital in found.preamble] == ["Recalling", "Noting"]
    assert [(p.label, p.heading) for p in found.operative] == [("1", "A. Lights and towers")]


def test_headings_and_marks_between_recitals_are_no_recitals():
    between = '<block name="subheading">Situation at sea</block><container name="x"><p>*</p></container>'
    found = document(preamble=RECITALS + between + RECITALS.replace("Recalling", "Recalling again"))
    phrases = [recital.text.split()[0] for recital in found.preamble]
    assert phrases == ["Recalling", "Noting", "Recalling", "Noting"]
    assert [p.heading for p in found.operative] == [None, "Follow-up", "Follow-up", "Follow-up"]
    told = next(said for said in found.warnings if said.code == "heading_over_recitals")
    assert (told.eid, "The heading “Situation at sea” stands below this recital" in told.message) == (
        "pp2",
        True,
    )


def test_a_single_paragraph_needs_no_number():
    found = document(body=unnumbered("Decides to keep the matter under review."))
    assert [(p.label, p.part) for p in found.operative] == [("u1", None)]


def test_a_verb_without_number_before_the_first_number_opens_no_part():
    body = unnumbered("Recalls the tower;") + paragraph("1.", "Decides to meet again.")
    assert [(p.label, p.part) for p in document(body=body).operative] == [("u1", None), ("1", None)]


def test_a_number_above_a_list_without_an_introduction_is_kept():
    items = "".join(
        f"<point><num>{n}</num><content><p>{words}</p></content></point>"
        for n, words in (("(a)", "Decides to light lamps;"), ("(b)", "Requests States to help."))
    )
    body = paragraph("1.", "Adopts the rules;") + f"<paragraph><num>2.</num><list>{items}</list></paragraph>"
    found = document(body=body).operative
    assert [(p.eid, p.text) for p in found] == [
        ("op1", "Adopts the rules;"),
        ("op2", ""),
        ("op2_a", "Decides to light lamps;"),
        ("op2_b", "Requests States to help."),
    ]


def test_an_annex_in_the_main_body_is_no_operative_paragraph():
    body = paragraph("1.", "Adopts the rules.") + "<paragraph><heading>Annex I</heading></paragraph>"
    found = document(body=body + paragraph("1.", "Requests are made in writing."))
    assert [p.label for p in found.operative] == ["1"]
    assert [annex.title for annex in found.annexes] == ["Annex I"]


def test_the_line_below_an_annex_s_number_is_its_title_whatever_the_mark_up_calls_it():
    body = paragraph("1.", "Adopts the rules.") + "<paragraph><heading>Annex</heading></paragraph>"
    found = document(body=body + unnumbered("Rules of the lamps") + unnumbered("A lamp shines at night."))
    assert [(annex.title, annex.text) for annex in found.annexes] == [
        ("Annex: Rules of the lamps", "A lamp shines at night.")
    ]


def test_words_that_look_like_an_adoption_line_stay_where_the_mark_up_has_them():
    body = paragraph("1.", "Decides to meet on:") + unnumbered("12 December 2031")
    found = document(body=body)
    assert found.adopted_on == dt.date(2030, 12, 12)
    assert "12 December 2031" in " ".join(p.text for p in found.operative)


def test_two_statements_in_a_file_are_two_resolutions():
    second = HEAD.replace("85/123", "85/124").replace("Lighthouses", "Harbours")
    found = parse(read(akn(statement(attachments=ANNEX), statement(head=second)), "made.xml"))
    assert [(each.symbol, each.title) for each in found] == [
        ("A/RES/85/123", "Lighthouses of the world"),
        ("A/RES/85/124", "Harbours of the world"),
    ]
    assert [len(each.operative) for each in found] == [4, 4]


FRENCH = RECITALS.replace("Noting", "Constatant").replace(
    "the darkness of many coasts",
    "que les côtes de nombreux pays sont dans le noir et que des navires se perdent",
)
INVITE = (
    "Invite tous les États à éclairer leurs côtes et à en informer les autres dans les meilleurs délais ;"
)


def test_leads_that_head_their_items_are_their_chapeaux():
    def under(lead, *words):
        items = "".join(
            f"<paragraph><num>{n}</num><content><p>{w}</p></content></paragraph>" for n, w in words
        )
        return f'<hcontainer name="x"><heading><i>{lead}</i></heading>{items}</hcontainer>'

    body = (
        under("resolves", ("1", "to hold a forum of lamps;"), ("2", "that it shall be lit,"))
        + under("instructs the Secretary-General", ("", "to prepare it by 31 December 2031,"))
        + under("invites Member States", ("1", "to come;"), ("2", "to bring oil."))
    )
    found = document(body=body)
    assert [(p.label, p.text) for p in found.operative] == [
        ("u1", "resolves"),
        ("u1(1)", "to hold a forum of lamps;"),
        ("u1(2)", "that it shall be lit,"),
        ("u2", "instructs the Secretary-General to prepare it by 31 December 2031,"),
        ("u3", "invites Member States"),
        ("u3(1)", "to come;"),
        ("u3(2)", "to bring oil."),
    ]


@pytest.mark.parametrize("stated", ["fra", "eng"], ids=["stated as French", "under an English name"])
def test_a_text_in_another_language_keeps_its_paragraphs_and_says_so(stated):
    formula = FORMULA.replace("The General Assembly", "L’Assemblée générale")
    body = paragraph("1.", INVITE) + paragraph(
        "2.", "Décide de rester saisie de la question pour les années à venir."
    )
    found = document(formula=formula, preamble=FRENCH, body=body, language=stated)
    assert found.language == "fr"
    assert (found.symbol, found.organ) == ("A/RES/85/123", "GA")
    assert [p.label for p in found.operative] == ["1", "2"]
    assert [p.clauses for p in found.operative] == [(), ()]
    assert [warning.code for warning in found.warnings] == ["language_not_analysed"]
    assert "French" in found.warnings[0].message


STATEMENT = """\
<coverPage><p><docNumber refersTo="#symbol">S/PRST/2030/4</docNumber></p>
  <p><docTitle>Statement by the President of the Security Council</docTitle></p></coverPage>
"""


def test_a_presidential_statement_has_no_formula_and_no_numbers():
    body = (
        unnumbered(
            "At the 9999th meeting, the President made the following statement on behalf of the Council:"
        )
        + unnumbered("“The Security Council calls upon all parties to light their lamps.")
        + unnumbered("“The Council requests the Secretary-General to report by 1 June 2030.”")
    )
    found = document(head=STATEMENT, formula="", preamble="", body=body)
    assert (found.kind, found.symbol, found.organ) == ("presidential statement", "S/PRST/2030/4", "SC")
    assert [p.label for p in found.operative] == ["u1", "u2"]
    assert [clause.verb for p in found.operative for clause in p.clauses] == ["call upon", "request"]
    assert found.preamble == ()
