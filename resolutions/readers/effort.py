"""How long reading a file may take, by what it consists of; only what is made to do harm takes longer."""

from resolutions.readers.pdf.pdfium import count_pages
from resolutions.readers.pdf.stacked import check_stacked
from resolutions.readers.sniffing import Format, format_of

LEAST = 2.0  # seconds of CPU; a resolution takes a tenth
PAGES_A_SECOND = 25  # a page of print takes 10 milliseconds, of pictures somewhat more
TAGS_A_SECOND = 50_000


def seconds_for(data: bytes, name: str) -> float | None:
    """Give the seconds of CPU that a PDF or web page may take; None for the formats without dark corners.

    Their parsers are libraries that a small file can keep busy for minutes, with fonts or attributes by the
    thousand. What the other formats may hold is limited part by part.

    Raises:
        UnreadableSource: no reader takes the file.
    """
    kind = format_of(data, name)
    if kind is Format.PDF:
        check_stacked(data, name)
        return LEAST + count_pages(data) / PAGES_A_SECOND
    return LEAST + data.count(b"<") / TAGS_A_SECOND if kind is Format.HTML else None
