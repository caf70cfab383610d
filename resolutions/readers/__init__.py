"""Bytes of a file in, blocks of text out: one module per format, told apart by content.

A reader is a module with a function `read(data, name) -> Source`, and a line in `READERS`.
"""

from collections.abc import Callable
from pathlib import PurePath

from resolutions.readers import akn, docx, html, markdown, pdf, plain
from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source, UnreadableSource
from resolutions.readers.encoding import decode
from resolutions.readers.limits import LARGEST_FILE, check_length, check_size, check_text
from resolutions.readers.sniffing import Format, format_of, looks_like_markdown

__all__ = [
    "LARGEST_FILE",
    "Block",
    "BlockKind",
    "ReaderWarning",
    "Run",
    "Source",
    "UnreadableSource",
    "read",
]

MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown"}


def read(data: bytes, name: str) -> Source:
    """Read a file's content as blocks.

    Args:
        data: the whole content of the file.
        name: its name; a hint only, the content decides.

    Raises:
        UnreadableSource: with a code ("empty", "too_large", "binary", "damaged" …) and a message for a
            person.
    """
    check_size(data, name)
    kind = format_of(data, name)
    if kind not in READERS:
        raise UnreadableSource("binary", f"{name} looks like {kind.upper()}, which is not read.")
    return check_text(READERS[kind](data, name), name)


def _read_text(data: bytes, name: str) -> Source:
    """Read Markdown or plain text, which only the words tell apart."""
    text, warnings = decode(data)
    check_length(text, name)
    hinted = PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES
    if hinted or looks_like_markdown(text):
        return markdown.read(text, warnings)
    return plain.read(text, warnings)


READERS: dict[Format, Callable[[bytes, str], Source]] = {
    Format.DOCX: docx.read,
    Format.HTML: html.read,
    Format.PDF: pdf.read,
    Format.TEXT: _read_text,
    Format.XML: akn.read,
}
