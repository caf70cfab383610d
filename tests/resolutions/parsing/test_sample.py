"""The sample resolution comes out exactly; it is the measure of everything else."""

import datetime as dt
import textwrap
from pathlib import Path

import pytest

from resolutions import parsing
from resolutions.parsing.document import ClauseType, Relation
from resolutions.readers import read

SAMPLE = Path(parsing.__file__).parents[1] / "samples" / "ecosoc-2004-33.md"
UNODC = "United Nations Office on Drugs and Crime"

# id, phrase, type, asks, addressees with role and entity, first words of the action
CLAUSES = [
    (
        "op1.1",
        "Commends",
        ClauseType.EVALUATIVE,
        False,
        [(UNODC, "addressee", UNODC)],
        "for assisting Member States",
    ),
    ("op2.1", "Recognizes", ClauseType.OBSERVING, False, [], "the expansion of the technical assistance"),
    (
        "op2.2",
        "encourages",
        ClauseType.DIRECTIVE,
        True,
        [
            (
                "international, regional and national funding agencies",
                "addressee",
                "international, regional and national funding agencies",
            ),
            ("international financial institutions", "addressee", "international financial institutions"),
        ],
        "support the technical cooperation activities",
    ),
    (
        "op3.1",
        "Encourages",
        ClauseType.DIRECTIVE,
        True,
        [
            ("relevant entities of the United Nations system", "addressee", "United Nations entities"),
            ("United Nations Development Programme", "including", "United Nations Development Programme"),
            ("World Bank", "including", "World Bank"),
            ("International Monetary Fund", "including", "International Monetary Fund"),
            (
                "other international and regional organizations",
                "addressee",
                "international and regional organizations",
            ),
        ],
        "strengthen their cooperation",
    ),
    (
        "op4.1",
        "Reiterates",
        ClauseType.REINFORCING,
        True,
        [],
        "the need to have adequate resources available",
    ),
    (
        "op5.1",
        "Invites",
        ClauseType.DIRECTIVE,
        True,
        [("Member States", "addressee", "Member States")],
        "cooperate at the bilateral level",
    ),
    (
        "op6.1",
        "Also invites",
        ClauseType.DIRECTIVE,
        True,
        [("Member States", "addressee", "Member States")],
        "make or increase voluntary contributions",
    ),
    (
        "op7.1",
        "Encourages",
        ClauseType.DIRECTIVE,
        True,
        [
            (
                "recipient Member States that are in a position to do so",
                "addressee",
                "recipient Member States",
            ),
            ("Office", "consulted", UNODC),
        ],
        "contribute to the activities",
    ),
    (
        "op8.1",
        "Requests",
        ClauseType.DIRECTIVE,
        True,
        [("Secretary-General", "addressee", "Secretary-General")],
        "enhance further the resources available",
    ),
    (
        "op9.1",
        "Also requests",
        ClauseType.DIRECTIVE,
        True,
        [("Secretary-General", "addressee", "Secretary-General")],
        "make all possible efforts",
    ),
]


@pytest.fixture(scope="module")
def sample() -> parsing.Document:
    (document,) = parsing.parse(read(SAMPLE.read_bytes(), SAMPLE.name))
    return document


@pytest.mark.parametrize("width", [60, 80, 1000])
def test_the_same_text_without_markdown_and_wrapped_gives_the_same_reading(sample, width):
    lines = SAMPLE.read_text().replace("*", "").splitlines()
    wrapped = "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
    assert parsing.parse(read(wrapped.encode(), "sample.txt")) == (sample,)


def test_the_head_and_the_adoption_line_are_read(sample):
    assert sample.symbol == "E/RES/2004/33"
    assert sample.organ == "ECOSOC"
    assert sample.kind == "resolution"
    assert sample.title == (
        "Strengthening the technical cooperation capacity of the Crime Prevention and Criminal Justice "
        "Programme of the United Nations Office on Drugs and Crime"
    )
    assert sample.meeting == "47th plenary meeting"
    assert sample.adopted_on == dt.date(2004, 7, 21)
    assert sample.warnings == ()


