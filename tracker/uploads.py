"""Uploaded files: one that is too large is refused by its size, before its bytes fill the memory."""

from collections.abc import Callable

from django.core.files.uploadedfile import UploadedFile


def read_upload(upload: "UploadedFile[bytes]", check_size: Callable[[int], None]) -> bytes:
    """Return the bytes of an uploaded file that is not too large.

    Args:
        upload: the file as the request brought it.
        check_size: the door's own check, which is given the size in bytes.

    Raises:
        Refused: the file is too large, in the words of the door that would have taken it.
    """
    check_size(upload.size or 0)
    content: bytes = upload.read()
    return content
