"""The provisions of a selection: words, whom they ask, how each stands, what accepted reports say of it.

Built in a constant number of queries. A reader is told what they may see and no more: of a focal point's
selection, their own entity's follow-up and reports.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from resolutions.models import ParagraphText, Resolution
from tracker.models import ActionItem, Evidence, EvidenceKind, FollowUpReport, Nature, Occurrence, ReportLine
from tracker.quoting import Quote, quote, texts_of
from tracker.selection import Selection
from tracker.statuses import OPEN, ReportState, Status
from tracker.validity import IN_FORCE, in_words
from tracker.wording import day, due_words, paragraph_words

MOST_PROVISIONS = 1000


@dataclass(frozen=True, slots=True)
class Account:
    """What an accepted report says of an occurrence, and what it answered."""

    line: ReportLine
    answered: Quote

    @property
    def report(self) -> FollowUpReport:
        """The report."""
        return self.line.report

    @property
    def status(self) -> Status:
        """The status that the report gave."""
        return Status(self.line.proposed_status)

    @property
    def words(self) -> str:
        """What was done, with the line's own note, what came of it and what is next."""
        report = self.report
        parts = (report.action_taken, self.line.note, report.results, report.challenges, report.next_steps)
        return "\n".join(part.strip() for part in parts if part.strip())

    @property
    def quoted(self) -> str:
        """The words it answered where today's are others, and that they are; else nothing."""
        return f"Answered: “{self.answered.said}” {self.answered.note}" if self.answered.differs else ""

    @property
    def evidence(self) -> list[str]:
        """The evidence, each as one would cite it."""
        return [cited(piece) for piece in self.report.evidence.all()]


def cited(piece: Evidence) -> str:
    """Return a piece of evidence as a footnote cites it."""
    named = {EvidenceKind.DOCUMENT: piece.symbol, EvidenceKind.LINK: piece.url, EvidenceKind.FILE: piece.name}
    return f"{piece.title}: {named[EvidenceKind(piece.kind)]} ({day(piece.speaks_for)})"


@dataclass(frozen=True, slots=True)
class Answer:
    """One addressee of a provision: its running occurrence and the accepted reports on it, newest first.

    Of what a reporting cycle asks they are the cycle's, on whichever time of a series it asked about.
    """

    occurrence: Occurrence
    accounts: Sequence[Account]

    @property
    def entity(self) -> str:
        """The entity's name."""
        return str(self.occurrence.assignment.entity)

    @property
    def status(self) -> Status:
        """How it stands."""
        return Status(self.occurrence.status)

    @property
    def has_moved_on(self) -> bool:
        """Whether it stands otherwise by now than its newest account says, which is of the same time."""
        newest = self.accounts[0] if self.accounts else None
        return (
            newest is not None
            and newest.line.occurrence_id == self.occurrence.pk
            and newest.status != self.status
        )

    @property
    def due(self) -> str:
        """By when, in words."""
        return due_words(self.occurrence)


@dataclass(frozen=True, slots=True)
class Provision:
    """What one clause asks, with everybody who is asked and whom the reader may see."""

    item: ActionItem
    words: str
    paragraph: str
    answers: Sequence[Answer]

    @property
    def resolution(self) -> Resolution:
        """The resolution it belongs to."""
        return self.item.clause.paragraph.resolution

    @property
    def source(self) -> str:
        """Where it stands: "E/RES/2004/33, paragraph 8"."""
        return f"{self.resolution.symbol}, {paragraph_words(self.item.clause.paragraph.label)}"

    @property
    def status(self) -> Status:
        """How it stands as far as the reader sees it; the register shows the same."""
        return Status(self.item.seen_status)  # type: ignore[attr-defined] # annotated by visible_to

    @property
    def in_force(self) -> bool:
        """Whether it is in force on the day."""
        return self.item.validity in IN_FORCE

    @property
    def standing(self) -> str:
        """Its status, and what ended it where something did."""
        said = self.status.label
        return said if self.in_force else f"{said}. {in_words(self.item.validity, self.item.ended_by)}"

    @property
    def is_open(self) -> bool:
        """Whether work remains on it."""
        return self.status in OPEN

    @property
    def ongoing(self) -> bool:
        """Whether it recurs; what is asked once is done once."""
        return any(answer.occurrence.recurrence for answer in self.answers)