def test_ten_recitals_and_nine_operative_paragraphs_are_found(sample):
    assert [recital.phrase for recital in sample.preamble] == [
        "Recalling",
        "Reaffirming",
        "Recalling",
        "Recalling also",
        "Recalling further",
        "Welcoming",
        "Recognizing",
        "Welcoming",
        "Recognizing",
        "Expressing its appreciation",
    ]
    assert [paragraph.label for paragraph in sample.operative] == list("123456789")
    assert [paragraph.eid for paragraph in sample.operative] == [f"op{number}" for number in range(1, 10)]


def test_the_two_torn_paragraphs_are_whole(sample):
    assert "Trafficking in Firearms, Their Parts and Components and Ammunition" in sample.preamble[6].text
    assert "at the multilateral level with the United Nations" in sample.operative[4].text


def test_the_footnotes_are_out_of_the_text_and_their_calls_have_places(sample):
    assert [note.label for note in sample.footnotes] == [str(number) for number in range(1, 11)]
    texts = [paragraph.text for paragraph in (*sample.preamble, *sample.operative)]
    assert not any(letter in text for text in texts for letter in "¹²³⁴⁵⁶⁷⁸⁹⁰*")
    calls = [
        (paragraph.eid, call.label, paragraph.text[: call.at].rsplit(maxsplit=1)[-1])
        for paragraph in (*sample.preamble, *sample.operative)
        for call in paragraph.calls
    ]
    assert calls == [
        ("pp1", "1", "money-laundering,"),
        ("pp3", "2", "Century,"),
        ("pp3", "3", "implementation,"),
        ("pp6", "4", "Crime,"),
        ("pp6", "5", "Crime"),
        ("pp6", "6", "Crime,"),
        ("pp7", "7", "Crime,"),
        ("pp8", "8", "Corruption,"),
        ("op5", "9", "Crime;"),
        ("op8", "10", "cooperation,"),
    ]


def test_ibid_takes_the_document_of_the_note_before(sample):
    assert [note.resolved for note in sample.footnotes if note.resolved] == [
        "General Assembly resolution 55/25, annex II.",
        "General Assembly resolution 55/25, annex III.",
    ]


def test_ten_clauses_have_their_verbs_addressees_and_actions(sample):
    found = [clause for paragraph in sample.operative for clause in paragraph.clauses]
    assert [
        (
            clause.id,
            clause.phrase,
            clause.type,
            clause.asks,
            [(addressee.text, addressee.role.value, addressee.entity) for addressee in clause.addressees],
        )
        for clause in found
    ] == [expected[:5] for expected in CLAUSES]
    for clause, expected in zip(found, CLAUSES, strict=True):
        assert clause.action.startswith(expected[5]), clause.id


def test_the_sample_states_no_deadline_no_report_and_no_resource_condition(sample):
    for paragraph in sample.operative:
        for clause in paragraph.clauses:
            assert (clause.deadline, clause.reporting, clause.resources) == (None, None, None)


def test_only_the_soft_need_is_doubtful(sample):
    doubts = {clause.id: clause.doubts for paragraph in sample.operative for clause in paragraph.clauses}
    assert {clause: found for clause, found in doubts.items() if found} == {"op4.1": ("soft_need",)}


def test_every_cited_document_has_its_symbol_pinpoint_and_relation(sample):
    recalls, welcomes, related = Relation.RECALLS, Relation.WELCOMES, Relation.RELATED
    assert [(cited.eid, cited.symbol, cited.pinpoint, cited.relation) for cited in sample.citations] == [
        ("pp1", "A/RES/55/2", "para. 9", recalls),
        ("pp3", "A/RES/55/59", None, recalls),
        ("pp3", "A/RES/55/59", "annex", recalls),
        ("pp3", "A/RES/56/261", "annex", recalls),
        ("pp4", "A/RES/58/140", None, recalls),
        ("pp5", "E/RES/2003/25", None, recalls),
        ("pp6", "A/RES/55/25", "annex I", welcomes),
        ("pp6", "A/RES/55/25", "annex II", welcomes),
        ("pp6", "A/RES/55/25", "annex III", welcomes),
        ("pp7", "A/RES/55/255", "annex", related),
        ("pp8", "A/RES/58/4", "annex", welcomes),
        ("op5", "A/RES/55/25", "annex I", related),
        ("op8", "A/58/6 (sect. 23)", None, related),
    ]
