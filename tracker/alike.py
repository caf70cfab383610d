"""Find obligations of other resolutions that ask for much the same: full text first, then word by word."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, QuerySet

from resolutions.models import ParagraphText
from tracker.likeness import likeness, words_of
from tracker.models import ActionItem, Nature

# Two obligations ask for much the same from here on; the same addressee and the same verb each count.
ALIKE = 0.75
SAME_ADDRESSEE = SAME_VERB = 0.05
# Below this many words likeness says little.
FEWEST_WORDS = 6
# The shortlist: how many words look for it, and how many paragraphs are compared.
SOUGHT_WORDS = 10
SHORTLIST = 20
TEXT_CONFIG = "english"


@dataclass(frozen=True)
class Wording:
    """An item's words, and what else tells how like another one it is."""

    item: int
    resolution: int
    adopted_on: dt.date | None
    paragraph: int
    label: str
    text: str
    words: tuple[str, ...]
    addressees: frozenset[int]
    verb: int
    obliges: bool
    reiterated: bool
    vanished: bool

    def likeness_to(self, other: "Wording") -> float:
        """Return the share of words in common, raised by the same addressee and the same verb; at most 1."""
        raised = SAME_ADDRESSEE * bool(self.addressees & other.addressees) + SAME_VERB * (
            self.verb == other.verb
        )
        return min(1.0, likeness(self.words, other.words) + raised)

    def is_after(self, other: "Wording") -> bool:
        """Whether it was adopted after the other; where a day is missing nobody can say."""
        return bool(self.adopted_on and other.adopted_on and self.adopted_on > other.adopted_on)


def wordings(*, resolution: int) -> list[Wording]:
    """Return the items of a resolution with their words, in the text's order."""
    return _worded(ActionItem.objects.listed().filter(clause__paragraph__resolution=resolution))


def _worded(items: QuerySet[ActionItem]) -> list[Wording]:
    found = items.select_related("clause__paragraph__resolution").prefetch_related("clause__addressees")
    rows = list(found.in_reading_order())  # type: ignore[attr-defined]
    clauses = [item.clause for item in rows]
    texts = ParagraphText.objects.filter(
        paragraph__in={c.paragraph_id for c in clauses}, version__in={c.version_id for c in clauses}
    )
    by_place = {(t.paragraph_id, t.version_id): t.text for t in texts.only("paragraph", "version", "text")}
    return [_wording(i, by_place.get((i.clause.paragraph_id, i.clause.version_id), "")) for i in rows]


def _wording(item: ActionItem, text: str) -> Wording:
    clause = item.clause
    said = text[clause.start : clause.end]
    return Wording(
        item=item.pk,
        resolution=clause.paragraph.resolution_id,
        adopted_on=clause.paragraph.resolution.adopted_on,
        paragraph=clause.paragraph_id,
        label=clause.paragraph.label,
        text=said,
        words=tuple(words_of(said)),
        addressees=frozenset(a.entity_id for a in clause.addressees.all()),
        verb=clause.verb_id,
        obliges=item.nature == Nature.OBLIGATION,
        reiterated=clause.reiterated,
        vanished=clause.vanished,
    )


def likest(wording: Wording, among: Iterable[Wording]) -> Wording | None:
    """Return the wording most like another one, None where there is none."""
    return max(among, key=wording.likeness_to, default=None)


def twins_of(wording: Wording) -> Iterator[tuple[Wording, Wording, float]]:
    """Yield (later, earlier, likeness): with the last earlier one like it, and with the first later one."""
    if len(wording.words) < FEWEST_WORDS:
        return
    alike = [(w, score) for w in shortlist(wording) if (score := wording.likeness_to(w)) >= ALIKE]
    before = [(w, score) for w, score in alike if wording.is_after(w)]
    after = [(w, score) for w, score in alike if w.is_after(wording)]
    if before:
        twin, score = max(before, key=_day_then_likeness)
        yield wording, twin, score
    if after:
        twin, score = min(after, key=lambda each: (each[0].adopted_on or dt.date.max, -each[1]))
        yield twin, wording, score


def _day_then_likeness(each: tuple[Wording, float]) -> Any:
    wording, score = each
    return wording.adopted_on, score


def shortlist(wording: Wording) -> list[Wording]:
    """Return the obligations of other resolutions whose paragraphs share the rarest-looking words with it."""
    longest = sorted(set(wording.words), key=lambda word: (-len(word), word))[:SOUGHT_WORDS]
    sought = SearchQuery(
        " OR ".join(f'"{word}"' for word in longest), config=TEXT_CONFIG, search_type="websearch"
    )
    texts = ParagraphText.objects.filter(search=sought, version__is_current=True).exclude(
        paragraph__resolution=wording.resolution
    )
    ranked = texts.annotate(rank=SearchRank(F("search"), sought)).order_by("-rank", "pk")
    paragraphs = list(ranked.values_list("paragraph", flat=True)[:SHORTLIST])
    return _worded(ActionItem.objects.obligations().filter(clause__paragraph__in=paragraphs))
