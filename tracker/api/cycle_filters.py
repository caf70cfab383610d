"""The parameters that narrow reporting cycles."""

import django_filters as filters

from tracker.api.narrowing import ListFilter, Rows, entity_filter
from tracker.filter_fields import DayFilter, FlagFilter
from tracker.models import ReportingCycle
from tracker.querysets import entities_of, sees_all


class CycleFilter(ListFilter):
    """Which reporting cycles."""

    entity = entity_filter(label="Key of an entity that is asked", method="by_entity")
    open = FlagFilter(field_name="closed_at", lookup_expr="isnull", label="Not closed yet")
    name = filters.CharFilter(lookup_expr="icontains", label="Part of the name")
    due_from = DayFilter(field_name="due_on", lookup_expr="gte", label="Due from")
    due_to = DayFilter(field_name="due_on", lookup_expr="lte", label="Due until")

    class Meta:
        model = ReportingCycle
        fields: list[str] = []

    def by_entity(self, rows: Rows, name: str, key: str) -> Rows:
        """Narrow to those that ask an entity; of others than their own a focal point is told nothing."""
        asked = ReportingCycle.objects.filter(entities__key=key)
        if not sees_all(self.user):
            asked = asked.filter(entities__in=entities_of(self.user, on=self.on).filter(key=key))
        return rows.filter(pk__in=asked.values("pk"))
