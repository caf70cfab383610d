"""Deeds: what a person can do to a thing beside filling in its form, each a button that calls one door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from resolutions.admin.base import ModelAdmin, person, why_not_stored
from tracker.querysets import Person
from tracker.refusals import Refused

# More than these are not done in one request; narrow the list with its filters.
MOST_AT_ONCE = 500


class DeedForm(forms.Form):
    """What a deed asks of the person; `about` is the thing it is done to, None where they are many."""

    def __init__(self, *args: Any, about: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about


class ReasonForm(DeedForm):
    """A deed that needs a reason."""

    why = forms.CharField(
        label="Reason", widget=forms.Textarea(attrs={"rows": 3}), help_text="It is kept in the history."
    )


def day_field(label: str, **options: Any) -> forms.DateField:
    """Return a field for a day, with the admin's calendar."""
    return forms.DateField(label=label, widget=AdminDateWidget(), **options)


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed.

    Args:
        name: its name in addresses.
        label: the words on its button.
        do: called with the thing, `by=` the person and what the form asks; it calls a door.
        done: what is said afterwards.
        offered: whether the person's role may do it at all.
        possible: whether it can be done to this thing now.
        form: what it asks; without one the button does it at once.
        shows: the words the person needs before them while they fill in the form.
    """

    name: str
    label: str
    do: Callable[..., object]
    done: str
    offered: Callable[[Person], bool]
    possible: Callable[[Person, Any], bool] = lambda user, thing: True
    form: type[DeedForm] | None = None
    shows: Callable[[Any], str] = lambda thing: ""

    def open_to(self, user: Person, thing: Any) -> bool:
        """Whether the person may do it to the thing now."""
        return self.offered(user) and self.possible(user, thing)


if TYPE_CHECKING:
    _Base = ModelAdmin
else:
    _Base = object


class Deeds(_Base):
    """A mixin for admin pages: buttons for `deeds` on the form, entries for `bulk_deeds` on the list."""

    deeds: ClassVar[tuple[Deed, ...]] = ()
    bulk_deeds: ClassVar[tuple[Deed, ...]] = ()
    change_form_template = "admin/deeds_change_form.html"

    def get_urls(self) -> list[URLPattern]:
        """Add an address for each deed."""
        view = self.admin_site.admin_view(self.deed_view)
        return [path("<path:object_id>/do/<slug:name>/", view, name=self._deed_url()), *super().get_urls()]

    def _deed_url(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_deed"

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form with a button for each deed that is open to the person."""
        thing = self.get_object(request, object_id)
        buttons = [
            {"deed": deed, "url": reverse(f"admin:{self._deed_url()}", args=[object_id, deed.name])}
            for deed in self.deeds
            if thing is not None and deed.open_to(person(request), thing)
        ]
        context = {"deed_buttons": buttons, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def deed_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """Ask what the deed needs, do it, and go back to the thing."""
        deed = next((deed for deed in self.deeds if deed.name == name), None)
        thing = self.get_object(request, object_id)
        if deed is None or thing is None:
            raise Http404
        if not (self.has_view_permission(request, thing) and deed.open_to(person(request), thing)):
            raise PermissionDenied
        form = (deed.form or DeedForm)(request.POST if request.method == "POST" else None, about=thing)
        if form.is_valid() and self._done(request, deed, thing, form):
            messages.success(request, deed.done)
            return HttpResponseRedirect(self._back_to(request, thing))
        if request.method == "POST" and deed.form is None:
            _tell_errors(request, form)
            return HttpResponseRedirect(self._back_to(request, thing))
        return self._ask(request, deed, form, {"thing": thing, "said": deed.shows(thing)})

    def _done(self, request: HttpRequest, deed: Deed, thing: Any, form: DeedForm) -> bool:
        """Do it; where the door refuses, say why on the form."""
        refusal = attempt(deed, thing, person(request), form.cleaned_data)
        if refusal is None:
            return True
        field, message = refusal
        form.add_error(field if field in form.fields else None, message)
        return False

    def _back_to(self, request: HttpRequest, thing: Any) -> str:
        """Return the thing's page, or the list where it is out of the person's sight now."""
        names = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if self.get_object(request, str(thing.pk)) is None:
            return reverse(f"{names}_changelist")
        return reverse(f"{names}_change", args=[thing.pk])

    def _ask(self, request: HttpRequest, deed: Deed, form: DeedForm, more: dict[str, Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": deed.label,
            "deed": deed,
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
            "checkbox_name": ACTION_CHECKBOX_NAME,
            **more,
        }
        return TemplateResponse(request, "admin/deed.html", context)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Offer the bulk deeds that the person's role may do."""
        actions: dict[str, Any] = dict(super().get_actions(request))
        for deed in self.bulk_deeds:
            if deed.offered(person(request)):
                actions[deed.name] = (_in_bulk(deed), deed.name, deed.label)
        return actions

    def do_in_bulk(self, request: HttpRequest, deed: Deed, things: QuerySet[Any]) -> HttpResponse | None:
        """Ask once and do it to each; what is refused is told row by row, the rest is done."""
        rows = list(things[: MOST_AT_ONCE + 1])
        if len(rows) > MOST_AT_ONCE:
            messages.error(
                request, f"More than {MOST_AT_ONCE} are chosen. Narrow the list with its filters first."
            )
            return None
        asked = deed.form is None or "do" in request.POST
        form = (deed.form or DeedForm)(request.POST if asked else None)
        if not form.is_valid():
            return self._ask(request, deed, form, {"things": rows, "bulk": True})
        _tell_results(request, deed, rows, form.cleaned_data)
        return None


def attempt(deed: Deed, thing: Any, user: Any, given: dict[str, Any]) -> tuple[str, str] | None:
    """Do a deed; return field and message where it is refused, None where it is done."""
    try:
        deed.do(thing, by=user, **given)
    except Refused as refusal:
        return refusal.field, refusal.message
    except IntegrityError as error:
        return "", why_not_stored(error)
    return None


def _tell_errors(request: HttpRequest, form: DeedForm) -> None:
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, str(error))


def _tell_results(request: HttpRequest, deed: Deed, things: list[Model], given: dict[str, Any]) -> None:
    refused = 0
    for thing in things:
        refusal = attempt(deed, thing, person(request), given)
        if refusal is not None:
            refused += 1
            messages.error(request, f"{thing}: {refusal[1]}")
    if refused < len(things):
        messages.success(request, f"{deed.done} ({len(things) - refused} of {len(things)})")


def _in_bulk(deed: Deed) -> Callable[..., HttpResponse | None]:
    def act(admin: Deeds, request: HttpRequest, things: QuerySet[Any]) -> HttpResponse | None:
        return admin.do_in_bulk(request, deed, things)

    return act
