"""Bytes of a file in, blocks of text out: one module per format, told apart by content.

A reader is a module with a function `read(data, name) -> Source`, and a line in `READERS`.
"""

import re
from collections.abc import Callable

from resolutions.readers import akn, docx, html, markdown, pdf, plain
from resolutions.readers.blocks import Block, BlockKind, ReaderWarning, Run, Source, UnreadableSource
from resolutions.readers.encoding import decode
from resolutions.readers.limits import (
    LARGEST_FILE,
    MOST_PARAGRAPHS,
    check_count,
    check_length,
    check_size,
    check_text,
)
from resolutions.readers.sniffing import Format, format_of, looks_like_markdown

__all__ = [
    "FORMATS",
    "LARGEST_FILE",
    "SUFFIXES",
    "Block",
    "BlockKind",
    "ReaderWarning",
    "Run",
    "Source",
    "UnreadableSource",
    "media_type_of",
    "read",
]

# What people may choose from; the content decides all the same.
SUFFIXES = (".docx", ".pdf", ".html", ".htm", ".xml", ".md", ".markdown", ".txt")
FORMATS = "Word (.docx), PDF, HTML, Akoma Ntoso XML, Markdown or plain text"
NUMBERED_LINE = re.compile(r"\n *\(?\w{1,3}[.)] ")  # "12. ", "(a) ": each may open a paragraph
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown")


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
    reader = READERS[format_of(data, name)]
    return check_text(reader(data, name), name)


def media_type_of(data: bytes, name: str) -> str:
    """Tell the media type of a file by its content, without reading it.

    Raises:
        UnreadableSource: no reader takes it.
    """
    kind = format_of(data, name)
    if kind is Format.TEXT:
        return "text/markdown" if _is_markdown(decode(data)[0], name) else "text/plain"
    return MEDIA_TYPES[kind]


def _read_text(data: bytes, name: str) -> Source:
    """Read Markdown or plain text, which only the words tell apart."""
    text, warnings = decode(data)
    check_length(text, name)
    check_count(len(NUMBERED_LINE.findall(text)), MOST_PARAGRAPHS, "numbered lines", name)
    return markdown.read(text, name, warnings) if _is_markdown(text, name) else plain.read(text, warnings)


def _is_markdown(text: str, name: str) -> bool:
    return name.lower().endswith(MARKDOWN_SUFFIXES) or looks_like_markdown(text)


READERS: dict[Format, Callable[[bytes, str], Source]] = {
    Format.DOCX: docx.read,
    Format.HTML: html.read,
    Format.PDF: pdf.read,
    Format.TEXT: _read_text,
    Format.XML: akn.read,
}
MEDIA_TYPES = {
    Format.DOCX: docx.MEDIA_TYPE,
    Format.HTML: html.MEDIA_TYPE,
    Format.PDF: pdf.MEDIA_TYPE,
    Format.XML: akn.MEDIA_TYPE,
}
