"""Whole PDFs: what is printed where tells what it is."""

import re
import time
from collections import Counter

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from resolutions.readers import BlockKind, Run, UnreadableSource, pdf, read
from resolutions.readers.pdf.page import PageText, Stretch
from tests.resolutions.readers.pdf.printing import ITALIC, LEFT, UPRIGHT, Print, filled, texts

WORDS = "the lamps of every lighthouse shall be lit before the ships of the harbour come home"
TITLE, SYMBOL = "Lamps and lighthouses", "A/RES/99/12"


def blocks(printed):
    return read(printed.data(), "lamps.pdf").blocks


def body(printed):
    return texts(blocks(printed), BlockKind.TEXT)


def one(*lines):
    printed = Print()
    printed.paragraph(*lines)
    return printed


def picture(printed):
    shade = Image.new("L", (40, 40), 128)
    printed.canvas.drawImage(ImageReader(shade), 0, 0, width=612, height=792)


def scanned():
    printed = Print()
    picture(printed)
    return printed.data()


def locked():
    printed = Print(encrypt=StandardEncryption("secret", canPrint=0))
    printed.paragraph("Requests the Keeper to light the lamp;")
    return printed.data()


def blank():
    printed = Print()
    printed.new_page()
    return printed.data()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        pytest.param(scanned(), "scanned", "OCR", id="pictures of pages"),
        pytest.param(locked(), "encrypted", "password", id="locked"),
        pytest.param(one("Requests").data()[:300], "damaged", "Fetch the file again", id="cut off"),
        pytest.param(b"%PDF-1.7 \x00 and no more", "damaged", "Fetch the file again", id="only a head"),
        pytest.param(blank(), "empty", "no text", id="an empty page"),
    ],
)
def test_what_has_no_text_is_refused_with_the_reason(data, code, said):
    with pytest.raises(UnreadableSource) as refusal:
        read(data, "lamps.pdf")
    assert refusal.value.code == code
    assert said in refusal.value.message


def test_a_picture_among_pages_of_text_is_named():
    printed = one("Requests the Keeper to light the lamp;")
    printed.new_page()
    picture(printed)
    warnings = read(printed.data(), "lamps.pdf").warnings
    assert [(warning.code, warning.message[:6]) for warning in warnings] == [("page_without_text", "Page 2")]


def test_the_file_is_known_by_its_content():
    assert read(one("Requests the Keeper").data(), "lamps.txt").media_type == "application/pdf"


@pytest.mark.parametrize(
    ("pieces", "runs"),
    [
        pytest.param(
            ("1. ", (ITALIC, "Requests"), " the Keeper"),
            (Run("1. "), Run("Requests ", italic=True), Run("the Keeper")),
            id="an italic lead phrase",
        ),
        pytest.param(
            ("the Convention,", (UPRIGHT, "3", 6.5, 3.5), " and"),
            (Run("the Convention,"), Run("3", superscript=True), Run(" and")),
            id="a call glued to a comma",
        ),
        pytest.param(
            ("to 30 June 2025", (UPRIGHT, "12", 6.5, 3.5), " and"),
            (Run("to 30 June 2025"), Run("12", superscript=True), Run(" and")),
            id="a call glued to a year",
        ),
        pytest.param(
            ("the Convention ", (UPRIGHT, "3", 6.5, 3.5), " and"),
            (Run("the Convention"), Run("3", superscript=True), Run(" and")),
            id="a space before a call",
        ),
        pytest.param(
            ("the Convention", (UPRIGHT, ",3", 6.5, 3.5)),
            (Run("the Convention,"), Run("3", superscript=True)),
            id="a comma raised with the call",
        ),
        pytest.param(
            ("the Convention", (UPRIGHT, "3", 10, 7), " and"),
            (Run("the Convention"), Run("3", superscript=True), Run(" and")),
            id="a call in the size of the text",
        ),
        pytest.param(
            ("5", (ITALIC, ". Welcomes"), " the lamp"),
            (Run("5. "), Run("Welcomes ", italic=True), Run("the lamp")),
            id="the number's stop in the type of the verb",
        ),
    ],
)
def test_the_type_of_the_print_is_kept(pieces, runs):
    (block,) = blocks(one(pieces))
    assert block.runs == runs


