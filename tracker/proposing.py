"""Propose what later items seem to do to earlier ones: from what a text says of another, and from likeness.

Repeatable: a pair that was proposed before is left as it is, whatever became of it. A proposal changes
nothing; `tracker.mandates.relate` does, when a person confirms it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.db.models import Q
from django.utils import timezone

from resolutions.models import Citation, CitationRelation, ParagraphKind, Resolution
from resolutions.parsing.vocabulary.tables import rows
from tracker.alike import Wording, likest, twins_of, wordings
from tracker.models import ActionItem, Basis, ItemRelation, RelationKind, RelationProposal

# What the citing paragraph's lead verb alone says, where no other words do.
BY_CITATION = {
    CitationRelation.EXTENDS: (RelationKind.EXTENDS, False),
    CitationRelation.SUPERSEDES: (RelationKind.SUPERSEDES, False),
    CitationRelation.AMENDS: (RelationKind.SUPERSEDES, True),
}
# "paragraph 5 (h)", "paras. 3 and 4", "paragraphs 2 to 5"
PARAGRAPHS = re.compile(r"\bpara(?:graph)?s?\b\.?(?P<numbers>.*)", re.IGNORECASE)
NUMBER = re.compile(r"(\d+)((?: ?\([a-z]+\))*)(?:\s*(?:[–-]|to)\s*(\d+))?")
# How much of a clause that names no paragraph must stand in the earlier one that is meant.
MEANT = 0.35
# How much of the words of an item must stand in another one of a new text that seems to have taken its place.
MOVED = 0.5
LONGEST_RANGE = 50


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pair of items, what the later one seems to do, and why."""

    later: Wording
    earlier: Wording
    kind: RelationKind
    basis: Basis
    score: float
    why: str = ""
    in_part: bool = False


def propose(resolution: Resolution) -> int:
    """Write the proposals that concern the items of a resolution, as the later or as the earlier ones.

    Returns:
        how many are new.
    """
    found: dict[tuple[int, int], Proposed] = {}
    for each in (*from_moved(resolution), *from_citations(resolution), *from_likeness(resolution)):
        found.setdefault((each.later.item, each.earlier.item), each)
    new = {pair: each for pair, each in found.items() if pair not in _known(found)}
    RelationProposal.objects.bulk_create([_row(each) for each in new.values()], ignore_conflicts=True)
    return len(new)


