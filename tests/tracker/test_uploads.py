"""A file that is too large is refused before it is read."""

import io

import pytest
from django.core.files.uploadedfile import UploadedFile

from resolutions import readers
from tracker import evidence, imports
from tracker.refusals import Refused
from tracker.uploads import read_upload


class Unreadable(io.BytesIO):
    """Bytes that must not be asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise AssertionError("The file was read.")


@pytest.mark.parametrize(
    ("check_size", "largest", "says"),
    [
        (imports.check_size, readers.LARGEST_FILE, "at most 20 MB are read"),
        (evidence.check_size, evidence.LARGEST_FILE, "at most 20 MB are kept"),
    ],
    ids=["a resolution", "evidence"],
)
def test_a_file_that_is_too_large_is_refused_unread(check_size, largest, says):
    with pytest.raises(Refused, match=says) as refusal:
        read_upload(UploadedFile(Unreadable(), "large.pdf", size=largest + 1), check_size)
    assert (refusal.value.field, refusal.value.code) == ("file", "too_large")


@pytest.mark.parametrize("check_size", [imports.check_size, evidence.check_size])
def test_a_file_of_the_largest_size_is_read(check_size):
    upload = UploadedFile(io.BytesIO(b"words"), "words.md", size=readers.LARGEST_FILE)
    assert read_upload(upload, check_size) == b"words"
