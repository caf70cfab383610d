"""Review policies: which one holds for an obligation, and what day it gives."""

import datetime as dt
from collections.abc import Sequence

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from resolutions.models import Clause, ClauseType, Organ
from tracker.models import Occurrence, ReviewPolicy

# Where no policy fits: a table that was never filled, or one that names particular organs only.
OTHERWISE = ReviewPolicy(first_months=24, then_months=12, grace_days=90)
# What an empty table begins with, as organ, type of verb, force, months and days of grace: strong requests
# are looked at after a year, those of the Security Council, which renews mandates by the half-year, sooner.
BEGINNING = (
    ("", "", 0, 24, 12, 90),
    ("", ClauseType.DIRECTIVE, 7, 12, 12, 90),
    ("SC", "", 0, 6, 6, 30),
)


@transaction.atomic
def load_policies() -> int:
    """Fill an empty table with the policies to begin with; returns how many were added."""
    if ReviewPolicy.objects.exists():
        return 0
    organs = {organ.code: organ for organ in Organ.objects.all()}
    begun = [
        ReviewPolicy(
            organ=organs.get(code), type=kind, force_from=force, first_months=first, then_months=then,
            grace_days=grace,
        )
        for code, kind, force, first, then, grace in BEGINNING
        if not code or code in organs
    ]  # fmt: skip
    return len(ReviewPolicy.objects.bulk_create(begun))


def in_order() -> list[ReviewPolicy]:
    """Return the policies in the order in which they are tried."""
    return list(ReviewPolicy.objects.most_particular_first())


def policy_of(clause: Clause, among: Sequence[ReviewPolicy] | None = None) -> ReviewPolicy:
    """Return the policy that holds for a clause: the most particular of those that fit.

    Args:
        clause: the clause.
        among: the policies `in_order`, where many clauses are asked about; they are looked up else.
    """
    force = max(clause.force_secretariat, clause.force_states)
    organ = clause.paragraph.resolution.organ_id
    for policy in in_order() if among is None else among:
        fits = policy.organ_id in (None, organ) and policy.type in ("", clause.type)
        if fits and policy.force_from <= force:
            return policy
    return OTHERWISE


def review_day(
    clause: Clause, looked_on: dt.date | None = None, among: Sequence[ReviewPolicy] | None = None
) -> dt.date:
    """Return when an undated obligation is looked at: after the last look, else after the adoption."""
    policy = policy_of(clause, among)
    if looked_on:
        return looked_on + relativedelta(months=policy.then_months)
    resolution = clause.paragraph.resolution
    begin = resolution.adopted_on or timezone.localdate(resolution.created_at)
    return begin + relativedelta(months=policy.first_months)


def note_look(occurrence: Occurrence, *, on: dt.date) -> None:
    """Note that somebody looked at an occurrence; without a due date it is looked at again by policy.

    A review day that a person set has served once it was looked at.
    """
    occurrence.looked_on = on
    if occurrence.due_to is None:
        occurrence.review_on = review_day(occurrence.assignment.item.clause, on)
        occurrence.review_set_by = None
    occurrence.save(update_fields=["looked_on", "review_on", "review_set_by", "updated_at"])
