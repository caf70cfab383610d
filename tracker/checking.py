"""What the page for checking a reading shows: each paragraph with its clauses, doubts and warnings."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet

from resolutions.models import (
    Clause,
    ClauseSuggestion,
    Paragraph,
    Resolution,
    ReviewState,
    SourceFile,
    TextVersion,
)
from tracker.passages import Passage
from tracker.querysets import Person
from tracker.reading import read as read_resolution

# Each clause shown carries a form of its own: more on a page make it slow to come and slow to use.
PER_PAGE = 25


def read_clauses() -> QuerySet[Clause]:
    """Return clauses with all that is shown of them, the suggestions nobody has settled among it."""
    unsettled = ClauseSuggestion.objects.filter(settled_at=None)
    return Clause.objects.select_related(
        "verb", "paragraph__resolution", "version", "reviewed_by", "report_to", "taken__by"
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
class Counts:
    """How many clauses the current text has, how many nobody has checked, how many of these are in doubt."""

    clauses: int = 0
    open: int = 0
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of what there is to check of a resolution in its current text.

    `warnings` are about the whole; `counts` too, whatever page is shown, and `warned`: the paragraphs with a
    warning of their own, which stands beside them.
    """

    source: SourceFile | None
    page: Page[Passage]
    places: list[Checked]
    warnings: list[str]
    counts: Counts
    warned: list[Paragraph]


def sheet(resolution: Resolution, *, reader: Person, on: dt.date, number: str = "", at: str = "") -> Sheet:
    """Return a page of what was read of a resolution's current text, in a fixed number of queries.

    Args:
        number: which page; one that is none gives the nearest.
        at: without a number, what the page must hold: `op3`, `clause-12`, or `missed-7` for the paragraph 7.
    """
    reading = read_resolution(resolution, reader=reader, on=on)
    page = Paginator(reading.passages, PER_PAGE).get_page(number or _number_of(at, reading.passages))
    if reading.version is None:
        return Sheet(None, page, [], [], Counts(), [])
    warnings = _warnings(reading.version)
    clauses = _clauses_of(page)
    places = [
        Checked(passage, [], [])
        if passage.is_tail
        else Checked(passage, clauses[passage.paragraph.pk], warnings.get(passage.paragraph.eid, []))
        for passage in page
    ]
    placed = {passage.paragraph.eid for passage in reading.passages}
    elsewhere = [
        message for place, messages in warnings.items() if place not in placed for message in messages
    ]
    warned = [p.paragraph for p in reading.passages if not p.is_tail and p.paragraph.eid in warnings]
    return Sheet(reading.version.source, page, places, elsewhere, counts_of(resolution), warned)


def _number_of(at: str, passages: Sequence[Passage]) -> int:
    """Return the number of the page that holds a place, the first where nothing holds it."""
    kind, _, key = at.partition("-")
    wanted = int(key) if kind == "missed" and key.isdecimal() else None
    if kind == "clause" and key.isdecimal():
        wanted = Clause.objects.filter(pk=int(key)).values_list("paragraph", flat=True).first()
    places = (n for n, p in enumerate(passages) if p.paragraph.pk == wanted or p.paragraph.eid == at)
    return next(places, 0) // PER_PAGE + 1


def _clauses_of(page: Page[Passage]) -> dict[int, list[Clause]]:
    """Return the clauses that stand in the paragraphs of a page, by paragraph."""
    clauses: defaultdict[int, list[Clause]] = defaultdict(list)
    shown = [passage.paragraph.pk for passage in page]
    for clause in read_clauses().filter(paragraph__in=shown, vanished=False).order_by("start", "number"):
        clauses[clause.paragraph_id].append(clause)
    return clauses


def counts_of(resolution: Resolution) -> Counts:
    """Return how far the checking of a resolution is."""
    open_ = Q(review_state=ReviewState.SUGGESTED)
    standing = Clause.objects.filter(paragraph__resolution=resolution, vanished=False)
    return Counts(
        **standing.aggregate(
            clauses=Count("pk"),
            open=Count("pk", filter=open_),
            doubtful=Count("pk", filter=open_ & ~Q(doubts=[])),
        )
    )


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
