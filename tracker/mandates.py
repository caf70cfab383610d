"""The doors to the life of a mandate: relate a later item to an earlier one, retire an item, and undo either.

What the text or likeness proposes (`tracker.proposing`) counts for nothing until a person confirms it here.
Validity follows from these rows and from dates (`tracker.validity`); nothing of it is stored.
"""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from tracker import carrying, permissions
from tracker.acting import acting
from tracker.models import ActionItem, ItemRelation, ProposalState, RelationKind, RelationProposal, Retirement
from tracker.refusals import Conflict, Refused
from tracker.validity import ProposalQuerySet
from tracker.wording import day
from tracker.workflow import mark_worked_on

RELATE = "say what a later text does to an earlier one"
RETIRE = "retire items"


@transaction.atomic
def relate(
    *,
    later: ActionItem,
    earlier: ActionItem,
    kind: RelationKind,
    by: User,
    effective_on: dt.date,
    in_part: bool = False,
    why: str = "",
    assign: bool = True,
) -> ItemRelation:
    """Record what a later item does to an earlier one; where it ends it, open work is carried over.

    A proposal for the pair is settled by it.

    Args:
        later, earlier: items of two resolutions, in the order of their adoption; or of one, where the text as
            now read no longer has the words of the earlier one.
        kind: what the later one does.
        effective_on: the day from which it does; not before the later text, not in the future.
        in_part: whether it concerns a part of the earlier item only, which then stays in force.
        why: the reason, where the texts do not say it.
        assign: whether entities with open work that the later item does not ask are assigned to it; their
            work is else closed as overtaken by events.

    Raises:
        NotAllowed: the person may not settle relations, or may not assign where that is needed.
        Refused: the two cannot stand so; the earlier has ended already; a report on it waits for review.
    """
    permissions.require(permissions.may_relate(by), RELATE)
    _hold(later, earlier)
    _check_pair(later, earlier)
    _check_day(effective_on, later)
    _check_not_related(later, earlier)
    relation = ItemRelation(
        later=later,
        earlier=earlier,
        kind=kind,
        in_part=in_part,
        effective_on=effective_on,
        stated_in=later.clause.paragraph,
        why=why.strip(),
        recorded_by=by,
    )
    if relation.ends:
        _check_not_ended(earlier)
        carrying.check_nothing_waits(earlier)
    with acting(by, why=why):
        relation.save()
        if relation.ends:
            carrying.carry_over(relation, by=by, assign=assign)
        _settle(RelationProposal.objects.waiting().filter(later=later, earlier=earlier), by, why)
        mark_worked_on(earlier)
        mark_worked_on(later)
    return relation


def _hold(*items: ActionItem) -> None:
    """Keep others off the items, always in the same order."""
    list(
        ActionItem.objects.select_for_update(no_key=True).filter(pk__in=[i.pk for i in items]).order_by("pk")
    )


def _check_pair(later: ActionItem, earlier: ActionItem) -> None:
    one, other = later.clause.paragraph.resolution, earlier.clause.paragraph.resolution
    if one == other and (later.clause.vanished or not earlier.clause.vanished):
        raise Refused("Both belong to the same resolution. Choose items of two resolutions.", field="later")
    if one.adopted_on and other.adopted_on and one.adopted_on < other.adopted_on:
        raise Refused(
            f"{one} was adopted on {day(one.adopted_on)}, before {other} on {day(other.adopted_on)}. "
            "Take the two the other way round.",
            field="later",
        )


def _check_day(effective_on: dt.date, later: ActionItem) -> None:
    adopted = later.clause.paragraph.resolution.adopted_on
    if effective_on > timezone.localdate():
        raise Refused(
            "The day from which it holds lies in the future. Record it once that day has come.",
            field="effective_on",
        )
    if adopted and effective_on < adopted:
        raise Refused(
            f"The day from which it holds lies before the later text, adopted on {day(adopted)}.",
            field="effective_on",
        )


def _check_not_related(later: ActionItem, earlier: ActionItem) -> None:
    pairs = ((later, earlier), (earlier, later))
    for one, other in pairs:
        if ItemRelation.objects.standing().filter(later=one, earlier=other).exists():
            raise Refused(
                f"{one.reference} and {other.reference} are related already. Undo that relation first.",
                field="later",
            )


