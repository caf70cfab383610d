"""The reading view of a resolution: its words with what was read in them, and how each addressee stands.

Built from rows in a constant number of queries, however long the resolution is. What the reader may not see
of the follow-up is left out; the text itself is open to everybody with a role.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resolutions.models import (
    Annex,
    ClauseType,
    Footnote,
    Paragraph,
    ParagraphKind,
    ParagraphText,
    Resolution,
    TextVersion,
)
from tracker.asked import ClauseRead, clauses_read
from tracker.marking import Mark
from tracker.models import ActionItem
from tracker.passages import Desk, Passage, passages, printed_label
from tracker.querysets import Person


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
    desk = Desk.of(version, [c for c in clauses if not c.clause.vanished])
    operative = [text for text in texts if text.paragraph.kind == ParagraphKind.OPERATIVE]
    return Reading(
        resolution,
        version,
        recitals=tuple(
            Passage(t.paragraph, "", 0, desk.pieces(t))
            for t in texts
            if t.paragraph.kind == ParagraphKind.PREAMBULAR
        ),
        passages=tuple(passages(desk, operative)),
        notes=desk.notes,
        annexes=tuple(version.annexes.all()),
        gone=tuple(_gone(clauses)),
    )


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
    desk = Desk.of(clause.version, [one])
    desk.marks.setdefault(clause.paragraph_id, []).append(Mark(clause.start, clause.end, "meant"))
    chain = _chain(clause.paragraph)
    texts = {t.paragraph_id: t for t in clause.version.paragraph_texts.filter(paragraph__in=chain)}
    chained = [
        Passage(paragraph, printed_label(paragraph.label), level, desk.pieces(texts[paragraph.pk]))
        for level, paragraph in enumerate(chain)
        if paragraph.pk in texts
    ]
    return one, chained


def _chain(paragraph: Paragraph) -> list[Paragraph]:
    chain = [paragraph]
    while chain[0].parent:
        chain.insert(0, chain[0].parent)
    return chain
