"""The doors to indicators: say what is measured of an item, change it, retire it.

What was measured comes with a report's lines (`tracker.report_lines`).
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from tracker import permissions
from tracker.acting import acting
from tracker.models import ActionItem, Assignment, Indicator
from tracker.models.measures import DIGITS, PLACES
from tracker.refusals import Refused
from tracker.workflow import mark_worked_on


@dataclass(frozen=True, slots=True)
class Definition:
    """What is measured, in which unit, from where to where.

    Args:
        name, unit: "Voluntary contributions to the Fund", "US dollars per year".
        adds_up: whether the values of several entities are summed (contributions) or stand side by side.
        baseline, baseline_on: the value it begins with, and its day; both or neither.
        target, target_on: the value to be reached, and by when; both or neither.
        assignment: the addressee that it measures alone, None where it measures all.
    """

    name: str
    unit: str
    adds_up: bool = False
    baseline: Decimal | None = None
    baseline_on: dt.date | None = None
    target: Decimal | None = None
    target_on: dt.date | None = None
    assignment: Assignment | None = None


@transaction.atomic
def define(*, item: ActionItem, by: User, as_: Definition) -> Indicator:
    """Say what is measured of an item.

    Raises:
        NotAllowed: the person may not.
        Refused: name or unit is missing, a value comes without its day, the addressee is of another item, or
            the item has such an indicator already.
    """
    permissions.require(permissions.may_measure(by), "say what is measured")
    _check(item, as_)
    try:
        with transaction.atomic():
            indicator = Indicator.objects.create(item=item, defined_by=by, **_fields(as_))
    except IntegrityError:
        raise _taken(as_) from None
    mark_worked_on(item)
    return indicator


@transaction.atomic
def change(*, indicator: Indicator, by: User, as_: Definition, why: str = "") -> None:
    """Change what is measured; values that were reported stay.

    Raises:
        NotAllowed, Refused: as `define`; or it is retired, or its unit changes while values stand.
    """
    permissions.require(permissions.may_measure(by), "change an indicator")
    _hold(indicator)
    _check(indicator.item, as_)
    if as_.unit.strip() != indicator.unit and indicator.measures.exists():
        raise Refused(
            f"Values were reported in {indicator.unit}. Retire this indicator and define another one in "
            f"{as_.unit.strip()}.",
            field="unit",
        )
    for name, value in _fields(as_).items():
        setattr(indicator, name, value)
    try:
        with transaction.atomic(), acting(by, why=why):
            indicator.save()
    except IntegrityError:
        raise _taken(as_) from None


@transaction.atomic
def retire(*, indicator: Indicator, by: User, why: str) -> None:
    """Take an indicator out of use; its values are kept, reports are no longer asked for it.

    Raises:
        NotAllowed: the person may not.
        Refused: no reason is given, or it is retired already.
    """
    permissions.require(permissions.may_measure(by), "retire an indicator")
    if not why.strip():
        raise Refused("Say why it is no longer measured; the reason is kept in the history.", field="why")
    _hold(indicator)
    indicator.retired_at = timezone.now()
    with acting(by, why=why):
        indicator.save(update_fields=["retired_at", "updated_at"])


def _hold(indicator: Indicator) -> None:
    indicator.refresh_from_db(from_queryset=Indicator.objects.select_for_update(no_key=True))
    if indicator.retired_at:
        raise Refused(f"“{indicator.name}” is retired. Define another indicator.", field="indicator")


def _fields(as_: Definition) -> dict[str, object]:
    given: dict[str, object] = {name: getattr(as_, name) for name in Definition.__dataclass_fields__}
    return given | {"name": as_.name.strip(), "unit": as_.unit.strip()}


def _check(item: ActionItem, as_: Definition) -> None:
    if not as_.name.strip():
        raise Refused("Say what is measured, for instance “Voluntary contributions”.", field="name")
    if not as_.unit.strip():
        raise Refused("Give the unit, for instance “US dollars per year”.", field="unit")
    for name in ("baseline", "target"):
        value, day = getattr(as_, name), getattr(as_, f"{name}_on")
        if value is not None:
            check_amount(value, field=name)
        if (value is None) != (day is None):
            raise Refused(f"Give the {name} and its day, or neither.", field=name)
    if as_.assignment is not None and as_.assignment.item_id != item.pk:
        raise Refused(f"{as_.assignment.entity} is assigned to another item.", field="assignment")


def check_amount(value: Decimal, *, field: str) -> None:
    """Check that a value can be kept as it is given.

    Raises:
        Refused: it is no number, too large, or has more decimal places than are kept.
    """
    if not value.is_finite() or abs(value) >= Decimal(10) ** (DIGITS - PLACES):
        raise Refused(f"Give a number of at most {DIGITS - PLACES} digits.", field=field)
    if value != round(value, PLACES):
        raise Refused(f"At most {PLACES} decimal places are kept; round the number.", field=field)


def _taken(as_: Definition) -> Refused:
    return Refused(f"This item has an indicator “{as_.name.strip()}” already.", field="name")
