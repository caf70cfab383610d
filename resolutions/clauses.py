"""Write the clauses of a reading beside those that stand: match, update, keep, suggest, mark as vanished."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Max

from resolutions.anchoring import anchor_values
from resolutions.directory import NEW_NAMES, Directory
from resolutions.matching import anchor, nth, pair, times
from resolutions.models import (
    Clause,
    ClauseAddressee,
    ClauseDeadline,
    ClauseSuggestion,
    Paragraph,
    ParagraphText,
    ParseRun,
    TextVersion,
    Verb,
)
from resolutions.moved import places_of, take_over
from resolutions.parsing import document as read
from resolutions.transport import to_plain
from resolutions.turns import take_turn

PERSON = "person"
DUE_BEFORE_ADOPTION = "due_before_adoption"


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

    version: TextVersion
    run: ParseRun
    paragraphs: dict[str, Paragraph]
    directory: Directory
    verbs: dict[str, Verb]
    last_numbers: dict[int, int]
    by_id: dict[str, Clause]
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
    desk = _Desk(
        version,
        run,
        paragraphs,
        _directory(clauses, version.resolution.adopted_on),
        _verbs(clauses),
        last,
        {},
    )
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


def _directory(clauses: list[read.Clause], on: dt.date | None) -> Directory:
    named = [name_of(addressee) for clause in clauses for addressee in clause.addressees]
    to = (c.reporting.to for c in clauses if c.reporting and c.reporting.to)
    return Directory([*named, *to], on=on)


def name_of(addressee: read.Addressee) -> str:
    """Return the directory's name of an addressee, its own words where it has none."""
    return addressee.entity or addressee.text


def _verbs(clauses: list[read.Clause]) -> dict[str, Verb]:
    """Return the verbs by lemma; one the vocabulary lacks is added as the reading describes it."""
    verbs = {verb.lemma: verb for verb in Verb.objects.all()}
    for clause in clauses:
        if clause.verb not in verbs:
            verbs[clause.verb] = _new_verb(clause)
    return verbs


def _new_verb(clause: read.Clause) -> Verb:
    take_turn(NEW_NAMES)
    verb, _ = Verb.objects.get_or_create(
        lemma=clause.verb,
        defaults={
            "type": clause.type,
            "force_secretariat": clause.force.secretariat,
            "force_states": clause.force.states,
        },
    )
    return verb


def _paragraph(
    desk: _Desk, paragraph: read.OperativeParagraph, standing: list[Standing], counts: ClauseCounts
) -> ClauseCounts:
    place = desk.paragraphs[paragraph.eid]
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
            _write(desk, clause, reading)
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
        _write(desk, clause, reading)
        return counts.plus(updated=1)
    differs = _differs(desk, clause, reading)
    clause.version, clause.start, clause.end, clause.vanished = (
        desk.version,
        reading.start,
        reading.end,
        False,
    )
    anchor_values(clause, paragraph.text)
    clause.save(update_fields=["version", "start", "end", "vanished", "places"])
    desk.by_id[reading.id] = clause
    summary = _summary(reading)
    # What was suggested once, whether it waits or was dismissed, is not brought up again.
    if not differs or clause.suggestions.filter(reading=summary).exists():
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
    clause.version, clause.start, clause.end, clause.vanished = desk.version, *place, False
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


def _differs(desk: _Desk, clause: Clause, reading: read.Clause) -> bool:
    ours = set(clause.addressees.values_list("entity_id", "role"))
    theirs = {(desk.directory.find(name_of(a)).pk, a.role.value) for a in reading.addressees}
    governing = clause.deadlines.filter(governs=True).first()
    due = (governing.first_day, governing.last_day) if governing else (None, None)
    new_due = (reading.deadline.first, reading.deadline.last) if reading.deadline else (None, None)
    return (
        clause.verb != desk.verbs[reading.verb]
        or clause.asks != reading.asks
        or ours != theirs
        or due != new_due
    )


