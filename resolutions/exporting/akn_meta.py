"""The metadata of an Akoma Ntoso file: what the work is, how it was adopted, what its words refer to.

Addresses follow the AKN4UN guidelines as the UN's own files apply them:
/akn/un/statement/deliberation/unecosoc/2004-07-21/2004-33.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator

from lxml import etree

from resolutions.exporting.akn_inline import Notes, Span
from resolutions.exporting.akn_names import ACTORS, AKN, LANGUAGES, add, plain
from resolutions.parsing.document import Clause, Document, OperativeParagraph
from resolutions.parsing.stating import anchor_of, note_anchor, state
from resolutions.parsing.vocabulary import organs
from resolutions.readers.akn_stated import NAMESPACE
from resolutions.readers.blocks import Stated

UNKNOWN_DAY = "0001-01-01"  # as the UN's files write a day that is not known
NUMBER = re.compile(r"RES[/.](?P<number>.+)$")
CONCEPTS = (
    ("symbol", "reference", "symbol", "Symbol"),
    ("resolutionTitle", "reference", "resolutionTitle", "Resolution title"),
    ("adoption", "concept", "adoption", "Adoption"),
    ("adoptionMeeting", "concept", "adoptionMeeting", "Meeting of adoption"),
    ("adoptionDate", "concept", "dateOfAdoption", "Date of adoption"),
    ("deadline", "concept", "deadline", "Deadline"),
)
ROLES = (("author", "Author"), ("issuer", "Issuer"), ("editor", "Editor"))
SOURCE = {"source": "#tracker"}


class References:
    """The entries of the ontology a document needs: its verbs, and those it names."""

    def __init__(self, document: Document, roles: Collection[str]) -> None:
        clauses = [clause for paragraph in document.operative for clause in paragraph.clauses]
        self._roles = frozenset(roles)
        self.verbs = _ids("verb", (clause.verb for clause in clauses))
        self.entities = _ids("entity", (name for clause in clauses for name in _named(clause)))

    def element(self, name: str) -> str:
        """Give the element for words that name an entity."""
        return "role" if name in self._roles else "organization"

    def spans(self, paragraph: OperativeParagraph) -> list[Span]:
        """Give what the words of a paragraph refer to; the first verb is set in italics, as in print."""
        return [span for n, clause in enumerate(paragraph.clauses) for span in self._spans(clause, n == 0)]

    def _spans(self, clause: Clause, first: bool) -> Iterator[Span]:
        if not clause.inherited:
            end = clause.start + len(clause.phrase)
            yield Span(clause.start, min(end, clause.end), "term", f"#{self.verbs[clause.verb]}", first)
        for named in clause.addressees:
            if named.entity and named.eid is None and named.end - named.start == len(named.text):
                target = f"#{self.entities[named.entity]}"
                yield Span(named.start, named.end, self.element(named.entity), target)
        for deadline in clause.deadlines:
            yield Span(deadline.start, deadline.end, "inline", "#deadline")

    def write(self, references: etree._Element) -> None:
        """Write the entries."""
        for name, eid in self.entities.items():
            kind = "Role" if name in self._roles else "Organization"
            href = f"/akn/ontology/{kind.lower()}/un/{_camel(name)}"
            add(references, f"TLC{kind}", eId=eid, href=href, showAs=name)
        for lemma, eid in self.verbs.items():
            href = f"/akn/ontology/concept/un/operativeVerb/{_camel(lemma)}"
            add(references, "TLCConcept", eId=eid, href=href, showAs=lemma)


def _named(clause: Clause) -> Iterator[str]:
    yield from (addressee.entity for addressee in clause.addressees if addressee.entity)
    if clause.reporting and clause.reporting.to:
        yield clause.reporting.to


def _ids(kind: str, names: Iterator[str]) -> dict[str, str]:
    """Give each name once with an id of its own."""
    return {name: f"{kind}_{number}" for number, name in enumerate(dict.fromkeys(names), 1)}


def _camel(name: str) -> str:
    words = re.findall(r"[^\W_]+", name)
    return "".join(
        word[:1].lower() + word[1:] if n == 0 else word.capitalize() for n, word in enumerate(words)
    )


def meta(document: Document, references: References, notes: Notes, on: dt.date) -> etree._Element:
    """Give the metadata of a document whose text has been written."""
    held = etree.Element(f"{{{AKN}}}meta")
    held.append(_identification(document, "main", on))
    if document.adopted_on:
        workflow = add(held, "workflow", **SOURCE)
        add(workflow, "step", date=document.adopted_on.isoformat(), by="#organ", outcome="adopted")
    _analysis(held, document)
    _references(held, document, references)
    if notes.left:
        group = add(held, "notes", **SOURCE)
        for number, note in notes.left:
            add(add(group, "note", eId=note_anchor(number), marker=note.label), "p", note.text)
    return held


def component_meta(document: Document, component: str, on: dt.date) -> etree._Element:
    """Give the metadata of a part of the document: an annex."""
    held = etree.Element(f"{{{AKN}}}meta")
    held.append(_identification(document, component, on))
    return held


def work_iri(document: Document) -> str:
    """Give the address of the work."""
    actor = ACTORS.get(document.organ or "", f"un-{(document.organ or 'unknown').lower()}")
    day = document.adopted_on.isoformat() if document.adopted_on else UNKNOWN_DAY
    return f"/akn/un/statement/deliberation/{actor}/{day}/{_number(document).replace('/', '-')}"


def _number(document: Document) -> str:
    """Give the number in a symbol: "2004/33" of E/RES/2004/33, "1325-2000" of S/RES/1325 (2000)."""
    found = NUMBER.search(document.symbol or "")
    number = found["number"] if found else document.symbol or "unnumbered"
    return re.sub(r"[^\w/.-]+", "-", number).strip("-")


def _identification(document: Document, component: str, on: dt.date) -> etree._Element:
    held = etree.Element(f"{{{AKN}}}identification", attrib=SOURCE)
    iri, language = work_iri(document), LANGUAGES.get(document.language, "und")
    adopted = document.adopted_on.isoformat() if document.adopted_on else UNKNOWN_DAY
    work = add(held, "FRBRWork")
    _named_level(work, f"{iri}/!{component}", iri)
    if document.symbol and component == "main":
        add(work, "FRBRalias", value=document.symbol, name="symbol")
    _dated(work, adopted, "adoption", "#organ", "#author")
    add(work, "FRBRcountry", value="un")
    add(work, "FRBRsubtype", value="deliberation")
    add(work, "FRBRnumber", value=_number(document))
    expression = add(held, "FRBRExpression")
    _named_level(expression, f"{iri}/{language}@/!{component}", f"{iri}/{language}@")
    _dated(expression, adopted, "publication", "#organ", "#issuer")
    add(expression, "FRBRlanguage", language=language)
    manifestation = add(held, "FRBRManifestation")
    _named_level(manifestation, f"{iri}/{language}@/!{component}.xml", f"{iri}/{language}@.xml")
    _dated(manifestation, on.isoformat(), "markup", "#tracker", "#editor")
    add(manifestation, "FRBRformat", value="application/akn+xml")
    return held


def _named_level(level: etree._Element, this: str, uri: str) -> None:
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)


def _dated(level: etree._Element, day: str, name: str, author: str, role: str) -> None:
    add(level, "FRBRdate", date=day, name=name)
    add(level, "FRBRauthor", href=author, as_=role)


def _analysis(held: etree._Element, document: Document) -> None:
    analysis = add(held, "analysis", **SOURCE)
    if document.citations:
        cited = add(analysis, "otherReferences", **SOURCE)
        for citation in document.citations:
            place = {"for": f"#{anchor_of(citation.eid)}"} if citation.eid else {}
            href = f"https://docs.un.org/en/{citation.symbol.replace(' ', '')}"
            add(cited, "implicitReference", **place, href=href, showAs=citation.symbol)
    _write_stated(add(analysis, "otherAnalysis", **SOURCE), state(document))


def _write_stated(into: etree._Element, stated: Stated) -> None:
    element = etree.SubElement(into, f"{{{NAMESPACE}}}{stated.name}")
    for name, value in stated.facts:
        element.set(name, plain(value))
    for part in stated.parts:
        _write_stated(element, part)


def _references(held: etree._Element, document: Document, references: References) -> None:
    into = add(held, "references", **SOURCE)
    names = {organ.code: organ.name for organ in organs()}
    name = names.get(document.organ or "", "Adopting body")
    add(
        into,
        "TLCOrganization",
        eId="organ",
        href=f"/akn/ontology/organization/un/{_camel(name)}",
        showAs=name,
    )
    tracker = "/akn/ontology/organization/un/obligationsTracker"
    add(into, "TLCOrganization", eId="tracker", href=tracker, showAs="Obligations tracker")
    for eid, shown in ROLES:
        add(into, "TLCRole", eId=eid, href=f"/akn/ontology/role/un/{eid}", showAs=shown)
    for eid, kind, last, shown in CONCEPTS:
        add(into, "TLCConcept", eId=eid, href=f"/akn/ontology/{kind}/un/{last}", showAs=shown)
    references.write(into)
