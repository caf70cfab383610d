"""Files are kept byte for byte, once each."""

import hashlib

import pytest

from resolutions.models import SourceFile
from resolutions.readers import LARGEST_FILE, UnreadableSource, docx
from resolutions.sources import keep_source
from tests.resolutions.readers.docx.word import p, r, word

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [(b"", "empty", "Choose the file"), (b"x" * (LARGEST_FILE + 1), "too_large", "at most 20 MB")],
    ids=["empty", "too large"],
)
def test_a_file_that_cannot_be_kept_is_refused_with_what_to_do(data, code, says):
    with pytest.raises(UnreadableSource, match=says) as refusal:
        keep_source(data=data, name="a.md")
    assert refusal.value.code == code
    assert not SourceFile.objects.exists()


def test_a_file_is_kept_byte_for_byte_with_its_sum(clerk):
    data = b"\xef\xbb\xbf1.\r\nRequests\x00"
    kept = SourceFile.objects.get(pk=keep_source(data=data, name="a.md", by=clerk).pk)
    assert bytes(kept.content) == data
    assert (kept.sha256, kept.size, kept.uploaded_by) == (hashlib.sha256(data).hexdigest(), 16, clerk)


def test_the_same_bytes_are_kept_once_under_their_first_name():
    first = keep_source(data=b"words", name="first.md")
    assert keep_source(data=b"words", name="second.md") == first
    assert SourceFile.objects.get().name == "first.md"


@pytest.mark.parametrize(
    ("name", "kept"),
    [("", "unnamed"), ("a" * 300 + ".md", "a" * 252 + ".md")],
    ids=["nameless", "a long name keeps its end"],
)
def test_names_of_any_length_are_taken(name, kept):
    assert keep_source(data=b"words", name=name).name == kept


@pytest.mark.parametrize(
    ("data", "said", "kept"),
    [
        (b"Words", "application/pdf", "text/plain"),
        (b"# Words", "", "text/markdown"),
        (b"%PDF-1.7", "text/html", "application/pdf"),
        (b"<html><p>Words", "text/plain", "text/html"),
        (b"<akomaNtoso/>", "text/xml", "application/akn+xml"),
        (word(p(r("Words"))), "application/zip", docx.MEDIA_TYPE),
        (b"\x89PNG", "image/png", "image/png"),
        (b"\x89PNG", "image/png\r\nX-Evil: yes", "application/octet-stream"),
        (b"\x89PNG", "x" * 200, "application/octet-stream"),
    ],
)
def test_the_content_says_what_a_file_is_and_else_the_sender(data, said, kept):
    assert keep_source(data=data, name="file", media_type=said).media_type == kept