def _summary(reading: read.Clause) -> dict[str, object]:
    """Return what a person needs to compare another reading with the settled one."""
    due = reading.deadline
    return {
        "phrase": reading.phrase,
        "verb": reading.verb,
        "type": reading.type.value,
        "asks": reading.asks,
        "action": reading.action,
        "addressees": [
            {"text": a.text, "entity": name_of(a), "role": a.role.value} for a in reading.addressees
        ],
        "deadline": due.text if due else None,
        "deadline_kind": due.kind.value if due else None,
        "due_from": due.first.isoformat() if due and due.first else None,
        "due_to": due.last.isoformat() if due and due.last else None,
        "estimated": bool(due and due.estimated),
        "recurrence": (due and due.recurrence) or "",
        "expiry": bool(due and due.expiry),
        "rule": reading.rule,
    }


def _write(desk: _Desk, clause: Clause, reading: read.Clause) -> None:
    """Write a reading to a clause, new or untouched."""
    _set_fields(desk, clause, reading)
    clause.save()
    desk.by_id[reading.id] = clause
    clause.addressees.all().delete()
    write_addressees(clause=clause, reading=reading, directory=desk.directory, paragraphs=desk.paragraphs)
    clause.deadlines.all().delete()
    write_deadlines(clause=clause, reading=reading)


def _set_fields(desk: _Desk, clause: Clause, reading: read.Clause) -> None:
    report_to = reading.reporting.to if reading.reporting else None
    clause.version, clause.start, clause.end = desk.version, reading.start, reading.end
    clause.phrase, clause.verb, clause.type = reading.phrase, desk.verbs[reading.verb], reading.type
    clause.asks, clause.action = reading.asks, reading.action
    clause.inherited, clause.reiterated = reading.inherited, reading.reiterated
    clause.chapeau = desk.by_id.get(reading.chapeau) if reading.chapeau else None
    clause.reporting = reading.reporting is not None
    clause.report_what = reading.reporting.what if reading.reporting else ""
    clause.report_to = desk.directory.find(report_to) if report_to else None
    clause.report_recurrence = (reading.reporting.recurrence if reading.reporting else None) or ""
    clause.resources, clause.conditions = reading.resources or "", list(reading.conditions)
    clause.purposes, clause.agenda_items = list(reading.purposes), list(reading.agenda_items)
    clause.procedure = reading.procedure or ""
    clause.force_secretariat, clause.force_states = reading.force.secretariat, reading.force.states
    clause.doubts, clause.rule, clause.vanished = _doubts(desk, reading), reading.rule, False
    clause.places = [to_plain(place) for place in reading.places]
    clause.alternatives = [to_plain(other) for other in reading.alternatives]


def _doubts(desk: _Desk, reading: read.Clause) -> list[str]:
    """Return the reading's doubts, and one where something would have been due before it was asked."""
    adopted, due = desk.version.resolution.adopted_on, reading.deadline
    too_early = adopted and due and due.last and not due.expiry and due.last < adopted
    return [*reading.doubts, *([DUE_BEFORE_ADOPTION] if too_early else [])]


def write_addressees(
    *, clause: Clause, reading: read.Clause, directory: Directory, paragraphs: dict[str, Paragraph]
) -> None:
    """Write whom a reading names; one named after "including" belongs to the addressee before it."""
    seen: set[tuple[int, str]] = set()
    group: ClauseAddressee | None = None
    for position, named in enumerate(reading.addressees, 1):
        entity = directory.find(name_of(named))
        if (entity.pk, named.role.value) in seen:
            continue
        seen.add((entity.pk, named.role.value))
        row = ClauseAddressee.objects.create(
            clause=clause,
            position=position,
            text=named.text,
            entity=entity,
            role=named.role.value,
            group=group if named.role is read.AddresseeRole.INCLUDING else None,
            start=named.start,
            end=named.end,
            offsets_in=paragraphs[named.eid] if named.eid else None,
            rule=named.rule,
        )
        if named.role is read.AddresseeRole.ADDRESSEE:
            group = row


def write_deadlines(*, clause: Clause, reading: read.Clause) -> None:
    """Write every time expression of a reading, the governing one marked."""
    ClauseDeadline.objects.bulk_create(
        [
            ClauseDeadline(
                clause=clause,
                position=position,
                governs=deadline == reading.deadline,
                text=deadline.text,
                start=deadline.start,
                end=deadline.end,
                rule=deadline.rule,
                kind=deadline.kind.value,
                first_day=deadline.first,
                last_day=deadline.last,
                estimated=deadline.estimated,
                recurrence=deadline.recurrence or "",
                expiry=deadline.expiry,
                target=deadline.target,
            )
            for position, deadline in enumerate(reading.deadlines, 1)
        ]
    )
