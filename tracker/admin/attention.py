"""What people say and follow, to look at: comments, watches, filters, feeds, and what they are told.

Each sees what their pages show them; who keeps the accounts sees everybody's, to answer why no mail came.
"""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import person
from tracker import bulk, comments, permissions, saved_filters, shares
from tracker.admin.base import NarrowedReadOnlyAdmin
from tracker.models import (
    BulkJob,
    BulkRefusal,
    Comment,
    Feed,
    Notice,
    NoticePreference,
    SavedFilter,
    TakenReading,
    Watch,
)


class OwnAdmin(NarrowedReadOnlyAdmin):
    """Rows of one person each, seen by that person and by whoever keeps the accounts."""

    whose: ClassVar[str] = "user"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the person's own, or everybody's."""
        rows, user = super().get_queryset(request), person(request)
        return rows if permissions.may_support(user) else rows.filter(**{self.whose: user})


@admin.register(Comment)
class CommentAdmin(NarrowedReadOnlyAdmin):
    """Comments on what the person may see; of one that was taken away only the mark."""

    list_display = ("written_at", "author", "about", "said", "edited_at", "removed_at")
    list_filter = (("removed_at", admin.EmptyFieldListFilter),)
    list_select_related = ("author", "report__entity", "item__clause__paragraph__resolution")
    search_fields = ("author__username", "item__clause__paragraph__resolution__symbol")
    date_hierarchy = "written_at"
    fields = ("item", "report", "author", "said", "mentioned", "written_at", "edited_at", "removed_at")
    readonly_fields = ("said", "mentioned")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return those on what the person may see."""
        seen = comments.seen_by(person(request), on=timezone.localdate())
        return super().get_queryset(request).filter(pk__in=seen.values("pk")).order_by("-pk")

    @admin.display(description="on")
    def about(self, comment: Comment) -> str:
        """Return what it is on."""
        return str(comments.on_what(comment))

    @admin.display(description="words")
    def said(self, comment: Comment) -> str:
        """Return the words that stand."""
        return "" if comment.removed_at else comment.text

    @admin.display(description="mentions")
    def mentioned(self, comment: Comment) -> str:
        """Return the user names of those who were told."""
        return ", ".join(user.get_username() for user in comment.mentions.all())

    def entries_about(self, obj: Any, reader: Any) -> Any:
        """Tell the earlier words to nobody once they were taken away."""
        return () if obj.removed_at else super().entries_about(obj, reader)


@admin.register(Watch)
class WatchAdmin(OwnAdmin):
    """Who watches what."""

    list_display = ("user", "item", "resolution", "entity", "created_at")
    list_select_related = ("user", "item__clause__paragraph__resolution", "resolution", "entity")
    search_fields = ("user__username", "resolution__symbol", "entity__name")


@admin.register(SavedFilter)
class SavedFilterAdmin(OwnAdmin):
    """Lists of the register under names; what is shared everybody finds."""

    whose = "owner"
    list_display = ("name", "owner", "query", "shared", "on_my_work", "updated_at")
    list_filter = ("shared",)
    list_select_related = ("owner",)
    search_fields = ("name", "owner__username")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return what the person finds, or everybody's."""
        if permissions.may_support(person(request)):
            return super().get_queryset(request)
        return saved_filters.seen_by(person(request))


@admin.register(Feed)
class FeedAdmin(OwnAdmin):
    """Who has a calendar or reader fetch what; the secret address is not kept and cannot be shown."""

    whose = "owner"
    list_display = ("owner", "scope", "entity", "created_at", "revoked_at")
    list_filter = ("scope", ("revoked_at", admin.EmptyFieldListFilter))
    list_select_related = ("owner", "entity")
    search_fields = ("owner__username", "entity__name")
    fields = ("owner", "scope", "entity", "created_at", "revoked_at")


@admin.register(Notice)
class NoticeAdmin(OwnAdmin):
    """What people are told, when they read it, and with which mail it went."""

    list_display = ("created_at", "user", "kind", "words", "item", "read_at", "to_mail", "digest")
    list_filter = ("kind", ("read_at", admin.EmptyFieldListFilter), "to_mail")
    list_select_related = ("user", "digest__user", "item__clause__paragraph__resolution")
    search_fields = ("user__username", "words")


@admin.register(NoticePreference)
class NoticePreferenceAdmin(OwnAdmin):
    """How often people want mail; who has no row gets one a day."""

    list_display = ("user", "frequency", "weekday", "updated_at")
    list_filter = ("frequency",)
    list_select_related = ("user",)
    search_fields = ("user__username",)


@admin.register(TakenReading)
class TakenReadingAdmin(NarrowedReadOnlyAdmin):
    """Doubtful readings that somebody has taken to check, and until when nobody else may settle them."""

    list_display = ("clause", "by", "taken_at", "until")
    list_filter = (("by", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("by", "clause__paragraph__resolution")
    search_fields = ("by__username", "clause__paragraph__resolution__symbol")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return those that the person may be told of."""
        seen = shares.seen_by(person(request))
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))


class RefusedFilter(admin.SimpleListFilter):
    """Jobs that some rows kept from being done."""

    title, parameter_name = "rows refused", "refused"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choice."""
        return [("yes", "Some rows were refused")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        refused = Exists(BulkRefusal.objects.filter(job=OuterRef("pk")))
        return queryset.filter(refused) if self.value() == "yes" else queryset


@admin.register(BulkJob)
class BulkJobAdmin(NarrowedReadOnlyAdmin):
    """Work on many rows: what was asked, how far it is, why nothing was done."""

    list_display = ("requested_at", "kind", "summary", "state", "done", "total", "requested_by")
    list_filter = ("kind", "state", RefusedFilter)
    list_select_related = ("requested_by",)
    search_fields = ("summary", "requested_by__username")
    date_hierarchy = "requested_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the jobs the person may look at; the rows refused stand on the job's own page."""
        seen = bulk.seen_by(person(request))
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))
