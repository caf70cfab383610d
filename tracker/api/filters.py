"""The parameters that narrow each list. Action items take those of the register, from `tracker.filters`."""

import datetime as dt

import django_filters as filters
from django.db.models import Q, QuerySet

from resolutions.models import (
    ClauseType,
    CreatesAction,
    Entity,
    EntityMembership,
    Kind,
    Organ,
    Paragraph,
    ParagraphKind,
    Resolution,
    Verb,
)
from tracker.api.narrowing import ListFilter, Rows, entity_filter, organ_filter
from tracker.api.references import item_named
from tracker.filter_fields import DayFilter, DaysFilter, FlagFilter, VocabularyFilter, WordFilter
from tracker.filters import verb_lemma
from tracker.models import (
    ActionItem,
    Assignment,
    AssignmentRole,
    Evidence,
    EvidenceKind,
    FollowUpReport,
    ImportJob,
    ImportState,
    Indicator,
    IndicatorValue,
    Occurrence,
)
from tracker.selection import DUE_WITHIN_DAYS, STATES, State
from tracker.statuses import ReportState, Status


class ResolutionFilter(ListFilter):
    """Which resolutions."""

    q = filters.CharFilter(label="Words in the symbol, the title or the text", method="by_words")
    organ = organ_filter("organ__code")
    session = filters.CharFilter(field_name="session__label", label="Label of the session")
    kind = WordFilter(label="Kind of text", words=Kind.choices)
    adopted_from = DayFilter(field_name="adopted_on", lookup_expr="gte", label="Adopted on or after")
    adopted_to = DayFilter(field_name="adopted_on", lookup_expr="lte", label="Adopted on or before")
    chapter_vii = FlagFilter(label="Acting under Chapter VII")
    provisional = FlagFilter(field_name="symbol_is_provisional", label="Symbol still to be set")

    class Meta:
        model = Resolution
        fields: list[str] = []

    def by_words(self, rows: Rows, name: str, words: str) -> Rows:
        """Search as the pages do."""
        return rows.filter(pk__in=Resolution.objects.search(words).values("pk"))


class ParagraphFilter(ListFilter):
    """Which paragraphs."""

    q = filters.CharFilter(label="Words in the text", method="by_words")
    resolution = filters.CharFilter(field_name="resolution__symbol", label="Symbol of the resolution")
    organ = organ_filter("resolution__organ__code")
    kind = WordFilter(label="Preambular or operative", words=ParagraphKind.choices)

    class Meta:
        model = Paragraph
        fields: list[str] = []

    def by_words(self, rows: Rows, name: str, words: str) -> Rows:
        """Search the current texts."""
        return rows.filter(pk__in=Paragraph.objects.search(words).values("pk"))


class EntityFilter(ListFilter):
    """Which entities; without `merged`, those in use."""

    q = filters.CharFilter(label="Part of one of its names", method="by_words")
    type = filters.CharFilter(label="Type")
    group = FlagFilter(field_name="is_group", label="A group")
    iso3 = filters.CharFilter(lookup_expr="iexact", label="ISO 3166 code of a State")
    provisional = FlagFilter(label="Still to be placed in the directory")
    member_of = entity_filter(label="Key of a group of which it is a member today", method="by_group")
    merged = FlagFilter(label="Merged into another", method="by_merger")

    class Meta:
        model = Entity
        fields: list[str] = []

    def by_words(self, rows: Rows, name: str, words: str) -> Rows:
        """Search all names."""
        return rows.filter(pk__in=Entity.objects.search(words).values("pk"))

    def by_group(self, rows: Rows, name: str, key: str) -> Rows:
        """Narrow to the members of a group today."""
        held = EntityMembership.objects.filter(
            Q(valid_from=None) | Q(valid_from__lte=self.on),
            Q(valid_until=None) | Q(valid_until__gte=self.on),
            group__key=key,
        )
        return rows.filter(pk__in=held.values("member"))

    def by_merger(self, rows: Rows, name: str, merged: bool) -> Rows:
        """Leave the choice to `filter_queryset`."""
        return rows

    def filter_queryset(self, queryset: Rows) -> Rows:
        """Narrow; what was merged is left out unless it is asked for."""
        merged = bool(self.form.cleaned_data["merged"])
        narrowed: Rows = super().filter_queryset(queryset)
        return narrowed.filter(merged_into__isnull=not merged)


class VerbFilter(ListFilter):
    """Which verbs."""

    type = WordFilter(label="Type", words=ClauseType.choices)
    creates_action = WordFilter(label="Whether it makes an obligation", words=CreatesAction.choices)

    class Meta:
        model = Verb
        fields: list[str] = []


class OrganFilter(ListFilter):
    """All organs; there are few."""

    class Meta:
        model = Organ
        fields: list[str] = []


