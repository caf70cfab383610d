"""A reading written out: the facts that an export carries beside the text, for `stated` to read again."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from resolutions.parsing.document import (
    Clause,
    Document,
    OperativeParagraph,
)
from resolutions.readers.blocks import Stated

WORK = ("symbol", "organ", "kind", "title", "session", "agenda_item", "proponent", "meeting", "vote")
PARAGRAPH = ("eid", "label", "parent", "part", "heading")
CLAUSE = ("id", "phrase", "verb", "type", "start", "end", "action", "rule", "asks", "inherited")
CLAUSE_TOO = ("chapeau", "reiterated", "resources", "procedure")
ADDRESSEE = ("text", "entity", "role", "start", "end", "eid", "rule")
DEADLINE = ("text", "kind", "start", "end", "first", "last", "estimated", "recurrence", "expiry")
DEADLINE_TOO = ("target", "rule")
REPORTING = ("to", "what", "recurrence")
PLACE = ("of", "text", "start", "end", "rule")
ALTERNATIVE = ("doubt", "of", "text", "value")


def anchor_of(eid: str) -> str:
    """Give the id that mark-up gives a paragraph of this eid."""
    return f"para_{eid}"


def note_anchor(number: int) -> str:
    """Give the id that mark-up gives the footnote that is the document's nth."""
    return f"fn_{number}"


def state(document: Document) -> Stated:
    """Give a document's reading as facts: the work, its paragraphs, their clauses, the titles of annexes."""
    facts = (
        *_facts(document, *WORK),
        *(("adopted_on", day.isoformat()) for day in (document.adopted_on,) if day),
        *(("chapter_vii", "true") for _ in range(document.chapter_vii)),
    )
    paragraphs = (_state_paragraph(paragraph) for paragraph in document.operative)
    notes = (
        Stated("footnote", (("for", f"#{note_anchor(number)}"), *_facts(note, "resolved")))
        for number, note in enumerate(document.footnotes, 1)
    )
    annexes = (Stated("annex", _facts(annex, "title")) for annex in document.annexes)
    return Stated("document", facts, (*paragraphs, *notes, *annexes))


def _state_paragraph(paragraph: OperativeParagraph) -> Stated:
    bare = (("bare", "true"),) if not paragraph.text else ()  # "6." of "6. (a) Decides …"
    facts = (("for", f"#{anchor_of(paragraph.eid)}"), *_facts(paragraph, *PARAGRAPH), *bare)
    return Stated("paragraph", facts, tuple(_state_clause(clause) for clause in paragraph.clauses))


def _state_clause(clause: Clause) -> Stated:
    force = _facts(clause.force, "secretariat", "states")
    return Stated("clause", (*_facts(clause, *CLAUSE, *CLAUSE_TOO), *force), tuple(_details(clause)))


def _details(clause: Clause) -> Iterator[Stated]:
    for addressee in clause.addressees:
        yield Stated("addressee", _facts(addressee, *ADDRESSEE))
    for deadline in clause.deadlines:
        governs = (("governs", "true"),) if deadline == clause.deadline else ()
        yield Stated("deadline", (*_facts(deadline, *DEADLINE, *DEADLINE_TOO), *governs))
    if clause.reporting is not None:
        yield Stated("reporting", _facts(clause.reporting, *REPORTING))
    yield from (Stated("condition", (("text", text),)) for text in clause.conditions)
    yield from (Stated("purpose", (("text", text),)) for text in clause.purposes)
    yield from (Stated("agenda_item", (("text", text),)) for text in clause.agenda_items)
    yield from (Stated("doubt", (("text", text),)) for text in clause.doubts)
    yield from (Stated("place", _facts(place, *PLACE)) for place in clause.places)
    yield from (Stated("alternative", _facts(other, *ALTERNATIVE)) for other in clause.alternatives)


def _facts(value: object, *names: str) -> tuple[tuple[str, str], ...]:
    said = ((name, getattr(value, name)) for name in names)
    # A zero is a fact, though Python takes it for False.
    return tuple((name, _written(fact)) for name, fact in said if not (fact in (None, "") or fact is False))


def _written(fact: object) -> str:
    if fact is True:
        return "true"
    if isinstance(fact, dt.date):
        return fact.isoformat()
    return fact.value if isinstance(fact, StrEnum) else str(fact)
