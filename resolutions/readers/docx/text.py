"""The text of a Word paragraph as runs: as a reader sees it when all tracked changes are accepted.

Deleted and hidden text, the instructions of fields and comments are left out; what fields show stays.
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from resolutions.readers.blocks import Run
from resolutions.readers.docx.names import W, child, value
from resolutions.readers.docx.notes import Notes
from resolutions.readers.docx.styles import Look, Styles, look_of

MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for old Word
)
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNSEEN = {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "rt", "tblPr")} | {FALLBACK}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
# Characters of the Symbol and Wingdings fonts that resolutions use; their codes lie in the private area.
SYMBOLS = {0xB7: "•", 0xA7: "•", 0x2D: "–", 0xBE: "—", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥"}
PRIVATE = 0xF000
JOINER = "\u2060"  # without width; keeps the calls of two notes apart that nothing else does
COUNTING_FIELD = re.compile(r"\s*AUTONUM(?:LGL|OUT)?\b")  # an old field that prints the next number itself

Handler = Callable[[etree._Element, Look], Iterator[Run]]


class TextReader:
    """Reads paragraphs in the order of the document; fields and notes go on from one to the next.

    Args:
        styles, notes: of the same document.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[bool] = []  # open fields, each: whether its instruction is still being read
        self._numbers = 0
        self._after_call = False
        self.boxes: list[etree._Element] = []  # text boxes met and not read yet
        self._handlers: dict[str, Handler] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            MATH_TEXT: self._text,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field,
            f"{W}instrText": self._instruction,
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{W}txbxContent": self._box,
            **dict.fromkeys(SIGNS, self._sign),
        }

    def runs(self, paragraph: etree._Element, style: str) -> Iterator[Run]:
        """Give the runs of a paragraph of a style."""
        return self._inside(paragraph, self._styles.look(style))

    def _inside(self, parent: etree._Element, look: Look) -> Iterator[Run]:
        for element in parent:
            if element.tag in UNSEEN:
                continue
            handler = self._handlers.get(element.tag)
            yield from handler(element, look) if handler else self._inside(element, look)

    def _run(self, run: etree._Element, look: Look) -> Iterator[Run]:
        properties = child(run, "rPr")
        if properties is not None:
            named = value(properties, "rStyle")
            look = self._styles.look(named).within(look) if named else look
            look = look_of(properties).over(look)
        # A note can carry a mark of the author's instead of a number: the mark is the rest of the run.
        marked = any(note.get(f"{W}customMarkFollows") not in (None, "0", "false") for note in run)
        if marked:
            look = Look(superscript=True).over(look)
            if self._after_call:
                yield Run(JOINER)
        yield from self._inside(run, look)
        self._after_call = self._after_call or marked

    def _text(self, element: etree._Element, look: Look) -> Iterator[Run]:
        text = element.text or ""
        if element.tag != MATH_TEXT and element.get(XML_SPACE) != "preserve":
            text = text.strip()
        yield from self._written(text, look)

    def _sign(self, element: etree._Element, look: Look) -> Iterator[Run]:
        return self._written(SIGNS[element.tag], look)

    def _symbol(self, element: etree._Element, look: Look) -> Iterator[Run]:
        code = element.get(f"{W}char", "")
        at = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else 0
        return self._written(SYMBOLS.get(at & 0xFF, "") if at >= PRIVATE or at < 0x20 else chr(at), look)

    def _written(self, text: str, look: Look) -> Iterator[Run]:
        if text and not look.hidden and not any(self._fields):
            self._after_call = False
            yield Run(text, bool(look.italic), bool(look.bold), bool(look.superscript))

    def _field(self, element: etree._Element, look: Look) -> Iterator[Run]:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
        return iter(())

    def _instruction(self, element: etree._Element, look: Look) -> Iterator[Run]:
        if COUNTING_FIELD.match(element.text or "") and not look.hidden:
            self._numbers += 1
            yield Run(f"{self._numbers}.", bool(look.italic), bool(look.bold))

    def _note(self, element: etree._Element, look: Look) -> Iterator[Run]:
        if look.hidden or any(self._fields):
            return
        label = self._notes.call(element)
        if label:
            if self._after_call:
                yield Run(JOINER)
            self._after_call = True
            yield Run(label, superscript=True)

    def _box(self, element: etree._Element, look: Look) -> Iterator[Run]:
        self.boxes.append(element)
        return iter(())