class AssignmentFilter(ListFilter):
    """Which assignments; without `withdrawn`, those that stand. Conditions are of the running occurrence."""

    resolution = filters.CharFilter(
        field_name="item__clause__paragraph__resolution__symbol", label="Symbol of the resolution"
    )
    item = filters.CharFilter(label="Reference of the action item", method="by_item")
    verb = VocabularyFilter(
        field_name="item__clause__verb__lemma",
        label="Verb",
        what="verb",
        offered=tuple,
        known=verb_lemma,
        words=lambda: Verb.objects.values_list("lemma", flat=True),
    )
    entity = entity_filter(field_name="entity__key", label="Key of the entity")
    role = WordFilter(label="Role", words=AssignmentRole.choices)
    status = WordFilter(label="Status of the running occurrence", words=Status.choices, method="by_status")
    state = WordFilter(label="How the work stands today", words=State.choices, method="by_state")
    days = DaysFilter(label="Days ahead for state=due", method="with_state")
    due_from = DayFilter(label="Due on or after", method="by_due_from")
    due_to = DayFilter(label="Due on or before", method="by_due_to")
    withdrawn = FlagFilter(label="Withdrawn ones", method="by_withdrawal")

    class Meta:
        model = Assignment
        fields: list[str] = []

    def filter_queryset(self, queryset: Rows) -> Rows:
        """Narrow; withdrawn ones are left out unless they are asked for."""
        withdrawn = bool(self.form.cleaned_data["withdrawn"])
        narrowed: Rows = super().filter_queryset(queryset)
        return narrowed.filter(withdrawn_at__isnull=not withdrawn)

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to the assignments of one item."""
        return rows.filter(item__in=item_named(ActionItem.objects.all(), reference))

    def by_status(self, rows: Rows, name: str, status: str) -> Rows:
        """Narrow by the running occurrence's status."""
        return rows.filter(pk__in=_running().filter(status=status).values("assignment"))

    def by_state(self, rows: Rows, name: str, state: str) -> Rows:
        """Narrow by how the running occurrence stands today."""
        days = self.form.cleaned_data["days"]
        among = Occurrence.objects.current()
        chosen = STATES[State(state)](among, self.on, DUE_WITHIN_DAYS if days is None else int(days))
        return rows.filter(pk__in=chosen.values("assignment"))

    def by_due_from(self, rows: Rows, name: str, day: dt.date) -> Rows:
        """Narrow by the running occurrence's last due day."""
        return rows.filter(pk__in=_running().filter(due_to__gte=day).values("assignment"))

    def by_due_to(self, rows: Rows, name: str, day: dt.date) -> Rows:
        """Narrow by the running occurrence's last due day."""
        return rows.filter(pk__in=_running().filter(due_to__lte=day).values("assignment"))

    def with_state(self, rows: Rows, name: str, days: int) -> Rows:
        """Leave it to `state`, which looks that many days ahead."""
        return rows

    def by_withdrawal(self, rows: Rows, name: str, withdrawn: bool) -> Rows:
        """Leave the choice to `filter_queryset`."""
        return rows


def _running() -> QuerySet[Occurrence]:
    return Occurrence.objects.filter(is_current=True)


class ReportFilter(ListFilter):
    """Which follow-up reports."""

    entity = entity_filter(field_name="entity__key", label="Key of the reporting entity")
    state = WordFilter(label="Where it is on its way", words=ReportState.choices)
    item = filters.CharFilter(label="Reference of an action item it answers", method="by_item")
    cycle = filters.NumberFilter(field_name="cycle", label="Number of the reporting cycle")
    author = filters.CharFilter(field_name="author__username", label="User name of its author")
    period_from = DayFilter(field_name="period_to", lookup_expr="gte", label="Its period ends on or after")
    period_to = DayFilter(field_name="period_from", lookup_expr="lte", label="Its period begins on or before")

    class Meta:
        model = FollowUpReport
        fields: list[str] = []

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to the reports with a line on the item."""
        items = item_named(ActionItem.objects.all(), reference)
        answering = FollowUpReport.objects.filter(lines__occurrence__assignment__item__in=items)
        return rows.filter(pk__in=answering.values("pk"))


class EvidenceFilter(ListFilter):
    """Which evidence."""

    report = filters.NumberFilter(field_name="report", label="Number of the report")
    kind = WordFilter(label="Its form", words=EvidenceKind.choices)

    class Meta:
        model = Evidence
        fields: list[str] = []


class IndicatorFilter(ListFilter):
    """Which indicators."""

    item = filters.CharFilter(label="Reference of the action item", method="by_item")
    resolution = filters.CharFilter(
        field_name="item__clause__paragraph__resolution__symbol", label="Symbol of the resolution"
    )
    retired = FlagFilter(label="No longer measured", method="by_retirement")

    class Meta:
        model = Indicator
        fields: list[str] = []

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to those of one item."""
        return rows.filter(item__in=item_named(ActionItem.objects.all(), reference))

    def by_retirement(self, rows: Rows, name: str, retired: bool) -> Rows:
        """Narrow to those retired, or to those in use."""
        return rows.filter(retired_at__isnull=not retired)


class IndicatorValueFilter(ListFilter):
    """Which values of indicators."""

    indicator = filters.NumberFilter(field_name="indicator", label="Number of the indicator")
    item = filters.CharFilter(label="Reference of the action item", method="by_item")
    entity = entity_filter(field_name="line__report__entity__key", label="Key of the reporting entity")
    measured_from = DayFilter(field_name="measured_on", lookup_expr="gte", label="Measured on or after")
    measured_to = DayFilter(field_name="measured_on", lookup_expr="lte", label="Measured on or before")

    class Meta:
        model = IndicatorValue
        fields: list[str] = []

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to those of one item."""
        return rows.filter(indicator__item__in=item_named(ActionItem.objects.all(), reference))


class ImportFilter(ListFilter):
    """Which imports."""

    state = WordFilter(label="How far it is", words=ImportState.choices)
    mine = FlagFilter(label="Only those you asked for", method="by_person")

    class Meta:
        model = ImportJob
        fields: list[str] = []

    def by_person(self, rows: Rows, name: str, mine: bool) -> Rows:
        """Narrow to the caller's own, or to those of others."""
        return rows.filter(requested_by=self.user.pk) if mine else rows.exclude(requested_by=self.user.pk)
