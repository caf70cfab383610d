"""Questions about obligations and their follow-up. Whatever depends on the calendar takes the day.

Every number that a page, the API or an export shows is the count of one of these, so that a number
equals the list behind it.
"""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from resolutions.models import Clause, Entity, EntityMembership, Paragraph, ParagraphText
from tracker.organ_days import past_due, there, with_organ_day
from tracker.past import with_past
from tracker.standing import rolled_up, telling
from tracker.statuses import CLOSED, OPEN, ReportState, Status
from tracker.validity import ended, ended_items, standing_so, with_ended, with_validity

if TYPE_CHECKING:
    from tracker.models import (  # noqa: F401
        ActionItem,
        Assignment,
        CycleRequest,
        FocalPoint,
        FollowUpReport,
        Indicator,
        IndicatorValue,
        Occurrence,
        ReviewPolicy,
    )

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


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Questions about assignments."""

    def standing(self) -> Self:
        """Those not withdrawn."""
        return self.filter(withdrawn_at=None)

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those whose follow-up the user may see."""
        if sees_all(user):
            return self
        own = self.model._base_manager.filter(concerning(user, on=on))
        return self.filter(pk__in=own.values("pk"))


class ActionItemQuerySet(models.QuerySet["ActionItem"]):
    """Questions about action items."""

    def listed(self) -> Self:
        """Those whose clause still stands in the current text, or that somebody has worked on."""
        return self.filter(Q(clause__vanished=False) | Q(worked_on=True))

    def obligations(self) -> Self:
        """Those that oblige somebody; every denominator counts among them."""
        return self.listed().filter(nature="obligation")

    def in_force(self, on: dt.date) -> Self:
        """Obligations not retired, expired, or wholly superseded, renewed, merged or replaced by that day."""
        return self.obligations().exclude(ended(on))

    def with_validity(self, on: dt.date) -> Self:
        """The same with `validity` on the day and `ended_by`, as `tracker.validity` tells them."""
        return with_validity(self, on)

    def of_validity(self, validity: str, on: dt.date) -> Self:
        """Those that stand so on the day."""
        return self.filter(pk__in=standing_so(validity, on))

    def open(self) -> Self:
        """Obligations on which work remains."""
        return self.obligations().filter(status__in=OPEN)

    def having(self, occurrences: QuerySet["Occurrence"]) -> Self:
        """Those with one of the given occurrences: entity, status and date of one and the same assignment."""
        return self.filter(Exists(occurrences.filter(assignment__item=OuterRef("pk"))))

    def unassigned(self) -> Self:
        """Obligations that nobody is assigned to: the text names no addressee, or all were withdrawn."""
        return self.obligations().exclude(
            pk__in=self.model._base_manager.filter(
                assignments__isnull=False, assignments__withdrawn_at=None
            ).values("pk")
        )

    def doubtful(self) -> Self:
        """Those whose reading carries doubts that no person has settled yet."""
        return self.listed().filter(clause__review_state="suggested").exclude(clause__doubts=[])

    def with_lost_work(self, on: dt.date) -> Self:
        """Those with open work whose words the text as now read no longer has, and that nothing has
        ended by that day.

        A person carries the work to another item, retires the item, or goes on with it.
        """
        occurrences = apps.get_model("tracker", "Occurrence").objects
        return self.filter(clause__vanished=True).having(occurrences.current().open()).exclude(ended(on))

    def search(self, words: str) -> Self:
        """Those whose paragraph matches the words in its current text, or whose symbol contains them.

        A reference (`E/RES/2004/33#op2`, `E/RES/2004/33#op2.2`) gives the items of that paragraph or clause.
        """
        if "#" in words:
            paragraphs, clauses = Paragraph.objects.by_reference(words), Clause.objects.by_reference(words)
            return self.filter(
                Q(clause__paragraph__in=paragraphs.values("pk")) | Q(clause__in=clauses.values("pk"))
            )
        query = SearchQuery(words, config="english", search_type="websearch")
        texts = ParagraphText.objects.filter(version__is_current=True, search=query)
        return self.filter(
            Q(clause__paragraph__in=texts.values("paragraph"))
            | Q(clause__paragraph__resolution__symbol__icontains=words)
        )

    def visible_to(self, user: Person, *, on: dt.date) -> Self:
        """Those whose follow-up the user may see."""
        told = self.with_status_seen_by(user, on=on)
        if sees_all(user):
            return told
        own = self.model._base_manager.filter(
            concerning(user, on=on, path="assignments__"), assignments__withdrawn_at=None
        )
        return told.filter(pk__in=own.values("pk"))

    def with_status_seen_by(self, user: Person, *, on: dt.date) -> Self:
        """Annotate `seen_status`: the roll-up of the assignments the user may see.

        Whoever sees all is told the item's own; a focal point's is that of its own entities, so that no
        other entity's progress shows through.
        """
        if sees_all(user):
            return self.annotate(seen_status=F("status"))
        occurrences = apps.get_model("tracker", "Occurrence").objects
        seen = telling(occurrences.filter(assignment__item=OuterRef("pk")).visible_to(user, on=on))
        rolled = Subquery(rolled_up(seen, "assignment__item").values("rolled"))
        unasked = When(~Q(nature="obligation"), then=F("status"))
        return self.annotate(
            seen_status=Case(
                unasked, default=Coalesce(rolled, Value(Status.NOT_STARTED)), output_field=CharField()
            )
        )

    def in_reading_order(self) -> Self:
        """Newest resolution first, then paragraph by paragraph; total, so that pages never overlap."""
        return self.order_by(
            F("clause__paragraph__resolution__adopted_on").desc(nulls_last=True),
            "clause__paragraph__resolution__symbol",
            "clause__paragraph__position",
            "clause__number",
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
