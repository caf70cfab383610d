"""Whatever comes in, the reading is honest: it never fails, invents nothing and says what is missing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read
from tests.resolutions.parsing.texts import CLOSING, HEAD, document

# Pieces that resolutions are made of, so that made texts reach the depths of the parser.
PIECES = st.sampled_from(
    [
        "The General Assembly,",
        "The Security Council",
        "Recalling its resolution 55/2 of 8 September 2000,¹",
        "¹ General Assembly resolution 55/2, para. 9.",
        "*Ibid.*, annex II.",
        "1. *Requests* the Secretary-General to report at its eighty-first session;",
        "2. Notes it, and urges States, including coastal States, to act within 90 days",
        "(a) To act;",
        "(i) Now;",
        "• Later;",
        "I",
        "Annex",
        "47th plenary meeting",
        "21 July 2004",
        "Adopted unanimously",
        "________",
        "Page 2",
        "S/RES/1 (1946)",
        "63/260. Title",
        "Decides:",
        "and so on",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=20).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", " "]).map(lambda gap: gap.join(pieces))
)


def bare(text):
    return "".join(letter for letter in text if letter.isalnum())


@settings(max_examples=120, deadline=None)
@given(text=TEXTS, name=st.sampled_from(["a.md", "a.txt"]))
def test_no_text_breaks_the_parser_and_offsets_give_their_words(text, name):
    try:
        source = read(text.encode(), name)
    except UnreadableSource:
        return
    for found in parse(source):
        texts = {paragraph.eid: paragraph.text for paragraph in found.operative}
        assert len(texts) == len(found.operative)
        for paragraph in found.operative:
            for clause in paragraph.clauses:
                said = paragraph.text[clause.start : clause.end]
                assert said.startswith(clause.phrase) or clause.inherited
                for addressee in clause.addressees:
                    words = texts[addressee.eid or paragraph.eid]
                    assert words[addressee.start : addressee.end] == addressee.text
                for deadline in clause.deadlines:
                    assert paragraph.text[deadline.start : deadline.end] == deadline.text


@settings(max_examples=80, deadline=None)
@given(text=st.lists(PIECES, max_size=20).map("\n\n".join))
def test_every_word_of_a_paragraph_comes_from_the_source(text):
    source = read(text.encode(), "a.txt") if text.strip() else read(b"nothing", "a.txt")
    whole = {bare(word) for word in text.replace("*", "").split()} | {""}
    for found in parse(source):
        read_texts = [recital.text for recital in found.preamble] + [each.text for each in found.operative]
        for said in read_texts:
            assert {bare(word) for word in said.split()} <= whole | {
                bare(word.rstrip("¹")) for word in text.split()
            }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Dear Sir,\n\nI have the honour to refer to resolution 55/2.\n\n1. Thank you.", id="letter"
        ),
        pytest.param(
            "Provisional agenda\n\n1. Election of officers.\n\n2. Adoption of the agenda.", id="agenda"
        ),
        pytest.param("Human Rights Council\n\nReport of the Working Group\n\n1. The Group met.", id="report"),
        pytest.param("x", id="one letter"),
    ],
)
def test_a_text_that_is_no_resolution_has_no_operative_paragraph_and_says_so(text):
    found = document(text)
    assert found.operative == ()
    assert found.kind == "other"
    assert [said.code for said in found.warnings] == ["not_a_resolution"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "The General Assembly,\n\n1. Urges States to act." + CLOSING, ["no_symbol"], id="no symbol"
        ),
        pytest.param(
            "85/1. Lamps\n\nThe General Assembly,\n\n1. Urges States to act.",
            ["no_adoption_date"],
            id="no day",
        ),
        pytest.param(
            HEAD + "Mindful of the lamps," + CLOSING, ["no_operative_paragraphs"], id="only recitals"
        ),
        pytest.param(
            "Resolution 2999 (2030)\nof 3 May 2030\n\nRecalling it,\n\n1. Urges States to act.",
            ["no_opening_formula"],
            id="formula lost",
        ),
    ],
)
def test_what_is_missing_is_said(text, codes):
    assert [said.code for said in document(text).warnings] == codes


def test_a_long_run_of_capitals_takes_no_time_worth_waiting_for():
    started = time.process_time()
    document(f"The General Assembly,\n\n1. Notes {'Lamp ' * 20_000};\n\n2. Requests the Office to act.")
    assert time.process_time() - started < 5


def test_a_guessed_encoding_reaches_the_document():
    source = read((HEAD + "1. Notes the C\u00f4te." + CLOSING).encode("cp1252"), "a.txt")
    (found,) = parse(source)
    assert [said.code for said in found.warnings] == ["encoding_guessed"]


def test_a_file_of_two_resolutions_gives_two_documents():
    second = HEAD.replace("85/123", "85/124").replace("Lighthouses", "Harbours")
    found = parse(
        read(
            (HEAD + "1. Urges States to act." + CLOSING + second + "1. Notes it." + CLOSING).encode(), "a.txt"
        )
    )
    assert [(each.symbol, len(each.operative)) for each in found] == [
        ("A/RES/85/123", 1),
        ("A/RES/85/124", 1),
    ]


@pytest.mark.parametrize("name", ["made.md", "made.txt"])
def test_markdown_and_plain_text_give_the_same_reading(name):
    plain = document(HEAD + "1. Urges States to act;\n\n2. Notes it." + CLOSING, "made.txt")
    marked = (
        HEAD.replace("Recalling", "*Recalling*") + "1. *Urges* States to act;\n\n2. *Notes* it." + CLOSING
    )
    assert document(marked, name) == plain
