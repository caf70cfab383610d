"""What kind of file some bytes are, by their content; a name can be wrong and often is."""

import codecs
import re
from enum import StrEnum

from resolutions.readers.blocks import UnreadableSource


class Format(StrEnum):
    """The formats that are told apart; text is Markdown or plain, which only its words tell."""

    PDF = "pdf"
    DOCX = "docx"
    XML = "xml"
    HTML = "html"
    TEXT = "text"


# The first bytes of formats that people try to hand in (their published signatures).
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Word document, or one locked with a password"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"MIME-Version:", "a single-file web page"),
)
# What a zip archive holds says what it is; the names of its parts stand in it uncompressed.
ZIP = b"PK\x03\x04"
ZIPPED = (
    (b"word/", Format.DOCX),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/epub+zip", "an e-book"),
)
PDF = b"%PDF-"
PDF_WITHIN = 1024  # bytes: readers of PDF look for its signature this far into a file
WIDE_TEXT = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # UTF-16 text has zero bytes and still is text
# Control bytes that text files do hold: tab, line feed, vertical tab, form feed, carriage return, escape.
CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
READABLE = (
    "Word (.docx), PDF, HTML, Akoma Ntoso XML, Markdown (.md) and plain text (.txt) can be read; "
    "save it as one of these."
)
HEAD = 4096  # bytes in which a mark-up language shows itself

HTML_OPENS = re.compile(
    r"(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b", re.I | re.S
)
XML_OPENS = re.compile(r"<\?xml\b|<!doctype\b|<(?:\w+:)?akomaNtoso\b", re.I)
XHTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)

# "# Title", "1. *Commends* …", "*Recalling* …", "**Annex**" at the start of a line.
MARKDOWN_LINE = re.compile(r"\n(?:#{1,6} \S|(?:\d{1,3}[.)] )?(?:\*{1,3}|_{1,3})[A-Z][^*_\n]*(?:\*|_))")


def format_of(data: bytes, name: str) -> Format:
    """Tell what format some bytes are in.

    Raises:
        UnreadableSource: code "binary", naming the format that the bytes look like.
    """
    if PDF in data[:PDF_WITHIN]:
        return Format.PDF
    if data.startswith(ZIP):
        return _zipped(data, name)
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource("binary", f"{name} looks like {kind}. {READABLE}")
    if not data.startswith(WIDE_TEXT):
        _refuse_control_bytes(data, name)
    return _written(_head(data))


def _zipped(data: bytes, name: str) -> Format:
    kind = next((kind for sign, kind in ZIPPED if sign in data), "a zip archive")
    if isinstance(kind, Format):
        return kind
    raise UnreadableSource("binary", f"{name} looks like {kind}. {READABLE}")


def _refuse_control_bytes(data: bytes, name: str) -> None:
    if len(data.translate(None, CONTROL)) < len(data):
        at = next(at for at, byte in enumerate(data) if byte in CONTROL)
        line = data.count(b"\n", 0, at) + 1
        raise UnreadableSource(
            "binary", f"{name} is no text: byte {data[at]:#04x} in line {line}. {READABLE}"
        )


def _head(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(WIDE_TEXT) else "latin-1"
    return data[:HEAD].removeprefix(codecs.BOM_UTF8).decode(encoding, errors="replace").lstrip()


def _written(head: str) -> Format:
    if HTML_OPENS.match(head):
        return Format.HTML
    if XML_OPENS.match(head):
        return Format.HTML if XHTML.search(head) else Format.XML
    return Format.TEXT


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text uses Markdown's headings or emphases."""
    if not ("#" in text or "*" in text or "_" in text):
        return text.startswith("---\n")
    return text.startswith("---\n") or MARKDOWN_LINE.search(f"\n{text}") is not None
