"""Questions about reports and what goes with them: measures, focal points, review policies, cycles."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from tracker.querysets import REPORT_FOR_ANY, Person, answers_seen_by, concerning, entities_of, sees_all
from tracker.statuses import ReportState

if TYPE_CHECKING:
    from tracker.models import (  # noqa: F401
        CycleRequest,
        FocalPoint,
        FollowUpReport,
        Indicator,
        IndicatorValue,
        ReviewPolicy,
    )


class ReportQuerySet(models.QuerySet["FollowUpReport"]):
    """Questions about follow-up reports."""

    def to_review(self) -> Self:
        """Those submitted and waiting for a reviewer."""
        return self.filter(state=ReportState.SUBMITTED)

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """What was never submitted only by the entity's own people; the rest by whoever sees all as well."""
        own = Q(entity__in=entities_of(user, on=on))
        if user.has_perm(REPORT_FOR_ANY):
            own |= Q(author=user.pk)
        if sees_all(user):
            return self.filter(own | Q(submitted_at__isnull=False))
        return self.filter(own)


class FocalPointQuerySet(models.QuerySet["FocalPoint"]):
    """Questions about focal points."""

    def active(self, on: dt.date) -> Self:
        """Those in office on the day."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on)


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Questions about indicators."""

    def in_use(self) -> Self:
        """Those not retired."""
        return self.filter(retired_at=None)

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those of items whose follow-up the user may see; of one addressee's, those of theirs."""
        if sees_all(user):
            return self
        whole = Q(assignment=None) & concerning(user, on=on, path="item__assignments__")
        own = Q(assignment__isnull=False) & concerning(user, on=on, path="assignment__")
        return self.filter(pk__in=self.model._base_manager.filter(whole | own).values("pk"))


class IndicatorValueQuerySet(models.QuerySet["IndicatorValue"]):
    """Questions about measured values."""

    def accepted(self) -> Self:
        """Those of reports that a reviewer accepted."""
        return self.filter(line__report__state=ReportState.ACCEPTED)

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those the user may see: of a group's members, a member sees its own."""
        return self.filter(answers_seen_by(user, on=on, path="line__report__entity"))


class ReviewPolicyQuerySet(models.QuerySet["ReviewPolicy"]):
    """Questions about review policies."""

    def most_particular_first(self) -> Self:
        """In the order in which they are tried: organ, then type of verb, then the greatest force."""
        return self.order_by(F("organ").asc(nulls_last=True), "-type", "-force_from", "pk")


class CycleRequestQuerySet(models.QuerySet["CycleRequest"]):
    """Questions about what reporting cycles ask."""

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those that ask an entity of the user; all where the user sees all."""
        return self if sees_all(user) else self.filter(entity__in=entities_of(user, on=on))
