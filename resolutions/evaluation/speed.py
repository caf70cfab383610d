"""How fast the parser is: CPU time for each thousand characters of text, and for each page of a PDF."""

import resource
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from resolutions.parsing import parse
from resolutions.readers import UnreadableSource, read

MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024  # the unit of ru_maxrss differs


@dataclass(slots=True)
class Speed:
    """What reading some files took.

    Args:
        documents: how many could be read.
        seconds: CPU time for reading and parsing the files that are no PDF.
        characters: of those files, mark-up included.
        paged: CPU time for reading and parsing the PDF files.
        pages: of the PDF files.
        plain: CPU seconds for pypdfium2's plain text extraction of the same PDF files.
    """

    documents: int = 0
    seconds: float = 0.0
    characters: int = 0
    paged: float = 0.0
    pages: int = 0
    plain: float = 0.0


def measure(files: Iterable[Path]) -> Speed:
    """Read and parse files one after the other; those that cannot be read are left out."""
    speed = Speed()
    for path in files:
        data = path.read_bytes()
        start = time.process_time()
        try:
            parse(read(data, path.name))
        except UnreadableSource:
            continue
        seconds = time.process_time() - start
        speed.documents += 1
        if data.startswith(b"%PDF-"):
            pages, plain = _plain_extraction(data)
            speed.paged += seconds
            speed.pages += pages
            speed.plain += plain
        else:
            speed.seconds += seconds
            speed.characters += len(data.decode("utf-8", errors="replace"))
    return speed


def peak_memory() -> float:
    """Give the most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def _plain_extraction(data: bytes) -> tuple[int, float]:
    """Give the pages of a PDF and the CPU seconds that extracting its bare text takes."""
    start = time.process_time()
    document = pdfium.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    pages = len(document)
    document.close()
    return pages, time.process_time() - start