def test_letters_that_a_font_sets_apart_are_one_word():
    printed = Print()
    x = LEFT
    for letters in ("I", "n", "vi", "t", "es"):
        printed.words(x, printed.at, (ITALIC, letters))
        x += printed.canvas.stringWidth(letters, ITALIC, 10) + 1.2
    printed.words(x + 1.5, printed.at, "the Keeper")
    assert body(printed) == ["Invites the Keeper"]


def test_letters_set_apart_within_one_string_are_one_word():
    printed = Print()
    printed.words(LEFT, printed.at, "X")  # makes the font known to the page
    code = printed.canvas._code
    shown = "[(I) -150 (n) -150 (vi) -150 (t) -150 (es) -400 (the) -400 (Keeper)] TJ"
    code[-1] = re.sub(r"\(X\) Tj", lambda _: shown, code[-1])
    assert body(printed) == ["Invites the Keeper"]


def test_a_size_of_one_scaled_by_its_matrix_is_the_size_printed():
    printed = Print()
    text = printed.canvas.beginText()
    text.setTextTransform(10, 0, 0, 10, LEFT, 700)
    text.setFont(UPRIGHT, 1)
    text.textOut("Requests the Keeper")
    text.setTextTransform(6.5, 0, 0, 6.5, LEFT + printed.canvas.stringWidth("Requests the Keeper"), 703.5)
    text.textOut("7")
    printed.canvas.drawText(text)
    (block,) = blocks(printed)
    assert block.runs == (Run("Requests the Keeper"), Run("7", superscript=True))


def test_a_page_that_lies_on_its_side_is_turned():
    printed = Print()
    printed.canvas.rotate(90)
    for nth, line in enumerate(("Requests the Keeper", "to light the lamp.")):
        printed.canvas.setFont(UPRIGHT, 10)
        printed.canvas.drawString(100, -200 - 12 * nth, line)
    (block,) = blocks(printed)
    assert block.text.split() == ["Requests", "the", "Keeper", "to", "light", "the", "lamp."]


def test_words_across_the_page_are_no_text_of_it():
    printed = Print()
    printed.paragraph(filled(WORDS), "to the end.")
    printed.canvas.saveState()
    printed.canvas.translate(200, 300)
    printed.canvas.rotate(45)
    printed.canvas.drawString(0, 0, "ADVANCE COPY")
    printed.canvas.restoreState()
    found = blocks(printed)
    assert texts(found, BlockKind.FURNITURE) == ["ADVANCE COPY"]
    assert texts(found, BlockKind.TEXT) == [f"{filled(WORDS)} to the end."]


def paged():
    """Two pages as the General Assembly prints them; a sentence and a note run over the page."""
    printed = Print()
    printed.paragraph((*("1. ", (ITALIC, "Requests"), " the Keeper"),), "to light the lamp;")
    for _ in range(10):
        printed.paragraph(filled(WORDS), "and at dusk;")
    printed.paragraph("2. Invites " + filled(WORDS)[:60], filled(WORDS))
    printed.notes(("1", "First note of the lamps,"), ("2", "Second note of the harbour, which goes"))
    printed.page_marks(TITLE, SYMBOL)
    printed.new_page()
    printed.line("before the night falls;", x=LEFT)
    printed.at -= 6
    printed.paragraph("3. Decides to remain awake.")
    printed.notes(("", "on over the page."), ("3", "Third note."))
    printed.page_marks(TITLE, SYMBOL)
    return printed


