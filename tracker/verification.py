"""Whether the histories explain what stands: every check is one query over all rows, and none writes.

The doors and the database's triggers keep these promises; this asks afterwards, for instance after a restore
from a backup, whether anything got round them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, OuterRef, Q, QuerySet, Subquery, TextField, Value, Window
from django.db.models.functions import Coalesce, Lag, Length

from resolutions.models import ParagraphText
from tracker import rollup
from tracker.models import (
    ActionItem,
    FollowUpReport,
    Ground,
    MemberResponse,
    Occurrence,
    ReportLine,
    ReportStep,
    StatusChange,
)
from tracker.statuses import BY_DECISION, BY_REPORT, REPORT_TRANSITIONS, ReportState, Status

# Where no history says anything; no status is called so.
NOTHING = Value("nothing")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that no history explains.

    Args:
        what: the kind of fault, as a sentence.
        where: the row, in words.
        pk: its number.
    """

    what: str
    where: str
    pk: int


def faults() -> Iterator[Fault]:
    """Give every fault in the database, kind by kind; none where all is explained."""
    for what, rows in CHECKS.items():
        for row in rows():
            yield Fault(what, str(row), row.pk)


def counted() -> int:
    """Return how many statuses of occurrences, answers and reports are checked."""
    return sum(model._base_manager.count() for model in (Occurrence, MemberResponse, FollowUpReport))


def _last(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(rows.order_by("-pk").values(field)[:1])


def _occurrences_without_explanation() -> QuerySet[Occurrence]:
    changes = StatusChange.objects.filter(occurrence=OuterRef("pk"), response=None)
    held = Occurrence.objects.annotate(explained=Coalesce(_last(changes, "to_status"), NOTHING))
    return held.exclude(status=F("explained")).select_related(*_OF_OCCURRENCE)


def _responses_without_explanation() -> QuerySet[MemberResponse]:
    """A member that has not answered yet needs no row."""
    changes = StatusChange.objects.filter(response=OuterRef("pk"))
    held = MemberResponse.objects.annotate(
        explained=Coalesce(_last(changes, "to_status"), Value(Status.NOT_STARTED.value))
    )
    return held.exclude(status=F("explained")).select_related("entity", "occurrence__assignment__entity")


def _broken_chains() -> QuerySet[StatusChange]:
    before = Window(
        Lag("to_status", default=Value("")), partition_by=["occurrence", "response"], order_by=F("id").asc()
    )
    # A member's first answer starts from "not started", which no row says.
    first_answer = Q(before="", from_status=Status.NOT_STARTED, response__isnull=False)
    told = StatusChange.objects.annotate(before=before)
    return told.exclude(Q(before=F("from_status")) | first_answer).select_related(
        *(f"occurrence__{path}" for path in _OF_OCCURRENCE)
    )


def _forbidden_changes() -> QuerySet[StatusChange]:
    return StatusChange.objects.filter(
        _not_in(BY_REPORT, Ground.REPORT) | _not_in(BY_DECISION, Ground.DECISION)
    )


def _not_in(table: Mapping[Status, tuple[Status, ...]], ground: Ground) -> Q:
    ways = Q(pk__in=[])
    for from_, to in table.items():
        ways |= Q(from_status=from_, to_status__in=to)
    return Q(ground=ground) & ~ways


def _changes_by_no_accepted_report() -> QuerySet[StatusChange]:
    accepted = ReportStep.objects.filter(to_state=ReportState.ACCEPTED)
    return StatusChange.objects.filter(ground=Ground.REPORT).exclude(
        line__report__in=accepted.values("report")
    )


def _accepted_by_their_author() -> QuerySet[ReportStep]:
    return ReportStep.objects.filter(to_state=ReportState.ACCEPTED, by=F("report__author"))


def _forbidden_steps() -> QuerySet[ReportStep]:
    ways = Q(from_state="", to_state=ReportState.DRAFT)
    for from_, to in REPORT_TRANSITIONS.items():
        ways |= Q(from_state=from_, to_state__in=to)
    return ReportStep.objects.exclude(ways)


def _reports_without_explanation() -> QuerySet[FollowUpReport]:
    steps = ReportStep.objects.filter(report=OuterRef("pk"))
    held = FollowUpReport.objects.annotate(explained=Coalesce(_last(steps, "to_state"), NOTHING))
    return held.exclude(state=F("explained")).select_related("entity")


def _not_as_the_triggers_saw(model: type[Model], field: str) -> Callable[[], QuerySet[Any]]:
    """Compare a field with the row history, which the database writes itself."""

    def rows() -> QuerySet[Any]:
        events = model.events.rel.related_model.objects.filter(pgh_obj_id=OuterRef("pk"))  # type: ignore[attr-defined] # made by pghistory
        seen = Subquery(events.order_by("-pgh_id").values(field)[:1])
        said = Coalesce(seen, NOTHING, output_field=TextField())
        return model._base_manager.annotate(seen=said).exclude(**{field: F("seen")})

    return rows


def _lines_outside_their_words() -> QuerySet[ReportLine]:
    texts = ParagraphText.objects.filter(
        version=OuterRef("version"), paragraph=OuterRef("occurrence__assignment__item__clause__paragraph")
    )
    length = Subquery(texts.annotate(length=Length("text")).values("length")[:1])
    placed = ReportLine.objects.filter(end__isnull=False).annotate(length=Coalesce(length, 0))
    outside = placed.filter(end__gt=F("length"))
    return outside.select_related("report__entity", *(f"occurrence__{path}" for path in _OF_OCCURRENCE))


def _items_beside_their_roll_up() -> Iterator[ActionItem]:
    for item in ActionItem.objects.select_related("clause__paragraph__resolution").iterator(2000):
        if item.status != rollup.status_of(item):
            yield item


_OF_OCCURRENCE = ("assignment__entity", "assignment__item__clause__paragraph__resolution")

CHECKS: Mapping[str, Callable[[], QuerySet[Any] | Iterator[Any]]] = {
    "No change of status explains the status of this occurrence": _occurrences_without_explanation,
    "No change of status explains this member's answer": _responses_without_explanation,
    "This change does not begin where the one before it ended": _broken_chains,
    "No table allows this change of status": _forbidden_changes,
    "This change names a report that was never accepted": _changes_by_no_accepted_report,
    "This report was accepted by its author": _accepted_by_their_author,
    "No table allows this step of a report": _forbidden_steps,
    "No step explains the state of this report": _reports_without_explanation,
    "The row history has another status of this occurrence": _not_as_the_triggers_saw(Occurrence, "status"),
    "The row history has another status of this answer": _not_as_the_triggers_saw(MemberResponse, "status"),
    "The row history has another state of this report": _not_as_the_triggers_saw(FollowUpReport, "state"),
    "The row history has other words of this paragraph": _not_as_the_triggers_saw(ParagraphText, "text"),
    "The words that this line of a report answered are not there": _lines_outside_their_words,
    "The status of this item is not what its assignments make of it": _items_beside_their_roll_up,
}
