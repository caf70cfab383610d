"""The reading view of a resolution: its words with what was read in them, and how each addressee stands.

Built from rows in a constant number of queries, however long the resolution is. What the reader may not see
of the follow-up is left out; the text itself is open to everybody with a role.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse

from resolutions.models import (
    Annex,
    Citation,
    Clause,
    ClauseAddressee,
    ClauseType,
    EntityMembership,
    Footnote,
    Paragraph,
    ParagraphKind,
    ParagraphText,
    Resolution,
    Role,
    TextVersion,
)
from tracker import permissions
from tracker.marking import Call, Mark, Piece, cut
from tracker.models import ActionItem, Assignment, MemberResponse, Occurrence
from tracker.querysets import Person, concerning
from tracker.statuses import OPEN, Status


@dataclass(frozen=True, slots=True)
class Asked:
    """An addressee of a clause as the reader may see it.

    Args:
        assignment: what it is assigned.
        occurrence: the running occurrence, with its status and due date.
        answered, members: for a group, how many of its members answered, of how many.
        may_report: whether the reader may record follow-up for it now.
    """

    assignment: Assignment
    occurrence: Occurrence | None
    answered: int = 0
    members: int = 0
    may_report: bool = False

    @property
    def to_look_again(self) -> bool:
        """Whether there is a day on which to look at it again: open, and no due date stated."""
        at = self.occurrence
        return at is not None and at.status in OPEN and at.due_to is None and at.review_on is not None


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause with its item (None where the reader may not see its follow-up) and whom it asks."""

    clause: Clause
    item: ActionItem | None
    asked: tuple[Asked, ...]
    words: str = ""

    @property
    def anchor(self) -> str:
        """The id of the clause in its page: `op2.2`."""
        return f"{self.clause.paragraph.eid}.{self.clause.number}"

    @property
    def consulted(self) -> list[ClauseAddressee]:
        """Those to be consulted, who bear no duty."""
        return [a for a in self.clause.addressees.all() if a.role == Role.CONSULTED]

    @property
    def named(self) -> list[ClauseAddressee]:
        """Those the text names after "including"."""
        return [a for a in self.clause.addressees.all() if a.role == Role.INCLUDING]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is set, or the words after its last sub-paragraph (`is_tail`)."""

    paragraph: Paragraph
    label: str
    level: int
    pieces: tuple[Piece, ...]
    clauses: tuple[ClauseRead, ...] = ()
    is_tail: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the page of a resolution shows of its text."""

    resolution: Resolution
    version: TextVersion | None
    recitals: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[Footnote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    gone: tuple[ClauseRead, ...] = ()

    @property
    def types(self) -> list[ClauseType]:
        """The types of verb that occur, for the legend."""
        met = {c.clause.type for p in self.passages for c in p.clauses}
        return [kind for kind in ClauseType if kind in met]


def read(resolution: Resolution, *, reader: Person, on: dt.date) -> Reading:
    """Return the reading view of the resolution's current text, English where there is one.

    Args:
        resolution: the resolution.
        reader: who looks; assignments they may not see are left out.
        on: the day, for who belongs to which group.
    """
    versions = resolution.versions.filter(is_current=True)
    version = next(iter(sorted(versions, key=lambda v: (v.language != "en", v.language))), None)
    if version is None:
        return Reading(resolution, None)
    texts = list(version.paragraph_texts.select_related("paragraph").order_by("paragraph__position"))
    clauses = clauses_read(resolution, reader=reader, on=on)
    desk = _Desk.of(version, [c for c in clauses if not c.clause.vanished])
    operative = [text for text in texts if text.paragraph.kind == ParagraphKind.OPERATIVE]
    return Reading(
        resolution,
        version,
        recitals=tuple(
            Passage(t.paragraph, "", 0, desk.pieces(t))
            for t in texts
            if t.paragraph.kind == ParagraphKind.PREAMBULAR
        ),
        passages=tuple(_passages(desk, operative)),
        notes=desk.notes,
        annexes=tuple(version.annexes.all()),
        gone=tuple(_gone(clauses)),
    )


def clauses_read(
    resolution: Resolution, *, reader: Person, on: dt.date, only: int | None = None
) -> list[ClauseRead]:
    """Return every clause of the resolution (or the one with the id `only`) with what the reader may see."""
    clauses = (
        Clause.objects.filter(paragraph__resolution=resolution)
        .select_related("paragraph__resolution", "verb", "report_to", "reviewed_by", "version")
        .prefetch_related(
            Prefetch("addressees", ClauseAddressee.objects.select_related("entity")), "deadlines"
        )
        .order_by("paragraph__position", "number")
    )
    if only is not None:
        clauses = clauses.filter(pk=only)
    items = ActionItem.objects.filter(clause__in=clauses.values("pk"))
    seen = {item.clause_id: item for item in items.visible_to(reader, on=on).with_validity(on)}
    asked = _asked(items, reader, on)
    return [ClauseRead(c, seen.get(c.pk), tuple(asked[c.pk])) for c in clauses]


def _asked(items: QuerySet[ActionItem], reader: Person, on: dt.date) -> dict[int, list[Asked]]:
    """Return the standing assignments the reader may see, by clause."""
    running = Prefetch(
        "occurrences", Occurrence.objects.filter(is_current=True).with_ended(on), to_attr="running"
    )
    standing = Assignment.objects.standing().filter(item__in=items.values("pk"))
    rows = (
        standing.visible_to(reader, on=on)
        .select_related("entity", "item")
        .prefetch_related(running)
        .order_by("id")
    )
    sizes, answers = _group_sizes(standing, on), _answers(standing)
    own = _reportable(standing, reader, on)
    asked: dict[int, list[Asked]] = defaultdict(list)
    for row in rows:
        occurrence = next(iter(getattr(row, "running")), None)  # noqa: B009 - mypy knows no to_attr
        asked[row.item.clause_id].append(
            Asked(
                row,
                occurrence,
                answered=answers.get(occurrence.pk, 0) if occurrence else 0,
                members=sizes.get(row.entity_id, 0),
                may_report=bool(occurrence and occurrence.status in OPEN) and (own is None or row.pk in own),
            )
        )
    return asked


def _group_sizes(assignments: QuerySet[Assignment], on: dt.date) -> dict[int, int]:
    held = EntityMembership.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_until=None) | Q(valid_until__gte=on),
        group__in=assignments.values("entity"),
    )
    return dict(held.order_by().values_list("group").annotate(Count("member", distinct=True)))


