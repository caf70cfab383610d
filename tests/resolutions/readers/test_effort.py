"""How long reading a file may take."""

import pytest

from resolutions.readers import UnreadableSource
from resolutions.readers.effort import seconds_for
from tests.resolutions import hostile
from tests.resolutions.crowded import SPOKEN, page, spoken, stream
from tests.resolutions.readers.docx.word import p, r, word


def test_what_no_reader_takes_is_refused():
    with pytest.raises(UnreadableSource, match="PNG"):
        seconds_for(b"\x89PNG", "a.png")


def test_a_pdf_that_unpacks_without_end_is_refused_before_it_is_opened():
    with pytest.raises(UnreadableSource, match="packed 2 times"):
        seconds_for(hostile.nested_flate(), "a.pdf")


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (hostile.pdf([stream(SPOKEN)]), 2.04),
        (page("<p>" * 9_998), 2.2),
        (spoken("1. Requests it."), None),
        (word(p(r("words"))), None),
    ],
    ids=["a page of print", "a web page", "text", "Word"],
)
def test_a_file_may_take_longer_for_its_pages_or_tags(data, seconds):
    assert seconds_for(data, "a") == seconds
