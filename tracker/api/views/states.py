"""The state of a past day: how each addressee stood, as a list that is filtered like any other."""

import datetime as dt
from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from rest_framework import serializers

from tracker.api.narrowing import ListFilter, Rows, entity_filter
from tracker.api.references import item_named
from tracker.api.views.base import Resource
from tracker.filter_fields import DayFilter, WordFilter
from tracker.models import ActionItem, Occurrence
from tracker.past import with_past
from tracker.statuses import Status

RESOLUTION = "assignment__item__clause__paragraph__resolution"


class StateFilter(ListFilter):
    """The day in question, and which addressees."""

    as_at = DayFilter(label="The day in question, today where not given", method="by_day")
    known_on = DayFilter(label="Count only what was recorded by the end of this day", method="by_day")
    resolution = filters.CharFilter(field_name=f"{RESOLUTION}__symbol", label="Symbol of the resolution")
    item = filters.CharFilter(label="Reference of the action item", method="by_item")
    entity = entity_filter(field_name="assignment__entity__key", label="Key of the entity")
    status = WordFilter(field_name="status_then", label="Its status on the day", words=Status.choices)

    class Meta:
        model = Occurrence
        fields: list[str] = []

    def filter_queryset(self, queryset: Rows) -> Rows:
        """Go back to the day first, so that conditions hold for what stood then."""
        given = self.form.cleaned_data
        then = with_past(queryset, given["as_at"] or self.on, given["known_on"])
        narrowed: Rows = super().filter_queryset(then)
        return narrowed

    def by_day(self, rows: Rows, name: str, day: dt.date) -> Rows:
        """Leave the days to `filter_queryset`."""
        return rows

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to one item."""
        return rows.filter(assignment__item__in=item_named(ActionItem.objects.all(), reference))


class StateRow(serializers.Serializer[Occurrence]):
    """How one addressee stood on the day, and the change that explains it."""

    occurrence = serializers.IntegerField(source="id")
    item = serializers.CharField(source="assignment.item.reference")
    resolution = serializers.CharField(source="assignment.item.clause.paragraph.resolution.symbol")
    entity = serializers.CharField(source="assignment.entity.key")
    entity_name = serializers.CharField(source="assignment.entity.name")
    sequence = serializers.IntegerField()
    status = serializers.CharField(source="status_then")
    since = serializers.DateField(source="since_then", help_text="When that status took effect.")
    recorded_at = serializers.DateTimeField(source="recorded_then", help_text="When it was recorded.")
    ground = serializers.CharField(source="ground_then", help_text="intake, report or decision")
    due_to = serializers.DateField(source="due_then", allow_null=True)
    status_today = serializers.CharField(source="status")


class States(Resource):
    """How each addressee stood on a day: `?as_at=2021-12-31`."""

    model = Occurrence
    serializer_class = detail_class = StateRow
    filterset_class = StateFilter
    orderings = {
        "reading": (
            f"-{RESOLUTION}__adopted_on",
            f"{RESOLUTION}__symbol",
            "assignment__item__clause__paragraph__position",
            "assignment__item__clause__number",
        ),
        "entity": ("assignment__entity__name",),
    }
    default_ordering = "reading"

    def rows(self) -> QuerySet[Any]:
        """Return what the caller may see, of items that are listed."""
        seen = Occurrence.objects.visible_to(self.person, on=self.today)
        listed = ActionItem.objects.obligations().values("pk")
        return seen.filter(assignment__item__in=listed).select_related("assignment__entity", f"{RESOLUTION}")
