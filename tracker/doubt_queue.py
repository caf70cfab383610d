"""The queue of doubtful readings: which wait, the worst first and why, and how many were settled today."""

import datetime as dt
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.utils import timezone

from resolutions.models import Clause, ClauseDeadline, ReviewState
from tracker import checking
from tracker.doubts import KINDS, OTHER_POINTS, kind_of
from tracker.models import ActionItem, TakenReading
from tracker.querysets import Person

ASKS_POINTS = 2
SOON_POINTS = 2
SOON = dt.timedelta(days=90)
MOST_ALIKE = 100


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The queue narrowed by what a person chose; empty is no condition.

    Args:
        kind: the word of a doubt.
        organ: its code.
        resolution: its symbol.
        share_of: who has taken the readings.
    """

    kind: str = ""
    organ: str = ""
    resolution: str = ""
    share_of: Person | None = None

    @property
    def condition(self) -> Q:
        """What a clause of the narrowed queue meets."""
        condition = Q()
        if self.kind:
            condition &= Q(doubts__contains=[self.kind])
        if self.organ:
            condition &= Q(paragraph__resolution__organ__code=self.organ)
        if self.resolution:
            condition &= Q(paragraph__resolution__symbol=self.resolution)
        if self.share_of:
            condition &= Q(taken__until__gt=timezone.now(), taken__by=self.share_of.pk)
        return condition


def waiting(narrowed: Narrowed, *, on: dt.date) -> QuerySet[Clause]:
    """Return the doubtful readings that nobody has settled, each with its `score`, the highest first."""
    queue = checking.read_clauses().filter(action_item__in=ActionItem.objects.doubtful())
    scored = queue.filter(narrowed.condition).annotate(score=_score(on))
    return scored.order_by("-score", "paragraph__resolution__symbol", "paragraph__position", "number")


def left_to(reader: Person, narrowed: Narrowed, *, on: dt.date) -> QuerySet[Clause]:
    """Return those waiting that a person can settle: all but what others have taken."""
    return free_for(reader, waiting(narrowed, on=on))


def free_for(reader: Person, clauses: QuerySet[Clause]) -> QuerySet[Clause]:
    """Return the clauses without those that somebody else has taken."""
    held = TakenReading.objects.held_from(reader, timezone.now())
    return clauses.exclude(pk__in=held.values("clause"))


def _score(on: dt.date) -> Combinable:
    """Add the points of each doubt, of asking something, and of falling due soon."""
    known = [
        Case(When(doubts__contains=[doubt], then=Value(kind.points)), default=Value(0))
        for doubt, kind in KINDS.items()
    ]
    unknown = Func(
        F("doubts"),
        Value(list(KINDS), output_field=ArrayField(TextField())),
        template="(SELECT count(*)::int FROM unnest(%(expressions)s))",
        arg_joiner=") AS d(word) WHERE NOT word = ANY(",
        output_field=IntegerField(),
    )
    asks = Case(When(asks=True, then=Value(ASKS_POINTS)), default=Value(0))
    soon = Case(When(Exists(_due_soon(on)), then=Value(SOON_POINTS)), default=Value(0))
    score: Combinable = asks + soon + unknown * Value(OTHER_POINTS)
    for points in known:
        score = score + points
    return score


def _due_soon(on: dt.date) -> QuerySet[ClauseDeadline]:
    return ClauseDeadline.objects.filter(
        clause=OuterRef("pk"), governs=True, expiry=False, last_day__range=(on, on + SOON)
    )


def reasons(clause: Clause, *, on: dt.date) -> list[tuple[str, int]]:
    """Return what brought a reading to its place, with the points of each; they add up to its score."""
    told = [(kind_of(doubt).name, kind_of(doubt).points) for doubt in clause.doubts]
    if clause.asks:
        told.append(("asks for something", ASKS_POINTS))
    due = next((d for d in clause.deadlines.all() if d.governs and not d.expiry), None)
    if due and due.last_day and on <= due.last_day <= on + SOON:
        told.append(("falls due soon", SOON_POINTS))
    return told


def counts_by_kind(reader: Person, narrowed: Narrowed, *, on: dt.date) -> list[tuple[str, str, int]]:
    """Return the kinds of doubt left to a person, with name and number; the kind chosen does not narrow."""
    found: dict[str, int] = {}
    for doubts in left_to(reader, replace(narrowed, kind=""), on=on).values_list("doubts", flat=True):
        for doubt in set(doubts):
            found[doubt] = found.get(doubt, 0) + 1
    return sorted(((d, kind_of(d).name, n) for d, n in found.items()), key=lambda row: (-row[2], row[1]))


def settled_today(narrowed: Narrowed, *, on: dt.date) -> QuerySet[Clause]:
    """Return the readings whose doubts somebody settled on the day."""
    kind = Q(settled_doubts__contains=[narrowed.kind]) if narrowed.kind else ~Q(settled_doubts=[])
    start = timezone.make_aware(dt.datetime.combine(on, dt.time()))
    elsewhere = replace(narrowed, kind="")
    return Clause.objects.filter(
        kind, elsewhere.condition, reviewed_at__gte=start, reviewed_at__lt=start + dt.timedelta(days=1)
    )


def last_confirmed(by: User, *, on: dt.date) -> Clause | None:
    """Return the reading the person confirmed last on the day, for taking it back."""
    mine = settled_today(Narrowed(), on=on).filter(reviewed_by=by, review_state=ReviewState.CONFIRMED)
    return mine.select_related("paragraph__resolution").order_by("-reviewed_at").first()


def alike(reader: Person, clause: Clause, *, on: dt.date) -> QuerySet[Clause]:
    """Return those left to a person of the same pattern: same doubts, rule, verb, and whether they ask."""
    return left_to(reader, Narrowed(), on=on).filter(
        doubts=clause.doubts, rule=clause.rule, verb=clause.verb_id, asks=clause.asks
    )
