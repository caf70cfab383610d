"""Web pages to blocks: as the UN publishes them, and as Word saves a document for the web."""

import re

from lxml import etree

from resolutions.readers.blocks import Source, UnreadableSource
from resolutions.readers.html.charset import decode_page
from resolutions.readers.html.walk import Walk
from resolutions.readers.limits import check_count

MEDIA_TYPE = "text/html"
MOST_TAGS = 100_000
# On one tag; pages have ten at most. The parser compares each with all before it.
MOST_ATTRIBUTES = 1_000
ADVICE = "Save the page anew from the browser, or its text as plain text."
ATTRIBUTE = re.compile(r"""[\s"'/][\w:.-]+\s*=""")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(data: bytes, name: str) -> Source:
    """Read a web page.

    Raises:
        UnreadableSource: code "too_large", "too_deep" where elements stand in each other or go on
            without end, "damaged" where there is no element, or as `decode_page` says.
    """
    text, warnings = decode_page(data)
    check_count(text.count("<"), MOST_TAGS, "tags", name)
    for tag in text.split("<"):
        if len(tag) > MOST_ATTRIBUTES and tag[0].isalpha():
            attributes = len(ATTRIBUTE.findall(tag.partition(">")[0]))
            check_count(attributes, MOST_ATTRIBUTES, "attributes on one tag", name, ADVICE)
    blocks = Walk(_parsed(DECLARATION.sub("", text), name)).blocks()
    return Source(tuple(blocks), MEDIA_TYPE, warnings)


def _parsed(text: str, name: str) -> etree._Element:
    """Give the root of a page; the parser mends what is not well-formed and opens nothing."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root: etree._Element | None = etree.fromstring(text.encode(errors="replace"), parser)
    except etree.LxmlError as error:
        raise UnreadableSource("damaged", f"{name} is no readable HTML ({error}). Send it again.") from error
    if any(said.type_name == "ERR_RESOURCE_LIMIT" for said in parser.error_log):
        raise UnreadableSource(
            "too_deep",
            f"The elements of {name} stand in each other deeper than 256 levels, or hold more text in one "
            "piece than can be read. Save the text as a Word document or as plain text.",
        )
    if root is None:
        raise UnreadableSource("damaged", f"{name} is no readable HTML. Send it again.")
    return root
