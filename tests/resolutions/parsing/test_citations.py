"""Documents cited, in all their spellings."""

import pytest

from resolutions.parsing.citations import cited_in, resolve_ibid
from resolutions.parsing.document import Footnote, Relation
from resolutions.parsing.symbols import canonical, organ_of, resolution_symbol
from tests.resolutions.parsing.texts import resolution


@pytest.mark.parametrize(
    ("number", "organ", "symbol"),
    [
        ("58/140", "GA", "A/RES/58/140"),
        ("63/260 A", "GA", "A/RES/63/260 A"),
        ("S-24/2", "GA", "A/RES/S-24/2"),
        ("1514 (XV)", "GA", "A/RES/1514(XV)"),
        ("217 A (III)", None, "A/RES/217A(III)"),
        ("1296 (XLIV)", "ECOSOC", "E/RES/1296(XLIV)"),
        ("2004/33", "ECOSOC", "E/RES/2004/33"),
        ("2005/9", "CHR", "E/CN.4/RES/2005/9"),
        ("1373 (2001)", "GA", "S/RES/1373 (2001)"),
        ("34/17", "HRC", "A/HRC/RES/34/17"),
        ("70/1", "HRC", "A/RES/70/1"),
        ("6/12", "UNEA", "UNEP/EA.6/Res.12"),
        ("WHA66.10", None, "WHA66.10"),
        ("12", "GA", None),
    ],
)
def test_a_number_and_its_owner_make_a_symbol(number, organ, symbol):
    assert resolution_symbol(number, organ) == symbol


def test_a_symbol_has_one_spelling_and_an_owner():
    assert canonical("S/RES/1373(2001)") == "S/RES/1373 (2001)"
    assert canonical("A/res/58/140.") == "A/RES/58/140"
    assert organ_of("A/HRC/RES/34/17") == "HRC"
    assert organ_of("A/58/6") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Assembly resolution 58/140 of 22 December 2003", [("A/RES/58/140", None)]),
        (
            "resolutions 53/199 of 15 December 1998 and 61/185",
            [("A/RES/53/199", None), ("A/RES/61/185", None)],
        ),
        ("its resolution 2003/25", [("E/RES/2003/25", None)]),
        (
            "resolution 1373 (2001) and 1540 (2004)",
            [("S/RES/1373 (2001)", None), ("S/RES/1540 (2004)", None)],
        ),
        ("Human Rights Council resolution 34/17", [("A/HRC/RES/34/17", None)]),
        ("Council decision 2004/242", [("E/DEC/2004/242", None)]),
        ("paragraph 5 (h) of General Assembly resolution 60/251", [("A/RES/60/251", "paragraph 5 (h)")]),
        ("General Assembly resolution 55/25, annex II.", [("A/RES/55/25", "annex II")]),
        (
            "the report (S/2005/153) and A/58/6 (sect. 23)",
            [("S/2005/153", None), ("A/58/6 (sect. 23)", None)],
        ),
        ("the E3/EU parties and/or others in 2004/05", []),
        (
            "General Assembly resolution 181 A and B (II) and decision 1/CP.21",
            [("A/RES/181(II)", None), ("1/CP.21", None)],
        ),
        ("resolution WHA76.16, on health", [("WHA76.16", None)]),
    ],
)
def test_citations_are_found_in_prose_and_as_symbols(text, expected):
    assert [(cited.symbol, cited.pinpoint) for cited in cited_in(text, "ECOSOC")] == expected


def test_ibid_without_a_note_before_it_stays_unresolved():
    (alone,) = resolve_ibid([Footnote("1", "Ibid., para. 3.")])
    assert alone.resolved is None


@pytest.mark.parametrize(
    ("verb", "relation"),
    [
        ("Recalls", Relation.RECALLS),
        ("Reaffirms", Relation.REAFFIRMS),
        ("Endorses", Relation.ENDORSES),
        ("Takes note of", Relation.TAKES_NOTE_OF),
        ("Considers", Relation.RELATED),
    ],
)
def test_the_lead_verb_gives_the_relation(verb, relation):
    found = resolution(f"1. {verb} its resolution 70/1.")
    assert [cited.relation for cited in found.citations if cited.eid == "op1"] == [relation]


@pytest.mark.parametrize(
    ("paragraph", "relations"),
    [
        ("Welcomes the work of the Committee established pursuant to resolution 70/1.", ["implements"]),
        ("Requests the Office to act in accordance with paragraph 5 of resolution 70/1.", ["implements"]),
        ("Calls upon States to implement fully resolutions 70/1, 71/2 and 72/3.", ["implements"] * 3),
        ("Decides to extend the mandate set out in resolution 70/1.", ["extends"]),
        ("Decides that the present resolution shall supersede resolution 70/1.", ["supersedes"]),
        ("Decides to amend the annex to resolution 70/1.", ["amends"]),
        ("Decides to act on resolution 71/2 as amended by resolution 70/1.", ["related", "related"]),
        ("Notes the report, and recalls its resolution 70/1.", ["recalls"]),
        ("Asks for budgets in full accordance with the provisions of resolution 70/1.", ["implements"]),
        ("Requests the Group to continue the tasks outlined in resolution 70/1.", ["implements"]),
        ("Recalls the tasks outlined in resolution 70/1.", ["recalls"]),
        ("Urges States to act, recalling its resolution 70/1.", ["recalls"]),
        ("Urges States to act, taking note of its resolution 70/1.", ["takes note of"]),
        ("Decides that the measures imposed by resolution 70/1 shall be lifted.", ["supersedes"]),
        ("Decides to lift the measures set out in resolution 70/1.", ["supersedes"]),
        ("Recalls its resolution 70/1, and endorses resolution 71/2.", ["recalls", "endorses"]),
    ],
)
def test_the_words_before_a_citation_name_the_relation(paragraph, relations):
    found = resolution(f"1. {paragraph}")
    assert [cited.relation.value for cited in found.citations if cited.eid == "op1"] == relations