def provisions(selection: Selection) -> list[Provision]:
    """Return the obligations of a selection in reading order, as its reader may see them."""
    items = selection.narrowed(nature=Nature.OBLIGATION).items()
    rows = list(
        items.with_validity(selection.on)
        .select_related("clause__paragraph__resolution__organ", "clause__verb")
        .in_reading_order()[:MOST_PROVISIONS]
    )
    answers, texts = _answers(rows, selection), _texts(rows)
    return [_provision(item, texts, answers[item.pk]) for item in rows]


def count(selection: Selection) -> int:
    """Return how many obligations the selection holds: the number that the register shows for it."""
    return selection.narrowed(nature=Nature.OBLIGATION).items().count()


def _provision(
    item: ActionItem, texts: dict[tuple[int, int], ParagraphText], answers: Sequence[Answer]
) -> Provision:
    clause = item.clause
    text = texts.get((clause.paragraph_id, clause.version_id))
    whole = text.text if text else clause.action
    return Provision(item, whole[clause.start : clause.end] if text else whole, whole, answers)


def _texts(items: Sequence[ActionItem]) -> dict[tuple[int, int], ParagraphText]:
    clauses = [item.clause for item in items]
    found = ParagraphText.objects.filter(
        paragraph__in={c.paragraph_id for c in clauses}, version__in={c.version_id for c in clauses}
    )
    return {(t.paragraph_id, t.version_id): t for t in found.only("paragraph", "version", "text")}


def _answers(items: Sequence[ActionItem], selection: Selection) -> dict[int, list[Answer]]:
    of_one = {name: selection.values[name] for name in ("entity",) if name in selection.values}
    seen = Selection(selection.user, selection.on, of_one).occurrences().seen_on(selection.on)
    found = list(
        seen.filter(assignment__item__in=[item.pk for item in items])
        .select_related("assignment__entity")
        .order_by("assignment_id")
    )
    accounts = _accounts(found, selection)
    answers: dict[int, list[Answer]] = defaultdict(list)
    for occurrence in found:
        answers[occurrence.assignment.item_id].append(Answer(occurrence, accounts[occurrence.assignment_id]))
    return answers


def _accounts(occurrences: Sequence[Occurrence], selection: Selection) -> dict[int, list[Account]]:
    reports = FollowUpReport.objects.visible_to(selection.user, on=selection.on)
    accepted = reports.filter(state=ReportState.ACCEPTED)
    # What a newer file replaced is left out, and no file is read only to name it.
    evidence = Evidence.objects.filter(revised_by=None).defer("content")
    lines = _told_of(occurrences, selection).filter(report__in=accepted.values("pk"))
    accounts: dict[int, list[Account]] = defaultdict(list)
    rows = list(
        lines.select_related("report__entity", "occurrence__assignment__item__clause")
        .prefetch_related(Prefetch("report__evidence", evidence))
        .order_by("-report__period_to", "-report_id")
    )
    texts = texts_of(rows)
    for line in rows:
        accounts[line.occurrence.assignment_id].append(Account(line, quote(line, texts)))
    return accounts


def _told_of(occurrences: Sequence[Occurrence], selection: Selection) -> QuerySet[ReportLine]:
    if "cycle" in selection.values:
        of_cycle = ReportLine.objects.filter(report__cycle=selection.values["cycle"])
        return of_cycle.filter(occurrence__assignment__in=[each.assignment_id for each in occurrences])
    return ReportLine.objects.filter(occurrence__in=[each.pk for each in occurrences])
