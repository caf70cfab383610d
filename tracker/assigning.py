"""The doors to assignments: assign an entity to an item, withdraw an assignment."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions, rollup
from tracker.acting import acting
from tracker.intake import open_first_occurrence
from tracker.models import ActionItem, Assignment, AssignmentRole, AssignmentSource, Nature
from tracker.refusals import Refused
from tracker.workflow import mark_worked_on


@transaction.atomic
def assign(
    *, item: ActionItem, entity: Entity, by: User, role: AssignmentRole = AssignmentRole.LEAD
) -> Assignment:
    """Assign an entity to an item, beside those the text names.

    Returns:
        the assignment; where the entity had a withdrawn one, that one again.

    Raises:
        NotAllowed: the person may not assign.
        Refused: the item is no obligation, the entity was merged into another, or is assigned already.
    """
    permissions.require(permissions.may_assign(by), "assign entities")
    if item.nature != Nature.OBLIGATION:
        raise Refused("This paragraph asks for nothing, so nobody can be assigned.", field="item")
    if entity.merged_into:
        raise Refused(f"{entity} was merged into {entity.merged_into}; assign that one.", field="entity")
    with acting(by):
        assignment, created = Assignment.objects.get_or_create(
            item=item, entity=entity, defaults={"role": role, "source": AssignmentSource.PERSON}
        )
        if created:
            open_first_occurrence(assignment, by)
        else:
            _renew(assignment, role)
        mark_worked_on(item)
        rollup.refresh(item)
    return assignment


def _renew(assignment: Assignment, role: AssignmentRole) -> None:
    if assignment.withdrawn_at is None:
        raise Refused(f"{assignment.entity} is assigned already.", field="entity")
    assignment.withdrawn_at, assignment.withdrawn_why = None, ""
    assignment.role, assignment.source = role, AssignmentSource.PERSON
    assignment.save(update_fields=["withdrawn_at", "withdrawn_why", "role", "source", "updated_at"])


@transaction.atomic
def withdraw(*, assignment: Assignment, by: User, why: str) -> None:
    """Withdraw an assignment; its reports and history stay.

    Raises:
        NotAllowed: the person may not assign.
        Refused: no reason is given, or it is withdrawn already.
    """
    permissions.require(permissions.may_assign(by), "withdraw assignments")
    if not why.strip():
        raise Refused("Say why the assignment is withdrawn; the reason is kept.", field="why")
    if assignment.withdrawn_at:
        raise Refused("This assignment is withdrawn already.", field="assignment")
    assignment.withdrawn_at, assignment.withdrawn_why = timezone.now(), why.strip()
    with acting(by, why=why):
        assignment.save(update_fields=["withdrawn_at", "withdrawn_why", "updated_at"])
        mark_worked_on(assignment.item)
        rollup.refresh(assignment.item)
