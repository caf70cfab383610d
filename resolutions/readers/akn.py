"""Akoma Ntoso, as the United Nations writes it (AKN4UN), to blocks.

The mark-up says what other formats make us guess: which words are the head, a recital, an operative
paragraph, the adoption line or an annex, what its number is, and where a footnote is called. The structure is
that of the AKN4UN guidelines (part 2): coverPage and preface, preamble with formula and containers, mainBody
with paragraphs and lists, conclusions, attachments. Elements it does not name are read for their words.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from resolutions.readers.akn_fields import fields_of, statements_of
from resolutions.readers.akn_stated import stated_of
from resolutions.readers.akn_text import Note, as_note, line_of, local, read_runs
from resolutions.readers.blocks import Block, BlockKind, Place, ReaderWarning, Source, UnreadableSource
from resolutions.readers.safe_xml import parse_xml

# Thirty times what the longest resolution has; each costs time, however few words it holds.
MOST_ELEMENTS = 100_000
MEDIA_TYPE = "application/akn+xml"
PLACES = {
    "coverPage": Place.HEAD,
    "preface": Place.HEAD,
    "preamble": Place.PREAMBLE,
    "recitals": Place.PREAMBLE,
    "mainBody": Place.OPERATIVE,
    "body": Place.OPERATIVE,
    "conclusions": Place.CLOSING,
    "attachments": Place.ANNEX,
    "components": Place.ANNEX,
}
UNREAD = {"meta", "img", "docketNumber"}
TEXTS = {"p", "listIntroduction", "listWrapUp", "longTitle"}
HEADINGS = {"heading", "subheading", "crossHeading", "block"}  # blocks stand between recitals
NUMBERED = {"paragraph", "point", "item", "indent", "alinea", "recital", "blockContainer"}
SECTIONS = {"section", "part", "chapter", "title", "division", "article", "hcontainer"}
ANCHORS = NUMBERED | {"container"}
LISTS = {"list", "sublist", "blockList", "ol", "ul"}
# "1 -" in Arabic files, "1.–"; the stop a number has in print everywhere else.
NUMBER = re.compile(r"(\d{1,3})(?: ?[-–—.．])+")
LATIN_LETTER = re.compile(r"([a-z]{1,2})\)")  # "a)" in Spanish, French and Russian files
# The letters that number lists in Arabic, in their order; the paragraph is the same in all languages.
ARABIC = "أبجدهوزحطيكلمنسعفصقرشت"
ARABIC_LETTER = re.compile(rf"\(([{ARABIC}])\)")


def read(data: bytes, name: str) -> Source:
    """Read an Akoma Ntoso file.

    Raises:
        UnreadableSource: code "damaged" or "unsafe" as `parse_xml` says, "unknown_format" for other XML,
            "empty" where no document is in it, "too_large" for more than 100,000 elements.
    """
    root, warnings = parse_xml(data, name)
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        raise UnreadableSource(
            "too_large",
            f"{name} has more than {MOST_ELEMENTS:,} elements; no resolution does. "
            "Split it into its resolutions.",
        )
    if local(root) != "akomaNtoso":
        raise UnreadableSource(
            "unknown_format", f"{name} is XML, but not Akoma Ntoso: its first element is <{local(root)}>."
        )
    statements = statements_of(root)
    if not statements:
        raise UnreadableSource("empty", f"{name} is Akoma Ntoso with no document in it. Export it again.")
    blocks = [block for statement in statements for block in _read_statement(statement)]
    warnings = (*warnings, *_emptied(blocks, name))
    return Source(tuple(blocks), MEDIA_TYPE, warnings, fields_of(statements), stated_of(statements))


def _read_statement(statement: etree._Element) -> Iterator[Block]:
    walk = _Walk()
    yield from walk.blocks(statement)
    yield from walk.notes_of(statement)


def _emptied(blocks: list[Block], name: str) -> Iterator[ReaderWarning]:
    if not any(block.place is Place.OPERATIVE for block in blocks):
        yield ReaderWarning("no_main_body", f"{name} has no main body with paragraphs in it.")


class _Walk:
    """One pass over the elements of a statement; knows the place, the depth and the number it carries."""

    def __init__(self) -> None:
        self.place = Place.HEAD
        self.depth = 0
        self.marker = ""
        self.waiting = ""  # the number of a paragraph that begins with its first item: "6." of "6. (a) …"
        self.anchor = ""
        self.continues = False

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        """Give the blocks of an element and of everything in it, in reading order."""
        name = local(element)
        if name in UNREAD:
            return
        if name in TEXTS or name in HEADINGS or name == "tr":
            yield from self._text(element)
        elif name == "num":
            self.marker, self.waiting = f"{self.waiting} {_marker(element)}".strip(), ""
        elif name in NUMBERED:
            yield from self._numbered(element)
        elif name in SECTIONS:
            yield from self._section(element)
        else:
            yield from self._children(element)

    def _children(self, element: etree._Element) -> Iterator[Block]:
        """Walk through what is in an element; a part of the document lends it its place."""
        place, depth, anchor, continues = self.place, self.depth, self.anchor, self.continues
        if self.place is not Place.ANNEX:
            self.place = PLACES.get(local(element), self.place)
        self.depth += local(element) in LISTS
        self.continues = continues or local(element) == "wrapUp"
        if local(element) == "attachment" or (local(element) in ANCHORS and self.place is not Place.ANNEX):
            self.anchor = element.get("eId", "")
        if any((child.tail or "").strip() for child in element) or _bare(element):
            yield from self._text(element)
        else:
            for child in element:
                yield from self.blocks(child)
        self.place, self.depth, self.anchor, self.continues = place, depth, anchor, continues

    def notes_of(self, statement: etree._Element) -> Iterator[Block]:
        """Give the notes that are kept apart from the text because nothing in it calls them."""
        self.place = Place.CLOSING
        for note in statement.iterfind("{*}meta/{*}notes/{*}note"):
            yield self._footnote(note)

    def _numbered(self, element: etree._Element) -> Iterator[Block]:
        """A paragraph or list item: its number goes to the first text in it."""
        self.waiting, self.marker = self.marker, ""
        yield from self._children(element)
        self.waiting = self.marker = ""

    def _section(self, element: etree._Element) -> Iterator[Block]:
        """A section's number and heading are headings; what follows is read as elsewhere."""
        for child in element:
            if local(child) == "num":
                yield from self._text(child, heading=True)
            else:
                yield from self.blocks(child)

    def _text(self, element: etree._Element, *, heading: bool = False) -> Iterator[Block]:
        runs, notes = read_runs(element)
        if any(run.text.strip() for run in runs):
            kind, marker = self._kind(element, heading), self.marker or self.waiting
            self.marker = self.waiting = ""
            line = line_of(element)
            yield Block(runs, kind, marker, self.depth, line=line, place=self.place, anchor=self.anchor)
        for note in notes:
            yield self._footnote(note)

    def _kind(self, element: etree._Element, heading: bool) -> BlockKind:
        if heading or local(element) in HEADINGS:
            return BlockKind.HEADING
        if local(element) == "tr":
            return BlockKind.TABLE_ROW
        if self.continues:
            return BlockKind.CONTINUATION
        return BlockKind.LIST_ITEM if self.depth and self.marker else BlockKind.TEXT

    def _footnote(self, note: Note) -> Block:
        label, runs = as_note(note)
        anchor = note.get("eId", "")
        return Block(runs, BlockKind.FOOTNOTE, label, line=line_of(note), place=self.place, anchor=anchor)


def _bare(element: etree._Element) -> bool:
    """Tell whether an element holds words of its own, outside any element."""
    return bool((element.text or "").strip())


def _marker(element: etree._Element) -> str:
    """Give a number as it is printed in English texts: "1.", "(a)", "•"."""
    text = " ".join("".join(map(str, element.itertext())).split())
    if number := NUMBER.fullmatch(text):
        return f"{number[1]}."
    if letter := LATIN_LETTER.fullmatch(text):
        return f"({letter[1]})"
    if letter := ARABIC_LETTER.fullmatch(text):
        return f"({chr(ord('a') + ARABIC.index(letter[1]))})"
    return text
