"""Operative paragraphs that run into the one before: "1. ENDORSES the plan; 2. URGES Member States: …".

Reads paragraphs; parts one before the number that comes next, where an operative verb follows it. The World
Health Assembly's records and copies out of web pages print them so.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from resolutions.parsing.leads import opens_operative
from resolutions.parsing.marks import without_marks
from resolutions.parsing.numbering import Style, following
from resolutions.parsing.paragraphs import Paragraph
from resolutions.parsing.slips import marker_of

BEFORE = (";", ".", "; and")


def parted(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Give the paragraphs, each numbered one in a line of its own."""
    for paragraph in paragraphs:
        text = paragraph.text
        while (at := _next_number(text)) is not None:
            yield replace(paragraph, text=text[:at].rstrip())
            text = text[at:]
        yield replace(paragraph, text=text) if text is not paragraph.text else paragraph


def _next_number(text: str) -> int | None:
    """Give the place of the number that follows the text's own; None where it has none or runs no further."""
    if not text[:1].isdigit():
        return None
    marker, _ = marker_of(text)
    if marker is None or marker.style is not Style.NUMBER:
        return None
    number = f" {following(marker.value)}. "
    at = text.find(number)
    if at < 0 or not without_marks(text[:at]).endswith(BEFORE):
        return None
    return at + 1 if opens_operative(without_marks(text[at + len(number) :])) else None
