"""What every reader gives: the text of a file as blocks with the styles it carries.

A reader knows its format and nothing about resolutions; the parser knows resolutions and nothing
about formats. A block is what the format calls a paragraph (or a line, where it knows no better).
"""

from enum import StrEnum

from msgspec import Struct


class BlockKind(StrEnum):
    """What the format itself says a block is; the parser may still decide otherwise."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list item"
    FOOTNOTE = "footnote"
    TABLE_ROW = "table row"
    PAGE_BREAK = "page break"
    CONTINUATION = "continuation"  # goes on with the numbered paragraph above the list that ended
    FURNITURE = "furniture"  # page header, page number or watermark: kept so that no word of a file vanishes


class Place(StrEnum):
    """Where in a resolution a block stands, in formats whose mark-up says so."""

    HEAD = "head"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    CLOSING = "closing"
    ANNEX = "annex"


class Run(Struct, frozen=True):
    """A stretch of text in one style."""

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False


class Block(Struct, frozen=True):
    """One paragraph of the source.

    Args:
        runs: the text in order; joined they are the block's text, line breaks inside it as "\\n".
        kind: what the format says it is.
        marker: the number or bullet that the format keeps apart from the text ("3.", "(a)", "•").
        depth: list or heading depth where the format has one, else 0.
        page: page number from 1, None where the format has no pages.
        line: line of the source at which the block starts, from 1, None where there are no lines.
        place: the part of the resolution it belongs to, None where the format has no mark-up for that.
        anchor: the id that the mark-up gives the paragraph, recital or attachment it stands in.
    """

    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.TEXT
    marker: str = ""
    depth: int = 0
    page: int | None = None
    line: int | None = None
    place: Place | None = None
    anchor: str = ""

    @property
    def text(self) -> str:
        """The block's words without their styles."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)


class ReaderWarning(Struct, frozen=True):
    """Something a person should know about how the file was read."""

    code: str
    message: str
    line: int | None = None


class Stated(Struct, frozen=True):
    """Something a file states in the tracker's own mark-up: its name, its facts, and what belongs to it."""

    name: str
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple["Stated", ...] = ()


class Source(Struct, frozen=True):
    """A file as a reader leaves it.

    Args:
        blocks: in reading order.
        media_type: what the content turned out to be ("text/markdown", "text/plain").
        warnings: for instance that the encoding was guessed.
        fields: what the file says about itself apart from its text, as YAML front matter does:
            ("symbol", "A/RES/1/1").
        stated: the reading that an export of the tracker carries beside the text, None elsewhere.
    """

    blocks: tuple[Block, ...]
    media_type: str
    warnings: tuple[ReaderWarning, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    stated: Stated | None = None


class UnreadableSource(Exception):
    """The bytes cannot be read as a document.

    Args:
        code: a short machine-readable word: "empty", "binary", "too_large", "unknown_format" …
        message: what is wrong, where, and what to do about it, in a sentence for a person.
    """

    def __init__(self, code: str, message: str) -> None:
        """Keep the code beside the message."""
        super().__init__(message)
        self.code = code
        self.message = message
