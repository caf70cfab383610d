"""Let review days follow the policies: for all obligations without a due date, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import (
    Case,
    Count,
    DateField,
    DurationField,
    Expression,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone

from tracker import permissions
from tracker.acting import acting
from tracker.models import Occurrence, ReviewPolicy
from tracker.policies import OTHERWISE

CLAUSE = "assignment__item__clause"
RESOLUTION = f"{CLAUSE}__paragraph__resolution"


@dataclass(frozen=True, slots=True)
class Moved:
    """What a policy does to review days: of so many it governs, so many move."""

    policy: ReviewPolicy
    governs: int
    moves: int


def preview() -> list[Moved]:
    """Return what `apply` would do now, policy by policy in the order in which they are tried."""
    policies = _policies()
    place = _by_policy(policies, [Value(place) for place in range(len(policies))], IntegerField())
    rows = _governed(policies).annotate(place=place).order_by().values("place")
    counted = rows.annotate(governs=Count("pk"), moves=Count("pk", filter=_differs()))
    found = {row["place"]: row for row in counted}
    return [
        Moved(policy, found[place]["governs"], found[place]["moves"])
        for place, policy in enumerate(policies)
        if place in found
    ]


@transaction.atomic
def apply(*, by: User) -> int:
    """Let every review day that no person set follow the policies.

    Returns:
        how many moved.

    Raises:
        NotAllowed: the person may not keep the policies.
    """
    permissions.require(permissions.may_keep_policies(by), "set review days by policy")
    day = _governed(_policies()).filter(pk=OuterRef("pk")).values("by_policy")
    moving = _governed(_policies()).filter(_differs())
    with acting(by, why="Review days follow the policies."):
        return Occurrence.objects.filter(pk__in=moving.values("pk")).update(
            review_on=Subquery(day), updated_at=timezone.now()
        )


def _policies() -> list[ReviewPolicy]:
    return [*ReviewPolicy.objects.select_related("organ").most_particular_first(), OTHERWISE]


def _governed(policies: Sequence[ReviewPolicy]) -> QuerySet[Any]:
    """Return the open undated occurrences whose day no person set, each with its day `by_policy`."""
    first = _by_policy(policies, [Value(p.first_months) for p in policies], IntegerField())
    then = _by_policy(policies, [Value(p.then_months) for p in policies], IntegerField())
    adopted = Coalesce(F(f"{RESOLUTION}__adopted_on"), TruncDate(f"{RESOLUTION}__created_at"))
    day = Case(When(looked_on__isnull=False, then=_later("looked_on", then)), default=_later(adopted, first))
    return Occurrence.objects.current().open().undated().filter(review_set_by=None).annotate(by_policy=day)


def _by_policy(
    policies: Sequence[ReviewPolicy], values: Sequence[Expression], field: "IntegerField[Any, Any]"
) -> Case:
    """Return the value of the first policy that fits, as `tracker.policies.policy_of` finds it."""
    whens = [When(_fits(p), then=value) for p, value in zip(policies, values, strict=True)]
    return Case(*whens, output_field=field)


def _fits(policy: ReviewPolicy) -> Q:
    least = policy.force_from
    fits = Q(**{f"{CLAUSE}__force_secretariat__gte": least}) | Q(**{f"{CLAUSE}__force_states__gte": least})
    if policy.organ_id:
        fits &= Q(**{f"{RESOLUTION}__organ": policy.organ_id})
    return fits & Q(**{f"{CLAUSE}__type": policy.type}) if policy.type else fits


def _differs() -> Q:
    return Q(review_on=None) | ~Q(review_on=F("by_policy"))


def _later(day: Any, months: Expression) -> Cast:
    span = Func(months, template="make_interval(months => %(expressions)s)", output_field=DurationField())
    return Cast(F(day) + span if isinstance(day, str) else day + span, DateField())
