"""Word files as a whole: headings, tables, notes, headers, and a real one made by python-docx."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml

from resolutions.parsing import parse
from resolutions.readers import BlockKind, UnreadableSource, read
from tests.resolutions.readers.docx.word import NAMESPACES, abstract, level, num, p, r, style, word, zipped

NOTE = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
OWN_MARK = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='{}'/><w:t>*</w:t></w:r>"


def shapes(data: bytes) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.marker, block.text) for block in read(data, "a.docx").blocks]


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


@pytest.mark.parametrize(
    ("named", "properties", "kind"),
    [
        ("", "", BlockKind.TEXT),
        ("Title", "", BlockKind.HEADING),
        ("Heading1", "", BlockKind.HEADING),
        ("HCh", "", BlockKind.HEADING),
        ("Outlined", "", BlockKind.HEADING),
        ("Quote", "", BlockKind.TEXT),
        ("", '<w:outlineLvl w:val="0"/>', BlockKind.HEADING),
        ("Heading1", '<w:outlineLvl w:val="9"/>', BlockKind.TEXT),
    ],
)
def test_a_heading_is_known_by_its_style_or_level(named, properties, kind):
    styles = (
        style("Title")
        + style("Heading1", called="heading 1")
        + style("HCh", called="_ H _Ch_G")
        + style("Outlined", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("Quote")
    )
    (block,) = read(word(p(r("Words"), style=named, properties=properties), styles=styles), "a.docx").blocks
    assert block.kind is kind


def test_a_long_paragraph_in_a_style_of_headings_is_none():
    long = p(r("Requests " * 30), style="Heading1")
    assert shapes(word(long, styles=style("Heading1", called="heading 1")))[0][0] == "text"


def test_notes_are_numbered_by_their_calls_and_follow_the_text():
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{p()}</w:footnote>"
        f"<w:footnote w:id='2'>{p('<w:r><w:footnoteRef/></w:r>', r(' See '), r('Treaty', '<w:i/>'))}"
        f"{p(r('vol. 1.'))}</w:footnote>"
        f"<w:footnote w:id='5'>{p(r('Ibid.'))}</w:footnote>"
        f"<w:footnote w:id='6'>{p(r('* Never called'))}</w:footnote>"
    )
    end = f"<w:endnote w:id='1'>{p(r('At the end.'))}</w:endnote>"
    body = p(
        r("One,"), NOTE.format(5), r(" two"), NOTE.format(2), "<w:r><w:endnoteReference w:id='1'/></w:r>"
    )
    source = read(word(body, footnotes=notes, endnotes=end), "a.docx")
    assert [(run.text, run.superscript) for run in source.blocks[0].runs] == [
        ("One,", False),
        ("1", True),
        (" two", False),
        ("2", True),
        ("\u2060", False),
        ("3", True),
    ]
    assert [(b.kind, b.marker, b.text) for b in source.blocks[1:]] == [
        (BlockKind.FOOTNOTE, "1", "Ibid."),
        (BlockKind.FOOTNOTE, "2", "See Treaty\nvol. 1."),
        (BlockKind.FOOTNOTE, "3", "At the end."),
    ]


def test_a_note_with_the_authors_own_mark_takes_no_number():
    notes = "".join(
        f"<w:footnote w:id='{id_}'>{p(r(text))}</w:footnote>"
        for id_, text in ((1, "* Reissued."), (2, "See."))
    )
    body = p(r("Title"), OWN_MARK.format(1)) + p(r("Text"), NOTE.format(2))
    assert shapes(word(body, footnotes=notes)) == [
        ("text", "", "Title*"),
        ("text", "", "Text1"),
        ("footnote", "*", "Reissued."),
        ("footnote", "1", "See."),
    ]


def test_two_own_marks_side_by_side_are_two_calls():
    notes = "".join(f"<w:footnote w:id='{each}'>{p(r(f'Note {each}.'))}</w:footnote>" for each in (1, 2))
    marks = "".join(OWN_MARK.format(each).replace("*", f"2{each}") for each in (1, 2))
    data = word(p(r("The General Assembly,")) + p(r("1. Requests lamps"), marks, r(".")), footnotes=notes)
    (found,) = parse(read(data, "a.docx"))
    assert found.operative[0].text == "Requests lamps."
    assert [call.label for call in found.operative[0].calls] == ["21", "22"]


def test_a_call_of_a_note_that_is_not_there_is_still_a_call():
    assert shapes(word(p(r("Text"), NOTE.format(9)))) == [("text", "", "Text1")]


def test_a_table_of_data_gives_its_rows():
    rows = table((p(r("Scale")), p(r("2020"))), (p(r("Norway")), p(r("0.754"))))
    assert shapes(word(rows)) == [("table row", "", "Scale\t2020"), ("table row", "", "Norway\t0.754")]


def test_a_table_that_sets_numbers_beside_paragraphs_gives_numbered_paragraphs():
    rows = table((p(r("1.")), p(r("Requests"))), (p(r("2.")), p(r("Decides")) + p(r("further"))))
    assert shapes(word(rows)) == [
        ("list item", "1.", "Requests"),
        ("list item", "2.", "Decides"),
        ("text", "", "further"),
    ]


def test_a_deleted_row_is_gone():
    rows = table((p(r("a")), p(r("b"))), (p(r("c")), p(r("d"))), (p(r("e")), p(r("f"))))
    deleted = rows.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert [text for _, _, text in shapes(word(deleted))] == ["c\td", "e\tf"]


@pytest.mark.parametrize(
    ("section", "first"),
    [
        ('<w:headerReference w:type="default" r:id="header"/>', "A/RES/99/1"),
        ('<w:headerReference w:type="first" r:id="header"/><w:titlePg/>', "A/RES/99/1"),
        ('<w:headerReference w:type="first" r:id="header"/>', "Words"),
        ('<w:headerReference w:type="default" r:id="header"/><w:titlePg/>', "Words"),
        ('<w:headerReference w:type="default" r:id="nothing"/>', "Words"),
    ],
)
def test_the_header_of_the_first_page_leads(section, first):
    body = p(r("Words")) + f"<w:sectPr>{section}</w:sectPr>"
    assert shapes(word(body, header=p(r("A/RES/99/1"))))[0][2] == first


def test_an_embedded_part_is_told():
    source = read(word(p(r("Words")) + '<w:altChunk r:id="x"/>'), "a.docx")
    assert [warning.code for warning in source.warnings] == ["part_left_out"]


def test_the_strict_variant_reads_the_same():
    strict = word(p(r("Words")))
    assert shapes(strict) == [("text", "", "Words")]
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f"<w:document xmlns:w='{usual}'><w:body>{p(r('Words'))}</w:body></w:document>"
    made = zipped(
        {"word/document.xml": document.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")}
    )
    assert shapes(made) == [("text", "", "Words")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 word/document.xml", "damaged"),
        (zipped({"word/other.xml": "<a/>"}), "damaged"),
        (zipped({"word/document.xml": "no xml"}), "damaged"),
        (word(""), "empty"),
        (word(p(r("Words")))[:-40], "damaged"),
    ],
    ids=["no zip", "no document", "no xml", "no words", "cut off"],
)
def test_what_is_no_word_file_is_refused(data, code):
    with pytest.raises(UnreadableSource) as refusal:
        read(data, "a.docx")
    assert refusal.value.code == code


def made_in_word() -> bytes:
    """Return a resolution with automatic numbers, as somebody types it into Word's own template."""
    document = Document()
    document.add_paragraph("Resolution 2020/5")
    document.add_heading("Cooperation in testing", 1)
    opening = document.add_paragraph()
    opening.add_run("The Economic and Social Council").italic = True
    opening.add_run(",")
    recital = document.add_paragraph()
    recital.add_run("Recalling").italic = True
    recital.add_run(" its resolution 2019/4 of 6 June 2019,")
    for lead, rest in (("Requests", " the Secretary-General:"), ("Welcomes", " the progress made.")):
        paragraph = document.add_paragraph(style="List Number")
        paragraph.add_run(lead).italic = True
        paragraph.add_run(rest)
        if rest.endswith(":"):
            for item in ("To report to the Council at its session of 2021;", "To publish the report;"):
                _as_item(document.add_paragraph(item))
    document.add_paragraph("10th plenary meeting\n20 July 2020")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _as_item(paragraph) -> None:
    """Number a paragraph (a), (b) by a list of its own."""
    numbering = paragraph.part.numbering_part.element
    if not numbering.xpath("w:num[@w:numId='77']"):
        own = abstract(77, level(0, "lowerLetter", "(%1)")) + num(77, 77)
        numbering.extend(parse_xml(f"<w:numbering {NAMESPACES}>{own}</w:numbering>"))
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = 77


def test_a_resolution_typed_into_word_parses_to_its_paragraphs():
    (document,) = parse(read(made_in_word(), "resolution.docx"))
    assert (document.symbol, document.title) == ("E/RES/2020/5", "Cooperation in testing")
    assert [(paragraph.label, paragraph.text) for paragraph in document.operative] == [
        ("1", "Requests the Secretary-General:"),
        ("1(a)", "To report to the Council at its session of 2021;"),
        ("1(b)", "To publish the report;"),
        ("2", "Welcomes the progress made."),
    ]
    assert [recital.phrase for recital in document.preamble] == ["Recalling"]
    assert str(document.adopted_on) == "2020-07-20"
