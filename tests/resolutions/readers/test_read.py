"""Bytes in, blocks out; what cannot be read is refused with a reason."""

import pytest

from resolutions.readers import LARGEST_FILE, UnreadableSource, read
from resolutions.readers.limits import LONGEST_TEXT
from resolutions.readers.sniffing import Format, format_of


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        pytest.param(b"", "empty", "has no text", id="no bytes"),
        pytest.param(b" \n\t\n", "empty", "has no text", id="only white space"),
        pytest.param(b"PK\x03\x04rest", "binary", "zip archive", id="zip"),
        pytest.param(b"PK\x03\x04 xl/workbook.xml", "binary", "Excel", id="xlsx"),
        pytest.param(b"\xd0\xcf\x11\xe0", "binary", "password", id="old or locked Word"),
        pytest.param(b"MIME-Version: 1.0\n", "binary", "web page", id="mht"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "binary", "PNG", id="png"),
        pytest.param(b"{\\rtf1 text}", "binary", "Rich Text", id="rtf"),
        pytest.param(b"first\nsecond \x00 line", "binary", "line 2", id="null byte"),
        pytest.param("a\0b".encode("utf-16"), "binary", "null characters", id="null in UTF-16"),
        pytest.param(b"\xff\xfeR\x00e", "damaged", "UTF-16", id="half a UTF-16 character"),
        pytest.param(b"x" * (LARGEST_FILE + 1), "too_large", "20 MB", id="one byte too many"),
        pytest.param(b"# List\n\n" + b"- " * 10_000 + b"x", "too_deep", "line 3", id="10,000 lists"),
        pytest.param(b"# Quote\n" + b"> " * 10_000 + b"x", "too_deep", "line 2", id="10,000 quotations"),
        pytest.param(b"x" * (LONGEST_TEXT + 1), "too_large", "2,000,001 characters", id="one word too many"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_reason(data, code, said):
    with pytest.raises(UnreadableSource) as refusal:
        read(data, "resolution.txt")
    assert refusal.value.code == code
    assert said in refusal.value.message


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Notes café".encode(), "Notes café", id="utf-8"),
        pytest.param("\ufeffNotes".encode(), "Notes", id="utf-8 with a mark"),
        pytest.param("Notes".encode("utf-16"), "Notes", id="utf-16 with a mark"),
        pytest.param(b"Notes\r\n\r\nthat", "Notes", id="windows line ends"),
    ],
)
def test_text_is_decoded_without_a_warning(data, text):
    source = read(data, "a.txt")
    assert source.blocks[0].text == text
    assert source.warnings == ()


def test_an_old_code_page_is_read_and_said_to_be_a_guess():
    source = read("One\nNotes the C\u00f4te\u2019s report".encode("cp1252"), "a.txt")
    assert source.blocks[0].text == "One\nNotes the Côte’s report"
    assert [(warning.code, warning.line) for warning in source.warnings] == [("encoding_guessed", 2)]


def test_characters_lost_earlier_are_named():
    source = read("One\nC\ufffdte".encode(), "a.txt")
    assert [(warning.code, warning.line) for warning in source.warnings] == [("characters_lost", 2)]


@pytest.mark.parametrize(
    ("text", "name", "media_type"),
    [
        ("1. *Requests* the Secretary-General", "a.txt", "text/markdown"),
        ("# Annex", "a", "text/markdown"),
        ("Requests the Secretary-General", "a.md", "text/markdown"),
        ("1. Requests the Secretary-General", "a.txt", "text/plain"),
        ("2 * 3 * 4", "a.txt", "text/plain"),
    ],
)
def test_the_content_decides_and_the_name_only_hints(text, name, media_type):
    assert read(text.encode(), name).media_type == media_type


def test_plain_text_keeps_line_breaks_lines_and_pages():
    source = read(b"One\ntwo\n\nThree\n\fFour", "a.txt")
    assert [(block.text, block.line, block.page) for block in source.blocks] == [
        ("One\ntwo", 1, 1),
        ("Three", 4, 1),
        ("", 5, 2),
        ("Four", 5, 2),
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n \n%PDF-1.4\n", Format.PDF),
        (b"PK\x03\x04 word/document.xml", Format.DOCX),
        (b'<?xml version="1.0"?>\n<akomaNtoso>', Format.XML),
        (b"\xef\xbb\xbf<akn:akomaNtoso>", Format.XML),
        ("<?xml version='1.0'?><a/>".encode("utf-16"), Format.XML),
        (b"<!DOCTYPE html>\n<title>", Format.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html><html>', Format.HTML),
        (b'<html xmlns:o="urn:schemas-microsoft-com:office:office">', Format.HTML),
        (b"  <!-- saved -->\n<p class=MsoNormal>", Format.HTML),
        (b"<!-- Page 1 -->\n# Resolution", Format.TEXT),
        (b"The General Assembly,", Format.TEXT),
    ],
)
def test_the_format_is_told_by_the_content(data, kind):
    assert format_of(data, "anything.txt") is kind


@pytest.mark.parametrize("mark", ["\u202e", "\u2066"], ids=["override", "isolate"])
def test_words_that_are_shown_in_another_order_are_named(mark):
    source = read(f"First\n\nRequests {mark}the Secretary-General".encode(), "a.txt")
    assert [(warning.code, warning.line) for warning in source.warnings] == [("turned_text", 3)]
    assert "“Requests the Secretary-General”" in source.warnings[0].message
