"""A stored resolution as the frozen values of its reading: what an export is written from.

Reads the current text version of one language with the clauses that stand in it, whoever read or corrected
them, in a number of queries that does not grow with the resolution.
"""

from collections.abc import Iterator

from django.db.models import Prefetch

from resolutions.models import (
    Clause,
    ClauseAddressee,
    ClauseDeadline,
    Paragraph,
    ParagraphKind,
    ParagraphText,
    Resolution,
    TextVersion,
)
from resolutions.parsing import document as read


class NothingToExport(Exception):
    """The resolution has no text in the language asked for; the message says so."""


def document_of(resolution: Resolution, *, language: str = "") -> read.Document:
    """Give what is stored of a resolution in one language, in English where none is named.

    Raises:
        NothingToExport: no text of it in that language is held, or none at all.
    """
    version = _version(resolution, language)
    texts = list(_texts(version))
    clauses = _clauses(version, {text.paragraph_id: text.text for text in texts})
    return read.Document(
        language=version.language,
        kind=resolution.kind,
        symbol=None if resolution.symbol_is_provisional else resolution.symbol,
        organ=resolution.organ.code if resolution.organ else None,
        title=resolution.title or None,
        session=resolution.session.label if resolution.session else None,
        agenda_item=resolution.agenda_item or None,
        proponent=resolution.proponent or None,
        meeting=resolution.meeting or None,
        adopted_on=resolution.adopted_on,
        vote=resolution.vote or None,
        chapter_vii=resolution.chapter_vii,
        preamble=tuple(_recital(t) for t in texts if t.paragraph.kind == ParagraphKind.PREAMBULAR),
        operative=tuple(
            _operative(t, tuple(clauses.get(t.paragraph_id, ())))
            for t in texts
            if t.paragraph.kind == ParagraphKind.OPERATIVE
        ),
        footnotes=tuple(
            read.Footnote(note.label, note.text, note.resolved or None) for note in version.footnotes.all()
        ),
        citations=tuple(_citations(version)),
        annexes=tuple(read.Annex(annex.title, annex.text) for annex in version.annexes.all()),
    )


def _version(resolution: Resolution, language: str) -> TextVersion:
    held = {version.language: version for version in resolution.versions.filter(is_current=True)}
    if language and language not in held:
        raise NothingToExport(f"No text of {resolution.symbol} in the language “{language}” is held.")
    if not held:
        raise NothingToExport(f"No text of {resolution.symbol} is held yet. Import its file first.")
    return held[language or min(held, key=lambda code: (code != "en", code))]


def _texts(version: TextVersion) -> Iterator[ParagraphText]:
    rows = version.paragraph_texts.defer("search").select_related("paragraph__parent")
    return rows.order_by("paragraph__position").iterator()


def _recital(text: ParagraphText) -> read.PreambularParagraph:
    return read.PreambularParagraph(text.paragraph.eid, text.phrase, text.text, _calls(text))


def _operative(text: ParagraphText, clauses: tuple[read.Clause, ...]) -> read.OperativeParagraph:
    place = text.paragraph
    return read.OperativeParagraph(
        eid=place.eid,
        label=place.label,
        text=text.text,
        parent=place.parent.eid if place.parent else None,
        part=place.part or None,
        heading=place.heading or None,
        tail=text.tail or None,
        calls=_calls(text),
        clauses=clauses,
    )


def _calls(text: ParagraphText) -> tuple[read.FootnoteCall, ...]:
    return tuple(read.FootnoteCall(call["label"], call["at"]) for call in text.calls)


def _clauses(version: TextVersion, texts: dict[int, str]) -> dict[int, list[read.Clause]]:
    """Give the clauses that stand in a version, by paragraph, in the order of the text."""
    rows = (
        Clause.objects.filter(version=version, vanished=False, paragraph__in=texts)
        .select_related("paragraph", "verb", "chapeau__paragraph", "report_to")
        .prefetch_related(
            Prefetch("addressees", ClauseAddressee.objects.select_related("entity", "offsets_in")),
            "deadlines",
        )
        .order_by("paragraph__position", "start", "number")
    )
    found: dict[int, list[read.Clause]] = {}
    for row in rows:
        found.setdefault(row.paragraph_id, []).append(_clause(row, texts[row.paragraph_id]))
    return found


def _clause(row: Clause, text: str) -> read.Clause:
    deadlines = [(_deadline(each, row, text), each.governs) for each in row.deadlines.all()]
    return read.Clause(
        id=_id(row.paragraph, row.number),
        phrase=row.phrase,
        verb=row.verb.lemma,
        type=read.ClauseType(row.type),
        start=row.start,
        end=row.end,
        action=row.action,
        force=read.Force(row.force_secretariat, row.force_states),
        rule=row.rule,
        asks=row.asks,
        inherited=row.inherited,
        chapeau=_id(row.chapeau.paragraph, row.chapeau.number) if row.chapeau else None,
        reiterated=row.reiterated,
        addressees=tuple(_addressee(each, row) for each in row.addressees.all()),
        deadline=next((deadline for deadline, governs in deadlines if governs), None),
        deadlines=tuple(deadline for deadline, _ in deadlines),
        reporting=_reporting(row),
        resources=row.resources or None,
        conditions=tuple(row.conditions),
        purposes=tuple(row.purposes),
        procedure=read.Procedure(row.procedure) if row.procedure else None,
        agenda_items=tuple(row.agenda_items),
        doubts=tuple(row.doubts),
        places=tuple(read.Place(**place) for place in row.places),
        alternatives=tuple(read.Alternative(**other) for other in row.alternatives),
    )


def _id(paragraph: Paragraph, number: int) -> str:
    return f"{paragraph.eid}.{number}"


def _addressee(row: ClauseAddressee, clause: Clause) -> read.Addressee:
    """Give an addressee; one whom the words only imply stands for the whole clause."""
    implied = row.start is None or row.end is None
    return read.Addressee(
        text=row.text,
        entity=row.entity.name,
        role=read.AddresseeRole(row.role),
        start=clause.start if row.start is None or implied else row.start,
        end=clause.end if row.end is None or implied else row.end,
        eid=row.offsets_in.eid if row.offsets_in and not implied else None,
        rule=row.rule,
    )


def _deadline(row: ClauseDeadline, clause: Clause, text: str) -> read.Deadline:
    """Give a time expression; where a person put it in other words it stands for the whole clause."""
    at = row.start if row.start is not None else text.find(row.text, clause.start, clause.end)
    return read.Deadline(
        text=row.text,
        kind=read.DeadlineKind(row.kind),
        start=at if at >= 0 else clause.start,
        end=at + len(row.text) if at >= 0 else clause.end,
        first=row.first_day,
        last=row.last_day,
        estimated=row.estimated,
        recurrence=row.recurrence or None,
        expiry=row.expiry,
        target=row.target,
        rule=row.rule,
    )


def _reporting(row: Clause) -> read.Reporting | None:
    if not row.reporting:
        return None
    to = row.report_to.name if row.report_to else None
    return read.Reporting(to, row.report_what, row.report_recurrence or None)


def _citations(version: TextVersion) -> Iterator[read.Citation]:
    for row in version.citations.select_related("paragraph"):
        relation, eid = read.Relation(row.relation), row.paragraph.eid if row.paragraph else ""
        yield read.Citation(
            row.symbol,
            row.text,
            relation,
            eid,
            row.pinpoint or None,
            start=row.start or 0,
            end=row.end or 0,
            note=row.note or None,
            rule=row.rule,
        )
