"""Keep the files that come in: byte for byte, once each."""

import hashlib
import re

from django.contrib.auth.models import User

from resolutions.models import SourceFile
from resolutions.readers import LARGEST_FILE, UnreadableSource, media_type_of

MEDIA_TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,58}", re.ASCII)
UNKNOWN = "application/octet-stream"


def keep_source(*, data: bytes, name: str, media_type: str = "", by: User | None = None) -> SourceFile:
    """Store the bytes, or find them where the same bytes came in before.

    Args:
        data: the file's content.
        name: its name, as a person would recognise it.
        media_type: what the sender says it is; kept only where the content does not tell.
        by: who uploaded it, None for a command.

    Raises:
        UnreadableSource: the file is empty or larger than the readers take.
    """
    if not data:
        raise UnreadableSource(
            "empty", "The file is empty. Choose the file that holds the resolution's text."
        )
    check_size(len(data))
    source, _ = SourceFile.objects.get_or_create(
        sha256=hashlib.sha256(data).hexdigest(),
        defaults={
            "name": name[-255:] or "unnamed",
            "media_type": _media_type(data, name, media_type),
            "size": len(data),
            "content": data,
            "uploaded_by": by,
        },
    )
    return source


def check_size(size: int) -> None:
    """Check that a file of so many bytes is not too large to be read.

    Raises:
        UnreadableSource: it is larger than the readers take.
    """
    if size > LARGEST_FILE:
        raise UnreadableSource(
            "too_large",
            f"The file has {size / 2**20:.0f} MB; at most {LARGEST_FILE // 2**20} MB are read. "
            "Upload the resolution alone, without its annexed volumes.",
        )


def _media_type(data: bytes, name: str, said: str) -> str:
    """Give what the content is, else what the sender says where that is a media type at all."""
    try:
        return media_type_of(data, name)
    except UnreadableSource:
        return said if MEDIA_TYPE.fullmatch(said) else UNKNOWN
