"""Whether every word of a text ends in exactly one place of its reading, and none is invented.

Counts the words below the opening formula, without page furniture, and the words of what the parser made of
them: recitals, operative paragraphs with labels and headings, footnotes with their calls, annexes, adoption.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from resolutions.parsing import parse
from resolutions.parsing.calls import with_calls
from resolutions.parsing.document import Document
from resolutions.parsing.doubts import HEADING_OVER_RECITALS, NUMBER_READ
from resolutions.parsing.footnotes import lift_footnotes
from resolutions.parsing.formulas import is_formula, opens_adoption
from resolutions.parsing.furniture import is_furniture, is_rule, without_furniture
from resolutions.parsing.lines import Line, lines_of
from resolutions.parsing.marked_up import is_marked_up, split_marked_up
from resolutions.parsing.marks import CALL, CALL_END, without_marks
from resolutions.parsing.paragraphs import paragraphs_of
from resolutions.parsing.splitting import Piece, split
from resolutions.readers.blocks import BlockKind, Place, Source

HYPHEN = re.compile(r"-\s*")
CALLS = re.compile(f"{CALL}[^{CALL_END}]*{CALL_END}")
GLUED = re.compile(r"(?<=[a-z])\d{1,3}$")  # a call glued to a word: "child1"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Account:
    """The words of a text against those of its reading.

    Args:
        words: how many words the text has.
        lost: words of the text that the reading lacks.
        invented: words of the reading that the text lacks, or has less often.
    """

    words: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    @property
    def kept(self) -> float:
        """The share of the words that were kept, in per cent."""
        return 100 - 100 * self.lost.total() / self.words if self.words else 100.0


def account(source: Source) -> Account:
    """Compare the words of a source with those of the resolutions read from it."""
    documents = parse(source)
    pieces = _pieces(lines_of(source.blocks))
    whole, cut_off = pieces[: len(documents)], pieces[len(documents) :]
    printed = Counter(words_in("\n".join(_lines(piece)) for piece in whole))
    printed.update(words_in(_notes_taken(cut_off, documents)))
    kept = Counter(words_in(text for document in documents for text in _texts(document)))
    facts = Counter(words_in(text for piece in whole for text in _fixed(piece)))
    facts.update(words_in(_warned(documents)))
    return Account(printed.total(), printed - kept - facts, kept - printed)


def _pieces(lines: list[Line]) -> list[Piece]:
    return split_marked_up(lines) if is_marked_up(lines) else split(lines)


def _notes_taken(cut_off: Iterable[Piece], documents: Iterable[Document]) -> Iterator[str]:
    """Give the footnotes below a resolution that breaks off which those before it call."""
    taken = {note.text for document in documents for note in document.footnotes}
    for piece in cut_off:
        notes = lift_footnotes(without_furniture(piece.body)).notes
        yield from (note.text for note in notes if note.text in taken)


def words_in(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of texts; hyphens do not count, short figures (numbers, calls) and letters neither."""
    for text in texts:
        for word in WORD.findall(HYPHEN.sub("", text).casefold()):
            bare = GLUED.sub("", word)
            if len(bare) > 1 and not (bare.isdigit() and len(bare) < 4):
                yield bare


def _lines(piece: Piece) -> Iterator[str]:
    """Give the lines of a resolution that belong to its text and not to the page."""
    for line in piece.body:
        text = CALLS.sub("", line.text)
        if not (is_furniture(text) or is_rule(text) or line.kind is BlockKind.FURNITURE):
            yield without_marks(text)


def _fixed(piece: Piece) -> Iterator[str]:
    """Give the words that become no paragraph but a fact of the document: formulas of parts, the adoption."""
    if is_marked_up(piece.body):
        yield from _stated(piece)
        return
    for paragraph in paragraphs_of(lift_footnotes(without_furniture(piece.body)).lines):
        text = without_marks(with_calls(paragraph.text, frozenset(), slashed=False))
        if is_formula(text) or opens_adoption(text):
            yield text


def _stated(piece: Piece) -> Iterator[str]:
    """Give the same words of a source whose mark-up says what they are."""
    for line in piece.body:
        text = without_marks(line.text)
        if line.kind is not BlockKind.FOOTNOTE and (line.place is Place.CLOSING or is_formula(text)):
            yield text


def _warned(documents: Iterable[Document]) -> Iterator[str]:
    """Give what a reading keeps in a warning only: headings over recitals, numbers as they were spoiled."""
    for document in documents:
        for said in document.warnings:
            if said.code in (HEADING_OVER_RECITALS, NUMBER_READ):
                yield said.message[said.message.index("“") : said.message.rindex("”")]


def _texts(document: Document) -> Iterator[str]:
    for recital in document.preamble:
        yield recital.text
    heading: str | None = None
    for paragraph in document.operative:
        yield paragraph.text
        yield paragraph.tail or ""
        yield paragraph.label.rpartition("(")[2] if paragraph.parent else ""  # its own marker
        if paragraph.heading != heading:
            heading = paragraph.heading
            yield heading or ""
    for note in document.footnotes:
        yield note.text
    for annex in document.annexes:
        yield annex.title
        yield annex.text
