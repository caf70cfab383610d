"""From what a text says to what is tracked: an item per clause, an assignment per addressee.

Repeatable: run again it adds what is new and changes only what no person has touched. Nothing is deleted.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from resolutions.models import Clause, ClauseAddressee, Resolution, Role
from tracker import rollup
from tracker.models import (
    ActionItem,
    Assignment,
    AssignmentSource,
    DueSource,
    Ground,
    MemberResponse,
    Nature,
    Occurrence,
    ReportLine,
    ReviewPolicy,
    StatusChange,
)
from tracker.policies import review_day
from tracker.recurrence import first_days
from tracker.statuses import Status

NO_LONGER_NAMED = "The text as now read no longer names this entity."
NO_LONGER_ASKED = "The text as now read asks for nothing here."


@dataclass(frozen=True, slots=True)
class Tracked:
    """What an intake changed."""

    items: int = 0
    assignments: int = 0
    withdrawn: int = 0
    rescheduled: int = 0

    def plus(self, **more: int) -> "Tracked":
        """Return the counts with some raised."""
        return replace(self, **{name: getattr(self, name) + n for name, n in more.items()})


@transaction.atomic
def track(resolution: Resolution) -> Tracked:
    """Take in every clause of a resolution.

    Args:
        resolution: stored by `resolutions.importing.store`.

    Returns:
        the numbers of items and assignments added, assignments withdrawn, and due dates that followed the
        text; all zero where nothing changed.
    """
    clauses = Clause.objects.filter(
        paragraph__resolution=resolution, version__language=tracked_language(resolution), vanished=False
    )
    counts = Tracked()
    for clause in clauses.select_related("paragraph__resolution").prefetch_related(
        "addressees__entity", "deadlines"
    ):
        counts = _take_in(clause, counts)
    return counts


def tracked_language(resolution: Resolution) -> str:
    """Return the language whose clauses are tracked: that of the first text in which clauses were read.

    All official languages are equally authentic, so a translation asks for nothing more than the text does.
    A French text that came first, and in which no clause is read, keeps nothing from the English one.
    """
    texts = resolution.versions.order_by("pk").values_list("language", flat=True)
    return texts.filter(clauses__isnull=False).first() or texts[0]


@transaction.atomic
def track_clause(clause: Clause) -> Tracked:
    """Take in one clause again, after a person corrected it or added it; a translation's adds nothing."""
    if clause.version.language != tracked_language(clause.paragraph.resolution):
        return Tracked()
    return _take_in(clause, Tracked())


def obliges(clause: Clause) -> bool:
    """Whether a clause is an obligation to follow up. The chapeau of a list is followed up in its items."""
    return clause.asks and not clause.list_items.filter(vanished=False).exists()


def _take_in(clause: Clause, counts: Tracked) -> Tracked:
    nature = Nature.OBLIGATION if obliges(clause) else Nature.NONE
    status = Status.NOT_STARTED if nature == Nature.OBLIGATION else Status.NO_ACTION
    item, created = ActionItem.objects.get_or_create(
        clause=clause, defaults={"nature": nature, "status": status}
    )
    if not created and item.nature != nature and _nature_may_follow_text(item):
        item.nature, item.status = nature, status
        item.save(update_fields=["nature", "status", "updated_at"])
    counts = counts.plus(items=int(created))
    named = _named(clause) if item.nature == Nature.OBLIGATION else []
    counts = _assign_named(item, named, counts)
    counts = _withdraw_unnamed(item, named, counts)
    if item.nature == Nature.OBLIGATION:
        counts = _follow_due_date(item, clause, counts)
    rollup.refresh(item)
    return counts


def _nature_may_follow_text(item: ActionItem) -> bool:
    return item.nature_set_by_id is None and not item.worked_on


def _named(clause: Clause) -> list[ClauseAddressee]:
    return [a for a in clause.addressees.all() if a.role == Role.ADDRESSEE]


def _assign_named(item: ActionItem, named: list[ClauseAddressee], counts: Tracked) -> Tracked:
    held = {assignment.entity_id: assignment for assignment in item.assignments.all()}
    for addressee in named:
        assignment = held.get(addressee.entity_id)
        if assignment is None:
            assignment = Assignment.objects.create(item=item, entity=addressee.entity)
            open_first_occurrence(assignment)
            counts = counts.plus(assignments=1)
        elif assignment.withdrawn_why in (NO_LONGER_NAMED, NO_LONGER_ASKED):
            assignment.withdrawn_at, assignment.withdrawn_why = None, ""
            assignment.save(update_fields=["withdrawn_at", "withdrawn_why", "updated_at"])
        _name_members(assignment, addressee)
    return counts


