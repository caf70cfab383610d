"""Akoma Ntoso to blocks: refusals first, then what the mark-up says."""

import time

import pytest

from resolutions.readers import BlockKind, UnreadableSource, read
from resolutions.readers.blocks import Place
from tests.resolutions.readers.akn_files import COUNTS, FORMULA, akn, statement

BOMB = (
    '<!DOCTYPE akomaNtoso [<!ENTITY a "lighthouse "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
OUTSIDE = '<!DOCTYPE akomaNtoso [<!ENTITY d SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        pytest.param(
            b"<?xml version='1.0'?><rss><channel/></rss>", "unknown_format", "<rss>", id="other XML"
        ),
        pytest.param(b"<?xml version='1.0'?>", "damaged", "no readable XML", id="nothing after the prolog"),
        pytest.param(akn(statement(body="<p>&d;</p>"), prolog=BOMB), "unsafe", "DOCTYPE", id="laughs"),
        pytest.param(
            akn(statement(body="<p>&d;</p>"), prolog=OUTSIDE), "unsafe", "DOCTYPE", id="file entity"
        ),
        pytest.param(
            akn(statement(body="<p/>" * 100_000)), "too_large", "100,000", id="elements without end"
        ),
        pytest.param(b"<akomaNtoso/>", "empty", "no document", id="no statement in it"),
    ],
)
def test_what_is_no_resolution_in_akoma_ntoso_is_refused_quickly(data, code, says):
    began = time.process_time()
    with pytest.raises(UnreadableSource) as refused:
        read(data, "made.xml")
    assert refused.value.code == code
    assert says in refused.value.message
    assert time.process_time() - began < 2


def test_ten_thousand_levels_are_read_as_far_as_they_go_and_said():
    deep = "<list><point>" * 10_000
    source = read(akn(statement(body=f"<paragraph><num>1.</num>{deep}")), "made.xml")
    assert [warning.code for warning in source.warnings] == ["not_well_formed", "no_main_body"]


def test_a_file_that_is_not_well_formed_is_read_as_far_as_it_goes():
    broken = akn(statement(closing="<p><b>60th plenary meeting</p>"))
    source = read(broken, "made.xml")
    (warning,) = source.warnings
    assert warning.code == "not_well_formed"
    assert warning.line == broken[: broken.index(b"60th")].count(b"\n") + 1
    assert f"line {warning.line}" in warning.message
    assert "Invites all States to light their coasts;" in [block.text for block in source.blocks]


def test_a_file_cut_off_in_the_middle_keeps_what_came():
    data = akn()
    source = read(data[: data.index(b"<point>")], "made.xml")
    assert source.warnings[0].code == "not_well_formed"
    assert source.blocks[-1].text.strip() == "Requests the Secretary-General:"


def test_the_facts_of_the_file_become_fields():
    fields = dict(read(akn(), "made.xml").fields)
    assert fields == {
        "symbol": "A/RES/85/123",
        "title": "Lighthouses of the world",
        "session": "85",
        "agenda_item": "19 (a)",
        "proponent": "on the report of the Second Committee (A/85/999, para. 7)",
        "adopted_on": "2030-12-12",
        "meeting": "60th plenary meeting",
        "vote": "Adopted without a vote",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("parts", "name", "value"),
    [
        pytest.param(
            {"voting": COUNTS}, "vote", "Adopted by 138 votes to 4, with 42 abstentions", id="counts"
        ),
        pytest.param({"workflow": "2030-02-31"}, "adopted_on", "2030-12-12", id="a day that does not exist"),
        pytest.param({"workflow": "2029-12-12"}, "adopted_on", "2030-12-12", id="one place against two"),
        pytest.param({"language": "rus"}, "language", "ru", id="language"),
        pytest.param(
            {"closing": "<p><vote><outcome>[Adopted by a recorded vote of 28 to 17.]</outcome></vote></p>"},
            "vote",
            "Adopted by a recorded vote of 28 to 17",
            id="printed vote",
        ),
    ],
)
def test_facts_are_taken_where_they_are_said_best(parts, name, value):
    assert dict(read(akn(statement(**parts)), "made.xml").fields)[name] == value


def test_each_block_knows_its_place_and_number():
    blocks = read(akn(), "made.xml").blocks
    body = [
        (block.marker, " ".join(block.text.split())) for block in blocks if block.place is Place.OPERATIVE
    ]
    assert body == [
        ("1.", "Invites all States to light their coasts;"),
        ("", "Follow-up"),
        ("2.", "Requests the Secretary-General:"),
        ("(a)", "To list all lighthouses;"),
        ("(b)", "To report to the General Assembly at its eighty-sixth session."),
    ]
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["Follow-up"]
    assert blocks[0].place is Place.HEAD
    assert blocks[-1].place is Place.CLOSING


def test_a_note_is_called_in_its_text_and_follows_it():
    blocks = read(akn(), "made.xml").blocks
    (at,) = [n for n, block in enumerate(blocks) if block.kind is BlockKind.FOOTNOTE]
    assert (blocks[at].marker, blocks[at].text) == ("1", "See Official Records, chap. II.")
    assert [run.text for run in blocks[at].runs if run.italic] == ["Official Records"]
    caller = blocks[at - 1]
    assert [run.text for run in caller.runs if run.superscript] == ["1"]
    assert " ".join(caller.text.split()).endswith("of 3 October 2029,1 and the Convention,")


@pytest.mark.parametrize(
    ("printed", "marker"),
    [
        pytest.param("12.", "12.", id="number"),
        pytest.param("\t7.", "7.", id="tab in front"),
        pytest.param("1 -", "1.", id="Arabic number"),
        pytest.param("b)", "(b)", id="Spanish letter"),
        pytest.param("(ج)", "(c)", id="Arabic letter"),
        pytest.param("(iv)", "(iv)", id="roman"),
        pytest.param("–", "–", id="dash"),
    ],
)
def test_numbers_come_as_english_texts_print_them(printed, marker):
    body = f"<paragraph><num>{printed}</num><content><p>Requests it;</p></content></paragraph>"
    (block,) = [b for b in read(akn(statement(body=body)), "made.xml").blocks if b.place is Place.OPERATIVE]
    assert block.marker == marker


def test_brackets_set_small_round_a_call_are_no_text():
    formula = FORMULA.replace(
        ",</p>",
        '<sup>(</sup><authorialNote marker="2"><p> ()  See annex.</p></authorialNote><sup>)</sup>,</p>',
    )
    blocks = read(akn(statement(formula=formula)), "made.xml").blocks
    assert "The General Assembly2," in [block.text for block in blocks]
    assert "See annex." in [block.text for block in blocks if block.kind is BlockKind.FOOTNOTE]


def test_words_in_elements_that_nobody_foresaw_are_kept():
    body = (
        "<hcontainer><num>I</num><heading>Coasts</heading><blink>Left <u>alone</u> here.</blink></hcontainer>"
    )
    blocks = read(akn(statement(body=body)), "made.xml").blocks
    texts = [(block.kind, block.text) for block in blocks if block.place is Place.OPERATIVE]
    assert texts == [
        (BlockKind.HEADING, "I"),
        (BlockKind.HEADING, "Coasts"),
        (BlockKind.TEXT, "Left alone here."),
    ]
