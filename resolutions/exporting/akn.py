"""A document as the UN's Akoma Ntoso (AKN4UN), valid against Akoma Ntoso 3.0.

The text is marked up as the AKN4UN guidelines (part 2) want it: cover and preface, preamble with its formula
and containers, main body with paragraphs and lists, conclusions, attachments. Verbs, addressees and times
refer to the ontology entries of the metadata; the whole reading stands beside them in the tracker's own
namespace, so that the file reads back to the same document.
"""

import datetime as dt
from collections.abc import Collection

from lxml import etree

from resolutions.exporting.akn_inline import Notes, add_text
from resolutions.exporting.akn_meta import References, component_meta, meta
from resolutions.exporting.akn_names import AKN, NSMAP, add
from resolutions.exporting.layout import printed_day, printed_number, printed_vote
from resolutions.parsing.document import Annex, Document, OperativeParagraph
from resolutions.parsing.formulas import enacting_words
from resolutions.parsing.stating import anchor_of

STATEMENT = {"resolution": "resolution", "decision": "decision", "presidential statement": "statement"}


def to_akn(document: Document, *, on: dt.date, roles: Collection[str] = ()) -> bytes:
    """Give the file.

    Args:
        document: what to write.
        on: the day of the export, stated as the day of the mark-up.
        roles: names of entities that are offices a person holds ("Secretary-General"), not organisations.
    """
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=NSMAP)  # type: ignore[arg-type] # the stubs know no default namespace
    name = STATEMENT.get(document.kind, "resolution")
    statement = add(root, "statement", name=name, contains="originalVersion")
    references = References(document, roles)
    notes = Notes(document)
    _head(statement, document)
    _preamble(statement, document, notes)
    _main_body(statement, document, references, notes)
    _conclusions(statement, document)
    _attachments(statement, document, on)
    statement.insert(0, meta(document, references, notes, on))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _head(statement: etree._Element, document: Document) -> None:
    """Write cover and preface: what the metadata of the document say, in the places of the UN's files."""
    cover = add(statement, "coverPage", eId="coverPage_1")
    if document.symbol:
        add(add(cover, "p"), "docNumber", document.symbol, refersTo="#symbol")
    if document.session:
        add(add(cover, "p"), "session", document.session, value=document.session)
    if document.agenda_item:
        item = {"name": "agenda item", "title": document.agenda_item}
        add(add(cover, "p"), "inline", f"Agenda item {document.agenda_item}", **item)
    if document.proponent:
        add(add(cover, "p"), "docProponent", f"[{document.proponent}]")
    if not len(cover):
        add(cover, "p")
    if document.title:
        preface = add(statement, "preface")
        add(add(preface, "p"), "docTitle", document.title, refersTo="#resolutionTitle")


def _preamble(statement: etree._Element, document: Document, notes: Notes) -> None:
    words = enacting_words(document.organ, document.language)
    if not words and not document.preamble:
        return
    preamble = add(statement, "preamble")
    if words:
        formula = add(preamble, "formula", eId="formula_1", name="enactingFormula")
        add(add(formula, "p"), "i", words[:-1]).tail = words[-1]
    for recital in document.preamble:
        kind = recital.phrase or "recital"
        container = add(preamble, "container", eId=anchor_of(recital.eid), name=kind)
        phrase = (0, len(recital.phrase)) if recital.text.startswith(recital.phrase) else (0, 0)
        add_text(add(container, "p"), recital.text, recital.calls, notes, italic=phrase)


def _main_body(statement: etree._Element, document: Document, references: References, notes: Notes) -> None:
    body = add(statement, "mainBody")
    children: dict[str | None, list[OperativeParagraph]] = {}
    for paragraph in document.operative:
        children.setdefault(paragraph.parent, []).append(paragraph)
    heading: str | None = None
    for number, paragraph in enumerate(children.get(None, ()), 1):
        if paragraph.heading and paragraph.heading != heading:
            titled = add(body, "paragraph", eId=f"heading_{number}")
            add(titled, "subheading", paragraph.heading)
        heading = paragraph.heading
        _paragraph(body, "paragraph", paragraph, children, references, notes)
    if not len(body):
        add(body, "p")


def _paragraph(
    into: etree._Element,
    name: str,
    paragraph: OperativeParagraph,
    children: dict[str | None, list[OperativeParagraph]],
    references: References,
    notes: Notes,
) -> None:
    """Write a paragraph or an item of a list, with the list below it and the words after that."""
    anchor = anchor_of(paragraph.eid)
    element = add(into, name, eId=anchor)
    if number := printed_number(paragraph):
        add(element, "num", number)
    items = children.get(paragraph.eid, ())
    words: etree._Element | None
    if not items and not paragraph.tail:
        words = add(add(element, "content", eId=f"{anchor}__content"), "p")
    else:
        held = add(element, "list", eId=f"{anchor}__list_1")
        words = add(add(held, "intro", eId=f"{anchor}__list_1__intro"), "p") if paragraph.text else None
    if words is not None:
        add_text(words, paragraph.text, paragraph.calls, notes, spans=references.spans(paragraph))
    for item in items:
        _paragraph(held, "point", item, children, references, notes)
    if paragraph.tail:
        add(add(held, "wrapUp", eId=f"{anchor}__list_1__wrapup"), "p", paragraph.tail)


def _conclusions(statement: etree._Element, document: Document) -> None:
    if not (document.meeting or document.adopted_on or document.vote):
        return
    conclusions = add(statement, "conclusions", eId="conclusions")
    if document.meeting or document.adopted_on:
        event = add(add(conclusions, "p"), "event", refersTo="#adoption")
        if document.meeting:
            add(event, "location", document.meeting, refersTo="#adoptionMeeting")
        if document.meeting and document.adopted_on:
            add(event, "eol")
        if day := document.adopted_on:
            add(event, "docDate", printed_day(document), date=day.isoformat(), refersTo="#adoptionDate")
    if document.vote:
        add(conclusions, "p", f"[{printed_vote(document)}.]")


def _attachments(statement: etree._Element, document: Document, on: dt.date) -> None:
    if not document.annexes:
        return
    attachments = add(statement, "attachments")
    for number, annex in enumerate(document.annexes, 1):
        attachment = add(attachments, "attachment", eId=f"att_{number}")
        doc = add(attachment, "doc", name="annex")
        doc.append(component_meta(document, f"annex_{number}", on))
        _annex(add(doc, "mainBody"), annex, number)


def _annex(body: etree._Element, annex: Annex, number: int) -> None:
    if annex.title:
        add(add(body, "paragraph", eId=f"att_{number}__heading"), "subheading", annex.title)
    for nth, words in enumerate(annex.text.split("\n\n") if annex.text else (), 1):
        anchor = f"att_{number}__para_{nth}"
        add(add(add(body, "paragraph", eId=anchor), "content", eId=f"{anchor}__content"), "p", words)
    if not len(body):
        add(body, "p")
