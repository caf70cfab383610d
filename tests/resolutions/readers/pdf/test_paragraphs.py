"""Where paragraphs begin, in the layouts that bodies use."""

import pytest

from resolutions.readers import BlockKind, read
from tests.resolutions.readers.pdf.printing import BOLD, INDENT, ITALIC, LEFT, UPRIGHT, Print, filled, texts

WORDS = "the lamps of every lighthouse shall be lit before the ships of the harbour come home"
FULL = filled(WORDS)


def read_back(printed):
    return read(printed.data(), "lamps.pdf").blocks


def recital(lead, *, full):
    """Give the lines of a recital: an italic lead, and a last line that is full or short."""
    first = filled(WORDS, 300.0)
    return [((ITALIC, lead), f" {first}"), FULL[:-1] + "," if full else "at dusk,"]


def printed_recitals(*, gap, indent, full):
    printed = Print()
    for lead in ("Recalling", "Noting", "Bearing in mind", "Affirming"):
        for nth, pieces in enumerate(recital(lead, full=full)):
            pieces = (pieces,) if isinstance(pieces, str) else pieces
            printed.line(*pieces, x=LEFT + (indent if not nth else 0))
        printed.at -= gap
    return printed


@pytest.mark.parametrize("full", [True, False], ids=["full last lines", "short last lines"])
@pytest.mark.parametrize(
    ("gap", "indent"),
    [
        pytest.param(6, 24, id="gaps and indents"),
        pytest.param(0, 24, id="indents only"),
        pytest.param(6, 0, id="gaps only"),
        pytest.param(0, 0, id="neither, the italics tell"),
    ],
)
def test_a_recital_is_a_block_in_every_layout(gap, indent, full):
    found = read_back(printed_recitals(gap=gap, indent=indent, full=full))
    assert [block.runs[0].text.strip() for block in found] == [
        "Recalling",
        "Noting",
        "Bearing in mind",
        "Affirming",
    ]


def test_numbered_items_begin_paragraphs_without_gap_or_indent():
    printed = Print()
    items = ["(a) To act;", "(i) At dusk;", "• At dawn."]
    for text in ("1. Decides at dusk", "to light the lamp;", *items):
        printed.line(text)
    assert texts(read_back(printed), BlockKind.TEXT) == ["1. Decides at dusk to light the lamp;", *items]


def test_a_hanging_indent_is_one_paragraph():
    printed = Print()
    printed.words(LEFT, printed.at, "(a)")
    printed.line(filled(WORDS, 340.0), x=INDENT)
    printed.line("to light the lamp;", x=INDENT)
    assert texts(read_back(printed), BlockKind.TEXT) == [f"(a) {filled(WORDS, 340.0)} to light the lamp;"]


def test_a_number_that_ends_a_reference_begins_no_paragraph():
    printed = Print()
    printed.line(filled(WORDS, 330.0) + " (No.")
    printed.line("202), adopted at dusk;")
    assert len(read_back(printed)) == 1


def test_bold_lines_are_one_heading_and_a_part_number_stands_alone_in_it():
    printed = Print()
    printed.paragraph("1. Decides to light the lamp;")
    printed.line((BOLD, "III"))
    printed.line((BOLD, "Lamps and lighthouses of the northern harbours, and the keeping"))
    printed.line((BOLD, "of their books"))
    printed.at -= 6
    printed.paragraph("2. Decides to keep books.")
    (heading,) = texts(read_back(printed), BlockKind.HEADING)
    assert heading.split("\n")[0] == "III"
    assert heading.endswith("and the keeping of their books")


def test_a_row_of_cells_is_a_row_of_a_table():
    printed = Print()
    printed.paragraph(FULL, FULL, FULL, "in the following lines:")
    for place, share in (("North harbour", "12.5"), ("South harbour", "7.5")):
        printed.words(LEFT, printed.at, place)
        printed.line(share, x=400)
    assert texts(read_back(printed), BlockKind.TABLE_ROW) == ["North harbour\t12.5", "South harbour\t7.5"]


@pytest.mark.parametrize(
    ("last", "first", "x", "blocks"),
    [
        pytest.param(FULL, "before dusk;", LEFT, 2, id="a sentence goes on"),
        pytest.param(
            FULL[:-1] + ",", "United Nations lamps among them;", LEFT, 2, id="after a comma, flush left"
        ),
        pytest.param(FULL[:-1] + ",", "Noting the lamps,", INDENT, 3, id="after a comma, indented"),
        pytest.param("at dusk;", "3. Decides to act.", INDENT, 3, id="the next number"),
    ],
)
def test_the_place_of_a_page_s_first_line_tells_whether_a_paragraph_goes_on(last, first, x, blocks):
    printed = Print()
    printed.paragraph(f"1. {FULL}"[:75], "and at dawn;")
    printed.paragraph(f"2. {FULL}"[:75], FULL, last)
    printed.new_page()
    printed.line(first, x=x)
    assert len(texts(read_back(printed), BlockKind.TEXT)) == blocks


def test_two_columns_are_read_one_after_the_other():
    printed = Print()
    column = filled(WORDS, 200.0)
    printed.line((BOLD, "Lamps and lighthouses of all harbours, in two columns of the same length"), x=130)
    top = printed.at - 12
    for x, lead in ((60, "Left"), (300, "Right")):
        for nth in range(12):
            printed.words(x, top - 12 * nth, (UPRIGHT, f"{lead} {column}" if not nth else column))
    blocks = texts(read_back(printed), BlockKind.TEXT)
    assert (
        " ".join(blocks).split()
        == " ".join([f"Left {column}", *[column] * 11, f"Right {column}", *[column] * 11]).split()
    )


def test_a_column_that_ends_on_a_short_line_does_not_run_into_the_next():
    printed = Print()
    column = filled(WORDS, 200.0)
    words = [column.capitalize(), *[column] * 10, "12 December 2030"]
    for x in (60, 300):
        for nth, line in enumerate(words):
            printed.words(x, 600 - 12 * nth, line)
    assert [text[:9] for text in texts(read_back(printed), BlockKind.TEXT)] == ["The lamps", "The lamps"]


def test_a_short_last_page_has_the_columns_of_the_page_before():
    printed = Print()
    column = filled(WORDS, 200.0)
    for rows in (12, 2):
        for x in (60, 300):
            for nth in range(rows):
                printed.words(x, 600 - 12 * nth, column)
        printed.new_page()
    found = " ".join(texts(read_back(printed), BlockKind.TEXT)).split()
    assert found == " ".join([column] * 28).split()


def test_text_recognition_with_a_size_for_each_line_gives_paragraphs_too():
    printed = Print()
    sizes = [9.3, 10.4, 9.8, 10.9, 9.5, 10.1, 10.7, 9.1, 9.9, 10.3, 9.6, 10.6]
    for nth, size in enumerate(sizes):
        printed.words(LEFT, printed.at + (0.5 if nth % 2 else -0.4), filled(WORDS, 330.0), size=size)
        printed.at -= 12 if nth % 3 != 2 else 20
    assert len(texts(read_back(printed), BlockKind.TEXT)) == 4