def open_first_occurrence(assignment: Assignment, by: User | None = None) -> Occurrence:
    """Open the first occurrence of an assignment with the clause's due date and its first status row.

    Args:
        assignment: whose occurrence it is.
        by: who assigned, None where the text did.
    """
    clause = assignment.item.clause
    occurrence = Occurrence.objects.create(assignment=assignment, **due_fields(clause))
    StatusChange.objects.create(
        occurrence=occurrence,
        ground=Ground.INTAKE,
        to_status=occurrence.status,
        effective_on=clause.paragraph.resolution.adopted_on or timezone.localdate(),
        by=by,
    )
    return occurrence


def due_fields(clause: Clause, policies: Sequence[ReviewPolicy] | None = None) -> dict[str, object]:
    """Return what the text says of the due date, as fields of an occurrence; an expiry is no due date.

    Args:
        clause: the clause.
        policies: of review, `in_order`, where many clauses are asked about.
    """
    governing = next((d for d in clause.deadlines.all() if d.governs and not d.expiry), None)
    if governing is None:
        return {
            **_days(None, None, False),
            "due_words": "",
            "due_source": DueSource.NOT_STATED,
            "recurrence": "",
            "review_on": review_day(clause, among=policies),
        }
    days = _days(governing.first_day, governing.last_day, governing.estimated)
    series = first_days(clause, governing.recurrence) if governing.last_day is None else None
    if series:
        days = _days(series.first, series.last, series.estimated)
    return {
        **days,
        "due_words": governing.text,
        "due_source": DueSource.TEXT,
        "recurrence": governing.recurrence,
        "review_on": review_day(clause, among=policies) if days["due_to"] is None else None,
    }


def _days(first: dt.date | None, last: dt.date | None, estimated: bool) -> dict[str, object]:
    return {"due_from": first, "due_to": last, "due_estimated": estimated}


def _name_members(assignment: Assignment, addressee: ClauseAddressee) -> None:
    members = addressee.named_members.all()
    for occurrence in assignment.occurrences.filter(is_current=True) if members else ():
        for member in members:
            MemberResponse.objects.get_or_create(
                occurrence=occurrence, entity=member.entity, defaults={"named": True}
            )


def _untouched(item: ActionItem) -> list[Assignment]:
    """Return the standing assignments that the text made and on which nobody has worked."""
    lines = ReportLine.objects.filter(occurrence__assignment=OuterRef("pk"))
    decided = StatusChange.objects.filter(occurrence__assignment=OuterRef("pk")).exclude(ground=Ground.INTAKE)
    set_by_person = Occurrence.objects.filter(assignment=OuterRef("pk"), due_source=DueSource.PERSON)
    return list(
        item.assignments.standing()
        .filter(~Exists(lines), ~Exists(decided), ~Exists(set_by_person), source=AssignmentSource.TEXT)
        .select_related("entity")
    )


def _withdraw_unnamed(item: ActionItem, named: list[ClauseAddressee], counts: Tracked) -> Tracked:
    entities = {addressee.entity_id for addressee in named}
    why = NO_LONGER_NAMED if item.nature == Nature.OBLIGATION else NO_LONGER_ASKED
    for assignment in _untouched(item):
        if assignment.entity_id not in entities:
            assignment.withdrawn_at, assignment.withdrawn_why = timezone.now(), why
            assignment.save(update_fields=["withdrawn_at", "withdrawn_why", "updated_at"])
            counts = counts.plus(withdrawn=1)
    return counts


def _follow_due_date(item: ActionItem, clause: Clause, counts: Tracked) -> Tracked:
    """Let due dates that still follow the text follow it; those of a person and of closed work stay.

    A series that has come round keeps the date that runs; a changed rule tells from its next time on.
    """
    wanted = due_fields(clause)
    for occurrence in Occurrence.objects.filter(assignment__in=_untouched(item), is_current=True).exclude(
        due_source=DueSource.PERSON
    ):
        follows = wanted.keys() if occurrence.sequence == 1 else {"recurrence", "due_words"}
        if occurrence.review_set_by_id or occurrence.looked_on:
            follows = follows - {"review_on"}
        changed = [name for name in wanted if name in follows and getattr(occurrence, name) != wanted[name]]
        for name in changed:
            setattr(occurrence, name, wanted[name])
        if changed:
            occurrence.save(update_fields=[*changed, "updated_at"])
            counts = counts.plus(rescheduled=1)
    return counts
