"""What kind of file some bytes are, by their content."""

import re

from resolutions.readers.blocks import UnreadableSource

# The first bytes of formats that people try to hand in (their published signatures).
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 text has zero bytes and still is text
# Control bytes that text files do hold: tab, line feed, vertical tab, form feed, carriage return, escape.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
READABLE = "Markdown (.md) and plain text (.txt) can be read."

# "# Title", "1. *Commends* …", "*Recalling* …", "**Annex**" at the start of a line.
MARKDOWN_LINE = re.compile(
    r"^(?:#{1,6} \S|(?:\d{1,3}[.)] )?(?:\*{1,3}|_{1,3})[A-Z][^*_\n]*(?:\*|_))", re.MULTILINE
)


def refuse_other_formats(data: bytes, name: str) -> None:
    """Refuse bytes that are no text.

    Raises:
        UnreadableSource: code "binary", naming the format that the bytes look like.
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource("binary", f"{name} looks like {kind}. {READABLE}")
    if data.startswith(WIDE_TEXT):
        return
    if found := CONTROL.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        raise UnreadableSource(
            "binary", f"{name} is no text: byte {found[0][0]:#04x} in line {line}. {READABLE}"
        )


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text uses Markdown's headings or emphases."""
    return text.startswith("---\n") or MARKDOWN_LINE.search(text) is not None
