"""Bytes of a file in, blocks of text out: one module per format, told apart by content.

Markdown and plain text are read today. A reader of a further format is a module with a function
`read(text or bytes) -> Source` and a line in `read` below.
"""

from pathlib import PurePath

from resolutions.readers import markdown, plain
from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source, UnreadableSource
from resolutions.readers.encoding import decode
from resolutions.readers.sniffing import looks_like_markdown, refuse_other_formats

__all__ = ["Block", "BlockKind", "ReaderWarning", "Run", "Source", "UnreadableSource", "read"]

LARGEST_FILE = 20 * 1024 * 1024
MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown"}


def read(data: bytes, name: str) -> Source:
    """Read a file's content as blocks.

    Args:
        data: the whole content of the file.
        name: its name; a hint only, the content decides.

    Raises:
        UnreadableSource: with code "empty", "too_large" or "binary" and a message for a person.
    """
    if len(data) > LARGEST_FILE:
        size, most = len(data) / 1024 / 1024, LARGEST_FILE // 1024 // 1024
        raise UnreadableSource(
            "too_large",
            f"{name} has {size:.1f} MB; at most {most} MB can be read. Split it into its resolutions.",
        )
    refuse_other_formats(data, name)
    text, warnings = decode(data)
    if not text.strip():
        raise UnreadableSource("empty", f"{name} has no text in it. Check that the right file was given.")
    hinted = PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES
    if hinted or looks_like_markdown(text):
        return markdown.read(text, warnings)
    return plain.read(text, warnings)
