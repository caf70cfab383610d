"""A document as it is printed, line by line: what Markdown and Word files are written from.

The order is that of the Editorial Manual: title, enacting formula, recitals, operative paragraphs under their
headings, meeting and date, annexes. Numbers are text, as printed; a format only sets them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from resolutions.parsing.days import printed
from resolutions.parsing.document import Document, FootnoteCall, OperativeParagraph
from resolutions.parsing.formulas import enacting_words, is_annex_heading
from resolutions.parsing.ordinals import ordinal_word
from resolutions.parsing.speaking import opens_speech
from resolutions.parsing.speeches import DECISION, STATEMENT


class Kind(Enum):
    """What a printed line is."""

    HEAD = auto()
    TITLE = auto()
    FORMULA = auto()
    RECITAL = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    TAIL = auto()
    CLOSING = auto()
    ANNEX = auto()


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the printed document.

    Args:
        kind: what it is.
        text: the words; line breaks only in the closing.
        number: the number in front, as printed.
        depth: how deep in a list it stands, 0 for paragraphs themselves.
        italic: how many characters at the beginning are set in italics.
        calls: the footnotes called in the words.
    """

    kind: Kind
    text: str
    number: str = ""
    depth: int = 0
    italic: int = 0
    calls: tuple[FootnoteCall, ...] = ()


def layout(document: Document) -> Iterator[Printed]:
    """Give the printed lines of a document, without its footnotes."""
    yield from (Printed(Kind.HEAD, line) for line in _head(document) if line)
    if document.title:
        yield Printed(Kind.TITLE, document.title)
    formula = enacting_words(document.organ, document.language)
    if formula and not _names_its_body(document):
        yield Printed(Kind.FORMULA, formula, italic=len(formula) - 1)
    for recital in document.preamble:
        phrase = len(recital.phrase) if recital.text.startswith(recital.phrase) else 0
        yield Printed(Kind.RECITAL, recital.text, italic=phrase, calls=recital.calls)
    yield from _operative(document)
    yield from _closing(document)
    for annex in document.annexes:
        yield from (Printed(Kind.HEADING, line) for line in _annex_title(annex.title))
        for words in annex.text.split("\n\n") if annex.text else ():
            yield Printed(Kind.ANNEX, words)


def _names_its_body(document: Document) -> bool:
    """Tell whether the sentences say who speaks, as in statements and decisions: no formula then."""
    first = document.operative[0].text if document.operative and not document.preamble else ""
    return document.kind in (DECISION, STATEMENT) and opens_speech(first)


def _head(document: Document) -> Iterator[str]:
    yield document.symbol or ""
    yield _session(document.session or "")
    yield f"Agenda item {document.agenda_item}" if document.agenda_item else ""
    yield f"[{document.proponent}]" if document.proponent else ""


def _session(label: str) -> str:
    """Give a session as the cover prints it: "Seventy-ninth session", "2004 session"."""
    word = ordinal_word(int(label)) if label.isdecimal() else None
    return f"{(word or label).capitalize()} session" if label else ""


def printed_number(paragraph: OperativeParagraph) -> str:
    """Give the number as it is printed: "3." of "3", "(a)" of "3(a)", "2.1" of "2.1" and "u1(1.1)"."""
    if paragraph.parent is None:
        return "" if paragraph.label.startswith("u") else f"{paragraph.label}."
    last = paragraph.label[max(paragraph.label.rfind("("), 0) :]
    if "." in last:
        return last.strip("()")
    return "•" if last.startswith("(•") else last


def printed_day(document: Document) -> str:
    """Give the day of adoption as the text's language prints it: "21 July 2004"."""
    return printed(document.adopted_on, document.language) if document.adopted_on else ""


def printed_vote(document: Document) -> str:
    """Give how it was adopted as a sentence: "by 9 votes to none" follows the meeting, as in older texts."""
    vote = document.vote or ""
    if not vote.startswith("by "):
        return vote
    at = f" at the {document.meeting} " if document.meeting else ""
    on = f" on {printed_day(document)} " if document.adopted_on and not at else ""
    return f"Adopted{at or on or ', '}{vote}"


def _operative(document: Document) -> Iterator[Printed]:
    heading, part, tails, held = None, None, _Tails(document), ""
    for paragraph in document.operative:
        yield from tails.before(paragraph)
        if paragraph.heading and paragraph.heading != heading:
            yield from _headings(paragraph, begins=paragraph.part != part)
        heading, part = paragraph.heading, paragraph.part
        number, held = held + printed_number(paragraph), ""
        if not paragraph.text:
            held = f"{number} "  # it stands on the line of its first item: "6. (a) Decides …"
            continue
        yield Printed(
            Kind.PARAGRAPH,
            paragraph.text,
            number=number,
            depth=tails.depth(paragraph),
            italic=_lead(paragraph),
            calls=paragraph.calls,
        )
    yield from tails.rest()


def _headings(paragraph: OperativeParagraph, *, begins: bool) -> Iterator[Printed]:
    """A part's number stands on a line of its own above its title."""
    heading, number = paragraph.heading or "", paragraph.part or ""
    if begins and number and heading.startswith(f"{number} "):
        yield Printed(Kind.HEADING, number)
        heading = heading.removeprefix(f"{number} ")
    yield Printed(Kind.HEADING, heading)


def _lead(paragraph: OperativeParagraph) -> int:
    """Give the length of the lead phrase, which alone is set in italics."""
    if not paragraph.clauses or paragraph.clauses[0].inherited:
        return 0
    phrase = paragraph.clauses[0].phrase
    return len(phrase) if paragraph.text.startswith(phrase) else 0


def _closing(document: Document) -> Iterator[Printed]:
    if lines := [line for line in (document.meeting, printed_day(document)) if line]:
        yield Printed(Kind.CLOSING, "\n".join(lines))
    if document.vote:
        yield Printed(Kind.CLOSING, f"[{printed_vote(document)}.]")


def _annex_title(title: str) -> Iterator[str]:
    """Give the lines of an annex's title: its number stands above a title that is long."""
    number, colon, name = title.partition(": ")
    if colon and is_annex_heading(number) and not is_annex_heading(title):
        yield from (number, name)
    elif title:
        yield title


class _Tails:
    """The words that follow a list: each is printed after the last paragraph below its own."""

    def __init__(self, document: Document) -> None:
        self._by_eid = {paragraph.eid: paragraph for paragraph in document.operative}
        self._open: list[OperativeParagraph] = []

    def depth(self, paragraph: OperativeParagraph) -> int:
        depth = 0
        while paragraph.parent is not None:
            paragraph, depth = self._by_eid[paragraph.parent], depth + 1
        return depth

    def before(self, paragraph: OperativeParagraph) -> Iterator[Printed]:
        """Close what does not hold the next paragraph, and open it."""
        while self._open and self._open[-1].eid != paragraph.parent:
            yield from self._close()
        self._open.append(paragraph)

    def rest(self) -> Iterator[Printed]:
        while self._open:
            yield from self._close()

    def _close(self) -> Iterator[Printed]:
        closed = self._open.pop()
        if closed.tail:
            yield Printed(Kind.TAIL, closed.tail, depth=self.depth(closed))
