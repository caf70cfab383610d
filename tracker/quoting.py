"""What a report's line answered, in the words its author had before them, and the words of its item today.

A text version's words never change, so that quoting is looking at the line's place in its version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resolutions.models import Clause, ParagraphText
from tracker.likeness import Piece, side_by_side
from tracker.models import ReportLine

# The words of paragraphs, by paragraph and version.
Texts = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a line answered.

    Args:
        before, words, after: the paragraph, cut around the words that were answered; where their place is not
            known, `before` is the whole paragraph.
        today: the item's words today, empty where the text as now read has none for it.
        differs: whether they are others than those that were answered.
    """

    before: str
    words: str
    after: str
    today: str
    differs: bool

    @property
    def said(self) -> str:
        """The words that were answered; the paragraph where their place in it is not known."""
        return self.words or self.before

    @property
    def note(self) -> str:
        """What to say of words that are others today, empty where they are the same."""
        if not self.differs:
            return ""
        return "Today’s text differs." if self.today else "Today’s text no longer has these words."

    @property
    def pieces(self) -> tuple[list[Piece], list[Piece]]:
        """The words that were answered and those of today, each in pieces that tell what is only there."""
        return side_by_side(self.said, self.today)


def texts_of(lines: Iterable[ReportLine]) -> dict[tuple[int, int], str]:
    """Return the paragraphs that lines answered and those of today, in one query."""
    asked = [(line, clause_of(line)) for line in lines]
    found = ParagraphText.objects.filter(
        paragraph__in={clause.paragraph_id for _, clause in asked},
        version__in={line.version_id for line, _ in asked} | {clause.version_id for _, clause in asked},
    )
    return {(t.paragraph_id, t.version_id): t.text for t in found.only("paragraph", "version", "text")}


def clause_of(line: ReportLine) -> Clause:
    """Return the clause that a line is about."""
    return line.occurrence.assignment.item.clause


def words_of(clause: Clause) -> str:
    """Return the words of a clause in the text it was last read from."""
    return _cut(clause, clause.version_id, clause.start, clause.end)


def words_answered(line: ReportLine, clause: Clause) -> str:
    """Return the words of its clause that a line answered, empty where their place is not known."""
    if line.start is None or line.end is None:
        return ""
    return _cut(clause, line.version_id, line.start, line.end)


def _cut(clause: Clause, version: int, start: int, end: int) -> str:
    texts = {text.version_id: text.text for text in clause.paragraph.texts.all()}
    return texts.get(version, "")[start:end]


def quote(line: ReportLine, texts: Texts) -> Quote:
    """Return what a line answered.

    Args:
        line: the line.
        texts: hold its paragraph in the line's version and in the clause's.
    """
    clause = clause_of(line)
    then = texts.get((clause.paragraph_id, line.version_id), "")
    now = "" if clause.vanished else texts.get((clause.paragraph_id, clause.version_id), "")
    if line.start is None or line.end is None:
        return Quote(then, "", "", now, not same(then, now))
    words, today = then[line.start : line.end], now[clause.start : clause.end]
    return Quote(then[: line.start], words, then[line.end :], today, not same(words, today))


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words, however they are spaced."""
    return one.split() == other.split()
