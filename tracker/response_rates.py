"""Who of a group has answered what the group is asked, and who has not."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from resolutions.models import Entity
from tracker.models import MemberResponse, Occurrence
from tracker.querysets import Person, entities_of, sees_all
from tracker.statuses import Status


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the group and its answer, None where nothing is known of it yet."""

    entity: Entity
    response: MemberResponse | None

    @property
    def answered(self) -> bool:
        """Whether an accepted report of it says more than that it has not started."""
        return self.response is not None and self.response.status != Status.NOT_STARTED


def members_of(occurrence: Occurrence, *, on: dt.date) -> QuerySet[Entity]:
    """Return the members of the group that is asked on the day, and those the text names beside them."""
    held = occurrence.assignment.entity.memberships.filter(
        Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_until=None) | Q(valid_until__gte=on)
    )
    named = occurrence.responses.values("entity")
    return Entity.objects.filter(Q(pk__in=held.values("member")) | Q(pk__in=named)).order_by("name")


def answers(occurrence: Occurrence, *, reader: Person, on: dt.date) -> list[Member]:
    """Return every member with its answer; a focal point sees its own entities alone."""
    members = members_of(occurrence, on=on)
    if not sees_all(reader):
        members = members.filter(pk__in=entities_of(reader, on=on).values("pk"))
    given = {response.entity_id: response for response in occurrence.responses.all()}
    return [Member(entity, given.get(entity.pk)) for entity in members]


def rate(occurrence: Occurrence, *, on: dt.date) -> tuple[int, int]:
    """Return how many members have answered, and how many there are."""
    answered = occurrence.responses.exclude(status=Status.NOT_STARTED)
    return answered.count(), members_of(occurrence, on=on).count()
