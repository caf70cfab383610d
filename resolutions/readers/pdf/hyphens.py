"""Words parted at a line's end: whether the hyphen belongs to the word.

Reads the lines of a document; writes what joins two lines. The document itself is the witness: a word
that it prints whole elsewhere was only parted, one that it prints with its hyphen keeps it. Where it
says neither, most of the others decide; UN documents of today part no words.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from resolutions.readers.pdf.rows import Line

WORD = re.compile(r"[\w-]+")
PARTED = re.compile(r"([\w-]*\w)[-\u00ad]$")
GOES_ON = re.compile(r"\w+")
CLOSE = re.compile(r"\w[–—/]$")  # "2014–", "and/": nothing stands between it and the next line
SOFT = "\u00ad"
LONGEST_WORD = 60  # characters


class Hyphens:
    """What a document says about its hyphens."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.words = _words(lines)
        said = [self._said(*parts) for last, line in pairwise(lines) if (parts := _parts(last, line))]
        self.parts_words = said.count(True) > said.count(False)

    def joint(self, last: Line, line: Line) -> str | None:
        """Give what joins two lines, None where no hyphen or dash does; a hyphen too many is taken away."""
        parts = _parts(last, line)
        if parts is None:
            return "" if CLOSE.match(last.text[-2:]) else None
        said = self._said(*parts)
        if last.text.endswith(SOFT) or (self.parts_words if said is None else said):
            last.drop_last()
        return ""

    def _said(self, first: str, rest: str) -> bool | None:
        """Tell whether the document prints a word whole (True) or with its hyphen (False) elsewhere."""
        if not rest[:1].islower():
            return False
        with_hyphen, whole = f"{first}-{rest}".lower() in self.words, f"{first}{rest}".lower() in self.words
        return whole if with_hyphen != whole else None


def _parts(last: Line, line: Line) -> tuple[str, str] | None:
    """Give the two halves of a word that is parted between two lines."""
    if not last.text.endswith(("-", SOFT)):
        return None
    before = PARTED.search(last.text[-LONGEST_WORD:])
    after = GOES_ON.match(line.text)
    return (before[1], after[0]) if before and after else None


def _words(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(WORD.findall("\n".join(line.text for line in lines).lower()))
