"""True footnotes in a Word file. python-docx knows none, so their part is written here.

Each call carries its label as it is printed, for Word would number the notes anew.
"""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

from resolutions.exporting.akn_names import plain
from resolutions.parsing.document import Footnote

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
JOINER = "\u2060"  # without width; keeps calls side by side apart: notes 2 and 3, not note 23
SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))  # Word wants both, and nothing below them


class Notes:
    """The footnotes of a document, given to their calls in order."""

    def __init__(self, footnotes: Iterable[Footnote]) -> None:
        self.waiting = list(footnotes)
        self._given: list[Footnote] = []

    def call(self, paragraph: Paragraph, label: str) -> None:
        """Write a call: a true footnote where it is called first, the bare label where again."""
        if paragraph.runs and paragraph.runs[-1].font.superscript:
            paragraph.add_run(JOINER)
        run = paragraph.add_run()
        run.font.superscript = True
        note = next((each for each in self.waiting if each.label == label), None)
        if note is not None:
            self.waiting.remove(note)
            self._given.append(note)
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:customMarkFollows"), "1")
            reference.set(qn("w:id"), str(len(self._given)))
            run._r.append(reference)
        run.add_text(plain(label))

    def attach(self, word: WordDocument) -> None:
        """Add the part with the footnotes to the file, where there are any."""
        if not self._given:
            return
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, self._xml(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _xml(self) -> bytes:
        root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
        for kind, below in SEPARATORS:
            separator = etree.SubElement(root, qn("w:footnote"), {qn("w:type"): kind, qn("w:id"): below})
            run = etree.SubElement(etree.SubElement(separator, qn("w:p")), qn("w:r"))
            etree.SubElement(run, qn(f"w:{kind}"))
        for number, note in enumerate(self._given, 1):
            held = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
            paragraph = etree.SubElement(held, qn("w:p"))
            _plain_run(paragraph, note.label, superscript=True)
            _plain_run(paragraph, f" {note.text}")
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain_run(paragraph: etree._Element, text: str, *, superscript: bool = False) -> None:
    run = etree.SubElement(paragraph, qn("w:r"))
    if superscript:
        properties = etree.SubElement(run, qn("w:rPr"))
        etree.SubElement(properties, qn("w:vertAlign"), {qn("w:val"): "superscript"})
    words = etree.SubElement(run, qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = plain(text)
