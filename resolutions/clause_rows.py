"""A reading of one clause in rows: the clause, whom it names, its times; and how another reading differs."""

import datetime as dt
from dataclasses import dataclass, field

from resolutions.directory import NEW_NAMES, Directory
from resolutions.models import Clause, ClauseAddressee, ClauseDeadline, Paragraph, TextVersion, Verb
from resolutions.parsing import document as read
from resolutions.transport import to_plain
from resolutions.turns import take_turn

PERSON = "person"
DUE_BEFORE_ADOPTION = "due_before_adoption"


@dataclass(frozen=True, slots=True)
class Rows:
    """What the clauses of one version are written with: rows of what they name, and those written so far.

    Args:
        version: the text they were read from.
        paragraphs: by eid.
        directory: everybody whom the version names.
        verbs: by lemma.
        by_id: the clauses by the id they have in the reading.
    """

    version: TextVersion
    paragraphs: dict[str, Paragraph]
    directory: Directory
    verbs: dict[str, Verb]
    by_id: dict[str, Clause] = field(default_factory=dict)

    @classmethod
    def of(
        cls, *, version: TextVersion, clauses: list[read.Clause], paragraphs: dict[str, Paragraph]
    ) -> "Rows":
        """Return the rows for the clauses of a version; verbs and names that are new are added."""
        directory = _directory(clauses, version.resolution.adopted_on)
        return cls(version, paragraphs, directory, _verbs(clauses))


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


def differs(rows: Rows, clause: Clause, reading: read.Clause) -> bool:
    """Tell whether a reading has another verb, addressee or time than the clause, or asks otherwise."""
    ours = set(clause.addressees.values_list("entity_id", "role"))
    theirs = {(rows.directory.find(name_of(a)).pk, a.role.value) for a in reading.addressees}
    governing = clause.deadlines.filter(governs=True).first()
    due = (governing.first_day, governing.last_day) if governing else (None, None)
    new_due = (reading.deadline.first, reading.deadline.last) if reading.deadline else (None, None)
    return (
        clause.verb != rows.verbs[reading.verb]
        or clause.asks != reading.asks
        or ours != theirs
        or due != new_due
    )


def summary_of(reading: read.Clause) -> dict[str, object]:
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


def write(rows: Rows, clause: Clause, reading: read.Clause) -> None:
    """Write a reading to a clause, new or untouched."""
    _set_fields(rows, clause, reading)
    clause.save()
    rows.by_id[reading.id] = clause
    clause.addressees.all().delete()
    write_addressees(clause=clause, reading=reading, directory=rows.directory, paragraphs=rows.paragraphs)
    clause.deadlines.all().delete()
    write_deadlines(clause=clause, reading=reading)


def _set_fields(rows: Rows, clause: Clause, reading: read.Clause) -> None:
    report_to = reading.reporting.to if reading.reporting else None
    clause.version, clause.start, clause.end = rows.version, reading.start, reading.end
    clause.phrase, clause.verb, clause.type = reading.phrase, rows.verbs[reading.verb], reading.type
    clause.asks, clause.action = reading.asks, reading.action
    clause.inherited, clause.reiterated = reading.inherited, reading.reiterated
    clause.chapeau = rows.by_id.get(reading.chapeau) if reading.chapeau else None
    clause.reporting = reading.reporting is not None
    clause.report_what = reading.reporting.what if reading.reporting else ""
    clause.report_to = rows.directory.find(report_to) if report_to else None
    clause.report_recurrence = (reading.reporting.recurrence if reading.reporting else None) or ""
    clause.resources, clause.conditions = reading.resources or "", list(reading.conditions)
    clause.purposes, clause.agenda_items = list(reading.purposes), list(reading.agenda_items)
    clause.procedure = reading.procedure or ""
    clause.force_secretariat, clause.force_states = reading.force.secretariat, reading.force.states
    clause.doubts, clause.rule, clause.vanished = _doubts(rows, reading), reading.rule, False
    clause.places = [to_plain(place) for place in reading.places]
    clause.alternatives = [to_plain(other) for other in reading.alternatives]


def _doubts(rows: Rows, reading: read.Clause) -> list[str]:
    """Return the reading's doubts, and one where something would have been due before it was asked."""
    adopted, due = rows.version.resolution.adopted_on, reading.deadline
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
