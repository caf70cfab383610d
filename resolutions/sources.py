"""Keep the files that come in: byte for byte, once each."""

import hashlib

from django.contrib.auth.models import User

from resolutions.models import SourceFile
from resolutions.readers import LARGEST_FILE
from resolutions.readers.blocks import UnreadableSource


def keep_source(*, data: bytes, name: str, media_type: str = "", by: User | None = None) -> SourceFile:
    """Store the bytes, or find them where the same bytes came in before.

    Args:
        data: the file's content.
        name: its name, as a person would recognise it.
        media_type: what the sender says it is; the reader finds out by itself.
        by: who uploaded it, None for a command.

    Raises:
        UnreadableSource: the file is empty or larger than the readers take.
    """
    if not data:
        raise UnreadableSource(
            "empty", "The file is empty. Choose the file that holds the resolution's text."
        )
    if len(data) > LARGEST_FILE:
        raise UnreadableSource(
            "too_large",
            f"The file has {len(data) / 2**20:.0f} MB; at most {LARGEST_FILE // 2**20} MB are read. "
            "Upload the resolution alone, without its annexed volumes.",
        )
    source, _ = SourceFile.objects.get_or_create(
        sha256=hashlib.sha256(data).hexdigest(),
        defaults={
            "name": name[-255:] or "unnamed",
            "media_type": media_type[:100] or "application/octet-stream",
            "size": len(data),
            "content": data,
            "uploaded_by": by,
        },
    )
    return source
