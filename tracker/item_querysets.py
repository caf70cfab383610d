"""Questions about action items and their assignments; whatever depends on the calendar takes the day."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from resolutions.models import Clause, Paragraph, ParagraphText
from tracker.querysets import Person, concerning, sees_all
from tracker.standing import rolled_up, telling
from tracker.statuses import OPEN, Status
from tracker.validity import ended, standing_so, with_validity

if TYPE_CHECKING:
    from tracker.models import ActionItem, Assignment, Occurrence  # noqa: F401


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
