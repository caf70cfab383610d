"""What people say and follow: comments, watches, saved filters."""

from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import comments, saved_filters, watching
from tracker.api.attention_filters import CommentFilter, SavedFilterFilter, WatchFilter
from tracker.api.references import item_named
from tracker.api.serializers.attention import (
    CommentRow,
    OtherWordsInput,
    RemarkInput,
    SavedFilterInput,
    SavedFilterRow,
    WatchInput,
    WatchRow,
)
from tracker.api.views.base import Numbered, read
from tracker.models import ActionItem, Comment, FollowUpReport, SavedFilter, Watch

ITEM = "item__clause__paragraph__resolution"


class Comments(Numbered):
    """Remarks on items and reports, seen by whoever may see those."""

    model = Comment
    serializer_class = detail_class = CommentRow
    filterset_class = CommentFilter
    orderings = {"written": ("written_at",)}
    default_ordering = "-written"

    def rows(self) -> QuerySet[Comment]:
        """Return the comments on what the caller may see."""
        seen = comments.seen_by(self.person, on=self.today)
        return seen.select_related(ITEM, "author").prefetch_related("mentions")

    @extend_schema(request=RemarkInput, responses={201: CommentRow})
    def create(self, request: Request) -> Response:
        """Write a comment; who is mentioned is told."""
        values = read(RemarkInput, request)
        written = comments.write(on=self._about(values), by=self.person, text=values["text"])
        return self.told(written, status.HTTP_201_CREATED)

    @extend_schema(request=OtherWordsInput, responses=CommentRow)
    def partial_update(self, request: Request, reference: str) -> Response:
        """Change the words of one's own comment; the earlier ones are kept."""
        comment = self.one(reference)
        comments.edit(comment=comment, by=self.person, **read(OtherWordsInput, request))
        return self.told(comment)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, reference: str) -> Response:
        """Take one's own comment away; a mark stays where it stood."""
        comments.remove(comment=self.one(reference), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _about(self, values: dict[str, Any]) -> comments.Commented:
        if "item" in values:
            return seen_item(values["item"], self)
        seen = FollowUpReport.objects.visible_to(self.person, on=self.today)
        report = seen.filter(pk=values["report"]).first()
        if report is None:
            raise ValidationError({"report": "There is no such report, or you may not see it."})
        return report


class Watches(Numbered):
    """What the caller watches, and is told of."""

    model = Watch
    serializer_class = detail_class = WatchRow
    filterset_class = WatchFilter
    orderings = {"created": ("created_at",)}
    default_ordering = "-created"

    def rows(self) -> QuerySet[Watch]:
        """Return the caller's own."""
        return watching.watches_of(self.person, on=self.today)

    @extend_schema(request=WatchInput, responses={201: WatchRow})
    def create(self, request: Request) -> Response:
        """Watch an item, a resolution or an entity; watching again changes nothing."""
        values = read(WatchInput, request)
        ((kind, named),) = values.items()
        about = seen_item(named, self) if kind == "item" else named
        return self.told(watching.watch(about=about, by=self.person), status.HTTP_201_CREATED)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, reference: str) -> Response:
        """Watch it no longer."""
        watching.unwatch(about=cast(Watch, self.one(reference)).about, by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)


class SavedFilters(Numbered):
    """Lists of the register under names: the caller's own, and those that others share."""

    model = SavedFilter
    serializer_class = detail_class = SavedFilterRow
    filterset_class = SavedFilterFilter
    orderings = {"name": ("name",), "updated": ("updated_at",)}
    default_ordering = "name"

    def rows(self) -> QuerySet[SavedFilter]:
        """Return what the caller finds."""
        return saved_filters.seen_by(self.person)

    @extend_schema(request=SavedFilterInput, responses={201: SavedFilterRow})
    def create(self, request: Request) -> Response:
        """Keep a list of the register; what its query means nothing by is left out."""
        kept = saved_filters.save(by=self.person, **read(SavedFilterInput, request))
        return self.told(kept, status.HTTP_201_CREATED)

    @extend_schema(request=SavedFilterInput, responses=SavedFilterRow)
    def partial_update(self, request: Request, reference: str) -> Response:
        """Change one's own; what is not named stays."""
        kept = self.one(reference)
        saved_filters.change(kept=kept, by=self.person, **read(SavedFilterInput, request, partial=True))
        return self.told(kept)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, reference: str) -> Response:
        """Let one's own go."""
        saved_filters.delete(kept=self.one(reference), by=self.person)
        return Response(status=status.HTTP_204_NO_CONTENT)


def seen_item(reference: str, view: Numbered) -> ActionItem:
    """Return the item with the reference.

    Raises:
        ValidationError: there is none that the caller may see.
    """
    seen = ActionItem.objects.visible_to(view.person, on=view.today)
    item = item_named(seen, reference).first()
    if item is None:
        raise ValidationError({"item": "There is no such item, or you may not see it."})
    return item