def test_a_sentence_runs_over_the_page_whatever_stands_between():
    found = body(paged())
    assert found[0] == "1. Requests the Keeper\nto light the lamp;"
    assert found[-2].endswith(f"{filled(WORDS)} before the night falls;")
    assert found[-1] == "3. Decides to remain awake."


def test_footnotes_are_blocks_with_their_number_and_run_over_the_page():
    notes = [(b.marker, b.text) for b in blocks(paged()) if b.kind is BlockKind.FOOTNOTE]
    assert notes == [
        ("1", "First note of the lamps,"),
        ("2", "Second note of the harbour, which goes on over the page."),
        ("3", "Third note."),
    ]


def test_headers_page_and_job_numbers_and_the_rule_are_furniture():
    found = [text for text in texts(blocks(paged()), BlockKind.FURNITURE) if "_" not in text]
    assert sorted(found) == ["1/9", "2/9", "26-01234", "26-01234", SYMBOL, TITLE]


def test_a_note_on_the_line_of_the_text_is_told_by_its_sign_or_the_next_number():
    printed = Print()
    for _ in range(9):
        printed.paragraph(filled(WORDS), "at dusk;")
    printed.notes(("1", "First note of"), ("", "3 May and"))
    printed.words(117, 85, "2 Second note.", size=8.5)
    printed.words(117, 74, "* Reissued on 3 May.", size=8.5)
    notes = [(b.marker, b.text) for b in blocks(printed) if b.kind is BlockKind.FOOTNOTE]
    assert notes == [("1", "First note of 3 May and"), ("2", "Second note."), ("*", "Reissued on 3 May.")]


def test_another_engine_can_stand_in_and_say_what_it_lost():
    def engine(data):
        stretch = Stretch(data.decode(), 100, 200, 700, 10)
        yield PageText(1, 612, 792, (stretch,), lost=2)

    source = pdf.read(b"the lamps", "lamps.pdf", engine=engine)
    assert [block.text for block in source.blocks] == ["the lamps"]
    assert [(warning.code, "2 character(s)" in warning.message) for warning in source.warnings] == [
        ("characters_lost", True)
    ]


@pytest.mark.parametrize(
    ("texts", "read_as"),
    [
        pytest.param(["", "the lamps"], ["the lamps"], id="at the beginning"),
        pytest.param(["the ", "", "lamps"], ["the lamps"], id="in the middle"),
        pytest.param(["the lamps", ""], ["the lamps"], id="at the end"),
    ],
)
def test_a_stretch_of_which_no_character_could_be_told_is_passed_over(texts, read_as):
    def engine(_):
        stretches = [Stretch(text, 100 + 30 * nth, 128 + 30 * nth, 700, 10) for nth, text in enumerate(texts)]
        yield PageText(1, 612, 792, tuple(stretches), lost=1)

    assert [block.text for block in pdf.read(b"", "lamps.pdf", engine=engine).blocks] == read_as


def test_type_of_no_size_is_read_all_the_same():
    def engine(_):
        yield PageText(1, 612, 792, (Stretch("the ", 100, 112, 700, 0), Stretch("lamps", 115, 140, 700, 0)))

    assert [block.text for block in pdf.read(b"", "lamps.pdf", engine=engine).blocks] == ["the lamps"]


def test_a_page_of_a_hundred_miles_costs_no_more_than_another():
    printed = one("the lamps")
    printed.canvas.setPageSize((999_999_999, 999_999_999))
    data = printed.data()
    started = time.process_time()
    assert texts(read(data, "lamps.pdf").blocks, BlockKind.TEXT) == ["the lamps"]
    assert time.process_time() - started < 1


def test_every_letter_of_a_file_ends_in_one_block_and_none_is_invented():
    printed = paged()
    found = "".join(block.marker + block.text for block in blocks(printed))
    drawn = Counter("".join("".join(printed.drawn).split()))
    assert drawn.total() > 1000
    assert Counter("".join(found.split())) == drawn
