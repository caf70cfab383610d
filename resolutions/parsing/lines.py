"""First stage of cleaning: blocks become lines with one set of characters.

Reads the blocks of a source; writes lines in reading order, each knowing whether a block begins with it.
The number or bullet that a format keeps apart is put back in front of its text, so that one rule for
numbers serves all formats.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resolutions.parsing.marks import called_label, marked
from resolutions.readers.blocks import Block, BlockKind, Place

# Spaces that only typesetters tell apart, hyphens that must not break, characters without width.
CHARACTERS = {
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "
    ),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000\t\x0b"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\x1b"), None),
    **dict.fromkeys(  # what turns the direction of writing
        map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), None
    ),
    **dict.fromkeys(map(ord, "\u0085\u2028\u2029"), "\n"),
    0xF0B7: "•",
}
SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, CHARACTERS)))}]")
SPACES = re.compile(r" {2,}")
BULLETS = {"-": "•", "*": "•", "+": "•"}


class Line(NamedTuple):
    """A line of the source, marks inside.

    Args:
        text: without space at its ends.
        opens: a block of the source begins with this line.
        kind: what the format says about the block.
        number: line of the source file where known.
        torn: footnotes or page furniture stood between this line and the one before.
        place: the part of the resolution it belongs to, where the format's mark-up says so.
    """

    text: str
    opens: bool = True
    kind: BlockKind = BlockKind.TEXT
    number: int | None = None
    torn: bool = False
    place: Place | None = None


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    """Give the lines of a source; a page break tears the line that follows it."""
    found: list[Line] = []
    torn = False
    for block in blocks:
        if block.kind in (BlockKind.PAGE_BREAK, BlockKind.FURNITURE):
            torn = torn or block.kind is BlockKind.PAGE_BREAK
            continue
        for line in _lines(block):
            found.append(line._replace(torn=True) if torn else line)
            torn = False
    return found


def _lines(block: Block) -> Iterator[Line]:
    text = cleaned(marked(block.runs))
    kind = block.kind
    if block.marker and kind is not BlockKind.FOOTNOTE:
        text = f"{BULLETS.get(block.marker, block.marker)} {text}"
    elif block.place is None and called_label(text) is not None:
        kind = BlockKind.FOOTNOTE
    opens = True
    for nth, piece in enumerate(text.split("\n")):
        if stripped := _single_spaced(piece):
            number = block.line + nth if block.line is not None else None
            label = block.marker if opens and kind is BlockKind.FOOTNOTE else ""
            yield Line(f"{label} {stripped}" if label else stripped, opens, kind, number, place=block.place)
            opens = False


def cleaned(text: str) -> str:
    """Put one set of characters in place of all; the quick way for ASCII, which most texts are."""
    if text.isascii():
        return text.replace("\t", " ").replace("\x0b", " ").replace("\x1b", "")
    return text.translate(CHARACTERS) if SPECIAL.search(text) else text


def _single_spaced(line: str) -> str:
    return (SPACES.sub(" ", line) if "  " in line else line).strip()
