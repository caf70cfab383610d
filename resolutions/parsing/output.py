"""Documents as the JSON objects that docs/parse-output.md describes."""

from typing import Any

from resolutions.parsing.document import (
    Addressee,
    Alternative,
    Citation,
    Clause,
    Deadline,
    Document,
    Footnote,
    FootnoteCall,
    OperativeParagraph,
    Place,
    Reporting,
    Warning,  # noqa: A004 - the word of the parse output
)


def to_json(document: Document, *, file: str, sha256: str, part_of_file: int | None = None) -> dict[str, Any]:
    """Give one document as plain values.

    Args:
        document: what was read.
        file: the file's name as given.
        sha256: the hash of its bytes.
        part_of_file: which resolution of the file this is, from 1, where the file holds several.
    """
    found: dict[str, Any] = {"file": file, "sha256": sha256}
    if part_of_file is not None:
        found["part_of_file"] = part_of_file
    return found | {
        "symbol": document.symbol,
        "organ": document.organ,
        "kind": document.kind,
        "title": document.title,
        "language": document.language,
        "session": document.session,
        "agenda_item": document.agenda_item,
        "proponent": document.proponent,
        "meeting": document.meeting,
        "adopted_on": document.adopted_on.isoformat() if document.adopted_on else None,
        "vote": document.vote,
        "chapter_vii": document.chapter_vii,
        "preamble": [
            {
                "eid": recital.eid,
                "phrase": recital.phrase,
                "text": recital.text,
                "calls": _calls(recital.calls),
            }
            for recital in document.preamble
        ],
        "operative": [_operative(paragraph) for paragraph in document.operative],
        "footnotes": [_footnote(note) for note in document.footnotes],
        "citations": [_citation(citation) for citation in document.citations],
        "annexes": [{"title": annex.title, "text": annex.text} for annex in document.annexes],
        "warnings": [_warning(warning) for warning in document.warnings],
    }


def _operative(paragraph: OperativeParagraph) -> dict[str, Any]:
    return {
        "eid": paragraph.eid,
        "label": paragraph.label,
        "parent": paragraph.parent,
        "part": paragraph.part,
        "heading": paragraph.heading,
        "text": paragraph.text,
        "tail": paragraph.tail,
        "calls": _calls(paragraph.calls),
        "clauses": [_clause(clause) for clause in paragraph.clauses],
    }


def _calls(calls: tuple[FootnoteCall, ...]) -> list[dict[str, Any]]:
    return [{"label": call.label, "at": call.at} for call in calls]


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "phrase": clause.phrase,
        "verb": clause.verb,
        "type": clause.type.value,
        "asks": clause.asks,
        "inherited": clause.inherited,
        "chapeau": clause.chapeau,
        "reiterated": clause.reiterated,
        "start": clause.start,
        "end": clause.end,
        "action": clause.action,
        "addressees": [_addressee(addressee) for addressee in clause.addressees],
        "deadline": _deadline(clause.deadline) if clause.deadline else None,
        "deadlines": [_deadline(deadline) for deadline in clause.deadlines],
        "reporting": _reporting(clause.reporting) if clause.reporting else None,
        "resources": clause.resources,
        "conditions": list(clause.conditions),
        "purposes": list(clause.purposes),
        "procedure": clause.procedure.value if clause.procedure else None,
        "agenda_items": list(clause.agenda_items),
        "force": {"secretariat": clause.force.secretariat, "states": clause.force.states},
        "doubts": list(clause.doubts),
        "rule": clause.rule,
        "places": [_place(place) for place in clause.places],
        "alternatives": [_alternative(other) for other in clause.alternatives],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "of": place.of,
        "text": place.text,
        "start": place.start,
        "end": place.end,
        "rule": place.rule,
    }


def _alternative(other: Alternative) -> dict[str, Any]:
    return {"doubt": other.doubt, "of": other.of, "text": other.text, "value": other.value}


def _addressee(addressee: Addressee) -> dict[str, Any]:
    found: dict[str, Any] = {
        "text": addressee.text,
        "entity": addressee.entity,
        "role": addressee.role.value,
        "start": addressee.start,
        "end": addressee.end,
        "rule": addressee.rule,
    }
    return found | ({"in": addressee.eid} if addressee.eid else {})


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "kind": deadline.kind.value,
        "start": deadline.start,
        "end": deadline.end,
        "from": deadline.first.isoformat() if deadline.first else None,
        "to": deadline.last.isoformat() if deadline.last else None,
        "estimated": deadline.estimated,
        "recurrence": deadline.recurrence,
        "expiry": deadline.expiry,
        "target": deadline.target,
        "rule": deadline.rule,
    }


def _reporting(reporting: Reporting) -> dict[str, Any]:
    return {"to": reporting.to, "what": reporting.what, "recurrence": reporting.recurrence}


def _footnote(note: Footnote) -> dict[str, Any]:
    return {"label": note.label, "text": note.text, "resolved": note.resolved}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "symbol": citation.symbol,
        "text": citation.text,
        "pinpoint": citation.pinpoint,
        "relation": citation.relation.value,
        "in": citation.eid,
        "note": citation.note,
        "start": citation.start,
        "end": citation.end,
        "rule": citation.rule,
    }


def _warning(warning: Warning) -> dict[str, Any]:
    return {"code": warning.code, "message": warning.message, "in": warning.eid}
