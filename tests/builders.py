"""Builders of readings and registers for tests: texts of our own in the style of the United Nations.

tracked(reading("E/RES/2020/1", paragraph("1", asks("Requests the Secretary-General to report"))))
"""

import datetime as dt
import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from resolutions.importing import Stored, store
from resolutions.models import Resolution, SourceFile
from resolutions.parsing.document import (
    Addressee,
    AddresseeRole,
    Clause,
    ClauseType,
    Deadline,
    DeadlineKind,
    Document,
    Force,
    OperativeParagraph,
    PreambularParagraph,
)
from resolutions.sources import keep_source
from tracker.intake import track

ADOPTED = dt.date(2020, 7, 20)


def asks(
    words: str = "Requests the Secretary-General to report",
    *,
    verb: str = "request",
    of: Sequence[str] = ("Secretary-General",),
    including: Sequence[str] = (),
    due: dt.date | None = None,
    doubts: Sequence[str] = (),
) -> Clause:
    """Return a directive clause; `of` and `including` name entities, which must stand in the words."""
    deadline = (
        Deadline("by then", DeadlineKind.DATE, len(words) - 1, len(words), first=due, last=due)
        if due
        else None
    )
    return Clause(
        id="",
        phrase=words.split()[0],
        verb=verb,
        type=ClauseType.DIRECTIVE,
        start=0,
        end=len(words),
        action=words,
        force=Force(5, 5),
        rule="lead",
        asks=True,
        addressees=tuple(
            Addressee(name, name, role, words.find(name), words.find(name) + len(name))
            for role, names in ((AddresseeRole.ADDRESSEE, of), (AddresseeRole.INCLUDING, including))
            for name in names
        ),
        deadline=deadline,
        deadlines=(deadline,) if deadline else (),
        doubts=tuple(doubts),
    )


def states(words: str = "Welcomes the progress made", *, verb: str = "welcome") -> Clause:
    """Return a clause that asks for nothing."""
    return replace(asks(words, verb=verb, of=()), type=ClauseType.EVALUATIVE, asks=False)


def paragraph(label: str, *clauses: Clause) -> OperativeParagraph:
    """Return an operative paragraph whose text is its clauses' words, joined by commas."""
    text, placed = "", []
    for number, clause in enumerate(clauses, 1):
        words = clause.action
        start = len(text) + (2 if text else 0)
        text = f"{text}, {words}" if text else words
        moved = [
            replace(a, start=a.start + start, end=a.end + start) if a.start >= 0 else a
            for a in clause.addressees
        ]
        times = tuple(replace(d, start=d.start + start, end=d.end + start) for d in clause.deadlines)
        placed.append(
            replace(
                clause,
                deadline=times[0] if times else None,
                deadlines=times,
                id=f"op{label}.{number}",
                start=start,
                end=start + len(words),
                addressees=tuple(moved),
            )
        )
    return OperativeParagraph(eid=f"op{label}", label=label, text=f"{text};", clauses=tuple(placed))


def reading(symbol: str | None, *paragraphs: OperativeParagraph, adopted: dt.date = ADOPTED) -> Document:
    """Return a whole document of the Economic and Social Council with one recital."""
    return Document(
        language="en",
        kind="resolution",
        symbol=symbol,
        organ="ECOSOC",
        title="Strengthening of cooperation in testing",
        meeting="10th plenary meeting",
        adopted_on=adopted,
        preamble=(PreambularParagraph("pp1", "Recalling", "Recalling its earlier resolutions,"),),
        operative=paragraphs,
    )


def source(name: str = "resolution.md") -> SourceFile:
    """Return a kept source file; another name gives another file."""
    return keep_source(data=f"The bytes of {name}".encode(), name=name)


def stored(document: Document, *, file: str = "", replaces: bool = False) -> Stored:
    """Store a document as read from a file; the same document comes from the same file unless named."""
    name = file or hashlib.sha256(repr(document).encode()).hexdigest()
    return store(document=document, source=source(name), replaces=replaces)


def tracked(document: Document, *, file: str = "") -> Resolution:
    """Store a document and take its clauses in; returns the resolution."""
    resolution = stored(document, file=file).resolution
    track(resolution)
    return resolution
