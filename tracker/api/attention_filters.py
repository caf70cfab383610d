"""The parameters that narrow what people say, follow, take and hand over, and jobs."""

import django_filters as filters

from tracker.api.narrowing import ListFilter, Rows, entity_filter
from tracker.api.references import item_named
from tracker.filter_fields import FlagFilter, WordFilter
from tracker.models import (
    ActionItem,
    BulkJob,
    BulkKind,
    BulkRefusal,
    BulkState,
    Comment,
    Feed,
    FeedScope,
    Handover,
    Notice,
    NoticeKind,
    SavedFilter,
    TakenReading,
    Watch,
)


class OfItem(ListFilter):
    """The base of lists whose rows are about an item."""

    item = filters.CharFilter(label="Reference of the action item", method="by_item")

    def by_item(self, rows: Rows, name: str, reference: str) -> Rows:
        """Narrow to those about one item."""
        return rows.filter(item__in=item_named(ActionItem.objects.all(), reference))


class CommentFilter(OfItem):
    """Which comments."""

    report = filters.NumberFilter(field_name="report", label="Number of the report")
    author = filters.CharFilter(field_name="author__username", label="User name of the author")
    mention = FlagFilter(label="That mention you", method="by_mention")

    class Meta:
        model = Comment
        fields: list[str] = []

    def by_mention(self, rows: Rows, name: str, told: bool) -> Rows:
        """Narrow to those that mention the caller, or to the others."""
        mentioning = Comment.objects.filter(mentions=self.user.pk).values("pk")
        return rows.filter(pk__in=mentioning) if told else rows.exclude(pk__in=mentioning)


class WatchFilter(OfItem):
    """Which watches."""

    resolution = filters.CharFilter(field_name="resolution__symbol", label="Symbol of the resolution")
    entity = entity_filter(field_name="entity__key", label="Key of the entity")

    class Meta:
        model = Watch
        fields: list[str] = []


class SavedFilterFilter(ListFilter):
    """Which saved filters."""

    mine = FlagFilter(label="Only your own", method="by_person")

    class Meta:
        model = SavedFilter
        fields: list[str] = []

    def by_person(self, rows: Rows, name: str, mine: bool) -> Rows:
        """Narrow to the caller's own, or to those of others."""
        return rows.filter(owner=self.user.pk) if mine else rows.exclude(owner=self.user.pk)


class FeedFilter(ListFilter):
    """Which feeds."""

    scope = WordFilter(label="What it holds", words=FeedScope.choices)
    entity = entity_filter(field_name="entity__key", label="Key of the entity")

    class Meta:
        model = Feed
        fields: list[str] = []


class NoticeFilter(OfItem):
    """Which notices."""

    unread = FlagFilter(field_name="read_at", lookup_expr="isnull", label="Not read yet")
    kind = WordFilter(label="What it is about", words=NoticeKind.choices)

    class Meta:
        model = Notice
        fields: list[str] = []


class TakenReadingFilter(ListFilter):
    """Which taken readings."""

    resolution = filters.CharFilter(
        field_name="clause__paragraph__resolution__symbol", label="Symbol of the resolution"
    )
    by = filters.CharFilter(field_name="by__username", label="User name of who has taken it")

    class Meta:
        model = TakenReading
        fields: list[str] = []


class HandoverFilter(ListFilter):
    """Which handovers."""

    entity = entity_filter(field_name="entity__key", label="Key of the entity")
    from_user = filters.CharFilter(field_name="from_user__username", label="Whose work it was")
    to_user = filters.CharFilter(field_name="to_user__username", label="Who took it over")

    class Meta:
        model = Handover
        fields: list[str] = []


class BulkJobFilter(ListFilter):
    """Which jobs."""

    kind = WordFilter(label="What it does", words=BulkKind.choices)
    state = WordFilter(label="How far it is", words=BulkState.choices)
    mine = FlagFilter(label="Only those you asked for", method="by_person")

    class Meta:
        model = BulkJob
        fields: list[str] = []

    def by_person(self, rows: Rows, name: str, mine: bool) -> Rows:
        """Narrow to the caller's own, or to those of others."""
        return rows.filter(requested_by=self.user.pk) if mine else rows.exclude(requested_by=self.user.pk)


class BulkRefusalFilter(ListFilter):
    """Which refused rows."""

    job = filters.NumberFilter(field_name="job", label="Number of the job")

    class Meta:
        model = BulkRefusal
        fields: list[str] = []
