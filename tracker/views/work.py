"""My work: what waits for the person who looks."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from resolutions.models import Entity
from tracker import doubt_queue, permissions, saved_filters
from tracker.cycle_progress import Progress, cycles_seen_by, progress
from tracker.doubt_queue import Narrowed
from tracker.models import ActionItem, FollowUpReport, Occurrence, ReportingCycle, ReportLine, SavedFilter
from tracker.querysets import OccurrenceQuerySet, entities_of
from tracker.statuses import ReportState, Status
from tracker.views.access import role_required
from tracker.views.people import person

DAYS_AHEAD = 90
FIRST_FOUND = 10
MOST_ROWS = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, the status that a report of the person's entity would change, a report begun on it."""

    occurrence: Occurrence
    status: Status
    draft: FollowUpReport | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """Things to do of one kind; `more` counts those that are not shown."""

    title: str
    rows: list[Row]
    total: int
    state: str

    @property
    def more(self) -> int:
        """How many are not shown here."""
        return self.total - len(self.rows)


@role_required
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person: as focal point, as reviewer, as whoever checks readings."""
    user, today = person(request), timezone.localdate()
    own = list(permissions.answered_by(user, on=today))
    mine = FollowUpReport.objects.visible_to(user, on=today).filter(entity__in=own) | (
        FollowUpReport.objects.filter(author=user)
    )
    mine = mine.select_related("entity").order_by("-updated_at").distinct()
    begun = mine.filter(state__in=[ReportState.DRAFT, ReportState.SENT_BACK])
    piles = _piles(Occurrence.objects.awaiting(user, on=today), own, begun) if own else []
    context = {
        "own": own,
        "piles": piles,
        "sent_back": mine.filter(state=ReportState.SENT_BACK),
        "drafts": mine.filter(state=ReportState.DRAFT),
        "handed_in": mine.filter(state=ReportState.SUBMITTED),
        "cycles": _asked(request) if own else [],
        "to_review": _count_reviews(request) if permissions.is_reviewer(user) else None,
        "doubts": _count_doubts(request) if permissions.may_correct(user) else None,
    }
    context["kept"], context["found"], context["found_total"] = _kept(request)
    waits = any(pile.rows for pile in piles) or any(
        context[name] for name in ("sent_back", "drafts", "cycles", "to_review", "doubts")
    )
    context["nothing"] = not waits
    return render(request, "tracker/work.html", context)


def _piles(awaiting: OccurrenceQuerySet, own: list[Entity], begun: QuerySet[FollowUpReport]) -> list[Pile]:
    today = timezone.localdate()
    lines = ReportLine.objects.filter(report__in=begun.values("pk")).select_related("report")
    drafts = {line.occurrence_id: line.report for line in lines.order_by("report__updated_at")}
    kinds = {
        "overdue": ("Overdue", awaiting.overdue(today)),
        "due": (f"Due within {DAYS_AHEAD} days", awaiting.due_within(DAYS_AHEAD, today)),
        "to_review": ("Without a due date, to be looked at again", awaiting.to_review(today)),
    }
    return [_pile(title, state, waiting, own, drafts) for state, (title, waiting) in kinds.items()]


def _pile(
    title: str,
    state: str,
    occurrences: OccurrenceQuerySet,
    own: list[Entity],
    drafts: dict[int, FollowUpReport],
) -> Pile:
    shown = (
        occurrences.select_related("assignment__entity", "assignment__item__clause__paragraph__resolution")
        .prefetch_related("responses", "assignment__item__clause__paragraph__texts")
        .order_by("due_to", "review_on", "pk")[:MOST_ROWS]
    )
    rows = [Row(o, _status(o, own), drafts.get(o.pk)) for o in shown]
    return Pile(title, rows, occurrences.count(), state)


def _status(occurrence: Occurrence, own: list[Entity]) -> Status:
    """Return the status that concerns the person: of their own entity's answer where a group is asked."""
    ids = {entity.pk for entity in own}
    if occurrence.assignment.entity_id in ids:
        return Status(occurrence.status)
    answers = [response for response in occurrence.responses.all() if response.entity_id in ids]
    return Status(answers[0].status) if answers else Status.NOT_STARTED


def _asked(request: HttpRequest) -> list[tuple[ReportingCycle, list[Progress]]]:
    """Return the open cycles with those of the person's entities that have not handed in yet."""
    user, today = person(request), timezone.localdate()
    own = set(entities_of(user, on=today).values_list("pk", flat=True))
    asked = []
    for cycle in cycles_seen_by(user, on=today).filter(closed_at=None).order_by("due_on"):
        missing = [p for p in progress(cycle, user, on=today) if p.entity.pk in own and not p.reported]
        if missing:
            asked.append((cycle, missing))
    return asked


def _kept(request: HttpRequest) -> tuple[SavedFilter | None, list[ActionItem], int]:
    """Return the filter the person keeps on this page, the first it finds, and how many it finds."""
    user = person(request)
    kept = SavedFilter.objects.filter(owner=user, on_my_work=True).first()
    if kept is None:
        return None, [], 0
    items = saved_filters.selection_of(kept, reader=user, on=timezone.localdate()).items()
    first = items.select_related("clause__paragraph__resolution").in_reading_order()[:FIRST_FOUND]
    return kept, list(first.prefetch_related("clause__paragraph__texts")), items.count()


def _count_reviews(request: HttpRequest) -> int:
    user = person(request)
    waiting = FollowUpReport.objects.visible_to(user, on=timezone.localdate()).to_review()
    return waiting.exclude(author=user).count()


def _count_doubts(request: HttpRequest) -> int:
    return doubt_queue.left_to(person(request), Narrowed(), on=timezone.localdate()).count()
