"""A document is the witness for its own hyphens."""

import pytest

from resolutions.readers import Run
from resolutions.readers.pdf.hyphens import Hyphens
from resolutions.readers.pdf.rows import Line


def line(text):
    return Line((Run(text),), 1, 100.0, 400.0, 500.0, 10.0)


def join(elsewhere, last, after):
    first, second = line(last), line(after)
    joint = Hyphens([line(elsewhere), first, second]).joint(first, second)
    return None if joint is None else f"{first.text}{joint}{second.text}"


@pytest.mark.parametrize(
    ("elsewhere", "last", "after", "joined"),
    [
        ("the middle-income States", "all middle-", "income States", "all middle-income States"),
        ("the implementation of", "the implemen-", "tation of", "the implementation of"),
        ("nothing about it", "the seventy-", "ninth session", "the seventy-ninth session"),
        ("Secretary General", "the Secretary-", "General", "the Secretary-General"),
        ("nothing about it", "the light\u00ad", "house", "the lighthouse"),
        ("nothing about it", "from 2014–", "2024", "from 2014–2024"),
        ("nothing about it", "in its dimensions –", "economic", None),
        ("nothing about it", "the lamps of", "all", None),
    ],
)
def test_a_word_parted_at_a_line_end_is_joined_as_the_document_prints_it(elsewhere, last, after, joined):
    assert join(elsewhere, last, after) == joined


def test_in_a_document_that_parts_words_unknown_ones_are_joined_too():
    lines = [line(text) for text in ("a lighthouse here", "the light-", "house and its kee-", "per")]
    hyphens = Hyphens(lines)
    assert hyphens.joint(lines[2], lines[3]) == ""
    assert lines[2].text == "house and its kee"
