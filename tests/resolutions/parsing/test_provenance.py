"""Every value of a clause names the words it was read from and the rule that read it."""

import pytest

from resolutions.parsing import parse
from resolutions.parsing.document import Clause, Document
from resolutions.parsing.vocabulary.tables import rows
from resolutions.readers import read
from tests.resolutions.parsing.texts import CLOSING, HEAD

RULES = {row["rule"]: row["of"] for row in rows("rules")}
TEXT = """\
1. Requests the Secretary-General to submit to the General Assembly a report on the lamps, as appropriate, \
by 31 December 2031, within existing resources;

2. Recognizes the need for States to light their coasts, and invites the United Nations Office on Drugs and \
Crime, in consultation with Member States:

(a) To list the lamps every two years, upon request;

3. Decides that all States shall take part, and recalls General Assembly resolution 55/25 and document A/58/6;

4. Commends the United Nations Office for Project Services for its work, and calls for renewed efforts by \
all parties from 1 January 2032;

5. Requests the Office to report within ninety days, and appeals to donors to contribute at its \
eighty-sixth session.
"""


def document() -> Document:
    (found,) = parse(read((HEAD + TEXT + CLOSING).encode(), "made.txt"))
    return found


def clauses() -> list[tuple[str, Clause]]:
    return [(p.text, c) for p in document().operative for c in p.clauses]


def test_the_words_of_every_value_stand_at_its_offsets():
    texts = {p.eid: p.text for p in document().operative}
    for text, clause in clauses():
        placed = [(v.start, v.end, v.text) for v in clause.deadlines]
        placed += [(v.start, v.end, v.text) for v in clause.places]
        assert [text[start:end] for start, end, _ in placed] == [words for _, _, words in placed]
        for named in clause.addressees:
            assert (texts[named.eid] if named.eid else text)[named.start : named.end] == named.text


def test_every_rule_is_in_the_table_with_its_reason():
    met = {
        of: {value.rule for _, clause in clauses() for value in values(clause)}
        for of, values in {
            "verb": lambda c: [c],
            "addressee": lambda c: c.addressees,
            "deadline": lambda c: c.deadlines,
        }.items()
    }
    for of, rules in met.items():
        assert {RULES[rule] for rule in rules} == {of}
    assert all(RULES[p.rule] == p.of for _, c in clauses() for p in c.places)
    assert all(row["reason"] for row in rows("rules"))


@pytest.mark.parametrize(
    ("clause", "of", "words", "rule"),
    [
        ("op1.1", "verb", "Requests", "lead"),
        ("op1.1", "reporting", "submit to the General Assembly a report", "product to submit"),
        ("op1.1", "resources", "within existing resources", "resources"),
        ("op1.1", "condition", "as appropriate", "condition"),
        ("op2.2", "verb", "invites", "further verb"),
        ("op2_a.1", "condition", "upon request", "condition"),
        ("op5.1", "reporting", "report", "to tell"),
    ],
)
def test_a_value_without_offsets_of_its_own_has_its_place(clause, of, words, rule):
    (found,) = (c for _, c in clauses() if c.id == clause)
    assert (of, words, rule) in [(p.of, p.text, p.rule) for p in found.places]


@pytest.mark.parametrize(
    ("clause", "words", "rule"),
    [
        ("op1.1", "Secretary-General", "object of the verb"),
        ("op2.2", "Member States", "consulted with"),
        ("op2_a.1", "United Nations Office on Drugs and Crime", "taken over from the chapeau"),
        ("op3.1", "all States", "subject of that"),
        ("op4.2", "all parties", "agent"),
        ("op5.2", "donors", "after to"),
    ],
)
def test_an_addressee_names_the_rule_that_found_it(clause, words, rule):
    (found,) = (c for _, c in clauses() if c.id == clause)
    assert (words, rule) in [(a.text, a.rule) for a in found.addressees]


def test_a_citation_names_its_words_and_its_rule():
    text = next(p.text for p in document().operative if p.eid == "op3")
    cited = [c for c in document().citations if c.eid == "op3"]
    assert [(text[c.start : c.end], c.rule) for c in cited] == [
        ("General Assembly resolution 55/25", "named in prose"),
        ("A/58/6", "printed symbol"),
    ]


def test_a_short_name_with_two_antecedents_keeps_both_readings():
    (office,) = (c for _, c in clauses() if c.id == "op5.1")
    assert office.doubts == ("anaphora_guessed",)
    assert office.addressees[0].entity == "United Nations Office for Project Services"
    assert [(a.of, a.text, a.value) for a in office.alternatives] == [
        ("addressee", "Office", "United Nations Office on Drugs and Crime")
    ]


def test_where_nothing_may_be_asked_that_is_the_other_reading():
    text = HEAD + "1. Reiterates the need for adequate resources for the lamps." + CLOSING
    (found,) = parse(read(text.encode(), "made.txt"))
    clause = found.operative[0].clauses[0]
    assert clause.doubts == ("soft_need",)
    assert [(a.doubt, a.of, a.value) for a in clause.alternatives] == [("soft_need", "asks", "no")]
