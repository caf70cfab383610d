"""Questions about occurrences, and who sees whose follow-up. Whatever depends on the calendar takes the day.

Every number that a page, the API or an export shows is the count of one of these, or of those about items
(`tracker.item_querysets`) and reports (`tracker.report_querysets`): a number equals the list behind it.
"""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Q, QuerySet

from resolutions.models import Entity, EntityMembership
from tracker.organ_days import past_due, there, with_organ_day
from tracker.past import with_past
from tracker.statuses import CLOSED, OPEN
from tracker.validity import ended_items, with_ended

if TYPE_CHECKING:
    from tracker.models import Occurrence  # noqa: F401

SEE_ALL = "tracker.see_all_entities"
REPORT_FOR_ANY = "tracker.submit_for_any_entity"

Person = User | AnonymousUser


def sees_all(user: Person) -> bool:
    """Whether the user sees the follow-up of every entity (all roles but the focal point's)."""
    return bool(user.is_active and user.has_perm(SEE_ALL))


def entities_of(user: Person, *, on: dt.date) -> QuerySet[Entity]:
    """Return the entities the user is a focal point for on the day."""
    if not user.is_authenticated:
        return Entity.objects.none()
    return Entity.objects.filter(
        Q(focal_points__valid_until=None) | Q(focal_points__valid_until__gte=on),
        focal_points__user=user.pk,
        focal_points__valid_from__lte=on,
    ).distinct()


def groups_of(entities: QuerySet[Entity], *, on: dt.date) -> QuerySet[Entity]:
    """Return the groups that any of the entities belongs to on the day."""
    held = EntityMembership.objects.filter(
        Q(valid_from=None) | Q(valid_from__lte=on),
        Q(valid_until=None) | Q(valid_until__gte=on),
        member__in=entities,
    )
    return Entity.objects.filter(pk__in=held.values("group"))


def concerning(user: Person, *, on: dt.date, path: str = "") -> Q:
    """Return the condition that an assignment, reached over `path`, concerns an entity of the user.

    It does where the entity is theirs, where it is a group theirs belongs to, or where a response is theirs.
    """
    own = entities_of(user, on=on)
    return (
        Q(**{f"{path}entity__in": own})
        | Q(**{f"{path}entity__in": groups_of(own, on=on)})
        | Q(**{f"{path}occurrences__responses__entity__in": own})
    )


def answers_seen_by(user: Person, *, on: dt.date, path: str = "entity") -> Q:
    """Return the condition that the answer of a group's member, whose entity `path` reaches, may be seen.

    A member sees how its group stands, and of the answers only its own.
    """
    # An empty Q would vanish where the condition is joined to another by "or".
    everything = Q(pk__isnull=False)
    return everything if sees_all(user) else Q(**{f"{path}__in": entities_of(user, on=on)})


def changes_seen_by(user: Person, *, on: dt.date) -> Q:
    """Return the condition that, of an occurrence's changes of status, one may be seen.

    Those of its own status may be, and those of the answers that may be.
    """
    return Q(response=None) | answers_seen_by(user, on=on, path="response__entity")


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    """Questions about occurrences."""

    def current(self) -> Self:
        """The running one of each standing assignment of a listed obligation."""
        return self.filter(
            Q(assignment__item__clause__vanished=False) | Q(assignment__item__worked_on=True),
            is_current=True,
            assignment__withdrawn_at=None,
            assignment__item__nature="obligation",
        )

    def open(self) -> Self:
        """Those on which work remains."""
        return self.filter(status__in=OPEN)

    def closed(self) -> Self:
        """Those that are implemented, overtaken, or closed without implementation."""
        return self.filter(status__in=CLOSED)

    def in_force(self, on: dt.date) -> Self:
        """Those of items in force on the day; of what has ended nothing falls due any more."""
        return self.exclude(assignment__item__in=ended_items(on).values("pk"))

    def seen_on(self, on: dt.date) -> Self:
        """The same with `ended`: whether the item is no longer in force on the day, and the `organ_day`."""
        return with_organ_day(with_ended(self, on), on)

    def overdue(self, on: dt.date) -> Self:
        """Open ones in force whose last due day is over, where the organ is."""
        return self.open().in_force(on).filter(past_due(on))

    def coming(self, on: dt.date) -> Self:
        """Open ones whose last due day is not over."""
        return self.open().filter(there(on, lambda day: Q(due_to__gte=day)))

    def due_within(self, days: int, on: dt.date) -> Self:
        """Open ones in force whose last due day is the organ's today or within that many days."""
        ahead = dt.timedelta(days=days)
        return self.open().in_force(on).filter(there(on, lambda day: Q(due_to__range=(day, day + ahead))))

    def undated(self) -> Self:
        """Those for which no due date is stated."""
        return self.filter(due_to=None)

    def to_review(self, on: dt.date) -> Self:
        """Open undated ones in force whose review day has come."""
        come = there(on, lambda day: Q(review_on__lte=day))
        return self.open().in_force(on).undated().filter(come)

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those whose follow-up the user may see."""
        return self if sees_all(user) else self.concerning(user, on=on)

    def concerning(self, user: Person, *, on: dt.date) -> Self:
        """Those that ask something of an entity the user speaks for."""
        return self._among(concerning(user, on=on, path="assignment__"))

    def awaiting(self, user: Person, *, on: dt.date) -> Self:
        """The running ones, of items in force, on which the user's entities still have something to do.

        A group's obligation that a member has closed for itself no longer waits for that member.
        """
        own = entities_of(user, on=on)
        answered = self.model._base_manager.filter(
            responses__entity__in=own, responses__status__in=CLOSED
        ).exclude(assignment__entity__in=own)
        waiting = self.current().open().in_force(on).concerning(user, on=on)
        return waiting.exclude(pk__in=answered.values("pk"))

    def asking(self, entity: Entity, *, on: dt.date) -> Self:
        """Those that ask something of the entity: by itself, as a member of a group, or by name."""
        own = Entity.objects.filter(pk=entity.pk)
        return self._among(
            Q(assignment__entity=entity)
            | Q(assignment__entity__in=groups_of(own, on=on))
            | Q(responses__entity=entity)
        )

    def as_at(self, day: dt.date, *, known_on: dt.date | None = None) -> Self:
        """Those that told on a day how the work stood, with the state of that day (`tracker.past`).

        Args:
            day: the day in question.
            known_on: count only what had been recorded by the end of this day, None for all we know today.
        """
        return with_past(self, day, known_on)

    def _among(self, condition: Q) -> Self:
        # The joins of the condition stay inside the subquery, so that no row comes twice.
        return self.filter(pk__in=self.model._base_manager.filter(condition).values("pk"))
