"""The doors to the directory: place a new name, rename an entity from a day on, merge two that are one."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from resolutions.corrections import CannotCorrect
from resolutions.merging import merge_entity
from resolutions.models import Entity
from resolutions.renaming import rename_entity
from tracker import permissions, rollup
from tracker.acting import acting
from tracker.models import (
    Assignment,
    Feed,
    FocalPoint,
    FollowUpReport,
    MemberResponse,
    ReportingCycle,
    Watch,
)
from tracker.refusals import Refused


@transaction.atomic
def place(*, entity: Entity, by: User) -> None:
    """Note that a new name is an entity of its own and stays in the directory.

    Raises:
        NotAllowed: the person may not keep the directory.
        Refused: it was placed before.
    """
    permissions.require(permissions.may_keep_directory(by), "place names in the directory")
    if not entity.provisional:
        raise Refused(f"{entity} is in the directory already.", field="entity")
    entity.provisional = False
    with acting(by):
        entity.save(update_fields=["provisional"])


@transaction.atomic
def rename(*, entity: Entity, name: str, since: dt.date, by: User, why: str) -> None:
    """Give an entity another official name from a day on; the old one stays, with its last day.

    Texts of the days of the old name are matched by it as before, and both names find the entity.

    Raises:
        NotAllowed: the person may not keep the directory.
        Refused: no reason, or a day to come; no name, the one it bears or the official name of another; or
            the old name holds only since that day.
    """
    permissions.require(permissions.may_keep_directory(by), "rename entities")
    if not why.strip():
        raise Refused("Say why it bears another name; the reason is kept in the history.", field="why")
    if since > timezone.localdate():
        raise Refused("That day is still to come. Rename it on the day.", field="since")
    with acting(by, why=why):
        try:
            rename_entity(entity=entity, name=name, since=since)
        except CannotCorrect as error:
            raise Refused(error.message, field=error.field) from error


@transaction.atomic
def merge(*, entity: Entity, into: Entity, by: User, why: str) -> None:
    """Merge an entity into another; assignments, reports, focal points and watches go over.

    Args:
        entity: the one that will point to the other.
        into: the one that stays.
        by: someone who may keep the directory.
        why: the reason; the row history keeps it with every row that changes.

    Raises:
        NotAllowed: the person may not keep the directory.
        Refused: no reason is given; they are the same; one was merged before; or both are assigned to one
            item and both have follow-up there, which a person has to settle first.
    """
    permissions.require(permissions.may_keep_directory(by), "merge entities")
    if not why.strip():
        raise Refused("Say why the two are one; the reason is kept in the history.", field="why")
    with acting(by, why=why):
        try:
            merge_entity(entity=entity, into=into)
        except CannotCorrect as error:
            raise Refused(error.message, field=error.field) from error
        _assignments(entity, into)
        _responses(entity, into)
        FollowUpReport.objects.filter(entity=entity).update(entity=into)
        _focal_points(entity, into)
        _watches(entity, into)
        for cycle in ReportingCycle.objects.filter(entities=entity):
            cycle.entities.add(into)
            cycle.entities.remove(entity)


def _assignments(entity: Entity, into: Entity) -> None:
    for assignment in Assignment.objects.filter(entity=entity).select_related("item"):
        twin = Assignment.objects.filter(item=assignment.item, entity=into).first()
        if twin is None:
            assignment.entity = into
            assignment.save(update_fields=["entity", "updated_at"])
        elif assignment.withdrawn_at is None:
            _withdraw_twin(assignment, twin)
            rollup.refresh(assignment.item)


def _withdraw_twin(assignment: Assignment, twin: Assignment) -> None:
    if _has_follow_up(assignment) and _has_follow_up(twin):
        raise Refused(
            f"Both are assigned to {assignment.item.reference} and both have follow-up there. Withdraw one "
            "of the two assignments first.",
            field="into",
        )
    if _has_follow_up(assignment) or twin.withdrawn_at:
        # The one with the follow-up stays; the pair is unique, so the two change places.
        raise Refused(
            f"{assignment.entity} has the follow-up on {assignment.item.reference}. Merge {twin.entity} into "
            f"{assignment.entity} instead.",
            field="into",
        )
    assignment.withdrawn_at, assignment.withdrawn_why = timezone.now(), f"Merged into {twin.entity}."
    assignment.save(update_fields=["withdrawn_at", "withdrawn_why", "updated_at"])


def _has_follow_up(assignment: Assignment) -> bool:
    worked = Q(lines__isnull=False) | Q(status_changes__ground__in=["report", "decision"])
    return assignment.occurrences.filter(worked).exists()


def _responses(entity: Entity, into: Entity) -> None:
    answered = MemberResponse.objects.filter(entity=into).values("occurrence")
    both = MemberResponse.objects.filter(entity=entity, occurrence__in=answered).first()
    if both:
        raise Refused(
            f"Both answered {both.occurrence.assignment.item.reference} as members of "
            f"{both.occurrence.assignment.entity}. The two answers cannot be made one.",
            field="into",
        )
    MemberResponse.objects.filter(entity=entity).update(entity=into)


def _watches(entity: Entity, into: Entity) -> None:
    Watch.objects.filter(entity=entity, user__in=Watch.objects.filter(entity=into).values("user")).delete()
    Watch.objects.filter(entity=entity).update(entity=into)
    of_both = Feed.objects.filter(entity=into, revoked_at=None).values("owner")
    Feed.objects.filter(entity=entity, owner__in=of_both, revoked_at=None).update(revoked_at=timezone.now())
    Feed.objects.filter(entity=entity).update(entity=into)


def _focal_points(entity: Entity, into: Entity) -> None:
    open_for_both = FocalPoint.objects.filter(entity=into, valid_until=None).values("user")
    FocalPoint.objects.filter(entity=entity, valid_until=None, user__in=open_for_both).update(
        valid_until=timezone.localdate()
    )
    FocalPoint.objects.filter(entity=entity).update(entity=into)
