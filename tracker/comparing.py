"""Two items side by side: their words with what is only in the one, whom they ask, what is open."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from resolutions.models import ClauseAddressee, ParagraphText, Resolution, Role
from tracker import carrying
from tracker.likeness import Piece, likeness, side_by_side, words_of
from tracker.models import ActionItem, Occurrence
from tracker.querysets import Person


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its words in pieces, whom it asks, and its open work as far as the reader sees it."""

    item: ActionItem
    pieces: Sequence[Piece]
    addressees: Sequence[ClauseAddressee]
    open: Sequence[Occurrence]

    @property
    def resolution(self) -> Resolution:
        """The resolution it belongs to."""
        return self.item.clause.paragraph.resolution


@dataclass(frozen=True, slots=True)
class Comparison:
    """The earlier and the later item, and the share of words they have in common, in per cent."""

    earlier: Side
    later: Side
    in_common: int


def compare(*, later: ActionItem, earlier: ActionItem, reader: Person, on: dt.date) -> Comparison:
    """Return two items side by side as the reader may see them on the day."""
    texts = (_words(earlier), _words(later))
    pieces = side_by_side(*texts)
    one, other = (_side(item, each, reader, on) for item, each in zip((earlier, later), pieces, strict=True))
    in_common = likeness(*(words_of(text) for text in texts))
    return Comparison(one, other, round(100 * in_common))


def _words(item: ActionItem) -> str:
    clause = item.clause
    text = ParagraphText.objects.filter(paragraph=clause.paragraph, version=clause.version).first()
    return text.text[clause.start : clause.end] if text else clause.action


def _side(item: ActionItem, pieces: Sequence[Piece], reader: Person, on: dt.date) -> Side:
    named = item.clause.addressees.filter(role=Role.ADDRESSEE).select_related("entity")
    waiting = carrying.open_work(item).visible_to(reader, on=on).select_related("assignment__entity")
    return Side(item, pieces, list(named), list(waiting.order_by("assignment__entity__name")))
