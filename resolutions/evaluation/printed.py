"""The letters of a file, taken out of it as plainly as can be: what a reader must not lose or invent.

Nothing here knows paragraphs or notes: pypdfium2's plain text of a PDF, every `w:t` of a Word file, every
text of an XML file or web page outside its metadata.
"""

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

import pypdfium2 as pdfium
from lxml import etree, html

from resolutions.readers import Source
from resolutions.readers.docx.names import W

# What is in a file and on no page of it.
UNPRINTED = {
    "application/akn+xml": ("meta", "docketNumber"),
    "text/html": ("head", "script", "style", "template", "noscript", "nav", "aside", "button", "del"),
}
DELETED = {f"{W}del", f"{W}moveFrom"}
WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def letters_amiss(data: bytes, source: Source) -> tuple[Counter[str], Counter[str]]:
    """Give the letters that a reader lost of a file, and those it invented.

    Letters and not words, since plain extraction parts words where the type changes. The letters of a list's
    items count neither way: some formats print them, with others the reader counts the items itself.
    """
    text = printed_text(data, source)
    if not text:
        return Counter(), Counter()
    printed = _letters(text)
    read = _letters("".join(block.text for block in source.blocks))
    markers = _letters("".join(block.marker for block in source.blocks))
    return printed - read - markers, read - printed


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text.casefold() if letter.isalpha())


def printed_text(data: bytes, source: Source) -> str:
    """Give the text of a file as its format holds it; "" for formats that are text already."""
    taken = TAKERS.get(source.media_type)
    return " ".join(taken(data)) if taken else ""


def _pdf(data: bytes) -> Iterator[str]:
    document = pdfium.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_range()
    document.close()


def _word(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in WORD_PARTS:
            if part in archive.namelist():
                root = etree.fromstring(archive.read(part))
                for paragraph in root.iter(f"{W}p"):
                    yield "".join(_kept(paragraph))


def _kept(element: etree._Element) -> Iterator[str]:
    """Give the text of a Word paragraph without what tracked changes took away or nested paragraphs say."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif child.tag not in DELETED and child.tag != f"{W}p":
            yield from _kept(child)


def _akn(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False))
    return _texts(root, UNPRINTED["application/akn+xml"])


def _html(data: bytes) -> Iterator[str]:
    page = html.document_fromstring(data)
    for frame in page.iter("header", "footer"):
        if next(frame.iterancestors("article", "main"), None) is None:
            frame.clear(keep_tail=True)  # type: ignore[call-arg] # the stubs do not know it
    return _texts(page, UNPRINTED["text/html"])


def _texts(element: etree._Element, unprinted: tuple[str, ...]) -> Iterator[str]:
    """Give the texts of an element and all in it, but for those of elements that are never shown."""
    if isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in unprinted:
        yield element.text or ""
        for child in element:
            yield from _texts(child, unprinted)
            yield child.tail or ""


TAKERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _word,
    "application/akn+xml": _akn,
    "text/html": _html,
}
