"""What the page for checking a reading shows: each paragraph with its clauses, doubts and warnings."""

import datetime as dt
import hashlib
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from resolutions.models import Clause, ClauseSuggestion, Resolution, SourceFile, TextVersion
from tracker.querysets import Person
from tracker.reading import Passage
from tracker.reading import read as read_resolution


def read_clauses() -> QuerySet[Clause]:
    """Return clauses with all that is shown of them, the suggestions nobody has settled among it."""
    unsettled = ClauseSuggestion.objects.filter(settled_at=None)
    return Clause.objects.select_related(
        "verb", "paragraph__resolution", "version", "reviewed_by", "report_to"
    ).prefetch_related(
        "addressees__entity",
        "deadlines",
        "paragraph__texts",
        Prefetch("suggestions", unsettled, to_attr="open_suggestions"),
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A passage of the text as it was read; what follows the last sub-paragraph has no clauses of its own."""

    passage: Passage
    clauses: list[Clause]
    warnings: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All there is to check of a resolution in its current text; `warnings` are about the whole."""

    source: SourceFile | None
    places: list[Checked]
    warnings: list[str]


def sheet(resolution: Resolution, *, reader: Person, on: dt.date) -> Sheet:
    """Return what was read of a resolution's current text, in reading order, in a fixed number of queries."""
    reading = read_resolution(resolution, reader=reader, on=on)
    if reading.version is None:
        return Sheet(None, [], [])
    warnings = _warnings(reading.version)
    clauses: defaultdict[int, list[Clause]] = defaultdict(list)
    standing = read_clauses().filter(paragraph__resolution=resolution, vanished=False)
    for clause in standing.order_by("start", "number"):
        clauses[clause.paragraph_id].append(clause)
    places = [
        Checked(passage, [], [])
        if passage.is_tail
        else Checked(passage, clauses[passage.paragraph.pk], warnings.pop(passage.paragraph.eid, []))
        for passage in reading.passages
    ]
    elsewhere = [message for messages in warnings.values() for message in messages]
    return Sheet(reading.version.source, places, elsewhere)


def seen_as(clause: Clause) -> str:
    """Return a sign of the reading as it stands; another reading of the clause has another sign."""
    named = [f"{a.entity_id}{a.role}" for a in clause.addressees.all()]
    reading = (clause.verb_id, clause.asks, clause.version_id, clause.start, clause.end, *named)
    return hashlib.sha256(repr(reading).encode()).hexdigest()[:16]


def _warnings(version: TextVersion) -> dict[str, list[str]]:
    """Return the warnings of the last reading by the paragraph they are about, "" for the whole."""
    run = version.parse_runs.first()
    by_place: defaultdict[str, list[str]] = defaultdict(list)
    for warning in run.warnings if run else []:
        by_place[warning.get("in") or ""].append(warning["message"])
    return by_place
