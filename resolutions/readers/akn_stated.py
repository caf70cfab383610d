"""The reading that an export of the tracker carries: elements of its own namespace beside the text.

Akoma Ntoso has no mark-up for operative verbs, addressees and due dates; it keeps a place for such things
(`<otherAnalysis>`). What stands there is read as it is; whether it fits the text is for the parser to say.
"""

from collections.abc import Sequence

from lxml import etree

from resolutions.readers.akn_text import local
from resolutions.readers.blocks import Stated

NAMESPACE = "urn:obligations-tracker:reading:1"
DOCUMENT = "document"


def stated_of(statements: Sequence[etree._Element]) -> Stated | None:
    """Give the reading that the only document of a file carries, None where there is none."""
    if len(statements) != 1:
        return None
    path = f"{{*}}meta/{{*}}analysis/{{*}}otherAnalysis/{{{NAMESPACE}}}{DOCUMENT}"
    found = statements[0].find(path)
    return _stated(found) if found is not None else None


def _stated(element: etree._Element) -> Stated:
    facts = tuple((str(name), str(value)) for name, value in element.attrib.items())
    parts = tuple(_stated(child) for child in element)
    return Stated(local(element), facts, parts)
