"""The doors to reporting cycles: open one, close one."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions
from tracker.models import ReportingCycle
from tracker.refusals import Refused


@transaction.atomic
def open_cycle(
    *,
    name: str,
    period_from: dt.date,
    period_to: dt.date,
    due_on: dt.date,
    entities: Iterable[Entity],
    by: User,
) -> ReportingCycle:
    """Ask entities to report on a period by a day.

    Raises:
        NotAllowed: the person may not open cycles.
        Refused: the name is taken, the days are out of order, or no entity is asked.
    """
    permissions.require(permissions.may_open_cycle(by), "open a reporting cycle")
    asked = list(entities)
    if not name.strip():
        raise Refused("Give the cycle a name, for instance “Reports for 2026”.", field="name")
    _check_free(name)
    if period_to < period_from:
        raise Refused("The period ends before it begins.", field="period_to")
    if due_on < period_from:
        raise Refused("Reports cannot be due before the period begins.", field="due_on")
    if not asked:
        raise Refused("Choose the entities that are asked to report.", field="entities")
    try:
        with transaction.atomic():
            cycle = ReportingCycle.objects.create(
                name=name, period_from=period_from, period_to=period_to, due_on=due_on, opened_by=by
            )
    except IntegrityError:
        _check_free(name)  # another took it between the first look and the writing
        raise
    cycle.entities.set(asked)
    return cycle


def _check_free(name: str) -> None:
    if ReportingCycle.objects.filter(name=name).exists():
        raise Refused(f"There is a cycle “{name}” already.", field="name")


@transaction.atomic
def close_cycle(*, cycle: ReportingCycle, by: User) -> None:
    """Close a cycle; reports already begun may still be finished.

    Raises:
        NotAllowed: the person may not open or close cycles.
        Refused: it is closed already.
    """
    permissions.require(permissions.may_open_cycle(by), "close a reporting cycle")
    if cycle.closed_at:
        raise Refused(f"“{cycle}” is closed already.", field="cycle")
    cycle.closed_at = timezone.now()
    cycle.save(update_fields=["closed_at"])
