"""The paragraphs of a text as they are set: in order and indented, cut at what is marked in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from resolutions.models import Citation, Clause, Footnote, Paragraph, ParagraphText, TextVersion
from tracker.asked import ClauseRead
from tracker.marking import Call, Mark, Piece, cut


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
class Desk:
    """What is at hand while the paragraphs of one version are set."""

    version: TextVersion
    by_paragraph: dict[int, list[ClauseRead]]
    marks: dict[int, list[Mark]]
    citations: dict[int, list[Citation]]
    notes: tuple[Footnote, ...]
    note_of: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, version: TextVersion, clauses: Sequence[ClauseRead]) -> "Desk":
        """Gather what is to be marked in the version's paragraphs for these clauses."""
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
        """Cut a paragraph's text at the marks of its clauses, citations and notes."""
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


def passages(desk: Desk, texts: Sequence[ParagraphText]) -> Iterator[Passage]:
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
