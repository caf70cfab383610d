"""Word files (.docx) to blocks, with the numbers that Word prints and the file does not hold.

The XML is read directly: python-docx has no footnotes, no numbering and no tracked changes.
"""

from resolutions.readers.blocks import Source
from resolutions.readers.docx.body import Body
from resolutions.readers.docx.package import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, name: str) -> Source:
    """Read a Word file.

    Raises:
        UnreadableSource: code "damaged", "too_large" or "unsafe".
    """
    body = Body(Package(data, name))
    blocks = tuple(body.blocks())
    return Source(blocks, MEDIA_TYPE, tuple(body.warnings))
