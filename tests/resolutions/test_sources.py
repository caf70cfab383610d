"""Files are kept byte for byte, once each."""

import hashlib

import pytest

from resolutions.models import SourceFile
from resolutions.readers import LARGEST_FILE, UnreadableSource
from resolutions.sources import keep_source

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
    ("name", "media_type", "kept"),
    [
        ("", "", ("unnamed", "application/octet-stream")),
        ("a" * 300 + ".md", "text/markdown", ("a" * 252 + ".md", "text/markdown")),
        ("a.md", "x" * 200, ("a.md", "x" * 100)),
    ],
    ids=["nameless", "a long name keeps its end", "a long media type"],
)
def test_names_of_any_length_are_taken(name, media_type, kept):
    source = keep_source(data=b"words", name=name, media_type=media_type)
    assert (source.name, source.media_type) == kept
