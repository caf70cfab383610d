"""Admin pages of what is tracked: narrowed to what the person may see, written through the doors alone."""

from typing import Any, ClassVar

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resolutions.admin.base import HouseAdmin, ReadOnlyAdmin, ReadOnlyInline, person
from tracker.models import FollowUpReport, MemberResponse
from tracker.querysets import Person, answers_seen_by, sees_all
from tracker.refusals import Refused


def narrowed(rows: QuerySet[Any], user: Person, *, to: type[Model], through: str) -> QuerySet[Any]:
    """Return the rows whose item, occurrence … (`to`, found in the field `through`) the user may see.

    `through` is empty where the rows are themselves of that kind.
    """
    if sees_all(user) and to is not FollowUpReport:
        return rows
    every: Any = to._default_manager
    seen = every.visible_to(user, on=timezone.localdate())
    return rows.filter(**{f"{through}__in" if through else "pk__in": seen.values("pk")})


class NarrowedAdmin(HouseAdmin):
    """A list that shows people no follow-up but that of their own entities, unless their role sees all."""

    refusals = (Refused, *HouseAdmin.refusals)
    # What decides who sees a row, and the field that leads there; None where everybody does.
    seen_with: ClassVar[type[Model] | None] = None
    seen_through: ClassVar[str] = ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows the person may see; others do not exist for them."""
        rows = super().get_queryset(request)
        if self.seen_with is None:
            return rows
        return narrowed(rows, person(request), to=self.seen_with, through=self.seen_through)

    def told_to(self, reader: User, model: type[Model]) -> dict[str, object]:
        """Tell of the rows below only those the reader may see; of a group's answers only its own."""
        if sees_all(reader):
            return {}
        rows: Any = model._default_manager.all()
        today = timezone.localdate()
        if model is MemberResponse:
            return {"pgh_obj_id__in": rows.filter(answers_seen_by(reader, on=today)).values("pk")}
        if hasattr(rows, "visible_to"):
            return {"pgh_obj_id__in": rows.visible_to(reader, on=today).values("pk")}
        return {}


class NarrowedReadOnlyAdmin(NarrowedAdmin, ReadOnlyAdmin):
    """The same, to look at only."""


class NarrowedInline(ReadOnlyInline):
    """Rows to look at below the thing they belong to, narrowed in the same way."""

    seen_with: ClassVar[type[Model]]
    seen_through: ClassVar[str] = ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows the person may see."""
        rows = super().get_queryset(request)
        return narrowed(rows, person(request), to=self.seen_with, through=self.seen_through)


class ByDoorAdmin(NarrowedAdmin):
    """A form whose input goes to a door; Django's own saving is switched off."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Write nothing here: `store` hands the whole form to its door."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Hand the form with its rows to the door."""
        self.store(request, form, formsets)

    def store(self, request: HttpRequest, form: Any, formsets: Any) -> None:
        """Call the door; a new object's id goes to `form.instance.pk`."""
        raise NotImplementedError

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, dict[str, list[str]]]]:
        """Return what the list of recent actions says; what changed stands in the row history."""
        return [{"added": {}}] if add else [{"changed": {"fields": list(form.changed_data)}}]
