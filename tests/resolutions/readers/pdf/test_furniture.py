"""What belongs to the page is told by place, size and repetition."""

import pytest

from resolutions.readers import Run
from resolutions.readers.pdf.furniture import Page, furniture_of
from resolutions.readers.pdf.measures import Measures
from resolutions.readers.pdf.rows import Line

HEIGHT = 800.0
MEASURES = Measures(size=10.0, right=500.0, leadings={10.0: 12.0})


def line(text, y, size=10.0, x0=100.0, label=""):
    return Line((Run(text),), 1, x0, x0 + 5 * len(text), y, size, label)


def body():
    return [line("the lamps of every lighthouse", y) for y in (600, 588, 576, 150)]


def found(*pages):
    """Give the texts that are taken for furniture, page by page; each page is its lines beside the body."""
    read = [Page(HEIGHT, [*lines, *body()]) for lines in pages]
    chosen = furniture_of(read, MEASURES)
    return [[each.text for each in page.lines if id(each) in chosen] for page in read]


@pytest.mark.parametrize(
    "text",
    [
        "2/6",
        "- 2 -",
        "12",
        "Page 3",
        "Page 3 of 4",
        "26-01234",
        "26-01234 (E) 050126",
        "*2601234*",
        "2/6 26-01234",
    ],
)
def test_a_page_or_job_number_at_the_foot_is_furniture(text):
    assert found([line(text, 40)]) == [[text]]


@pytest.mark.parametrize(
    ("text", "y"),
    [
        pytest.param("12", 400, id="a number in the middle of the page"),
        pytest.param("Document A/99/12.", 40, id="words at the foot"),
        pytest.param("12", 138, id="a number right under a line of the text"),
    ],
)
def test_what_only_looks_like_furniture_is_text(text, y):
    assert found([line(text, y)]) == [[]]


def test_a_footnote_at_the_foot_is_none():
    assert found([line("A/99/12", 40, size=8.0, label="3")]) == [[]]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param([line("Lamps and lighthouses", 750, size=8.0)], id="smaller than the text"),
        pytest.param([line("A/RES/99/12", 750)], id="a symbol alone"),
        pytest.param([line("A/RES/99/12", 750), line("Lamps", 750, x0=400)], id="a symbol with a title"),
    ],
)
def test_a_header_is_furniture_except_on_the_first_page_where_it_is_the_masthead(header):
    assert found(header, []) == [[], []]
    assert found([], header) == [[], [each.text for each in header]]


def test_what_stands_at_the_same_height_on_several_pages_is_furniture():
    pages = [[line(f"Lamps and lighthouses, part {number}", 750)] for number in (1, 2, 3)]
    assert found(*pages) == [[], ["Lamps and lighthouses, part 2"], ["Lamps and lighthouses, part 3"]]


def test_text_in_the_size_of_the_text_at_the_top_of_a_page_is_text():
    assert found([], [line("goes on until the lamps are lit;", 750)]) == [[], []]
