"""Action items and assignments, narrowed to what the caller may see."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from resolutions.models import ClauseAddressee
from tracker.api.filters import AssignmentFilter
from tracker.api.parameters import check_parameters
from tracker.api.references import item_named, numbered
from tracker.api.serializers.obligations import (
    ActionItemDetail,
    ActionItemRow,
    AssignmentDetail,
    AssignmentRow,
    ResponseRateRow,
)
from tracker.api.views.base import Resource
from tracker.filters import ActionItemFilter
from tracker.item_querysets import ActionItemQuerySet
from tracker.models import ActionItem, Assignment, MemberResponse, Occurrence
from tracker.ordering import STATUS_RANK, with_next_due
from tracker.organ_days import OF_ITEM, with_organ_day
from tracker.querysets import entities_of, sees_all
from tracker.response_rates import answers, rate
from tracker.selection import RESOLUTION

READING = (
    f"-{RESOLUTION}__adopted_on",
    f"{RESOLUTION}__symbol",
    "clause__paragraph__position",
    "clause__number",
)


class ActionItems(Resource):
    """Action items, by reference: `/api/v1/action-items/E/RES/2004/33%23op2.2/`."""

    model = ActionItem
    serializer_class = ActionItemRow
    detail_class = ActionItemDetail
    filterset_class = ActionItemFilter
    orderings = {
        "reading": READING,
        "adopted": (f"{RESOLUTION}__adopted_on",),
        "symbol": (f"{RESOLUTION}__symbol", "clause__paragraph__position", "clause__number"),
        "due": ("next_due",),
        "verb": ("clause__verb__lemma",),
        "status": ("status_rank",),
        "updated": ("updated_at",),
    }
    default_ordering = "reading"
    lookup_value_regex = ".+"

    def rows(self) -> ActionItemQuerySet:
        """Return the items the caller may see."""
        seen = Occurrence.objects.current().visible_to(self.person, on=self.today)
        visible = ActionItem.objects.visible_to(self.person, on=self.today)
        items = with_next_due(visible.with_validity(self.today), seen).annotate(status_rank=STATUS_RANK)
        items = with_organ_day(items, self.today, OF_ITEM)
        return items.select_related(
            "clause__verb", "clause__report_to", f"{RESOLUTION}__organ"
        ).prefetch_related(
            Prefetch("clause__addressees", ClauseAddressee.objects.select_related("entity")),
            Prefetch("assignments", self._assignments().select_related("entity")),
        )

    def listed(self) -> ActionItemQuerySet:
        """Return those whose clause stands, or on which somebody has worked."""
        return self.rows().listed()

    def details(self) -> QuerySet[ActionItem]:
        """Return items with their reading and their assignments."""
        assignments = with_follow_up(self, self._assignments())
        return (
            self.rows()
            .prefetch_related(None)
            .prefetch_related(
                Prefetch("clause__addressees", ClauseAddressee.objects.select_related("entity")),
                "clause__deadlines",
                Prefetch("assignments", assignments),
            )
        )

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by reference or number."""
        return item_named(queryset, reference)

    def _assignments(self) -> QuerySet[Assignment]:
        return Assignment.objects.visible_to(self.person, on=self.today)


class Assignments(Resource):
    """Assignments with their running occurrence: who is asked, by when, and how far it is."""

    model = Assignment
    serializer_class = AssignmentRow
    detail_class = AssignmentDetail
    filterset_class = AssignmentFilter
    orderings = {
        "reading": tuple(f"{'-' * p.startswith('-')}item__{p.removeprefix('-')}" for p in READING),
        "entity": ("entity__name",),
        "updated": ("updated_at",),
    }
    default_ordering = "reading"
    lookup_value_regex = "[0-9]+"

    def rows(self) -> QuerySet[Assignment]:
        """Return the assignments the caller may see."""
        visible = Assignment.objects.visible_to(self.person, on=self.today)
        return with_follow_up(self, visible)

    def listed(self) -> QuerySet[Assignment]:
        """Return those of items that are listed."""
        return self.rows().filter(Q(item__clause__vanished=False) | Q(item__worked_on=True))

    @extend_schema(responses=ResponseRateRow)
    @action(detail=True, methods=["get"])
    def responses(self, request: Request, reference: str) -> Response:
        """Tell which members of a group have answered its running occurrence, and which have not.

        The numbers count all members; of the answers a focal point sees those of its own entities.
        """
        check_parameters(request.query_params, ["format"])
        occurrence = self.one(reference).occurrences.filter(is_current=True).first()
        if occurrence is None:
            raise NotFound("The series of this assignment has ended.")
        answered, members = rate(occurrence, on=self.today)
        told = answers(occurrence, reader=self.person, on=self.today)
        return Response(ResponseRateRow({"answered": answered, "members": members, "results": told}).data)

    def named(self, queryset: QuerySet[Any], reference: str) -> QuerySet[Any]:
        """Find by number."""
        found = numbered(queryset, reference)
        return queryset.none() if found is None else found


def with_follow_up(view: Resource, assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Return the assignments with their occurrences and the members' responses that the caller may see."""
    responses = MemberResponse.objects.select_related("entity")
    if not sees_all(view.person):
        responses = responses.filter(entity__in=entities_of(view.person, on=view.today))
    occurrences = Occurrence.objects.seen_on(view.today).prefetch_related(Prefetch("responses", responses))
    return assignments.select_related(
        "entity", "item__clause__verb", "item__clause__paragraph__resolution"
    ).prefetch_related(Prefetch("occurrences", occurrences))
