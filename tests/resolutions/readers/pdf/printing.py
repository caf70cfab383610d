"""Prints PDFs for the tests, in the ways UN documents are printed; all words are made up.

The texts speak of lamps and lighthouses, which no resolution does.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from resolutions.readers import Block, BlockKind

UPRIGHT, ITALIC, BOLD = "Times-Roman", "Times-Italic", "Times-Bold"
HEIGHT, WIDTH = 792, 612
LEFT, INDENT, RIGHT = 123.0, 147.0, 488.0
SIZE, LEADING, GAP = 10.0, 12.0, 6.0


@dataclass
class Print:
    """A PDF on its way: `at` walks down the page."""

    encrypt: StandardEncryption | None = None
    pages: int = 0
    at: float = 0.0
    drawn: list[str] = field(default_factory=list)
    file: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self):
        self.canvas = Canvas(self.file, pagesize=(WIDTH, HEIGHT), encrypt=self.encrypt)
        self.new_page()

    def new_page(self):
        """Turn the page."""
        if self.pages:
            self.canvas.showPage()
        self.pages += 1
        self.at = 710.0

    def words(self, x, y, *pieces, size=SIZE):
        """Set pieces one after the other: a text, or (font, text), or (font, text, size, rise)."""
        for piece in pieces:
            font, text, own, rise = (*((UPRIGHT, piece) if isinstance(piece, str) else piece), size, 0)[:4]
            self.canvas.setFont(font, own)
            self.canvas.drawString(x, y + rise, text)
            self.drawn.append(text)
            x += self.canvas.stringWidth(text, font, own)

    def line(self, *pieces, x=LEFT, size=SIZE, leading=LEADING):
        """Set a line and go on to the next."""
        self.words(x, self.at, *pieces, size=size)
        self.at -= leading

    def paragraph(self, *lines, indent=INDENT):
        """Set a paragraph, its first line indented; each line is a tuple of pieces or one text."""
        for nth, line in enumerate(lines):
            pieces = (line,) if isinstance(line, str) else line
            self.line(*pieces, x=LEFT if nth else indent)
        self.at -= GAP

    def page_marks(self, title, symbol, job="26-01234"):
        """Set the header (on the first page none) and the footer, as the General Assembly has them."""
        if self.pages > 1:
            self.words(60, 733, (BOLD, symbol), size=8.5)
            width = self.canvas.stringWidth(title, BOLD, 8.5)
            self.words(552 - width, 733, (BOLD, title), size=8.5)
        self.words(60, 37, (BOLD, f"{self.pages}/9"), size=8.5)
        self.words(520, 38, job, size=7)

    def notes(self, *notes, from_y=120.0):
        """Set the rule and the notes under it: (label, line, line …); "" for one that goes on."""
        self.words(99, from_y, (BOLD, "_" * 18), size=8)
        y = from_y - 14
        for label, *lines in notes:
            for nth, line in enumerate(lines):
                if label and not nth:
                    self.words(117, y + 3, label, size=5.5)
                self.words(LEFT, y, line, size=8.5)
                y -= 10.5

    def data(self) -> bytes:
        """Give the finished file."""
        self.canvas.save()
        return self.file.getvalue()


def filled(text: str, width: float = RIGHT - LEFT) -> str:
    """Give a text that fills a line of the body, by repeating its words."""
    canvas = Canvas(io.BytesIO())
    words, line = text.split(), ""
    nth = 0
    while canvas.stringWidth(f"{line} {words[nth % len(words)]}", UPRIGHT, SIZE) < width:
        line = f"{line} {words[nth % len(words)]}".strip()
        nth += 1
    return line


def texts(blocks: Iterable[Block], kind: BlockKind) -> list[str]:
    """Give the texts of the blocks of a kind."""
    return [block.text for block in blocks if block.kind is kind]
