"""What every admin list and form has in common: no deleting, refusals on the form, history in words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from resolutions.admin.forms import HouseForm, ModelForm, RowFormSet
from resolutions.admin.history import Entry, row_history
from resolutions.corrections import CannotCorrect

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    TabularInline = admin.TabularInline[Any, Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    TabularInline = admin.TabularInline
    StackedInline = admin.StackedInline


def person(request: HttpRequest) -> User:
    """Return who is logged in; the admin lets nobody else through."""
    return cast(User, request.user)


class HouseAdmin(ModelAdmin):
    """A list and a form that keep to the rules of the house.

    Nothing is deleted. What a door refuses appears on the form, beside its field, and nothing is stored.
    """

    form = HouseForm
    show_full_result_count = False
    list_per_page = 50
    object_history_template = "admin/row_history.html"
    refusals: ClassVar[tuple[type[Exception], ...]] = (CannotCorrect,)
    # Models whose rows belong to this one, with the field that points here; their history is told with it.
    history_of: ClassVar[tuple[tuple[type[models.Model], str], ...]] = ()

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody deletes: what is recorded stays, and is corrected, merged or withdrawn."""
        return False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save a form. What was refused is rolled back, and the form comes again with the reason."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except self.refusals as refusal:
            _remember(request, str(refusal), getattr(refusal, "field", ""))
        except IntegrityError as error:
            _remember(request, why_not_stored(error), "")
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        """Return the form; after a refusal, one that says why."""
        form = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return _refusing(form, *refusal) if refusal else form

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Tell who changed what and when, newest first."""
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        entries = sorted(self.entries_about(obj, person(request)), key=lambda entry: entry.at, reverse=True)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {obj}",
            "entries": entries,
            "object": obj,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def entries_about(self, obj: models.Model, reader: User) -> Iterable[Entry]:
        """Return the history of the object and of what belongs to it, as far as the reader may see it."""
        yield from row_history(type(obj), pgh_obj_id=obj.pk)
        for model, field in self.history_of:
            yield from row_history(model, **{f"{field}_id": obj.pk}, **self.told_to(reader, model))

    def told_to(self, reader: User, model: type[models.Model]) -> dict[str, object]:
        """Return the conditions on a model's rows under which the reader is told their history."""
        return {}


def _remember(request: HttpRequest, message: str, field: str) -> None:
    request.refusal = message, field  # type: ignore[attr-defined]


def _refusing(form: type[ModelForm], message: str, field: str) -> type[HouseForm]:
    class Refusing(form):  # type: ignore[valid-type, misc]
        def _clean_form(self) -> None:
            super()._clean_form()
            self.add_error(field if field in self.fields else None, message)

    return Refusing


def why_not_stored(error: IntegrityError) -> str:
    """Return what to tell a person of a rule of the database that their input breaks."""
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = (getattr(diagnosis, "constraint_name", None) or "").replace("_", " ")
    return "This contradicts what is stored already; nothing was saved. " + (
        f"The rule is: {rule}. Look at the newest state and try again."
        if rule
        else "Look at the newest state and try again."
    )


class ReadOnlyAdmin(HouseAdmin):
    """A list and a page to look at: rows that only the program or the past writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody changes by hand."""
        return False


class ReadOnlyInline(TabularInline):
    """Rows shown below the thing they belong to."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody adds by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody changes by hand."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        """Show every field as words."""
        return [*(self.fields or ())]


class PartInline(TabularInline):
    """Rows that are part of the thing above: who may change that may change, add and remove these."""

    form = HouseForm
    formset = RowFormSet
    extra = 0
    kept_by: ClassVar[str]

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Whoever keeps the whole adds parts."""
        return person(request).has_perm(self.kept_by)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Whoever keeps the whole changes parts."""
        return person(request).has_perm(self.kept_by)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Whoever keeps the whole removes parts."""
        return person(request).has_perm(self.kept_by)
