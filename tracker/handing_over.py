"""The door through which one person's work for entities goes over to another, in one act."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from resolutions.models import Entity
from tracker import permissions
from tracker.acting import acting
from tracker.models import ActionItem, FocalPoint, FollowUpReport, Handover, Watch
from tracker.querysets import sees_all
from tracker.refusals import Refused
from tracker.roles import FOCAL_POINT
from tracker.statuses import EDITABLE

BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def hand_over(
    *, from_user: User, to_user: User, by: User, why: str, entities: Iterable[Entity] | None = None
) -> list[Handover]:
    """Hand a focal point's work over: appointments, drafts and watches go to another person today.

    The worklists of cycles go with the appointment. What was handed in keeps its author; when it is sent back
    the new focal point may change it.

    Args:
        from_user: whose work it is; their appointments end with yesterday.
        to_user: who takes it over, from today.
        by: somebody who may appoint focal points.
        why: the reason, kept for ever.
        entities: of which entities, None for all that the person speaks for today.

    Returns:
        one handover for each entity.

    Raises:
        NotAllowed: the person may not appoint focal points.
        Refused: no reason is given, both are the same, the one who takes over could not answer (no role, one
            that only looks, gone), or there is nothing to hand over.
    """
    permissions.require(permissions.may_appoint(by), "hand a focal point's work over")
    _check(from_user, to_user, why)
    today = timezone.localdate()
    appointed = FocalPoint.objects.active(today).filter(user=from_user).select_for_update(of=("self",))
    if entities is not None:
        appointed = appointed.filter(entity__in=[entity.pk for entity in entities])
    held = list(appointed.select_related("entity").order_by("pk"))
    if not held:
        raise Refused(
            f"{from_user} speaks for no such entity today; there is nothing to hand over.", field="from_user"
        )
    with acting(by, why=why):
        return [_hand_over_one(appointment, to_user, by, why.strip(), today) for appointment in held]


def seen_by(user: User) -> QuerySet[Handover]:
    """Return the handovers a person may see: all, or those of which they are a part."""
    rows = Handover.objects.all()
    return rows if sees_all(user) else rows.filter(Q(from_user=user) | Q(to_user=user))


def _check(from_user: User, to_user: User, why: str) -> None:
    if not why.strip():
        raise Refused("Say why the work goes over; the reason is kept in the history.", field="why")
    if from_user.pk == to_user.pk:
        raise Refused("Choose another person to take the work over.", field="to_user")
    check_can_answer(to_user, field="to_user")


def check_can_answer(user: User, *, field: str) -> None:
    """Check that somebody whom work is given to could answer.

    Raises:
        Refused: they no longer work here, have no role or only look.
    """
    if not permissions.may_answer(user):
        raise Refused(
            f"{user} has no role here that answers: whoever only looks cannot. Choose somebody with another "
            f"role, for instance “{FOCAL_POINT}”, or ask an administrator to give it.",
            field=field,
        )


def who_can_answer() -> QuerySet[User]:
    """Return the people whom work can be given to."""
    return User.objects.with_perm(permissions.ANSWERS, backend=BACKEND).order_by("username")


def _hand_over_one(appointment: FocalPoint, to_user: User, by: User, why: str, today: dt.date) -> Handover:
    entity, from_user = appointment.entity, appointment.user
    if not FocalPoint.objects.active(today).filter(user=to_user, entity=entity).exists():
        FocalPoint.objects.create(
            user=to_user, entity=entity, valid_from=today, valid_until=appointment.valid_until
        )
    _end(appointment, today)
    moved = {
        "drafts": _move_drafts(entity, from_user, to_user),
        "watches": _move_watches(entity, from_user, to_user),
    }
    return Handover.objects.create(
        entity=entity, from_user=from_user, to_user=to_user, effective_on=today, moved=moved, by=by, why=why
    )


def _end(appointment: FocalPoint, today: dt.date) -> None:
    """End an appointment with yesterday; one that began today never held, and goes (its history stays)."""
    if appointment.valid_from >= today:
        appointment.delete()
        return
    appointment.valid_until = today - dt.timedelta(days=1)
    appointment.save(update_fields=["valid_until"])


def _move_drafts(entity: Entity, from_user: User, to_user: User) -> int:
    """Give the drafts a new author, but for one that this very person sent back: they reviewed it."""
    drafts = FollowUpReport.objects.filter(entity=entity, author=from_user, state__in=EDITABLE)
    return drafts.exclude(reviewed_by=to_user).update(author=to_user)


def _move_watches(entity: Entity, from_user: User, to_user: User) -> int:
    """Move the watches of the entity and of what it is asked; what the other watches already is let go."""
    items = ActionItem.objects.filter(assignments__entity=entity)
    own = Watch.objects.filter(user=from_user)
    moving = own.filter(entity=entity) | own.filter(item__in=items.values("pk"))
    theirs = Watch.objects.filter(user=to_user)
    twice = moving.filter(entity__in=theirs.filter(entity__isnull=False).values("entity"))
    twice |= moving.filter(item__in=theirs.filter(item__isnull=False).values("item"))
    Watch.objects.filter(pk__in=list(twice.values_list("pk", flat=True))).delete()
    return Watch.objects.filter(pk__in=list(moving.values_list("pk", flat=True))).update(user=to_user)