def _known(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    laters = {later for later, _ in pairs}
    proposed = RelationProposal.objects.filter(later__in=laters).values_list("later", "earlier")
    related = ItemRelation.objects.filter(later__in=laters).values_list("later", "earlier")
    return {*proposed, *related}


def _row(each: Proposed) -> RelationProposal:
    return RelationProposal(
        later_id=each.later.item,
        earlier_id=each.earlier.item,
        kind=each.kind,
        in_part=each.in_part,
        basis=each.basis,
        why=each.why,
        score=round(each.score * 100),
    )


# --- From what a new text has elsewhere ---------------------------------------------------------------


def from_moved(resolution: Resolution) -> Iterator[Proposed]:
    """Yield the items that lost their words and have open work, each with the obligation most like it now."""
    listed = ActionItem.objects.listed().filter(clause__paragraph__resolution=resolution)
    gone = set(listed.with_lost_work(timezone.localdate()).values_list("pk", flat=True))
    told = wordings(resolution=resolution.pk) if gone else []
    here = [wording for wording in told if wording.obliges and not wording.vanished]
    for lost in (wording for wording in told if wording.item in gone):
        best = likest(lost, here)
        if best and lost.likeness_to(best) >= MOVED:
            yield Proposed(best, lost, RelationKind.REPLACES, Basis.MOVED, lost.likeness_to(best))


# --- From what the text says --------------------------------------------------------------------------


def from_citations(resolution: Resolution) -> Iterator[Proposed]:
    """Yield what clauses say of the resolutions they cite: "extends the mandate set out in …"."""
    citing = Citation.objects.filter(
        Q(version__resolution=resolution) | Q(cited=resolution),
        version__is_current=True,
        paragraph__kind=ParagraphKind.OPERATIVE,
        cited__isnull=False,
    ).select_related("paragraph", "version")
    read: dict[int, list[Wording]] = {}
    for citation in citing:
        later, earlier = citation.version.resolution_id, citation.cited_id or 0
        if later != earlier:
            for each in (later, earlier):
                if each not in read:
                    read[each] = wordings(resolution=each)
            yield from _said(citation, read[later], read[earlier])


def _said(citation: Citation, later: list[Wording], earlier: list[Wording]) -> Iterator[Proposed]:
    for clause in later:
        at = clause.text.find(citation.text) if clause.paragraph == citation.paragraph_id else -1
        kind, in_part = kind_said(clause.text, at, citation.relation) if at >= 0 else (None, False)
        if kind:
            for meant in _meant(citation.pinpoint, clause, earlier):
                score = clause.likeness_to(meant)
                if clause.is_after(meant):
                    yield Proposed(clause, meant, kind, Basis.CITATION, score, clause.text, in_part)


def kind_said(words: str, at: int, relation: str) -> tuple[RelationKind | None, bool]:
    """Return what a clause does to the document it cites at an offset, and whether only in part.

    >>> kind_said("Decides to extend the mandate set out in resolution 2010/5", 41, "related")
    (RelationKind.EXTENDS, False)
    """
    told = [kind for found, kind in _told(words) if found < at] or [kind for _, kind in _told(words)]
    if told:
        return told[-1], " in part" in words
    return BY_CITATION.get(CitationRelation(relation), (None, False))


def _told(words: str) -> list[tuple[int, RelationKind]]:
    pattern, kinds = _mandate_words()
    return [(m.start(), kinds[" ".join(m[0].casefold().split())]) for m in pattern.finditer(words)]


@cache
def _mandate_words() -> tuple[re.Pattern[str], dict[str, RelationKind]]:
    kinds = {row["words"]: RelationKind(row["kind"]) for row in rows("mandate_words")}
    longest_first = sorted(kinds, key=len, reverse=True)
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kinds


def _meant(pinpoint: str, clause: Wording, earlier: list[Wording]) -> list[Wording]:
    """Return the items a citation means: those of the paragraphs it names, else the one most alike."""
    labels = labels_in(pinpoint)
    if labels:
        there = [w for w in earlier if any(_is_at(w.label, label) for label in labels)]
        return [w for w in there if w.obliges] or there
    best = likest(clause, earlier)
    return [best] if best and clause.likeness_to(best) >= MEANT else []


def _is_at(label: str, named: str) -> bool:
    return label == named or label.startswith(f"{named}(")


def labels_in(pinpoint: str) -> list[str]:
    """Return the labels of the paragraphs that a pinpoint names, ranges written out.

    >>> labels_in("paragraphs 2 to 4"), labels_in("para. 5 (h)"), labels_in("annex II")
    (['2', '3', '4'], ['5(h)'], [])
    """
    found = PARAGRAPHS.search(pinpoint)
    labels: list[str] = []
    for number, letters, last in NUMBER.findall(found["numbers"] if found else ""):
        first, end = int(number), int(last or number)
        if letters or not first < end <= first + LONGEST_RANGE:
            labels.append(number + letters.replace(" ", ""))
        else:
            labels += [str(n) for n in range(first, end + 1)]
    return labels


# --- From likeness ------------------------------------------------------------------------------------


def from_likeness(resolution: Resolution) -> Iterator[Proposed]:
    """Yield the obligations that ask for much the same: with each its last earlier and first later one."""
    for wording in wordings(resolution=resolution.pk):
        for later, earlier, score in twins_of(wording) if wording.obliges else ():
            kind = RelationKind.RENEWS if later.reiterated else RelationKind.REPEATS
            yield Proposed(later, earlier, kind, Basis.LIKENESS, score)