def _answers(assignments: QuerySet[Assignment]) -> dict[int, int]:
    answered = MemberResponse.objects.filter(occurrence__assignment__in=assignments.values("pk"))
    counted = answered.exclude(status=Status.NOT_STARTED).order_by().values_list("occurrence")
    return dict(counted.annotate(Count("id")))


def _reportable(assignments: QuerySet[Assignment], reader: Person, on: dt.date) -> set[int] | None:
    """Return the assignments the reader may report on, None for all."""
    if permissions.may_report_on_behalf(reader):
        return None
    return set(assignments.filter(concerning(reader, on=on)).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is at hand while the paragraphs of one version are set."""

    version: TextVersion
    by_paragraph: dict[int, list[ClauseRead]]
    marks: dict[int, list[Mark]]
    citations: dict[int, list[Citation]]
    notes: tuple[Footnote, ...]
    note_of: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, version: TextVersion, clauses: Sequence[ClauseRead]) -> "_Desk":
        standing = [c for c in clauses if c.clause.version_id == version.pk]
        by_paragraph: dict[int, list[ClauseRead]] = defaultdict(list)
        for each in standing:
            by_paragraph[each.clause.paragraph_id].append(each)
        citations: dict[int, list[Citation]] = defaultdict(list)
        for citation in version.citations.filter(paragraph__isnull=False).select_related("cited"):
            citations[citation.paragraph_id or 0].append(citation)
        notes = tuple(version.footnotes.all())
        # Where a text numbers its notes anew, a call means the first that bears its label.
        note_of = {note.label: note.position for note in reversed(notes)}
        return cls(version, by_paragraph, addressee_marks(standing), citations, notes, note_of)

    def pieces(self, text: ParagraphText) -> tuple[Piece, ...]:
        clauses = self.by_paragraph.get(text.paragraph_id, [])
        marks = [
            *self.marks.get(text.paragraph_id, []),
            *(mark for c in clauses for mark in clause_marks(c, text.text)),
            *_citation_marks(self.citations.get(text.paragraph_id, []), text.text),
        ]
        calls = [Call(c["at"], c["label"], self.note_of.get(c["label"])) for c in text.calls]
        return cut(text.text, marks, calls)


def clause_marks(read: ClauseRead, text: str) -> Iterator[Mark]:
    """Return the marks of a clause's verb and times in its paragraph's text."""
    clause = read.clause
    href = read.item.get_absolute_url() if read.item else f"#{read.anchor}"
    if not clause.inherited:
        end = clause.start + _length_of_phrase(clause, text)
        yield Mark(clause.start, end, f"verb {clause.type}", href, read.anchor)
    for deadline in clause.deadlines.all():
        start = deadline.start if deadline.start is not None else text.find(deadline.text, clause.start)
        if deadline.text and start >= 0:
            yield Mark(start, start + len(deadline.text), "deadline")


def _length_of_phrase(clause: Clause, text: str) -> int:
    # A phrase that other words part ("Calls, in this context, for") is marked at its first word alone.
    words = text[clause.start : clause.start + len(clause.phrase)]
    if words.casefold() == clause.phrase.casefold():
        return len(words)
    return len(text[clause.start :].split(maxsplit=1)[0].rstrip(",;:"))


def addressee_marks(clauses: Iterable[ClauseRead]) -> dict[int, list[Mark]]:
    """Return the marks of everybody the clauses name, by the paragraph their offsets count in."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for read in clauses:
        for named in read.clause.addressees.all():
            if named.start is not None and named.end is not None:
                place = named.offsets_in_id or read.clause.paragraph_id
                marks[place].append(Mark(named.start, named.end, f"named {named.role}"))
    return marks


def _citation_marks(citations: Iterable[Citation], text: str) -> Iterator[Mark]:
    for citation in citations:
        start = text.find(citation.text) if citation.start is None else citation.start
        if citation.cited and citation.text and start >= 0 and not citation.note:
            href = reverse("resolution", args=[citation.cited.symbol])
            yield Mark(start, start + len(citation.text), "cited", href)


def _passages(desk: _Desk, texts: Sequence[ParagraphText]) -> Iterator[Passage]:
    """Set the operative paragraphs in order, each tail after the last descendant of its paragraph."""
    open_: list[ParagraphText] = []
    for text in texts:
        while open_ and open_[-1].paragraph_id != text.paragraph.parent_id:
            yield from _tail(open_.pop(), len(open_))
        yield Passage(
            text.paragraph,
            printed_label(text.paragraph.label),
            len(open_),
            desk.pieces(text),
            tuple(desk.by_paragraph.get(text.paragraph_id, [])),
        )
        open_.append(text)
    while open_:
        yield from _tail(open_.pop(), len(open_))


def _tail(text: ParagraphText, level: int) -> Iterator[Passage]:
    if text.tail:
        yield Passage(text.paragraph, "", level, cut(text.tail, ()), is_tail=True)


def printed_label(label: str) -> str:
    """Return a paragraph's label as it stands before its own words.

    >>> [printed_label(label) for label in ("3", "3(a)", "3(a)(ii)", "3(•1)", "u1")]
    ['3.', '(a)', '(ii)', '•', '']
    """
    if "(" in label:
        last = label[label.rindex("(") :]
        return "•" if last.startswith("(•") else last
    return f"{label}." if label[:1].isdigit() else ""


def _gone(clauses: Sequence[ClauseRead]) -> Iterator[ClauseRead]:
    """Return the clauses no longer in the text on which somebody worked, with the words they had."""
    gone = [c for c in clauses if c.clause.vanished and c.item and c.item.worked_on]
    texts = ParagraphText.objects.filter(
        paragraph__in=[c.clause.paragraph_id for c in gone], version__in=[c.clause.version_id for c in gone]
    )
    words = {(t.paragraph_id, t.version_id): t.text for t in texts}
    for each in gone:
        text = words.get((each.clause.paragraph_id, each.clause.version_id), "")
        yield ClauseRead(each.clause, each.item, each.asked, text[each.clause.start : each.clause.end])


def read_one(item: ActionItem, *, reader: Person, on: dt.date) -> tuple[ClauseRead, list[Passage]]:
    """Return an item's clause, and its paragraph with the words above it that it continues.

    The words are those the clause was read in, also where the text has changed since.
    """
    clause = item.clause
    resolution = clause.paragraph.resolution
    (one,) = clauses_read(resolution, reader=reader, on=on, only=clause.pk)
    desk = _Desk.of(clause.version, [one])
    desk.marks.setdefault(clause.paragraph_id, []).append(Mark(clause.start, clause.end, "meant"))
    chain = _chain(clause.paragraph)
    texts = {t.paragraph_id: t for t in clause.version.paragraph_texts.filter(paragraph__in=chain)}
    passages = [
        Passage(paragraph, printed_label(paragraph.label), level, desk.pieces(texts[paragraph.pk]))
        for level, paragraph in enumerate(chain)
        if paragraph.pk in texts
    ]
    return one, passages


def _chain(paragraph: Paragraph) -> list[Paragraph]:
    chain = [paragraph]
    while chain[0].parent:
        chain.insert(0, chain[0].parent)
    return chain
