"""What a source file holds, for whoever compares it with its reading."""

import pytest

from resolutions.sources import keep_source
from tests.resolutions.readers.docx.word import p, r, style, word
from tracker import extracts as module
from tracker.extracts import Extract, Extracts, extracts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_at_hand():
    """Forget what earlier tests looked at."""
    module._extracts.cache_clear()


def kept(data: bytes, name: str) -> Extracts:
    return extracts(keep_source(data=data, name=name))


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG", b"%PDF-1.7\n\x00\x01", b"PK\x03\x04 word/"],
    ids=["picture", "broken PDF", "broken Word"],
)
def test_what_cannot_be_shown_as_text_shows_nothing(data):
    assert kept(data, "file") == Extracts()


def test_each_block_is_shown_with_its_number_and_kind():
    body = p(r("Annex"), style="Title") + p(r("1. Requests"), "<w:r><w:footnoteReference w:id='1'/></w:r>")
    notes = f"<w:footnote w:id='1'>{p(r('See.'))}</w:footnote>"
    shown = kept(word(body, styles=style("Title"), footnotes=notes), "a.docx")
    assert [(block.kind, block.text) for block in shown.blocks] == [
        ("heading", "Annex"),
        ("text", "1. Requests1"),
        ("footnote", "[1] See."),
    ]


def test_pages_are_named_where_they_begin():
    shown = kept(b"One\n\nTwo\n\fThree", "a.txt")
    assert [(block.text, block.page) for block in shown.blocks] == [("One", 1), ("Two", None), ("Three", 2)]


def test_a_warning_stands_at_its_place_and_one_about_the_whole_apart():
    page = "<p>One</p>\n<p>Two \u202e</p>\n<p>Three</p>"
    first, second, third = kept(page.encode(), "a.html").blocks
    assert (first.warnings, len(second.warnings), third.warnings) == ((), 1, ())
    changed = kept(word(p(f"<w:ins>{r('Words')}</w:ins>")), "a.docx")
    assert changed.blocks == (Extract("Words", "text", None, ()),)
    assert "tracked changes" in changed.warnings[0]


def test_a_file_is_read_once_for_many_looks(monkeypatch):
    source = keep_source(data=b"Words", name="a.txt")
    first = extracts(source)
    monkeypatch.setattr("resolutions.sandbox.COMMAND", ["/no/such/program"])
    assert extracts(source) is first