def _check_not_ended(earlier: ActionItem) -> None:
    ended = ItemRelation.objects.ending(dt.date.max).filter(earlier=earlier).first()
    if ended:
        raise Refused(
            f"{earlier.reference} was {ended.passive} {ended.later.reference} already. Undo that first, or "
            "record a part only.",
            field="kind",
        )


@transaction.atomic
def dismiss(*, proposal: RelationProposal, by: User, reason: str = "") -> None:
    """Dismiss a proposal; the pair is never proposed again.

    Raises:
        NotAllowed: the person may not settle relations.
        Conflict: somebody settled it meanwhile.
    """
    permissions.require(permissions.may_relate(by), RELATE)
    waiting = RelationProposal.objects.waiting().filter(pk=proposal.pk)
    if not _settle(waiting, by, reason, ProposalState.DISMISSED):
        raise Conflict("Somebody settled this proposal meanwhile.")


def _settle(
    waiting: ProposalQuerySet,
    by: User,
    reason: str,
    state: ProposalState = ProposalState.CONFIRMED,
) -> int:
    return waiting.update(state=state, settled_by=by, settled_at=timezone.now(), reason=reason.strip())


@transaction.atomic
def undo(*, relation: ItemRelation, by: User, why: str) -> None:
    """Undo a relation while nothing was built upon it: the work it carried over goes back as it was.

    Raises:
        NotAllowed: the person may not settle relations.
        Refused: no reason is given; it is undone already; or somebody has gone on with the work.
    """
    permissions.require(permissions.may_relate(by), RELATE)
    if not why.strip():
        raise Refused("Say why the relation is undone; the reason is kept.", field="why")
    _hold(relation.later, relation.earlier)
    relation.refresh_from_db(fields=["undone_at"])
    if relation.undone_at:
        raise Refused("This relation is undone already.")
    relation.undone_by, relation.undone_at, relation.undone_why = by, timezone.now(), why.strip()
    with acting(by, why=why):
        carrying.bring_back(relation, by=by, why=why.strip())
        relation.save(update_fields=["undone_by", "undone_at", "undone_why"])


@transaction.atomic
def retire(*, item: ActionItem, by: User, why: str, effective_on: dt.date | None = None) -> Retirement:
    """Retire an item from a day on (today): it stays on record, and nobody is asked to go on with it.

    Its statuses stay as they were reported, so that lifting the retirement loses nothing.

    Raises:
        NotAllowed: the person may not retire items.
        Refused: no reason is given; the day is in the future or before the adoption; it is retired already.
    """
    permissions.require(permissions.may_retire(by), RETIRE)
    if not why.strip():
        raise Refused("Say why the item is retired, and by which decision; the reason is kept.", field="why")
    from_day = effective_on or timezone.localdate()
    _check_day_of_retirement(from_day, item)
    _hold(item)
    if Retirement.objects.standing().filter(item=item).exists():
        raise Refused("This item is retired already.")
    retirement = Retirement(item=item, effective_on=from_day, why=why.strip(), recorded_by=by)
    with acting(by, why=why):
        retirement.save()
        mark_worked_on(item)
    return retirement


def _check_day_of_retirement(from_day: dt.date, item: ActionItem) -> None:
    adopted = item.clause.paragraph.resolution.adopted_on
    if from_day > timezone.localdate():
        raise Refused(
            "The day from which it is retired lies in the future. Record it once that day has come.",
            field="effective_on",
        )
    if adopted and from_day < adopted:
        raise Refused(
            f"The day from which it is retired lies before the adoption on {day(adopted)}.",
            field="effective_on",
        )


@transaction.atomic
def lift(*, retirement: Retirement, by: User, why: str) -> None:
    """Lift a retirement: the item is in force again, as if it had not been retired.

    Raises:
        NotAllowed: the person may not retire items.
        Refused: no reason is given, or it is lifted already.
    """
    permissions.require(permissions.may_retire(by), RETIRE)
    if not why.strip():
        raise Refused("Say why the retirement is lifted; the reason is kept.", field="why")
    _hold(retirement.item)
    retirement.refresh_from_db(fields=["lifted_at"])
    if retirement.lifted_at:
        raise Refused("This retirement is lifted already.")
    retirement.lifted_by, retirement.lifted_at, retirement.lifted_why = by, timezone.now(), why.strip()
    with acting(by, why=why):
        retirement.save(update_fields=["lifted_by", "lifted_at", "lifted_why"])
