"""Write the clauses of a reading beside those that stand: match, update, keep, suggest, mark as vanished."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Max

from resolutions.anchoring import anchor_values
from resolutions.clause_rows import Rows, differs, summary_of, write
from resolutions.matching import anchor, nth, pair, times
from resolutions.models import (
    Clause,
    ClauseSuggestion,
    Paragraph,
    ParagraphText,
    ParseRun,
    TextVersion,
)
from resolutions.moved import places_of, take_over
from resolutions.parsing import document as read


@dataclass(frozen=True, slots=True)
class ClauseCounts:
    """What became of the clauses: added, updated, kept as a person left them, suggested beside, vanished."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    suggested: int = 0
    vanished: int = 0

    def plus(self, **more: int) -> "ClauseCounts":
        """Return the counts with some raised."""
        return replace(self, **{name: getattr(self, name) + n for name, n in more.items()})


@dataclass(frozen=True, slots=True)
class Standing:
    """A clause that stands, with the words it was read from.

    Args:
        clause: the row.
        words: as they stood in its text.
        occurrence: at which of the places where the words stood in the paragraph, counted from 1.
    """

    clause: Clause
    words: str
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class _Desk:
    """What lies on the desk while one version is stored."""

    rows: Rows
    run: ParseRun
    last_numbers: dict[int, int]
    added: list[tuple[Clause, read.OperativeParagraph, read.Clause]] = field(default_factory=list)
    gone: list[Standing] = field(default_factory=list)


def standing_clauses(*, version: TextVersion) -> dict[int, list[Standing]]:
    """Return the clauses that stand, by paragraph, and hold them against correction meanwhile."""
    clauses = list(
        Clause.objects.select_for_update(of=("self",), no_key=True)
        .filter(paragraph__resolution=version.resolution, version__language=version.language)
        .order_by("number")
    )
    texts = _texts_of(clauses)
    by_paragraph: dict[int, list[Standing]] = {}
    for clause in clauses:
        text = texts.get((clause.version_id, clause.paragraph_id))
        # Before versions kept their words a later reading could drop them; the action holds most of them.
        words = clause.action if text is None else text[clause.start : clause.end]
        occurrence = 1 if text is None else 1 + times(words, text[: clause.end - 1])
        by_paragraph.setdefault(clause.paragraph_id, []).append(Standing(clause, words, occurrence))
    return by_paragraph


def store_clauses(
    *,
    version: TextVersion,
    run: ParseRun,
    document: read.Document,
    paragraphs: dict[str, Paragraph],
    standing: Mapping[int, list[Standing]],
) -> ClauseCounts:
    """Write the clauses of all operative paragraphs of a version.

    A clause that a person confirmed or corrected keeps its values; where the new reading differs it is kept
    as a `ClauseSuggestion`. One that is no longer found is marked as vanished; where its words stand in
    another paragraph, the clause there takes over what the person settled.
    """
    clauses = [clause for paragraph in document.operative for clause in paragraph.clauses]
    last = dict(
        Clause.objects.filter(paragraph__resolution=version.resolution)
        .order_by()
        .values_list("paragraph")
        .annotate(last=Max("number"))
    )
    desk = _Desk(Rows.of(version=version, clauses=clauses, paragraphs=paragraphs), run, last)
    left, counts = dict(standing), ClauseCounts()
    for paragraph in document.operative:
        counts = _paragraph(desk, paragraph, left.pop(paragraphs[paragraph.eid].pk, []), counts)
    for each in (each for held in left.values() for each in held):
        counts = counts.plus(vanished=_vanish(desk, each))
    return _follow(desk, counts)


def _follow(desk: _Desk, counts: ClauseCounts) -> ClauseCounts:
    """Let what a person settled follow words that went to another paragraph."""
    settled = [each for each in desk.gone if each.clause.touched]
    words = [paragraph.text[reading.start : reading.end] for _, paragraph, reading in desk.added]
    for i, j in places_of([each.words for each in settled], words).items():
        clause, paragraph, reading = desk.added[j]
        take_over(settled=settled[i].clause, new=clause)
        counts = _again(desk, clause, paragraph, reading, counts)
    return counts


def _paragraph(
    desk: _Desk, paragraph: read.OperativeParagraph, standing: list[Standing], counts: ClauseCounts
) -> ClauseCounts:
    place = desk.rows.paragraphs[paragraph.eid]
    pairs = pair(
        [each.words for each in standing], [paragraph.text[c.start : c.end] for c in paragraph.clauses]
    )
    number = desk.last_numbers.get(place.pk, 0)
    for index, reading in enumerate(paragraph.clauses):
        if index in pairs:
            counts = _again(desk, standing[pairs[index]].clause, paragraph, reading, counts)
        else:
            number += 1
            clause = Clause(paragraph=place, number=number)
            write(desk.rows, clause, reading)
            desk.added.append((clause, paragraph, reading))
            counts = counts.plus(added=1)
    for index, each in enumerate(standing):
        if index not in pairs.values():
            counts = _unread(desk, each, paragraph, counts)
    return counts


def _texts_of(clauses: list[Clause]) -> dict[tuple[int, int], str]:
    rows = ParagraphText.objects.filter(
        paragraph__in={c.paragraph_id for c in clauses}, version__in={c.version_id for c in clauses}
    )
    return {(row.version_id, row.paragraph_id): row.text for row in rows}


def _again(
    desk: _Desk,
    clause: Clause,
    paragraph: read.OperativeParagraph,
    reading: read.Clause,
    counts: ClauseCounts,
) -> ClauseCounts:
    """Read a standing clause again: update it, or keep what a person settled and suggest beside it."""
    if not clause.touched:
        write(desk.rows, clause, reading)
        return counts.plus(updated=1)
    other = differs(desk.rows, clause, reading)
    clause.version, clause.start, clause.end, clause.vanished = (
        desk.rows.version,
        reading.start,
        reading.end,
        False,
    )
    anchor_values(clause, paragraph.text)
    clause.save(update_fields=["version", "start", "end", "vanished", "places"])
    desk.rows.by_id[reading.id] = clause
    summary = summary_of(reading)
    # What was suggested once, whether it waits or was dismissed, is not brought up again.
    if not other or clause.suggestions.filter(reading=summary).exists():
        return counts.plus(kept=1)
    ClauseSuggestion.objects.update_or_create(clause=clause, run=desk.run, defaults={"reading": summary})
    return counts.plus(kept=1, suggested=1)


def _unread(
    desk: _Desk, standing: Standing, paragraph: read.OperativeParagraph, counts: ClauseCounts
) -> ClauseCounts:
    """Settle a standing clause that the new reading does not have: a person's one lives on in its words."""
    clause, words, text = standing.clause, standing.words, paragraph.text
    place = (nth(words, text, standing.occurrence) or anchor(words, text)) if clause.touched else None
    if place is None:
        return counts.plus(vanished=_vanish(desk, standing))
    clause.version, clause.start, clause.end, clause.vanished = desk.rows.version, *place, False
    anchor_values(clause, paragraph.text)
    clause.save(update_fields=["version", "start", "end", "vanished", "places"])
    return counts.plus(kept=1)


def _vanish(desk: _Desk, standing: Standing) -> int:
    """Mark a clause as vanished; returns 1 where it was not so before."""
    clause = standing.clause
    if clause.vanished:
        return 0
    desk.gone.append(standing)
    clause.vanished = True
    clause.save(update_fields=["vanished"])
    return 1
